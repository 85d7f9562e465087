"""The clause of an attribution: verb, speaker with what hangs on him or her, addressee, `in a statement`, `on Monday`.

What lies in this clause is no content. Not here: finding the verb (`cues.py`) or its speaker (`sources.py`).
"""

from spacy.tokens import Token

from pipelines.extraction.statements.grammar import RELATIVES, SUBJECTS, child, end_of, in_order, is_finite
from pipelines.extraction.statements.sources import NEAR, quoting_verb
from pipelines.reading.document import Document
from pipelines.records import Span

#: Dependents of a reporting verb that belong to the attribution and not to what was said.
DEPENDENTS = frozenset(
    {"aux", "auxpass", "neg", "prt", "dobj", "dative", "npadvmod", "advmod", "prep", "agent", "intj"}
)
QUOTED_DEPENDENTS = frozenset({"nsubjpass", "auxpass", "nsubj", "dobj", "agent"})
#: Longest run of tokens between a subject and its verb.
LONGEST_GAP = 30


def attribution(document: Document, verb: Token, source: Token | None) -> Span:
    """The characters of the attribution around a verb of saying."""
    bridged = _subject_phrase(document, verb, source)
    tokens = {verb, *_dependents(document, verb), *bridged}
    run = _unbroken(verb, tokens, bridged)
    return Span(run[0].idx, end_of(run[-1]))


def quoted_attribution(document: Document, saying: Token, sentence_start: int) -> Span:
    """The attribution of `X was quoted as saying`, from after the last comma before it."""
    quoted = quoting_verb(saying)
    parts = [t for c in quoted.children if c.dep_ in QUOTED_DEPENDENTS for t in c.subtree]
    whole = list(saying.doc[quoted.i : saying.i + 1])
    tokens = {*whole, *_dependents(document, saying), *parts}
    run = _unbroken(saying, tokens, tokens)
    comma = document.text.rfind(", ", sentence_start, quoted.idx)
    return Span(max(run[0].idx, comma + 2) if comma >= 0 else run[0].idx, end_of(run[-1]))


def swallowed_subject(verb: Token, complement: Token) -> Token | None:
    """A subject of the content that the parse took for the addressee (`reaffirmed the alliance would hold`)."""
    finite = is_finite(complement) or any(is_finite(c) for c in complement.children if c.dep_ in ("aux", "auxpass"))
    if not finite or any(c.dep_ in SUBJECTS or c.dep_ in ("expl", "mark") for c in complement.children):
        return None
    first = in_order(complement)[0]
    taken = child(verb, "dobj") or child(verb, "dative")
    return taken if taken is not None and verb.i < taken.i and in_order(taken)[-1].i + 1 == first.i else None


def _dependents(document: Document, verb: Token) -> set[Token]:
    """What hangs on the verb and belongs to the attribution; after the verb, only up to a quotation."""
    complement = child(verb, "ccomp")
    swallowed = swallowed_subject(verb, complement) if complement is not None else None
    tokens: set[Token] = set()
    for part in verb.children:
        if part.dep_ not in DEPENDENTS or document.in_quote(part.idx) or part == swallowed:
            continue
        words = in_order(part)
        tokens.update(_until_quote(document, words) if part.i > verb.i else words)
    return tokens


def _subject_phrase(document: Document, verb: Token, source: Token | None) -> set[Token]:
    """The speaker's noun phrase, with what stands between it and the verb."""
    if source is None or source.sent != verb.sent:
        return set()
    if any(t.i == verb.i for t in source.subtree):
        return set(_name_around(document, source)) if verb.dep_ == "amod" else set()
    if source not in verb.children and abs(source.i - verb.i) > NEAR:
        return set()
    return {*source.subtree, *_name_around(document, source), *_between(document, source, verb)}


def _name_around(document: Document, source: Token) -> list[Token]:
    """The whole name that the source is part of, with an office before it; the parse may break it at a hyphen."""
    person = document.actors.person_at(source.idx)
    if person is None:
        return []
    name = next(m for m in person.mentions if m.start <= source.idx < m.end)
    office = next((o for o in person.offices if o.end <= name.start <= o.end + 2), name)
    return [t for t in source.sent if office.start <= t.idx < name.end]


def _between(document: Document, source: Token, verb: Token) -> list[Token]:
    """What stands between subject and verb (`Rutte, in the chair, told them`), where it is no clause of its own."""
    first, last = sorted((source, verb), key=lambda t: t.i)
    between = list(verb.doc[first.i + 1 : last.i])
    own_clause = any(t.dep_ in SUBJECTS and t.lower_ not in RELATIVES for t in between)
    if len(between) > LONGEST_GAP or own_clause or any(document.in_quote(t.idx) for t in between):
        return []
    return between


def _until_quote(document: Document, tokens: list[Token]) -> list[Token]:
    stop = next((n for n, t in enumerate(tokens) if t.is_quote or document.in_quote(t.idx)), len(tokens))
    return tokens[:stop]


def _unbroken(verb: Token, tokens: set[Token], bridged: set[Token]) -> list[Token]:
    """The unbroken run of the tokens around the verb; commas inside the subject's phrase do not break it."""
    wanted, inner = {t.i for t in tokens}, {t.i for t in bridged}
    ends = []
    for step in (-1, 1):
        at = verb.i + step
        while at in wanted or _joins(verb, at, at + step in inner):
            at += step
        ends.append(at - step)
    run = list(verb.doc[ends[0] : ends[1] + 1])
    while run[-1].is_punct and run[-1] != verb:
        run.pop()
    while run[0].is_punct and run[0] != verb:
        run.pop(0)
    return run


def _joins(verb: Token, at: int, goes_on: bool) -> bool:
    """Whether the token at this place is a comma or a possessive sign with the subject's phrase on its other side."""
    return goes_on and 0 <= at < len(verb.doc) and verb.doc[at].text in (",", "'s", "’s")
