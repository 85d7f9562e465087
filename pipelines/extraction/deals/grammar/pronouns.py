"""Which noun phrase `it` or `they` takes up, where a party to a deal is told by it.

The subject of an earlier clause of the sentence, the nearest first; else the subjects of the sentence before. Not here:
what the phrase stands for (`parties/party.py`); `we` (`parties/voices.py`).
"""

from collections.abc import Iterator

from spacy.tokens import Span as Words
from spacy.tokens import Token

TAKING_UP = frozenset({"it", "they", "its", "their"})
#: Pronouns of whoever has a navy or a ministry.
OWNING = frozenset({"its", "their", "whose"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NAMING = frozenset({"NOUN", "PROPN"})
#: How many sentences back a pronoun reaches.
REACH = 2
PARAGRAPH = "\n\n"


def antecedents(pronoun: Token) -> Iterator[Token]:
    """The nouns that a pronoun may take up, the likeliest first."""
    if pronoun.lower_ == "whose":
        yield from (t.head for t in pronoun.ancestors if t.dep_ == "relcl")
        return
    yield from (t for t in _subjects(pronoun.sent)[::-1] if t.i < pronoun.i)
    sentence = pronoun.sent
    for _ in range(REACH):
        if sentence.start == 0:
            return
        before = sentence.doc[sentence.start - 1].sent
        if PARAGRAPH in before.text_with_ws[-len(PARAGRAPH) - 1 :] or before.start == sentence.start:
            return
        yield from sorted(_subjects(before), key=lambda t: (t.head.dep_ != "ROOT", t.i))
        sentence = before


def _subjects(sentence: Words) -> list[Token]:
    return [t for t in sentence if t.dep_ in SUBJECTS and t.pos_ in NAMING]
