"""Goods of further parties in a clause whose verb is told once: `Denmark gave 19 howitzers, and Sweden its Archers`.

The further party does what the subject of the clause does. Not here: further parties with a bare number (`batches.py`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipelines.extraction.deals.goods.item import Item, item_of, start_of
from pipelines.extraction.deals.goods.items import with_list
from pipelines.extraction.deals.grammar.triggers import Cluster
from pipelines.extraction.deals.parties.party import Party
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.gazetteer import Name

#: Before the name of a further party: where what was told before it ends.
BREAK = re.compile(r"(?:[,;]|\band|\bwhile|\bwith)\s+(?:the\s+)?\Z", re.IGNORECASE)
#: Between the name and its goods; only goods with a number may follow at once (`Sweden 12`, not `Britain Typhoons`).
ITS = re.compile(r"\s+(?:with\s+)?(?:(?P<its>another|some|its|the|their|an?)\s+(?:own\s+)?)?")
OWN = frozenset({"its", "their"})
NAMING = frozenset({"country", "capital", "company"})
#: How far back, in characters, such a break is looked for.
REACH = 12


@dataclass(frozen=True, slots=True)
class Gap:
    """A further party, its goods, and whether these are called its own."""

    name: Name
    goods: tuple[Item, ...]
    owning: bool


def with_gaps(document: Document, cluster: Cluster, telling: Telling) -> Iterator[Telling]:
    """The telling, and one for each further party whose goods follow its name right away."""
    gaps = list(_gaps(document, cluster, telling)) if telling.items else []
    if not gaps:
        yield telling
        return
    moved = [item.span for gap in gaps for item in gap.goods]
    kept = tuple(item for item in telling.items if not any(span.overlaps(item.span) for span in moved))
    suppliers, recipients, partners = (
        tuple(party for party in told if not any(gap.name.span.overlaps(party.span) for gap in gaps))
        for told in (telling.suppliers, telling.recipients, telling.partners)
    )
    hints = tuple(dict.fromkeys(code for item in kept for code in item.nations))  # of its own goods only
    alone = replace(
        telling, items=kept, suppliers=suppliers, recipients=recipients, partners=partners, nation_hints=hints
    )
    yield alone
    for gap in gaps:
        sells = gap.name.kind == "company"
        party = Party(gap.name.code, gap.name.span.of(document.text) if sells else None, sells, gap.name.span)
        further = replace(alone, items=gap.goods, value=None, nation_hints=())
        yield joined_by(further, party, supplies=sells or gives(alone, owning=gap.owning))


def joined_by(telling: Telling, party: Party, *, supplies: bool) -> Telling:
    """The telling of a further party, in place of the one that the clause names there."""
    return replace(telling, suppliers=(party,)) if supplies else replace(telling, recipients=(party,))


def gives(telling: Telling, *, owning: bool = False) -> bool:
    """Whether a further party gives as the first one does: a donor, or whoever offers goods `of its own`."""
    suppliers, recipients = telling.suppliers, telling.recipients
    first = not recipients or (bool(suppliers) and suppliers[0].span < recipients[0].span)
    return first and (owning or telling.kind == "aid")


def _gaps(document: Document, cluster: Cluster, telling: Telling) -> Iterator[Gap]:
    first, end = telling.items[0].span.end, cluster.sentence.end_char
    for name in document.names_in(Span(first, end)):
        if name.kind not in NAMING or not BREAK.search(document.text, max(0, name.span.start - REACH), name.span.start):
            continue
        mention = next((m for m in document.systems if name.span.end < start_of(m) < end), None)
        link = ITS.fullmatch(document.text, name.span.end, start_of(mention)) if mention is not None else None
        if mention is not None and link and (link["its"] or mention.quantity):
            goods = tuple(item_of(document, m) for m in with_list(document, [mention], mention.span.end))
            yield Gap(name, goods, owning=link["its"] in OWN)
