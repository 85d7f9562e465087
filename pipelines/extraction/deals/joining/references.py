"""Tellings that speak of goods told before, by a number of them or by their mere kind, and the deal that they mean.

`For 120. Two dozen are to be shipped`, `the jets`, `the two aircraft received so far`. Not here: which system such
words mean (`goods/item.py`, `goods/ellipses.py`); tellings that name no goods (`merging.py`).
"""

from collections.abc import Sequence, Set
from dataclasses import replace

from pipelines.extraction.deals.goods.item import WIDER, Item
from pipelines.extraction.deals.joining.deal import Deal
from pipelines.extraction.deals.joining.sameness import OPEN, is_decided, same_goods, sides_agree, values_agree
from pipelines.extraction.deals.sides.of_telling import Sides
from pipelines.extraction.deals.tellings.kinds import MUTUAL
from pipelines.extraction.deals.tellings.manner import Manner
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.records import Span

#: How far a deal has come whose goods are to be delivered.
SETTLED = frozenset({"approved", "signed", "delivering"})
ARRIVED = frozenset({"delivering", "completed"})


def deal_meant(deals: Sequence[Deal], telling: Telling, sides: Sides) -> Deal | None:
    """The deal that a telling only speaks of again, of some or all of its goods."""
    readings = (_whole(deals, telling), _of_known(deals, telling, sides), _of_schedule(deals, telling, sides))
    return next((deal for deal in (*readings, _of_same_words(deals, telling, sides)) if deal), None)


def spoken_of(deal: Deal, telling: Telling) -> Telling:
    """A telling that speaks of a deal again, without its goods: where some of them came, more are to."""
    counts = [
        (_count(item), _count(other)) for item in telling.items for other in deal.items if _is_kind_of(item, other)
    ]
    some = any(part and whole and part < whole for part, whole in counts)
    return replace(telling, items=(), status="delivering" if some and telling.status == "completed" else telling.status)


def _whole(deals: Sequence[Deal], telling: Telling) -> Deal | None:
    """The deal told last where a telling only counts some of its goods."""
    share = next(iter(telling.items), None)
    if share is None or not deals or not share.elliptic or share.further or len(telling.items) > 1:
        return None
    if (
        telling.value
        or telling.kind != deals[-1].kind
        or not (_tells_nobody(telling) or _has_come(telling, share, deals[-1]))
    ):
        return None
    wholes = (item for item in deals[-1].items if same_goods(item, share))
    counts = (item.record.quantity_min or 0 for item in wholes)
    return deals[-1] if any(0 < (share.record.quantity_min or 0) < count for count in counts) else None


def _tells_nobody(telling: Telling) -> bool:
    return not telling.recipients and not telling.partners


def _has_come(telling: Telling, share: Item, deal: Deal) -> bool:
    """Whether whoever bought goods got some: `ordered 52 and has received 40`, not `on top of 40 already received`."""
    told = {p.country for p in (*telling.recipients, *telling.partners)}
    beside = not share.span.start <= share.token.idx < share.span.end  # a lot told beside the goods themselves
    return telling.status in ARRIVED and told <= {*deal.sides.recipients} and not beside


def _of_known(deals: Sequence[Deal], telling: Telling, sides: Sides) -> Deal | None:
    """The deal of the goods that a telling knows: the one told last of those with the parties told."""
    if not telling.items or not all(item.known and not item.further for item in telling.items):
        return None
    told = {p.country for p in (*telling.suppliers, *telling.recipients, *telling.partners) if p.country}
    meant = (d for d in deals if _may_mean(telling, d))
    fitting = [d for d in meant if _is_among(told, d.sides) or _is_talked_of(telling, sides, d)]
    return fitting[-1] if fitting and all(_are_enough(fitting, item) for item in telling.items) else None


def _is_talked_of(telling: Telling, sides: Sides, deal: Deal) -> bool:
    """Whether talks are of goods that one of those who talk has bought: `discussed the jets with Washington`."""
    talked = telling.status in OPEN and deal.status not in OPEN
    return talked and bool({*sides.recipients} & {*deal.sides.recipients})


def _of_schedule(deals: Sequence[Deal], telling: Telling, sides: Sides) -> Deal | None:
    """The deal of more such goods, where a telling says when some of them come: `four aircraft will come in 2026`."""
    promised = telling.manner == Manner.PROMISE and telling.status == "signed"
    if telling.strength != "verb" or telling.value or not promised:
        return None
    fitting = (d for d in reversed(deals) if d.status in SETTLED and sides_agree(d.sides, sides))
    return next((d for d in fitting if telling.items and all(_is_part(item, d) for item in telling.items)), None)


def _of_same_words(deals: Sequence[Deal], telling: Telling, sides: Sides) -> Deal | None:
    """The deal of the same parties told of the very words for goods: `discussed its order for six jets, now signed`."""
    goods = {(item.span, _count(item)) for item in telling.items if _count(item)}
    if not goods or len(goods) < len(telling.items) or telling.status == "tender" or telling.kind in MUTUAL:
        return None
    codes = {*sides.suppliers, *sides.recipients}
    fitting = (d for d in deals if _is_told_of(d, goods) and _is_among(codes, d.sides))
    return next((deal for deal in fitting if _may_be(deal, telling)), None)


def _is_told_of(deal: Deal, goods: Set[tuple[Span, int | None]]) -> bool:
    return goods <= {(item.span, _count(item)) for told in deal.tellings for item in told.items}


def _may_be(deal: Deal, telling: Telling) -> bool:
    """Whether no contest, and no two recipients, part what the same words tell."""
    known = {p.country for t in deal.tellings for p in t.recipients}
    told = {p.country for p in telling.recipients}
    return deal.status != "tender" and deal.kind not in MUTUAL and (not known or not told or bool(known & told))


def _is_part(item: Item, deal: Deal) -> bool:
    """Whether goods are fewer of those of a deal, not more of the same."""
    wholes = (_count(other) or 0 for other in deal.items if same_goods(other, item))
    return not item.further and any(0 < (_count(item) or 0) < whole for whole in wholes)


def _are_enough(deals: Sequence[Deal], item: Item) -> bool:
    """Whether deals are of as many goods as are known: `four and two more. The six boats`."""
    counts = [_count(other) for deal in deals for other in deal.items if _is_kind_of(item, other)]
    return None in counts or (_count(item) or 0) <= sum(count or 0 for count in counts)


def _count(item: Item) -> int | None:
    return item.record.quantity_min or item.record.quantity_max


def _is_among(told: Set[str], sides: Sides) -> bool:
    """Whether the parties told are those of a deal, or some of them, or more."""
    of_deal = {*sides.suppliers, *sides.recipients}
    return told <= of_deal or of_deal <= told


def _may_mean(telling: Telling, deal: Deal) -> bool:
    if deal.kind == "agreement" or is_decided(deal, telling) or not values_agree(deal, telling):
        return False
    return all(any(_is_kind_of(item, other) for other in deal.items) for item in telling.items)


def are_known(deals: Sequence[Deal], item: Item) -> bool:
    """Whether goods are spoken of as known, and some deal has such."""
    return item.known and any(_is_kind_of(item, other) for deal in deals for other in deal.items)


def _is_kind_of(item: Item, goods: Item) -> bool:
    """Whether the kind that goods are told by is that of others."""
    return goods.record.category in (item.record.category, *WIDER.get(item.token.lemma_.lower(), ()))
