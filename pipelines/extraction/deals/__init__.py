"""Deals: which arms, how many, for how much, between whom, and how firm.

A room a step, each using those above it:

`grammar` knows the words that tell a deal and their arguments; `goods` and `parties` say what these stand for;
`tellings` reads what a clause tells, and `parting` parts it where it tells of several deals; `sides` says who supplies,
from the telling and its context; `joining` joins the tellings of one deal, gives it the sums told apart from it, and
says how far it has come; `likely` makes deals of goods that all this leaves over. `finding` calls them in this order.
"""

from pipelines.extraction.deals.finding import find_deals

__all__ = ["find_deals"]
