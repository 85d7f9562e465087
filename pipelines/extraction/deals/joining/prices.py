"""Sums that no clause of a deal tells, and the deal that each is the price of.

`The contract is worth $2 billion.` `Neither side named a price; the press speaks of $300 million.` Each sum that reads
as the price of a deal goes to the deal that it fits best by what was told near it, by its goods and by its parties; to
none where that deal has its price already. Not here: a sum in the clause that tells the deal (`tellings/values.py`).
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property

from spacy.tokens import Span as Words

from pipelines.extraction.deals.goods.item import Item
from pipelines.extraction.deals.joining.deal import Deal
from pipelines.extraction.deals.tellings.kinds import MUTUAL
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.extraction.deals.tellings.timing import Timing
from pipelines.extraction.deals.tellings.values import (
    Value,
    is_of_whole_project,
    is_price,
    is_same,
    speaks_of_known,
    told_value,
)
from pipelines.reading.document import Document
from pipelines.reading.money import Money
from pipelines.records import Span

#: What speaks for a deal, by how many sentences before the sum it was told last; and told right after it.
BEFORE, AFTER = (4, 3, 2, 1.5, 1, 1, 1, 1), 1
#: What the goods and countries of the sentence of the sum say for a deal that has them, and against another.
SAME_GOODS, OTHER_GOODS, SAME_SIDE, OTHER_SIDE = 2, -3, 1, -2
#: What speaks for the deal that is told first, the news; and for one of a named system or a number of goods.
NEWS, NAMED = 0.5, 0.5
#: What the words beside a sum say for a deal that they were read as telling of.
SPOKEN_OF = 0.5
#: Categories of spare parts, rounds and the like, which go with any goods.
GOING_WITH = frozenset({"other", "munition"})
#: What speaks against a deal of years past where the sentence of the sum tells no day.
OF_OLD, LONG_AGO = -1, timedelta(days=3 * 365)
#: The least that a deal has to have for it.
ENOUGH = 2
#: How much a character between sum and goods of one sentence takes off.
PER_CHARACTER = 0.002


def priced(document: Document, deals: Sequence[Deal]) -> list[Deal]:
    """The deals, each with the sum told for it elsewhere in the text where none stands in a clause of its own."""
    text = _Text(document)
    known = [replace(deal, tellings=[_without_loose_sum(t) for t in deal.tellings]) for deal in deals]
    loose = [m for m in document.money if _is_loose(text, known, m)]
    fits = ((_fit(text, deals, n, money), money, n) for money in loose for n in range(len(deals)))
    settled: set[Span] = set()
    for fit, money, n in sorted(fits, key=lambda one: -one[0]):
        if fit < ENOUGH:
            break
        if money.span not in settled and _is_open(known[n], money) and not _is_told(known, money):
            for deal in _rivals(known, known[n]):
                deal.tellings.append(_telling(deal, text.sentence(money.span), told_value(document, money)))
        settled.add(money.span)
    return known


@dataclass(frozen=True)
class _Text:
    """A document and its sentences by offset."""

    document: Document

    @cached_property
    def sentences(self) -> list[Words]:
        return list(self.document.doc.sents)

    @cached_property
    def starts(self) -> list[int]:
        return [words.start_char for words in self.sentences]

    def number(self, offset: int) -> int:
        """Which sentence an offset lies in."""
        return bisect_right(self.starts, offset) - 1

    def sentence(self, span: Span) -> Span:
        """The sentence that a span begins in."""
        words = self.sentences[self.number(span.start)]
        return Span(words.start_char, words.end_char)


def _without_loose_sum(telling: Telling) -> Telling:
    """The telling without a sum, where it names no goods: which deal it speaks of is asked anew."""
    return telling if telling.items else replace(telling, value=None)


def _is_loose(text: _Text, deals: Sequence[Deal], money: Money) -> bool:
    """Whether a sum of the story is the price of some deal, which no clause has told."""
    held = any(t.value and t.value.span.overlaps(money.span) for deal in deals for t in deal.tellings)
    in_story = money.span.start < text.document.article.story_end
    shared = any(deal.kind in MUTUAL for deal in deals) and is_of_whole_project(text.document, money.span)
    return in_story and not held and not shared and is_price(text.document, text.sentence(money.span), money)


def _rivals(deals: Sequence[Deal], deal: Deal) -> list[Deal]:
    """A deal and those told by the same words, of its competitors for one order."""
    return [other for other in deals if other.tellings[0] == deal.tellings[0]]


def _is_open(deal: Deal, money: Money) -> bool:
    """Whether a deal has no price yet, or only that of one of its goods where the sum is that of all."""
    return deal.value is None or (deal.value.scope == "per_unit" and not money.per_unit)


def _is_told(deals: Sequence[Deal], money: Money) -> bool:
    """Whether the sum is one told before of any of the deals."""
    return any(is_same(t.value, money) for deal in deals for t in deal.tellings if t.value)


def _fit(text: _Text, deals: Sequence[Deal], n: int, money: Money) -> float:
    """What speaks for the n-th deal."""
    deal, here = deals[n], text.number(money.span.start)
    told = list(_mentions(text.document, deals, deal))
    sentence = text.sentence(money.span)
    if speaks_of_known(text.document, money):
        told = [at for at in told if at.start < money.span.start]
        sentence = Span(sentence.start, money.span.end)
    fits = [_nearness(here, text.number(at.start), at, money.span) for at in told]
    return max(fits, default=0) + sum(_signs(text.document, deal, sentence)) + (0 if n else NEWS)


def _mentions(document: Document, deals: Sequence[Deal], deal: Deal) -> Iterator[Span]:
    """Where the goods of a deal are told, and named again where no other deal has such."""
    items = _goods(deal)
    yield from (item.span for item in items)
    others = {name for other in deals if other is not deal for item in _goods(other) for name in _names(item)}
    own = {name for item in items for name in _names(item)} - others
    yield from (m.span for m in document.systems if own & {m.designation, m.category})


def _goods(deal: Deal) -> list[Item]:
    return [item for telling in deal.tellings for item in telling.items]


def _names(item: Item) -> set[str]:
    """What goods are called: their system and their kind, which `other` is none."""
    return {name for name in (item.record.system, item.record.category) if name} - {"other"}


def _nearness(here: int, there: int, goods: Span, money: Span) -> float:
    """What speaks for goods by their distance from the sum."""
    if there == here:
        gap = money.start - goods.end if goods.start < money.start else goods.start - money.end
        return BEFORE[0] - PER_CHARACTER * gap
    if there > here:
        return AFTER if there == here + 1 else 0
    return BEFORE[here - there] if here - there < len(BEFORE) else 0


def _signs(document: Document, deal: Deal, sentence: Span) -> Iterator[float]:
    """What the sentence of a sum says for and against a deal, nearness aside."""
    items = _goods(deal)
    if any(item.record.system or item.record.quantity_min for item in items):
        yield NAMED
    if any(sentence.holds(span) for t in deal.tellings if t.back for span in t.evidence):
        yield SPOKEN_OF
    named = {m.designation or m.category for m in document.systems if sentence.holds(m.span)} - GOING_WITH
    if named and not any(sentence.holds(item.span) for item in items):
        yield SAME_GOODS if named & {name for item in items for name in _names(item)} else OTHER_GOODS
    if _is_of_old(document, deal) and not document.dates_in(sentence):
        yield OF_OLD
    sides = {*deal.sides.recipients, *deal.sides.suppliers}
    countries = {n.code for n in document.names_in(sentence) if n.code}
    if countries:
        yield SAME_SIDE if countries & sides else OTHER_SIDE


def _is_of_old(document: Document, deal: Deal) -> bool:
    """Whether a deal was made years before the article was written."""
    told, written = deal.event.latest, document.article.published.earliest
    return told is not None and written is not None and told < written - LONG_AGO


def _telling(deal: Deal, sentence: Span, value: Value) -> Telling:
    """A telling of nothing but the price."""
    return Telling(
        kind=deal.kind,
        status=None,
        items=(),
        suppliers=(),
        recipients=(),
        partners=(),
        nation_hints=(),
        value=value,
        timing=Timing(),
        evidence=(sentence,),
        strength=deal.tellings[0].strength,
        back=True,
    )
