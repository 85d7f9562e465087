"""A paper that was signed and the deal that it is about, told once: `signed a memorandum under which they develop it`.

Where the goods are named the deal stands, else the paper does. Not here: joining the tellings of one deal
(`merging.py`).
"""

import re
from collections.abc import Sequence

from pipelines.extraction.deals.joining.deal import Deal
from pipelines.extraction.deals.tellings.kinds import MUTUAL
from pipelines.reading.document import Document

#: A sentence that goes on with what the paper told before holds.
UNDER_IT = re.compile(
    r"\s*(?:(?:Under|In|As part of) (?:it|them|this|these|those|(?:the|its|their) (?:first|second|third|agreement|deal"
    r"|accord|contract|memorand|MOU|MoU|pact|document|paper|framework|arrangement|letter)\w*)"
    r"|(?:The|One) (?:first|second))\b"
)


def without_papers(document: Document, deals: Sequence[Deal]) -> list[Deal]:
    """The deals without the papers that hold others, and without deals of arms at large that a paper tells of."""
    papers = [deal for deal in deals if deal.kind == "agreement"]
    return [deal for deal in deals if not any(_told_better(document, deal, other, papers) for other in deals)]


def _told_better(document: Document, deal: Deal, other: Deal, papers: Sequence[Deal]) -> bool:
    """Whether another deal tells what a deal is, or is its paper."""
    if deal is other or not _countries(deal) & _countries(other):
        return False
    if deal.kind == "agreement":
        return other.kind != "agreement" and not _is_at_large(other) and _holds(document, deal, other)
    return deal.kind in MUTUAL and other in papers and _is_at_large(deal) and _is_one_sentence(deal, other)


def _countries(deal: Deal) -> set[str]:
    return {*deal.sides.suppliers, *deal.sides.recipients}


def _is_at_large(deal: Deal) -> bool:
    return all(item.is_at_large or item.is_aid for item in deal.items)


def _is_one_sentence(a: Deal, b: Deal) -> bool:
    return bool({t.start for t in a.tellings} & {t.start for t in b.tellings})


def _holds(document: Document, paper: Deal, deal: Deal) -> bool:
    """Whether a sentence that tells of a paper, or one right behind it that points back to it, tells of a deal."""
    return _is_one_sentence(paper, deal) or any(
        0 < t.start - p.evidence[-1].end < 3 and UNDER_IT.match(document.text, t.start - 1)
        for t in deal.tellings
        for p in paper.tellings
    )
