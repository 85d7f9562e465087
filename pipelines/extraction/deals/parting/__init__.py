"""Several deals that one clause tells, each a telling of its own: lots, sums, recipients, further parties.

Not here: reading the clause (`tellings`).
"""
