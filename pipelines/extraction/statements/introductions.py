"""Quotations that a colon or a document introduces: `Kim hit back: "…"`, `The joint statement "welcomes …"`.

Not here: those with one (`cues.py`), headings (`headed.py`).
"""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Words
from spacy.tokens import Token

from pipelines.extraction.statements.cue import Cue, Told
from pipelines.extraction.statements.grammar import child, end_of, is_finite, subject_of
from pipelines.extraction.statements.trimming import tidy
from pipelines.reading.document import Document
from pipelines.reading.quotes import Quote
from pipelines.records import Span
from pipelines.reference.speech import reporting_nouns

#: What stands before a quotation that is introduced: a colon, or, behind `X to [agency]`, a comma.
COLON = re.compile(r":\s*$")
TO_AGENCY = re.compile(r"\bto [A-Z][\w ]{1,30}[,:]\s*$")
#: A quotation of fewer words is a label, a name, a slogan; one that is a sentence may be shorter.
SHORTEST, SHORTEST_SENTENCE = 4, 2


def introduced(document: Document, taken: Sequence[Span]) -> Iterator[Told]:
    """The quotations outside the spans taken that somebody named, or a document, introduces."""
    for sentence in document.story_sentences():
        quotes = (q for q in document.quotes if sentence.start_char <= q.outer.start < sentence.end_char)
        quote = next((q for q in quotes if not any(p.overlaps(q.inner) for p in taken)), None)
        if quote is None or not _is_said(quote.inner.of(document.text)):
            continue
        ways = (_by_colon, _by_document, _by_noun)
        cue = next((cue for way in ways if (cue := way(document, sentence, quote))), None)
        if cue is not None and (parts := tidy(document, [quote.inner])):
            yield Told(cue, tuple(parts))


def _is_said(words: str) -> bool:
    return len(words.split()) >= (SHORTEST_SENTENCE if words.rstrip().endswith((".", "!", "?")) else SHORTEST)


def _by_colon(document: Document, sentence: Words, quote: Quote) -> Cue | None:
    """`Kim was blunt: "…"`, `Kim, the minister: "…"`, `Kim to ANI, "…"`: the subject, else the first one named."""
    lead = document.text[sentence.start_char : quote.outer.start]
    words = [t for t in sentence if t.idx < quote.outer.start and t.is_alpha]
    if not words or not (COLON.search(lead) or TO_AGENCY.search(lead)):
        return None
    main = sentence.root if is_finite(sentence.root) and sentence.root in words else None
    verb = main or next((t for t in words if is_finite(t) and t.dep_ != "relcl"), None)
    source = subject_of(verb) if verb is not None else _first_named(document, words)
    if verb is None and source is None:
        return None
    return _cue(document, verb if verb is not None else words[-1], source, sentence)


def _by_document(document: Document, sentence: Words, quote: Quote) -> Cue | None:
    """`The joint statement "welcomes …"`, `The treaty obliges both "to …"`: a document that is the subject."""
    verb = sentence.root
    source = subject_of(verb)
    noun = reporting_nouns().get(source.lemma_.lower()) if source is not None else None
    if source is None or noun is None or noun.noun_class != "medium" or source.idx > quote.outer.start:
        return None
    return _cue(document, verb, source, sentence)


def _by_noun(document: Document, sentence: Words, quote: Quote) -> Cue | None:
    """`"…" was the minister's answer`, `"…" was the verdict of X`: whose words the noun says they are."""
    rest = [t for t in sentence if t.idx >= quote.outer.end and not t.is_punct]
    if not rest or rest[0].lemma_ != "be" or quote.outer.start > sentence.start_char + 1:
        return None
    noun = next((t for t in rest[1:] if t.lemma_.lower() in reporting_nouns() and t.head == rest[0]), None)
    of = next((c for c in noun.children if c.lower_ == "of"), None) if noun is not None else None
    owner = (child(noun, "poss") or (child(of, "pobj") if of is not None else None)) if noun is not None else None
    return _cue(document, rest[0], owner, sentence)


def _first_named(document: Document, words: Sequence[Token]) -> Token | None:
    return next((t for t in words if document.actors.person_at(t.idx)), None)


def _cue(document: Document, verb: Token, source: Token | None, sentence: Words) -> Cue | None:
    actor = document.actors.actor(source) if source is not None else None
    medium = source is not None and source.lemma_.lower() in reporting_nouns()
    if source is None or not (medium or (actor is not None and actor.person is not None)):
        return None
    words = Span(verb.idx, end_of(verb))
    return Cue("introduced", verb, words, words, source, sentence, "strong")
