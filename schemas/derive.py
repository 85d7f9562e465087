"""What follows from a table's definition: Polars and Arrow types, the dictionary, the columns' descriptions.

Not here: anything stated a second time. A release, its dictionary and the UI read columns from here and nowhere else.
"""

from dataclasses import dataclass
from typing import Any

import polars as pl
import pyarrow as pa

from schemas.table import Table


@dataclass(frozen=True, slots=True)
class Column:
    """A column as a reader of the dictionary needs it."""

    name: str
    dtype: pl.DataType
    nullable: bool
    description: str
    is_key: bool
    vocabulary: tuple[str, ...]
    refers_to: str | None

    @property
    def type_name(self) -> str:
        """The type in the words of the contract (`string`, `date?`, `list<string>`)."""
        names = {pl.String: "string", pl.Int64: "int", pl.Float64: "float", pl.Date: "date", pl.List: "list<string>"}
        name = names.get(self.dtype.base_type()) or f"decimal({self.dtype.precision},{self.dtype.scale})"  # type: ignore[attr-defined]
        return f"{name}?" if self.nullable else name


def columns(table: type[Table]) -> list[Column]:
    """The columns of a table, in order."""
    return [
        Column(
            name=name,
            dtype=column.dtype.type,
            nullable=column.nullable,
            description=column.description,
            is_key=name in table.primary_key(),
            vocabulary=tuple((column.metadata or {}).get("vocabulary", ())),
            refers_to=(column.metadata or {}).get("refers_to"),
        )
        for name, column in table.to_schema().columns.items()
    ]


def description(table: type[Table]) -> str:
    """What the table is, in one or two sentences on one line."""
    return " ".join((table.__doc__ or "").split())


def polars_schema(table: type[Table]) -> pl.Schema:
    """Names and types for Polars."""
    return pl.Schema({column.name: column.dtype for column in columns(table)})


def frame(table: type[Table], rows: list[dict[str, Any]]) -> pl.DataFrame:
    """Rows as a frame with exactly the table's columns and types."""
    return pl.DataFrame(rows, schema=polars_schema(table), orient="row", strict=True)


def arrow_schema(table: type[Table]) -> pa.Schema:
    """Names, types and nullability for Parquet; each field carries its description."""
    arrow = pl.DataFrame(schema=polars_schema(table)).to_arrow().schema
    return pa.schema(
        [
            pa.field(
                column.name,
                arrow.field(column.name).type,
                nullable=True,  # Polars writes optional fields only; nullability is told in the description's metadata
                metadata={"description": column.description, "nullable": str(column.nullable).lower()},
            )
            for column in columns(table)
        ]
    )
