"""The asset of the stage `ingest`: from files to clean articles."""

from collections import Counter
from dataclasses import dataclass

import dagster as dg

from pipelines.assets.describe import tally
from pipelines.assets.folders import Folders
from pipelines.ingest import ingest_folder
from pipelines.records import Article, Rejected


@dataclass(frozen=True, slots=True)
class Ingested:
    """What a folder holds: its distinct articles, and what could not be read as one."""

    articles: tuple[Article, ...]
    rejected: tuple[Rejected, ...]


@dg.asset(group_name="ingest", kinds={"python"})
def clean_articles(folders: Folders) -> dg.MaterializeResult[Ingested]:
    """The distinct articles of the folder, cleaned of what is not the story.

    Headers, captions, lists of other stories and footers are taken off; what they tell (publisher, agencies, headline,
    clues to the date) is kept. Near-identical copies are one article. What cannot be read goes to `quarantine`.
    """
    folder = folders.articles_path
    if not folder.is_dir():
        raise dg.Failure(f"There is no folder of articles at {folder}.", allow_retries=False)
    found = tuple(ingest_folder(folder))
    articles = tuple(item for item in found if isinstance(item, Article))
    rejected = tuple(item for item in found if isinstance(item, Rejected))
    if not articles:
        raise dg.Failure(_nothing_in(folders, rejected), allow_retries=False)
    return dg.MaterializeResult(
        value=Ingested(articles, rejected),
        metadata={
            "dagster/row_count": len(articles),
            "folder": dg.MetadataValue.path(str(folder.resolve())),
            "languages": tally(Counter(article.language for article in articles), "language"),
            "rejected": tally(Counter(item.check for item in rejected), "why"),
            "characters": sum(len(article.text) for article in articles),
        },
    )


def _nothing_in(folders: Folders, rejected: tuple[Rejected, ...]) -> str:
    if not rejected:
        return f"There is no article in {folders.articles_path}: it holds no text, HTML, JSON or JSON Lines file."
    return (
        f"None of the {len(rejected)} files in {folders.articles_path} could be read as an article. "
        f"The first: {rejected[0].source}: {rejected[0].reason}"
    )
