"""One row of several that tell one event, and what their articles say against it. Not here: child rows, mentions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import prod
from typing import Any, Final

from pipelines.resolution.events.choosing import (
    DEAL_STAGES,
    MEETING_STAGES,
    Chosen,
    Row,
    best_supported,
    latest_status,
    narrowest,
)
from pipelines.resolution.events.columns import DEAL_UNITS, LISTS, MEETING_UNITS, SORTED, STATEMENT_UNITS, Unit

#: What many articles tell is nearly sure, and no more than that.
GREATEST_CONFIDENCE: Final = 0.99
UNITS: Final = {"meetings": MEETING_UNITS, "deals": DEAL_UNITS, "statements": STATEMENT_UNITS}
STAGES: Final = {"meetings": MEETING_STAGES, "deals": DEAL_STAGES}
#: Values that tell nothing.
UNTOLD: Final[tuple[Any, ...]] = (None, [], "unknown")


def fuse(table: str, rows: Sequence[Row], published: Mapping[str, date]) -> tuple[dict[str, Any], list[Row]]:
    """The row of an event from those of its articles, and a row of `conflicts` for each value told against it.

    Each of `rows` has the columns of the table and `article_id`; they are in the order that breaks ties.
    """
    row: dict[str, Any] = dict(max(rows, key=lambda row: row["confidence"]))
    against: list[Row] = []
    firm: Sequence[Row] = rows
    if table in STAGES:
        status = latest_status(rows, STAGES[table], published)
        against += _against("status", ("status",), status)
        row["status"] = status.row["status"]
        firm = [one for one in rows if one["status"] == row["status"]]
    for unit in UNITS[table]:
        telling = _telling(unit, firm if unit.firm else rows) or _telling(unit, rows)
        if telling:
            chosen = best_supported(telling, unit.same)
            against += _against(unit.name, unit.told, chosen) if unit.is_told else ()
            row |= {column: chosen.row[column] for column in unit.columns}
    if table == "meetings" and _ends_before_it_begins(row):
        row |= {"end_earliest": None, "end_latest": None}
    row |= {column: _added_up(column, rows) for column in LISTS[table]}
    if table == "meetings":
        row["sides"] = _sides(rows)
    row["confidence"] = min(GREATEST_CONFIDENCE, 1 - prod(1 - one["confidence"] for one in rows))
    return row, against


def _ends_before_it_begins(row: Row) -> bool:
    """Whether first and last day, told by different articles, exclude each other."""
    return bool(row["start_earliest"] and row["end_latest"] and row["end_latest"] < row["start_earliest"])


def _telling(unit: Unit, rows: Sequence[Row]) -> list[Row]:
    """The rows that tell something of a unit, those with the narrowest interval first."""
    ordered = narrowest(rows, *unit.interval) if unit.interval else rows
    return [row for row in ordered if any(row[column] not in UNTOLD for column in unit.told)]


def _against(name: str, columns: Iterable[str], chosen: Chosen) -> Iterator[Row]:
    for row in chosen.against:
        yield {"field": name, "value": _as_text([row[column] for column in columns]), "article_id": row["article_id"]}


def _as_text(values: Sequence[Any]) -> str:
    """Values as `conflicts` has them: the items of a list joined by `|`, the ends of an interval by `/`."""
    told = [
        "|".join(map(str, value)) if isinstance(value, list) else str(value) for value in values if value is not None
    ]
    return "/".join(dict.fromkeys(told))


def _added_up(column: str, rows: Sequence[Row]) -> list[str]:
    values = list(dict.fromkeys(value for row in rows for value in row[column]))
    return sorted(values) if column in SORTED else values


def _sides(rows: Sequence[Row]) -> list[str]:
    """The sides that half of the articles or more tell of."""
    told = [side for row in rows for side in row["sides"]]
    return sorted({side for side in told if 2 * told.count(side) >= len(rows)})
