"""Where a text says that somebody said something: verbs, nouns and phrases of saying.

Not here: whose words they are (`sources.py`), the clause they stand in (`attribution.py`), and what was said
(`content.py`).
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Words
from spacy.tokens import Token

from pipelines.extraction.statements.attribution import attribution, quoted_attribution
from pipelines.extraction.statements.cue import Cue
from pipelines.extraction.statements.grammar import (
    RELATIVES,
    after,
    before,
    child,
    end_of,
    in_order,
    is_finite,
    reporting_verb,
)
from pipelines.extraction.statements.sources import (
    NOMINAL,
    lost_subject,
    source_beside,
    source_of,
    source_of_participle,
    source_quoted,
)
from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.speech import reporting_nouns

#: Dependencies of an `-ing` form that reports on (`adding that`), and is no noun or adjective.
PARTICIPLES = frozenset({"advcl", "ccomp", "conj", "dep", "acl", "xcomp", "prep", "pcomp"})
#: Verbs that somebody goes on to do (`went on to say`).
GOES_ON = frozenset({"go", "continue"})
#: Verbs that, when denied, report that nothing was said (`did not say`).
DENIED = frozenset({"say", "tell", "comment"})
#: A subject more tokens away may be another's, whose verb the parse lost.
FAR = 12
PRONOUNS = frozenset({"he", "she", "it", "they"})
CONDITIONS = frozenset({"if", "unless", "whether", "when", "whenever"})
#: Nouns for somebody's words (`in the minister's words`).
OWN_WORDS = frozenset({"word", "view", "opinion"})


def find_cues(document: Document, spoken: Sequence[Span]) -> Iterator[Cue]:
    """The cues of the story in text order. Words inside quotations, or in the spans given, are what was said."""
    for sentence in document.story_sentences():
        for token in sentence:
            if document.in_quote(token.idx) or any(s.start <= token.idx < s.end for s in spoken):
                continue
            cue = (
                _according_to(token, sentence)
                or _own_words(token, sentence)
                or _verb(document, token, sentence)
                or _noun(document, token, sentence)
            )
            if cue:
                yield cue


def _according_to(token: Token, sentence: Words) -> Cue | None:
    to = after(token)
    if token.lower_ != "according" or to is None or to.lower_ != "to":
        return None
    source = next((c for t in (to, token) for c in t.children if c.dep_ == "pobj" and c.i > to.i), None)
    if source is None:
        return None
    clause = Span(token.idx, end_of(_last_of_source(source)))
    return Cue("source_phrase", token, Span(token.idx, end_of(to)), clause, source, sentence, "strong")


def _last_of_source(source: Token) -> Token:
    """The last word of the phrase after `according to`: up to a comma, but for appositions and relative clauses."""
    tree = in_order(source)
    comma = next((t for t in tree if t.text == "," and t.i > source.i), None)
    if comma is None or any(t.lower_ in ("who", "which") for t in tree) or child(source, "appos") is not None:
        return tree[-1]
    return comma.nbor(-1)


def _own_words(token: Token, sentence: Words) -> Cue | None:
    """`in the minister's words`, `in his view`."""
    owner = child(token, "poss")
    if token.lemma_.lower() not in OWN_WORDS or owner is None or token.dep_ != "pobj" or token.head.lower_ != "in":
        return None
    phrase = Span(token.head.idx, end_of(token))
    return Cue("source_phrase", token.head, phrase, phrase, owner, sentence, "strong")


def _verb(document: Document, token: Token, sentence: Words) -> Cue | None:
    verb = reporting_verb(token)
    if verb is None or token.pos_ not in ("VERB", "AUX") or _reports_nothing(token):
        return None
    if token.lower_ == "saying" and token.dep_ == "pcomp":
        return _quoted(document, token, sentence)
    kind = "participle" if token.tag_ == "VBG" and token.dep_ in PARTICIPLES else "verb"
    source = source_of_participle(document, token) if kind == "participle" else source_of(document, token)
    if source is None or source.pos_ not in NOMINAL or _hangs_wrongly(token):
        source = source_beside(document, token) or source
    if kind == "verb" and (source is None or abs(source.i - token.i) > FAR):
        source = lost_subject(document, token) or source
    clause = attribution(document, token, source)
    return Cue(kind, token, _words(token), clause, source, sentence, verb.strength)


def _hangs_wrongly(verb: Token) -> bool:
    """Whether the parse made a verb with a tense the attribute of a noun."""
    return bool(verb.tag_ == "VBD" and verb.dep_ == "acl")


def _quoted(document: Document, saying: Token, sentence: Words) -> Cue:
    """`X was quoted as saying`, `the agency quoted X as saying`."""
    source = source_quoted(saying)
    if source is None or source.pos_ not in NOMINAL:
        source = source_beside(document, saying)
    clause = quoted_attribution(document, saying, int(sentence.start_char))
    return Cue("quoted", saying, _words(saying), clause, source, sentence, "strong")


def _reports_nothing(token: Token) -> bool:
    """Whether the verb only modifies, is wished or denied, opens a sentence (`Asked why, he …`), or supposes."""
    return (
        _is_infinitive(token)
        or token.dep_ == "amod"
        or (child(token, "neg") is not None and token.lemma_ in DENIED)
        or (token.tag_ == "VBN" and token.dep_ == "advcl" and child(token, "auxpass") is None)
        or (token.dep_ == "relcl" and not any(c.dep_ == "ccomp" and c.i > token.i for c in token.children))
        or _is_hypothetical(token)
    )


def _is_infinitive(token: Token) -> bool:
    """`to say`, `declined to say`. `went on to say` is an attribution."""
    if not any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children):
        return False
    return not (token.dep_ in ("xcomp", "advcl") and token.head.lemma_ in GOES_ON)


def _is_hypothetical(token: Token) -> bool:
    """`When Washington says "modernization"`, `if he says so`: told as a case, not as a fact."""
    opens = (c for c in token.children if c.dep_ in ("mark", "advmod") and c.i < token.i)
    return token.dep_ == "advcl" and token.tag_ in ("VBZ", "VBP") and any(c.lower_ in CONDITIONS for c in opens)


def _noun(document: Document, token: Token, sentence: Words) -> Cue | None:
    """A noun of saying that takes a that-clause: `expressed hope that …`, `read out a statement that …`."""
    next_word = after(token)
    if token.lemma_.lower() not in reporting_nouns() or token.pos_ != "NOUN" or token.dep_ not in ("dobj", "pobj"):
        return None
    verb = token.head if token.dep_ == "dobj" else token.head.head
    if next_word is None or next_word.lower_ != "that" or verb.pos_ != "VERB" or verb.i > token.i:
        return None
    source = source_of(document, verb)
    if source is None or not _has_clause(token):
        return None
    words = Span(verb.idx, end_of(token))
    strength = "strong" if reporting_verb(verb) else "weak"  # not `took the view`: that may be told of others
    return Cue("noun", verb, words, words, source, sentence, strength)


def _has_clause(noun: Token) -> bool:
    """Whether the noun has a complement clause, not a relative one (`a statement that was read out`)."""
    clauses = (c for c in (*noun.children, *noun.head.children) if c.dep_ in ("acl", "ccomp", "relcl"))
    subjects = (g for c in clauses for g in c.children if g.dep_ in ("nsubj", "nsubjpass", "expl"))
    return any(subject.lower_ not in RELATIVES for subject in subjects)


def _words(verb: Token) -> Span:
    """The verb with its particle (`pointed out`)."""
    particle = next((c for c in verb.children if c.dep_ == "prt" and c.i == verb.i + 1), verb)
    return Span(verb.idx, end_of(particle))


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
        return verb is not None and verb.strength == "strong"
    return token.lower_ in PRONOUNS and is_finite(following) and reporting_verb(following) is not None
