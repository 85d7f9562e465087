"""`quality`: extract the articles that people have read, and print how right the extraction is. Writes no release."""

import argparse
import json
import os
from pathlib import PurePath

from pipelines.commands.terminal import consoles
from pipelines.extraction import extract
from pipelines.ingest import ingest_folder
from pipelines.progress import meter_for
from pipelines.quality import read_gold, render, score
from pipelines.quality.report import render_errors
from pipelines.reading.publication import date_article
from pipelines.records import Article
from pipelines.release.admit import admit
from pipelines.resolution import resolve


def run(arguments: argparse.Namespace) -> int:
    """Print the report, and with `--errors` what was missed or made up; 1 where articles or gold cannot be read."""
    out, err = consoles()
    try:
        gold = read_gold([arguments.gold])
        found = [item for item in ingest_folder(arguments.articles) if isinstance(item, Article)]
    except (OSError, json.JSONDecodeError) as fault:
        err.print(f"Nothing was measured. {fault}")
        return 1
    articles = [date_article(article) for article in found if PurePath(article.source).name in gold]
    if not articles:
        err.print(f"None of the articles in {arguments.articles} is told of in {arguments.gold}.")
        return 1
    with meter_for(err)(len(articles)) as tick:
        extractions = list(extract(articles, arguments.workers or os.cpu_count() or 1, tick))
    report = score(admit(resolve(articles, extractions).tables).tables, gold)
    out.print(render(report), end="")
    if arguments.errors:
        out.print(f"\n{render_errors(report)}", end="")
    return 0
