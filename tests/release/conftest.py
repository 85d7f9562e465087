"""A small release in the making: articles of our own invention, and their tables."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

import polars as pl
import pytest

from pipelines.records import (
    Article,
    Extraction,
    ItemRecord,
    ParticipantRecord,
    Published,
    Rejected,
    Span,
    When,
)
from pipelines.release.admit import quarantine
from pipelines.release.settle import settle
from pipelines.resolution import resolve
from tests.newsroom import DAY, DEAL, MEETING, STATEMENT

TODAY = "2026.11.22"


@dataclass(frozen=True, slots=True)
class Sample:
    """All tables, and the cleaned texts by article id."""

    tables: Mapping[str, pl.DataFrame]
    texts: Mapping[str, str]


def _article(number: int) -> Article:
    text = (
        f"Minister Han met Jan Kos, envoy number {number}, in Warsaw.\n\n"
        f'"We agreed | on \\ {number} \u201ctanks\u201d," Han said.\n\n'
        f"Poland will buy {number} K2 tanks for {number} billion won."
    )
    return Article(
        article_id=f"art_{number:016x}",
        source=f"in/{number}.txt",
        text=text,
        story_end=len(text),
        content_sha256="0" * 64,
        agencies=("Yonhap", "AFP"),
        published=Published(DAY, DAY, "day", "header"),
    )


def _extraction(article: Article, status: str) -> Extraction:
    def span(first: str, last: str) -> Span:
        start = article.text.index(first)
        return Span(start, article.text.index(last, start) + len(last))

    meeting = replace(
        MEETING,
        start=When(DAY, DAY, "day", "Thursday"),
        participants=(
            ParticipantRecord("Han", "Minister", "minister", None, "KOR"),
            ParticipantRecord("Jan Kos", None, "senior_official", None, "POL"),
        ),
        outcomes=(span("We agreed", "tanks\u201d"),),
        evidence=(span("Minister", "Warsaw."),),
    )
    won = Decimal(article.text.count("1") + 1) * 10**9
    deal = replace(
        DEAL,
        status=status,
        items=(ItemRecord("K2 Black Panther", "K2 tanks", "armoured_vehicle", 5, None, "unit"),),
        value_min=won,
        value_max=won,
        value_currency="KRW",
        value_text="billions",
        event=When(),
        evidence=(span("Poland", "won."),),
    )
    statement = replace(
        STATEMENT,
        speaker="Han",
        parts=(span("We agreed", "tanks\u201d"),),
        cue=span("said", "said"),
        said=When(),
        countries=("POL",),
    )
    return Extraction(article.article_id, (meeting,), (deal,), (statement,))


@pytest.fixture
def sample() -> Callable[..., Sample]:
    """Makes a release of so many articles whose deals are of a given status."""

    def make(count: int = 2, status: str = "signed") -> Sample:
        articles = [_article(number) for number in range(count)]
        resolved = resolve(articles, [_extraction(article, status) for article in articles])
        unread = [Rejected("in/broken.txt", "ingest", "decoding", "The file is no text.")] if count else []
        tables = settle(resolved.tables, None, TODAY) | {"quarantine": quarantine(unread, TODAY)}
        return Sample(tables, {article.article_id: article.text for article in articles})

    return make
