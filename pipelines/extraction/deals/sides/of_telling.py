"""Who supplies and who receives, of the parties that a telling names.

Where the words leave a party's side open (`A and B signed for …`), companies supply, and so does the country that the
goods come from. A supplier that is not named is the country of the system, where it has but one.
Not here: finding the parties (`parties/party.py`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipelines.extraction.deals.goods.makers import MANY, made_of, output
from pipelines.extraction.deals.parties.nations import COUNTRY_KINDS, pair_of_the_text
from pipelines.extraction.deals.parties.party import Party
from pipelines.extraction.deals.tellings.kinds import BETWEEN_EQUALS, MUTUAL
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.reading.document import Document
from pipelines.records import Span

WITH = re.compile(r"\bwith\s+(?:the\s+)?\Z")
#: Words for whoever stands opposite the one told before: `and his Danish colleague`.
OPPOSITE = re.compile(
    r"\b(?:his|her|their)\b[\w\s]*\b(?:counterparts?|colleagues?|opposite number|peers?|equivalents?|hosts?|guests?)\b"
)
#: How many times as many systems of a kind a seller makes as a buyer.
FAR_MORE = 4
WISHES = frozenset({"interest", "tender", "negotiation"})


@dataclass(frozen=True, slots=True)
class Sides:
    """Codes and organisations on each side, in text order.

    `inferred`: the supplier is known by its goods only. `between`: who struck a deal of which nothing tells who sells.
    """

    suppliers: tuple[str, ...]
    recipients: tuple[str, ...]
    supplier_organizations: tuple[str, ...]
    recipient_organizations: tuple[str, ...]
    inferred: bool = False
    between: tuple[str, ...] = ()


def sides_of(document: Document, telling: Telling) -> Sides:
    """The sides of one telling, as far as it tells them."""
    telling = _with_a_firm_at_work(telling)
    origins = _origins(telling) or _seller(telling) or _partner_of_state(telling)
    suppliers = _but_taken_for(document, telling.suppliers, telling.recipients)
    recipients = _but_taken_for(document, telling.recipients, telling.suppliers)
    if not suppliers:  # "its order from Hanwha for K9 howitzers", "the K9 order was signed by both ministers"
        struck = telling.partners if len(_codes(recipients)) > 1 else ()
        suppliers = [p for p in recipients if p.country in origins and (p.is_company or p in struck)]
        if not origins and telling.strength != "verb" and all(p.is_company for p in recipients):
            suppliers = recipients  # "Hyundai has the order for two corvettes"
        recipients = [p for p in recipients if p not in suppliers]
    if telling.kind == "co_production" and not recipients and {*telling.nation_hints} & {*origins}:
        recipients = [p for p in suppliers if p.country not in origins]  # "Ukraine will build Sweden's CV90"
        suppliers = [p for p in suppliers if p not in recipients]
    open_to_both = _codes(p for p in telling.partners if not p.is_company)
    if telling.back and not suppliers and not recipients and len(open_to_both) > 1:
        return Sides((), (), _organizations(telling.partners), (), between=tuple(open_to_both))
    between_equals = telling.kind in MUTUAL or (telling.kind == "co_production" and not origins)
    settled = bool(telling.suppliers and telling.recipients) and not between_equals
    for party in () if settled else telling.partners:  # "Berlin cleared Spain's transfer of tanks to Kyiv"
        recipient = between_equals or _receives(party, suppliers, recipients, origins, telling)
        sold = bool(origins) or any(item.used for item in telling.items)
        if recipient and recipients and not suppliers and sold and _is_counterpart(document, party):
            recipient = False  # "Peru signed a contract for 24 F-16s with Denmark"
        known = (p for p in (*suppliers, *recipients) if p.country == party.country)
        if recipient is not None and not any(p.span.overlaps(party.span) for p in known):
            (recipients if recipient else suppliers).append(party)
    if telling.kind == "co_production" and telling.recipients and not telling.suppliers:
        return _of_works(document, telling, origins)
    if telling.kind in MUTUAL or (between_equals and not telling.suppliers):
        return _mutual(document, telling, [*suppliers, *recipients])
    abroad = [code for code in origins if code not in _codes(recipients)]
    source = origins[0] if len(origins) == 1 else most_named(document, abroad)
    wished = telling.status in WISHES
    supplying, receiving = _apart(_codes(suppliers), _codes(recipients), source, wished)
    hints = [code for code in telling.nation_hints if code not in (*supplying, *receiving)]
    wanted = telling.status == "tender" and source is None and not telling.suppliers  # "bids for Greek submarines"
    makes = any(output(code, item.record.category) != "none" for code in hints for item in telling.items)
    wanted = wanted or not (makes or supplying or receiving)  # "the order for three Kenyan frigates"
    if telling.kind == "service" or wanted or (supplying and not receiving and source is None):
        receiving = receiving or hints
    elif not supplying:
        supplying = hints
    # what is given away is often of somebody else's make
    inferred = [source] if source and not supplying and source not in receiving and telling.kind != "aid" else []
    at_home = _firms_at_home(recipients)
    return Sides(
        tuple(supplying or inferred),
        tuple(receiving),
        _organizations([*(p for p in suppliers if p.country in (None, *supplying)), *at_home]),
        _organizations(p for p in recipients if p.country in (None, *receiving) and p not in at_home),
        bool(inferred),
    )


def _with_a_firm_at_work(telling: Telling) -> Telling:
    """A telling of a service by a firm, of which a state that struck the deal is who has its goods served.

    `Hungary signed a contract with Saab to maintain its radars`.
    """
    firms = tuple(p for p in telling.partners if p.is_company)
    states = not any(p.is_company for p in telling.suppliers)
    if telling.kind != "service" or telling.recipients or not (telling.suppliers and states and firms):
        return telling
    return replace(telling, suppliers=firms, recipients=telling.suppliers)


def _of_works(document: Document, telling: Telling, origins: Sequence[str]) -> Sides:
    """The sides of works in a country: `a venture to make guns in Peru`; of two, who makes many such brings them."""
    receiving = _codes(telling.recipients)
    known = [c for c in receiving if any(output(c, item.record.category) == "many" for item in telling.items)]
    if len(receiving) == 2 and len(known) == 1:  # "Peru's SEMAN and Baykar founded a venture for a drone factory"
        suppliers = [p for p in telling.recipients if p.country in known]
        recipients = [p for p in telling.recipients if p.country not in known]
        return Sides(tuple(known), tuple(_codes(recipients)), _organizations(suppliers), _organizations(recipients))
    makers = [c for c in (*origins, *_codes(telling.partners), *pair_of_the_text(document)) if c not in receiving]
    return Sides(tuple(dict.fromkeys(makers))[:1], tuple(receiving), (), _organizations(telling.recipients))


def _firms_at_home(recipients: Sequence[Party]) -> list[Party]:
    """Firms that their own state struck a deal with, as who makes the goods: `the ministry ordered from Mahindra`."""
    states = {p.country for p in recipients if not p.is_company}
    return [p for p in recipients if p.is_company and p.country in states]


def _but_taken_for(document: Document, told: Sequence[Party], others: Sequence[Party]) -> list[Party]:
    """Parties but those told without a name (`the government`) that are taken for a country named on the other side."""
    named = {p.country for p in others if p.is_company or document.names_in(p.span)}
    return [p for p in told if p.is_company or p.country not in named or document.names_in(p.span)]


def the_right_way_round(telling: Telling, sides: Sides) -> Sides:
    """The sides turned where goods of no known origin would go from who makes none of the kind to who makes many."""
    kinds = {item.record.category for item in telling.items}
    open_ = bool(sides.suppliers and sides.recipients) and not any(item.origins for item in telling.items)
    turned = open_ and any(
        {output(code, kind) for code in sides.suppliers} == {"none"}
        and {output(code, kind) for code in sides.recipients} == {"many"}
        for kind in kinds
    )
    return replace(sides, suppliers=sides.recipients, recipients=sides.suppliers) if turned else sides


def _apart(supplying: list[str], receiving: list[str], source: str | None, wished: bool) -> tuple[list[str], list[str]]:
    """The two sides with no country on both, which licence production at home and wishes to sell lead to."""
    if source and not supplying and receiving == [source]:  # "Seoul hopes for another order of its K9"
        return receiving, [] if wished else receiving
    if not set(receiving) & set(supplying):
        return supplying, receiving
    foreign = [code for code in supplying if code not in receiving]
    others = [code for code in receiving if code not in supplying]
    if not foreign and others:  # "was signed by ministers of both, with India's ambassador beside them"
        return supplying, others
    if not foreign and source and source not in receiving:
        foreign = [source]
    return (foreign, receiving) if foreign else (supplying, [])


def _origins(telling: Telling) -> list[str]:
    """The countries that all the goods named come from; those who made used goods need not be who parts with them."""
    told = [set(i.origins) for i in telling.items if i.origins and not i.used]
    return sorted(set.intersection(*told)) if told else []


def _seller(telling: Telling) -> list[str]:
    """Who of two that strike a deal on goods of nobody's name sells them: the one who makes far more of such."""
    states = [p for p in telling.partners if not p.is_company]
    codes = _codes(states or telling.partners)
    if len(codes) != 2 or telling.suppliers or telling.recipients or telling.nation_hints:
        return []
    made = Counter({code: sum(made_of(code, item.record.category) for item in telling.items) for code in codes})
    (first, most), (_, least) = made.most_common(2)
    return [first] if most >= MANY and most > FAR_MORE * least else []


def _partner_of_state(telling: Telling) -> list[str]:
    """Whose firm is to make goods with a state of another country, where these are to be made."""
    firms = _codes(p for p in telling.partners if p.is_company)
    states = _codes(p for p in telling.partners if not p.is_company)
    works = telling.kind == "co_production" and not telling.suppliers and not telling.recipients
    return firms if works and len(firms) == 1 and len(states) == 1 and firms != states else []


def _receives(
    party: Party, suppliers: list[Party], recipients: list[Party], origins: list[str], telling: Telling
) -> bool | None:
    """Whether a party of a bargain whose words leave its side open is the recipient; null where it is told already."""
    supplying, receiving = _codes(suppliers), _codes(recipients)
    if party.country in receiving and not party.is_company:
        return None
    one_told = bool(telling.recipients) != bool(telling.suppliers)
    if one_told and party.country not in (*supplying, *receiving):  # whoever is left is on the other side
        return bool(telling.suppliers)
    if _makes_under_licence(party, origins, telling) or _buys_from_makers(party, origins, telling):
        return True
    if party.is_company and party.country not in receiving:
        return False
    if party.country in origins or (party.country in telling.nation_hints and not supplying):
        return False
    open_sides = not receiving or bool(supplying) or bool(origins)
    return open_sides or any(p.is_company for p in telling.partners)


def _makes_under_licence(party: Party, origins: list[str], telling: Telling) -> bool:
    """Whether a firm of a country that makes few of the kind makes goods with their maker: `KAI and Peru's SEMAN`."""
    foreign = party.is_company and party.country is not None and party.country not in origins
    if telling.kind != "co_production" or not origins or not foreign:
        return False
    return all(output(party.country or "", item.record.category) != "many" for item in telling.items)


def _buys_from_makers(party: Party, origins: list[str], telling: Telling) -> bool:
    """Whether a firm has a deal with one of where goods are made: `Barzan and BMC signed up for Turkish carriers`."""
    makers = any(p.is_company and p.country in origins for p in telling.partners)
    foreign = party.is_company and party.country is not None and party.country not in origins
    return foreign and makers and not telling.suppliers and telling.kind not in BETWEEN_EQUALS


def most_named(document: Document, codes: Sequence[str]) -> str | None:
    """The one of several countries of which a text speaks most, as the one that exports what they make together."""
    counts = Counter(n.code for n in document.names if n.code in codes and n.kind in COUNTRY_KINDS)
    first, second = [*((code, counts[code]) for code in sorted(codes, key=lambda c: -counts[c])), ("", 0), ("", 0)][:2]
    return first[0] if len(codes) == 1 or first[1] > second[1] else None


def _is_counterpart(document: Document, party: Party) -> bool:
    with_them = WITH.search(document.text, max(0, party.span.start - 10), party.span.start)
    return bool(with_them or OPPOSITE.search(party.span.of(document.text)))


def _mutual(document: Document, telling: Telling, told: Iterable[Party]) -> Sides:
    everyone = list(told)
    codes = _codes(everyone)
    if len(codes) < 2 and len(everyone) < 2:
        codes = list(dict.fromkeys([*codes, *(_pair_before(document, telling) or pair_of_the_text(document))]))[:2]
    both = tuple(sorted(codes))
    organizations = _organizations(everyone)
    return Sides(both, both, organizations, ())


def _pair_before(document: Document, telling: Telling) -> tuple[str, ...]:
    """The sides of the persons that a paragraph has named so far, where these are two: `The two signed a pact`."""
    paragraph = Span(document.text.rfind("\n\n", 0, telling.start) + 1, telling.evidence[-1].end)
    persons = (p.side for p in document.people if p.side and any(paragraph.holds(m) for m in p.mentions))
    sides = tuple(dict.fromkeys(persons))
    return sides if len(sides) == 2 else ()


def _codes(told: Iterable[Party]) -> list[str]:
    return list(dict.fromkeys(p.country for p in told if p.country))


def _organizations(told: Iterable[Party]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.organization for p in told if p.organization))
