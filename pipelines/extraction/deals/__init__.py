"""Deals: which arms, how many, for how much, between whom, and how firm.

`triggers` finds the words that tell a deal, `frames` reads what they tell with the help of `arguments`, `parties`,
`items`, `values`, `timing` and `firmness`, `sides` says who supplies, `merging` joins the tellings of one deal.
"""

from pipelines.extraction.deals.finding import find_deals

__all__ = ["find_deals"]
