"""Goods that are told by themselves but come with those of a deal: `Hanwha supplies the radar`, `rounds are included`.

They are items of that deal where a number or a designation tells them, else nothing of their own. Not here: goods that
the clause of a deal lists (`goods/items.py`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.extraction.deals.goods.item import Item
from pipelines.extraction.deals.goods.items import all_items
from pipelines.extraction.deals.grammar.clauses import clause
from pipelines.extraction.deals.grammar.modality import denied
from pipelines.extraction.deals.joining.deal import Deal
from pipelines.extraction.deals.joining.sameness import same_goods
from pipelines.extraction.deals.parties.nations import COUNTRY_KINDS
from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.deal_words import deal_sign

#: Categories of what is built into arms, fired from them or sent with them.
CARRIED = frozenset({"munition", "missile", "engine", "sensor", "small_arms", "other"})
#: How far behind a deal, in characters, what comes with its goods is told.
NEAR = 900
#: What is said of the goods before in a list: `(includes 2 spares)`, `, of which four are spares;`.
ASIDE = re.compile(r"\([^()]*\)|,? (?:of which|including) [^,;.()]{1,40}(?=[,;])")
#: How much of a list, in characters, the parse may take apart.
LONGEST_GAP = 120
#: How far behind a deal, in characters, what comes along with its goods is told at once.
BESIDE = 250
TRANSFER, AID, LEFT_OVER = "arms_transfer", "aid", "likely"
#: Kinds that what comes with goods may be told as: `the launchers and logistics support`.
WITH_GOODS = frozenset({TRANSFER, "service"})
VERBS = frozenset({"VERB", "AUX"})


def packaged(document: Document, deals: Sequence[Deal]) -> list[Deal]:
    """The deals, what only comes with the goods of one told before left to that one."""
    kept: list[Deal] = []
    for deal in deals:
        host = next((n for n, other in enumerate(kept) if _comes_with(document, deal, other)), None)
        if host is None:
            kept.append(deal)
        else:
            kept[host] = _with(kept[host], deal)
    return kept


def accompanied(document: Document, deals: Sequence[Deal]) -> list[Deal]:
    """The deals, each with the goods that a sentence soon behind it says come along: `12 spares are also included`."""
    found = list(deals)
    taken = [item.span for deal in deals for telling in deal.tellings for item in (*telling.items, *deal.items)]
    for item in all_items(document):
        if not item.is_counted or any(span.overlaps(item.span) for span in taken) or denied(clause(item.token)):
            continue
        host = max(
            (n for n, deal in enumerate(found) if _told_just_before(document, deal, item)),
            key=lambda n: found[n].evidence[-1].end,
            default=None,
        )
        if host is not None and not any(_is_same(item, other) for other in found[host].items):
            found[host] = replace(found[host], items=[*found[host].items, item])
    return found


def _is_same(item: Item, other: Item) -> bool:
    """Whether goods are those of a deal told again: by their name, by the word for their kind, or as known."""
    last = (i.record.system_text.split()[-1].lower().rstrip("s") for i in (item, other))
    return same_goods(item, other) and (item.known or item.record.system is not None or len({*last}) == 1)


def _told_just_before(document: Document, deal: Deal, item: Item) -> bool:
    """Whether goods come along with those of a deal told in the sentences before, and nobody else is named."""
    sentence = item.sentence
    near = any(0 <= sentence.start - span.end < BESIDE for span in deal.evidence)
    fits = near and bool(deal.items) and deal.kind in (TRANSFER, AID)
    along = fits and deal_sign("along").search(sentence.of(document.text))
    return bool(along) and _names(document, sentence) <= {*deal.sides.suppliers, *deal.sides.recipients}


def _with(host: Deal, deal: Deal) -> Deal:
    told = [item for item in deal.items if item.record.system or item.is_counted]
    new = [item for item in told if not any(same_goods(item, other) for other in host.items)]
    return replace(host, items=[*host.items, *new])


def _comes_with(document: Document, deal: Deal, host: Deal) -> bool:
    """Whether goods without a buyer or price of their own come with those of a deal told before."""
    carried = bool(deal.items) and all(item.record.category in CARRIED for item in deal.items)
    if deal.value or host.kind != TRANSFER or deal.kind not in WITH_GOODS or not carried or not _may_be_one(deal, host):
        return False
    sentence = deal.tellings[0].evidence[0]
    if not _names(document, sentence) <= {*host.sides.suppliers, *host.sides.recipients}:
        return False
    return _is_listed(document, deal, host) or (
        any(0 <= sentence.start - span.end < NEAR for span in host.evidence)
        and (bool(deal_sign("package").search(sentence.of(document.text))) or _is_of_nobody(deal))
    )


def _may_be_one(deal: Deal, host: Deal) -> bool:
    """Whether the sides of goods, as far as known, are those of a deal."""
    suppliers = {*deal.sides.suppliers}
    return {*deal.sides.recipients} <= {*host.sides.recipients} and (
        not suppliers or bool(suppliers & {*host.sides.suppliers})
    )


def _names(document: Document, sentence: Span) -> set[str]:
    return {n.code for n in document.names_in(sentence) if n.code and n.kind in COUNTRY_KINDS}


def _is_of_nobody(deal: Deal) -> bool:
    """Whether no words tell who gets the goods, nor what or how many they are."""
    told = any(p.country in deal.sides.recipients for t in deal.tellings for p in (*t.recipients, *t.partners))
    return not told and not any(item.record.system or item.is_counted for item in deal.items)


def _is_listed(document: Document, deal: Deal, host: Deal) -> bool:
    """Whether goods stand in one list with those of a deal, which the parse has taken apart."""
    start = deal.items[0].span.start
    goods = (*host.items, *(item for telling in host.tellings for item in telling.items))
    end = max((item.span.end for item in goods if item.span.end <= start), default=None)
    if deal.tellings[0].strength != LEFT_OVER or end is None or start - end > LONGEST_GAP:
        return False
    asides = [Span(end + m.start(), end + m.end()) for m in ASIDE.finditer(document.text[end:start])]
    between = [t for t in document.doc if end <= t.idx < start and not any(a.start <= t.idx < a.end for a in asides)]
    return not any(t.pos_ in VERBS and t.tag_ != "VBN" for t in between)
