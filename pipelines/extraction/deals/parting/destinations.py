"""Goods of one clause that go to different countries, each told behind its own goods.

`is building four tankers for Britain and three submarines for Indonesia`, `sold 12 trainers to Peru in 2012, another
eight to Chile and a single one to Kenya`. Not here: goods of several makers (`batches.py`), further parties before
their goods (`gaps.py`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipelines.extraction.deals.goods.item import Item, head_of, item_of
from pipelines.extraction.deals.goods.items import LIST_LINK
from pipelines.extraction.deals.parties.nations import COUNTRY_KINDS
from pipelines.extraction.deals.parties.party import Party, parties
from pipelines.extraction.deals.tellings.kinds import BETWEEN_EQUALS
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.extraction.deals.tellings.timing import REACHED, Tie, Timing
from pipelines.reading.document import Document
from pipelines.reading.quantity import Quantity, find_quantities
from pipelines.records import Span
from pipelines.reference.gazetteer import Name

#: From goods to whom they are for, and what leads to the next goods, which have a number or an article.
TO = re.compile(
    r"(?:\s\([^()]*\))?(?:\s(?:sold|exported|delivered|supplied|shipped|destined|bound|intended))?\s+(?:for|to)\s+"
    r"(?:the\s+)?"
)
NEXT = re.compile(r"(?:[,;:–—]|\band|\bplus|\bas well as|\bincluding)\s+(?P<one>an?\s+(?:[\w-]+\s+){0,3})?\Z")
#: Goods told by their number alone: `another eight`, `a fifth`.
MORE = re.compile(
    r"(?:[,;:–—]|\band|\bplus|\bas well as)\s+(?:(?:an?|the)\s+(?:further|additional)|another|some)?\s*\Z"
)
ONE_MORE = re.compile(
    r"(?:[,;:–—]|\band|\bplus|\bas well as)\s+(?P<count>(?:one|another|an?\s+(?:single|second|third|fourth|fifth|sixth"
    r"|seventh|further))(?:\s+one)?)(?=\s+(?:for|to)\s)"
)
#: What leads to some of what was told before: its sum and its years are not theirs.
EXAMPLES = re.compile(r"\b(?:including|among them|such as)\s+(?:[\w-]+\s+){0,2}\Z")
#: How far back, in characters, such a word is looked for.
REACH = 30
#: Whose goods are told by their name, and the verbs that say since when.
KINDS = COUNTRY_KINDS | {"agency"}
SINCE = frozenset({"begin", "start"})


@dataclass(frozen=True, slots=True)
class Lot:
    """Goods and the country told right behind them."""

    item: Item
    name: Name

    @property
    def whole(self) -> Span:
        """From the number of the goods to the end of the country's name."""
        return Span(self.item.span.start, self.name.span.end)


def by_destination(document: Document, telling: Telling) -> Iterator[Telling]:
    """The telling, or one for each lot of its goods that goes to a country of its own."""
    lots = _lots(document, telling) if telling.items and telling.kind not in BETWEEN_EQUALS else []
    if len({lot.name.code for lot in lots}) < 2 or _is_joint(telling, lots):
        yield telling
        return
    ends = [*(lot.whole.start for lot in lots[1:]), telling.items[0].sentence.end]
    days = [_day(document, Span(lot.name.span.end, end)) for lot, end in zip(lots, ends, strict=True)]
    start = lots[0].whole.start
    some = EXAMPLES.search(document.text, max(0, start - REACH), start)
    shared = Timing() if some or any(day and day.event == telling.timing.event for day in days) else telling.timing
    since = start if some else 0
    for lot, end, day in zip(lots, ends, days, strict=True):
        priced = telling.value is not None and lot.whole.start <= telling.value.span.start < end
        yield replace(
            telling,
            items=_goods(document, telling, lot, since),
            recipients=_recipients(document, lot),
            suppliers=tuple(p for p in telling.suppliers if not any(other.whole.overlaps(p.span) for other in lots)),
            partners=tuple(p for p in telling.partners if not any(other.whole.overlaps(p.span) for other in lots)),
            value=telling.value if priced else None,
            timing=day or shared,
        )
        since = lot.whole.end


def _is_joint(telling: Telling, lots: list[Lot]) -> bool:
    """Whether those the goods are for are told before as buying together: `A and B ordered nine, five for A`."""
    told = (*telling.recipients, *telling.partners)
    buying = {p.country for p in told if not any(lot.whole.overlaps(p.span) for lot in lots)}
    return {lot.name.code for lot in lots} <= buying


def _goods(document: Document, telling: Telling, lot: Lot, since: int) -> tuple[Item, ...]:
    """The goods of a lot, with those of the telling on one list with them."""
    listed = tuple(i for i in telling.items if since <= i.span.start < lot.name.span.start)
    if any(i.span.overlaps(lot.item.span) for i in listed):
        return listed
    end = max((i.span.end for i in listed), default=0)
    joined = end <= lot.item.span.start and LIST_LINK.fullmatch(document.text, end, lot.item.span.start)
    return (*listed, lot.item) if joined else (lot.item,)


def _recipients(document: Document, lot: Lot) -> tuple[Party, ...]:
    """The country of a lot, with who acts for it there: `for the Royal Navy`."""
    head = head_of(document, lot.name.span)
    told = [p for p in parties(document, [head]) if p.country == lot.name.code] if head is not None else []
    return tuple(told) or (Party(lot.name.code, None, False, lot.name.span),)


def _day(document: Document, behind: Span) -> Timing | None:
    """The only day or year told behind a lot."""
    told = [m for m in document.dates_in(behind) if m.kind in REACHED]
    return Timing(event=told[0].when, tie=Tie.OWN) if len(told) == 1 and not told[0].forward else None


def _lots(document: Document, telling: Telling) -> list[Lot]:
    """The goods of the clause that a country follows, from the first item on."""
    found: list[Lot] = []
    for item in sorted((*_named(document, telling), *_counted(document, telling)), key=lambda item: item.span):
        name = _destination(document, item)
        if name is not None and (not found or _goes_on(document, found[-1], item)):
            found.append(Lot(item, name))
    return found


def _named(document: Document, telling: Telling) -> Iterator[Item]:
    first: Item = telling.items[0]
    for mention in document.systems:
        if first.span.start <= mention.span.start < first.sentence.end and head_of(document, mention.span) is not None:
            item = item_of(document, mention)
            lead = document.text[max(first.span.start, item.span.start - REACH) : item.span.start]
            link = NEXT.search(lead)
            if item.span == first.span or (link and (mention.quantity or link["one"])):
                yield item


def _counted(document: Document, telling: Telling) -> Iterator[Item]:
    """The numbers in the clause that count more of the goods before them, whatever those are."""
    goods = list(_named(document, telling))
    start, end = telling.items[0].span.end, telling.items[0].sentence.end
    rest = document.text[start:end]
    numbers = [q for q in find_quantities(rest) if MORE.search(rest, 0, q.span.start)]
    ones = [Quantity(Span(*m.span("count")), 1, 1, "unit") for m in ONE_MORE.finditer(rest)]
    for quantity in (*numbers, *ones):
        span = Span(start + quantity.span.start, start + quantity.span.end)
        before = [item for item in (telling.items[0], *goods) if item.span.end <= span.start]
        if before and not any(item.span.overlaps(span) for item in goods):
            record = replace(
                before[-1].record,
                quantity_min=quantity.minimum,
                quantity_max=quantity.maximum,
                quantity_unit=quantity.unit,
            )
            yield replace(before[-1], record=record, span=span, elliptic=True)


def _destination(document: Document, item: Item) -> Name | None:
    link = TO.match(document.text, item.span.end)
    named = (n for n in document.names if link and n.span.start == link.end())
    return next((n for n in named if n.code and n.kind in KINDS), None)


def _goes_on(document: Document, last: Lot, item: Item) -> bool:
    """Whether goods are told by the verb of those before: no verb stands between but one that says since when."""
    between = document.doc.char_span(last.whole.end, item.span.start, alignment_mode="contract")
    verbs = (t for t in between or () if t.pos_ in ("VERB", "AUX") and t.tag_ != "VBN")
    return all(t.tag_ == "VBG" and t.lemma_ in SINCE for t in verbs)
