"""What the three kinds of event record have in common: a table, and the evidence they rest on.

Not here: the records themselves (`pipelines/records.py`), the rows they become (`rows.py`).
"""

from typing import Final

from pipelines.records import DealRecord, MeetingRecord, Span, StatementRecord

EventRecord = MeetingRecord | DealRecord | StatementRecord

#: The table that a record of each kind becomes a row of.
TABLE_OF: Final[dict[type[EventRecord], str]] = {
    MeetingRecord: "meetings",
    DealRecord: "deals",
    StatementRecord: "statements",
}


def evidence_of(record: EventRecord) -> tuple[Span, ...]:
    """The spans that a record rests on, in text order, each start once (the longest span that begins there)."""
    match record:
        case StatementRecord():
            spans = (*record.parts, record.cue)
        case MeetingRecord() | DealRecord():
            spans = record.evidence
    longest = {span.start: span for span in sorted(spans)}
    return tuple(longest.values())
