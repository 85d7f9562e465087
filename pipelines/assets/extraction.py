"""The asset of the stage `extraction`: what each article says."""

import time

import dagster as dg

from pipelines.assets.folders import Folders
from pipelines.extraction import extract
from pipelines.progress import Meter
from pipelines.records import Article, Extraction


@dg.asset(group_name="extraction", kinds={"python", "spacy"})
def extracted_records(
    folders: Folders, meter: dg.ResourceParam[Meter], dated_articles: list[Article]
) -> dg.MaterializeResult[list[Extraction]]:
    """The meetings, deals and statements of each article, each with the words it rests on.

    This is where the time goes; it is shared among as many processes as there are processors.
    """
    start = time.monotonic()
    with meter(len(dated_articles)) as tick:
        extractions = list(extract(dated_articles, folders.processes, tick))
    seconds = time.monotonic() - start
    return dg.MaterializeResult(
        value=extractions,
        metadata={
            "articles": len(extractions),
            "meetings": sum(len(extraction.meetings) for extraction in extractions),
            "deals": sum(len(extraction.deals) for extraction in extractions),
            "statements": sum(len(extraction.statements) for extraction in extractions),
            "rejected": sum(len(extraction.rejected) for extraction in extractions),
            "processes": folders.processes,
            "seconds": round(seconds, 2),
            "articles per second": round(len(extractions) / seconds, 1),
        },
    )
