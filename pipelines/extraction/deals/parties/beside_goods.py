"""The parties told beside goods themselves: who makes them, and for whom they are.

Not here: the parties in the slots of a word that tells the deal (`tellings/uses.py`).
"""

from collections.abc import Iterator

from spacy.tokens import Token

from pipelines.extraction.deals.goods.item import Item
from pipelines.extraction.deals.grammar.arguments import arguments
from pipelines.extraction.deals.grammar.clauses import clause, is_passive
from pipelines.extraction.deals.parties.party import Party, parties
from pipelines.reading.document import Document

#: Verbs of making goods, which may describe them.
MAKING = frozenset({"build", "make", "produce", "manufacture", "develop", "construct", "assemble"})


def _told_of(goods: Token) -> Iterator[Token]:
    """The verbs that describe goods, or seem to describe the clause of them: `jets, to be built at home`."""
    yield from (c for c in goods.children if c.dep_ in ("acl", "relcl"))
    yield from (c for c in clause(goods).children if c.dep_ in ("advcl", "xcomp") and c.i > goods.i and is_passive(c))


def _explained(goods: Token) -> Iterator[Token]:
    """The nouns that say what goods are: `SAMP/T, a system from France and Italy`; not those of further goods."""
    for noun in goods.children:
        if noun.dep_ == "appos" and not any(c.dep_ == "nummod" for c in noun.children):
            yield noun


def around_goods(document: Document, items: tuple[Item, ...]) -> dict[str, tuple[Party, ...]]:
    """Parties told beside the goods: `18 jets from KAI for the Malaysian air force`, `missiles made by LIG Nex1`."""
    slots = {"supplier": ("from", "by"), "recipient": ("for", "to")}
    found: dict[str, tuple[Party, ...]] = {}
    makers = [verb for i in items for verb in _told_of(i.token) if verb.lemma_ in MAKING]
    of_makers = {"supplier": ("subject",), "recipient": ("for", "to")}  # "the delivery of guns made in Spain to Peru"
    goods = [t for i in items for t in (i.token, *_explained(i.token))]
    for name, prepositions in slots.items():
        heads = [h for token in goods for slot in prepositions for h in arguments(token, slot)]
        heads += [h for maker in makers for slot in of_makers[name] for h in arguments(maker, slot)]
        found[name] = tuple(parties(document, heads))
    return found
