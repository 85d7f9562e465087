"""Sentences in quotation marks without an attribution of their own: they go on in the voice told just before.

Not here: quotations under a heading (`headed.py`).
"""

import re
from collections.abc import Sequence

from pipelines.extraction.statements.columns import with_part, with_parts
from pipelines.reading.document import Document
from pipelines.reading.quotes import Quote
from pipelines.records import Span, StatementRecord

SENTENCE_END = re.compile(r"[.?!…][”\"’']?$")
SENTENCE_ENDS = re.compile(r"[.?!…][”\"’']?(?=\s)")
#: What stands between the paragraphs of one quotation.
OPENED_AGAIN = re.compile(r"\n+\s*[“\"„«‘']?")
#: A quotation of fewer words is a label (`Peace Dawn.`), not a sentence that goes on.
SHORTEST = 3
#: Between what was said and what goes on there are at most this many words, and one paragraph's end.
WORDS_BETWEEN = 14


def with_floating(document: Document, told: Sequence[StatementRecord]) -> list[StatementRecord]:
    """The statements in text order, with the quotations that no cue claims added to what was said just before them.

    After what was told in other words (`Berg said it was late. "We need them now."`) a quotation is one of its own.
    """
    statements = [_from_paragraph_before(document, s) for s in sorted(told, key=lambda s: s.parts[0])]
    taken = [p for s in statements for p in s.parts]
    for quote in document.quotes:
        if not _is_sentence(document, quote) or any(p.overlaps(quote.inner) for p in taken):
            continue
        last = max((n for n, s in enumerate(statements) if s.parts[0].start < quote.inner.start), default=None)
        if last is None or not _follows(document, statements[last], quote):
            continue
        taken.append(quote.inner)
        if statements[last].mode == "indirect" and quote.inner.of(document.text)[:1].isupper():
            statements.insert(last + 1, with_parts(document, statements[last], (quote.inner,)))
        else:
            statements[last] = with_part(document, statements[last], quote.inner)
    return statements


def _from_paragraph_before(document: Document, statement: StatementRecord) -> StatementRecord:
    """With the quotations left open at the ends of the paragraphs before, which this one takes up."""
    for quote in reversed(document.quotes):
        first = statement.parts[0]
        gap = document.text[quote.inner.end : first.start]
        if quote.open_ended and quote.inner.end < first.start and OPENED_AGAIN.fullmatch(gap):
            statement = with_part(document, statement, quote.inner)
    return statement


def _is_sentence(document: Document, quote: Quote) -> bool:
    words = quote.inner.of(document.text)
    inside_story = quote.inner.start < document.article.story_end
    return inside_story and bool(SENTENCE_END.search(words)) and len(words.split()) >= SHORTEST


def _follows(document: Document, statement: StatementRecord, quote: Quote) -> bool:
    gap = Span(max(statement.parts[-1].end, statement.cue.end), quote.inner.start).of(document.text)
    near = len(gap.split()) <= WORDS_BETWEEN and gap.count("\n\n") <= 1
    return near or (len(SENTENCE_ENDS.findall(gap)) == 1 and "\n" not in gap)
