"""The tables of the dataset as assets, one each, from the rows of all articles.

Not here: what a table holds (`schemas/`), how rows are made (`resolution`), which of them are fit (`release/admit.py`),
what is checked of whole tables (`checks.py`).
"""

from collections.abc import Iterator

import dagster as dg
import polars as pl

from pipelines.assets.describe import codes, column_lineage, column_schema, counted, preview
from pipelines.assets.folders import Folders
from pipelines.assets.ingest import Ingested
from pipelines.assets.resolution import Rows
from pipelines.release.admit import admit, quarantine
from pipelines.release.settle import settle
from pipelines.resolution import unite
from schemas import TABLES
from schemas.vocabulary import UNPUBLISHED

#: What each table hangs on: the stage its rows come from, or the tables it refers to.
MADE_FROM = {
    "articles": ("article_rows",),
    "people": ("article_rows",),
    "meetings": ("article_rows",),
    "meeting_participants": ("meetings", "people"),
    "deals": ("article_rows",),
    "deal_items": ("deals",),
    "statements": ("article_rows", "meetings", "deals", "people"),
    "mentions": ("articles", "meetings", "deals", "statements"),
    "conflicts": ("articles", "meetings", "deals", "statements"),
    "retractions": ("meetings", "deals", "statements", "people"),
    "quarantine": ("clean_articles", "article_rows"),
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
    folders: Folders, clean_articles: Ingested, article_rows: Rows
) -> Iterator[dg.MaterializeResult[pl.DataFrame]]:
    """All tables, from all articles: rows that tell one event are one row, unless `DATASET_MERGE=no`.

    Ids and versions are not yet those of the release, which takes them over from the release before.
    """
    merged = admit(unite(article_rows.tables) if folders.merge else article_rows.tables)
    rejected = (*clean_articles.rejected, *article_rows.rejected, *merged.rejected)
    frames = settle(merged.tables, None, UNPUBLISHED) | {"quarantine": quarantine(rejected, UNPUBLISHED)}
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
