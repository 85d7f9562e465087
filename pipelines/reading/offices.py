"""Offices told in a text: `Seoul's Defense Minister`, `chair of the Military Committee`, `his Polish counterpart`.

Finds the phrase, the side and organisation it is held for, and its rank. Not here: bare titles (`titles.py`), how far
the phrase reaches (`office_edges.py`), who holds it (`holders.py`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipelines.reading.office_edges import ENVOY, ENVOY_LINK, SIDE_KINDS, Edges
from pipelines.reading.titles import Title, find_titles, office_called
from pipelines.reading.tokens import Tokens
from pipelines.records import Span
from pipelines.reference.gazetteer import Name
from pipelines.reference.nouns import organization_nouns
from pipelines.reference.titles import Office

__all__ = ["SIDE_KINDS", "OfficePhrase", "find_offices"]

OWNER = re.compile(r"^(his|her|its|their|our|my)\b", re.IGNORECASE)
LEADING_LINK = re.compile(r"^ (?:of|for|at)(?: the)? ")
#: What an office is over, told before the body it is held in: `director of [policy at the] Ministry of Defence`.
FIELD = re.compile(r"^(?:(?!of |for |at )[a-z]\w+ ){1,4}(?:of|for|at|in) (?:the )?(?=.*[A-Z])")
POSSESSED = re.compile(r"^(?:the )?(.+?)[’']s? ", re.IGNORECASE)
COMPANY = "company"
#: What is left of a side that is taken out of a title: `chief of ['s ]Joint Staff`.
GAP_OF_SIDE = re.compile(r"(?<= )(?:[’']s?)? ")
#: Rank and portfolio of whoever heads a body of this form, by a title that does not tell.
HEADS_OF = {
    COMPANY: (COMPANY, COMPANY),
    "forces": ("military", "armed_forces"),
    "arms_agency": ("senior_official", "arms_agency"),
}
#: Portfolios of titles that firms have as well; and what follows these there: `president of the state shipbuilder`.
OF_ANY_BODY = frozenset({"other", "head_of_state"})
BUSINESS = re.compile(
    r" (?:of|at|for) (?:the |its |an? )?(?:[\w’'-]+ ){0,4}?"
    r"(?:firm|company|corporation|conglomerate|manufacturer|contractor|startup|subsidiary|shipbuilder|shipyard|[\w-]*maker|builder|yard)(?:[’']s\b|\b)"
)
#: Kinds of sides whose name may stand within a title.
NATIONAL_KINDS = frozenset({"country", "demonym", "capital", "organization"})


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """An office as printed. `span` is all of it, `title` the bare title; `sides` are codes in the order named.

    `relation` is `counterpart`, `predecessor` … for offices told by their relation to another person's.
    """

    span: Span
    title: Span
    role_class: str | None
    portfolio: str | None
    honorific: bool
    plural: bool
    sides: tuple[str, ...]
    organization: str | None
    owner: str | None
    relation: str | None


def find_offices(tokens: Tokens, names: Sequence[Name]) -> list[OfficePhrase]:
    """The offices told in a text, in order; none lies within another."""
    titles = list(find_titles(tokens.text))
    edges = Edges(tokens, names, titles)
    found: list[OfficePhrase] = []
    for title in titles:
        if not found or title.span.start >= found[-1].span.end:
            start = edges.left(title)
            if found and start < found[-1].span.end:
                start = title.span.start
            span = Span(start, edges.right(title))
            inside = [
                name
                for name in edges.sides
                if name.code and span.holds(name.span) and not _dealt_with(tokens.text, title, name)
            ]
            found.append(_phrase(tokens.text, title, span, inside))
    return found


def _dealt_with(text: str, title: Title, name: Name) -> bool:
    """Whether an envoy is sent to a side rather than acting for it."""
    link = ENVOY_LINK.match(text, title.span.end)
    return link is not None and link.end() == name.span.start and bool(ENVOY.search(title.span.of(text)))


def _phrase(text: str, title: Title, span: Span, sides: Sequence[Name]) -> OfficePhrase:
    words = span.of(text)
    owner = OWNER.match(words)
    company = next((name for name in sides if name.kind == COMPANY), None)
    office = title.office if title.plural else _whole_office(text, title, span, sides)
    return OfficePhrase(
        span=span,
        title=title.span,
        role_class=office.role_class,
        portfolio=office.portfolio,
        honorific=office.honorific,
        plural=title.plural,
        sides=tuple(dict.fromkeys(str(name.code) for name in sides)),
        organization=_organization(text, title.span, span) or (company.span.of(text) if company else None),
        owner=owner.group(1).lower() if owner else None,
        relation=office.portfolio if office.role_class == "relation" else None,
    )


def _whole_office(text: str, title: Title, span: Span, sides: Sequence[Name]) -> Office:
    """The office that the whole phrase tells, by its words without the sides among them, and by the body it heads."""
    office = title.office
    if office.honorific or office.role_class == "relation":
        return office
    office = office_called(_without_sides(text, Span(title.span.start, span.end), sides)) or office
    if office.portfolio in OF_ANY_BODY and BUSINESS.match(text, title.span.end):
        return replace(office, role_class=COMPANY, portfolio=COMPANY)
    for name in sides:
        heads = HEADS_OF.get(name.form)
        if heads and (office.portfolio == "other" or name.kind == COMPANY):
            return replace(office, role_class=heads[0], portfolio=heads[1])
    return office


def _without_sides(text: str, span: Span, sides: Sequence[Name]) -> str:
    """The words of the span without the sides in them (`chief of Japan's Joint Staff`: `chief of Joint Staff`)."""
    words, at = "", span.start
    for name in sides:
        if name.span.start > at and name.kind in NATIONAL_KINDS:
            words += text[at : name.span.start]
            at = name.span.end
    return GAP_OF_SIDE.sub("", words + text[at : span.end])


def _organization(text: str, title: Span, span: Span) -> str | None:
    """The organisation an office is held in, as printed, where the phrase names one."""
    words = LEADING_LINK.sub("", text[title.end : span.end])
    if words and any(word.strip("’'s,.").lower() in organization_nouns() for word in words.split()):
        field = FIELD.match(words)
        in_field = field and any(word.lower() in organization_nouns() for word in field.group().split())
        return words[field.end() :] if field and not in_field else words
    if any(word.isupper() and len(word) > 2 for word in words.split()):
        return words
    owner = POSSESSED.match(text[span.start : title.start])
    return owner.group(1) if owner and owner.group(1).split()[-1].lower() in organization_nouns() else None
