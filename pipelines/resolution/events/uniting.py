"""Rows of different articles that tell one event become one row, with all mentions, and what the articles contradict.

Not here: how rows are compared (`comparisons.py`), put together (`clusters.py`) and made one (`fusing.py`).
"""

import gc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final, Generic, TypeVar

import polars as pl

from pipelines.resolution.events import blocking, profiles
from pipelines.resolution.events.children import CHILDREN
from pipelines.resolution.events.choosing import Row
from pipelines.resolution.events.clusters import Link, cluster
from pipelines.resolution.events.comparisons import DEALS, MEETINGS, NEVER, STATEMENTS, Measure
from pipelines.resolution.events.fusing import fuse
from pipelines.resolution.events.profiles import DealProfile, MeetingProfile, Profile, StatementProfile, Tables
from schemas import TABLES, derive

P = TypeVar("P", bound=Profile)


@dataclass(frozen=True, slots=True)
class Kind(Generic[P]):
    """How events of a table are found. `is_vague`: whether a row could be of several events."""

    table: str
    profiles: Callable[[Tables], Iterable[P]]
    keys: Callable[[P], Iterable[str]]
    order: Callable[[P], str]
    measure: Measure[P]
    is_vague: Callable[[P], bool]

    def events(self, profiles_of_rows: Iterable[P]) -> list[tuple[str, ...]]:
        """The ids of the rows of each event that more than one article tells."""
        rows = {row.told.record_id: row for row in profiles_of_rows}
        links: dict[tuple[str, str], float] = {}
        for pair in blocking.pairs(list(rows.values()), self.keys, self.order):
            one, other = sorted(row.told.record_id for row in pair)
            if (one, other) not in links and (score := self.measure.score(*pair)) >= self.measure.threshold:
                links[one, other] = score

        def rules_out(one: str, other: str) -> bool:
            return self.measure.score(rows[one], rows[other]) == NEVER

        vague = frozenset(record_id for record_id, row in rows.items() if self.is_vague(row))
        article_of = {record_id: row.told.article_id for record_id, row in rows.items()}
        return cluster(article_of, [Link(score, *pair) for pair, score in links.items()], rules_out, vague)


def _is_undated(meeting: MeetingProfile) -> bool:
    return not meeting.when.is_close


def _is_unmarked(deal: DealProfile) -> bool:
    return not (deal.when.is_known or deal.amount)


def _never(_: StatementProfile) -> bool:
    return False


MEETING_EVENTS: Final = Kind(
    "meetings", profiles.meeting_profiles, blocking.meeting_keys, blocking.meeting_order, MEETINGS, _is_undated
)
DEAL_EVENTS: Final = Kind("deals", profiles.deal_profiles, blocking.deal_keys, blocking.deal_order, DEALS, _is_unmarked)
STATEMENT_EVENTS: Final = Kind(
    "statements", profiles.statement_profiles, blocking.statement_keys, blocking.statement_order, STATEMENTS, _never
)
#: Statements come last: they bear the ids of meetings and deals.
KINDS: Final[tuple[Kind[Any], ...]] = (MEETING_EVENTS, DEAL_EVENTS, STATEMENT_EVENTS)


def unite(tables: Tables) -> dict[str, pl.DataFrame]:
    """The tables of single articles with rows that tell one event made one, by the id of the row that told it first."""
    united = dict(tables)
    with _uncollected():
        for kind in KINDS:
            united = _united(united, kind.table, kind.events(kind.profiles(united)))
    return {name: frame.sort(TABLES[name].primary_key()) for name, frame in united.items()}


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of cycles: there are none here, and it would visit millions of rows over and over."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _united(tables: Tables, table: str, events: Sequence[tuple[str, ...]]) -> dict[str, pl.DataFrame]:
    """The tables with the rows of each of the events made one, and all that refers to them."""
    key = TABLES[table].primary_key()[0]
    members = _members(tables, table, events)
    published = dict(
        tables["articles"].select("article_id", pl.col("published_latest").fill_null(date.min)).iter_rows()
    )
    ordered = [sorted((members[row] for row in event), key=partial(_age, published, key)) for event in events]
    new_id = {row[key]: rows[0][key] for rows in ordered for row in rows}
    child_table, fuse_children = CHILDREN.get(table, (None, None))
    children = _children(tables[child_table], key, new_id) if child_table else {}

    made: defaultdict[str, list[Row]] = defaultdict(list)
    for rows in ordered:
        event_id = rows[0][key]
        fused, against = fuse(table, rows, published)
        made[table].append({**fused, key: event_id})
        if child_table and fuse_children:
            told = [
                {**child, "article_id": row["article_id"], "confidence": row["confidence"]}
                for row in rows
                for child in children[row[key]]
            ]
            kept, more = fuse_children(told)
            made[child_table] += [{**child, key: event_id} for child in kept]
            against += more
        made["conflicts"] += [{**one, "record_id": event_id} for one in against]
    kept_rows = {name: _without(tables[name], key, new_id) for name in (table, child_table) if name}
    united = {**tables, **kept_rows, "mentions": _renamed(tables["mentions"], "record_id", new_id)}
    if table in CHILDREN:
        united["statements"] = _renamed(tables["statements"], key, new_id)
    return united | {name: _added(united[name], name, rows) for name, rows in made.items()}


def _age(published: Mapping[str, date], key: str, row: Row) -> tuple[bool, date, str]:
    """Rows in the order in which they were told; those of articles without a day last."""
    day = published[row["article_id"]]
    return day == date.min, day, row[key]


def _members(tables: Tables, table: str, events: Sequence[tuple[str, ...]]) -> dict[str, Row]:
    """The rows of the events by id, each with its `article_id`."""
    key = TABLES[table].primary_key()[0]
    wanted = [row for event in events for row in event]
    articles = tables["mentions"].select("record_id", "article_id").unique()
    told = tables[table].filter(pl.col(key).is_in(wanted)).join(articles, left_on=key, right_on="record_id")
    return {row[key]: row for row in told.iter_rows(named=True)}


def _children(frame: pl.DataFrame, key: str, wanted: Iterable[str]) -> defaultdict[str, list[Row]]:
    children: defaultdict[str, list[Row]] = defaultdict(list)
    for row in frame.filter(pl.col(key).is_in(list(wanted))).sort(key, "position").iter_rows(named=True):
        children[row[key]].append(row)
    return children


def _without(frame: pl.DataFrame, key: str, ids: Iterable[str]) -> pl.DataFrame:
    return frame.filter(~pl.col(key).is_in(list(ids)))


def _renamed(frame: pl.DataFrame, column: str, ids: Mapping[str, str]) -> pl.DataFrame:
    return frame.with_columns(pl.col(column).replace(ids))


def _added(frame: pl.DataFrame, table: str, rows: Sequence[Row]) -> pl.DataFrame:
    columns = frame.columns
    more = [{column: row[column] for column in columns} for row in rows]
    return pl.concat([frame, derive.frame(TABLES[table], more)]).unique(TABLES[table].primary_key(), keep="first")
