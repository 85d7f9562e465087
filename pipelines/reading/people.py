"""The people of an article: each once, with fullest name, office as printed, rank, side, and all mentions.

Not here: where names stand (`name_finding.py`), who holds which office (`holders.py`), for whom people act
(`sides.py`), pronouns (`salience.py`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipelines.reading.holders import SAYS, Holding, find_holdings
from pipelines.reading.known_people import known_term
from pipelines.reading.name_finding import find_person_names
from pipelines.reading.offices import SIDE_KINDS, OfficePhrase
from pipelines.reading.person_names import can_stand_alone, fold, same_person
from pipelines.reading.sides import Sides
from pipelines.reading.tokens import Tokens
from pipelines.records import Published, Span
from pipelines.reference.gazetteer import Name

#: Ranks that say too little to be the rank of a person who is known.
VAGUE = frozenset({"unknown", "relation"})
#: Who owns an office that is another person's.
OWNERS = frozenset({"his", "her"})
#: Portfolios of titles that do not say over what an office is.
GENERAL = frozenset({"other", "", None})
#: Words as names are made of, hyphens included.
WORD = re.compile(r"(?<![\w-])\w+(?:(?:-|[’'](?!s\b))\w+)*(?!\w|-\w)")
FORMER = re.compile(r"(?:an? |the |its |their )?(?:[\w.]+ )?(?:former|ex|previous|retired)\b", re.IGNORECASE)
ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in the article, with the spans that name him or her and the office phrases told of him or her.

    `role` is as printed; `role_class` as in `schemas/vocabulary.py`.
    """

    name: str
    role: str | None
    role_class: str
    organization: str | None
    side: str | None
    portfolio: str
    mentions: tuple[Span, ...]
    offices: tuple[Span, ...]


@dataclass(slots=True)
class _Draft:
    name: str
    mentions: list[Span]
    holdings: list[Holding] = field(default_factory=list)


def find_people(
    tokens: Tokens, names: Sequence[Name], phrases: Sequence[OfficePhrase], published: Published
) -> list[Person]:
    """The people of a text in order of first mention. Sides are those told or known; where neither, null."""
    text = tokens.text
    sides = [name for name in names if name.kind in SIDE_KINDS]
    drafts = _group(text, find_person_names(tokens, names, phrases))
    _add_short_mentions(text, drafts, names)
    by_mention = {mention: draft for draft in drafts for mention in draft.mentions}
    for holding in find_holdings(text, list(by_mention), phrases, sides):
        by_mention[holding.mention].holdings.append(holding)
    allegiance = Sides(text, sides, published)
    drafts.sort(key=lambda draft: draft.mentions[0])
    people = [_person(text, draft, allegiance, published) for draft in drafts]
    return list(_ranked_by_relation(people, drafts))


def at_home(people: Iterable[Person], phrases: Sequence[OfficePhrase], home: str | None) -> list[Person]:
    """The people, those with an office but no side on that of its owner (`her attaché`), or that taken for granted."""
    told = list(people)
    offices = {phrase.span: phrase for phrase in phrases if not phrase.honorific and phrase.relation is None}
    found: list[Person] = []
    for person in told:
        held = [offices[span] for span in person.offices if span in offices]
        if person.side is None and held:
            owned = next((phrase for phrase in held if phrase.owner in OWNERS), None)
            owner = _last_before(told, owned.span.start, person) if owned else None
            person = replace(person, side=owner.side if owner and owner.side else home)
        found.append(person)
    return found


def _group(text: str, spans: Sequence[Span]) -> list[_Draft]:
    """Mentions of one person together. Longer names first, so that a surname joins the full name wherever it stands."""
    drafts: list[_Draft] = []
    for span in sorted(spans, key=lambda s: (-len(fold(s.of(text))), s.start)):
        name = span.of(text)
        same = [draft for draft in drafts if same_person(draft.name, name)]
        if same:
            _nearest(same, span).mentions.append(span)
        else:
            drafts.append(_Draft(name, [span]))
    for draft in drafts:
        draft.mentions.sort()
    return drafts


def _nearest(drafts: Sequence[_Draft], span: Span) -> _Draft:
    """The one mentioned last before the span; the one mentioned first after it where none is."""

    def distance(draft: _Draft) -> tuple[int, int]:
        before = [span.start - m.end for m in draft.mentions if m.end <= span.start]
        return (0, min(before)) if before else (1, min(abs(m.start - span.start) for m in draft.mentions))

    return min(drafts, key=distance)


#: What stands before a town; without it, a town's name that is also somebody's in the article means the person.
AT_PLACE = re.compile(r"\b(?:in|at|to|from|near|of|outside|,)\s$")


def _is_place(text: str, span: Span) -> bool:
    return AT_PLACE.search(text, 0, span.start) is not None and SAYS.match(text, span.end) is None


def _add_short_mentions(text: str, drafts: Sequence[_Draft], names: Sequence[Name]) -> None:
    """Add surnames and given names that stand alone (`Khaled proposed`)."""
    taken = bytearray(len(text))  # 1 where a name stands
    elsewhere = (name.span for name in names if name.kind != "city" or _is_place(text, name.span))
    for span in (*(m for draft in drafts for m in draft.mentions), *elsewhere):
        taken[span.start : span.end] = b"\1" * (span.end - span.start)
    by_word: dict[str, list[_Draft]] = {}
    for draft in drafts:
        for word in filter(can_stand_alone, draft.name.split()):
            by_word.setdefault(word, []).append(draft)
    for match in WORD.finditer(text):
        if match.group() in by_word and not any(taken[match.start() : match.end()]):
            span = Span(*match.span())
            _nearest(by_word[match.group()], span).mentions.append(span)
    for draft in drafts:
        draft.mentions.sort()


def _person(text: str, draft: _Draft, sides: Sides, published: Published) -> Person:
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
    office = phrases[0] if phrases else None
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
    )


def _ranked_by_relation(people: Sequence[Person], drafts: Sequence[_Draft]) -> Iterator[Person]:
    """The people; those told as somebody's counterpart with the rank of whoever was named last before."""
    for person, draft in zip(people, drafts, strict=True):
        relation = next((holding.phrase for holding in draft.holdings if holding.phrase.relation), None)
        if relation is None or person.role_class != "relation":
            yield person
            continue
        other = _last_before(people, relation.span.start, person)
        yield replace(
            person,
            role_class=other.role_class if other else "unknown",
            portfolio=other.portfolio if other else "",
        )


def _last_before(people: Sequence[Person], offset: int, but: Person) -> Person | None:
    """The person of a told rank who is named last before the offset."""
    last = [
        (max(mention for mention in person.mentions if mention.start < offset), person)
        for person in people
        if person is not but and person.role_class not in VAGUE and person.mentions[0].start < offset
    ]
    return max(last, key=lambda pair: pair[0])[1] if last else None
