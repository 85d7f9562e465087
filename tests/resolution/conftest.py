"""An article of our own invention and what may be read from it."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from pipelines.records import (
    Article,
    DealRecord,
    Extraction,
    ItemRecord,
    MeetingRecord,
    ParticipantRecord,
    Published,
    Span,
    StatementRecord,
    When,
)
from tests.newsroom import DAY, DEAL, MEETING, STATEMENT

TEXT = (
    "Minister Han Su-bin met her Polish counterpart Jan Kos in Warsaw on Thursday.\n\n"
    '"We trust our partners," Han said. "We deliver on time."\n\n'
    "Poland will buy 100 tanks for 9 trillion won.\n\n"
    "Talks with Norway are planned, an official said."
)


def spot(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def span() -> Callable[[str], Span]:
    return spot


@pytest.fixture
def article() -> Article:
    return Article(
        article_id="art_0123456789abcdef",
        source="in/warsaw.txt",
        text=TEXT,
        story_end=len(TEXT),
        content_sha256="0" * 64,
        published=Published(DAY, DAY, "day", "header"),
    )


@pytest.fixture
def meeting() -> MeetingRecord:
    return replace(
        MEETING,
        start=When(DAY, DAY, "day", "Thursday"),
        sides=("POL", "KOR"),
        participants=(
            ParticipantRecord("Han Su-bin", "Minister", "minister", None, "KOR"),
            ParticipantRecord("Jan Kos", None, "minister", None, "POL"),
        ),
        evidence=(spot("Minister Han Su-bin met her Polish counterpart Jan Kos in Warsaw on Thursday."),),
    )


@pytest.fixture
def deal() -> DealRecord:
    return replace(
        DEAL,
        items=(ItemRecord(None, "tanks", "armoured_vehicle", 100, 100, "unit"),),
        value_min=Decimal(9_000_000_000_000),
        value_max=Decimal(9_000_000_000_000),
        value_currency="KRW",
        value_text="9 trillion won",
        evidence=(spot("Poland will buy 100 tanks for 9 trillion won."),),
    )


@pytest.fixture
def statement() -> StatementRecord:
    return replace(
        STATEMENT,
        speaker="Han Su-bin",
        parts=(spot("We trust our partners,"), spot("We deliver on time.")),
        cue=spot("said"),
    )


@pytest.fixture
def extraction(article: Article, meeting: MeetingRecord, deal: DealRecord, statement: StatementRecord) -> Extraction:
    return Extraction(article.article_id, (meeting,), (deal,), (statement,))
