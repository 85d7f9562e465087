"""Which rows of a table keep to its schema. Rows that do not are told apart, each with every reason.

Not here: what goes along with a rejected row (`admit.py`), rules on whole tables (`audit.py`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

import polars as pl
from pandera.errors import SchemaErrors

from pipelines.records import Rejected
from schemas import Table

_NOWHERE: Final[Mapping[str, str]] = MappingProxyType({})

#: What a failed check means, for a person; by the name that Pandera gives the check.
REASONS: Final = {
    "not_nullable": "A value is missing.",
    "str_matches": "The value does not have the form that the column asks for.",
    "item_pattern": "An item of the list is not a code or text that the column may hold.",
    "isin": "The value is not in the vocabulary of the column.",
    "greater_than_or_equal_to": "The number is too small.",
    "in_range": "The number is out of range.",
    "multiple_fields_uniqueness": "Another row has the same key.",
    "interval": "The interval ends before it begins.",
}


@dataclass(frozen=True, slots=True)
class Failure:
    """A check that a row failed: its place in the frame, the column (null: the row as a whole), the value as text."""

    row: int
    column: str | None
    check: str
    value: str | None

    @property
    def reason(self) -> str:
        """What is wrong, for a person."""
        return REASONS.get(self.check, f"The value fails {self.check}.")


def failures(table: type[Table], frame: pl.DataFrame) -> list[Failure]:
    """Every check of the schema that a row fails, in order of rows.

    Raises pandera's SchemaErrors where the frame as a whole does not fit: a column is missing or has another type.
    """
    found = [*_failures_of_checks(table, frame), *_failures_of_intervals(table, frame)]
    return sorted(found, key=lambda failure: (failure.row, failure.column or "", failure.check))


def split(
    table: type[Table], frame: pl.DataFrame, sources: Mapping[str, str] = _NOWHERE
) -> tuple[pl.DataFrame, list[Rejected]]:
    """The rows that keep to the schema, and a record for each check that one of the others failed.

    `sources` tells the article's source by id of an article or event; where it does not, the row's id stands instead.
    Raises pandera's SchemaErrors where the frame's columns or types are not those of the table.
    """
    found = failures(table, frame)
    rows = frame.with_row_index("row_of_frame")
    rejected = [
        Rejected(
            source=source_of(rows.row(failure.row, named=True), table, sources),
            stage="validate",
            table=table.table_name(),
            column=failure.column,
            check=failure.check,
            value=failure.value,
            reason=failure.reason,
        )
        for failure in found
    ]
    bad = sorted({failure.row for failure in found})
    return rows.filter(~pl.col("row_of_frame").is_in(bad)).drop("row_of_frame"), rejected


def source_of(row: Mapping[str, Any], table: type[Table], sources: Mapping[str, str]) -> str:
    """Source of the article that a row comes from; the row's own id where that is not known."""
    ids = [row.get("article_id"), row[table.primary_key()[0]]]
    return next((sources[known] for known in ids if known in sources), str(ids[-1]))


def _failures_of_checks(table: type[Table], frame: pl.DataFrame) -> Iterator[Failure]:
    try:
        table.validate(frame, lazy=True)
    except SchemaErrors as errors:
        if errors.failure_cases["index"].null_count():
            raise
        cases = errors.failure_cases.select("index", "column", "check").unique(maintain_order=True)
        for index, column, check in cases.iter_rows():
            name = check.partition("(")[0]
            if column in frame.columns:
                yield Failure(index, column, name, _as_text(frame[column][index]))
            else:
                key = "|".join(str(value) for value in frame.select(table.primary_key()).row(index))
                yield Failure(index, None, name, key)


def _failures_of_intervals(table: type[Table], frame: pl.DataFrame) -> Iterator[Failure]:
    for first, last in table.intervals():
        reversed_rows = frame.with_row_index("row_of_frame").filter(pl.col(first) > pl.col(last))
        for index, start, end in reversed_rows.select("row_of_frame", first, last).iter_rows():
            yield Failure(index, first, "interval", f"{start} > {end} ({last})")


def _as_text(value: Any) -> str | None:
    if isinstance(value, pl.Series):
        return "|".join(str(item) for item in value)
    return None if value is None else str(value)
