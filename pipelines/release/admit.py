"""Which rows of a whole release may be published: what keeps to its schema, and nothing that hangs in the air.

What belongs to a rejected row goes with it: a meeting takes its participants and mentions along, a mention the event
that no other mention supports. A statement only loses its link. Not here: the checks of a single row (`validate.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from pipelines.records import Rejected
from pipelines.release.references import REFERENCES, without_mention
from pipelines.release.validate import source_of, split
from schemas import TABLES, Quarantine, derive
from schemas.mentions import EVIDENCED


@dataclass(frozen=True, slots=True)
class Admitted:
    """The tables as they may be published, and what was taken out of them."""

    tables: dict[str, pl.DataFrame]
    rejected: tuple[Rejected, ...]


def admit(tables: Mapping[str, pl.DataFrame]) -> Admitted:
    """The rows of each table that keep to its schema and whose every reference leads somewhere.

    Raises pandera's SchemaErrors where a frame's columns or types are not those of its table.
    """
    sources = _sources(tables)
    kept: dict[str, pl.DataFrame] = {}
    rejected: list[Rejected] = []
    for name, frame in tables.items():
        kept[name], failed = split(TABLES[name], frame, sources)
        rejected += failed
    while hanging := list(_hanging(kept)):
        for name, column, check, reason, rows in hanging:
            table = TABLES[name]
            rejected += [
                Rejected(
                    source=source_of(row, table, sources),
                    stage="validate",
                    table=name,
                    column=column,
                    check=check,
                    value=None if column is None else str(row[column]),
                    reason=reason,
                )
                for row in rows.iter_rows(named=True)
            ]
            kept[name] = kept[name].join(rows, on=table.primary_key(), how="anti", maintain_order="left")
    for reference in REFERENCES:
        if reference.nullable:
            there = pl.col(reference.column).is_in(kept[reference.parent][reference.parent_key].implode())
            kept[reference.table] = kept[reference.table].with_columns(
                pl.when(there).then(pl.col(reference.column)).alias(reference.column)
            )
    kept["people"] = kept["people"].filter(pl.col("person_id").is_in(_named(kept).implode()))
    return Admitted(kept, tuple(dict.fromkeys(rejected)))


def quarantine(rejected: Sequence[Rejected], version: str) -> pl.DataFrame:
    """The table of what was rejected, each thing once. A value that is blank is told as null."""
    rows = {
        (one.source, one.stage, one.table, one.column, one.check, _unless_blank(one.value), one.reason, version)
        for one in rejected
    }
    names = [column.name for column in derive.columns(Quarantine)]
    frame = derive.frame(Quarantine, [dict(zip(names, row, strict=True)) for row in rows])
    return frame.sort(Quarantine.primary_key(), nulls_last=False)


def _hanging(tables: Mapping[str, pl.DataFrame]) -> Iterator[tuple[str, str | None, str, str, pl.DataFrame]]:
    """Rows that cannot stay: table, column, name of the check, reason, and the rows."""
    for reference in REFERENCES:
        orphans = reference.orphans(tables)
        if not reference.nullable and orphans.height:
            reason = f"The row of `{reference.parent}` it belongs to was rejected or is missing."
            yield reference.table, reference.column, "refers_to", reason, orphans
    for name in EVIDENCED:
        unsupported = without_mention(name, tables)
        if unsupported.height:
            yield name, TABLES[name].primary_key()[0], "has_mention", "No mention supports the row.", unsupported


def _named(tables: Mapping[str, pl.DataFrame]) -> pl.Series:
    """The people that are told of: somebody of whom every row was rejected is nobody."""
    told = (tables[name]["person_id"] for name in ("meeting_participants", "statements"))
    return pl.concat(told).drop_nulls().unique()


def _sources(tables: Mapping[str, pl.DataFrame]) -> dict[str, str]:
    """Source by id: of each article, and of each event by its first mention."""
    sources: dict[str, str] = {
        article_id: source
        for article_id, source in tables["articles"].select("article_id", "source").iter_rows()
        if source and source.strip()
    }
    for record_id, article_id in tables["mentions"].select("record_id", "article_id").iter_rows():
        if article_id in sources:
            sources.setdefault(record_id, sources[article_id])
    return sources


def _unless_blank(value: str | None) -> str | None:
    return value if value and value.strip() else None
