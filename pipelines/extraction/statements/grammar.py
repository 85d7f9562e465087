"""What the steps of finding statements ask of the parse. Not here: anything about statements."""

from collections.abc import Iterator

from spacy.tokens import Token

from pipelines.reference.speech import ReportingVerb, reporting_verbs

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
RELATIVES = frozenset({"who", "which", "that", "whose"})
#: Forms whose lemma the model gets wrong.
MISREAD = {"hoped": "hope"}
#: Dependents that make a word the head of a clause.
CLAUSE_SIGNS = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "attr", "aux", "auxpass"})


def is_finite(token: Token) -> bool:
    """Whether the token is a verb with a tense."""
    return token.pos_ in ("VERB", "AUX") and token.morph.get("VerbForm") == ["Fin"]


def heads_clause(token: Token) -> bool:
    """Whether the token heads a clause of its own."""
    return token.pos_ == "AUX" or any(c.dep_ in CLAUSE_SIGNS for c in token.children)


def subject_of(verb: Token) -> Token | None:
    """The verb's own subject, where the parse gives it several the nearest that is no participle or `, one of …`."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    return min(subjects, key=lambda c: (c.tag_ == "VBG" or _is_one_of(c), abs(c.i - verb.i)), default=None)


def _is_one_of(noun: Token) -> bool:
    """Whether the noun only describes the one told before the comma (`Hanwha, one of the bidders, said`)."""
    return bool(noun.lower_ == "one" and noun.i > noun.sent.start and noun.nbor(-1).text == ",")


def is_plural(noun: Token) -> bool:
    """Whether the noun phrase stands for several: a plural, `both`, or nouns joined by `and`."""
    joined = any(t.dep_ == "conj" or t.dep_ == "cc" for t in noun.subtree)
    return joined or noun.tag_ in ("NNS", "NNPS") or noun.lower_ in ("they", "both", "two", "three", "four", "all")


def child(token: Token, dependency: str) -> Token | None:
    """The first dependent of this kind."""
    return next((c for c in token.children if c.dep_ == dependency), None)


def in_order(token: Token) -> list[Token]:
    """The token with all that hangs on it, in text order."""
    return sorted(token.subtree, key=lambda t: t.i)


def end_of(token: Token) -> int:
    """Offset after the token's last character."""
    return int(token.idx) + len(token)


def before(token: Token) -> Token | None:
    """The token before this one; null at the start of the text."""
    return token.nbor(-1) if token.i > 0 else None


def after(token: Token) -> Token | None:
    """The token after this one; null at the end of the text."""
    return token.nbor(1) if token.i + 1 < len(token.doc) else None


def following(token: Token, count: int) -> Iterator[Token]:
    """Up to so many tokens after this one."""
    yield from token.doc[token.i + 1 : token.i + 1 + count]


def reporting_verb(token: Token) -> ReportingVerb | None:
    """The verb of saying that the token is, with its particle where it has one (`pointed out`)."""
    lemma = MISREAD.get(token.lower_, token.lemma_.lower())
    particle = child(token, "prt")
    phrase = f"{lemma} {particle.lower_}" if particle is not None else lemma
    return reporting_verbs().get(phrase) or reporting_verbs().get(lemma)
