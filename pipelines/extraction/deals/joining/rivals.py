"""Competitors for one order, each of them a deal of its own: `Saab and Dassault are bidding`, `the F-16 or the Gripen`.

Not here: which words tell of a contest (`reference/deal_triggers.csv`); a bid that several make together.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipelines.extraction.deals.goods.item import Item
from pipelines.extraction.deals.joining.deal import Deal
from pipelines.extraction.deals.joining.merging import fuller
from pipelines.extraction.deals.joining.sameness import OPEN
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.reading.document import Document
from pipelines.reference.deal_words import deal_sign


def offers(document: Document, telling: Telling) -> Iterator[Telling]:
    """The telling of a contest, or one for each country whose goods it names: `the F-16 and the Gripen are rivals`."""
    makers = _makers(telling.items)
    if not _is_open(telling) or len(makers) < 2 or _is_joint(document, telling):
        yield telling
        return
    for code in makers:
        own = tuple(party for party in telling.suppliers if party.country == code)
        yield replace(telling, items=tuple(_offered(telling.items, code)), suppliers=own)


def _is_open(telling: Telling) -> bool:
    """Whether a telling is of a contest, or of goods of one kind of which somebody looks at several designs."""
    kinds = {item.record.category for item in telling.items}
    weighed = telling.status == "interest" and telling.kind == "arms_transfer" and not telling.suppliers
    return telling.status == "tender" or (weighed and len(kinds) == 1)


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
        yield replace(deal, sides=sides, items=_offered(deal.items, code))


def _rivals(document: Document, deal: Deal) -> tuple[str, ...]:
    """The countries that compete, where the deal is still open to several."""
    contested = [t for t in deal.tellings if t.status == "tender"]
    if not contested or any(_is_joint(document, t) for t in contested) or deal.status not in OPEN:
        return ()
    return deal.sides.suppliers or _makers(deal.items)


def _makers(items: Iterable[Item]) -> tuple[str, ...]:
    """The countries that each make some of the goods alone."""
    return tuple(dict.fromkeys(code for item in items if len(item.origins) == 1 for code in item.origins))


def _is_joint(document: Document, telling: Telling) -> bool:
    """Whether several bid together."""
    return bool(deal_sign("together").search(telling.evidence[0].of(document.text)))


def _offered(items: Sequence[Item], rival: str) -> list[Item]:
    """What one of the rivals offers: goods of its own make; failing these, those of nobody's, or of the kind wanted."""
    wanted = [item for item in items if not item.origins]
    own = [item for item in items if rival in item.origins]
    return [_as_wanted(item, wanted) for item in own] or wanted or [item for item in items if not item.record.system]


def _as_wanted(item: Item, wanted: list[Item]) -> Item:
    """An item with the number that is asked for, where it has none of its own."""
    same = (other for other in wanted if other.record.category == item.record.category)
    return next((fuller(item, other) for other in same), item)
