"""Rows take their place in the line of releases: the ids they go by, when they appeared and changed, what is retracted.

An id, once published, keeps its meaning: a row that shares evidence with a published one keeps its id; of several that
became one the oldest id lives; no id is given to something else. Not here: which row is whose heir (`heirs.py`).
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from pipelines.release.heirs import heirs
from pipelines.release.store import Version
from schemas import TABLES, Retractions, derive
from schemas.mentions import EVIDENCED

Tables = Mapping[str, pl.DataFrame]

#: Tables whose ids last.
LASTING: Final = (*EVIDENCED, "people")
#: Columns that hold such ids, in whatever table.
_BEARING: Final = ("meeting_id", "deal_id", "statement_id", "person_id", "record_id", "merged_into")
_HISTORY: Final = ("first_version", "last_changed_version")
#: What else belongs to a row of events: table and the column that refers to the row.
_BELONGINGS: Final = {
    "meetings": (("meeting_participants", "meeting_id"), ("mentions", "record_id"), ("conflicts", "record_id")),
    "deals": (("deal_items", "deal_id"), ("mentions", "record_id"), ("conflicts", "record_id")),
    "statements": (("mentions", "record_id"), ("conflicts", "record_id")),
}


@dataclass(frozen=True, slots=True)
class Before:
    """The release before: its version and tables."""

    version: str
    tables: Tables


def settle(tables: Tables, before: Before | None, version: str) -> dict[str, pl.DataFrame]:
    """The tables as they stand in a release of this version, `retractions` among them; sorted by their keys.

    Without a release before, every row is new. To settle twice changes nothing.
    """
    if before is None:
        settled = {**tables, "retractions": derive.frame(Retractions, [])}
        return _sorted(settled | {name: _stamped_new(settled[name], version) for name in EVIDENCED})
    lines = [_line(table, before, tables) for table in LASTING if table in before.tables]
    settled = _renamed(tables, {old: new for line in lines for old, new in line.names.items()})
    settled["retractions"] = _retractions(before, settled, lines, version)
    return _sorted(settled | {name: _dated(name, settled, before, version) for name in EVIDENCED})


@dataclass(frozen=True, slots=True)
class _Line:
    """How the ids of a table go on: `names`: the lasting id of each row; `ends`: where each published id went."""

    names: Mapping[str, str]
    ends: Mapping[str, str | None]


def _line(table: str, before: Before, tables: Tables) -> _Line:
    key = TABLES[table].primary_key()[0]
    published = before.tables[table]
    ages = _ages(published, key)
    found = heirs(table, before.tables, tables)
    names = {new: min(olds, key=lambda old: ages[old]) for new, olds in found.forebears().items()}
    retracted = before.tables["retractions"]["record_id"] if "retractions" in before.tables else ()
    taken = {*ages, *names.values(), *retracted}
    for row in tables[table][key].sort():
        if row not in names:
            names[row] = _free(row, taken)
            taken.add(names[row])
    return _Line(names, {old: names[found.of[old]] if old in found.of else None for old in ages})


def _ages(published: pl.DataFrame, key: str) -> dict[str, tuple[Version, str]]:
    """When each published row first appeared, then its id: the least is the oldest."""
    first = pl.col("first_version") if "first_version" in published.columns else pl.lit("0001.01.01")
    return {row: (Version.parse(version), row) for row, version in published.select(key, first).iter_rows()}


def _free(natural: str, taken: set[str]) -> str:
    """The id made of a row's evidence, or where that has another meaning by now, one derived from it."""
    name, ordinal = natural, 0
    while name in taken:
        ordinal += 1
        digest = hashlib.sha256(f"{natural}|{ordinal}".encode()).hexdigest()
        name = f"{natural.partition('_')[0]}_{digest[:16]}"
    return name


def _renamed(tables: Tables, names: Mapping[str, str]) -> dict[str, pl.DataFrame]:
    changed = {old: new for old, new in names.items() if old != new}
    return {
        name: frame.with_columns(pl.col(column).replace(changed) for column in frame.columns if column in _BEARING)
        for name, frame in tables.items()
    }


def _retractions(before: Before, tables: Tables, lines: list[_Line], version: str) -> pl.DataFrame:
    """Every id that was published once and stands for no row now."""
    ends = {old: end for line in lines for old, end in line.ends.items()}
    live = {row for name in LASTING for row in tables[name][TABLES[name].primary_key()[0]]}
    rows = [
        {"record_id": old, "reason": "merged" if end else "withdrawn", "merged_into": end, "version": version}
        for old, end in ends.items()
        if old not in live
    ]
    earlier = before.tables.get("retractions", derive.frame(Retractions, []))
    rows += [
        {**row, "merged_into": ends.get(row["merged_into"]) or row["merged_into"]}
        for row in earlier.iter_rows(named=True)
    ]
    return derive.frame(Retractions, rows)


def _stamped_new(frame: pl.DataFrame, version: str) -> pl.DataFrame:
    return frame.with_columns(pl.lit(version, pl.String).alias(name) for name in _HISTORY)


def _dated(table: str, tables: Tables, before: Before, version: str) -> pl.DataFrame:
    """The table with the version in which each row appeared and last changed."""
    key = TABLES[table].primary_key()[0]
    published = (
        _prints(table, before.tables)
        .join(_versions(before, table, key), on=key)
        .select(key, was="print", first="first_version", last="last_changed_version")
    )
    joined = tables[table].join(_prints(table, tables), on=key).join(published, on=key, how="left")
    unchanged = pl.col("was").eq_missing(pl.col("print"))
    return joined.with_columns(
        first_version=pl.col("first").fill_null(version),
        last_changed_version=pl.when(unchanged).then("last").otherwise(pl.lit(version)),
    ).select(tables[table].columns)


def _versions(before: Before, table: str, key: str) -> pl.DataFrame:
    """When the published rows appeared and changed; the release before, where it did not say yet."""
    frame = before.tables[table]
    told = [pl.col(name) if name in frame.columns else pl.lit(before.version).alias(name) for name in _HISTORY]
    return frame.select(key, *told)


def _prints(table: str, tables: Tables) -> pl.DataFrame:
    """All that a row of events holds, with what belongs to it, as one text a row: `print`, by the key."""
    key = TABLES[table].primary_key()[0]
    own = [name for name in tables[table].columns if name not in _HISTORY]
    prints = tables[table].select(key, print=pl.struct(own).struct.json_encode())
    for name, column in _BELONGINGS[table]:
        if name in tables:
            frame = tables[name]
            told = frame.sort(TABLES[name].primary_key()).select(
                column, told=pl.struct(frame.columns).struct.json_encode()
            )
            joined = told.group_by(column, maintain_order=True).agg(pl.col("told").str.join("\n"))
            prints = prints.join(joined, left_on=key, right_on=column, how="left").select(
                key, print=pl.concat_str("print", pl.col("told").fill_null(""))
            )
    return prints


def _sorted(tables: Tables) -> dict[str, pl.DataFrame]:
    return {name: frame.sort(TABLES[name].primary_key()) for name, frame in tables.items()}
