"""The grammar that deals are told in: verbs and nouns that tell them, their arguments, what a clause says of itself.

Knows of no arms and no countries but those words. Not here: what the arguments stand for (`goods`, `parties`).
"""
