"""Several deals that one clause tells: goods of several makers, with sums of their own, a further batch, other parties.

`tanks from Rotem and howitzers from Hanwha`, `11 launchers ($436 million) and six pods ($367 million)`, `24 in 2015 and
another 30 this year`, `Poland bought 32 and Finland 64`. Not here: reading the clause (`tellings/frames.py`).
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipelines.extraction.deals.goods.item import Item
from pipelines.extraction.deals.grammar.triggers import Cluster
from pipelines.extraction.deals.parties.beside_goods import around_goods
from pipelines.extraction.deals.parties.nations import COUNTRY_KINDS
from pipelines.extraction.deals.parties.party import Party, parties
from pipelines.extraction.deals.parting.destinations import by_destination
from pipelines.extraction.deals.parting.each_priced import each_priced
from pipelines.extraction.deals.parting.gaps import gives, joined_by, with_gaps
from pipelines.extraction.deals.parting.lots import dated_behind
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.extraction.deals.tellings.timing import Timing, timing_of
from pipelines.extraction.deals.tellings.values import own_sum
from pipelines.reading.dates import DateMention
from pipelines.reading.document import Document
from pipelines.reading.quantity import find_quantities
from pipelines.records import Span
from pipelines.reference.deal_words import deal_sign
from pipelines.reference.gazetteer import Name

#: Between what one party has and the name of the next, whose verb is left out.
GAP = re.compile(r"\s*(?:,|;|,?\s+and|,?\s+while|,?\s+with)\s+(?:the\s+)?", re.IGNORECASE)
#: Between a number of the goods and its time: `four in 2015`, `two more last year`.
LEADING = re.compile(r"(?:\s+more)?\s+(?:in\s+|the\s+)?")
#: Between the goods and the number of them that came from somebody: `three batteries, two from Germany and one from`.
SHARE = re.compile(r"(?:\s[a-z-]+){0,3}\s*(?:[:,–—-]|,?\s+and)\s+")
ONE = re.compile(r"\s*(?:one|a\s+single\s+one)(?=\s+(?:of\s+(?:them|which)\s+)?(?:came\s+)?from\b)")
ENDING = re.compile(r"\s*(?:[.,;)]|\s(?:and|while|with|in|last|this)\b)")
#: What leads from a country on a list to the next.
LISTED = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:,\s*(?:and\s+)?|\s*and\s+)(?:the\s+)?")
#: What leads from goods to where they come from, and how long what the source is called may be.
SOURCE = re.compile(r"(?:\s[a-z-]+){0,2}\sfrom\s(?:the\s)?")
LONGEST_TITLE = 40
FROM = re.compile(r"\s+(?:of\s+(?:them|which)\s+)?(?:came\s+)?from\s+(?:the\s+)?")


def batches(document: Document, cluster: Cluster, telling: Telling) -> Iterator[Telling]:
    """The telling, or one for each deal that its clause tells."""
    for part in (
        one
        for sent in by_destination(document, telling)
        for given in _by_donor(document, sent)
        for shared in _by_recipient(document, given)
        for dated in _by_time(document, cluster, shared)
        for one in _by_party(document, cluster, dated)
    ):
        makers = {
            item: around_goods(document, (item,))["supplier"] or _named_behind(document, item) for item in part.items
        }
        priced = each_priced(document, cluster, part)
        if len({(p.organization if p.is_company else p.country) for told in makers.values() for p in told}) > 1:
            shared = len(part.items) > 1
            for item, told in makers.items():
                yield replace(part, items=(item,), suppliers=told or part.suppliers) if shared else part
        else:
            yield from priced or _with_further(document, cluster, part)


def _with_further(document: Document, cluster: Cluster, telling: Telling) -> Iterator[Telling]:
    """The telling, and one for each further batch of the same goods."""
    known = {item.record.system for item in telling.items if item.record.system and not item.further}
    later = [item for item in telling.items if item.further and item.elliptic and item.record.system in known]
    if not later:
        yield telling
        return
    at = telling.value.span.start if telling.value else 0
    priced = max((item for item in later if item.span.end <= at), key=lambda item: item.span, default=None)
    value = telling.value if priced is None else None  # "24 jets, and another six for 400 million"
    yield replace(telling, items=tuple(item for item in telling.items if item not in later), value=value)
    for item in later:
        timing = dated_behind(document, item) or timing_of(document, cluster, [item.token], telling.status)
        yield replace(telling, items=(item,), timing=timing, value=telling.value if item == priced else None)


def _by_party(document: Document, cluster: Cluster, telling: Telling) -> Iterator[Telling]:
    """The telling, and one for each party that the clause adds to it without a verb."""
    if not telling.items:
        yield telling
        return
    shares = list(_shares(document, cluster, telling))
    if len(shares) > 1:
        yield from shares
        return
    alone, *further = with_gaps(document, cluster, telling)
    yield alone
    yield from further
    if telling.recipients and alone.items:
        yield from _others_with_some(document, cluster, alone)


def _countless(telling: Telling) -> bool:
    return not any(item.is_counted for item in telling.items)


def _by_recipient(document: Document, telling: Telling) -> Iterator[Telling]:
    """A telling for each country that goods without a number have gone to: `sold to Kenya, Peru and Chile`."""
    recipients = (*telling.recipients, *_listed_behind(document, telling))
    countries = dict.fromkeys(p.country for p in recipients if p.country)
    behind = all(item.span.start < party.span.start for item in telling.items for party in telling.recipients)
    struck = any(party in telling.partners for party in telling.recipients)  # "the order was signed by both ministers"
    if len(countries) < 2 or struck or not (telling.items and _countless(telling) and behind and not _has_sum(telling)):
        yield telling
        return
    for country in countries:
        told = tuple(p for p in recipients if p.country == country)
        yield replace(telling, recipients=told, value=None, timing=_own_timing(document, told[-1]) or telling.timing)


def _by_donor(document: Document, telling: Telling) -> Iterator[Telling]:
    """A telling for each country that gives goods without a number: `Denmark and Norway will give Ukraine F-16s`."""
    donors = [p for p in telling.suppliers if not p.is_company and p.country]
    countries = dict.fromkeys(p.country for p in donors)
    together = deal_sign("together").search(telling.evidence[0].of(document.text))
    if telling.kind != "aid" or len(countries) < 2 or len(donors) < len(telling.suppliers) or together:
        yield telling
        return
    if not (telling.items and _countless(telling)):
        yield telling
        return
    for country in countries:
        yield replace(telling, suppliers=tuple(p for p in donors if p.country == country))


def _has_sum(telling: Telling) -> bool:
    """Whether a sum is told before the recipients, not of one of them: `to Peru, for $4 million, and Chile`."""
    return telling.value is not None and telling.value.span.start < telling.recipients[0].span.start


def _listed_behind(document: Document, telling: Telling) -> Iterator[Party]:
    """The countries that go on a list of recipients behind a bracket: `to Kenya (2019), Peru (2021) and Chile`."""
    last = telling.recipients[-1].span.end if len(telling.recipients) > 1 else None
    while last is not None and (link := LISTED.match(document.text, last)):
        name = _name_at(document, link.end())
        if name is None:
            return
        yield Party(name.code, None, False, name.span)
        last = name.span.end


def _by_time(document: Document, cluster: Cluster, telling: Telling) -> Iterator[Telling]:
    """A telling for each number of the goods that a day of its own follows: `bought jets, four in 2015, two since`."""
    told = [item for item in telling.items if not item.elliptic]
    lots = list(_dated_lots(document, cluster, told[-1])) if told and _countless(telling) else []
    if len(lots) < 2:
        yield telling
        return
    yield from (
        replace(telling, items=(lot,), timing=Timing(event=mention.when), value=own_sum(document, mention.span.end))
        for lot, mention in lots
    )


def _dated_lots(document: Document, cluster: Cluster, item: Item) -> Iterator[tuple[Item, DateMention]]:
    """The numbers behind goods with the dates right behind them."""
    start = item.span.end
    rest = document.text[start : cluster.sentence.end_char]
    for n, quantity in enumerate(find_quantities(rest)):
        end = start + quantity.span.end
        behind = (m for m in document.dates if m.span.start >= end)
        date = next((m for m in behind if LEADING.fullmatch(document.text, end, m.span.start)), None)
        if date is not None:
            record = replace(
                item.record, quantity_min=quantity.minimum, quantity_max=quantity.maximum, quantity_unit=quantity.unit
            )
            span = Span(start + quantity.span.start, end)
            yield replace(item, record=record, span=span, further=n > 0, elliptic=True), date


def _own_timing(document: Document, party: Party) -> Timing | None:
    """The time told in a bracket right behind a party: `sold to Kenya (2019), Peru (2021) and Chile`."""
    behind = (m for m in document.dates if document.text[party.span.end : m.span.start].strip() == "(")
    return next((Timing(event=mention.when) for mention in behind), None)


def _others_with_some(document: Document, cluster: Cluster, telling: Telling) -> Iterator[Telling]:
    """A telling for each country that a number follows where the verb is left out: `and Finland 64`."""
    at, item = telling.items[-1].span.end, telling.items[-1]
    while (link := GAP.match(document.text, at)) and (name := _name_at(document, link.end())) is not None:
        counted = _count_behind(document, cluster, name.span.end)
        if counted is None:
            return
        at, least, most = counted
        record = replace(item.record, quantity_min=least, quantity_max=most)
        further = replace(telling, items=(replace(item, record=record, elliptic=True),), value=None)
        yield joined_by(further, Party(name.code, None, False, name.span), supplies=gives(telling))


def _shares(document: Document, cluster: Cluster, telling: Telling) -> Iterator[Telling]:
    """A telling for each supplier of some of the goods: `three batteries: two from Germany and one from America`."""
    item = telling.items[-1]
    at = item.span.end
    while link := SHARE.match(document.text, at):
        counted = _count_behind(document, cluster, link.end())
        origin = FROM.match(document.text, counted[0]) if counted else None
        name = _name_at(document, origin.end()) if origin else None
        if counted is None or name is None:
            return
        at = name.span.end
        record = replace(item.record, quantity_min=counted[1], quantity_max=counted[2])
        yield replace(
            telling,
            items=(replace(item, record=record),),
            suppliers=(Party(name.code, None, False, name.span),),
        )


def _name_at(document: Document, start: int) -> Name | None:
    return next((n for n in document.names if n.span.start == start and n.code and n.kind in COUNTRY_KINDS), None)


def _count_behind(document: Document, cluster: Cluster, end: int) -> tuple[int, int | None, int | None] | None:
    """Where a bare number behind a place ends, and what it counts."""
    rest = document.text[end : cluster.sentence.end_char]
    if alone := ONE.match(rest):
        return end + alone.end(), 1, 1
    quantity = next(iter(find_quantities(rest)), None)
    if quantity is None or rest[: quantity.span.start].strip():
        return None
    if not ENDING.match(rest, quantity.span.end) and not FROM.match(rest, quantity.span.end):
        return None
    return end + quantity.span.end, quantity.minimum, quantity.maximum


def _named_behind(document: Document, item: Item) -> tuple[Party, ...]:
    """The source told right behind goods, whatever the parse ties it to: `36 F-35s from Lockheed Martin`."""
    source = SOURCE.match(document.text, item.span.end)
    sentence = Span(source.end(), item.sentence.end) if source else item.sentence
    name = next(iter(document.names_in(sentence)), None) if source else None
    if source is None or name is None or name.span.start - source.end() > LONGEST_TITLE:
        return ()
    first = document.doc.char_span(source.end(), name.span.end, alignment_mode="expand")
    if first is None or any(t.pos_ in ("VERB", "AUX", "PUNCT") for t in first):
        return ()
    return tuple(parties(document, [first.root]))
