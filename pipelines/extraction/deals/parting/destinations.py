"""Goods of one clause that go to different countries, each told behind its own goods.

`is building four tankers for Britain and three submarines for Indonesia`. Not here: goods of several makers
(`batches.py`), further parties before their goods (`gaps.py`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipelines.extraction.deals.goods.item import Item, item_of, start_of
from pipelines.extraction.deals.parties.nations import COUNTRY_KINDS
from pipelines.extraction.deals.parties.party import Party
from pipelines.extraction.deals.tellings.kinds import BETWEEN_EQUALS
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.reading.document import Document
from pipelines.reading.systems import SystemMention
from pipelines.records import Span
from pipelines.reference.gazetteer import Name

#: From goods to whom they are for, and what leads to the next goods, which have a number or an article.
TO = re.compile(r"(?:\s\([^()]*\))?\s+(?:for|to)\s+(?:the\s+)?")
NEXT = re.compile(r"(?:,|;|\band|\bplus|\bas well as)\s+(?P<one>an?\s+(?:[\w-]+\s+){0,3})?\Z")
#: How far back, in characters, such a word is looked for.
REACH = 30


@dataclass(frozen=True, slots=True)
class Lot:
    """Goods and the country told right behind them."""

    mention: SystemMention
    name: Name

    @property
    def whole(self) -> Span:
        """From the number of the goods to the end of the country's name."""
        return Span(start_of(self.mention), self.name.span.end)


def by_destination(document: Document, telling: Telling) -> Iterator[Telling]:
    """The telling, or one for each lot of its goods that goes to a country of its own."""
    lots = _lots(document, telling) if telling.items and telling.kind not in BETWEEN_EQUALS else []
    if len({lot.name.code for lot in lots}) < 2:
        yield telling
        return
    ends = [*(lot.whole.start for lot in lots[1:]), telling.items[0].sentence.end]
    since = 0
    for lot, end in zip(lots, ends, strict=True):
        listed = tuple(i for i in telling.items if since <= i.span.start < lot.name.span.start)
        priced = telling.value is not None and lot.whole.start <= telling.value.span.start < end
        yield replace(
            telling,
            items=listed or (item_of(document, lot.mention),),
            recipients=(Party(lot.name.code, None, False, lot.name.span),),
            suppliers=tuple(p for p in telling.suppliers if not any(other.whole.overlaps(p.span) for other in lots)),
            value=telling.value if priced else None,
        )
        since = lot.whole.end


def _lots(document: Document, telling: Telling) -> list[Lot]:
    """The goods of the clause that a country follows, from the first item on."""
    first: Item = telling.items[0]
    found: list[Lot] = []
    for mention in document.systems:
        name = _destination(document, mention) if first.span.start <= start_of(mention) < first.sentence.end else None
        if name is not None and (not found or _goes_on(document, found[-1], mention)):
            found.append(Lot(mention, name))
    return found


def _destination(document: Document, mention: SystemMention) -> Name | None:
    link = TO.match(document.text, mention.span.end)
    named = (n for n in document.names if link and n.span.start == link.end())
    return next((n for n in named if n.code and n.kind in COUNTRY_KINDS), None)


def _goes_on(document: Document, last: Lot, mention: SystemMention) -> bool:
    """Whether goods are told by the verb of those before: no verb stands between, and a number or article does."""
    start = start_of(mention)
    link = NEXT.search(document.text, max(last.whole.end, start - REACH), start)
    between = document.doc.char_span(last.whole.end, start, alignment_mode="contract")
    return bool(
        link
        and (mention.quantity or link["one"])
        and not any(t.pos_ in ("VERB", "AUX") and t.tag_ != "VBN" for t in between or ())
    )
