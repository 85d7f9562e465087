"""The whole of resolution in one function: articles and what was extracted from them become the tables of a release.

Not here: what a row holds (`rows.py`), its id (`ids.py`), its links (`links.py`), whether it is fit (`admission.py`).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from pipelines.records import Article, DealRecord, Extraction, MeetingRecord, Rejected, StatementRecord
from pipelines.resolution import rows
from pipelines.resolution.admission import faults
from pipelines.resolution.ids import identify
from pipelines.resolution.links import Anchor, link, paragraphs
from pipelines.resolution.people import with_people
from pipelines.resolution.records import TABLE_OF, EventRecord, evidence_of
from schemas import TABLES, derive

#: Tables that no article tells of: they are made when a release is.
LATER: Final = ("retractions", "quarantine")


@dataclass(frozen=True, slots=True)
class Resolved:
    """All tables of a release but the later ones, each sorted by its key; and what could not become a row of them.

    `rejected` holds the extractions' own rejections too.
    """

    tables: dict[str, pl.DataFrame]
    rejected: tuple[Rejected, ...]


def resolve(articles: Sequence[Article], extractions: Sequence[Extraction]) -> Resolved:
    """Rows with ids from what was extracted from each article, none of them merged.

    The order of articles and of extractions plays no part.

    Raises ValueError where an extraction is of an article that is not given.
    """
    known = {article.article_id: article for article in articles}
    if unknown := sorted({extraction.article_id for extraction in extractions} - known.keys()):
        raise ValueError(f"extractions of articles that are not given: {', '.join(unknown)}")

    made: defaultdict[str, list[rows.Row]] = defaultdict(list)
    made["articles"] = [rows.article_row(article) for article in known.values()]
    rejected: list[Rejected] = []
    for extraction in extractions:
        article = known[extraction.article_id]
        rejected += extraction.rejected
        fit: list[EventRecord] = []
        records: tuple[EventRecord, ...] = (*extraction.meetings, *extraction.deals, *extraction.statements)
        for record in records:
            found = list(faults(record, article))
            rejected += found
            if not found:
                fit.append(record)
        for table, row in _rows_of(article, fit):
            made[table].append(row)
    tables = with_people({name: derive.frame(TABLES[name], made[name]) for name in TABLES if name not in LATER})
    return Resolved({name: frame.sort(TABLES[name].primary_key()) for name, frame in tables.items()}, tuple(rejected))


def _rows_of(article: Article, records: Sequence[EventRecord]) -> Iterator[tuple[str, rows.Row]]:
    """The rows of one article's records, each with the name of its table."""
    named = _named(article, records)
    blocks = paragraphs(article.text)
    meetings = [
        Anchor(record_id, frozenset(meeting.sides), evidence_of(meeting))
        for record_id, meeting in named
        if isinstance(meeting, MeetingRecord)
    ]
    deals = [
        Anchor(record_id, frozenset(deal.supplier_countries + deal.recipient_countries), evidence_of(deal))
        for record_id, deal in named
        if isinstance(deal, DealRecord)
    ]
    for record_id, record in named:
        match record:
            case MeetingRecord():
                yield "meetings", rows.meeting_row(record_id, record, article)
                yield from (("meeting_participants", row) for row in rows.participant_rows(record_id, record))
            case DealRecord():
                yield "deals", rows.deal_row(record_id, record, article)
                yield from (("deal_items", row) for row in rows.item_rows(record_id, record))
            case StatementRecord():
                meeting_id, deal_id = link(record, meetings, blocks), link(record, deals, blocks)
                yield "statements", rows.statement_row(record_id, record, article, meeting_id, deal_id)
        yield from (("mentions", row) for row in rows.mention_rows(record_id, record, article))


def _named(article: Article, records: Sequence[EventRecord]) -> list[tuple[str, EventRecord]]:
    """The records, each with its id."""
    named: list[tuple[str, EventRecord]] = []
    for kind, table in TABLE_OF.items():
        alike = [record for record in records if isinstance(record, kind)]
        ids = identify(table, article.article_id, [evidence_of(record) for record in alike])
        named += zip(ids, alike, strict=True)
    return named
