"""What a row gets right, value by value: every filled value of a row is a slot that is right, missing or spurious.

A wrong value is one spurious and one missing. Not here: which rows are compared (`matching.py`), sums (`score.py`).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import eq
from typing import Any, Final

from pipelines.quality.gold import Row, accepts, accepts_nothing, date_agrees
from pipelines.quality.matching import same_amount, same_name, same_system, same_text

Same = Callable[[Any, Any], bool]

#: Slots with one value a row, and what makes a value right. Null and `unknown` are no value.
MEETING_FIELDS: Final[dict[str, Same]] = {
    "kind": eq,
    "level": eq,
    "status": eq,
    "country": eq,
    "city": same_text,
    "occasion": same_text,
}
DEAL_FIELDS: Final[dict[str, Same]] = {
    "kind": eq,
    "status": eq,
    "value_min": same_amount,
    "value_max": same_amount,
    "value_currency": eq,
    "value_scope": eq,
}
_QUANTITIES: Final = ("quantity_min", "quantity_max")

#: The slots of each table, in the order of a report.
SLOTS: Final[dict[str, tuple[str, ...]]] = {
    "meetings": (*MEETING_FIELDS, "date", "side", "participant"),
    "deals": (
        *DEAL_FIELDS,
        "value_usd_min",
        "date",
        "supplier",
        "recipient",
        "item",
        "designation",
        "category",
        *_QUANTITIES,
    ),
    "statements": ("attributed",),
}
_EMPTY: Final = (None, "", "unknown")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One slot of one row: the values told and found, and whether they agree."""

    slot: str
    gold: Any
    found: Any
    right: bool = False

    @property
    def missing(self) -> bool:
        """Whether a value told was not found."""
        return not self.right and self.gold not in _EMPTY

    @property
    def spurious(self) -> bool:
        """Whether a value found was not told."""
        return not self.right and self.found not in _EMPTY


def meeting_outcomes(gold: Row, found: Row) -> Iterator[Outcome]:
    """The slots of a meeting that was found."""
    yield from _fields(MEETING_FIELDS, gold, found)
    yield from _day(gold, "start", found)
    yield from _each("side", gold["sides"], found["sides"], eq)
    yield from _each("participant", _people(gold["participants"]), _named(found["participants"]), _same_person)


def deal_outcomes(gold: Row, found: Row) -> Iterator[Outcome]:
    """The slots of a deal that was found. Dollars are asked for where gold has them, and never held against a row."""
    yield from _fields(DEAL_FIELDS, gold, found)
    if gold.get("value_usd_min") is not None:
        yield from _fields({"value_usd_min": same_amount}, gold, found)
    if gold.get("event") or accepts_nothing(gold, "event"):
        yield from _day(gold, "event", found)
    yield from _each("supplier", gold["supplier_countries"], found["supplier_countries"], eq)
    yield from _each("recipient", gold["recipient_countries"], found["recipient_countries"], eq)
    yield from _each("item", gold["items"], found["items"], same_system)
    for item in gold["items"]:
        hit = next((other for other in found["items"] if same_system(item, other)), None)
        if hit is not None:
            yield from _item(item, hit)


def meeting_values(row: Row, day: str) -> Iterator[tuple[str, Any]]:
    """Every filled slot of a meeting that stands alone; `day` is the name of its date."""
    yield from _filled(row, MEETING_FIELDS)
    yield from _filled(row, [day], name="date")
    yield from (("side", side) for side in row["sides"])
    yield from (("participant", person) for person in _named(row["participants"]))


def deal_values(row: Row, day: str) -> Iterator[tuple[str, Any]]:
    """Every filled slot of a deal that stands alone; `day` is the name of its date."""
    yield from _filled(row, DEAL_FIELDS)
    yield from _filled(row, [day], name="date")
    yield from (("supplier", side) for side in row["supplier_countries"])
    yield from (("recipient", side) for side in row["recipient_countries"])
    for item in row["items"]:
        yield "item", item
        yield "category", item["category"]
        yield from _filled(item, ["system"], name="designation")
        yield from _filled(item, _QUANTITIES)


def _fields(fields: dict[str, Same], gold: Row, found: Row) -> Iterator[Outcome]:
    for field, same in fields.items():
        right = accepts(gold, field, found[field], same)
        yield from _slot(field, gold.get(field), found[field], right, accepts_nothing(gold, field))


def _day(gold: Row, field: str, found: Row) -> Iterator[Outcome]:
    first, last = found[f"{field}_earliest"], found[f"{field}_latest"]
    right = bool(last) and accepts(gold, field, first and (first, last), date_agrees)
    yield from _slot("date", gold.get(field), first, right, accepts_nothing(gold, field))


def _slot(slot: str, gold: Any, found: Any, right: bool, may_be_empty: bool) -> Iterator[Outcome]:
    if found in _EMPTY and may_be_empty:
        return
    outcome = Outcome(slot, gold, found, right and found not in _EMPTY)
    if outcome.right or outcome.missing or outcome.spurious:
        yield outcome


def _each(slot: str, gold: Sequence[Any], found: Sequence[Any], same: Same) -> Iterator[Outcome]:
    left = list(found)
    for told in gold:
        hit = next((i for i, other in enumerate(left) if same(told, other)), None)
        yield Outcome(slot, told, None) if hit is None else Outcome(slot, told, left.pop(hit), right=True)
    yield from (Outcome(slot, None, other) for other in left)


def _item(gold: Row, found: Row) -> Iterator[Outcome]:
    if gold.get("system"):
        right = same_text(gold["system"], found["system"])
        yield from _slot("designation", gold["system"], found["system"], right, may_be_empty=False)
    for field in ("category", *_QUANTITIES):
        yield from _slot(field, gold[field], found[field], gold[field] == found[field], may_be_empty=False)


def _filled(row: Row, fields: Sequence[str] | dict[str, Same], name: str | None = None) -> Iterator[tuple[str, Any]]:
    yield from ((name or field, row[field]) for field in fields if row.get(field) not in _EMPTY)


def _people(participants: Sequence[Row]) -> list[tuple[Any, Any]]:
    return [(person["name"], person["side"]) for person in participants]


def _named(participants: Sequence[Row]) -> list[tuple[Any, Any]]:
    return [person for person in _people(participants) if person[0]]


def _same_person(one: tuple[Any, Any], other: tuple[Any, Any]) -> bool:
    return same_name(one[0], other[0]) and one[1] == other[1]
