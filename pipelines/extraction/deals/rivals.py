"""Competitors for one order, each of them a deal of its own: `Saab and Dassault are bidding`, `the F-16 or the Gripen`.

Not here: which words tell of a contest (`reference/deal_triggers.csv`); a bid that several make together.
"""

from collections.abc import Iterator
from dataclasses import replace

from pipelines.extraction.deals.goods import Item
from pipelines.extraction.deals.merging import OPEN, Deal, fuller
from pipelines.reading.document import Document
from pipelines.reference.deal_words import deal_sign


def each_rival(document: Document, deal: Deal) -> Iterator[Deal]:
    """The deal, or one for each country that competes for it."""
    rivals = _rivals(document, deal)
    if len(rivals) < 2:
        yield deal
        return
    for code in rivals:
        organizations = {
            p.organization: None for t in deal.tellings for p in t.suppliers if p.country == code and p.organization
        }
        sides = replace(deal.sides, suppliers=(code,), supplier_organizations=tuple(organizations))
        yield replace(deal, sides=sides, items=_offered(deal, code))


def _rivals(document: Document, deal: Deal) -> tuple[str, ...]:
    """The countries that compete, where the deal is still open to several."""
    contested = [t for t in deal.tellings if t.status == "tender"]
    together = any(deal_sign("together").search(t.evidence[0].of(document.text)) for t in contested)
    if not contested or together or deal.status not in OPEN:
        return ()
    made = [item.origins for item in deal.items if len(item.origins) == 1]
    return deal.sides.suppliers or tuple(dict.fromkeys(code for origins in made for code in origins))


def _offered(deal: Deal, rival: str) -> list[Item]:
    """What one of the rivals offers: goods of its own make; failing these, those of nobody's."""
    wanted = [item for item in deal.items if not item.origins]
    own = [item for item in deal.items if rival in item.origins]
    return [_as_wanted(item, wanted) for item in own] or wanted


def _as_wanted(item: Item, wanted: list[Item]) -> Item:
    """An item with the number that is asked for, where it has none of its own."""
    same = (other for other in wanted if other.record.category == item.record.category)
    return next((fuller(item, other) for other in same), item)
