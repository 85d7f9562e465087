"""From a record to the rows it becomes, column by column. Not here: ids, links, types of columns.

Each function gives plain dictionaries; `schemas.derive.frame` gives them the types of their table.
"""

from collections.abc import Iterator
from typing import Any, Final

from pipelines.records import Article, DealRecord, MeetingRecord, StatementRecord
from pipelines.resolution.confidence import confidence
from pipelines.resolution.currency import in_dollars
from pipelines.resolution.records import TABLE_OF, EventRecord, evidence_of
from schemas.vocabulary import UNPUBLISHED

Row = dict[str, Any]

#: When a row appeared and changed is known once it is part of a release.
NOT_YET_PUBLISHED: Final = {"first_version": UNPUBLISHED, "last_changed_version": UNPUBLISHED}


def article_row(article: Article) -> Row:
    """The row of an article."""
    return {
        "article_id": article.article_id,
        "source": article.source,
        "url": article.url,
        "publisher": article.publisher,
        "agencies": list(article.agencies),
        "title": article.title,
        "language": article.language,
        "published_earliest": article.published.earliest,
        "published_latest": article.published.latest,
        "published_precision": article.published.precision,
        "published_basis": article.published.basis,
        "published_flags": sorted(article.published.flags),
        "n_chars": len(article.text),
        "content_sha256": article.content_sha256,
    }


def meeting_row(meeting_id: str, meeting: MeetingRecord, article: Article) -> Row:
    """The row of a meeting."""
    row = {
        "meeting_id": meeting_id,
        "kind": meeting.kind,
        "level": meeting.level,
        "status": meeting.status,
        "start_earliest": meeting.start.earliest,
        "start_latest": meeting.start.latest,
        "end_earliest": meeting.end.earliest,
        "end_latest": meeting.end.latest,
        "date_precision": meeting.start.precision,
        "date_text": meeting.start.text,
        "country": meeting.country,
        "city": meeting.city,
        "venue": meeting.venue,
        "occasion": meeting.occasion,
        "sides": sorted(set(meeting.sides)),
        "topics": sorted(set(meeting.topics)),
        "outcomes": [span.of(article.text) for span in meeting.outcomes],
        **NOT_YET_PUBLISHED,
    }
    shown = row | {"participants": list(participant_rows(meeting_id, meeting))}
    return row | {"confidence": confidence("meetings", shown, meeting.confidence)}


def participant_rows(meeting_id: str, meeting: MeetingRecord) -> Iterator[Row]:
    """A row for each participant of a meeting, in order."""
    for position, participant in enumerate(meeting.participants):
        yield {
            "meeting_id": meeting_id,
            "position": position,
            "name": participant.name,
            "role": participant.role,
            "role_class": participant.role_class,
            "organization": participant.organization,
            "side": participant.side,
            "person_id": None,
        }


def deal_row(deal_id: str, deal: DealRecord, article: Article) -> Row:
    """The row of a deal, its value in dollars added where there is a rate."""
    dollars = in_dollars(deal, article.published)
    row = {
        "deal_id": deal_id,
        "kind": deal.kind,
        "status": deal.status,
        "supplier_countries": sorted(set(deal.supplier_countries)),
        "recipient_countries": sorted(set(deal.recipient_countries)),
        "supplier_organizations": list(deal.supplier_organizations),
        "recipient_organizations": list(deal.recipient_organizations),
        "value_min": deal.value_min,
        "value_max": deal.value_max,
        "value_currency": deal.value_currency,
        "value_scope": deal.value_scope,
        "value_usd_min": dollars.least,
        "value_usd_max": dollars.greatest,
        "value_usd_basis": dollars.basis,
        "value_text": deal.value_text,
        "event_earliest": deal.event.earliest,
        "event_latest": deal.event.latest,
        "date_precision": deal.event.precision,
        "date_text": deal.event.text,
        "delivery_earliest": deal.delivery.earliest,
        "delivery_latest": deal.delivery.latest,
        "flags": sorted({*deal.flags, *(["value_mismatch"] if dollars.mismatch else [])}),
        **NOT_YET_PUBLISHED,
    }
    shown = row | {"items": list(item_rows(deal_id, deal))}
    return row | {"confidence": confidence("deals", shown, deal.confidence)}


def item_rows(deal_id: str, deal: DealRecord) -> Iterator[Row]:
    """A row for each system of a deal, in order."""
    for position, item in enumerate(deal.items):
        yield {
            "deal_id": deal_id,
            "position": position,
            "system": item.system,
            "system_text": item.system_text,
            "category": item.category,
            "quantity_min": item.quantity_min,
            "quantity_max": item.quantity_max,
            "quantity_unit": item.quantity_unit,
        }


def statement_row(
    statement_id: str, statement: StatementRecord, article: Article, meeting_id: str | None, deal_id: str | None
) -> Row:
    """The row of a statement, with the meeting and the deal it belongs to."""
    row = {
        "statement_id": statement_id,
        "speaker": statement.speaker,
        "speaker_role": statement.speaker_role,
        "speaker_organization": statement.speaker_organization,
        "speaker_side": statement.speaker_side,
        "speaker_kind": statement.speaker_kind,
        "person_id": None,
        "mode": statement.mode,
        "text": " ".join(part.of(article.text) for part in statement.parts),
        "cue": statement.cue.of(article.text),
        "venue": statement.venue,
        "said_earliest": statement.said.earliest,
        "said_latest": statement.said.latest,
        "date_precision": statement.said.precision,
        "date_text": statement.said.text,
        "topics": sorted(set(statement.topics)),
        "countries": sorted(set(statement.countries)),
        "meeting_id": meeting_id,
        "deal_id": deal_id,
        **NOT_YET_PUBLISHED,
    }
    return row | {"confidence": confidence("statements", row, statement.confidence)}


def mention_rows(record_id: str, record: EventRecord, article: Article) -> Iterator[Row]:
    """A row for each span that a record rests on."""
    for span in evidence_of(record):
        yield {
            "record_id": record_id,
            "record_table": TABLE_OF[type(record)],
            "article_id": article.article_id,
            "start": span.start,
            "end": span.end,
            "text": span.of(article.text),
        }
