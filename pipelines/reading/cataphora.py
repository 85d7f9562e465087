"""Pronouns told ahead of whom they stand for: `In [his] speech, Minister Kim said`.

Not here: those told before it (`salience.py`).
"""

from spacy.tokens import Token

from pipelines.reading.salience import SUBJECTS
from pipelines.reference.speech import reporting_nouns

MEDIUM = "medium"


def announced(pronoun: Token) -> Token | None:
    """The subject that the owner of words told ahead of the clause turns out to be; null where none is announced."""
    if pronoun.dep_ != "poss" or not _is_medium(pronoun.head):
        return None
    preposition = pronoun.head.head
    verb = preposition.head
    if preposition.dep_ != "prep" or verb.pos_ not in ("VERB", "AUX"):
        return None
    return next((child for child in verb.children if child.dep_ in SUBJECTS and child.i > pronoun.head.i), None)


def _is_medium(token: Token) -> bool:
    noun = reporting_nouns().get(token.lemma_.lower()) or reporting_nouns().get(token.lower_)
    return noun is not None and noun.noun_class == MEDIUM
