"""What a preposition of a word governs. Not here: which preposition names whom (`arguments.py` and its table)."""

from collections.abc import Iterator

from spacy.tokens import Token

RELATIVES = frozenset({"which", "that", "who", "whom"})


def prepositional(head: Token, preposition: str) -> Iterator[Token]:
    """What a preposition of the head governs, told again included: `of ten jets in a new form and of three boats`."""
    particles = (c for link in head.children if link.dep_ == "prt" for c in link.children)  # "narrowed it down to"
    links = (*head.children, *particles)
    own = [c for c in links if c.lower_ == preposition and c.dep_ in ("prep", "agent", "dative")]
    others = [c for c in head.children if c.dep_ == "prep" and c not in own and own and c.i > own[0].i]
    joined = [c for link in (head, *others) for c in link.children if c.dep_ == "conj" and c.lower_ == preposition]
    again = joined if own else []
    for child in own:
        for link in (child, *(c for c in child.children if c.dep_ in ("conj", "prep") and c.lower_ == preposition)):
            yield from _governed(link)
    for link in again:
        yield from _governed(link)


def _governed(link: Token) -> Iterator[Token]:
    yield from (_described(c) for c in link.children if c.dep_ in ("pobj", "pcomp") and c.i > link.i)


def _described(token: Token) -> Token:
    """The noun that a relative pronoun behind a preposition stands for: `12 jets, for which it paid 400 million`."""
    clauses = (t for t in token.ancestors if t.dep_ == "relcl") if token.lower_ in RELATIVES else ()
    return next((clause.head for clause in clauses), token)
