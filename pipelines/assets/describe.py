"""How a table shows itself in the UI: columns, links between tables, rows. Not here: which tables there are."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import dagster as dg
import polars as pl

from schemas import TABLES, Table
from schemas.derive import Column, columns

#: Rows of a preview, and characters of a cell in it.
PREVIEW_ROWS = 8
CELL_WIDTH = 80

#: A vocabulary longer than this is told by its length alone.
VOCABULARY_SHOWN = 30


def column_schema(table: type[Table]) -> dg.TableSchema:
    """The columns with type, meaning, and what they may hold."""
    return dg.TableSchema(
        columns=[
            dg.TableColumn(
                column.name,
                type=column.type_name,
                description=f"{column.description}{_vocabulary(column)}",
                constraints=dg.TableColumnConstraints(
                    nullable=column.nullable,
                    unique=table.primary_key() == [column.name],
                    other=list(_rules(table, column)),
                ),
            )
            for column in columns(table)
        ]
    )


def column_lineage(table: type[Table]) -> dg.TableColumnLineage:
    """Which key of which other table a column repeats."""
    return dg.TableColumnLineage(
        {
            column.name: [dg.TableColumnDep(dg.AssetKey(column.refers_to), TABLES[column.refers_to].primary_key()[0])]
            for column in columns(table)
            if column.refers_to
        }
    )


def preview(frame: pl.DataFrame) -> dg.MarkdownMetadataValue:
    """The first rows as a Markdown table."""
    rows = ([_cell(value) for value in row] for row in frame.head(PREVIEW_ROWS).iter_rows())
    return dg.MetadataValue.md(markdown_table(frame.columns, rows))


def counted(frame: pl.DataFrame, *by: str) -> dg.MarkdownMetadataValue:
    """How many rows there are of each combination of values, the commonest first."""
    counts = frame.group_by(by).len("rows").sort("rows", *by, descending=[True, *(False for _ in by)], nulls_last=True)
    return dg.MetadataValue.md(markdown_table(counts.columns, (map(_cell, row) for row in counts.iter_rows())))


def codes(table: type[Table], frame: pl.DataFrame) -> dg.MarkdownMetadataValue:
    """How many rows have each code of the columns with a short vocabulary; codes that no row has are left out."""
    rows: list[tuple[str, str, str]] = []
    for column in columns(table):
        if 0 < len(column.vocabulary) <= VOCABULARY_SHOWN:
            values = frame[column.name].explode() if column.dtype == pl.List else frame[column.name]
            counts = Counter(values.drop_nulls())
            rows += [(column.name, code, f"{counts[code]:,}") for code in column.vocabulary if counts[code]]
    return dg.MetadataValue.md(markdown_table(["column", "code", "rows"], rows))


def tally(counts: Mapping[str, int], heading: str) -> dg.MarkdownMetadataValue:
    """Counts under a heading, the greatest first."""
    ranked = sorted(counts.items(), key=lambda count: (-count[1], count[0]))
    return dg.MetadataValue.md(markdown_table([heading, "count"], ([name, f"{count:,}"] for name, count in ranked)))


def markdown_table(headings: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table; a sentence where there are no rows."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    head = [f"| {' | '.join(headings)} |", f"|{' --- |' * len(headings)}"]
    return "\n".join([*head, *lines]) if lines else "There are none."


def _rules(table: type[Table], column: Column) -> Iterable[str]:
    if column.is_key and len(table.primary_key()) > 1:
        yield f"unique together: {', '.join(table.primary_key())}"
    if column.refers_to:
        yield f"is in {column.refers_to}.{TABLES[column.refers_to].primary_key()[0]}"
    if column.vocabulary:
        yield f"one of {len(column.vocabulary)} codes"


def _vocabulary(column: Column) -> str:
    """The codes of a column as a sentence; nothing where there are none, or more than a person reads."""
    if not 0 < len(column.vocabulary) <= VOCABULARY_SHOWN:
        return ""
    choice = "Any of" if column.dtype == pl.List else "One of"
    return f" {choice} {', '.join(f'`{code}`' for code in column.vocabulary)}."


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    text = " ".join(text.split()).replace("|", "\\|")
    return text if len(text) <= CELL_WIDTH else f"{text[: CELL_WIDTH - 1]}…"
