"""`show`: one article with the evidence of the latest release marked, then its rows, so that a row can be checked.

Not here: how a mark looks in the text (`marking.py`).
"""

import argparse
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
from rich.console import Console
from rich.text import Text

from pipelines.commands.marking import STYLES, Mark, bracketed, coloured, short_names
from pipelines.commands.terminal import consoles
from pipelines.ingest import ingest_folder
from pipelines.reading.publication import date_article
from pipelines.records import Article, Span
from pipelines.release.write import read_tables
from schemas import TABLES, derive

#: Longest value told of a row; the text above has the rest.
VALUE_WIDTH = 100


#: The tables of a release.
Release = dict[str, pl.DataFrame]


def run(arguments: argparse.Namespace) -> int:
    """Print the article, its marks and its rows; 1 where there is no such article or no release."""
    out, err = consoles()
    latest = arguments.outputs / "latest"
    if not latest.is_dir():
        err.print(f"There is no release in {arguments.outputs} yet: make one with `make dataset`.")
        return 1
    release = {name: derive.frame(table, []) for name, table in TABLES.items()} | read_tables(latest)
    found = _find(release["articles"], arguments.article)
    if found is None:
        err.print(f"The latest release in {arguments.outputs} has no article {arguments.article!r}.")
        return 1
    article = _read(arguments.articles, found["article_id"])
    if article is None:
        err.print(
            f"{found['source']} in {arguments.articles} no longer holds the text that the latest release in "
            f"{arguments.outputs} was made from: make another with `make dataset`.",
        )
        return 1
    _print(out, date_article(article), found, release)
    return 0


def _find(articles: pl.DataFrame, name: str) -> Mapping[str, Any] | None:
    """The row of the article with this id, or whose source is this name or ends in it."""
    wanted = (pl.col("article_id") == name) | (pl.col("source") == name) | pl.col("source").str.ends_with(f"/{name}")
    return next(articles.filter(wanted).sort("source").iter_rows(named=True), None)


def _read(folder: Path, article_id: str) -> Article | None:
    articles = (item for item in ingest_folder(folder) if isinstance(item, Article))
    return next((article for article in articles if article.article_id == article_id), None)


def _print(out: Console, article: Article, listed: Mapping[str, Any], release: Release) -> None:
    mentions = release["mentions"].filter(pl.col("article_id") == article.article_id).sort("start")
    names = short_names(mentions["record_id"].unique().to_list())
    marks = [
        Mark(Span(mention["start"], mention["end"]), names[mention["record_id"]], mention["record_table"])
        for mention in mentions.iter_rows(named=True)
    ]
    for line in _heading(article, listed):
        out.print(line)
    out.print()
    out.print(coloured(article.text, marks) if out.is_terminal else Text(bracketed(article.text, marks)))
    for record_id, table in mentions.select("record_id", "record_table").unique(maintain_order=True).iter_rows():
        out.print()
        out.print(Text(f"{names[record_id]}  {table} {record_id}", style=f"bold {STYLES[table]}"))
        for told in _row(release, table, record_id):
            out.print(Text(f"  {told}"))


def _heading(article: Article, listed: Mapping[str, Any]) -> Iterator[Text]:
    """What the article is, and why it is dated as it is; `listed` is its row in the release."""
    published = article.published
    day = _day(listed["published_earliest"], listed["published_latest"])
    yield Text(article.title or article.source, style="bold")
    yield Text(f"{article.article_id}  {article.source}", style="dim")
    yield Text(f"published {day} ({listed['published_precision']}, {listed['published_basis']})")
    yield from (Text(f"  to look at: {flag}", style="bold") for flag in published.flags)
    yield from (Text(f"  {reason}", style="dim") for reason in published.reasons)
    if day != _day(published.earliest, published.latest):
        yield Text(f"  another article of the release tells the same meeting: {day}", style="dim")


def _day(earliest: date | None, latest: date | None) -> str:
    return str(earliest) if earliest == latest else f"{earliest or '…'} to {latest or '…'}"


def _row(release: Release, table: str, record_id: str) -> Iterator[str]:
    """A row in short, and under it the rows of the tables that hang on it."""
    key = TABLES[table].primary_key()[0]
    for child, model in TABLES.items():
        if model.primary_key()[0] == key:
            for row in release[child].filter(pl.col(key) == record_id).drop(key).iter_rows(named=True):
                told = {name: _value(value) for name, value in row.items()}
                yield f"{child}: " + " · ".join(f"{name} {value}" for name, value in told.items() if value)
    for against in release["conflicts"].filter(pl.col("record_id") == record_id).iter_rows(named=True):
        yield f"conflicts: {against['article_id']} says {against['field']} {_value(against['value'])}"


def _value(value: object) -> str:
    """A value in short; empty where it says nothing."""
    if value is None or value == []:
        return ""
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= VALUE_WIDTH else f"{text[: VALUE_WIDTH - 1]}…"
