"""The asset of the stage `release`: the tables as files, versioned. Not here: writing them (`release/`)."""

from datetime import UTC, datetime

import dagster as dg
import polars as pl

from pipelines.assets.describe import markdown_table
from pipelines.assets.folders import Folders
from pipelines.records import Article
from pipelines.release.publish import Publication, ReleaseRejected, VersionTaken, publish
from schemas import TABLES


@dg.asset(
    group_name="release",
    kinds={"parquet", "csv"},
    ins={name: dg.AssetIn(name) for name in (*TABLES, "dated_articles", "quality")},
)
def release(
    folders: Folders, dated_articles: list[Article], quality: str | None, **tables: pl.DataFrame
) -> dg.MaterializeResult[Publication]:
    """The dataset as a folder of files: Parquet and CSV of each table, a data card, checksums, what has changed.

    It is written aside, read back, checked, and moved into place in one step. A release, once written, is never
    changed; where nothing is new, none is written.
    """
    texts = {article.article_id: article.text for article in dated_articles}
    try:
        publication = publish(
            tables,
            texts,
            folders.outputs_path,
            today=datetime.now(UTC).date(),
            label=folders.label or None,
            notice=folders.notice,
            quality=quality,
        )
    except (ReleaseRejected, VersionTaken) as refusal:
        raise dg.Failure(str(refusal), allow_retries=False) from refusal
    except OSError as fault:
        raise dg.Failure(f"{folders.outputs_path} cannot be written to: {fault}", allow_retries=False) from fault
    counts = ([name, f"{publication.counts[name]:,}"] for name in TABLES)
    return dg.MaterializeResult(
        value=publication,
        metadata={
            "version": publication.version,
            "new": publication.new,
            "folder": dg.MetadataValue.path(str(publication.path.resolve())),
            "rows": dg.MetadataValue.md(markdown_table(["table", "rows"], counts)),
            "data card": dg.MetadataValue.md((publication.path / "README.md").read_text(encoding="utf-8")),
        },
    )
