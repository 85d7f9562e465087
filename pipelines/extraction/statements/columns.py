"""From an attribution to the record: mode, venue, day, topics, countries. Not here: finding any of it but the venue."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipelines.extraction.statements.grammar import end_of, in_order
from pipelines.reading.actors import Actor
from pipelines.reading.document import Document
from pipelines.reading.topics import countries_of, topics_of
from pipelines.records import Span, StatementRecord, When

#: Where or how something is said, in the order in which they are looked for.
TOLD = re.compile(
    r"\btold (?:a |the )?(?:[\w’'-]+ ){0,3}?(?:reporters|journalists|parliament|lawmakers|legislators)\b", re.I
)
TOLD_OUTLET = re.compile(
    r"\btold (?:a|the) (?:[\w’'-]+ ){0,4}?(?:briefing|conference|gathering|channel|agency|newspaper)\b", re.I
)
WRITTEN = re.compile(
    r"\bin (?:a|an|its|his|her|their|the)(?: [\w-]+){0,3} (?:statement|release|post|tweet|letter|report|readout)\b",
    re.I,
)
SPOKEN = re.compile(
    r"\bin (?:a|an|its|his|her|their|the)(?: [\w-]+){0,3} (?:interview|briefing|speech|address|conference|remarks)\b",
    re.I,
)
AT_EVENT = re.compile(
    r"\b(?:at|during) (?:a|the)(?: [\w-]+){0,3} (?:briefing|conference|ceremony|meeting|forum|hearing)\b", re.I
)
ONLINE = re.compile(r"\bon (?:X|Twitter|Facebook|Telegram|Instagram|Weibo|social media)\b")
VENUES = (TOLD, TOLD_OUTLET, WRITTEN, SPOKEN, AT_EVENT, ONLINE)
#: What may follow the attribution and still tell how it was said (`said, in a statement`).
AFTERWARDS = 60
#: Clauses inside a speaker's noun phrase; the days they tell are not those of the statement.
SIDE_CLAUSES = frozenset({"relcl", "acl", "advcl"})
#: Share of statements of each kind of cue that were right on the sample's gold.
CONFIDENCE = {
    "verb": 0.8,
    "passive": 0.7,
    "phrase": 0.8,
    "noun": 0.7,
    "participle": 0.8,
    "source_phrase": 0.8,
    "quoted": 0.8,
    "introduced": 0.7,
    "heading": 0.9,
}


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a record is made from: the reporting words, their clause and kind, who speaks, and who heads the clause."""

    kind: str
    words: Span
    clause: Span
    speaker: Actor | None
    source: Token | None = None


def record(document: Document, parts: Sequence[Span], attribution: Attribution) -> StatementRecord:
    """The statement with all its columns."""
    speaker = attribution.speaker
    anonymous = speaker is None or speaker.kind == "anonymous"
    return StatementRecord(
        speaker=None if speaker is None or anonymous else speaker.name,
        speaker_role=speaker.role if speaker else None,
        speaker_organization=speaker.organization if speaker else None,
        speaker_side=speaker.side if speaker else None,
        speaker_kind="anonymous" if speaker is None else speaker.kind,
        mode=mode_of(document, parts),
        parts=tuple(parts),
        cue=attribution.words,
        venue=_venue(document, attribution.clause),
        said=_said(document, attribution),
        topics=topics_of(_text(document, parts)),
        countries=countries_of(document, parts),
        confidence=CONFIDENCE[attribution.kind],
    )


def with_part(document: Document, statement: StatementRecord, part: Span) -> StatementRecord:
    """The statement with a further part."""
    return with_parts(document, statement, sorted((*statement.parts, part)))


def with_parts(document: Document, statement: StatementRecord, spans: Sequence[Span]) -> StatementRecord:
    """The statement by the same speaker, of these parts."""
    parts = tuple(spans)
    return replace(
        statement,
        parts=parts,
        mode=mode_of(document, parts),
        topics=topics_of(_text(document, parts)),
        countries=countries_of(document, parts),
    )


def mode_of(document: Document, parts: Sequence[Span]) -> str:
    """How much of the parts stands in quotation marks."""
    letters = [i for p in parts for i in range(p.start, p.end) if document.text[i].isalnum()]
    inside = sum(document.in_quote(i) for i in letters)
    return "indirect" if inside == 0 else "direct" if inside == len(letters) else "mixed"


def _venue(document: Document, clause: Span) -> str | None:
    """Where or how it was said, told in the attribution or right after it."""
    found = (pattern.search(document.text, clause.start, clause.end + AFTERWARDS) for pattern in VENUES)
    return next((match.group() for match in found if match and match.start() <= clause.end), None)


def _said(document: Document, attribution: Attribution) -> When:
    """The day told in the attribution, but not in a clause about the speaker (`X, who took office in May, said`)."""
    aside = _side_clauses(attribution.source) if attribution.source is not None else []
    told = (d for d in document.dates_in(attribution.clause) if d.kind == "point")
    return next((d.when for d in told if not any(a.overlaps(d.span) for a in aside)), When())


def _side_clauses(source: Token) -> list[Span]:
    clauses = [in_order(t) for t in source.subtree if t.dep_ in SIDE_CLAUSES]
    return [Span(words[0].idx, end_of(words[-1])) for words in clauses]


def _text(document: Document, parts: Sequence[Span]) -> str:
    return " ".join(part.of(document.text) for part in parts)
