"""Which columns of an event are chosen together, and how. Not here: the choosing (`choosing.py`), child rows.

Columns that stand in no unit are lists whose values add up, or are set by `uniting.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from pipelines.resolution.events.choosing import Row, days_meet, equal, same_words, values_near


@dataclass(frozen=True, slots=True)
class Unit:
    """Columns whose values come from one article.

    `told` are those of them that tell something where they are not null; `interval` are the two that bound it, if any:
    of supporters the narrowest is kept. `firm`: only articles that tell the status kept are asked. `is_told`: articles
    tell it, and so may contradict it; a link to another row they do not.
    """

    name: str
    columns: tuple[str, ...]
    told: tuple[str, ...]
    same: Callable[[Row, Row], bool]
    interval: tuple[str, str] | None = None
    firm: bool = False
    is_told: bool = True


def _single(column: str) -> Unit:
    return Unit(column, (column,), (column,), equal(column))


def _link(column: str) -> Unit:
    return Unit(column, (column,), (column,), equal(column), is_told=False)


def _worded(column: str) -> Unit:
    return Unit(column, (column,), (column,), same_words(column))


def _days(name: str, columns: tuple[str, ...], firm: bool, slack: int = 0) -> Unit:
    first, last = columns[:2]
    return Unit(name, columns, (first, last), days_meet(first, last, timedelta(slack)), (first, last), firm)


MEETING_UNITS: Final = (
    _single("kind"),
    _single("level"),
    _days("start", ("start_earliest", "start_latest", "date_precision", "date_text"), firm=True, slack=1),
    _days("end", ("end_earliest", "end_latest"), firm=True, slack=1),
    _single("country"),
    _worded("city"),
    _worded("venue"),
    _worded("occasion"),
)
DEAL_UNITS: Final = (
    _single("kind"),
    _single("supplier_countries"),
    _single("recipient_countries"),
    Unit(
        "value",
        (
            "value_min",
            "value_max",
            "value_currency",
            "value_scope",
            "value_usd_min",
            "value_usd_max",
            "value_usd_basis",
            "value_text",
        ),
        ("value_min", "value_max"),
        values_near,
    ),
    _days("event", ("event_earliest", "event_latest", "date_precision", "date_text"), firm=True, slack=31),
    _days("delivery", ("delivery_earliest", "delivery_latest"), firm=False),
)
STATEMENT_UNITS: Final = (
    _days("said", ("said_earliest", "said_latest", "date_precision", "date_text"), firm=False, slack=1),
    _link("meeting_id"),
    _link("deal_id"),
)
#: Lists whose values add up.
LISTS: Final = {
    "meetings": ("topics", "outcomes"),
    "deals": ("supplier_organizations", "recipient_organizations", "flags"),
    "statements": ("topics", "countries"),
}
#: Lists of codes, which are sorted; the others keep the order in which articles tell them.
SORTED: Final = frozenset({"topics", "countries", "flags"})
