"""`fit`: print `reference/deal_weights.csv` as fitted on articles that people have read. Writes nothing."""

import argparse
import csv
import io
import json
from dataclasses import fields
from pathlib import PurePath

from pipelines.commands.terminal import consoles
from pipelines.ingest import ingest_folder
from pipelines.quality import read_gold
from pipelines.quality.fitting import fit, lessons
from pipelines.reading.document import read
from pipelines.reading.nlp import pipeline
from pipelines.reading.publication import date_article
from pipelines.reading.scope import in_scope
from pipelines.records import Article
from pipelines.reference.deal_weights import UNIT, DealWeight


def run(arguments: argparse.Namespace) -> int:
    """Print the table; 1 where articles or gold cannot be read."""
    out, err = consoles()
    try:
        gold = read_gold(arguments.gold)
        found = [item for folder in arguments.articles for item in ingest_folder(folder) if isinstance(item, Article)]
    except (OSError, json.JSONDecodeError) as fault:
        err.print(f"Nothing was fitted. {fault}")
        return 1
    articles = [(a.text, date_article(a)) for a in found if PurePath(a.source).name in gold]
    documents = (read(article, doc) for doc, article in pipeline().pipe(articles, as_tuples=True))
    taught = [
        lesson
        for document in documents
        if in_scope(document)
        for lesson in lessons(document, gold[PurePath(document.article.source).name]["deals"])
    ]
    if not any(lesson.truth for lesson in taught):
        err.print("Nothing was fitted. No article tells of a deal.")
        return 1
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(field.name for field in fields(DealWeight))
    for question, weights in sorted(fit(taught).items()):
        told = {sign: round(weight * UNIT) for sign, weight in sorted(weights.items())}
        writer.writerows((question, sign, weight) for sign, weight in told.items() if weight)
    out.print(page.getvalue(), end="")
    return 0
