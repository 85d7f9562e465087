"""The mentions of each person of a text put together, surnames and given names included.

Of several who share a name, a mention is of the one who holds the office told before it (`President Lee`), else of the
one told last. Not here: where names stand (`name_finding.py`), which are spellings of one (`person_names.py`), what
becomes of a draft (`people.py`).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pipelines.reading.holders import SAYS, Holding, find_holdings
from pipelines.reading.offices import OfficePhrase
from pipelines.reading.person_names import can_stand_alone, fold, same_person
from pipelines.records import Span
from pipelines.reference.beside_names import may_precede
from pipelines.reference.gazetteer import Name
from pipelines.reference.genders import gender_of_name, gender_of_title

#: Words as names are made of, hyphens included.
WORD = re.compile(r"(?<![\w-])\w+(?:(?:-|[’'](?!s\b))\w+)*(?!\w|-\w)")
#: What stands before a town; without it, a town's name that is also somebody's in the article means the person.
AT_PLACE = re.compile(r"\b(?:in|at|to|from|near|of|outside|,)\s$")


@dataclass(slots=True)
class Draft:
    """Somebody in the making: the fullest name, its mentions, the offices told with them."""

    name: str
    mentions: list[Span]
    holdings: list[Holding] = field(default_factory=list)


def drafts_of(
    text: str, spans: Sequence[Span], names: Sequence[Name], phrases: Sequence[OfficePhrase], sides: Sequence[Name]
) -> list[Draft]:
    """One draft a person, from the spans of names; `names` are all of the gazetteer, `sides` those of sides."""
    namesakes = _Namesakes(text, spans, phrases, sides)
    drafts = _grouped(text, spans, namesakes)
    _add_short_mentions(text, drafts, names, namesakes)
    return drafts


def gender_of(name: str, titles: Sequence[str]) -> str | None:
    """The gender that titles or the given name tell; null where they tell none."""
    told = next((gender for title in titles if (gender := gender_of_title(title))), None)
    words = fold(name)
    return told or (gender_of_name(words[0]) if len(words) > 1 else None)


def _grouped(text: str, spans: Sequence[Span], namesakes: "_Namesakes") -> list[Draft]:
    """Longer names first, so that a surname joins the full name wherever it stands."""
    drafts: list[Draft] = []
    for span in sorted(spans, key=lambda s: (-len(fold(s.of(text))), s.start)):
        name = span.of(text)
        same = namesakes.possible([draft for draft in drafts if same_person(draft.name, name)], span)
        if same:
            draft = namesakes.meant(same, span)
            draft.mentions.append(_whole(text, span, draft.name))
        else:
            drafts.append(Draft(name, [span]))
    for draft in drafts:
        draft.mentions.sort()
    return drafts


def _whole(text: str, span: Span, name: str) -> Span:
    """The span, or that of the whole name where it is the end of that (`To [Lam]`)."""
    start = span.end - len(name)
    return Span(start, span.end) if 0 <= start < span.start and text[start : span.end] == name else span


def _is_place(text: str, span: Span) -> bool:
    return AT_PLACE.search(text, 0, span.start) is not None and SAYS.match(text, span.end) is None


def _add_short_mentions(text: str, drafts: Sequence[Draft], names: Sequence[Name], namesakes: "_Namesakes") -> None:
    """Add surnames and given names that stand alone (`Khaled proposed`)."""
    taken = bytearray(len(text))  # 1 where a name stands
    elsewhere = (name.span for name in names if name.kind != "city" or _is_place(text, name.span))
    for span in (*(m for draft in drafts for m in draft.mentions), *elsewhere):
        taken[span.start : span.end] = b"\1" * (span.end - span.start)
    by_word: dict[str, list[Draft]] = {}
    for draft in drafts:
        for word in filter(can_stand_alone, draft.name.replace(",", "").split()):
            by_word.setdefault(word, []).append(draft)
    for match in WORD.finditer(text):
        if match.group() in by_word and not any(taken[match.start() : match.end()]):
            span = Span(*match.span())
            # A name that is a small word as well (`To Lam`) is one behind a title only.
            if may_precede(match.group()) and not namesakes.titled(span):
                continue
            draft = namesakes.meant(by_word[match.group()], span)
            draft.mentions.append(_whole(text, span, draft.name))
    for draft in drafts:
        draft.mentions.sort()


class _Namesakes:
    """Tells those apart who share a name."""

    def __init__(
        self, text: str, spans: Sequence[Span], phrases: Sequence[OfficePhrase], sides: Sequence[Name]
    ) -> None:
        self._text = text
        self._spans = spans
        self._phrases = phrases
        self._sides = sides
        self._ending = {phrase.span.end: phrase for phrase in phrases}

    def possible(self, drafts: Sequence[Draft], span: Span) -> Sequence[Draft]:
        """Those of the drafts who may be meant: `Ms. Lee` is not `Mr. Lee`."""
        gender = gender_of("", self._titles(span))
        if gender is None:
            return drafts
        return [draft for draft in drafts if self._gender(draft) in (None, gender)]

    def meant(self, drafts: Sequence[Draft], span: Span) -> Draft:
        """The one of the drafts who is meant."""
        if len(drafts) == 1:
            return drafts[0]
        fits = [self._best_fit(draft, span) for draft in drafts]
        return _nearest([draft for draft, fit in zip(drafts, fits, strict=True) if fit == max(fits)], span)

    def _best_fit(self, draft: Draft, span: Span) -> int:
        held = list(self._of(draft))
        return max((_fit(self._text, title, one) for title in self._before(span) for one in held), default=0)

    def titled(self, span: Span) -> bool:
        """Whether an office is told right before the name."""
        return any(True for _ in self._before(span))

    def _gender(self, draft: Draft) -> str | None:
        return gender_of(draft.name, [title for mention in draft.mentions for title in self._titles(mention)])

    def _titles(self, span: Span) -> list[str]:
        return [phrase.title.of(self._text) for phrase in self._before(span)]

    def _before(self, span: Span) -> Iterator[OfficePhrase]:
        """The offices told right before a name, the nearest first."""
        at = span.start
        while phrase := self._ending.get(at - 1):
            yield phrase
            at = phrase.span.start

    def _of(self, draft: Draft) -> Iterator[OfficePhrase]:
        return (phrase for mention in draft.mentions for phrase in self._held.get(mention, ()))

    @cached_property
    def _held(self) -> Mapping[Span, Sequence[OfficePhrase]]:
        """The offices told of each full name."""
        full = [span for span in self._spans if " " in span.of(self._text)]
        held: defaultdict[Span, list[OfficePhrase]] = defaultdict(list)
        for holding in find_holdings(self._text, full, self._phrases, self._sides):
            held[holding.mention].append(holding.phrase)
        return held


def _fit(text: str, title: OfficePhrase, held: OfficePhrase) -> int:
    """How well an office told before a surname fits one that somebody holds: by rank, what it is over, its words."""
    if not title.role_class or title.role_class != held.role_class:
        return 0
    words, others = (phrase.title.of(text).lower().replace(".", "").split() for phrase in (title, held))
    shared = any(one.startswith(other) or other.startswith(one) for one in words[:1] for other in others[:1])
    return 1 + (title.portfolio == held.portfolio) + shared


def _nearest(drafts: Sequence[Draft], span: Span) -> Draft:
    """The one mentioned last before the span; the one mentioned first after it where none is."""

    def distance(draft: Draft) -> tuple[int, int]:
        before = [span.start - m.end for m in draft.mentions if m.end <= span.start]
        return (0, min(before)) if before else (1, min(abs(m.start - span.start) for m in draft.mentions))

    return min(drafts, key=distance)
