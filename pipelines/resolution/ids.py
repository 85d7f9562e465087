"""Identifiers of rows. Not here: which records are one event.

An id is made of what a row rests on: the table, the article and the evidence. It depends neither on the order of
articles nor on that of records, but for records of one article and table with the very same evidence: these are
counted in the order in which the extractor gives them.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import Final

from pipelines.records import Span

PREFIXES: Final = {"meetings": "mt", "deals": "dl", "statements": "st"}


def identify(table: str, article_id: str, evidence: Iterable[tuple[Span, ...]]) -> list[str]:
    """An id for each set of evidence spans that records of one article and table rest on, in the order given."""
    seen: Counter[tuple[Span, ...]] = Counter()
    ids = []
    for spans in evidence:
        ids.append(_identifier(table, article_id, spans, ordinal=seen[spans]))
        seen[spans] += 1
    return ids


def _identifier(table: str, article_id: str, spans: tuple[Span, ...], ordinal: int) -> str:
    places = ",".join(f"{span.start}-{span.end}" for span in spans)
    digest = hashlib.sha256(f"{table}|{article_id}|{places}|{ordinal}".encode()).hexdigest()
    return f"{PREFIXES[table]}_{digest[:16]}"
