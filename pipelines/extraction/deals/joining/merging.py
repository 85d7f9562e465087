"""Joins the tellings of one deal: same goods between the same parties, told at several places of an article.

A later status wins over an earlier one, so that a memorandum and the contract it led to are one deal. Not here:
which tellings may be of one deal (`sameness.py`); joining the deals of different articles (resolution).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipelines.extraction.deals.goods.item import Item
from pipelines.extraction.deals.joining.deal import Deal
from pipelines.extraction.deals.joining.references import deal_meant, spoken_of
from pipelines.extraction.deals.joining.sameness import (
    OPEN,
    OVER,
    agrees,
    is_decided,
    overlap,
    quantity_of,
    same_goods,
    sides_agree,
    times_agree,
    values_agree,
)
from pipelines.extraction.deals.sides.of_telling import Sides
from pipelines.extraction.deals.tellings.kinds import MUTUAL
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.extraction.deals.tellings.timing import Timing

#: How far back, in characters, `the order` speaks of a deal told before.
MEMORY = 900
SOON = 350

#: What may be told of goods that were sold, without making the sale anything else: `the contract covers training`.
BESIDE_A_SALE = frozenset({"agreement", "service"})


def merge(told: Iterable[tuple[Telling, Sides]]) -> list[Deal]:
    """The deals of an article in the order first told. Tellings that only speak of a deal join the one told last."""
    deals: list[Deal] = []
    waiting: list[tuple[Telling, Sides]] = []
    orphans: list[tuple[Telling, Sides]] = []
    for telling, sides in told:
        deal = None if telling.back else _same(deals, telling, sides)
        meant = deal_meant(deals, telling, sides)
        if meant is not None and deal is None:
            meant.tellings.append(spoken_of(meant, telling))
            continue
        if deal is None and (telling.back or telling.continues or telling.ranks):
            deal = _told_last(deals, telling, sides)
        if deal is not None and telling.ranks:
            deal.tellings.append(replace(telling, items=(), status=None, timing=Timing()))
            continue
        if deal is not None:
            _add(deal, telling, sides)
        elif telling.back:
            waiting.append((telling, sides))
            orphans.append((telling, sides))
        else:
            deals.append(Deal(telling.kind, sides, list(telling.items), [telling]))
            for early, early_sides in waiting:  # "The contract was signed on Tuesday", told before what it is for
                soon = telling.start - early.start < SOON
                other = _is_made_elsewhere(deals[-1], early_sides)
                if soon and sides_agree(sides, early_sides) and not other and not is_decided(deals[-1], early):
                    _add(deals[-1], early, early_sides)
            waiting = []
    return deals + _adopted(deals, orphans)


def _is_made_elsewhere(deal: Deal, sides: Sides) -> bool:
    """Whether whoever is told to supply is not where the goods of a deal come from: `a Korean firm`, of Gripens."""
    origins = {origin for item in deal.items for origin in item.origins}
    return bool(sides.suppliers and origins) and origins.isdisjoint(sides.suppliers)


def _adopted(deals: Sequence[Deal], orphans: Iterable[tuple[Telling, Sides]]) -> list[Deal]:
    """Deals told by their sides only, of the goods that their sentence names elsewhere."""
    found: list[Deal] = []
    for telling, sides in orphans:
        known = any(overlap(d.sides.recipients, sides.recipients) for d in (*deals, *found))
        if sides.suppliers and sides.recipients and telling.about and telling.status == "signed" and not known:
            found.append(Deal(telling.kind, sides, list(telling.about), [telling]))
    return found


def _told_last(deals: Sequence[Deal], telling: Telling, sides: Sides) -> Deal | None:
    sold = [deal for deal in deals if set(deal.sides.suppliers) & set(sides.suppliers)]
    sold = sold or [d for d in deals if sides.between and {*d.sides.suppliers, *d.sides.recipients} == {*sides.between}]
    wanted = [deal for deal in deals if not deal.sides.suppliers]
    for deal in reversed([*wanted, *sold] if sold else deals):  # "the contract with BAE", behind one with a German yard
        near = telling.ranks or telling.start - deal.tellings[-1].evidence[-1].end < MEMORY
        in_time = telling.ranks or telling.status in OVER or times_agree(deal, telling)
        fits = sides_agree(deal.sides, sides) and in_time
        spoken_of = deal.kind not in MUTUAL and near and not all(item.is_at_large for item in deal.items)
        if spoken_of and fits and not is_decided(deal, telling):
            return deal if not (telling.value and deal.value and not values_agree(deal, telling)) else None
    return None


def _same(deals: Sequence[Deal], telling: Telling, sides: Sides) -> Deal | None:
    return next((d for d in reversed(deals) if agrees(d, telling, sides)), None)


def _add(deal: Deal, telling: Telling, sides: Sides) -> None:
    beside = deal.kind == "arms_transfer" and telling.kind == "service"  # whose day is not that of the sale
    deal.tellings.append(replace(telling, timing=Timing()) if beside else telling)
    if deal.kind == "arms_transfer" and telling.kind not in BESIDE_A_SALE and not telling.back:
        deal.kind = telling.kind
    deal.sides = _joined(_with_rivals(deal, telling, sides), sides)
    for item in telling.items:
        known = _place_of(item, deal.items)
        if known is None:
            deal.items.append(item)
        else:
            deal.items[known] = fuller(deal.items[known], item)


def _place_of(item: Item, known: Sequence[Item]) -> int | None:
    """Which of the goods known some are: those told by the very words, else such as may be the same."""
    places = [n for n, other in enumerate(known) if same_goods(other, item)]
    return min(places, key=lambda n: known[n].span != item.span, default=None)


def _with_rivals(deal: Deal, telling: Telling, sides: Sides) -> Sides:
    """The sides of a deal, with those who are told to be after the same order where it is still open to several."""
    if telling.status != "tender" or deal.status not in OPEN or not deal.sides.suppliers:
        return deal.sides
    return replace(deal.sides, suppliers=tuple(dict.fromkeys((*deal.sides.suppliers, *sides.suppliers))))


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
    if sides.inferred and left and {*sides.recipients} & {*between} and not {*sides.suppliers} & {*between}:
        # "the Danish minister signed for the F-16s", which Denmark had before
        return replace(sides, suppliers=left, inferred=False)
    if bool(sides.suppliers) == bool(sides.recipients):
        return sides
    return replace(sides, recipients=sides.recipients or left, suppliers=sides.suppliers or left)


def _first(item: Item) -> str:
    """The word of a designation that tells its version."""
    return (item.record.system or "").partition(" ")[0]


def fuller(a: Item, b: Item) -> Item:
    """One item with the designation of either and the quantity of either."""
    named, other = (b, a) if len(_first(b)) > len(_first(a)) else (a, b)
    if quantity_of(named) != (None, None):
        return named
    r = other.record
    return replace(
        named,
        record=replace(
            named.record, quantity_min=r.quantity_min, quantity_max=r.quantity_max, quantity_unit=r.quantity_unit
        ),
    )
