"""Where goods are made: whether a country makes what is of another's design.

Not here: other kinds of deals (`kinds.py`).
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from pipelines.extraction.deals.goods.item import Item
from pipelines.extraction.deals.grammar.prepositions import prepositional
from pipelines.extraction.deals.parties.nations import COUNTRY_KINDS
from pipelines.extraction.deals.parties.party import Party
from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.deal_words import DealWord

#: Verbs of making goods.
MAKING = frozenset({"build", "make", "produce", "manufacture", "assemble"})
#: Where goods are made, and prepositions of where that is.
WORKS = frozenset({"factory", "plant", "line", "facility", "workshop", "shipyard", "yard", "works", "hub"})
BESIDE = ("in", "near", "outside", "at")
#: What goods are made of, which others may make.
PARTS = frozenset(
    {"part", "component", "subsystem", "element", "structure", "wing", "fuselage", "hull", "kit", "section"}
)  # fmt: skip


def is_licensed(uses: Sequence[tuple[Token, DealWord]], items: tuple[Item, ...], suppliers: tuple[Party, ...]) -> bool:
    """Whether a country makes what is another's: `Ukraine will build Sweden's CV90`."""
    makes = any(t.lemma_ in MAKING and w.supplier[:1] == ("subject",) for t, w in uses)
    makers = {p.country for p in suppliers}
    told = [{*i.nations} & {*i.origins} for i in items]
    return makes and None not in makers and bool(makers and told) and all(of and not of & makers for of in told)


def is_made_abroad(document: Document, item: Item, suppliers: tuple[Party, ...], recipients: tuple[Party, ...]) -> bool:
    """Whether goods, or parts of them, are told to be made in a country that did not design them.

    `to build Sweden's CV90 in Ukraine`, `parts of the Gripen to be made in Peru`; not where a third country buys them.
    """
    home = {*item.origins} or {p.country for p in suppliers if p.country}
    buyers = {p.country for p in recipients if p.country} - home
    made = _parts_and_wholes(item.token)
    making = [thing for verb in _making(made) for thing in (verb, *made)]
    sites = [*(site for thing in making for site in _sites(thing)), *_sites_of_works(item.token)]
    spans = [Span(site.left_edge.idx, site.idx + len(site)) for site in sites]
    where = {name.code for span in spans for name in document.names_in(span) if name.kind in COUNTRY_KINDS} - {None}
    return bool(home and where) and not where & home and (not buyers or bool(where & buyers))


def _parts_and_wholes(goods: Token) -> list[Token]:
    """The goods, and the nouns that they describe or that name parts of them."""
    made = [goods]
    while (over := _whole_or_part(made[-1])) is not None:
        made.append(over)
    return made


def _making(made: Sequence[Token]) -> Iterator[Token]:
    """The verbs of making that goods are told under, or parts of them."""
    for thing in made:
        above = [thing.head] if thing.dep_ in ("dobj", "nsubjpass", "nsubj") else []
        below = (c for c in thing.children if c.dep_ in ("acl", "relcl"))
        yield from (verb for verb in (*above, *below) if verb.lemma_ in MAKING)


def _sites_of_works(goods: Token) -> Iterator[Token]:
    """Where works stand that are to make goods: `a factory for drones near Lima`, `a plant in Peru to make guns`."""
    for above in goods.ancestors:
        told = (above, *(c for c in above.children if c.dep_ in ("dobj", "nsubjpass", "attr")))
        for works in (t for t in told if t.lemma_ in WORKS):
            yield from (
                site for thing in (works, works.head, goods) for at in BESIDE for site in prepositional(thing, at)
            )


def _whole_or_part(noun: Token) -> Token | None:
    """The noun that goods describe, or that names parts of them: `the wings of the Gripen`."""
    if noun.dep_ in ("compound", "nmod"):
        return noun.head
    is_of_part = noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for") and noun.head.head.lemma_.lower() in PARTS
    return noun.head.head if is_of_part else None


def _sites(thing: Token) -> Iterator[Token]:
    """Where something is told to be: `in Peru`, `in Callao, Peru`, `at a yard in Peru`."""
    inside = [*prepositional(thing, "in"), *(s for at in prepositional(thing, "at") for s in prepositional(at, "in"))]
    yield from (site for place in inside for site in (place, *(c for c in place.children if c.dep_ == "appos")))
