"""Who said what in one article: find the cue, take its content, resolve its source.

Not here: cues (`cues.py`), what belongs to their content (`content.py`), who is who (`reading`).
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipelines.extraction.content import content_of, tidy
from pipelines.extraction.cues import ATTRIBUTABLE, TURN, Cue, find_cues
from pipelines.reading.actors import Actor, of_person
from pipelines.reading.document import Document
from pipelines.reading.topics import countries_of, topics_of
from pipelines.records import Span, StatementRecord, When

VENUE = re.compile(
    r"\b(?:told (?:[\w’' ]{0,40}?)?(?:reporters|journalists|parliament|lawmakers|the [\w ]{0,30}(?:briefing|conference|gathering|channel|agency|newspaper))"
    r"|in (?:a|an|its|his|her|their|the)(?: \w+){0,3} (?:statement|release|interview|briefing|speech|post|letter|report|tweet|conference)"
    r"|at (?:a|the)(?: \w+){0,3} (?:briefing|conference|ceremony|meeting|forum)|on (?:X|Twitter|Facebook|Telegram|social media))",
    re.IGNORECASE,
)
#: Share of statements of each kind of cue that were right on the sample's gold.
CONFIDENCE = {"verb": 0.8, "participle": 0.8, "source_phrase": 0.8, "quoted": 0.8, "heading": 0.9, "floating": 0.6}


def find_statements(document: Document) -> list[StatementRecord]:
    """The statements of an article in text order; parts of two of them never overlap."""
    told = [record for cue in find_cues(document) for record in _told(document, cue)]
    told = _innermost(told)
    headed = list(_headed(document))
    return sorted(_with_floating(document, [*told, *headed]), key=lambda r: (r.parts[0], r.cue))


def _told(document: Document, cue: Cue) -> Iterator[StatementRecord]:
    parts = content_of(document, cue)
    if not parts:
        return
    quoted = any(document.in_quote(p.start) for p in parts)
    if cue.strength == "weak" and not quoted and not _takes_clause(cue):
        return
    speaker = document.actors.actor(cue.source) if cue.source is not None else None
    if speaker is None and not (cue.source is not None and quoted):
        return
    yield _record(document, parts, cue.words, cue.clause, speaker, cue.kind)


def _takes_clause(cue: Cue) -> bool:
    return any(c.dep_ == "ccomp" and c.i > cue.verb.i for c in cue.verb.children)


def _innermost(records: list[StatementRecord]) -> list[StatementRecord]:
    """Of nested attributions (`X said, his office said`) keep what X said; of two readings of one cue's words, the first."""
    kept: list[StatementRecord] = []
    for record in records:
        inner = [o for o in records if o is not record and any(p.holds(o.cue) for p in record.parts)]
        covered = sum(p.end - p.start for o in inner for p in o.parts if any(q.holds(p) for q in record.parts))
        if covered >= 0.45 * sum(p.end - p.start for p in record.parts):
            continue
        if any(p.overlaps(q) for o in kept for p in o.parts for q in record.parts):
            continue
        kept.append(record)
    return kept


def _headed(document: Document) -> Iterator[StatementRecord]:
    """Quotations under `Quotes attributable to X:`, and turns of a transcript (`MR. PRICE: …`)."""
    text = document.text[: document.article.story_end]
    for match in ATTRIBUTABLE.finditer(text):
        person = _person_named(document, Span(*match.span(1)))
        end = text.find("\n\n", match.end() + 2)
        inside = Span(match.end(), len(text) if end < 0 else end)
        parts = [q.inner for q in document.quotes if inside.holds(q.inner)]
        if parts and person:
            words = Span(match.start(), match.start(1) - 1)
            yield _record(document, parts, words, Span(*match.span()), person, "heading")
    for match in TURN.finditer(text):
        person = _person_named(document, Span(*match.span(1)))
        end = text.find("\n", match.end())
        parts = tidy(document, [Span(match.end(), len(text) if end < 0 else end)])
        if parts and person:
            yield _record(document, parts, Span(*match.span(1)), Span(*match.span(1)), person, "heading")


def _person_named(document: Document, span: Span) -> Actor | None:
    named = next((p for p in document.people for m in p.mentions if span.holds(m)), None)
    return of_person(named, span) if named else None


def _with_floating(document: Document, told: list[StatementRecord]) -> Iterator[StatementRecord]:
    """Add quotations that no cue claims to what was said just before them in the same paragraph, or before that."""
    records = sorted(told, key=lambda r: r.parts[0])
    taken = [p for r in records for p in r.parts]
    for quote in document.quotes:
        whole = re.search(r"[.?!…]$", quote.inner.of(document.text)) and len(quote.inner.of(document.text).split()) >= 4
        if quote.inner.start >= document.article.story_end or not whole or any(p.overlaps(quote.inner) for p in taken):
            continue
        before = [n for n, r in enumerate(records) if r.parts[0].start < quote.inner.start]
        if not before:
            continue
        last = before[-1]
        gap = document.text[max(records[last].parts[-1].end, records[last].cue.end) : quote.inner.start]
        if len(gap.split()) > 14 or gap.count("\n\n") > 1:
            continue
        records[last] = _joined(document, records[last], quote.inner)
        taken.append(quote.inner)
    yield from records


def _joined(document: Document, record: StatementRecord, quote: Span) -> StatementRecord:
    parts = (*record.parts, quote)
    return replace(record, parts=parts, mode=mode_of(document, parts), topics=topics_of(_text(document, parts)))


def _record(
    document: Document, parts: list[Span], words: Span, clause: Span, speaker: Actor | None, kind: str
) -> StatementRecord:
    text = _text(document, tuple(parts))
    venue = VENUE.search(document.text[clause.start : min(len(document.text), clause.end + 60)])
    anonymous = speaker is None or speaker.kind == "anonymous"
    return StatementRecord(
        speaker=None if anonymous or speaker is None else speaker.name,
        speaker_role=speaker.role if speaker else None,
        speaker_organization=speaker.organization if speaker else None,
        speaker_side=speaker.side if speaker else None,
        speaker_kind="anonymous" if speaker is None else speaker.kind,
        mode=mode_of(document, tuple(parts)),
        parts=tuple(parts),
        cue=words,
        venue=venue.group() if venue and venue.start() <= clause.end - clause.start else None,
        said=_said(document, clause),
        topics=topics_of(text),
        countries=countries_of(document, parts),
        confidence=CONFIDENCE[kind],
    )


def _said(document: Document, clause: Span) -> When:
    return next((d.when for d in document.dates_in(clause)), When())


def mode_of(document: Document, parts: tuple[Span, ...]) -> str:
    """How much of the parts stands in quotation marks."""
    letters = [i for p in parts for i in range(p.start, p.end) if document.text[i].isalnum()]
    inside = sum(document.in_quote(i) for i in letters)
    return "indirect" if inside == 0 else "direct" if inside == len(letters) else "mixed"


def _text(document: Document, parts: tuple[Span, ...]) -> str:
    return " ".join(part.of(document.text) for part in parts)
