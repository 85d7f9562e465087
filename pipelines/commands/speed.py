"""`speed`: how long each stage takes on a folder, against bare spaCy on the same texts in the same process."""

import argparse
import time
from collections.abc import Callable
from typing import TypeVar

from pipelines.commands.terminal import consoles
from pipelines.extraction.rules import extract_by_rules
from pipelines.ingest import ingest_folder
from pipelines.reading.document import read
from pipelines.reading.nlp import pipeline
from pipelines.reading.publication import date_article
from pipelines.records import Article
from pipelines.resolution import resolve

Result = TypeVar("Result")


def run(arguments: argparse.Namespace) -> int:
    """Print seconds and articles per second by stage, each the second of two passes; 1 where there is no article."""
    out, err = consoles()
    found, ingesting = _second_of_two(lambda: list(ingest_folder(arguments.articles)))
    articles = [item for item in found if isinstance(item, Article)]
    if not articles:
        err.print(f"There is no article in {arguments.articles}.")
        return 1
    dated, dating = _second_of_two(lambda: [date_article(article) for article in articles])
    parsed, parsing = _second_of_two(lambda: list(pipeline().pipe([article.text for article in dated])))
    _, reading = _second_of_two(lambda: [read(article, doc) for article, doc in zip(dated, parsed, strict=True)])
    extractions, extracting = _second_of_two(lambda: list(extract_by_rules(dated)))
    _, resolving = _second_of_two(lambda: resolve(dated, extractions))
    stages = {
        "ingest": ingesting,
        "dating": dating,
        "bare spaCy": parsing,
        "reading, without spaCy": reading,
        "dating and reading": dating + reading,
        "extraction as a whole": extracting,
        "resolution": resolving,
    }
    for stage, seconds in stages.items():
        share = f"{seconds / parsing:.2f} of bare spaCy's"
        out.print(f"{stage:<24}{seconds:>8.2f} s {len(articles) / seconds:>8.1f} articles/s   {share}")
    return 0


def _second_of_two(step: Callable[[], Result]) -> tuple[Result, float]:
    """What the step gives, and its seconds when everything it loads is in memory."""
    step()
    start = time.perf_counter()
    result = step()
    return result, time.perf_counter() - start
