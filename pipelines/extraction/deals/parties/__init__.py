"""Who deals: the countries, firms and forces that a noun phrase names, means or speaks for.

Not here: which side they are on (`sides`).
"""
