"""The assets of the stage `resolution`: articles dated by one another, and rows of single articles.

Not here: the tables of the dataset, in which rows that tell one event are one (`dataset.py`).
"""

from dataclasses import dataclass

import dagster as dg
import polars as pl

from pipelines.assets.folders import Folders
from pipelines.extraction import extract
from pipelines.records import Article, Extraction, Rejected
from pipelines.release.admit import admit
from pipelines.resolution import Redated, redate
from schemas.mentions import EVIDENCED


@dataclass(frozen=True, slots=True)
class Rows:
    """The tables as single articles tell them, fit to be published; and what was taken out of them."""

    tables: dict[str, pl.DataFrame]
    rejected: tuple[Rejected, ...]


@dg.asset(group_name="resolution", kinds={"python", "spacy"})
def redated_articles(
    folders: Folders, dated_articles: list[Article], extracted_records: list[Extraction]
) -> dg.MaterializeResult[Redated]:
    """The articles and records, where an article whose day is not known is dated by another on the same meeting.

    Such an article is read again, as every “Wednesday” in it hangs on its day.
    """
    redated = redate(
        dated_articles, extracted_records, lambda better: extract(better, folders.processes, lambda _: None)
    )
    return dg.MaterializeResult(value=redated, metadata={"read again": len(redated.again)})


@dg.asset(group_name="resolution", kinds={"polars"})
def article_rows(redated_articles: Redated) -> dg.MaterializeResult[Rows]:
    """What each article says, as rows with ids. A row that is not fit to be published goes to `quarantine`, never away.

    Extraction is measured on these rows: what two articles say of one event are two of them.
    """
    admitted = admit(redated_articles.resolved.tables)
    rows = Rows(admitted.tables, (*redated_articles.resolved.rejected, *admitted.rejected))
    counts = {name: rows.tables[name].height for name in (*EVIDENCED, "people")}
    return dg.MaterializeResult(value=rows, metadata={**counts, "rejected": len(rows.rejected)})
