"""What pronouns may stand for, as far as the words around them tell. Not here: whom they do (`salience.py`)."""

from collections.abc import Iterator

from spacy.tokens import Token

from pipelines.reading.quotes import Quote
from pipelines.reading.salience import SUBJECTS
from pipelines.reading.spans import SpanIndex

#: Pronouns for one person, and the gender they tell.
GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
SINGULAR = frozenset(GENDERS)
OBJECTS = frozenset({"dobj", "pobj", "dative", "obj"})
#: Verbs whose subject has somebody `with him`.
COMITATIVE = frozenset({"have", "bring", "take", "carry"})
#: What stands between what was said and `he said`.
CLOSES_SPEECH = frozenset({",", '"', "”", "’", "'"})


def is_other_than_subject(pronoun: Token) -> bool:
    """Whether an object cannot stand for its own subject (`Kim met him`); `Kim brought a delegation with him` can."""
    accompanies = pronoun.head.lower_ == "with" and any(t.lemma_ in COMITATIVE for t in pronoun.ancestors)
    return pronoun.dep_ in OBJECTS and not accompanies


def subjects_told(pronoun: Token, quotes: SpanIndex[Quote]) -> Iterator[Token]:
    """The subjects of what stands before `he said`, who is none of them (`X is out, he said`)."""
    if pronoun.dep_ != "nsubj" or pronoun.i == 0 or pronoun.nbor(-1).text not in CLOSES_SPEECH:
        return
    for clause in pronoun.head.children:
        if clause.dep_ == "ccomp" and clause.i < pronoun.head.i and not quotes.at(clause.idx):
            yield from (c for c in clause.children if c.dep_ in SUBJECTS)
