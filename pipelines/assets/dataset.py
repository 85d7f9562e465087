"""The tables of the dataset as assets, one each, from the records of all articles.

Not here: what a table holds (`schemas/`), how rows are made (`resolution`), which of them are fit (`release/admit.py`),
what is checked of whole tables (`checks.py`).
"""

from collections.abc import Iterator
from datetime import UTC, datetime

import dagster as dg
import polars as pl

from pipelines.assets.describe import codes, column_lineage, column_schema, counted, preview
from pipelines.assets.folders import Folders
from pipelines.assets.ingest import Ingested
from pipelines.records import Article, Extraction
from pipelines.release.admit import admit, quarantine
from pipelines.resolution import resolve
from schemas import TABLES

#: What each table hangs on: the stage its rows come from, or the tables it refers to.
MADE_FROM = {
    "articles": ("dated_articles",),
    "meetings": ("extracted_records",),
    "meeting_participants": ("meetings",),
    "deals": ("extracted_records",),
    "deal_items": ("deals",),
    "statements": ("extracted_records", "meetings", "deals"),
    "mentions": ("articles", "meetings", "deals", "statements"),
    "quarantine": ("clean_articles", "extracted_records"),
}


@dg.multi_asset(
    outs={
        name: dg.AssetOut(
            description=table.__doc__,
            metadata={"dagster/column_schema": column_schema(table), "dagster/column_lineage": column_lineage(table)},
            kinds={"table", "polars"},
        )
        for name, table in TABLES.items()
    },
    internal_asset_deps={name: {dg.AssetKey(origin) for origin in origins} for name, origins in MADE_FROM.items()},
    group_name="dataset",
)
def tables(
    folders: Folders,
    clean_articles: Ingested,
    dated_articles: list[Article],
    extracted_records: list[Extraction],
) -> Iterator[dg.MaterializeResult[pl.DataFrame]]:
    """All tables, from all articles. A row that is not fit to be published goes to `quarantine`, never away."""
    resolved = resolve(dated_articles, extracted_records)
    admitted = admit(resolved.tables)
    rejected = (*clean_articles.rejected, *resolved.rejected, *admitted.rejected)
    version = folders.label or f"{datetime.now(UTC):%Y.%m.%d}"
    frames = admitted.tables | {"quarantine": quarantine(rejected, version)}
    for name in TABLES:
        yield dg.MaterializeResult(name, value=frames[name], metadata=_shown(name, frames[name]))


def _shown(name: str, frame: pl.DataFrame) -> dict[str, dg.MetadataValue | int]:
    """What the UI shows of a table that was made."""
    shown: dict[str, dg.MetadataValue | int] = {
        "dagster/row_count": frame.height,
        "codes": codes(TABLES[name], frame),
        "preview": preview(frame),
    }
    if name == "quarantine":
        shown["reasons"] = counted(frame, "stage", "table", "check", "reason")
    return shown
