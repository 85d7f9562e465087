"""Whether a telling is of a deal told before: goods, sides, times and sums that may be the same.

Not here: what becomes of a telling that is (`merging.py`).
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from pipelines.extraction.deals.goods.item import Item
from pipelines.extraction.deals.joining.deal import Deal
from pipelines.extraction.deals.sides.of_telling import Sides
from pipelines.extraction.deals.tellings.kinds import MUTUAL
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.extraction.deals.tellings.values import is_near

OPEN = frozenset({"interest", "tender", "negotiation"})
OVER = frozenset({"completed", "cancelled"})
#: Kinds of deals on goods that somebody has, and on goods that are made where they go.
UPKEEP, MADE_THERE = "service", "co_production"
SAME_TIME = timedelta(days=500)
#: Kinds of one category of which none is another.
CLASSES = frozenset({"frigate", "corvette", "destroyer", "cruiser", "minehunter", "minesweeper", "tanker"})
#: What tells the version of a system behind its designation.
VERSION = re.compile(r"[A-Z][A-Z\d]*")


def is_decided(deal: Deal, telling: Telling) -> bool:
    """Whether a deal is past what speaks of those who want the order: `Of all the bidders Hanwha served it best`."""
    return telling.status == "tender" and deal.status not in (None, *OPEN)


def agrees(deal: Deal, telling: Telling, sides: Sides) -> bool:
    """Whether a telling of goods, or of a paper, may be of a deal."""
    if (deal.kind == "agreement") != (telling.kind == "agreement"):
        return False
    if not sides_agree(deal.sides, sides) or not times_agree(deal, telling) or not values_agree(deal, telling):
        return False
    if deal.kind == "agreement":
        return True
    if _is_past_of_other(deal, telling) and not _are_same_words(deal, telling):
        return False
    if not _kinds_agree(deal, telling):
        return False
    if (deal.kind == "aid") != (telling.kind == "aid") and not _same_quantity(deal, telling):
        return False
    pairs = _pairs(deal.items, telling.items)
    if not (deal.sides.recipients and sides.recipients):
        pairs = [(a, b) for a, b in pairs if a.record.system and b.record.system]
    asked_for = deal.status == "approved" and telling.status == "interest"  # what was approved had been asked for
    if pairs and asked_for and not any(item.further for item in telling.items):
        return True
    return bool(pairs) and all(_quantities_agree(a, b) and _batches_agree(a, b) for a, b in pairs)


def _kinds_agree(deal: Deal, telling: Telling) -> bool:
    """Whether one deal may be told as both kinds: a sale is not that of upkeep, nor what came yet to be made."""
    if (deal.kind in MUTUAL) != (telling.kind in MUTUAL) or (deal.kind == UPKEEP and telling.kind != UPKEEP):
        return False
    came = (
        MADE_THERE in {deal.kind, telling.kind} and deal.kind != telling.kind and OVER & {deal.status, telling.status}
    )
    return not came or telling.evidence[0] in deal.evidence


def _batches_agree(told: Item, item: Item) -> bool:
    """Whether goods are of one batch; those told first as `its next frigates` may be any."""
    return told.further == item.further or (told.further and quantity_of(told) == (None, None))


def _is_past_of_other(deal: Deal, telling: Telling) -> bool:
    """Whether one is still to come and the other, of goods by another name, was over in a year before."""
    one, other = (deal.status, deal.event), (telling.status, telling.timing.event)
    named = {i.record.system for i in deal.items} & {i.record.system for i in telling.items} - {None}
    if not named and {one[0], other[0]} == {"interest", "negotiation"}:  # a wish of last year, talks of today
        wish, talks = (one, other) if one[0] == "interest" else (other, one)
        return wish[1].precision in ("year", "month") and not talks[1].earliest
    if named or {one[0] in OPEN, other[0] in OPEN} != {True, False}:
        return False
    status, when = other if one[0] in OPEN else one
    return status in OVER and when.precision in ("year", "range") and when.latest is not None


def _pairs(some: Sequence[Item], others: Sequence[Item]) -> list[tuple[Item, Item]]:
    """The items that may be the same; one that is told by the same name counts for no other of its kind."""
    same = [(a, b) for a in some for b in others if same_goods(a, b)]
    named = [(a, b) for a, b in same if a.record.system and b.record.system]
    taken = {item.span for pair in named for item in pair}
    return named + [(a, b) for a, b in same if not {a.span, b.span} & taken]


def same_goods(a: Item, b: Item) -> bool:
    """Whether two items may be the same: one system, or one kind where either is named by its kind only."""
    if a.record.system and b.record.system:
        return one_system(a.record.system, b.record.system)
    kinds = {_head(a.record.system_text), _head(b.record.system_text)}
    if len(kinds) > 1 and kinds <= CLASSES:
        return False
    return a.record.category == b.record.category and (
        a.record.category != "other" or _head(a.record.system_text) == _head(b.record.system_text)
    )


def one_system(a: str, b: str) -> bool:
    """Whether two designations may be of one system: the same, or a version and the system (`F-35A`, `M1A2`)."""
    x, y = sorted((a.split()[0], b.split()[0]), key=len)
    return a == b or (any(c.isdigit() for c in x) and y.startswith(x) and bool(VERSION.fullmatch(y, len(x))))


def _head(words: str) -> str:
    return words.split()[-1].lower().rstrip("s")


def _quantities_agree(a: Item, b: Item) -> bool:
    x, y = quantity_of(a), quantity_of(b)
    return x == (None, None) or y == (None, None) or x == y


def quantity_of(item: Item) -> tuple[int | None, int | None]:
    """How many goods are told, at least and at most."""
    return item.record.quantity_min, item.record.quantity_max


def _same_quantity(deal: Deal, telling: Telling) -> bool:
    return any(quantity_of(a) == quantity_of(b) != (None, None) for a in deal.items for b in telling.items)


def sides_agree(a: Sides, b: Sides) -> bool:
    """Whether the sides of two tellings may be the same, one left out being any."""
    if a.between or b.between:
        told = [{*(() if s.inferred else s.suppliers), *s.recipients, *s.between} for s in (a, b)]
        return told[0] <= told[1] or told[1] <= told[0]
    suppliers_known = not (a.inferred or b.inferred)
    apart = len({*a.recipients, *b.recipients}) > 1 and {*a.recipients} != {*b.recipients}
    return (
        not apart and overlap(a.recipients, b.recipients) and (not suppliers_known or overlap(a.suppliers, b.suppliers))
    )


def overlap(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two sets of countries have one in common, or one of them is unknown."""
    return not a or not b or bool(set(a) & set(b))


def times_agree(deal: Deal, telling: Telling) -> bool:
    """Whether a telling is of about the time of a deal."""
    a, b = deal.event, telling.timing.event
    if _are_same_words(deal, telling):  # "bought in 2014 and delivered in 2017"
        return True
    if not (a.earliest and a.latest and b.earliest and b.latest):
        return True
    return a.earliest - b.latest <= SAME_TIME and b.earliest - a.latest <= SAME_TIME


def _are_same_words(deal: Deal, telling: Telling) -> bool:
    """Whether the very words for goods of a deal are those of a telling."""
    return bool({i.span for i in deal.items} & {i.span for i in telling.items})


def values_agree(deal: Deal, telling: Telling) -> bool:
    """Whether the sum of a telling may be that of a deal."""
    a, b = deal.value, telling.value
    return a is None or b is None or a.currency != b.currency or a.scope != b.scope or is_near(a, b)
