"""The goods of a deal told once each: `two patrol ships of the PPA type` are one item, `weapons` beside guns none.

Not here: which goods the words of a telling name (`goods/items.py`); which tellings are of one deal (`merging.py`).
"""

from collections.abc import Sequence
from dataclasses import replace

from pipelines.extraction.deals.goods.item import Item
from pipelines.extraction.deals.goods.items import LIST_LINK
from pipelines.extraction.deals.joining.deal import Deal
from pipelines.extraction.deals.joining.merging import fuller
from pipelines.reading.document import Document

#: What any deal of arms is of, and what goes with any arms.
ACCOMPANYING = frozenset(
    {"weapons", "weapon", "arms", "weaponry", "armaments", "weapons system", "weapons systems", "weapon system",
     "weapon systems", "military equipment", "equipment", "military hardware", "hardware", "logistics support",
     "logistic support", "spare parts", "spares", "support equipment", "supplies", "military supplies"}
)  # fmt: skip


def inventoried(document: Document, deals: Sequence[Deal]) -> list[Deal]:
    """The deals, each of their goods once."""
    return [replace(deal, items=_once(document, deal.items)) for deal in deals]


def _once(document: Document, items: Sequence[Item]) -> list[Item]:
    plain = [item for item in items if not _accompanies(item)]
    named = _each_system_once(plain or items)
    for item in [item for item in named if item.record.system is None]:
        others = [other for other in named if other is not item and other.record.category == item.record.category]
        if len(others) == 1 and _is_name_of(document, others[0], item):
            named = [fuller(one, item) if one is others[0] else one for one in named if one is not item]
    return named


def _each_system_once(items: Sequence[Item]) -> list[Item]:
    """The items, one of a system that is told with and without a number: `its fleet of Caesars, 19 guns`."""
    kept: list[Item] = []
    for item in items:
        same = next((n for n, one in enumerate(kept) if item.record.system and _is_told_again(one, item)), None)
        if same is None:
            kept.append(item)
        else:
            kept[same] = fuller(kept[same], item)
    return kept


def _is_told_again(one: Item, item: Item) -> bool:
    return one.record.system == item.record.system and not (one.is_counted and item.is_counted)


def _accompanies(item: Item) -> bool:
    return item.record.system is None and not item.is_counted and item.record.system_text.lower() in ACCOMPANYING


def _is_name_of(document: Document, name: Item, kind: Item) -> bool:
    """Whether one item names the system and the other says of what kind it is, or how many."""
    if name.record.system is None or (name.is_counted and kind.is_counted):
        return False
    first, second = sorted((name.span, kind.span))
    listed = first.end <= second.start and LIST_LINK.fullmatch(document.text, first.end, second.start)
    return not listed and (_is_bare_name(name) or _last_word(name) == _last_word(kind))


def _is_bare_name(item: Item) -> bool:
    """Whether a system is told without its kind: `Redback`, not `K2 tanks`."""
    return not _last_word(item).islower()


def _last_word(item: Item) -> str:
    return item.record.system_text.split()[-1].removesuffix("s")
