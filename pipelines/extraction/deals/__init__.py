"""Deals: which arms, how many, for how much, between whom, and how firm.

`triggers` finds the words that tell a deal, `frames` reads what they tell with the help of `uses`, `arguments`,
`predication`, `parties`, `nations`, `items`, `ellipses`, `values`, `timing`, `modality`, `firmness` and `manner`;
`batches`, `destinations` and `gaps` part what a clause tells of several deals (goods that are `each_priced` among
them), `bare` reads goods that no such word tells, `talks` such words without goods, `lots` more of the same by its
number, `arrivals` that goods came; `sides` says who supplies, by what the `makers` of the world make too, `context`
who is left out (`last_named`, or the `beneficiary` of help); `merging` joins the tellings of one `deal`, by their
`sameness`, `papers` a pact and what it holds, `packages` goods and what comes with them; `rivals` parts the
competitors for one order, `projects` knows joint work by its name, `kinds` says what kind of deal it is, by where the
`works` are that make its goods. Goods that all this leaves over are `candidates`; by their `signs`, `judging` says
which of them are likely news of a deal after all, and `likely` makes deals of these. `prices` gives the deals the sums
told apart from them, `standing` says how far each has come, and since when.
"""

from pipelines.extraction.deals.finding import find_deals

__all__ = ["find_deals"]
