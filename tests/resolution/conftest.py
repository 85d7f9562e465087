"""An article of our own invention and what may be read from it."""

from collections.abc import Callable
from datetime import date
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

TEXT = (
    "Minister Han Su-bin met her Polish counterpart Jan Kos in Warsaw on Thursday.\n\n"
    '"We trust our partners," Han said. "We deliver on time."\n\n'
    "Poland will buy 100 tanks for 9 trillion won.\n\n"
    "Talks with Norway are planned, an official said."
)
DAY = date(2024, 5, 2)


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
    return MeetingRecord(
        kind="talks",
        level="minister",
        status="held",
        start=When(DAY, DAY, "day", "Thursday"),
        end=When(),
        country="POL",
        city="Warsaw",
        venue=None,
        occasion=None,
        sides=("POL", "KOR"),
        participants=(
            ParticipantRecord("Han Su-bin", "Minister", "minister", None, "KOR"),
            ParticipantRecord("Jan Kos", None, "minister", None, "POL"),
        ),
        topics=("arms_industry",),
        outcomes=(),
        evidence=(spot("Minister Han Su-bin met her Polish counterpart Jan Kos in Warsaw on Thursday."),),
        confidence=0.8,
    )


@pytest.fixture
def deal() -> DealRecord:
    return DealRecord(
        kind="arms_transfer",
        status="signed",
        supplier_countries=("KOR",),
        recipient_countries=("POL",),
        supplier_organizations=(),
        recipient_organizations=(),
        items=(ItemRecord(None, "tanks", "armoured_vehicle", 100, 100, "unit"),),
        value_min=Decimal(9_000_000_000_000),
        value_max=Decimal(9_000_000_000_000),
        value_currency="KRW",
        value_scope="total",
        value_usd_min=None,
        value_usd_max=None,
        value_usd_basis=None,
        value_text="9 trillion won",
        event=When(DAY, DAY, "day"),
        delivery=When(),
        flags=(),
        evidence=(spot("Poland will buy 100 tanks for 9 trillion won."),),
        confidence=0.7,
    )


@pytest.fixture
def statement() -> StatementRecord:
    return StatementRecord(
        speaker="Han Su-bin",
        speaker_role="Minister",
        speaker_organization=None,
        speaker_side="KOR",
        speaker_kind="person",
        mode="direct",
        parts=(spot("We trust our partners,"), spot("We deliver on time.")),
        cue=spot("said"),
        venue=None,
        said=When(DAY, DAY, "day"),
        topics=(),
        countries=(),
        confidence=0.9,
    )


@pytest.fixture
def extraction(article: Article, meeting: MeetingRecord, deal: DealRecord, statement: StatementRecord) -> Extraction:
    return Extraction(article.article_id, (meeting,), (deal,), (statement,))
