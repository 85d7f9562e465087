"""Words heard in a broadcaster's script, beside the line that names whose voice it is: `[Soundbite] X (NATO): "…"`.

Not here: transcripts and releases (`headed.py`), quotations in running text (`cues.py`, `introductions.py`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.extraction.statements.columns import Attribution, record
from pipelines.extraction.statements.headed import PRESENTING, named_in
from pipelines.extraction.statements.trimming import tidy
from pipelines.reading.actor import Actor, of_person
from pipelines.reading.document import Document
from pipelines.reading.person_names import NAME, same_person
from pipelines.records import Span, StatementRecord

#: `[Soundbite] X (NATO) : "…"`, `[Sound bite: Minister X]"…"`, `SOUNDBITE (English) X, Minister:` above a quotation.
MARKED = re.compile(
    r"[\[(]?\b(?i:sound ?bite|sot)\b[\])]?[:\s]*(?:\([A-Z]\w+\)\s*)?"
    r"(?P<name>[^\n“\":\]]{3,110}?)\s*[\])]?\s*:?\s*(?=[“\"])"
)
#: `LI MING Defense Minister "…"`, as a caption under a speaker on the screen.
CAPTIONED = re.compile(
    r"(?m)^(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){1,3}),? (?P<role>[A-Z]\w*[a-z][^“\"\n:]{2,90}?),? (?=[“\"])"
)
#: `X (Sejong Institute): …`; what stands in brackets is no abbreviation, as it is of an interviewer's name.
AFFILIATED = re.compile(rf"(?m)^(?P<name>{NAME.pattern}) ?\((?P<role>(?=[^()\n]*[a-z])[^()\n]{{3,80}})\) ?: ?(?=\S)")
#: `PROFESSOR X, NATIONAL UNIVERSITY: …`, somebody whom the story names nowhere else.
LABELLED = re.compile(
    r"(?m)^(?:(?:PROFESSOR|PROF\.?|DR\.?|MR\.?|MS\.?|MRS\.?|SIR) )?(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){1,3}), "
    r"(?P<role>[A-Z][A-Z .,&'’-]{2,80}): (?=\S)"
)
#: `[X / Defense Minister: …]`.
BRACKETED = re.compile(rf"(?m)^\[(?P<name>{NAME.pattern}) ?/ ?(?P<role>[^:\n\]]{{3,60}}?) ?: ?(?P<body>[^\]\n]+)\]")
#: `"…" — X, Defense Minister`, at the end of a paragraph.
SIGNED = re.compile(r"(?m)(?<=[”\"])[ ,]*[—–] ?(?P<name>[A-Z][^\n“\"]{3,90}?)\.?$")
LINES = (MARKED, CAPTIONED, AFFILIATED, LABELLED, BRACKETED)
#: Lines whose words go on to the end of the paragraph without quotation marks.
UNMARKED = (AFFILIATED, LABELLED)


@dataclass(frozen=True, slots=True)
class Heard:
    """A voice: the line that names it, whose it is, and what it says."""

    line: Span
    actor: Actor
    body: Span


def voices(document: Document) -> list[Heard]:
    """The voices of a script in text order, none within another."""
    kept: list[Heard] = []
    for heard in sorted((*_under_lines(document), *_signed(document)), key=lambda h: (h.body, h.line)):
        if not any(heard.body.overlaps(other.body) for other in kept):
            kept.append(heard)
    return kept


def soundbites(document: Document, heard: Sequence[Heard]) -> Iterator[StatementRecord]:
    """One statement a voice."""
    for voice in heard:
        if parts := tidy(document, [voice.body]):
            yield record(document, parts, Attribution("heading", voice.line, voice.line, voice.actor))


def _under_lines(document: Document) -> Iterator[Heard]:
    for match in (m for line in LINES for m in line.finditer(document.text, 0, document.article.story_end)):
        if PRESENTING.search(document.text, match.start(), match.end()):
            continue
        body = _body(document, match)
        actor = _actor(document, match)
        if body is not None and actor is not None:
            yield Heard(Span(match.start(), max(match.end("name"), match.end() - 1)), actor, body)


def _body(document: Document, match: re.Match[str]) -> Span | None:
    """What the line itself holds, the quotation after it, or, without marks, the rest of its paragraph."""
    if "body" in match.groupdict():
        return Span(*match.span("body"))
    if quote := document.quote_at(match.end()):
        return quote.inner
    end = document.text.find("\n", match.end())
    body = Span(match.end(), end if end >= 0 else document.article.story_end)
    return body if match.re in UNMARKED and not body.of(document.text).rstrip().endswith("?") else None


def _signed(document: Document) -> Iterator[Heard]:
    for match in SIGNED.finditer(document.text, 0, document.article.story_end):
        quote = next((q for q in document.quotes if q.outer.end == match.start()), None)
        person = named_in(document, Span(*match.span("name")))
        if quote is not None and person is not None:
            yield Heard(Span(*match.span("name")), of_person(person, Span(*match.span("name"))), quote.inner)


def _actor(document: Document, match: re.Match[str]) -> Actor | None:
    """Whoever is known by the name in the line; else somebody of that name, as printed."""
    words = Span(*match.span("name"))
    if person := named_in(document, words):
        return of_person(person, words)
    name = NAME.match(words.of(document.text))
    if name is None or " " not in name.group():
        return None
    known = next((p for p in document.people if same_person(p.name, name.group())), None)
    if known is not None:
        return of_person(known, words)
    role = match.groupdict().get("role")
    return Actor("person", name.group(), role, "unknown", None, None, words)
