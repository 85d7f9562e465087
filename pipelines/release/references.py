"""Which column of a release refers to which table, as the schemas declare it. Not here: what to do about orphans."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from schemas import TABLES, Mentions, derive
from schemas.mentions import EVIDENCED


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key. Of `mentions.record_id` only the rows with `record_table` = `parent` refer to `parent`."""

    table: str
    column: str
    parent: str
    nullable: bool = False
    by_record_table: bool = False

    @property
    def parent_key(self) -> str:
        """Key column of the table referred to."""
        return TABLES[self.parent].primary_key()[0]

    def orphans(self, tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
        """The rows that refer to a row that is not there."""
        child = tables[self.table]
        if self.by_record_table:
            child = child.filter(pl.col("record_table") == self.parent)
        child = child.filter(pl.col(self.column).is_not_null())
        return child.join(
            tables[self.parent], left_on=self.column, right_on=self.parent_key, how="anti", maintain_order="left"
        )


REFERENCES: Final[tuple[Reference, ...]] = (
    *(
        Reference(name, column.name, column.refers_to, column.nullable)
        for name, table in TABLES.items()
        for column in derive.columns(table)
        if column.refers_to
    ),
    *(Reference(Mentions.table_name(), "record_id", parent, by_record_table=True) for parent in EVIDENCED),
)


def without_mention(table: str, tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """The rows of a table of events that no mention supports."""
    mentions = tables["mentions"].filter(pl.col("record_table") == table)
    return tables[table].join(
        mentions, left_on=TABLES[table].primary_key()[0], right_on="record_id", how="anti", maintain_order="left"
    )
