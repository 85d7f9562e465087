"""Clean parts of content: grown to the quotations they touch, without outer marks, linking words and debris.

Not here: which words belong to the content (`content.py`).
"""

import re

from pipelines.reading.document import Document
from pipelines.records import Span

WORD = re.compile(r"\w")
LEADING_MARKS = re.compile(r"[\s,;:–—-]+")
#: `that` before a clause; not the pronoun or determiner (`that day`, `that is`).
LEADING_THAT = re.compile(r"that\b(?! (?:is|was|will|would|has|day|same)\b)\s*", re.IGNORECASE)
TRAILING_MARKS = re.compile(r"[\s,;:–—-]+$")
TRAILING_LINK = re.compile(r"[\s,;]+(?:and|but|or|while|as|whereas)$")
#: A mark that closes what was never opened.
STRAY_CLOSING = re.compile(r"(?<=[\w,.!?])[”\"]$")
OUTSIDE_END = " .,;:—–"


def tidy(document: Document, parts: list[Span]) -> list[Span]:
    """The parts in text order, each clean and none overlapping another; those without a word are left out."""
    tidied: list[Span] = []
    for part in parts:
        trimmed = _trim(document, _grow(document, part))
        if trimmed and not any(trimmed.overlaps(other) for other in tidied):
            tidied.append(trimmed)
    return sorted(tidied)


def _grow(document: Document, part: Span) -> Span:
    """The part with the whole of each quotation that begins before it or ends after it."""
    start, end = part.start, part.end
    for quote in document.quotes:
        if quote.inner.start < start < quote.inner.end - 1:
            start = quote.outer.start
        if quote.inner.start < end - 1 and end < quote.inner.end:
            end = quote.outer.end
    return Span(start, end)


def _trim(document: Document, part: Span) -> Span | None:
    text = document.text
    start = _after_lead(text, part)
    end = _before_tail(text, Span(start, part.end))
    for quote in document.quotes:
        if start in (quote.outer.start, quote.inner.start) and quote.inner.end < end <= quote.outer.end + 1:
            return _nonblank(text, quote.inner)
        if quote.outer.start == start and quote.outer.end >= end - 1:
            return _nonblank(text, Span(quote.inner.start, min(end, quote.inner.end)))
        if quote.inner.holds(Span(start, end)):
            return _nonblank(text, Span(start, end))
    if end > start and not document.in_quote(end - 1):
        end = start + len(STRAY_CLOSING.sub("", text[start:end]).rstrip(OUTSIDE_END))
    return _nonblank(text, Span(start, end))


def _after_lead(text: str, part: Span) -> int:
    """Where the part begins after punctuation and a linking `that`."""
    at = part.start
    for pattern in (LEADING_MARKS, LEADING_THAT, LEADING_MARKS):
        lead = pattern.match(text, at, part.end)
        at = lead.end() if lead else at
    return at


def _before_tail(text: str, part: Span) -> int:
    """Where the part ends before punctuation, and before a link to words that are cut off (`…, while`)."""
    words = part.of(text)
    for pattern in (TRAILING_MARKS, TRAILING_LINK, TRAILING_MARKS):
        words = pattern.sub("", words)
    return part.start + len(words)


def _nonblank(text: str, span: Span) -> Span | None:
    words = span.of(text)
    if not WORD.search(words):
        return None
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
