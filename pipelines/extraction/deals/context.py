"""The side of a deal that its own clause leaves out, from the sentences before it. Not here: what the clause tells.

`In 2022 it ordered 24`, `the ministry will send helmets`: the country last named or spoken for in the paragraph that is
not on the other side; failing that, the other of the two countries that the article is about.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from pipelines.extraction.deals.parties import COUNTRY_KINDS
from pipelines.extraction.deals.sides import MUTUAL, Sides, pair_of_the_text
from pipelines.extraction.deals.telling import Telling
from pipelines.reading.document import Document

PARAGRAPH = "\n\n"
#: How far, in characters, the sides of a deal are carried over to the next.
MEMORY = 600
#: Goods that any report of arms may speak of.
VAGUE = frozenset({"arms", "weapons", "weapon", "weaponry", "armament", "armaments", "lethal weapons", "ammunition"})


def completed_sides(document: Document, told: Sequence[tuple[Telling, Sides]]) -> Iterator[tuple[Telling, Sides]]:
    """The tellings with what the context tells of a missing side. Those that amount to nothing then are left out."""
    last: tuple[int, Sides] | None = None
    for telling, sides in told:
        if telling.back or telling.kind in MUTUAL:
            yield telling, sides
            continue
        before = last[1] if last and telling.start - last[0] < MEMORY else None
        whole = _completed(document, telling, sides, before)
        if not _is_vague(telling, sides):
            last = (telling.start, whole)
            yield telling, whole


def _completed(document: Document, telling: Telling, sides: Sides, before: Sides | None) -> Sides:
    if not sides.recipients:
        code = _country_before(document, telling, sides.suppliers, before.recipients if before else ())
        sides = replace(sides, recipients=(code,) if code else ())
    if not sides.suppliers:
        code = _country_before(document, telling, sides.recipients, before.suppliers if before else ())
        sides = replace(sides, suppliers=(code,) if code else (), inferred=True)
    return sides


def _is_vague(telling: Telling, sides: Sides) -> bool:
    """Whether a clause names no side for mere `weapons`, or only a wish and no source: too little to make a deal of."""
    if telling.status == "interest" and not sides.suppliers:
        return True
    return not (sides.suppliers and sides.recipients) and all(
        i.record.system is None and i.record.system_text.lower() in VAGUE for i in telling.items
    )


def _country_before(document: Document, telling: Telling, other: Collection[str], last: Sequence[str]) -> str | None:
    """The country last named before the goods in the paragraph that is not on the other side; else that of the deal
    told before; else one of the two that the article is about."""
    told = [code for _, code in sorted(_named(document, telling)) if code not in other]
    candidates = (*reversed(told), *last, *pair_of_the_text(document))
    return next((code for code in candidates if code not in other), None)


def _named(document: Document, telling: Telling) -> Iterator[tuple[int, str]]:
    start = document.text.rfind(PARAGRAPH, 0, telling.start) + 1
    end = min((i.span.start for i in telling.items), default=telling.start)
    for name in document.names:
        if start <= name.span.start < end and name.kind in COUNTRY_KINDS and name.code:
            yield name.span.start, name.code
    for person in document.people:
        for mention in person.mentions:
            if start <= mention.start < end and person.side:
                yield mention.start, person.side
