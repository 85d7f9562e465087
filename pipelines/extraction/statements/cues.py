"""Where a text says that somebody said something: the reporting words, whose they are, and the clause they stand in.

Finds cues; what was said is delimited in `content.py`, who said it is resolved by `reading/actors.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.speech import reporting_nouns, reporting_verbs

#: Dependents of a reporting verb that belong to the attribution and not to what was said.
ATTRIBUTION_DEPENDENTS = frozenset(
    {
        "nsubj",
        "nsubjpass",
        "aux",
        "auxpass",
        "neg",
        "prt",
        "dobj",
        "dative",
        "npadvmod",
        "advmod",
        "prep",
        "agent",
        "intj",
    }
)
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
RELATIVES = frozenset({"who", "which", "that"})
TURN = re.compile(r"(?m)^((?:[A-Z][\w.’'-]*\s){0,4}[A-Z][\w.’'-]+(?: \([^)\n]{1,40}\))?|Q|A): (?=\S)")
ATTRIBUTABLE = re.compile(r"(?im)^(?:quotes? attributable to|comments? by|statement by) (?:the )?([^:\n]{3,90}):?$")


@dataclass(frozen=True, slots=True)
class Cue:
    """Reporting words. `words` are they as printed, `clause` is the attribution as a whole, `source` heads the speaker's
    noun phrase (null where it must be taken from the context), `verb` is the reporting verb or preposition.

    `kind`: `verb`, `participle` (`adding that`), `source_phrase` (`according to`), `quoted` (`was quoted as saying`).
    """

    kind: str
    verb: Token
    words: Span
    clause: Span
    source: Token | None
    sentence: Words
    strength: str


def find_cues(document: Document) -> Iterator[Cue]:
    """The cues of the story in text order. Words inside quotations are no cues: they are what was said."""
    for sentence in document.story_sentences():
        for token in sentence:
            if document.in_quote(token.idx):
                continue
            cue = _according_to(token, sentence) or _verb(document, token, sentence) or _noun(document, token, sentence)
            if cue:
                yield cue


def _according_to(token: Token, sentence: Words) -> Cue | None:
    if token.lower_ != "according" or token.i + 1 >= len(token.doc) or token.nbor(1).lower_ != "to":
        return None
    to = token.nbor(1)
    source = next((c for t in (to, token) for c in t.children if c.dep_ == "pobj" and c.i > to.i), None)
    if source is None:
        return None
    end = max(t.i for t in source.subtree)
    stop = next((t.i for t in source.subtree if t.text == "," and t.i > source.i), None)
    relative = any(t.lower_ in ("who", "which") for t in source.subtree)
    if stop is not None and not relative:
        appositive = any(c.dep_ == "appos" for c in source.children)
        end = end if appositive else stop - 1
    last = token.doc[end]
    return Cue(
        "source_phrase",
        token,
        Span(token.idx, to.idx + 2),
        Span(token.idx, last.idx + len(last)),
        source,
        sentence,
        "strong",
    )


def _verb(document: Document, token: Token, sentence: Words) -> Cue | None:
    verb = reporting_verbs().get(_lemma(token))
    if (
        verb is None
        or token.pos_ not in ("VERB", "AUX")
        or _is_infinitive_or_modifier(token)
        or _is_hypothetical(token)
    ):
        return None
    if token.dep_ == "relcl" and not any(c.dep_ == "ccomp" and c.i > token.i for c in token.children):
        return None
    kind = (
        "participle"
        if token.tag_ == "VBG" and token.dep_ in ("advcl", "ccomp", "conj", "dep", "acl", "xcomp", "prep")
        else "verb"
    )
    source = _reporting_source(document, token) if kind == "participle" else _source(document, token)
    source = source if source is not None and source.pos_ in NOMINAL else _source_beside(document, token)
    if token.lower_ == "saying" and token.dep_ == "pcomp":
        kind, source = "quoted", _quoted_source(token)
    words = _words(token)
    return Cue(kind, token, words, _clause(document, token, source, sentence), source, sentence, verb.strength)


def _lemma(token: Token) -> str:
    particle = next((c.lower_ for c in token.children if c.dep_ == "prt"), None)
    phrase = f"{token.lemma_.lower()} {particle}" if particle else ""
    return phrase if phrase in reporting_verbs() else token.lemma_.lower()


def _is_infinitive_or_modifier(token: Token) -> bool:
    """`to say`, `the said agreement`, `declined to say`: no attribution. `went on to say` is one."""
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)
    if to:
        return not (token.dep_ in ("xcomp", "advcl") and token.head.lemma_ in ("go", "continue"))
    return token.dep_ == "amod" or (
        any(c.dep_ == "neg" for c in token.children) and token.lemma_ in ("say", "tell", "comment")
    )


def _is_hypothetical(token: Token) -> bool:
    """`When Washington says "modernization"`, `if he says so`: told as a case, not as a fact."""
    return token.dep_ == "advcl" and any(
        (c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether"))
        or (c.dep_ == "advmod" and c.lower_ in ("when", "whenever"))
        for c in token.children
        if c.i < token.i and token.tag_ in ("VBZ", "VBP")
    )


def _noun(document: Document, token: Token, sentence: Words) -> Cue | None:
    """A noun of saying that takes a that-clause: `expressed hope that …`, `read out a statement that …`."""
    noun = reporting_nouns().get(token.lemma_.lower())
    if noun is None or token.pos_ != "NOUN" or token.dep_ not in ("dobj", "pobj") or token.i + 1 >= len(token.doc):
        return None
    verb = token.head if token.dep_ == "dobj" else token.head.head
    if token.nbor(1).lower_ != "that" or verb.pos_ != "VERB" or not _has_clause(token):
        return None
    source = _source(document, verb)
    words = Span(verb.idx, token.idx + len(token))
    return (
        Cue("noun", verb, words, words, source, sentence, "weak") if source is not None and verb.i < token.i else None
    )


def _has_clause(noun: Token) -> bool:
    """Whether the noun has a complement clause, not a relative one (`a statement that was read out`)."""
    return any(
        c.dep_ in ("acl", "ccomp", "relcl")
        and any(g.dep_ in ("nsubj", "nsubjpass", "expl") and g.lower_ not in RELATIVES for g in c.children)
        for c in (*noun.children, *noun.head.children)
    )


def _source(document: Document, verb: Token) -> Token | None:
    """Head of the noun phrase of whoever says it: the verb's subject, or that of the verb it hangs on."""
    at = verb
    for _ in range(4):
        subjects = [c for c in at.children if c.dep_ in SUBJECTS and not document.in_quote(c.idx)]
        subject = next(iter(sorted(subjects, key=lambda c: abs(c.i - at.i))), None)
        agent = next((p for c in at.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"), None)
        if agent is not None:
            return agent
        if subject is not None:
            if subject.lower_ in RELATIVES and at.dep_ == "relcl":
                return at.head
            return subject
        if at.dep_ in ("conj", "xcomp", "advcl", "dep", "prep", "pcomp", "ccomp") and at.head.i != at.i:
            at = at.head
        elif at.dep_ in ("acl", "relcl"):
            return at.head
        else:
            return None
    return None


def _reporting_source(document: Document, participle: Token) -> Token | None:
    """Who adds something by a participle: the subject of the reporting verb it follows, else that of its clause."""
    for ancestor in participle.ancestors:
        if ancestor.lemma_.lower() in reporting_verbs() and any(c.dep_ in SUBJECTS for c in ancestor.children):
            return _source(document, ancestor)
    return _source(document, participle)


def _source_beside(document: Document, verb: Token) -> Token | None:
    """The person named right before or after the verb, where the parse gives it no subject (`X, in the chair, told them`)."""
    quote_end = max((q.outer.end for q in document.quotes if q.outer.end <= verb.idx), default=0)
    start = max(quote_end, verb.sent.start_char)
    near = [
        t for t in verb.sent if start <= t.idx < verb.idx and verb.i - t.i <= 14 and document.actors.person_at(t.idx)
    ]
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    if near and (quote_end > verb.sent.start_char or (verb.i - near[-1].i <= 2)):
        return near[-1]
    return after if after is not None and document.actors.person_at(after.idx) else None


def _quoted_source(verb: Token) -> Token | None:
    """`X was quoted as saying`, `the agency quoted X as saying`: X."""
    quoted = verb.head.head if verb.head.lower_ == "as" else verb.head
    return next((c for dep in ("nsubjpass", "dobj") for c in quoted.children if c.dep_ == dep), None)


def _words(verb: Token) -> Span:
    """The verb with its particle (`pointed out`)."""
    last = max([verb, *(c for c in verb.children if c.dep_ == "prt" and c.i == verb.i + 1)], key=lambda t: t.i)
    return Span(verb.idx, last.idx + len(last))


def _clause(document: Document, verb: Token, source: Token | None, sentence: Words) -> Span:
    """The attribution: verb, subject with what hangs on it, addressee, `in a statement`, `on Monday`."""
    tokens = {verb}
    for child in verb.children:
        if child.dep_ not in ATTRIBUTION_DEPENDENTS or document.in_quote(child.idx) or child.dep_ in SUBJECTS:
            continue
        subtree = sorted(child.subtree, key=lambda t: t.i)
        if child.i > verb.i:
            subtree = _until_quote(document, subtree)
        tokens.update(subtree)
    bridged: set[Token] = set()
    if source is not None and source.sent == verb.sent and not any(t.i == verb.i for t in source.subtree):
        bridged.update(source.subtree)
        bridged.update(_between(document, source, verb))
        bridged = bridged if source in verb.children or abs(source.i - verb.i) <= 14 else set()
    tokens |= bridged
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        quoted = verb.head.head
        tokens.update(
            {
                quoted,
                verb.head,
                *(t for c in quoted.children if c.dep_ in ("nsubjpass", "auxpass", "nsubj", "dobj") for t in c.subtree),
            }
        )
        bridged |= tokens
    contiguous = _around(verb, tokens, bridged)
    first, last = contiguous[0], contiguous[-1]
    start = first.idx
    if verb.lower_ == "saying" and verb.dep_ == "pcomp":
        comma = document.text.rfind(", ", sentence.start_char, verb.head.head.idx)
        start = max(start, comma + 2) if comma >= 0 else start
    return Span(start, last.idx + len(last))


def _between(document: Document, source: Token, verb: Token) -> list[Token]:
    """What stands between subject and verb (`Stoltenberg, in the chair, told them`), where it is no clause of its own."""
    first, last = sorted((source, verb), key=lambda t: t.i)
    between = list(verb.doc[first.i + 1 : last.i])
    own_clause = any(t.dep_ in SUBJECTS and t.lower_ not in RELATIVES for t in between)
    return [] if len(between) > 30 or own_clause or any(document.in_quote(t.idx) for t in between) else between


def _until_quote(document: Document, tokens: list[Token]) -> list[Token]:
    stop = next((n for n, t in enumerate(tokens) if t.is_quote or document.in_quote(t.idx)), len(tokens))
    return tokens[:stop]


def _around(verb: Token, tokens: set[Token], bridged: set[Token]) -> list[Token]:
    """The unbroken run of the tokens around the verb; commas inside the subject's phrase do not break it."""
    run = [verb]
    wanted = {t.i for t in tokens}
    inner = {t.i for t in bridged}
    for step in (-1, 1):
        at = verb.i + step
        while at in wanted or (
            0 <= at < len(verb.doc) and verb.doc[at].text in (",", "'s", "’s") and at + step in inner
        ):
            run.append(verb.doc[at])
            at += step
    run.sort(key=lambda t: t.i)
    while run[-1].is_punct and run[-1] is not verb:
        run.pop()
    while run[0].is_punct and run[0] is not verb:
        run.pop(0)
    return run
