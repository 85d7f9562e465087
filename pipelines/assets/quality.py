"""The asset of the stage `quality`: how right the tables are. Not here: the figures (`quality/`)."""

from pathlib import Path

import dagster as dg
import polars as pl

from pipelines.assets.folders import Folders
from pipelines.assets.resolution import Rows
from pipelines.quality import measure, read_gold, render
from schemas import TABLES


@dg.asset(
    group_name="release", kinds={"python"}, ins={name: dg.AssetIn(name) for name in TABLES if name != "quarantine"}
)
def quality(folders: Folders, article_rows: Rows, **tables: pl.DataFrame) -> dg.MaterializeResult[str | None]:
    """How right the tables are, measured against what people read in the same articles (gold).

    The figures are F1: 1 where everything told is found and nothing else is. Extraction is measured on the rows of
    single articles, resolution on the tables. Without a gold file for the articles (`DATASET_GOLD`) there is nothing
    to measure against, and the release says nothing of its quality.
    """
    if not folders.gold:
        return dg.MaterializeResult(value=None, metadata={"report": "There is no gold file for these articles."})
    gold = Path(folders.gold).expanduser()
    if not gold.is_file():
        raise dg.Failure(f"There is no gold file at {gold}.", allow_retries=False)
    measured = measure(article_rows.tables, tables, read_gold([gold]))
    report, text = measured.extraction, render(measured)
    figures = {f"F1 of {name}": round(table.total.f1, 4) for name, table in report.tables.items()}
    return dg.MaterializeResult(
        value=text,
        metadata={
            **figures,
            "F1 of same event": round(measured.same_event.f1, 4),
            "headline": round(report.headline, 4),
            "articles": report.articles,
            "report": dg.MetadataValue.md(f"```\n{text}```"),
        },
    )
