"""The asset of the stage `resolution`: rows of single articles, before those that tell one event are made one."""

from dataclasses import dataclass

import dagster as dg
import polars as pl

from pipelines.records import Article, Extraction, Rejected
from pipelines.release.admit import admit
from pipelines.resolution import resolve
from schemas.mentions import EVIDENCED


@dataclass(frozen=True, slots=True)
class Rows:
    """The tables as single articles tell them, fit to be published; and what was taken out of them."""

    tables: dict[str, pl.DataFrame]
    rejected: tuple[Rejected, ...]


@dg.asset(group_name="resolution", kinds={"polars"})
def article_rows(dated_articles: list[Article], extracted_records: list[Extraction]) -> dg.MaterializeResult[Rows]:
    """What each article says, as rows with ids. A row that is not fit to be published goes to `quarantine`, never away.

    Extraction is measured on these rows: what two articles say of one event are two of them.
    """
    resolved = resolve(dated_articles, extracted_records)
    admitted = admit(resolved.tables)
    rows = Rows(admitted.tables, (*resolved.rejected, *admitted.rejected))
    counts = {name: rows.tables[name].height for name in (*EVIDENCED, "people")}
    return dg.MaterializeResult(value=rows, metadata={**counts, "rejected": len(rows.rejected)})
