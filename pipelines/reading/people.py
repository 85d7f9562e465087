"""The people of an article: each once, with fullest name, office as printed, rank, organisation, side, and all mentions.

Not here: where names stand (`person_names.py`), office phrases (`offices.py`), pronouns (`coreference.py`).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from spacy.tokens import Doc

from pipelines.reading.offices import SIDE_KINDS, OfficePhrase
from pipelines.reading.person_names import find_person_names, fold, same_person
from pipelines.records import Span
from pipelines.reference.gazetteer import Name
from pipelines.reference.people import office_holders

#: What may stand between an office and the name it belongs to, and between a name and an office told after it.
TITLE_GAP = re.compile(r"(?:,? \([^)]{1,30}\))?,? ?")
APPOSITION_GAP = re.compile(
    r"^(?: \([^)]{1,40}\))?(?:,? (?:68|[2-9]\d))?,? (?:who (?:is|was|heads|leads|chairs|serves as|took over as)(?: also)? )?"
    r"(?:the |a |an |then |now |currently |also |and |as )*$"
)
OF_SIDE = re.compile(r"^(?: \([^)]{1,30}\))? of (?:the )?$")
POSSESSIVE_GAP = re.compile(
    r"^[’']s (?:(?:Gen|Lt|Col|Maj|Brig|Adm|Vice|Rear|Air|Chief|Marshal|General|Admiral|Sheikh)\.? ?)*$"
)
#: Words of a name that never stand for the whole of it.
WEAK_PARTS = frozenset(
    [
        "bin",
        "bint",
        "ibn",
        "abu",
        "del",
        "della",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "al",
        "el",
        "de",
        "la",
        "ben",
        "sir",
        "jr",
        "iii",
    ]
)
#: Weights of the signs that somebody acts for a side.
OFFICE_WEIGHT, KNOWN_WEIGHT, HOME_WEIGHT = 4.0, 3.0, 0.5


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
    offices: list[tuple[OfficePhrase, str | None]] = field(default_factory=list)  # with the side of a distributed list
    sides: Counter[str] = field(default_factory=Counter)


def find_people(doc: Doc, names: Sequence[Name], phrases: Sequence[OfficePhrase], home: str | None) -> list[Person]:
    """The people of a text in order of first mention. `home` is the side that the text takes for granted."""
    text = doc.text
    drafts = _group(text, find_person_names(doc, names, phrases))
    _add_short_mentions(text, drafts, names)
    _attach_offices(text, drafts, phrases)
    _attach_sides(text, drafts, names)
    people = [_person(text, draft, home) for draft in drafts]
    return sorted(_counterparts(text, people, drafts), key=lambda person: person.mentions[0])


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


def _add_short_mentions(text: str, drafts: Sequence[_Draft], names: Sequence[Name]) -> None:
    """Add surnames and given names that stand alone (`Khaled proposed`)."""
    taken = sorted(m for draft in drafts for m in draft.mentions)
    blocked = [n.span for n in names]
    by_word: dict[str, list[_Draft]] = {}
    for draft in drafts:
        for word in re.findall(r"[^\s]+", draft.name):
            if (
                len(word) > 1
                and word[0].isupper()
                and fold(word)
                and fold(word)[0] not in WEAK_PARTS
                and not word.endswith(".")
            ):
                by_word.setdefault(word, []).append(draft)
    if not by_word:
        return
    words = "|".join(re.escape(w) for w in sorted(by_word, key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w-])(?:{words})(?![\w]|-\w)", text):
        span = Span(*match.span())
        if any(t.overlaps(span) for t in taken) or any(b.overlaps(span) for b in blocked):
            continue
        _nearest(by_word[match.group()], span).mentions.append(span)
    for draft in drafts:
        draft.mentions.sort()


def _attach_offices(text: str, drafts: Sequence[_Draft], phrases: Sequence[OfficePhrase]) -> None:
    by_start = {m.start: draft for draft in drafts for m in draft.mentions}
    by_end = {m.end: draft for draft in drafts for m in draft.mentions}
    for phrase in phrases:
        if phrase.plural:
            group = _names_beside(text, phrase, by_start, by_end)
            spread = phrase.sides if len(phrase.sides) == len(group) else (None,) * len(group)
            for draft, side in zip(group, spread, strict=True):
                draft.offices.append((phrase, side))
            continue
        for start, draft in by_start.items():
            if (
                0 <= start - phrase.span.end <= 34
                and TITLE_GAP.fullmatch(text[phrase.span.end : start])
                and "\n" not in text[phrase.span.end : start]
            ):
                draft.offices.append((phrase, None))
                break
        else:
            for end, draft in by_end.items():
                if (
                    0 <= phrase.span.start - end <= 60
                    and APPOSITION_GAP.match(text[end : phrase.span.start])
                    and text[end : phrase.span.start].strip()
                ):
                    draft.offices.append((phrase, None))
                    break


def _names_beside(
    text: str, phrase: OfficePhrase, by_start: dict[int, _Draft], by_end: dict[int, _Draft]
) -> list[_Draft]:
    """Those that a plural office is told of: the names listed right after it, or right before it."""
    joint = re.compile(r"(?:,? and |, )")
    after: list[_Draft] = []
    at = (
        phrase.span.end + len(re.compile(r",? ").match(text, phrase.span.end).group())
        if re.compile(r",? ").match(text, phrase.span.end)
        else -1
    )  # type: ignore[union-attr]
    while at in by_start:
        draft = by_start[at]
        after.append(draft)
        end = next(m.end for m in draft.mentions if m.start == at)
        link = joint.match(text, end)
        at = link.end() if link else -1
    if after:
        return after
    before: list[_Draft] = []
    at = next((phrase.span.start - n for n in (1, 2) if phrase.span.start - n in by_end), -1)
    while at in by_end:
        draft = by_end[at]
        before.insert(0, draft)
        start = next(m.start for m in draft.mentions if m.end == at)
        link = next((m for n in (5, 4, 2) if (m := re.fullmatch(r",? and |, ", text[max(0, start - n) : start]))), None)
        at = start - len(link.group()) if link else -1
    return before if len(before) > 1 else []


def _attach_sides(text: str, drafts: Sequence[_Draft], names: Sequence[Name]) -> None:
    """Count what tells for whom somebody acts: offices, `X of Greece`, `China's Gen X`, and what is known of him or her."""
    sides = [n for n in names if n.code and n.kind in SIDE_KINDS]
    for draft in drafts:
        for phrase, side in draft.offices:
            told = side or next(iter(phrase.sides), None)
            if told and not phrase.relation == "predecessor":
                draft.sides[told] += OFFICE_WEIGHT
        for mention in draft.mentions:
            for name in sides:
                if mention.end < name.span.start < mention.end + 34 and OF_SIDE.match(
                    text[mention.end : name.span.start]
                ):
                    draft.sides[str(name.code)] += OFFICE_WEIGHT
                if name.span.end < mention.start < name.span.end + 24 and POSSESSIVE_GAP.match(
                    text[name.span.end : mention.start]
                ):
                    draft.sides[str(name.code)] += OFFICE_WEIGHT
        known = _known_sides().get(fold(draft.name))
        if known:
            draft.sides[known] += KNOWN_WEIGHT


@cache
def _known_sides() -> dict[tuple[str, ...], str]:
    """The side of everybody listed as an office holder, by folded spelling."""
    return {fold(name): holder.iso3 for holder in office_holders() for name in (holder.person, *holder.spellings)}


def _person(text: str, draft: _Draft, home: str | None) -> Person:
    offices = sorted(draft.offices, key=lambda o: (o[0].honorific, o[0].relation is not None, o[0].span.start))
    office = offices[0][0] if offices else None
    sides = draft.sides.copy()
    if home and office and not office.honorific and office.relation is None:
        sides[home] += HOME_WEIGHT
    return Person(
        name=draft.name,
        role=_role(text, office) if office else None,
        role_class=(office.role_class if office else None) or "unknown",
        organization=next((p.organization for p, _ in offices if p.organization), None),
        side=sides.most_common(1)[0][0] if sides else None,
        portfolio=(office.portfolio if office else None) or "",
        mentions=tuple(draft.mentions),
        offices=tuple(sorted(phrase.span for phrase, _ in draft.offices)),
    )


def _role(text: str, office: OfficePhrase) -> str:
    """The office as printed, without leading article."""
    return re.sub(r"^(?:the|a|an) ", "", office.span.of(text), flags=re.IGNORECASE)


def _counterparts(text: str, people: Sequence[Person], drafts: Sequence[_Draft]) -> Iterator[Person]:
    """People told as somebody's counterpart take that person's rank; each with the side told for them."""
    for person, draft in zip(people, drafts, strict=True):
        relation = next((p for p, _ in draft.offices if p.relation), None)
        if relation is None or person.role_class != "relation":
            yield person
            continue
        before = [
            p
            for p in people
            if p is not person and p.role_class != "relation" and p.mentions[0].start < relation.span.start
        ]
        other = max(
            before, key=lambda p: max(m.start for m in p.mentions if m.start < relation.span.start), default=None
        )
        yield replace(
            person,
            role_class=other.role_class if other else "unknown",
            portfolio=other.portfolio if other else "",
        )
