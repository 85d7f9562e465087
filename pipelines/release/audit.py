"""Rules that a release as a whole keeps to. Not here: which rows are let in (`admit.py`), publishing (`publish.py`).

A rule is a function of the release that yields findings; `RULES` lists them. A fatal finding stops publication.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

import polars as pl
from pandera.errors import SchemaErrors

from pipelines.release.references import REFERENCES, without_mention
from pipelines.release.validate import failures
from schemas import TABLES
from schemas.mentions import EVIDENCED


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a release: in which table, by which rule, how many rows, and what, for a person."""

    severity: Literal["fatal", "warning"]
    table: str
    rule: str
    rows: int
    detail: str

    def __str__(self) -> str:
        """One line for a log."""
        return f"{self.severity}: {self.table}: {self.rule}: {self.detail}"


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a release may go from the ordinary."""

    fewest_articles: int = 1
    greatest_quarantined_share: float = 0.2
    most_rows_per_article: float = 60.0


@dataclass(frozen=True, slots=True)
class Release:
    """What the rules look at: all tables, the cleaned text of each article, the limits."""

    tables: Mapping[str, pl.DataFrame]
    texts: Mapping[str, str]
    limits: Limits


def audit(tables: Mapping[str, pl.DataFrame], texts: Mapping[str, str], limits: Limits | None = None) -> list[Finding]:
    """All findings on a release, fatal ones first. `texts`: cleaned text by article id."""
    if missing := [name for name in TABLES if name not in tables]:
        return [Finding("fatal", name, "table_present", 0, "the table is missing") for name in missing]
    release = Release(tables, texts, limits or Limits())
    found = list(schema_kept(release))
    if not any(finding.rule == "columns" for finding in found):  # other rules rely on the columns
        found += [finding for rule in RULES for finding in rule(release)]
    return sorted(found, key=lambda finding: finding.severity)


def schema_kept(release: Release) -> Iterator[Finding]:
    """Every row keeps to the schema of its table: types, vocabularies, keys, intervals in order."""
    for name, table in TABLES.items():
        try:
            failed = failures(table, release.tables[name])
        except SchemaErrors as errors:
            cases = errors.failure_cases.filter(pl.col("index").is_null())
            told = ", ".join(f"{column}: {check}" for column, check in cases.select("column", "check").iter_rows())
            yield Finding("fatal", name, "columns", release.tables[name].height, told)
            continue
        for column, check in sorted({(failure.column or "", failure.check) for failure in failed}):
            alike = [failure for failure in failed if (failure.column or "", failure.check) == (column, check)]
            detail = f"{column or 'row'} of {len(alike)} rows, such as {alike[0].value!r}. {alike[0].reason}"
            yield Finding("fatal", name, check, len(alike), detail)


def references_lead_somewhere(release: Release) -> Iterator[Finding]:
    """Every foreign key has its row."""
    for reference in REFERENCES:
        orphans = reference.orphans(release.tables)
        if orphans.height:
            detail = (
                f"{orphans.height} rows refer to no row of {reference.parent}, such as {orphans[reference.column][0]}"
            )
            yield Finding("fatal", reference.table, "refers_to", orphans.height, detail)


def events_have_mentions(release: Release) -> Iterator[Finding]:
    """Every row of an event table has its evidence."""
    for name in EVIDENCED:
        bare = without_mention(name, release.tables)
        if bare.height:
            detail = f"{bare.height} rows have no mention, such as {bare.item(0, 0)}"
            yield Finding("fatal", name, "has_mention", bare.height, detail)


def evidence_is_verbatim(release: Release) -> Iterator[Finding]:
    """The text of each mention is what the article's cleaned text has at its offsets."""
    spans = release.tables["mentions"].select("record_id", "article_id", "start", "end", "text").rows()
    wrong = [
        (record_id, article_id, start)
        for record_id, article_id, start, end, text in spans
        if len(text) != end - start or release.texts.get(article_id, "")[start:end] != text
    ]
    if wrong:
        detail = f"{len(wrong)} mentions differ from their article, such as {wrong[0]}"
        yield Finding("fatal", "mentions", "verbatim", len(wrong), detail)


def articles_suffice(release: Release) -> Iterator[Finding]:
    """A release rests on articles."""
    height = release.tables["articles"].height
    if height < release.limits.fewest_articles:
        detail = f"{height} articles, at least {release.limits.fewest_articles} asked for"
        yield Finding("fatal", "articles", "fewest_articles", height, detail)


def quarantine_is_small(release: Release) -> Iterator[Finding]:
    """Few articles were stopped as a whole."""
    stopped = release.tables["quarantine"].filter(pl.col("table").is_null())["source"].n_unique()
    whole = stopped + release.tables["articles"].height
    if whole and stopped / whole > release.limits.greatest_quarantined_share:
        yield Finding("warning", "quarantine", "quarantined_share", stopped, f"{stopped} of {whole} articles stopped")


def rows_are_plausible(release: Release) -> Iterator[Finding]:
    """No article yields rows by the hundred: a sign of a list or a page that is no article."""
    counts = (
        release.tables["mentions"]
        .group_by("article_id")
        .agg(pl.col("record_id").n_unique().alias("rows"))
        .filter(pl.col("rows") > release.limits.most_rows_per_article)
        .sort("rows", "article_id", descending=[True, False])
    )
    if counts.height:
        detail = f"{counts.height} articles have more than {release.limits.most_rows_per_article:g} rows"
        yield Finding("warning", "articles", "rows_per_article", counts.height, f"{detail}, such as {counts.row(0)}")


RULES: Final[tuple[Callable[[Release], Iterator[Finding]], ...]] = (
    references_lead_somewhere,
    events_have_mentions,
    evidence_is_verbatim,
    articles_suffice,
    quarantine_is_small,
    rows_are_plausible,
)
