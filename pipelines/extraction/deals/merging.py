"""Joins the tellings of one deal: same goods between the same parties, told at several places of an article.

A later status wins over an earlier one, so that a memorandum and the contract it led to are one deal. Not here:
joining the deals of different articles (resolution).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from pipelines.extraction.deals.goods import Item
from pipelines.extraction.deals.sides import MUTUAL, Sides
from pipelines.extraction.deals.standing import day_told, furthest
from pipelines.extraction.deals.telling import Telling
from pipelines.extraction.deals.values import Value, is_near
from pipelines.records import Span, When

OPEN = frozenset({"interest", "tender", "negotiation"})
OVER = frozenset({"completed", "cancelled"})
SAME_TIME = timedelta(days=500)
#: What tells the version of a system behind its designation.
VERSION = re.compile(r"[A-Z][A-Z\d]*")
#: How far back, in characters, `the order` speaks of a deal told before.
MEMORY = 900
SOON = 350


@dataclass(slots=True)
class Deal:
    """A deal as far as it has been told."""

    kind: str
    sides: Sides
    items: list[Item]
    tellings: list[Telling] = field(default_factory=list)

    @property
    def status(self) -> str | None:
        """The furthest status told."""
        return furthest(self.tellings)

    @property
    def event(self) -> When:
        """When that status was reached; else the time told of the deal."""
        return day_told(self.tellings, self.status)

    @property
    def delivery(self) -> When:
        """When its goods are due."""
        known = (t.timing.delivery for t in self.tellings)
        return next((w for w in known if w.earliest or w.latest), When())

    @property
    def value(self) -> Value | None:
        """What it is worth, as first told; what one costs, where nothing tells the price of all."""
        told = (t.value for t in self.tellings if t.value)
        return min(told, key=lambda value: value.scope == "per_unit", default=None)

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The sentences it was read from, in text order."""
        return tuple(sorted({span for t in self.tellings for span in t.evidence}))


def merge(told: Iterable[tuple[Telling, Sides]]) -> list[Deal]:
    """The deals of an article in the order first told. Tellings that only speak of a deal join the one told last."""
    deals: list[Deal] = []
    waiting: list[tuple[Telling, Sides]] = []
    orphans: list[tuple[Telling, Sides]] = []
    for telling, sides in told:
        whole = _whole(deals, telling)
        if whole is not None:
            whole.tellings.append(replace(telling, items=()))
            continue
        deal = None if telling.back else _same(deals, telling, sides)
        if deal is None and (telling.back or telling.continues):
            deal = _told_last(deals, telling, sides)
        if deal is not None:
            _add(deal, telling, sides)
        elif telling.back:
            waiting.append((telling, sides))
            orphans.append((telling, sides))
        else:
            deals.append(Deal(telling.kind, sides, list(telling.items), [telling]))
            for early, early_sides in waiting:  # "The contract was signed on Tuesday", told before what it is for
                soon = telling.start - early.start < SOON
                if soon and _sides_agree(sides, early_sides) and not _is_decided(deals[-1], early):
                    _add(deals[-1], early, early_sides)
            waiting = []
    return deals + _adopted(deals, orphans)


def _adopted(deals: Sequence[Deal], orphans: Iterable[tuple[Telling, Sides]]) -> list[Deal]:
    """Deals told by their sides only, of the goods that their sentence names elsewhere."""
    found: list[Deal] = []
    for telling, sides in orphans:
        known = any(_overlap(d.sides.recipients, sides.recipients) for d in (*deals, *found))
        if sides.suppliers and sides.recipients and telling.about and telling.status == "signed" and not known:
            found.append(Deal(telling.kind, sides, list(telling.about), [telling]))
    return found


def _told_last(deals: Sequence[Deal], telling: Telling, sides: Sides) -> Deal | None:
    sold = [deal for deal in deals if set(deal.sides.suppliers) & set(sides.suppliers)]
    for deal in reversed(sold or deals):  # "the contract with BAE", told behind one with a German yard
        near = telling.start - deal.tellings[-1].evidence[-1].end < MEMORY
        in_time = telling.status in OVER or _times_agree(deal, telling)
        agrees = _sides_agree(deal.sides, sides) and in_time
        if deal.kind not in MUTUAL and near and agrees and not _is_decided(deal, telling):
            return deal if not (telling.value and deal.value and not _values_agree(deal, telling)) else None
    return None


def _is_decided(deal: Deal, telling: Telling) -> bool:
    """Whether a deal is past what speaks of those who want the order: `Of all the bidders Hanwha served it best`."""
    return telling.status == "tender" and deal.status not in (None, *OPEN)


def _whole(deals: Sequence[Deal], telling: Telling) -> Deal | None:
    """The deal told last where a telling only counts some of its goods: `for 120. Two dozen are to be shipped`."""
    share = next(iter(telling.items), None)
    told = telling.recipients or telling.partners or telling.value
    if share is None or not deals or told or not share.elliptic or share.further or len(telling.items) > 1:
        return None
    wholes = (item for item in deals[-1].items if same_goods(item, share))
    counts = (item.record.quantity_min or 0 for item in wholes)
    return deals[-1] if any(0 < (share.record.quantity_min or 0) < count for count in counts) else None


def _same(deals: Sequence[Deal], telling: Telling, sides: Sides) -> Deal | None:
    return next((d for d in reversed(deals) if _agree(d, telling, sides)), None)


def _agree(deal: Deal, telling: Telling, sides: Sides) -> bool:
    if (deal.kind == "agreement") != (telling.kind == "agreement"):
        return False
    if not _sides_agree(deal.sides, sides) or not _times_agree(deal, telling) or not _values_agree(deal, telling):
        return False
    if deal.kind == "agreement":
        return True
    if _is_past_of_other(deal, telling):
        return False
    if (deal.kind in MUTUAL) != (telling.kind in MUTUAL):
        return False
    if (deal.kind == "aid") != (telling.kind == "aid") and not _same_quantity(deal, telling):
        return False
    pairs = _pairs(deal.items, telling.items)
    if not (deal.sides.recipients and sides.recipients):
        pairs = [(a, b) for a, b in pairs if a.record.system and b.record.system]
    asked_for = deal.status == "approved" and telling.status == "interest"  # what was approved had been asked for
    if pairs and asked_for and not any(item.further for item in telling.items):
        return True
    return bool(pairs) and all(_quantities_agree(a, b) and a.further == b.further for a, b in pairs)


def _is_past_of_other(deal: Deal, telling: Telling) -> bool:
    """Whether one is still to come and the other, of goods by another name, was over in a year before."""
    one, other = (deal.status, deal.event), (telling.status, telling.timing.event)
    named = {i.record.system for i in deal.items} & {i.record.system for i in telling.items} - {None}
    if not named and {one[0], other[0]} == {"interest", "negotiation"}:  # a wish of last year, talks of today
        wish, talks = (one, other) if one[0] == "interest" else (other, one)
        return bool(wish[1].earliest) and not talks[1].earliest
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
    x, y = _quantity(a), _quantity(b)
    return x == (None, None) or y == (None, None) or x == y


def _quantity(item: Item) -> tuple[int | None, int | None]:
    return item.record.quantity_min, item.record.quantity_max


def _same_quantity(deal: Deal, telling: Telling) -> bool:
    return any(_quantity(a) == _quantity(b) != (None, None) for a in deal.items for b in telling.items)


def _sides_agree(a: Sides, b: Sides) -> bool:
    if a.between or b.between:
        told = [{*s.suppliers, *s.recipients, *s.between} for s in (a, b)]
        return told[0] <= told[1] or told[1] <= told[0]
    suppliers_known = not (a.inferred or b.inferred)
    apart = len({*a.recipients, *b.recipients}) > 1 and {*a.recipients} != {*b.recipients}
    return (
        not apart
        and _overlap(a.recipients, b.recipients)
        and (not suppliers_known or _overlap(a.suppliers, b.suppliers))
    )


def _overlap(a: Sequence[str], b: Sequence[str]) -> bool:
    return not a or not b or bool(set(a) & set(b))


def _times_agree(deal: Deal, telling: Telling) -> bool:
    a, b = deal.event, telling.timing.event
    if {i.span for i in deal.items} & {i.span for i in telling.items}:  # "bought in 2014 and delivered in 2017"
        return True
    if not (a.earliest and a.latest and b.earliest and b.latest):
        return True
    return a.earliest - b.latest <= SAME_TIME and b.earliest - a.latest <= SAME_TIME


def _values_agree(deal: Deal, telling: Telling) -> bool:
    a, b = deal.value, telling.value
    return a is None or b is None or a.currency != b.currency or a.scope != b.scope or is_near(a, b)


def _add(deal: Deal, telling: Telling, sides: Sides) -> None:
    deal.tellings.append(telling)
    if deal.kind == "arms_transfer" and telling.kind != "agreement":
        deal.kind = telling.kind if not telling.back else deal.kind
    deal.sides = _joined(deal.sides, sides)
    for item in telling.items:
        known = next((n for n, other in enumerate(deal.items) if same_goods(other, item)), None)
        if known is None:
            deal.items.append(item)
        else:
            deal.items[known] = fuller(deal.items[known], item)


def _joined(a: Sides, b: Sides) -> Sides:
    if b.between:
        return _completed(a, b.between)
    better = b if a.inferred and not b.inferred and b.suppliers else a
    return Sides(
        better.suppliers or b.suppliers,
        a.recipients or tuple(r for r in b.recipients if r not in better.suppliers),
        tuple(dict.fromkeys((*a.supplier_organizations, *b.supplier_organizations))),
        tuple(dict.fromkeys((*a.recipient_organizations, *b.recipient_organizations))),
        a.inferred and b.inferred,
    )


def _completed(sides: Sides, between: Sequence[str]) -> Sides:
    """The sides with the one that is missing, where two are known to have struck the deal."""
    left = tuple(code for code in between if code not in (*sides.suppliers, *sides.recipients))
    if bool(sides.suppliers) == bool(sides.recipients):
        return sides
    return replace(sides, recipients=sides.recipients or left, suppliers=sides.suppliers or left)


def _first(item: Item) -> str:
    """The word of a designation that tells its version."""
    return (item.record.system or "").partition(" ")[0]


def fuller(a: Item, b: Item) -> Item:
    """One item with the designation of either and the quantity of either."""
    named, other = (b, a) if len(_first(b)) > len(_first(a)) else (a, b)
    if _quantity(named) != (None, None):
        return named
    r = other.record
    return replace(
        named,
        record=replace(
            named.record, quantity_min=r.quantity_min, quantity_max=r.quantity_max, quantity_unit=r.quantity_unit
        ),
    )
