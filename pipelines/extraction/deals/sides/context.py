"""The side of a deal that its own clause leaves out, from the sentences before it. Not here: what the clause tells.

`In 2022 24 were ordered`, `the ministry will send helmets`: the country last named or spoken for in the paragraph that
is not on the other side; failing that, one that the article is about.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from pipelines.extraction.deals.goods.item import AT_LARGE, NO_ARMS, head_of
from pipelines.extraction.deals.parties.beneficiary import beneficiary
from pipelines.extraction.deals.parties.party import parties
from pipelines.extraction.deals.parties.voices import reporting_side
from pipelines.extraction.deals.sides.last_named import country_before, spoken_for
from pipelines.extraction.deals.sides.of_telling import Sides, the_right_way_round
from pipelines.extraction.deals.tellings.kinds import MUTUAL
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.reading.document import Document
from pipelines.records import Span

PARAGRAPH = "\n\n"
#: What a country gives away is told as.
AID = frozenset({"aid", "assistance", "grant", "gift", "donation", "scheme", "programme", "program", "fund", "help"})
#: Verbs with which somebody lets another know of a wish.
ASKING = frozenset({"tell", "ask", "inform", "urge", "press", "approach"})
WISHES = frozenset({"interest", "tender"})


def completed_sides(document: Document, told: Sequence[tuple[Telling, Sides]]) -> Iterator[tuple[Telling, Sides]]:
    """The tellings with what the context tells of a missing side; those that amount to little are marked `vague`."""
    earlier: list[tuple[int, Sides]] = []
    for telling, sides in told:
        joins = telling.continues and bool(earlier) and not (sides.suppliers or sides.recipients)
        if telling.back or telling.kind in MUTUAL or joins:
            yield telling, sides
            continue
        sides = _of_same_goods(telling, sides, told)
        if telling.status in WISHES and not sides.suppliers:
            sides = _of_wish(document, telling, sides, told)
        if telling.status == "tender" and not sides.recipients:
            sides = _of_contest(document, sides, earlier)
        if telling.kind == "arms_transfer" and not (sides.recipients or telling.suppliers):
            sides = _of_makers(telling, sides, earlier)
        if telling.kind == "arms_transfer" and telling.strength != "verb" and not telling.recipients:
            sides = _of_buyers(telling, sides, earlier)
        whole = _completed(document, telling, sides, earlier)
        if telling.kind == "arms_transfer" and not (telling.suppliers or telling.recipients):
            whole = the_right_way_round(telling, whole)
        vague = _is_vague(telling, sides)
        if not vague:
            earlier.append((telling.start, whole))
        yield replace(telling, vague=vague), sides if vague else whole


def _of_same_goods(telling: Telling, sides: Sides, told: Sequence[tuple[Telling, Sides]]) -> Sides:
    """The sides of a clause that names none, by one that names both of the very same goods: `jets, a purchase that`."""
    if telling.suppliers or telling.recipients or telling.partners:
        return sides
    goods = {item.span for item in telling.items}
    others = (known for other, known in told if other is not telling and goods & {item.span for item in other.items})
    return next((known for known in others if known.suppliers and known.recipients), sides)


def _of_makers(telling: Telling, sides: Sides, earlier: Sequence[tuple[int, Sides]]) -> Sides:
    """The sides of what makers of two countries signed: those of the goods' origin, or who sold before, sell."""
    if len({p.country for p in telling.partners if p.is_company and p.country in sides.suppliers}) < 2:
        return sides
    origins = {origin for item in telling.items if not item.used for origin in item.origins}
    sold = {code for _, known in earlier for code in known.suppliers} - {c for _, k in earlier for c in k.recipients}
    selling = tuple(code for code in sides.suppliers if code in (origins or sold))
    if not selling:
        return sides
    return replace(sides, suppliers=selling, recipients=tuple(code for code in sides.suppliers if code not in selling))


def _of_buyers(telling: Telling, sides: Sides, earlier: Sequence[tuple[int, Sides]]) -> Sides:
    """The sides of goods of nobody's name where only who bought before is told: `a second Saudi package of rockets`."""
    bought = {code for _, known in earlier for code in known.recipients}
    sold = {code for _, known in earlier for code in known.suppliers}
    states = sides.suppliers and not any(p.is_company for p in telling.suppliers)
    only_bought = states and not sides.inferred and {*sides.suppliers} <= bought - sold
    unknown = not any(item.origins for item in telling.items)
    return replace(sides, suppliers=(), recipients=sides.suppliers) if only_bought and unknown else sides


def _of_contest(document: Document, sides: Sides, earlier: Sequence[tuple[int, Sides]]) -> Sides:
    """The sides of a contest: of several bidders, those of who bought before, or is at home, bid along with others."""
    bought = {code for _, known in earlier for code in known.recipients} & {*sides.suppliers}
    buyers = bought if len(bought) == 1 else {document.home} & {*sides.suppliers}
    if len(sides.suppliers) < 2 or not buyers:
        return sides
    others = tuple(code for code in sides.suppliers if code not in buyers)
    return replace(sides, suppliers=others, recipients=tuple(code for code in sides.suppliers if code in buyers))


def _of_wish(document: Document, telling: Telling, sides: Sides, told: Sequence[tuple[Telling, Sides]]) -> Sides:
    """The sides of a wish: whoever tells of it has it; who is to meet it is after it, or may give arms at all."""
    wishing = _who_wishes(document, telling)
    buyers = sides.recipients or ((wishing,) if wishing else ())
    if not buyers:
        return sides
    makers = _asked(document, telling, buyers) or _makers(document, telling, buyers)
    makers = makers or _givers(told, buyers) or _sellers(told, telling, buyers)
    return replace(sides, recipients=buyers if makers else sides.recipients, suppliers=makers, inferred=True)


def _asked(document: Document, telling: Telling, buyers: Collection[str]) -> tuple[str, ...]:
    """Who is told of a wish, as who is to meet it: `told his Danish colleague that Norway was interested in drones`."""
    if document.in_quote(telling.items[0].span.start):
        return ()
    telling_it = (verb for verb in telling.items[0].token.ancestors if verb.lemma_ in ASKING)
    heads = (c for verb in telling_it for c in verb.children if c.dep_ in ("dobj", "dative") and c.pos_ != "ADP")
    codes = dict.fromkeys(p.country for p in parties(document, heads) if p.country and p.country not in buyers)
    return tuple(codes) if len(codes) == 1 else ()


def _givers(told: Sequence[tuple[Telling, Sides]], buyers: Collection[str]) -> tuple[str, ...]:
    """The one country of which a text says that it may give arms, to nobody named: `if Seoul were to supply arms`."""
    open_offers = (sides for telling, sides in told if telling.items and _goods(telling) <= AT_LARGE)
    codes = {code for sides in open_offers if not sides.recipients for code in sides.suppliers} - {*buyers}
    return tuple(codes) if len(codes) == 1 else ()


def _sellers(told: Sequence[tuple[Telling, Sides]], telling: Telling, buyers: Collection[str]) -> tuple[str, ...]:
    """Who supplies the same system to somebody else: `India sold BrahMos missiles. Vietnam wants them, too`."""
    wanted = {item.record.system for item in telling.items} - {None}
    sellers = (sides for other, sides in told if wanted & {item.record.system for item in other.items})
    return next((s.suppliers for s in sellers if s.suppliers and not {*s.suppliers} & {*buyers}), ())


def _carried_over(document: Document, telling: Telling, earlier: Sequence[tuple[int, Sides]]) -> Sides | None:
    """The sides of the deal told before in the paragraph; before that, those that most deals so far were between."""
    if not earlier:
        return None
    start, sides = earlier[-1]
    if start >= document.text.rfind(PARAGRAPH, 0, telling.start):
        return sides
    return Counter(known for _, known in earlier[::-1]).most_common(1)[0][0]


def _completed(document: Document, telling: Telling, sides: Sides, earlier: Sequence[tuple[int, Sides]]) -> Sides:
    before = _carried_over(document, telling, earlier)
    origins = {origin for item in telling.items if not item.used for origin in item.origins}
    speaks_of_known = telling.continues or telling.strength != "verb"
    if (
        before
        and speaks_of_known
        and not (sides.recipients or sides.suppliers)
        and (not origins or origins & {*before.suppliers})
        and not _turns_to_another(document, telling, before)
    ):
        return replace(sides, suppliers=before.suppliers, recipients=before.recipients, inferred=True)
    if telling.kind == "aid" and not sides.suppliers:
        sides = replace(sides, suppliers=_whose_aid(document, telling, sides.recipients))
    helped = beneficiary(document) if telling.kind == "aid" and not sides.recipients else None
    if helped and helped not in sides.suppliers:
        sides = replace(sides, recipients=(helped,))
    if not sides.recipients:
        makers = sides.suppliers or [origin for item in telling.items for origin in item.origins]
        wishing = _who_wishes(document, telling)
        same = [code for _, known in earlier for code in known.recipients]
        alone = wishing if wishing not in makers else None
        sellers = {code for _, known in earlier for code in known.suppliers}
        only_sold = {*_sellers_beside(document, telling, earlier), *(sellers - {*same})}
        beside = [code for at, known in earlier[-1:] if at == telling.start for code in known.recipients]
        shared = next((code for code in beside if code not in makers), None)
        code = alone or shared or country_before(document, telling, makers, same, only_sold)
        sides = replace(sides, recipients=(code,) if code else ())
    if before and not sides.suppliers and not {*before.suppliers} & {*sides.recipients}:
        more_of_them = bool(telling.items) and all(item.elliptic for item in telling.items)
        made_there = telling.kind != "aid" and bool(before.suppliers) and {*before.suppliers} <= origins
        if (more_of_them and not origins) or made_there:  # what is given away is often of somebody else's make
            sides = replace(sides, suppliers=before.suppliers, inferred=True)
    if not sides.suppliers:
        buyers = sides.recipients
        same = [code for _, known in earlier for code in known.suppliers]
        only_bought = {code for _, known in earlier for code in known.recipients} - {*same}
        if telling.kind == "aid":  # who buys new ones may give the old away
            only_bought -= {*spoken_for(document, Span(telling.start, telling.items[0].span.start))}
        code = country_before(document, telling, buyers, same, only_bought)
        sides = replace(
            sides,
            suppliers=(code,) if code and (not origins or code in origins or telling.kind == "aid") else (),
            inferred=True,
        )
    return sides


def _turns_to_another(document: Document, telling: Telling, before: Sides) -> bool:
    """Whether a sentence speaks of another country than the deal before: `Estonia came first: an order for six`.

    One that tells a contest speaks of the rivals.
    """
    if telling.status == "tender":
        return False
    start, end = telling.evidence[0].start, min((i.span.start for i in telling.items), default=telling.start)
    named = spoken_for(document, Span(start, max(start, end)))
    return bool(named) and named[-1] not in (*before.suppliers, *before.recipients)


def _whose_aid(document: Document, telling: Telling, receivers: Collection[str]) -> tuple[str, ...]:
    """The one country whose aid a sentence speaks of: `five radars, the first case of Tokyo's Security Assistance`."""
    owned = [(n.code, root.head) for n in document.names_in(telling.evidence[0]) if (root := head_of(document, n.span))]
    codes = {code for code, noun in owned if code and noun.lemma_.lower() in AID} - {*receivers}
    return tuple(codes) if len(codes) == 1 else ()


def _who_wishes(document: Document, telling: Telling) -> str | None:
    """The side of whoever tells of a wish that names nobody: `the list would include guns, he said`."""
    return reporting_side(document, telling.items[0].token) if telling.status == "interest" else None


def _makers(document: Document, telling: Telling, buyers: Collection[str]) -> tuple[str, ...]:
    """The one other country whose companies are after what is wanted: `jets, which Swedish makers hope to build`."""
    sentence = document.doc.char_span(telling.evidence[0].start, telling.evidence[0].end, alignment_mode="expand")
    subjects = [t for t in sentence or () if t.dep_ == "nsubj" and t.pos_ in ("NOUN", "PROPN")]
    codes = {p.country for p in parties(document, subjects) if p.is_company and p.country} - {*buyers}
    return tuple(codes) if len(codes) == 1 else ()


def _is_vague(telling: Telling, sides: Sides) -> bool:
    """Whether a clause names no side for mere `weapons`, or only a wish and no source: too little to make a deal of."""
    foreign = any(item.record.system and {*item.origins} - {*sides.recipients} for item in telling.items)
    if telling.status == "interest" and not sides.suppliers and not (sides.recipients and foreign):
        return True
    if _are_parts(telling):
        return True
    goods = _goods(telling)
    return goods <= NO_ARMS or (goods <= AT_LARGE and not (sides.suppliers and sides.recipients))


def _are_parts(telling: Telling) -> bool:
    """Whether goods are parts that makers put into others: `Thales supplies the radar and MBDA the missiles`."""
    plain = all(item.record.system is None and not item.is_counted for item in telling.items)
    definite = all(any(c.lower_ == "the" for c in item.token.lefts) for item in telling.items)
    makers = bool(telling.suppliers) and all(p.is_company for p in telling.suppliers)
    return bool(telling.items) and plain and definite and makers and not (telling.recipients or telling.partners)


def _goods(telling: Telling) -> set[str]:
    return {item.record.system or item.record.system_text.lower() for item in telling.items}


def _sellers_beside(document: Document, telling: Telling, earlier: Sequence[tuple[int, Sides]]) -> set[str]:
    """Who supplied what the paragraph told before: `It bought jets from France, and later a few from Boeing`."""
    start = document.text.rfind(PARAGRAPH, 0, telling.start)
    return {code for at, known in earlier if at >= start for code in known.suppliers}
