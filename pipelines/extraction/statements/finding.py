"""Who said what in one article: find the cue, take its content, resolve its source.

Not here: cues (`cues.py`), what belongs to their content (`content.py`), who is who (`reading`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipelines.extraction.statements.content import content_of, tidy
from pipelines.extraction.statements.cues import ATTRIBUTABLE, TURN, Cue, find_cues
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
#: Weak verbs that tell a state of mind more often than speech.
UNSPOKEN = frozenset(
    [
        "know",
        "see",
        "feel",
        "find",
        "show",
        "decide",
        "determine",
        "ensure",
        "mean",
        "learn",
        "realize",
        "understand",
        "figure",
        "prove",
    ]
)
#: Share of statements of each kind of cue that were right on the sample's gold.
CONFIDENCE = {
    "verb": 0.8,
    "noun": 0.7,
    "participle": 0.8,
    "source_phrase": 0.8,
    "quoted": 0.8,
    "heading": 0.9,
    "floating": 0.6,
}


@dataclass(frozen=True, slots=True)
class Told:
    """A cue with the spans of its content."""

    cue: Cue
    parts: tuple[Span, ...]


def find_statements(document: Document) -> list[StatementRecord]:
    """The statements of an article in text order; parts of two of them never overlap."""
    told = [found for cue in find_cues(document) if (found := _told(document, cue))]
    records = [record for found in _settle(document, told) if (record := _attributed(document, found))]
    return sorted(_with_floating(document, [*records, *_headed(document)]), key=lambda r: (r.parts[0], r.cue))


def _told(document: Document, cue: Cue) -> Told | None:
    parts = tuple(content_of(document, cue))
    quoted = any(document.in_quote(p.start) for p in parts)
    if cue.strength == "weak" and not (_takes_that_clause(document, cue) or (quoted and _is_sentence(document, parts))):
        return None
    if not parts or (cue.sentence.text.rstrip().endswith("?") and not quoted):
        return None
    return Told(cue, parts)


def _attributed(document: Document, told: Told) -> StatementRecord | None:
    source = told.cue.source
    speaker = document.actors.actor(source) if source is not None else None
    if speaker is None and (source is None or not any(document.in_quote(p.start) for p in told.parts)):
        return None
    return _record(document, told.parts, told.cue.words, told.cue.clause, speaker, told.cue.kind)


def _takes_that_clause(document: Document, cue: Cue) -> bool:
    following = re.match(
        r"(?: [\w’'-]+){0,4}? (?:that|whether|how)\b", document.text[cue.words.end : cue.words.end + 60]
    )
    return following is not None and cue.verb.lemma_ not in UNSPOKEN


def _is_sentence(document: Document, parts: Sequence[Span]) -> bool:
    """Whether what is quoted says something by itself, and is no mere label (`called it a "gift"`)."""
    return sum(len(p.of(document.text).split()) for p in parts) >= 5


def _settle(document: Document, told: list[Told]) -> list[Told]:
    """Each piece of text to one cue: content ends where the same speaker's next verb of saying begins; of nested
    attributions (`X said, his office said`) the inner one stays if it is a strong one, else the outer.
    """
    kept: list[Told] = []
    for one in (_until_next(document, found, told) for found in told):
        within = [o for o in told if o.cue is not one.cue and any(p.holds(o.cue.words) for p in one.parts)]
        strong = [o for o in within if o.cue.strength == "strong"]
        covered = sum(p.end - p.start for o in strong for p in o.parts if any(q.holds(p) for q in one.parts))
        if covered >= 0.45 * sum(p.end - p.start for p in one.parts):
            continue
        kept = [o for o in kept if not (o.cue.strength == "weak" and any(p.holds(o.cue.words) for p in one.parts))]
        if not any(p.overlaps(q) for o in kept for p in o.parts for q in one.parts):
            kept.append(one)
    return kept


def _until_next(document: Document, told: Told, others: list[Told]) -> Told:
    """The content without what the same speaker says by a further verb (`replied that …, and recalled that …`)."""
    last = told.parts[-1]
    further = [
        o.cue.clause.start
        for o in others
        if o.cue is not told.cue
        and o.cue.kind == "verb"
        and o.cue.source == told.cue.source
        and last.start < o.cue.clause.start < last.end
        and told.cue.words.end < o.cue.clause.start
        and not document.in_quote(o.cue.clause.start)
    ]
    if not further:
        return told
    end = last.start + len(re.sub(r"[\s,;]*(?:\b(?:and|but|or))?\s*$", "", document.text[last.start : min(further)]))
    return Told(told.cue, (*told.parts[:-1], Span(last.start, end))) if end > last.start else told


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
    document: Document, parts: Sequence[Span], words: Span, clause: Span, speaker: Actor | None, kind: str
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
