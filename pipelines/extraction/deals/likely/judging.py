"""Which goods left over are news of a deal, and whose: the likeliest country for each, kept where it is likely enough.

Two questions, each answered by weighted signs: whose the goods would be (the countries near them compete), then whether
they go there at all. The weights are fitted by `quality/fitting.py`. Not here: the signs (`signs.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from pipelines.extraction.deals.goods.item import Item
from pipelines.extraction.deals.joining.deal import Deal
from pipelines.extraction.deals.joining.sameness import same_goods
from pipelines.extraction.deals.likely.candidates import Candidate, candidates
from pipelines.extraction.deals.likely.signs import whether_signs, whose_signs
from pipelines.reading.document import Document
from pipelines.reference.deal_weights import deal_weights

#: From which chance on goods are taken for a deal. On articles left out of the fitting, three of five then are one.
LIKELY = 0.33
#: Signs that goods are no news of a deal, whatever else speaks for one.
RULED_OUT = frozenset({"denied", "asked", "passed_over", "near:shown", "near:replaced", "near:beaten"})
#: Steps in which the share of the likeliest country is a sign itself.
SHARES = 5

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Judged:
    """Goods, the country that they likely go to, and how likely they do."""

    item: Item
    country: str
    chance: float


def judged(document: Document, deals: Sequence[Deal]) -> list[Judged]:
    """The goods left over that are likely news of a deal, in text order, each such deal once."""
    whose, whether = deal_weights("whose"), deal_weights("whether")
    answers = (
        Judged(c.item, country, 1 / (1 + exp(-total(whether, signs))))
        for c in candidates(document, deals)
        for country, signs in [likeliest(document, deals, c, whose)]
        if not signs & RULED_OUT
    )
    kept: list[Judged] = []
    for answer in sorted(answers, key=lambda a: (-a.chance, a.item.span)):
        if answer.chance < LIKELY:
            break
        if not is_told(deals, answer.item, answer.country) and not any(_same(answer, other) for other in kept):
            kept.append(answer)
    return sorted(kept, key=lambda a: a.item.span)


def likeliest(
    document: Document, deals: Sequence[Deal], candidate: Candidate, weights: Weights
) -> tuple[str, frozenset[str]]:
    """The country that goods would go to, and the signs that they do."""
    scores = {c: total(weights, whose_signs(document, candidate, c)) for c in candidate.ties}
    country = max(scores, key=lambda c: scores[c])
    share = 1 / sum(exp(score - scores[country]) for score in scores.values())
    signs = whether_signs(document, deals, candidate, country)
    return country, frozenset([*signs, f"share:{int(share * SHARES)}"])


def total(weights: Weights, signs: Iterator[str] | frozenset[str]) -> float:
    """The sum of the weights of signs; one without a weight counts nothing."""
    return sum(weights.get(sign, 0.0) for sign in sorted(signs))


def is_told(deals: Sequence[Deal], item: Item, country: str) -> bool:
    """Whether a deal of such goods with the country is found already."""
    return any(country in d.sides.recipients and any(same_goods(i, item) for i in d.items) for d in deals)


def _same(a: Judged, b: Judged) -> bool:
    return a.country == b.country and same_goods(a.item, b.item)
