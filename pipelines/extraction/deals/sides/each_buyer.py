"""Several countries that may yet buy: a deal of each, as each would sign for itself.

`talks with Egypt and Iraq about the K9`. Not here: several that have bought (`parting/batches.py`), several that would
sell (`joining/rivals.py`).
"""

from collections.abc import Iterator
from dataclasses import replace

from pipelines.extraction.deals.sides.of_telling import Sides
from pipelines.extraction.deals.tellings.kinds import BETWEEN_EQUALS
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.reading.document import Document
from pipelines.reference.deal_words import deal_sign

#: Statuses of what nobody has bought yet.
OPEN = frozenset({"interest", "tender", "negotiation"})


def each_buyer(document: Document, telling: Telling, sides: Sides) -> Iterator[tuple[Telling, Sides]]:
    """The telling and its sides, or those of each country that may buy; not where a number or a sum is of all."""
    open_ = telling.status in OPEN and telling.kind not in BETWEEN_EQUALS
    shared = telling.value is not None or any(item.is_counted for item in telling.items)
    together = deal_sign("together").search(telling.evidence[0].of(document.text))
    if len(sides.recipients) < 2 or not telling.items or not open_ or shared or together:
        yield telling, sides
        return
    for code in sides.recipients:
        others = {*sides.recipients} - {code}
        recipients, partners = (
            tuple(party for party in told if party.country not in others)
            for told in (telling.recipients, telling.partners)
        )
        alone = replace(sides, recipients=(code,), recipient_organizations=())
        yield replace(telling, recipients=recipients, partners=partners), alone
