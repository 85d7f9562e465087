"""The plain records that stages hand to each other. Not here: anything that computes, or knows a library.

Every record that was found in an article keeps its spans. Codes are those of `schemas/vocabulary.py`; the meaning of
a field is that of the column of the same name in `schemas/`.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters of an article's cleaned text, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class When:
    """A day told in a text, as an interval (both ends inclusive), with the words it was read from.

    Both ends are null when `precision` is `unknown`; one may be null in an open range (`since 2019`).
    """

    earliest: date | None = None
    latest: date | None = None
    precision: str = "unknown"
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """The day an article was published, as an interval.

    `reasons` tell how it was worked out, one line a step; `flags` what in that a person should look at.
    """

    earliest: date | None = None
    latest: date | None = None
    precision: str = "unknown"
    basis: str = "unknown"
    reasons: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateClue:
    """A sign of the day of publication outside the story: `basis` is `metadata`, `header`, `dateline` or `url`.

    `year` is null where only month and day are printed (`SEOUL, May 30`), `day` where only the month is.
    """

    basis: str
    text: str
    year: int | None
    month: int | None
    day: int | None


@dataclass(frozen=True, slots=True)
class Article:
    """One distinct article, cleaned.

    `text` is the story: paragraphs parted by a blank line, without header, headline, byline, lists and footers. The
    captions, each once, stand after the story as paragraphs of their own, from offset `story_end` on.
    """

    article_id: str
    source: str
    text: str
    story_end: int
    content_sha256: str
    language: str = "en"
    url: str | None = None
    publisher: str | None = None
    agencies: tuple[str, ...] = ()
    title: str | None = None
    dateline_place: str | None = None
    clues: tuple[DateClue, ...] = ()
    published: Published = Published()


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something that could not go on: a row of the quarantine, but for its version."""

    source: str
    stage: str
    check: str
    reason: str
    table: str | None = None
    column: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class ParticipantRecord:
    """Somebody who takes part in a meeting."""

    name: str | None
    role: str | None
    role_class: str
    organization: str | None
    side: str | None


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """A meeting that an article tells of. `outcomes` and `evidence` are spans of the article."""

    kind: str
    level: str
    status: str
    start: When
    end: When
    country: str | None
    city: str | None
    venue: str | None
    occasion: str | None
    sides: tuple[str, ...]
    participants: tuple[ParticipantRecord, ...]
    topics: tuple[str, ...]
    outcomes: tuple[Span, ...]
    evidence: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """One system, or kind of equipment, that a deal is about."""

    system: str | None
    system_text: str
    category: str
    quantity_min: int | None
    quantity_max: int | None
    quantity_unit: str | None


@dataclass(frozen=True, slots=True)
class DealRecord:
    """A deal that an article tells of. Countries are in the order of the contract, organisations as printed."""

    kind: str
    status: str
    supplier_countries: tuple[str, ...]
    recipient_countries: tuple[str, ...]
    supplier_organizations: tuple[str, ...]
    recipient_organizations: tuple[str, ...]
    items: tuple[ItemRecord, ...]
    value_min: Decimal | None
    value_max: Decimal | None
    value_currency: str | None
    value_scope: str | None
    value_usd_min: Decimal | None
    value_usd_max: Decimal | None
    value_usd_basis: str | None
    value_text: str | None
    event: When
    delivery: When
    flags: tuple[str, ...]
    evidence: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class StatementRecord:
    """Something said. `parts` are the spans of the content in text order; `cue` is the span of the reporting words."""

    speaker: str | None
    speaker_role: str | None
    speaker_organization: str | None
    speaker_side: str | None
    speaker_kind: str
    mode: str
    parts: tuple[Span, ...]
    cue: Span
    venue: str | None
    said: When
    topics: tuple[str, ...]
    countries: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article says: what an extractor, any extractor, returns for it."""

    article_id: str
    meetings: tuple[MeetingRecord, ...] = ()
    deals: tuple[DealRecord, ...] = ()
    statements: tuple[StatementRecord, ...] = ()
    rejected: tuple[Rejected, ...] = field(default=())
