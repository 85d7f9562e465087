"""What commands that measure work on: gold, its articles as dated, and the rows found in them. Not here: figures."""

import argparse
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

import polars as pl
from rich.console import Console

from pipelines.extraction import extract
from pipelines.ingest import ingest_folder
from pipelines.progress import meter_for
from pipelines.quality import read_gold
from pipelines.quality.gold import Gold
from pipelines.reading.publication import date_article
from pipelines.records import Article
from pipelines.release.admit import admit
from pipelines.resolution import redate


@dataclass(frozen=True, slots=True)
class Measured:
    """Gold, the articles it tells of, and the tables as single articles tell them."""

    gold: Gold
    articles: list[Article]
    tables: Mapping[str, pl.DataFrame]


def gold_and_rows(arguments: argparse.Namespace, err: Console) -> Measured | None:
    """Extract the articles that gold tells of; null, with the reason told, where there is nothing to measure."""
    try:
        gold = read_gold([arguments.gold])
        found = [item for item in ingest_folder(arguments.articles) if isinstance(item, Article)]
    except (OSError, json.JSONDecodeError) as fault:
        err.print(f"Nothing was measured. {fault}")
        return None
    articles = [date_article(article) for article in found if PurePath(article.source).name in gold]
    if not articles:
        err.print(f"None of the articles in {arguments.articles} is told of in {arguments.gold}.")
        return None
    workers = arguments.workers or os.cpu_count() or 1
    with meter_for(err)(len(articles)) as tick:
        extractions = list(extract(articles, workers, tick))
    redated = redate(articles, extractions, lambda better: extract(better, workers, lambda _: None))
    return Measured(gold, redated.articles, admit(redated.resolved.tables).tables)
