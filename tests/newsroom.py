"""Articles of our own invention for tests across articles: each a line of text for everything it tells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import polars as pl

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
from pipelines.resolution import resolve

DAY = date(2024, 5, 2)
NOWHERE = Span(0, 1)

MEETING = MeetingRecord(
    kind="talks",
    level="minister",
    status="held",
    start=When(DAY, DAY, "day"),
    end=When(),
    country="POL",
    city="Warsaw",
    venue=None,
    occasion=None,
    sides=("KOR", "POL"),
    participants=(
        ParticipantRecord("Ahn Gyu-back", "Minister", "minister", None, "KOR"),
        ParticipantRecord("Jan Kos", "Minister", "minister", None, "POL"),
    ),
    topics=("arms_industry",),
    outcomes=(),
    evidence=(NOWHERE,),
    confidence=0.8,
)
DEAL = DealRecord(
    kind="arms_transfer",
    status="signed",
    supplier_countries=("KOR",),
    recipient_countries=("POL",),
    supplier_organizations=(),
    recipient_organizations=(),
    items=(ItemRecord("K2 Black Panther", "K2 tanks", "armoured_vehicle", 180, 180, "unit"),),
    value_min=Decimal(6_500_000_000),
    value_max=Decimal(6_500_000_000),
    value_currency="USD",
    value_scope="total",
    value_usd_min=None,
    value_usd_max=None,
    value_usd_basis=None,
    value_text="$6.5 billion",
    event=When(DAY, DAY, "day"),
    delivery=When(),
    flags=(),
    evidence=(NOWHERE,),
    confidence=0.7,
)
STATEMENT = StatementRecord(
    speaker="Ahn Gyu-back",
    speaker_role="Minister",
    speaker_organization=None,
    speaker_side="KOR",
    speaker_kind="person",
    mode="direct",
    parts=(NOWHERE,),
    cue=NOWHERE,
    venue=None,
    said=When(DAY, DAY, "day"),
    topics=(),
    countries=(),
    confidence=0.9,
)


def when(day: str) -> When:
    """A day, or where nothing is given, none."""
    return When(date.fromisoformat(day), date.fromisoformat(day), "day", day) if day else When()


@dataclass(frozen=True, slots=True)
class Said:
    """A statement and its words, which become a line of the article."""

    record: StatementRecord
    words: str


Told = MeetingRecord | DealRecord | Said


@dataclass(frozen=True, slots=True)
class News:
    """An article by its number, what it tells, and when it was published (nothing: it is not known)."""

    number: int
    told: tuple[Told, ...]
    published: str = "2024-05-02"

    @property
    def article_id(self) -> str:
        """Identifier of the article."""
        return f"art_{self.number:016x}"


def rows_of(news: Iterable[News]) -> dict[str, pl.DataFrame]:
    """The rows of single articles."""
    written = [write(one) for one in news]
    return resolve([article for article, _ in written], [extraction for _, extraction in written]).tables


def grouped(tables: dict[str, pl.DataFrame], table: str) -> set[frozenset[tuple[str, int]]]:
    """The rows of a table, each as the places it rests on: what is the same whatever the ids."""
    mentions = tables["mentions"].filter(pl.col("record_table") == table)
    places = mentions.group_by("record_id").agg(pl.struct("article_id", "start"))
    return {frozenset((place["article_id"], place["start"]) for place in row) for _, row in places.iter_rows()}


def write(news: News) -> tuple[Article, Extraction]:
    """The article and what an extractor finds in it."""
    lines: list[str] = []
    records: list[MeetingRecord | DealRecord | StatementRecord] = []
    for place, told in enumerate(news.told):
        words = told.words if isinstance(told, Said) else f"Event {place} of article {news.number} is told here."
        start = sum(len(line) + 2 for line in lines)
        span = Span(start, start + len(words))
        match told:
            case Said():
                cue = Span(span.end + 1, span.end + 5)
                words += " said"
                records.append(replace(told.record, parts=(span,), cue=cue))
            case _:
                records.append(replace(told, evidence=(span,)))
        lines.append(words)
    text = "\n\n".join(lines) or "Nothing."
    published = when(news.published)
    article = Article(
        article_id=news.article_id,
        source=f"{news.number}.txt",
        text=text,
        story_end=len(text),
        content_sha256="0" * 64,
        published=Published(published.earliest, published.latest, published.precision, "header"),
    )
    meetings, deals, statements = _by_kind(records)
    return article, Extraction(article.article_id, tuple(meetings), tuple(deals), tuple(statements))


def _by_kind(
    records: Sequence[MeetingRecord | DealRecord | StatementRecord],
) -> tuple[list[MeetingRecord], list[DealRecord], list[StatementRecord]]:
    return (
        [record for record in records if isinstance(record, MeetingRecord)],
        [record for record in records if isinstance(record, DealRecord)],
        [record for record in records if isinstance(record, StatementRecord)],
    )
