"""The people of an article: each once, with fullest name, office as printed, rank, side, and all mentions.

Not here: where names stand (`name_finding.py`), which are one person's (`drafts.py`), who holds which office
(`holders.py`), for whom people act (`sides.py`), pronouns (`salience.py`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipelines.reading.drafts import Draft, drafts_of, gender_of
from pipelines.reading.holders import find_holdings
from pipelines.reading.known_people import known_term
from pipelines.reading.name_finding import find_person_names
from pipelines.reading.offices import SIDE_KINDS, OfficePhrase
from pipelines.reading.sides import Sides
from pipelines.reading.tokens import Tokens
from pipelines.records import Published, Span
from pipelines.reference.gazetteer import Name

#: Ranks that say too little to be the rank of a person who is known.
VAGUE = frozenset({"unknown", "relation"})
#: Portfolios of titles that do not say over what an office is.
GENERAL = frozenset({"other", "", None})
FORMER = re.compile(r"(?:an? |the |its |their )?(?:[\w.]+ )?(?:former|ex|previous|retired)\b", re.IGNORECASE)
ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in the article, with the spans that name him or her and the office phrases told of him or her.

    `role` is as printed; `role_class` as in `schemas/vocabulary.py`; `gender`, where title or name tell it, `f` or `m`.
    """

    name: str
    role: str | None
    role_class: str
    organization: str | None
    side: str | None
    portfolio: str
    mentions: tuple[Span, ...]
    offices: tuple[Span, ...]
    gender: str | None = None


def find_people(
    tokens: Tokens, names: Sequence[Name], phrases: Sequence[OfficePhrase], published: Published
) -> list[Person]:
    """The people of a text in order of first mention. Sides are those told or known; where neither, null."""
    text = tokens.text
    sides = [name for name in names if name.kind in SIDE_KINDS]
    drafts = drafts_of(text, find_person_names(tokens, names, phrases), names, phrases, sides)
    by_mention = {mention: draft for draft in drafts for mention in draft.mentions}
    for holding in find_holdings(text, list(by_mention), phrases, sides):
        by_mention[holding.mention].holdings.append(holding)
    allegiance = Sides(text, sides, published)
    drafts.sort(key=lambda draft: draft.mentions[0])
    people = [_person(text, draft, allegiance, published) for draft in drafts]
    return list(_ranked_by_relation(people, drafts))


def _person(text: str, draft: Draft, sides: Sides, published: Published) -> Person:
    phrases = sorted(
        (holding.phrase for holding in draft.holdings),
        key=lambda p: (
            p.honorific,
            FORMER.match(p.span.of(text)) is not None,
            p.relation is not None,
            p.portfolio in GENERAL,
            p.span.start,
        ),
    )
    # A mere style (`Mr.`) is no office.
    office = next((phrase for phrase in phrases if phrase.role_class), None)
    told = (office.role_class if office else None) or "unknown"
    term = known_term(draft.name, told, published)
    vague = office is None or office.honorific or told in VAGUE
    return Person(
        name=draft.name,
        role=ARTICLE.sub("", office.span.of(text)) if office else None,
        role_class=term.rank if term and vague and told != "relation" else told,
        organization=next((phrase.organization for phrase in phrases if phrase.organization), None),
        side=sides.of(draft.name, told, draft.mentions, draft.holdings),
        portfolio=(office.portfolio if office else None) or "",
        mentions=tuple(draft.mentions),
        offices=tuple(sorted(phrase.span for phrase in phrases)),
        gender=gender_of(draft.name, [phrase.title.of(text) for phrase in phrases]),
    )


def _ranked_by_relation(people: Sequence[Person], drafts: Sequence[Draft]) -> Iterator[Person]:
    """The people; those told as somebody's counterpart with the rank of whoever was named last before."""
    for person, draft in zip(people, drafts, strict=True):
        relation = next((holding.phrase for holding in draft.holdings if holding.phrase.relation), None)
        if relation is None or person.role_class != "relation":
            yield person
            continue
        other = last_before(people, relation.span.start, person)
        yield replace(
            person,
            role_class=other.role_class if other else "unknown",
            portfolio=other.portfolio if other else "",
        )


def last_before(people: Sequence[Person], offset: int, but: Person | None) -> Person | None:
    """The person of a told rank who is named last before the offset."""
    last = [
        (max(mention for mention in person.mentions if mention.start < offset), person)
        for person in people
        if person is not but and person.role_class not in VAGUE and person.mentions[0].start < offset
    ]
    return max(last, key=lambda pair: pair[0])[1] if last else None
