"""What pronouns may stand for, as far as the words around them tell. Not here: whom they do (`salience.py`)."""

from collections.abc import Callable, Collection, Iterator, Mapping

from spacy.tokens import Token

from pipelines.reading.actor import Actor
from pipelines.reading.people import Person
from pipelines.reading.quotes import Quote
from pipelines.reading.salience import SUBJECTS
from pipelines.reading.spans import SpanIndex

#: Pronouns for one person, and the gender they tell.
GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
SINGULAR = frozenset(GENDERS)
#: What speaks for a woman known as one, where `she` is told: most of those of whom nothing is known are men.
KNOWN_WOMAN = 2.0
OBJECTS = frozenset({"dobj", "pobj", "dative", "obj"})
#: Verbs whose subject has somebody `with him`.
COMITATIVE = frozenset({"have", "bring", "take", "carry"})
#: What stands between what was said and `he said`.
CLOSES_SPEECH = frozenset({",", '"', "”", "’", "'"})


def fitness(
    pronoun: Token, genders: Mapping[Person, str], barred: Collection[Person]
) -> Callable[[Actor], float | None]:
    """What speaks for an actor as the one that the pronoun stands for; null where it cannot be."""
    gender = GENDERS[pronoun.lower_]

    def fit(actor: Actor) -> float | None:
        if actor.person is None:
            return 0.0
        known = genders.get(actor.person)
        if actor.person in barred or known not in (None, gender):
            return None
        return KNOWN_WOMAN if known == "f" else 0.0

    return fit


def subject_over(pronoun: Token) -> Token | None:
    """The subject that an object does not stand for (`Kim met him`); `Kim brought a delegation with him` is none."""
    accompanies = pronoun.head.lower_ == "with" and any(t.lemma_ in COMITATIVE for t in pronoun.ancestors)
    if pronoun.dep_ not in OBJECTS or accompanies:
        return None
    verb = next((t for t in pronoun.ancestors if t.pos_ in ("VERB", "AUX")), None)
    while verb is not None:
        subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if subject is not None:
            relative = subject.lower_ in ("who", "that", "which") and verb.dep_ == "relcl"
            return verb.head if relative else subject
        verb = verb.head if verb.dep_ in ("conj", "xcomp") else None
    return None


def subjects_told(pronoun: Token, quotes: SpanIndex[Quote]) -> Iterator[Token]:
    """The subjects of what stands before `he said`, who is none of them (`X is out, he said`)."""
    if pronoun.dep_ != "nsubj" or pronoun.i == 0 or pronoun.nbor(-1).text not in CLOSES_SPEECH:
        return
    for clause in pronoun.head.children:
        if clause.dep_ == "ccomp" and clause.i < pronoun.head.i:
            yield from (c for c in clause.children if c.dep_ in SUBJECTS and not quotes.at(c.idx))
