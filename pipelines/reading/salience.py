"""Whom a pronoun stands for: the most salient of those told before it.

Nearness in sentences counts most; subjects come before owners and other mentions, those in quotations last. The
weights are the ordering of centering theory (subject before object before the rest), set by hand.
"""

from bisect import insort
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from spacy.tokens import Token

from pipelines.reading.quotes import Quote
from pipelines.reading.tokens import Tokens
from pipelines.records import Span
from pipelines.reference.speech import reporting_verbs

SUBJECT, MAIN_SUBJECT, OWNER, QUOTED = 1.3, 0.4, 0.2, -1.5
#: Sentences after which somebody who was not told again is forgotten.
MEMORY = 8
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NOMINAL = frozenset({"NOUN", "PROPN"})
#: How a word hangs on the head of its noun phrase.
WITHIN_PHRASE = frozenset({"compound", "appos", "flat", "nmod"})

Referent = TypeVar("Referent")


class Salience(Generic[Referent]):
    """Those told so far in one text."""

    def __init__(self, tokens: Tokens, quotes: Sequence[Quote]) -> None:
        """Start with nobody told; `quotes` weaken mentions within them."""
        self._tokens = tokens
        self._quotes = quotes
        self._told: list[tuple[int, int, float, Referent]] = []  # offset, sentence, weight, who
        self._sentence_of = [number for number, sentence in enumerate(tokens.doc.sents) for _ in sentence]

    def add(self, mention: Span, referent: Referent) -> None:
        """Tell that the mention stands for somebody."""
        token = self._tokens.root(mention)
        if token is not None:
            told = (mention.start, self._sentence_of[token.i], self._weight(token, mention), referent)
            insort(self._told, told, key=lambda one: one[0])

    def antecedent(self, pronoun: Token, fit: Callable[[Referent], float | None] = lambda _: 0.0) -> Referent | None:
        """Whom the pronoun stands for, among those told before it; null where there is nobody.

        `fit` tells the weight that speaks for somebody besides; null where he or she cannot be meant.
        """
        here = self._sentence_of[pronoun.i]
        near = [
            (weight + bonus - (here - sentence), offset, referent)
            for offset, sentence, weight, referent in self._told
            if offset < pronoun.idx and here - sentence <= MEMORY and (bonus := fit(referent)) is not None
        ]
        return max(near, key=lambda one: one[:2])[2] if near else None

    def told_before(self, token: Token) -> Iterator[tuple[int, Referent]]:
        """Those told before the token, the last first, each with how many sentences ago."""
        here = self._sentence_of[token.i]
        for offset, sentence, _, referent in reversed(self._told):
            if here - sentence > MEMORY:
                return
            if offset < token.idx:
                yield here - sentence, referent

    def _weight(self, token: Token, mention: Span) -> float:
        while token.dep_ in WITHIN_PHRASE and token.head.i != token.i:
            token = token.head
        weight = QUOTED if any(quote.inner.holds(mention) for quote in self._quotes) else 0.0
        token = next((t for t in token.sent if mention.start <= t.idx < mention.end and t.dep_ in SUBJECTS), token)
        if token.dep_ in SUBJECTS:
            leads = token.head.dep_ == "ROOT" or token.head.lemma_.lower() in reporting_verbs()
            return weight + SUBJECT + (MAIN_SUBJECT if leads else 0.0)
        if mention.start == token.sent.start_char and token.sent.root.pos_ in NOMINAL:  # its verb the parse lost
            return weight + SUBJECT + MAIN_SUBJECT
        if any(verb.dep_ == "relcl" and any(c.lower_ == "who" for c in verb.children) for verb in token.children):
            return weight + SUBJECT
        return weight + (OWNER if token.dep_ == "poss" else 0.0)
