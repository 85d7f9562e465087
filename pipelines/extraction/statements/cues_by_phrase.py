"""Reporting words that are no verb of saying: `according to`, `in his view`, `as X said`, `made it clear that`.

Not here: verbs of saying (`cues.py`), what was said (`content.py`).
"""

from spacy.tokens import Span as Words
from spacy.tokens import Token

from pipelines.extraction.statements.cue import Cue
from pipelines.extraction.statements.grammar import (
    RELATIVES,
    after,
    before,
    child,
    end_of,
    following,
    in_order,
    is_finite,
    reporting_verb,
    subject_of,
)
from pipelines.extraction.statements.sources import source_of, source_of_participle
from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.speech import reporting_nouns, saying_phrases

#: Prepositions before those whose words they are. `per` stands before measures too, so that its noun must be an actor.
SOURCE_PHRASES = (("according", "to"), ("as", "per"), ("per",))
DASHES, DASH_WITHIN = frozenset({"-", "–", "—"}), 6
#: Nouns for somebody's words (`in the minister's words`, `in the view of the minister`).
OWN_WORDS = {
    "in": frozenset({"word", "view", "opinion", "assessment", "judgment", "judgement", "estimation", "telling", "eye"}),
    "by": frozenset({"account", "count", "reckoning", "estimate", "tally", "admission", "calculation", "telling"}),
    "to": frozenset({"mind"}),
}
#: Verbs that report with `it` for what was said (`as he sees it`).
WITH_IT = frozenset({"see", "tell"})
#: What is done with what was said before (`keep a promise that`), without saying it.
KEEPING = frozenset({"keep", "break", "honour", "honor", "fulfil", "fulfill", "meet", "breach", "recall", "violate"})
#: Words that may stand inside a phrase of saying (`made it abundantly clear`).
FILLERS, MOST_FILLERS = frozenset({"ADV", "PART", "PRON", "AUX", "DET", "PROPN", "NOUN"}), 3


def source_phrase(document: Document, token: Token, sentence: Words) -> Cue | None:
    """`according to X`, `in X's words`, `in the view of X`, `as X said`, where the token opens it."""
    return _prepositions(document, token, sentence) or _own_words(token, sentence) or _as_said(document, token)


def idiom(document: Document, token: Token, sentence: Words) -> Cue | None:
    """A noun of saying with a that-clause (`expressed hope that …`), or a phrase (`made it clear that …`)."""
    return _noun(document, token, sentence) or _phrase(document, token, sentence)


def _prepositions(document: Document, token: Token, sentence: Words) -> Cue | None:
    words = next((w for w in SOURCE_PHRASES if _reads(token, w)), None)
    if words is None or _reads(before(token), ("as",)):
        return None
    last = token.nbor(len(words) - 1)
    source = _before_dash(last) or next(
        (c for t in (last, token) for c in t.children if c.dep_ == "pobj" and c.i > last.i), None
    )
    if source is None or (words[-1] == "per" and document.actors.actor(source) is None) or _parts_subject(token):
        return None
    clause = Span(token.idx, end_of(_last_of_source(source)))
    return Cue("source_phrase", token, Span(token.idx, end_of(last)), clause, source, sentence, "strong")


def _parts_subject(preposition: Token) -> bool:
    """Whether the phrase parts a verb of saying from its subject (`Kim, according to his office, said that …`)."""
    later = (t for t in preposition.sent if t.i > preposition.i and is_finite(t))
    verb = next((t for t in later if (r := reporting_verb(t)) and r.strength == "strong"), None)
    subject = subject_of(verb) if verb is not None else None
    return subject is not None and subject.i < preposition.i and child(verb, "ccomp") is not None


def _before_dash(preposition: Token) -> Token | None:
    """The noun before a dash that the parse took for a hyphen (`according to his office - she will come`)."""
    ahead = list(following(preposition, DASH_WITHIN))
    dash = next((n for n, t in enumerate(ahead) if t.text in DASHES and ahead[n - 1].whitespace_ and t.whitespace_), 0)
    return ahead[dash - 1] if dash and ahead[dash - 1].pos_ in ("NOUN", "PROPN") else None


def _reads(token: Token | None, words: tuple[str, ...]) -> bool:
    """Whether the text goes on with these words from the token."""
    for word in words:
        if token is None or token.lower_ != word:
            return False
        token = after(token)
    return True


def _last_of_source(source: Token) -> Token:
    """The last word of the phrase after `according to`: up to a comma, but for appositions and relative clauses."""
    tree = in_order(source)
    comma = next((t for t in tree if t.text == "," and t.i > source.i), None)
    if comma is None or any(t.lower_ in ("who", "which") for t in tree) or child(source, "appos") is not None:
        return tree[-1]
    return comma.nbor(-1)


def _own_words(token: Token, sentence: Words) -> Cue | None:
    """`in the minister's words`, `in his view`, `in the words of the minister`."""
    if token.dep_ != "pobj" or token.lemma_.lower() not in OWN_WORDS.get(token.head.lower_, ()):
        return None
    if token.head.lower_ == "by" and not token.head.is_sent_start:
        return None  # behind a figure (`worth $2 billion, by his count`): how much of it is counted, nothing tells
    of = next((c for c in token.children if c.lower_ == "of"), None)
    owner = child(token, "poss") or (child(of, "pobj") if of is not None else None)
    if owner is None:
        return None
    phrase = Span(token.head.idx, end_of(token))
    clause = Span(phrase.start, max(phrase.end, end_of(_last_of_source(owner))))
    return Cue("source_phrase", token.head, phrase, clause, owner, sentence, "strong")


def _as_said(document: Document, token: Token) -> Cue | None:
    """`As X told reporters, …`, `as announced by the ministry`."""
    verb = token.head
    if token.lower_ != "as" or not heads_as_clause(verb):
        return None
    source = source_of(document, verb)
    if source is None or not (child(verb, "agent") or child(verb, "nsubj")):
        return None
    words = Span(token.idx, end_of(verb))
    return Cue("source_phrase", token, words, _trimmed(in_order(verb)), source, verb.sent, "strong")


def heads_as_clause(verb: Token) -> bool:
    """Whether the verb of saying stands in a clause with `as` that has no content of its own (`as X said`)."""
    reporting, taken = reporting_verb(verb), child(verb, "dobj")
    strong = reporting is not None and reporting.strength == "strong"
    return (
        verb.dep_ == "advcl"
        and verb.tag_ != "VBG"
        and (strong or (verb.lemma_ in WITH_IT and taken is not None and taken.lower_ == "it"))
        and child(verb, "ccomp") is None
        and in_order(verb)[0].lower_ == "as"
    )


def _trimmed(words: list[Token]) -> Span:
    while words[-1].is_punct:
        words = words[:-1]
    return Span(words[0].idx, end_of(words[-1]))


def _noun(document: Document, token: Token, sentence: Words) -> Cue | None:
    """A noun of saying that takes a that-clause: `expressed hope that …`, `read out a statement that …`."""
    next_word = after(token)
    if token.lemma_.lower() not in reporting_nouns() or token.pos_ != "NOUN" or token.dep_ not in ("dobj", "pobj"):
        return None
    verb = token.head if token.dep_ == "dobj" else token.head.head
    if next_word is None or next_word.lower_ != "that" or verb.pos_ != "VERB" or verb.i > token.i:
        return None
    source = source_of_participle(document, verb) if verb.tag_ == "VBG" else source_of(document, verb)
    if source is None or next_word.dep_ != "mark" or not _has_clause(token) or verb.lemma_.lower() in KEEPING:
        return None
    words = Span(verb.idx, end_of(token))
    strength = "strong" if reporting_verb(verb) else "weak"  # not `took the view`: that may be told of others
    return Cue("noun", verb, words, words, source, sentence, strength)


def _has_clause(noun: Token) -> bool:
    """Whether the noun has a complement clause, not a relative one (`a statement that was read out`)."""
    clauses = (c for c in (*noun.children, *noun.head.children) if c.dep_ in ("acl", "ccomp", "relcl"))
    subjects = (g for c in clauses for g in c.children if g.dep_ in ("nsubj", "nsubjpass", "expl"))
    return any(subject.lower_ not in RELATIVES for subject in subjects)


def _phrase(document: Document, token: Token, sentence: Words) -> Cue | None:
    """A phrase of saying that somebody is the subject of: `let it be known that`, `was adamant that`."""
    last = next((end for words in saying_phrases() if (end := _last_of_phrase(token, words))), None)
    if last is None or child(token, "neg") is not None:
        return None
    source = source_of(document, token.head if token.dep_ == "auxpass" else token)
    if source is None or source.lower_ == "it":
        return None
    words = Span(token.idx, end_of(last))
    return Cue("phrase", token, words, words, source, sentence, "strong")


def _last_of_phrase(token: Token, words: tuple[str, ...]) -> Token | None:
    """The last word of the phrase, where the text reads so from the token, with a few small words between."""
    if token.lemma_ != words[0] or token.pos_ not in ("VERB", "AUX"):
        return None
    wanted = list(words[1:])
    skipped, last = 0, None
    for one in following(token, len(wanted) + MOST_FILLERS):
        if wanted and wanted[0] in (one.lower_, one.lemma_):
            wanted.pop(0)
            last = one
            if not wanted:
                return last
        elif one.pos_ not in FILLERS or (skipped := skipped + 1) > MOST_FILLERS:
            return None
    return None
