"""Goods that no words tell as dealt in, and which of them are likely news of a deal after all, by their signs.

Not here: deals that words tell (`tellings`).
"""
