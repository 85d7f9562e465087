"""Whom a pronoun stands for: the most salient of those told before it.

Nearness in sentences counts most; subjects come before other mentions, owners and mentions in quotations last. The weights
are the ordering of centering theory (subject before object before the rest), set by hand.
"""

from collections.abc import Sequence
from typing import Generic, TypeVar

from spacy.tokens import Doc, Token

from pipelines.reading.quotes import Quote
from pipelines.reading.tokens import Tokens
from pipelines.records import Span
from pipelines.reference.speech import reporting_verbs

SUBJECT, MAIN_SUBJECT, OWNER, QUOTED = 1.3, 0.4, -0.4, -1.5
#: Sentences after which somebody who was not told again is forgotten.
MEMORY = 8

Referent = TypeVar("Referent")


class Salience(Generic[Referent]):
    """Those told so far in one text, in order."""

    def __init__(self, doc: Doc, tokens: Tokens, quotes: Sequence[Quote]) -> None:
        self._tokens = tokens
        self._quotes = quotes
        self._told: list[tuple[int, int, float, Referent]] = []  # offset, sentence, weight, who
        self._sentence_of = [number for number, sentence in enumerate(doc.sents) for _ in sentence]

    def add(self, mention: Span, referent: Referent) -> None:
        """Tell that the mention stands for somebody."""
        token = self._tokens.root(mention)
        if token is None:
            return
        self._told.append((mention.start, self._sentence_of[token.i], self._weight(token, mention), referent))

    def antecedent(self, pronoun: Token) -> Referent | None:
        """Whom the pronoun stands for, among those told before it; null where there is nobody."""
        here = self._sentence_of[pronoun.i]
        near = [
            (weight - (here - sentence), offset, n)
            for n, (offset, sentence, weight, _) in enumerate(self._told)
            if offset < pronoun.idx and here - sentence <= MEMORY
        ]
        return self._told[max(near)[2]][3] if near else None

    def _weight(self, token: Token, mention: Span) -> float:
        while token.dep_ in ("compound", "appos", "flat", "nmod") and token.head.i != token.i:
            token = token.head
        weight = QUOTED if any(q.inner.holds(mention) for q in self._quotes) else 0.0
        if token.dep_ in ("nsubj", "nsubjpass"):
            leads = token.head.dep_ == "ROOT" or token.head.lemma_.lower() in reporting_verbs()
            return weight + SUBJECT + (MAIN_SUBJECT if leads else 0.0)
        return weight + (OWNER if token.dep_ == "poss" else 0.0)
