"""The side of a deal that its own clause leaves out, from the sentences before it. Not here: what the clause tells.

`In 2022 it ordered 24`, `the ministry will send helmets`: the country last named or spoken for in the paragraph that is
not on the other side; failing that, the other of the two countries that the article is about.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from pipelines.extraction.deals.parties import COUNTRY_KINDS
from pipelines.extraction.deals.sides import MUTUAL, Sides, pair_of_the_text
from pipelines.extraction.deals.telling import Telling
from pipelines.reading.document import Document

PARAGRAPH = "\n\n"


def completed_sides(document: Document, telling: Telling, sides: Sides) -> Sides:
    """The sides with what the context tells of the missing one."""
    if telling.back or telling.kind in MUTUAL:
        return sides
    if not sides.recipients:
        code = _country_before(document, telling, sides.suppliers)
        sides = replace(sides, recipients=(code,) if code else ())
    if not sides.suppliers:
        code = _country_before(document, telling, sides.recipients)
        sides = replace(sides, suppliers=(code,) if code else (), inferred=True)
    return sides


def _country_before(document: Document, telling: Telling, other: Collection[str]) -> str | None:
    """The country last named before the goods in the paragraph, that is not on the other side."""
    told = [code for _, code in sorted(_named(document, telling)) if code not in other]
    if told:
        return told[-1]
    return next((code for code in pair_of_the_text(document) if code not in other), None)


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
