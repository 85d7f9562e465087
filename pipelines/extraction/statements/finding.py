"""Who said what in one article: find the cue, take its content, resolve its source.

Not here: any of these steps. Cues are found in `cues.py`, content in `content.py`, sources in `sources.py`; words under
a heading in `headed.py`, voices of a broadcast in `soundbites.py`, sentences that go on in one voice in `floating.py`.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from pipelines.extraction.statements.columns import Attribution, record
from pipelines.extraction.statements.content import ADDRESSEE, content_of
from pipelines.extraction.statements.cue import Cue, Told
from pipelines.extraction.statements.cues import find_cues
from pipelines.extraction.statements.floating import with_floating
from pipelines.extraction.statements.grammar import following, is_finite, reporting_verb, subject_of
from pipelines.extraction.statements.headed import headed_bodies, headed_quotes, spoken_turns, turns
from pipelines.extraction.statements.introductions import introduced
from pipelines.extraction.statements.settling import apart, settle
from pipelines.extraction.statements.soundbites import soundbites, voices
from pipelines.extraction.statements.sources import speaker
from pipelines.reading.document import Document
from pipelines.records import Span, StatementRecord

#: Tokens after a weak verb within which any `that` opens what it reports.
NEAR = 5
#: Words that open what a weak verb reports (`agreed that`).
COMPLEMENTIZERS = frozenset({"that", "whether"})
#: A quotation of fewer words after a weak verb is a label (`called it a "gift"`).
SHORTEST_QUOTE = 5


def find_statements(document: Document) -> list[StatementRecord]:
    """The statements of an article in text order; parts of two of them never overlap."""
    spoken, heard = turns(document), voices(document)
    headed = [*(turn.body for turn in spoken), *(words for one in heard for words in (one.line, one.body))]
    told = [found for cue in find_cues(document, headed) if (found := _told(document, cue))]
    told += introduced(document, [*headed, *(p for one in told for p in one.parts)])
    statements = [statement for found in settle(document, told) if (statement := _attributed(document, found))]
    statements += [*spoken_turns(document, spoken), *soundbites(document, heard), *headed_quotes(document)]
    statements += headed_bodies(document, statements)
    return apart(sorted(with_floating(document, statements), key=lambda s: (s.parts[0], s.cue)))


def _told(document: Document, cue: Cue) -> Told | None:
    """The cue with its content; null where it reports nothing, or asks."""
    parts = tuple(content_of(document, cue))
    quoted = any(document.in_quote(p.start) for p in parts)
    if not parts or (cue.sentence.text.rstrip().endswith("?") and not quoted):
        return None
    enough = _reports_speech(cue) or _tells_a_clause(document, cue) or (quoted and _is_sentence(document, parts))
    return Told(cue, parts) if enough else None


def _reports_speech(cue: Cue) -> bool:
    """Whether the words alone report speech: a strong verb, or a spoken one with `that` or in a parenthesis."""
    if cue.strength == "strong":
        return True
    verb = reporting_verb(cue.verb)
    near = enumerate(following(_last(cue), ADDRESSEE))
    opens = any(t.lower_ in COMPLEMENTIZERS and (n < NEAR or t.dep_ == "mark") for n, t in near)
    if verb is None:
        return opens
    return verb.spoken and (cue.verb.dep_ == "parataxis" or (opens and "clause" in verb.takes))


def _tells_a_clause(document: Document, cue: Cue) -> bool:
    """Whether somebody takes a clause without `that` after a verb of saying (`Kim suggested the price was right`)."""
    verb, actor = reporting_verb(cue.verb), document.actors.actor(cue.source) if cue.source is not None else None
    if verb is None or not verb.spoken or "clause" not in verb.takes or actor is None or actor.person is None:
        return False
    clauses = (c for c in cue.verb.children if c.dep_ == "ccomp" and c.i > cue.verb.i and subject_of(c) is not None)
    return any(is_finite(t) for c in clauses for t in (c, *c.children) if t == c or t.dep_ in ("aux", "auxpass"))


def _last(cue: Cue) -> Token:
    return max((t for t in cue.sentence if t.idx < cue.words.end), key=lambda t: t.i)


def _is_sentence(document: Document, parts: Sequence[Span]) -> bool:
    return sum(len(p.of(document.text).split()) for p in parts) >= SHORTEST_QUOTE


def _attributed(document: Document, told: Told) -> StatementRecord | None:
    """The statement of whoever said it; an unresolved speaker counts only for words in quotation marks."""
    cue = told.cue
    who = speaker(document, cue.source) if cue.source is not None else None
    quoted = any(document.in_quote(p.start) for p in told.parts)
    named = who is not None or (cue.source is not None and quoted)
    if not named and not (cue.kind == "passive" and cue.source is None):
        return None
    return record(document, told.parts, Attribution(cue.kind, cue.words, cue.clause, who, cue.source))
