"""What a meeting agreed, decided or discussed: clauses of the article, verbatim, tied to the meeting they follow.

Not here: statements of one side (`extraction/statements.py`).
"""

import re
from collections.abc import Iterator, Sequence

from pipelines.extraction.meetings.tellings import Telling
from pipelines.reading.document import Document
from pipelines.records import Span

RESULT = re.compile(
    r"\b(?:agreed?|agreeing|decided?|discussed|discussing|reviewed|pledged|vowed|resolved|adopted|"
    r"signed|exchanged views|took stock|"
    r"compared notes|talked about|went over|shared|reaffirmed|concurred|undertook|looked at|conferred about)\b",
    re.IGNORECASE,
)
JOINT_SUBJECT = re.compile(
    r"\b(?:they|both|the (?:two|three|sides|pair|ministers|leaders|officials|talks|meeting|summit)|"
    r"two sides|together)\b",
    re.IGNORECASE,
)
#: Sentences after a telling in which its outcomes may still be told.
REACH = 3


def outcomes_of(document: Document, tellings: Sequence[Telling]) -> list[Span]:
    """The spans of a meeting's outcomes in text order."""
    sentences = [Span(s.start_char, s.start_char + len(s.text.rstrip())) for s in document.story_sentences()]
    found: list[Span] = []
    for telling in tellings:
        here = next((n for n, s in enumerate(sentences) if s.start <= telling.clause.start < s.end), None)
        if here is None:
            continue
        for span in _clauses(document, sentences[here : here + 1 + REACH], own=sentences[here]):
            if not any(span.overlaps(f) for f in found):
                found.append(span)
    return sorted(found)


def _clauses(document: Document, sentences: Sequence[Span], own: Span) -> Iterator[Span]:
    for sentence in sentences:
        words = sentence.of(document.text)
        match = RESULT.search(words)
        if match is None or document.in_quote(sentence.start + match.start()):
            continue
        if sentence != own and not JOINT_SUBJECT.search(words[: match.start()]):
            continue
        start = sentence.start + match.start()
        yield Span(start, _end(document, start, sentence.end))


def _end(document: Document, start: int, limit: int) -> int:
    """Where the clause ends: before an attribution, or at the sentence's end without its full stop."""
    attribution = re.compile(
        r",? (?:according to|[\w’' ]{2,50} (?:said|announced|told|added)\b|it (?:said|added))"
    ).search(document.text, start, limit)
    end = attribution.start() if attribution and attribution.start() > start + 20 else limit
    while end > start and document.text[end - 1] in " .,;\n":
        end -= 1
    return end
