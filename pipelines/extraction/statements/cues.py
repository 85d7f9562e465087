"""Where a text says that somebody said something: by a verb of saying.

Not here: other words of saying (`cues_by_phrase.py`), verbs that report nothing (`unsaid.py`), whose words they are
(`sources.py`), the clause they stand in (`attribution.py`), and what was said (`content.py`).
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Words
from spacy.tokens import Token

from pipelines.extraction.statements.attribution import attribution, quoted_attribution
from pipelines.extraction.statements.cue import Cue
from pipelines.extraction.statements.cues_by_phrase import heads_as_clause, idiom, source_phrase
from pipelines.extraction.statements.grammar import (
    after,
    before,
    child,
    end_of,
    is_finite,
    reporting_verb,
    subject_of,
)
from pipelines.extraction.statements.sources import (
    NOMINAL,
    inverted_subject,
    lost_subject,
    source_beside,
    source_of,
    source_of_participle,
    source_quoted,
    told_before,
)
from pipelines.extraction.statements.unsaid import follows_as, reports_nothing, tells_in_passive
from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.speech import reporting_nouns

#: Dependencies of an `-ing` form that reports on (`adding that`), and is no noun or adjective.
PARTICIPLES = frozenset({"advcl", "ccomp", "conj", "dep", "acl", "xcomp", "prep", "pcomp"})
#: A subject more tokens away may be another's, whose verb the parse lost.
FAR = 12
PRONOUNS = frozenset({"he", "she", "it", "they"})


def find_cues(document: Document, spoken: Sequence[Span]) -> Iterator[Cue]:
    """The cues of the story in text order. Words inside quotations, or in the spans given, are what was said."""
    for sentence in document.story_sentences():
        for token in sentence:
            if document.in_quote(token.idx) or any(s.start <= token.idx < s.end for s in spoken):
                continue
            cue = (
                source_phrase(document, token, sentence)
                or idiom(document, token, sentence)
                or _verb(document, token, sentence)
            )
            if cue:
                yield cue


def _verb(document: Document, token: Token, sentence: Words) -> Cue | None:
    verb = reporting_verb(token)
    if verb is None or token.pos_ not in ("VERB", "AUX"):
        return None
    if follows_as(token):
        return _quoted(document, token, sentence)
    inverted = inverted_subject(document, token)
    if inverted is None and (reports_nothing(token) or heads_as_clause(token)):
        return None
    if tells_in_passive(token):
        return _passive(document, token, sentence, verb.strength)
    kind = "participle" if token.tag_ == "VBG" and token.dep_ in PARTICIPLES else "verb"
    source = inverted or (source_of_participle(document, token) if kind == "participle" else source_of(document, token))
    if source is None or source.pos_ not in NOMINAL or _hangs_wrongly(token):
        source = source_beside(document, token) or source
    if kind == "verb" and (source is None or abs(source.i - token.i) > FAR or _is_cut_off(source, token, sentence)):
        source = told_before(document, token) or lost_subject(document, token) or source
    clause = attribution(document, token, source)
    return Cue(kind, token, _words(token), clause, source, sentence, verb.strength)


def _hangs_wrongly(verb: Token) -> bool:
    """Whether the parse made a verb with a tense the attribute of a noun."""
    return bool(verb.tag_ == "VBD" and verb.dep_ == "acl")


def _is_cut_off(source: Token, verb: Token, sentence: Words) -> bool:
    """Whether the parse skipped who stands behind a comma that none closes: `… and against piracy, an aide said`."""
    between = verb.doc[source.i + 1 : verb.i]
    last = next((t for t in reversed(list(between)) if t.text == ","), None)
    if last is None or last.i + 1 == verb.i or verb.i + 2 < sentence.end:
        return False
    return bool(verb.doc[last.i + 1 : verb.i].root.dep_ == "appos")


def _passive(document: Document, verb: Token, sentence: Words, strength: str) -> Cue:
    agents = (child(c, "pobj") for c in verb.children if c.dep_ in ("agent", "prep") and c.lower_ == "by")
    source = next((a for a in agents if a is not None), None)
    clause = attribution(document, verb, subject_of(verb))
    return Cue("passive", verb, _words(verb), clause, source, sentence, strength)


def _quoted(document: Document, saying: Token, sentence: Words) -> Cue:
    """`X was quoted as saying`, `the agency quoted X as saying`."""
    source = source_quoted(saying)
    if source is None or source.pos_ not in NOMINAL:
        source = source_beside(document, saying)
    clause = quoted_attribution(document, saying, int(sentence.start_char))
    return Cue("quoted", saying, _words(saying), clause, source, sentence, "strong")


def _words(verb: Token) -> Span:
    """The verb with its particle (`pointed out`)."""
    particle = next((c for c in verb.children if c.dep_ == "prt" and c.i == verb.i + 1), verb)
    return Span(verb.idx, end_of(particle))


def _tells_of_another(document: Document, verb: Token) -> bool:
    """Whether a clause beside what was said tells what another one says (`…, while Seoul called it a threat`)."""
    subject = subject_of(verb)
    named = subject is not None and subject.pos_ == "PROPN" and document.actors.actor(subject) is not None
    return named and is_finite(verb) and reporting_verb(verb) is not None


def reports_on(document: Document, token: Token) -> bool:
    """Whether the token starts to report on, so that what was said before it ends: `, adding`, `according to`."""
    previous, following = before(token), after(token)
    if document.in_quote(token.idx) or previous is None or following is None:
        return False
    if token.lower_ == "according":
        return str(following.lower_) == "to"
    if previous.text != "," and not document.in_quote(previous.idx):
        return False
    if token.tag_ == "VBG":
        verb = reporting_verb(token)
        voices = any(c.dep_ == "dobj" and c.lemma_ in reporting_nouns() for c in token.children)
        return voices or (verb is not None and verb.strength == "strong")
    if token.lower_ in ("while", "whereas"):
        return _tells_of_another(document, token.head)
    if token.lower_ in ("which", "whom"):
        verb = after(following)
        return following.lower_ in PRONOUNS and verb is not None and reporting_verb(verb) is not None
    return token.lower_ in PRONOUNS and is_finite(following) and reporting_verb(following) is not None
