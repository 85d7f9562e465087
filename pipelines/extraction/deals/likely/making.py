"""Deals that no words tell by themselves, made of goods that are likely news of one (`judging.py`).

How firm, when, for how much and from whom is read from the words around the goods, as for any deal. Goods of one
sentence with the same sides make one deal. Not here: which goods are likely news of a deal, and whose.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from spacy.tokens import Token

from pipelines.extraction.deals.goods.item import Item
from pipelines.extraction.deals.grammar.arguments import arguments
from pipelines.extraction.deals.grammar.clauses import clause
from pipelines.extraction.deals.grammar.triggers import Cluster, Trigger
from pipelines.extraction.deals.joining.deal import Deal
from pipelines.extraction.deals.likely.hints import hinted_status
from pipelines.extraction.deals.likely.judging import Judged, judged
from pipelines.extraction.deals.likely.signs import governors, uses_of
from pipelines.extraction.deals.parties.beside_goods import around_goods
from pipelines.extraction.deals.parties.party import Party, parties
from pipelines.extraction.deals.sides.context import completed_sides
from pipelines.extraction.deals.sides.of_telling import Sides, sides_of, the_right_way_round
from pipelines.extraction.deals.tellings.arrivals import arrivals
from pipelines.extraction.deals.tellings.endings import endings
from pipelines.extraction.deals.tellings.firmness import status_of
from pipelines.extraction.deals.tellings.kinds import MUTUAL, kind_of
from pipelines.extraction.deals.tellings.manner import manner_of_clause
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.extraction.deals.tellings.timing import timing_of
from pipelines.extraction.deals.tellings.uses import meets
from pipelines.extraction.deals.tellings.values import own_sum, value_of
from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.deal_words import DealWord

#: The kind of deal whose recipient no word has to tell: whoever has the goods.
SERVED_TO_OWNER = "service"
MADE_THERE = "co_production"

Use = tuple[Token, DealWord]


def likely_deals(document: Document, deals: Sequence[Deal]) -> list[Deal]:
    """The deals that goods left over by the others are likely news of, in text order."""
    tellings = [_telling(document, answer, deals) for answer in judged(document, deals)]
    told = [(telling, _sides(document, telling, deals)) for telling in tellings]
    return [
        Deal(first.kind, sides, [item for telling, _ in same for item in telling.items], _tellings(document, same))
        for _, group in groupby(told, key=_deal)
        for same in [list(group)]
        for first, sides in same[:1]
    ]


def _tellings(document: Document, told: Sequence[tuple[Telling, Sides]]) -> list[Telling]:
    return [telling for first, _ in told for telling in (first, *arrivals(document, first), *endings(document, first))]


def _deal(told: tuple[Telling, Sides]) -> tuple[object, ...]:
    """What the tellings of one deal have in common."""
    telling, sides = told
    return telling.evidence, telling.status, sides.suppliers, sides.recipients


def _telling(document: Document, answer: Judged, deals: Sequence[Deal]) -> Telling:
    item, sentence = answer.item, answer.item.token.sent
    uses = list(_uses(document, item))
    suppliers = tuple(_suppliers(document, answer, uses))
    marked = [item.token, clause(item.token), *(token for token, _ in uses)]
    cluster = Cluster(tuple(Trigger(token, ()) for token in dict.fromkeys(marked)), sentence)
    firm = status_of(uses)
    status = "interest" if firm is None else firm or hinted_status(document, item)
    value = own_sum(document, item.span.end) or value_of(document, cluster, marked)
    taken = [deal.value.span for deal in deals if deal.value]
    return Telling(
        kind=kind_of(document, cluster, uses, (item,), suppliers, ()) or "arms_transfer",
        status=status,
        items=(item,),
        suppliers=suppliers,
        recipients=(Party(answer.country, None, False, item.span),),
        partners=(),
        nation_hints=tuple(code for code in item.nations if code != answer.country),
        value=None if value and value.span in taken else value,
        timing=timing_of(document, cluster, marked, status),
        evidence=(Span(sentence.start_char, sentence.end_char),),
        strength="likely",
        back=False,
        manner=manner_of_clause(clause(item.token)),
    )


def _uses(document: Document, item: Item) -> Iterator[Use]:
    """The words over the goods that tell of deals, the outermost first, each in the first use that fits them."""
    for token in reversed(governors(item.token)):
        uses = uses_of(token)
        fitting = [use for use in uses if use.kind == SERVED_TO_OWNER or meets(document, token, use, [item])]
        yield from ((token, use) for use in fitting[:1])


def _suppliers(document: Document, answer: Judged, uses: Sequence[Use]) -> Iterator[Party]:
    """Who supplies the goods: told beside them, or by the words over them, or a company of their sentence."""
    around = around_goods(document, (answer.item,))["supplier"]
    slots = [(token, slot) for token, use in uses for slot in use.supplier]
    told = [p for token, slot in slots for p in parties(document, arguments(token, slot)) if p.country]
    companies = [
        Party(n.code, n.span.of(document.text), True, n.span)
        for n in document.names_in(answer.item.sentence)
        if n.kind == "company"
    ]
    of_goods = [p for p in companies if p.country in answer.item.origins]
    for group in (around, told, of_goods or companies):
        others = [p for p in group if p.country not in (None, answer.country)]
        if others:
            yield from others
            return


def _sides(document: Document, telling: Telling, deals: Sequence[Deal]) -> Sides:
    """The sides of a telling; a supplier that nothing in its sentence tells is that of the deals before it."""
    if telling.kind == MADE_THERE:  # whoever it is with is asked as of goods bought, as one side is known
        telling = replace(telling, kind="arms_transfer", status=None)
    sides = sides_of(document, telling)
    before = [(d.tellings[0], d.sides) for d in deals if d.tellings[0].start < telling.start and d.kind not in MUTUAL]
    *_, (_, completed) = completed_sides(document, [*before, (telling, sides)])
    recipients = tuple(p.country for p in telling.recipients if p.country)
    suppliers = tuple(code for code in completed.suppliers if code not in recipients)
    sides = replace(sides, suppliers=suppliers, recipients=recipients)
    return sides if telling.suppliers else the_right_way_round(telling, sides)
