"""Which records can become rows: those whose spans lie in the article and whose numbers fit their columns.

Whoever extracts (rules, or a model that counts characters badly) is not trusted here: a record that fails goes to
quarantine and the run goes on. Not here: whether a row keeps to its schema (`pipelines/release/validate.py`).
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from pipelines.records import Article, DealRecord, MeetingRecord, Rejected, Span
from pipelines.resolution.records import TABLE_OF, EventRecord, evidence_of

#: Amounts lie below this, so that a conversion still fits decimal(20,2); Polars turns one that does not into null.
AMOUNT_LIMIT: Final = Decimal(10) ** 17
#: Counts lie below this, so that they fit the 64 bits of the column.
COUNT_LIMIT: Final = 2**63


def faults(record: EventRecord, article: Article) -> Iterator[Rejected]:
    """Everything that keeps a record of this article from becoming a row; nothing where it may."""
    if not evidence_of(record):
        yield _fault(record, article, "has_evidence", "evidence", None, "The record rests on no span of the article.")
    for column, span in _spans(record):
        if not (0 <= span.start < span.end <= len(article.text)):
            reason = f"The span lies outside the article's {len(article.text)} characters."
            yield _fault(record, article, "span_in_text", column, f"{span.start}-{span.end}", reason)
    for column, number, limit in _numbers(record):
        if number is not None and not (0 <= number < limit):
            yield _fault(record, article, "number_in_range", column, str(number), "The number does not fit its column.")


def _spans(record: EventRecord) -> Iterator[tuple[str, Span]]:
    yield from (("evidence", span) for span in evidence_of(record))
    if isinstance(record, MeetingRecord):
        yield from (("outcomes", span) for span in record.outcomes)


def _numbers(record: EventRecord) -> Iterator[tuple[str, Decimal | int | None, Decimal | int]]:
    if not isinstance(record, DealRecord):
        return
    for column in ("value_min", "value_max", "value_usd_min", "value_usd_max"):
        yield column, getattr(record, column), AMOUNT_LIMIT
    for item in record.items:
        yield "quantity_min", item.quantity_min, COUNT_LIMIT
        yield "quantity_max", item.quantity_max, COUNT_LIMIT


def _fault(record: EventRecord, article: Article, check: str, column: str, value: str | None, reason: str) -> Rejected:
    return Rejected(
        source=article.source,
        stage="extract",
        table=TABLE_OF[type(record)],
        column=column,
        check=check,
        value=value,
        reason=reason,
    )
