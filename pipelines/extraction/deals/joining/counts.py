"""How many goods of a deal there are, where no clause of the deal tells it but the text does.

`Vietnam signed for the K9. Twenty howitzers are involved`: a number that the text gives the same goods elsewhere is
that of the deal of them told last. Not here: numbers in the words that name the goods (`reading/counted_arms.py`) or in
a clause that tells the deal (`goods/items.py`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from pipelines.extraction.deals.goods.ellipses import UNITS, meant_by
from pipelines.extraction.deals.goods.item import Item
from pipelines.extraction.deals.goods.items import all_items
from pipelines.extraction.deals.grammar.clauses import clause
from pipelines.extraction.deals.grammar.modality import denied
from pipelines.extraction.deals.joining.deal import Deal
from pipelines.extraction.deals.joining.merging import fuller
from pipelines.extraction.deals.joining.sameness import same_goods
from pipelines.extraction.deals.parties.nations import COUNTRY_KINDS
from pipelines.reading.document import Document

#: Verbs of goods that somebody has already, or that are only looked at; and of what is done with goods of old.
HAVING = frozenset(
    {"have", "operate", "fly", "own", "use", "field", "destroy", "show", "display",
     "exhibit", "inspect", "see", "stand", "park", "hit", "shoot", "down", "fire", "launch"}
)  # fmt: skip
PARTING = frozenset({"replace", "retire", "lose", "succeed", "scrap"})


def counted(document: Document, deals: Sequence[Deal]) -> list[Deal]:
    """The deals, their goods counted where a number of these stands elsewhere in the text."""
    numbered = list(deals)
    for number in _loose(document, deals):
        of_these = [n for n, deal in enumerate(numbered) if any(same_goods(item, number) for item in deal.items)]
        before = [n for n in of_these if numbered[n].tellings[0].start <= number.span.start]
        told_last = max(before, key=lambda n: _last_told(numbered[n], number), default=next(iter(of_these), None))
        if told_last is not None and _is_of(document, numbered[told_last], number):
            deal = numbered[told_last]
            numbered[told_last] = replace(deal, items=[_with(item, number) for item in deal.items])
    return numbered


def _last_told(deal: Deal, number: Item) -> int:
    """Where a deal was told last before a number."""
    return max(telling.start for telling in deal.tellings if telling.start <= number.span.start)


def _with(item: Item, number: Item) -> Item:
    fits = same_goods(item, number) and not item.further and not item.is_counted
    return fuller(item, number) if fits else item


def _loose(document: Document, deals: Sequence[Deal]) -> Iterator[Item]:
    """Numbers of goods in clauses that tell no deal, nor of what somebody has already."""
    told = [item.span for deal in deals for telling in deal.tellings for item in telling.items]
    for item in (*all_items(document), *_units(document)):
        if not item.is_counted or item.further or any(span.overlaps(item.span) for span in told):
            continue
        verb = clause(item.token)
        if item.span.start < document.article.story_end and not _is_had(verb, item) and not denied(verb):
            yield item


def _is_had(verb: Token, item: Item) -> bool:
    """Whether a verb is told of goods that somebody has, not of those that take their place."""
    return verb.lemma_ in HAVING or (verb.lemma_ in PARTING and item.token.dep_ != "nsubj")


def _units(document: Document) -> Iterator[Item]:
    """Goods told by their units alone: `Three batteries are covered`."""
    named = [mention.span for mention in document.systems]
    for token in document.doc:
        if token.lemma_.lower() in UNITS and not any(span.start <= token.idx < span.end for span in named):
            yield from meant_by(document, token)


def _is_of(document: Document, deal: Deal, number: Item) -> bool:
    """Whether the sentence of a number names no country but those of the deal."""
    named = {n.code for n in document.names_in(number.sentence) if n.code and n.kind in COUNTRY_KINDS}
    return named <= {*deal.sides.recipients, *deal.sides.suppliers}
