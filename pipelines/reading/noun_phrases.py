"""How far a noun phrase reaches around its head. Not here: what it stands for (`actors.py`)."""

from spacy.tokens import Token

from pipelines.records import Span

MODIFIERS = frozenset({"det", "compound", "amod", "poss", "nmod", "nummod", "case", "predet", "quantmod"})
LINKS = frozenset({"of", "for", "at", "in"})
STOPS = frozenset({",", ";", "(", "—"})
CLAUSES = frozenset({"relcl", "appos"})
DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their"})


def noun_phrase(token: Token) -> Span:
    """The words of a noun phrase around its head: modifiers before it, and `of`, `for`, `at`, `in` phrases after it."""
    left, right = token, token
    for child in token.children:
        if child.i < token.i and child.dep_ in MODIFIERS:
            left = min([left, *child.subtree], key=lambda t: t.i)
        elif child.dep_ == "prep" and child.lower_ in LINKS and token.i < child.i <= right.i + 1:
            right = max([right, *_until_stop(child)], key=lambda t: t.i)
    return Span(left.idx, right.idx + len(right))


def without_determiner(words: str) -> str:
    """The words without an article or a possessive pronoun in front."""
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in DETERMINERS else words


def _until_stop(head: Token) -> list[Token]:
    subtree = list(head.subtree)
    stop = next((t.i for t in subtree if t.text in STOPS or t.dep_ in CLAUSES), None)
    return [t for t in subtree if stop is None or t.i < stop]
