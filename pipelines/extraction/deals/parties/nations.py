"""Which countries a noun for countries stands for: `the country`, `the Nordic kingdom`, `the three nations`.

One country is the last that did something before it; several are those last told together, if as many. Not here:
countries told by name (`party.py`), pronouns (`grammar/pronouns.py`).
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from pipelines.reading.document import Document
from pipelines.records import Span

COUNTRY_KINDS = frozenset({"country", "demonym", "capital", "metonym"})
NATIONS = frozenset({"country", "nation", "kingdom", "emirate", "sultanate", "archipelago", "monarchy"})
COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
POINTING = frozenset({"the", "this"})
PERSONS = frozenset({"his", "her"})
#: What makes of `the country` one that is not told of yet: `the first country to buy it`.
RANKS = frozenset({"first", "second", "third", "last", "only", "other", "same", "next", "latest", "largest", "biggest"})
DOING = frozenset({"nsubj", "nsubjpass"})
OWNING = frozenset({"poss", "amod", "compound", "nmod"})
#: Characters back in which whoever did something is meant, and between the names of those told together.
REACH, TOGETHER = 500, 12


def nations_meant(document: Document, head: Token) -> tuple[str, ...]:
    """The countries that a noun stands for; none where it is another noun, or speaks of countries not told yet."""
    words = {c.lower_ for c in head.lefts}
    if head.lemma_.lower() not in NATIONS or words & RANKS or any(c.dep_ in ("relcl", "acl") for c in head.rights):
        return ()
    if head.tag_ == "NNS":
        count = next((COUNTS[word] for word in words if word in COUNTS), None)
        pair = pair_of_the_text(document) if count == 2 else ()
        return pair or (_told_together(document, head, count) if count else ())
    owner = next((c for c in head.lefts if c.dep_ == "poss" and c.lower_ in PERSONS), None)
    if owner is not None:  # "the minister said that his country would deliver"
        person = document.actors.actor(owner)
        return (person.side,) if person and person.side else ()
    if not words & POINTING:
        return ()
    meant = next(_doing(document, head), document.home)
    return (meant,) if meant else ()


def pair_of_the_text(document: Document) -> tuple[str, ...]:
    """The two countries that a text is about, where it names them far more than any third."""
    counts = Counter(n.code for n in document.names if n.code and n.kind in COUNTRY_KINDS).most_common(3)
    if len(counts) < 2 or (len(counts) > 2 and counts[1][1] < 2 * counts[2][1]):
        return ()
    return tuple(code for code, _ in counts[:2] if code)


def _told_together(document: Document, head: Token, count: int) -> tuple[str, ...]:
    """The countries of the last list of so many before a noun: `Britain, Italy and Japan`."""
    named = [n for n in document.names if n.code and n.kind in COUNTRY_KINDS and n.span.start < head.idx]
    for last in range(len(named), count - 1, -1):
        listed = named[last - count : last]
        gaps = (b.span.start - a.span.end for a, b in pairwise(listed))
        codes = tuple(str(n.code) for n in listed)
        if len(set(codes)) == count and all(gap <= TOGETHER for gap in gaps):
            return codes
    return ()


def _doing(document: Document, head: Token) -> Iterator[str]:
    """The countries that did something before a noun, the last first."""
    before = document.names_in(Span(max(0, head.idx - REACH), head.idx))
    for name in reversed(list(before)):
        found = document.doc.char_span(name.span.start, name.span.end, alignment_mode="expand")
        if found is None or not name.code or name.kind not in COUNTRY_KINDS | {"agency"}:
            continue
        root = found.root.head if found.root.dep_ in OWNING else found.root
        if root.dep_ in DOING:
            yield name.code
