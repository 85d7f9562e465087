"""Goods that no telling of a deal speaks of, and how each country that may be getting them is tied to them.

A tie says where the text names the country: its place in the clause of the goods (`tie:subject`, `tie:owner`, a
preposition), the sentence, the paragraph, the article, the deals already found. Not here: which country it is, and
whether it gets the goods at all (`judging.py`).
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from pipelines.extraction.deals.goods.item import Item
from pipelines.extraction.deals.goods.items import all_items
from pipelines.extraction.deals.grammar.clauses import clause, subjects
from pipelines.extraction.deals.joining.deal import Deal
from pipelines.extraction.deals.joining.references import are_known
from pipelines.extraction.deals.parties.nations import COUNTRY_KINDS
from pipelines.extraction.deals.parties.party import parties
from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.gazetteer import Name

PARAGRAPH = "\n\n"
#: Between goods and what comes with them.
ALONG = re.compile(r",?\s+(?:(?:together|along)\s+)?with\s+(?:(?:an?|the|its|their)\s+)?")
NAMING_SIDES = COUNTRY_KINDS | {"agency"}
PREPOSITIONS = frozenset({"to", "for", "from", "with", "by", "in", "of", "between", "against", "at", "on"})
OWNING = frozenset({"poss", "amod", "compound", "nmod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: How many countries an article is about, at most, and the share of all names that makes it one's own.
MOST_PROTAGONISTS, MAIN = 2, 0.4
#: How many tokens from the goods a name is near.
NEAR = 6

Tie = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Goods left over, and how each country that may be getting them is tied to them."""

    item: Item
    ties: Mapping[str, frozenset[str]]


def _goes_along(document: Document, item: Item, covered: Collection[Span]) -> bool:
    """Whether goods come with others that a deal covers: `two satellites with a ground station`."""
    return any(ALONG.fullmatch(document.text, span.end, item.span.start) for span in covered)


def candidates(document: Document, deals: Sequence[Deal]) -> Iterator[Candidate]:
    """The goods of the story that none of the deals covers, in text order; those near no country are left out."""
    covered = [item.span for deal in deals for telling in deal.tellings for item in telling.items]
    for item in all_items(document):
        if item.span.start >= document.article.story_end or any(span.overlaps(item.span) for span in covered):
            continue
        if are_known(deals, item) or _goes_along(document, item, covered):
            continue
        found: dict[str, set[str]] = {}
        for code, tie in _ties(document, item, deals):
            if code:
                found.setdefault(code, set()).add(f"tie:{tie}")
        if found:
            yield Candidate(item, {code: frozenset(ties) for code, ties in found.items()})


def _ties(document: Document, item: Item, deals: Sequence[Deal]) -> Iterator[Tie]:
    yield from _of_sentence(document, item)
    yield from _of_paragraph(document, item)
    yield from _of_deals(document, item, deals)
    yield from _of_article(document)


def _of_sentence(document: Document, item: Item) -> Iterator[Tie]:
    for code, head in _named_in(document, item.token.sent):
        if (other := _described(document, head, item)) is not None:
            yield code, other
            continue
        yield code, _place(head, item)
        yield code, "sentence"
        if abs(head.i - item.token.i) <= NEAR:
            yield code, "near"
    for party in parties(document, subjects(clause(item.token))):
        if not party.is_company:
            yield party.country, "subject"


def _of_paragraph(document: Document, item: Item) -> Iterator[Tie]:
    start = document.text.rfind(PARAGRAPH, 0, item.span.start) + 1
    sentence = item.token.sent
    before = [s for s in document.story_sentences() if start <= s.start_char < sentence.start_char]
    for n, words in enumerate(reversed(before)):
        for code, head in _named_in(document, words):
            yield code, f"{'paragraph' if n else 'before'}{'_subject' if head.dep_ in SUBJECTS else ''}"
    yield _first(document.names_in(Span(start, item.span.start))), "topic"


def _of_deals(document: Document, item: Item, deals: Sequence[Deal]) -> Iterator[Tie]:
    start = document.text.rfind(PARAGRAPH, 0, item.span.start) + 1
    before = [d for d in deals if d.tellings[0].start < item.span.start]
    for deal in before[-1:]:
        tie = "running" if deal.tellings[-1].start >= start else "told_last"
        yield from ((code, tie) for code in deal.sides.recipients)
    for deal in deals:
        here = any(t.start <= item.span.start <= t.evidence[-1].end for t in deal.tellings)
        yield from ((code, "told_here") for code in deal.sides.recipients if here)
        yield from ((code, "supplies_here") for code in deal.sides.suppliers if here)


def _of_article(document: Document) -> Iterator[Tie]:
    counts = Counter(n.code for n in document.names if n.code and n.kind in COUNTRY_KINDS)
    for code, count in counts.most_common(MOST_PROTAGONISTS):
        yield code, "protagonist"
        if count > MAIN * counts.total():
            yield code, "main"
    yield _first(document.names), "first"
    yield document.home, "home"


def _first(names: Collection[Name]) -> str | None:
    return next((n.code for n in names if n.code and n.kind in NAMING_SIDES), None)


def _named_in(document: Document, words: Words) -> Iterator[tuple[str, Token]]:
    """The countries that words name, each with the head of its name."""
    for name in document.names_in(Span(words.start_char, words.end_char)):
        found = document.doc.char_span(name.span.start, name.span.end, alignment_mode="expand")
        if name.code and name.kind in NAMING_SIDES and found is not None and len(found):
            yield name.code, found.root


def _described(document: Document, head: Token, item: Item) -> str | None:
    """What a name only says the origin of, if that is no side of a deal: other goods, a company."""
    at = head
    while at.dep_ in OWNING and at.head.i not in (at.i, item.token.i):
        at = at.head
        if any(m.span.start <= at.idx < m.span.end and m.span != item.span for m in document.systems):
            return "other_goods"
        if any(n.kind == "company" and n.span.start <= at.idx < n.span.end for n in document.names):
            return "of_company"
    return None


def _place(head: Token, item: Item) -> str:
    """How a name in the sentence of the goods is tied to them: `_apart` where it belongs to another clause."""
    at = head
    while at.dep_ in (*OWNING, "conj", "appos") and at.head.i not in (at.i, item.token.i):
        at = at.head
    if at.dep_ in OWNING and at.head.i == item.token.i:
        return "owner"
    together = clause(at).i == clause(item.token).i
    if at.dep_ == "dative":
        return "to"
    if at.dep_ == "pobj":
        preposition = at.head.lower_ if at.head.lower_ in PREPOSITIONS else "other"
        return preposition if together or at.head.head.i == item.token.i else f"{preposition}_apart"
    if at.dep_ in SUBJECTS:
        return "subject_name" if together else "subject_apart"
    return "clause" if together else "apart"
