"""Another lot of goods that a clause tells beside the first by its number alone.

`212 guns in 2022 and another 152 in 2023`: more of the same; `32 jets, on top of 16 already delivered`: an earlier lot.
Not here: numbers that the parse ties to a word for a deal (`goods/ellipses.py`), other goods or parties (`batches.py`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipelines.extraction.deals.goods.item import Item
from pipelines.extraction.deals.tellings.kinds import BETWEEN_EQUALS
from pipelines.extraction.deals.tellings.manner import Manner
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.extraction.deals.tellings.timing import REACHED, Tie, Timing
from pipelines.extraction.deals.tellings.values import Value, own_sum
from pipelines.reading.document import Document
from pipelines.reading.quantity import Quantity, find_quantities
from pipelines.records import Span

#: What leads to more of the same, and to what there was before it.
MORE = re.compile(
    r"(?:,|\band|\bplus|\bthen|\bbefore|\bfollowed by|\bas well as)\s+(?:for\s+|by\s+)?"
    r"(?:another|an?\s+(?:further|additional))\s+\Z",
    re.IGNORECASE,
)
BESIDE = re.compile(
    r"\b(?:on top of|in addition to|besides?|beyond|add(?:s|ed|ing)? to|join(?:s|ing)?|complement(?:s|ing)?|after)\s+"
    r"(?:(?:the|an?|its|their|those|some)\s+)?(?:(?:earlier|first|initial|original|previous|existing)\s+)?\Z",
    re.IGNORECASE,
)
#: What stands behind a number that counts goods which it does not name.
ALONE = re.compile(
    r"\s*(?:[.,;)]|\Z|(?:already|previously|earlier|in|from|last|this|that|which|it|they|the|of\s+(?:the\s+same|them)"
    r"|ordered|bought|purchased|contracted|acquired|delivered|received|handed|given|under|on\s+order)\b)"
)
LATTER = re.compile(r"\bthe\s+(?:latter|second)\s+(?:[\w-]+\s+){0,3}\Z")
COME = re.compile(r"\s+(?:\w+\s+){0,3}(?:delivered|received|handed over|given|in\s+(?:service|use|operation))\b")
#: Between a number of goods, or what was done with them, and its time.
LEADING = re.compile(r"(?:\s+more)?(?:\s+(?:already|it|that|had|has|were|was|\w+ed|bought))*\s+(?:in\s+|the\s+|on\s+)?")


def with_other_lots(document: Document, tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings, and one for each number of the same goods behind them that none of them has."""
    taken = [item.span for telling in tellings for item in telling.items]
    found: list[Telling] = []
    for telling in tellings:
        fits = telling.items and telling.items[-1].is_counted and telling.kind not in BETWEEN_EQUALS
        lots = [
            (lot, earlier)
            for lot, earlier in (_lots(document, telling.items[-1]) if fits else ())
            if not any(span.overlaps(lot.span) for span in taken)
        ]
        others = [(_earlier if earlier else _more)(document, telling, lot) for lot, earlier in lots]
        taken.extend(lot.span for lot, _ in lots)
        found.extend((_without(document, telling, others), *others))
    return found


def _without(document: Document, telling: Telling, others: Sequence[Telling]) -> Telling:
    """A telling without the day and the sum that are those of other lots of its goods."""
    days = [other.timing.event for other in others]
    sums = [other.value for other in others]
    own = dated_behind(document, telling.items[-1]) if others else None
    timing = own or (Timing() if telling.timing.event in days else telling.timing)
    return replace(telling, timing=timing, value=None if telling.value in sums else telling.value)


def _lots(document: Document, item: Item) -> Iterator[tuple[Item, bool]]:
    """The numbers behind goods that count such, and whether these were there before."""
    start = max([item.span.end, *(m.span.end for m in document.systems if item.span.overlaps(m.span))])
    named = (m.span.start for m in document.systems if m.span.start >= start)
    rest = document.text[start : min([item.sentence.end, *named])]
    for quantity in find_quantities(rest):
        before, behind = rest[: quantity.span.start], rest[quantity.span.end :]
        beside = bool(BESIDE.search(before))
        if (beside or MORE.search(before)) and ALONE.match(behind):
            yield _of(item, quantity, start, further=not beside), beside


def _of(item: Item, quantity: Quantity, start: int, *, further: bool) -> Item:
    record = replace(
        item.record, quantity_min=quantity.minimum, quantity_max=quantity.maximum, quantity_unit=quantity.unit
    )
    span = Span(start + quantity.span.start, start + quantity.span.end)
    return replace(item, record=record, span=span, further=further, elliptic=True)


def _more(document: Document, telling: Telling, lot: Item) -> Telling:
    timing = dated_behind(document, lot) or Timing()
    latter = telling.value if telling.value and _is_of_latter(document, lot, telling.value) else None
    return replace(telling, items=(lot,), timing=timing, value=latter or own_sum(document, lot.span.end))


def _is_of_latter(document: Document, lot: Item, value: Value) -> bool:
    """Whether a sum is said to be that of the goods told last: `and another 12, the latter for $2 million`."""
    return bool(lot.span.end <= value.span.start and LATTER.search(document.text, lot.span.end, value.span.start))


def _earlier(document: Document, telling: Telling, lot: Item) -> Telling:
    come = COME.match(document.text, lot.span.end, lot.sentence.end)
    return replace(
        telling,
        items=(lot,),
        status="completed" if come else "signed",
        timing=dated_behind(document, lot) or Timing(),
        value=own_sum(document, lot.span.end),
        manner=Manner.STATE,
    )


def dated_behind(document: Document, item: Item) -> Timing | None:
    """The time told right behind a number of goods: `another 30 in 2021`."""
    behind = (m for m in document.dates if m.kind in REACHED and m.span.start >= item.span.end)
    dated = (m for m in behind if LEADING.fullmatch(document.text, item.span.end, m.span.start))
    return next((Timing(event=m.when, tie=Tie.OWN) for m in dated), None)
