"""The deals of an article, joined from their tellings: which are one, its price, how far it has come.

Not here: reading the tellings (`tellings`).
"""
