"""How one value is chosen of those that several articles tell, and what they say against it.

A ballot is what one article tells of one thing: a value, or several columns that belong together. The articles decide
by number; a tie goes to the surer and then to the first in order. Not here: which columns there are (`columns.py`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from pipelines.resolution.events.profiles import words

Row = Mapping[str, Any]

#: How firm a status is; the firmest told wins, as an event does not go back. What ends it is chosen by the day.
MEETING_STAGES: Final = ("planned", "held")
DEAL_STAGES: Final = ("interest", "tender", "negotiation", "approved", "signed", "delivering", "completed")
ENDED: Final = "cancelled"
HELD: Final = "held"
#: Two values as near as this are one, rounded differently.
ROUNDING: Final = 0.06


@dataclass(frozen=True, slots=True)
class Chosen:
    """The row whose value is kept, and the rows that tell another."""

    row: Row
    against: tuple[Row, ...] = ()


def best_supported(rows: Sequence[Row], same: Callable[[Row, Row], bool]) -> Chosen:
    """The row whose value most of the others share, and those that have another. Every row must tell a value."""

    def support(row: Row) -> tuple[int, float]:
        alike = [other for other in rows if same(row, other)]
        return len(alike), sum(other["confidence"] for other in alike)

    kept = max(rows, key=support)  # of several, the first
    return Chosen(kept, tuple(row for row in rows if not same(kept, row)))


def equal(column: str) -> Callable[[Row, Row], bool]:
    """Whether two rows have the same value in a column."""
    return lambda one, other: bool(one[column] == other[column])


def same_words(column: str) -> Callable[[Row, Row], bool]:
    """Whether two rows have the same words in a column, or the one some of the other's."""

    def same(one: Row, other: Row) -> bool:
        mine, theirs = set(words(one[column])), set(words(other[column]))
        return mine <= theirs or theirs <= mine

    return same


def days_meet(first: str, last: str, slack: timedelta = timedelta(0)) -> Callable[[Row, Row], bool]:
    """Whether two rows' intervals have a day in common."""

    def meet(one: Row, other: Row) -> bool:
        mine, theirs = ((row[first] or date.min, row[last] or date.max) for row in (one, other))
        return mine[0] - theirs[1] <= slack and theirs[0] - mine[1] <= slack

    return meet


def values_near(one: Row, other: Row) -> bool:
    """Whether two deals have the same value, but for rounding; in dollars where their currencies differ."""
    alike = one["value_currency"] == other["value_currency"]
    bounds = ("value_min", "value_max") if alike else ("value_usd_min", "value_usd_max")
    told = [(float(one[bound]), float(other[bound])) for bound in bounds if one[bound] and other[bound]]
    return all(abs(mine - theirs) <= ROUNDING * max(mine, theirs) for mine, theirs in told)


def narrowest(rows: Sequence[Row], first: str, last: str) -> list[Row]:
    """Rows by the width of an interval, the narrowest first; those that tell none last."""

    def width(row: Row) -> timedelta:
        return (row[last] or date.max) - (row[first] or date.min)

    return sorted(rows, key=width)


def latest_status(rows: Sequence[Row], stages: Sequence[str], published: Mapping[str, date]) -> Chosen:
    """The firmest status; `cancelled` where the last to tell of the event says so. An earlier stage is no conflict.

    Whether something was held or cancelled is a conflict, whichever is kept.
    """
    ended = [row for row in rows if row["status"] == ENDED]
    going = [row for row in rows if row["status"] != ENDED]
    if not going:
        return Chosen(ended[0])
    firmest = max(going, key=lambda row: stages.index(row["status"]))
    held = [row for row in going if row["status"] == HELD]
    if (
        not ended
        or _last(ended, published) < _last(going, published)
        or _last(held, published) >= _last(ended, published)
    ):
        return Chosen(firmest, tuple(ended))
    return Chosen(ended[0], tuple(held))


def _last(rows: Sequence[Row], published: Mapping[str, date]) -> date:
    return max((published[row["article_id"]] for row in rows), default=date.min)
