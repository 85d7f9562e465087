"""Whom a noun phrase names as a party to a deal: countries, and the companies, ministries and forces that act for them.

Not here: which side of the deal they are on (`sides/of_telling.py`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from pipelines.extraction.deals.grammar.arguments import joined, phrase
from pipelines.extraction.deals.grammar.prepositions import prepositional
from pipelines.extraction.deals.grammar.pronouns import OWNING, TAKING_UP, antecedents
from pipelines.extraction.deals.parties.nations import COUNTRY_KINDS, nations_meant
from pipelines.extraction.deals.parties.voices import speaking_side
from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.gazetteer import Name
from pipelines.reference.nouns import organization_nouns

#: Organisations that act as a side of a deal by their acronym.
SIDE_ORGANIZATIONS = frozenset({"NATO", "EU"})
#: Words of companies that a list may not know.
COMPANY_WORDS = frozenset(
    {
        "aerospace",
        "aerospatial",
        "aviation",
        "corp",
        "corporation",
        "dynamics",
        "electric",
        "electronics",
        "group",
        "gmbh",
        "inc",
        "industries",
        "industry",
        "ltd",
        "marine",
        "motors",
        "shipbuilding",
        "shipyard",
        "shipyards",
        "shipbuilder",
        "systems",
        "technologies",
        "technology",
        "yard",
        "yards",
        "manufacturer",
        "maker",
        "planemaker",
        "firm",
        "company",
        "consortium",
        "contractor",
        "works",
        "startup",
        "conglomerate",
        "subsidiary",
        "supplier",
        "producer",
        "builder",
        "dealer",
        "broker",
    }
)
MODIFIERS = frozenset({"amod", "compound", "nmod"})
FIRST_PERSON = frozenset({"we", "us", "our", "i"})
#: Between a country and its company, and the other way round.
WHOSE = re.compile(r"(?:['’]s?)?\s")
OF = re.compile(r"\s(?:of|from|in)\s(?:the\s)?")
IN = re.compile(r"\b[Ii]n\s+(?:the\s+)?\Z")
GOVERNMENTS_OWN = frozenset(
    {"ministry", "department", "force", "forces", "army", "navy", "agency", "office", "command"}
)
#: What pays for goods, whoever's it is: `ordered from Poland with American money`.
FUNDS = frozenset({"money", "fund", "funds", "funding", "financing", "cash", "credit", "grant", "help", "backing"})
STATE = GOVERNMENTS_OWN | {"government", "cabinet", "parliament", "authorities", "lawmakers"}


@dataclass(frozen=True, slots=True)
class Party:
    """One party as told at one place. `is_company`: it makes and sells; else it is a state or acts for one."""

    country: str | None
    organization: str | None
    is_company: bool
    span: Span


def parties(document: Document, heads: Iterable[Token]) -> list[Party]:
    """The parties that noun phrases name, in text order."""
    found: list[Party] = []
    for head in (named for told in heads for named in _by_name(told)):
        if head.lemma_ not in FUNDS:
            found.extend(p for p in _of_phrase(document, head) if p not in found)
    return found


def _by_name(head: Token) -> tuple[Token, ...]:
    """The names behind a noun for several: `three firms, Saab, Dassault and Boeing,`; else the noun."""
    names = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > head.i), None)
    return joined(names) if names is not None and head.tag_ == "NNS" else (head,)


def _of_phrase(document: Document, head: Token) -> list[Party]:
    tokens = [*phrase(head), *_owners(head)]
    spelled = [t for t in tokens if not t.is_punct]
    names = [n for n in document.names if any(n.span.start <= t.idx < n.span.end for t in spelled)]
    companies = [n for n in names if n.kind == "company"]
    countries = [
        n
        for n in names
        if n.code
        and (n.kind in COUNTRY_KINDS or (n.code in SIDE_ORGANIZATIONS and n.span.start <= head.idx < n.span.end))
    ]
    span = Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
    if companies:
        return [Party(_home(document, c, names), c.span.of(document.text), True, c.span) for c in companies]
    of_goods = any(m.span.start <= head.idx < m.span.end for m in document.systems)  # "Artillery Rocket Systems"
    if not of_goods and (head.lemma_.lower() in COMPANY_WORDS or _sounds_like_company(head, tokens)):
        named = span.of(document.text) if head.pos_ == "PROPN" else None
        codes: list[str | None] = list(dict.fromkeys(n.code for n in countries)) or [None]
        return [Party(code, named, True, span) for code in codes]
    if countries and head.pos_ == "PROPN" and any(t.lemma_.lower() in COMPANY_WORDS for t in head.lefts):
        named = document.text[_name_start(head) : head.idx + len(head)]  # "Swedish yacht maker Storm"
        return [Party(code, named, True, span) for code in dict.fromkeys(n.code for n in countries)]
    if countries and _is_a_nations_firm(document, head):
        return [Party(code, head.text, True, span) for code in dict.fromkeys(n.code for n in countries)]
    if countries:
        organization = _body(document, head, names)
        return [Party(code, organization, False, span) for code in dict.fromkeys(n.code for n in countries)]
    if head.lower_ in TAKING_UP:
        return _taken_up(document, head)
    owner = next((c for c in head.children if c.dep_ == "poss" and c.lower_ in OWNING), None)
    if owner is not None and head.lemma_.lower() in STATE and (owners := _taken_up(document, owner)):
        organization = _body(document, head, names)
        return [Party(code, organization, False, span) for code in dict.fromkeys(p.country for p in owners)]
    if meant := nations_meant(document, head):
        return [Party(code, None, False, span) for code in meant]
    if head.lower_ in FIRST_PERSON:
        side = speaking_side(document, head)
        return [Party(side, None, False, Span(head.idx, head.idx + len(head)))] if side else []
    if head.dep_ in MODIFIERS and head.lemma_.lower() not in GOVERNMENTS_OWN:  # "a foreign military sale"
        return []
    actor = document.actors.actor(head)
    if actor is None or (actor.side is None and actor.kind != "organization"):
        return []
    if actor.kind == "person":
        return [Party(actor.side, None, actor.role_class == "company", actor.span)]
    if actor.members:  # "the two leaders"
        return [Party(code, None, False, actor.span) for code in dict.fromkeys(p.side for p in actor.members)]
    side = _seat(document, head) or (document.home if _gets_it_from_afar(head) else actor.side)
    return [Party(side, _body(document, head, names), False, actor.span)] if side else []


def _home(document: Document, company: Name, names: Sequence[Name]) -> str | None:
    """The one country that words tell a company to be of (`BAE Systems of the United States`), else its own.

    Beside another company, that is the country right before or behind it: `Hanwha and Germany's TKMS`.
    """
    countries = [n for n in names if n.code and n.kind in COUNTRY_KINDS]
    if sum(n.kind == "company" for n in names) > 1:
        countries = [n for n in countries if _adjoins(document, company, n)]
    told = {n.code for n in countries}
    return next(iter(told)) if len(told) == 1 else company.code


def _adjoins(document: Document, company: Name, country: Name) -> bool:
    """Whether nothing but `'s`, or `of the`, stands between a company and a country."""
    before = document.text[country.span.end : company.span.start]
    behind = document.text[company.span.end : country.span.start]
    return bool(WHOSE.fullmatch(before) or OF.fullmatch(behind))


def _owners(head: Token) -> Iterator[Token]:
    """The further owners of what somebody holds together: `the ministers of Estonia, Latvia and Lithuania`."""
    for first in prepositional(head, "of"):
        yield from (owner for owner in joined(first)[1:] if owner.pos_ == "PROPN")


def _taken_up(document: Document, pronoun: Token) -> list[Party]:
    """The parties that the likeliest noun names which a pronoun may take up."""
    taken_up = (parties(document, joined(noun)) for noun in antecedents(pronoun))
    return next((found for found in taken_up if any(p.country for p in found)), [])


def _seat(document: Document, head: Token) -> str | None:
    """The side of a government, ministry or force by the place named before it: `in Vilnius, the government signed`."""
    if head.lemma_.lower() not in STATE or any(c.dep_ == "poss" for c in head.children):
        return None
    opening = Span(head.sent.start_char, head.idx)
    places = [n for n in document.names_in(opening) if n.kind in ("capital", "country") and n.code]
    return next((n.code for n in places if IN.search(document.text, max(0, n.span.start - 8), n.span.start)), None)


def _gets_it_from_afar(head: Token) -> bool:
    """Whether a place behind a state is where goods come from, not its own: `bought by the government from Serbia`."""
    origin = any(c.dep_ == "prep" and c.lower_ == "from" for c in head.children)
    return origin and head.lemma_.lower() in STATE


def _name_start(head: Token) -> int:
    """Where the proper name begins that a token ends."""
    first = head
    while first.i > head.sent.start and first.nbor(-1).pos_ == "PROPN" and first.nbor(-1).head == head:
        first = first.nbor(-1)
    return int(first.idx)


def _sounds_like_company(head: Token, phrase_of_it: Iterable[Token]) -> bool:
    return head.ent_type_ == "ORG" and any(t.lower_ in COMPANY_WORDS for t in phrase_of_it if t.ent_type_ == "ORG")


def _is_a_nations_firm(document: Document, head: Token) -> bool:
    """Whether a name behind that of a country is that of an unlisted firm: `Britain's Marshall`, not `Spain's Navy`."""
    owned = any(c.dep_ == "poss" and c.pos_ == "PROPN" for c in head.children)
    known = any(span.start <= head.idx < span.end for p in document.people for span in p.mentions)
    known = known or any(n.span.start <= head.idx < n.span.end for n in document.names)
    listed = head.lemma_.lower() in STATE or head.lower_ in organization_nouns()
    return owned and head.pos_ == "PROPN" and head.ent_type_ in ("ORG", "PERSON", "GPE") and not (known or listed)


def _body(document: Document, head: Token, names: Iterable[Name]) -> str | None:
    """The ministry, agency or force by which a state acts, as printed."""
    agency = next((n for n in names if n.kind == "agency"), None)
    if agency:
        return agency.span.of(document.text)
    if head.lemma_.lower() not in GOVERNMENTS_OWN:
        return None
    left = [t for t in head.lefts if t.dep_ in ("compound", "amod")]
    words = [*left, head]
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    return document.text[start:end]
