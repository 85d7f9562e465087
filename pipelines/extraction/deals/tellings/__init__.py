"""What one clause tells of a deal: goods, parties, kind, how firm, for how much, when; a `Telling` is the outcome.

Not here: clauses that tell several deals (`parting`), joining what several clauses tell (`joining`).
"""
