"""`quality`: extract the articles that people have read, and print how right the extraction is. Writes no release."""

import argparse
import json
import os
from collections.abc import Iterable
from pathlib import PurePath

from pipelines.commands.terminal import consoles
from pipelines.extraction import extract
from pipelines.ingest import ingest_folder
from pipelines.progress import meter_for
from pipelines.quality import measure, read_gold, render, render_errors
from pipelines.quality.people import render_people, score_people
from pipelines.quality.report import render_faults
from pipelines.reading.document import read
from pipelines.reading.nlp import pipeline
from pipelines.reading.publication import date_article
from pipelines.records import Article
from pipelines.release.admit import admit
from pipelines.resolution import redate, resolve, unite


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
    workers = arguments.workers or os.cpu_count() or 1
    with meter_for(err)(len(articles)) as tick:
        extractions = list(extract(articles, workers, tick))
    redated = redate(articles, extractions, lambda better: extract(better, workers, lambda _: None))
    tables = admit(resolve(redated.articles, redated.extractions).tables).tables
    quality = measure(tables, unite(tables), gold)
    out.print(render(quality), end="")
    if arguments.errors:
        out.print(f"\n{render_errors(quality.extraction)}", end="")
    if arguments.people:
        out.print(_who_is_who(arguments, articles), end="")
    return 0


def _who_is_who(arguments: argparse.Namespace, articles: Iterable[Article]) -> str:
    """The report on people, sides and references, against the gold file that is named for them."""
    gold = read_gold([arguments.people])
    told = [article for article in articles if PurePath(article.source).name in gold]
    documents = (read(article, doc) for doc, article in pipeline().pipe([(a.text, a) for a in told], as_tuples=True))
    report = score_people(documents, gold)
    return f"\n{render_people(report)}" + (f"\n{render_faults(report.errors)}" if arguments.errors else "")
