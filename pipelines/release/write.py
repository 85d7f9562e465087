"""Tables to files and back: Parquet for programs, CSV for everybody. Not here: documents beside them, publishing.

Rows are sorted by the key of their table, so that the same rows give the same bytes.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import polars as pl

from schemas import TABLES, Table, derive

COMPRESSION_LEVEL: Final = 3
ROW_GROUP_SIZE: Final = 50_000
#: Between the items of a list in CSV; within an item a backslash stands before it, and before a backslash.
LIST_SEPARATOR: Final = "|"


def write_tables(tables: Mapping[str, pl.DataFrame], folder: Path) -> None:
    """Write each table to `<name>.parquet` and `<name>.csv` in the folder."""
    for name, frame in tables.items():
        table = TABLES[name]
        ordered = frame.sort(table.primary_key(), nulls_last=False)
        write_parquet(table, ordered, folder / f"{name}.parquet")
        write_csv(ordered, folder / f"{name}.csv")


def write_parquet(table: type[Table], frame: pl.DataFrame, path: Path) -> None:
    """Write a frame whose columns carry the descriptions of the schema."""
    frame.write_parquet(
        path,
        compression="zstd",
        compression_level=COMPRESSION_LEVEL,
        row_group_size=ROW_GROUP_SIZE,
        arrow_schema=derive.arrow_schema(table),
        metadata={"table": table.table_name(), "description": derive.description(table)},
    )


def write_csv(frame: pl.DataFrame, path: Path) -> None:
    """Write a frame as CSV: UTF-8, null as nothing at all, the items of a list joined by `|`."""
    frame.with_columns(
        pl.col(name).list.eval(escaped(pl.element())).list.join(LIST_SEPARATOR)
        for name, dtype in frame.schema.items()
        if isinstance(dtype, pl.List)
    ).write_csv(path)


def read_tables(folder: Path) -> dict[str, pl.DataFrame]:
    """The tables of a release that lie in its folder. A release older than a table lacks it."""
    paths = {name: folder / f"{name}.parquet" for name in TABLES}
    return {name: pl.read_parquet(path) for name, path in paths.items() if path.is_file()}


def escaped(item: pl.Expr) -> pl.Expr:
    """A text that is to stand in a list: a backslash before the separator, and before a backslash."""
    return item.str.replace_all("\\", "\\\\", literal=True).str.replace_all(
        LIST_SEPARATOR, f"\\{LIST_SEPARATOR}", literal=True
    )
