"""`quality`: extract the articles that people have read, and print how right the extraction is. Writes no release."""

import argparse
from collections.abc import Iterable
from pathlib import PurePath

from pipelines.commands.measuring import gold_and_rows
from pipelines.commands.terminal import consoles
from pipelines.quality import measure, read_gold, render, render_errors
from pipelines.quality.people import render_people, score_people
from pipelines.quality.report import render_faults
from pipelines.reading.document import read
from pipelines.reading.nlp import pipeline
from pipelines.records import Article
from pipelines.resolution import unite


def run(arguments: argparse.Namespace) -> int:
    """Print the report, and with `--errors` what was missed or made up; 1 where articles or gold cannot be read."""
    out, err = consoles()
    measured = gold_and_rows(arguments, err)
    if measured is None:
        return 1
    quality = measure(measured.tables, unite(measured.tables), measured.gold)
    out.print(render(quality), end="")
    if arguments.errors:
        out.print(f"\n{render_errors(quality.extraction)}", end="")
    if arguments.people:
        out.print(_who_is_who(arguments, measured.articles), end="")
    return 0


def _who_is_who(arguments: argparse.Namespace, articles: Iterable[Article]) -> str:
    """The report on people, sides and references, against the gold file that is named for them."""
    gold = read_gold([arguments.people])
    told = [article for article in articles if PurePath(article.source).name in gold]
    documents = (read(article, doc) for doc, article in pipeline().pipe([(a.text, a) for a in told], as_tuples=True))
    report = score_people(documents, gold)
    return f"\n{render_people(report)}" + (f"\n{render_faults(report.errors)}" if arguments.errors else "")
