"""What people read in the articles (gold), and how it is compared with a value found. Not here: pairing, counting.

A gold file maps the file name of an article to its facts: `published`, `meetings`, `deals`, `statements`. A row may be
`optional` (neither asked for nor held against a release) and may list other values to `accept` by field.
"""

import json
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

Row = Mapping[str, Any]
Gold = Mapping[str, Mapping[str, Any]]
#: A day as an interval, both ends included.
Interval = tuple[date, date]

#: How much wider than the truth the interval of a date may be.
SLACK_DAYS: Final = 31


def read_gold(paths: Iterable[Path]) -> dict[str, Mapping[str, Any]]:
    """The facts of all files, by file name of the article; a later file wins."""
    gold: dict[str, Mapping[str, Any]] = {}
    for path in paths:
        gold |= json.loads(path.read_text("utf-8"))
    return gold


def interval(told: str) -> Interval:
    """`2024`, `2024-09` or `2024-09-11` as first and last day."""
    year, month, day = (*map(int, told.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def is_optional(row: Row) -> bool:
    """Whether a gold row is debatable."""
    return bool(row.get("optional"))


def accepts(row: Row, field: str, found: Any, same: Callable[[Any, Any], bool]) -> bool:
    """Whether what was found is the gold value of a field, or one of those accepted beside it."""
    told = [row.get(field), *row.get("accept", {}).get(field, [])]
    return bool(found) and any(same(value, found) for value in told if value)


def accepts_nothing(row: Row, field: str) -> bool:
    """Whether a field may as well be empty."""
    return None in row.get("accept", {}).get(field, [])


def date_agrees(told: str, found: Interval) -> bool:
    """Whether the interval found shares a day with the one told, and is not much wider."""
    first, last = interval(told)
    overlap = found[0] <= last and found[1] >= first
    return overlap and (found[1] - found[0]).days - (last - first).days <= SLACK_DAYS
