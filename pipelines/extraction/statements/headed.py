"""Words told under a heading instead of by a verb: transcripts (`MR PRICE: …`), `Quotes attributable to X:`, readouts.

Not here: quotations in running text (`cues.py`, `content.py`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.extraction.statements.columns import Attribution, record
from pipelines.extraction.statements.trimming import tidy
from pipelines.reading.actors import of_person
from pipelines.reading.document import Document
from pipelines.reading.people import Person
from pipelines.records import Span, StatementRecord

#: The head of a turn: a label in front of a colon at the start of a paragraph.
LABEL = re.compile(r"(?m)^(?P<name>[A-Z][^:\n]{0,80}): +(?=\S)")
#: Labels of those who ask; their words are no statement, but end the turn before them.
ASKERS = frozenset({"q", "question", "reporter", "journalist", "moderator", "staff", "interviewer", "host"})
#: What a label tells of somebody who presents the news.
PRESENTING = re.compile(r"(?i),\s*(?:co-)?(?:host|byline|anchor|presenter|reporter|compere|correspondent|newsreader)\b")
#: What a label may hold beside names and offices (`US SECRETARY OF DEFENSE, LLOYD J. AUSTIN III`).
LABEL_WORDS = re.compile(r"(?i)\b(?:mr|mrs|ms|dr|sir|the|hon|us|uk)\b\.?|\([^)]*\)|[\s,.]+")
#: A label that is no presenter's: with a style before the name, or initials behind it.
STYLED = re.compile(r"(?i)(?:mr|mrs|ms|dr|sir|madam|amb|gen|adm|col)\b|.*\([A-Z]{2,3}\)$")
#: `Quotes attributable to X:`, `Comments by X`.
ATTRIBUTABLE = re.compile(r"(?im)^(?:quotes?|comments?) attributable to (?P<name>[^:\n]{3,90}):?$")
COMMENTS_BY = re.compile(r"(?im)^(?:comments?|statement|quotes?) (?:by|from) (?P<name>[^:\n]{3,90}):?$")
#: `The following is attributable to X:`, `X issued the following statement:` — the body that follows is X's.
FOLLOWING_IS = re.compile(r"(?im)^the (?:following|below)[^:\n]{0,30} attributable to (?P<name>[^:\n]{3,90}):?$")
THE_FOLLOWING = re.compile(
    r"(?im)^(?P<name>[^:\n]{3,90}?) (?:issued|released|made|gave) the following (?:\w+ )?statement(?: today| on \w+)?:$"
)
QUOTE_HEADINGS = (ATTRIBUTABLE, COMMENTS_BY)
BODY_HEADINGS = (FOLLOWING_IS, THE_FOLLOWING)
PARAGRAPH = re.compile(r"[^\n]+")
#: A text with a label near its start, or this many, is a transcript as a whole.
NEAR_START, MANY_LABELS = 300, 3


@dataclass(frozen=True, slots=True)
class Headed:
    """What stands under a heading: the words that name the speaker, the speaker, and the span that is his or hers."""

    heading: Span
    person: Person
    body: Span


def turns(document: Document) -> list[Headed]:
    """The turns of a transcript: each up to the next label, or, in a text that is none, to the end of its paragraph."""
    text = document.text[: document.article.story_end]
    labels = [(m, person) for m in LABEL.finditer(text) if (person := _label(document, m)) or _asks(m)]
    if not labels:
        return []
    presenters = [p for m, p in labels if PRESENTING.search(m.group("name"))]
    transcript = labels[0][0].start() <= NEAR_START or len(labels) >= MANY_LABELS
    ends = [m.start() for m, _ in labels[1:]] + [len(text)]
    told = [
        Headed(Span(*m.span("name")), person, Span(m.end(), end if transcript else _paragraph_end(text, m.end())))
        for (m, person), end in zip(labels, ends, strict=True)
        if person and person not in presenters
    ]
    return [turn for turn in told if not _narrates(document, turn)]


def spoken_turns(document: Document, found: Sequence[Headed]) -> Iterator[StatementRecord]:
    """One statement a turn, each of its paragraphs a part; a turn that ends in a question is an interviewer's."""
    for turn in found:
        if turn.body.of(document.text).rstrip().endswith("?"):
            continue
        parts = tidy(document, [Span(*p.span()) for p in PARAGRAPH.finditer(document.text, *_ends(turn.body))])
        if parts:
            yield _record(document, turn, parts)


def _narrates(document: Document, turn: Headed) -> bool:
    """Whether somebody without office or style tells the news, as the presenter of a broadcast does."""
    unknown = turn.person.role is None and turn.person.role_class == "unknown"
    return unknown and not STYLED.match(turn.heading.of(document.text))


def headed_quotes(document: Document) -> Iterator[StatementRecord]:
    """The quotations in the paragraphs right under `Quotes attributable to X:`."""
    for heading in _headings(document, QUOTE_HEADINGS):
        parts: list[Span] = []
        for paragraph in PARAGRAPH.finditer(document.text, *_ends(heading.body)):
            quotes = [q for q in document.quotes if Span(*paragraph.span()).holds(q.inner)]
            if not quotes or quotes[0].outer.start > paragraph.start() + 3:
                break
            parts.extend(q.inner for q in quotes)
        if parts:
            yield _record(document, heading, parts)


def headed_bodies(document: Document, told: Sequence[StatementRecord]) -> Iterator[StatementRecord]:
    """A body issued in somebody's name, but for the sentences in which it reports what others said."""
    for heading in _headings(document, BODY_HEADINGS):
        sentences = (Span(s.start_char, s.end_char) for s in document.story_sentences())
        inside = [s for s in sentences if heading.body.holds(s)]
        own = [s for s in inside if not any(p.overlaps(s) for t in told for p in (*t.parts, t.cue))]
        parts = tidy(document, _runs(document, own))
        if parts:
            yield _record(document, heading, parts)


def _runs(document: Document, sentences: Sequence[Span]) -> list[Span]:
    """Sentences that follow each other in one paragraph, joined."""
    runs: list[Span] = []
    for sentence in sentences:
        gap = document.text[runs[-1].end : sentence.start] if runs else "\n"
        ends_paragraph = "\n" in runs[-1].of(document.text).rstrip(" ") if runs else True
        if gap.strip() or "\n" in gap or ends_paragraph:
            runs.append(sentence)
        else:
            runs[-1] = Span(runs[-1].start, sentence.end)
    return runs


def _record(document: Document, headed: Headed, parts: Sequence[Span]) -> StatementRecord:
    who = of_person(headed.person, headed.heading)
    return record(document, parts, Attribution("heading", headed.heading, headed.heading, who))


def _headings(document: Document, patterns: Sequence[re.Pattern[str]]) -> Iterator[Headed]:
    end = document.article.story_end
    for match in (m for pattern in patterns for m in pattern.finditer(document.text, 0, end)):
        if person := named_in(document, Span(*match.span("name"))):
            start, stop = match.span("name")
            words = Span(match.start(), start - 1) if start > match.start() else Span(stop + 1, match.end())
            yield Headed(words, person, Span(match.end(), end))


def named_in(document: Document, span: Span) -> Person | None:
    """The first person whom the words name."""
    return next((p for p in document.people for m in p.mentions if span.holds(m)), None)


def _label(document: Document, match: re.Match[str]) -> Person | None:
    """The person a label names, where it holds nothing but name and office; null for those who ask."""
    span = Span(*match.span("name"))
    person = named_in(document, span)
    if person is None or _asks(match):
        return None
    known = [s for p in document.people for s in (*p.mentions, *p.offices) if span.holds(s)]
    known += [s for s in (o.span for o in document.offices) if span.holds(s)]
    letters = enumerate(span.of(document.text), span.start)
    rest = "".join(c for i, c in letters if not any(k.start <= i < k.end for k in known))
    return person if span.of(document.text).isupper() or not LABEL_WORDS.sub("", rest) else None


def _asks(match: re.Match[str]) -> bool:
    return match.group("name").casefold() in ASKERS


def _paragraph_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
