"""Dates told in the text, resolved against the day of publication.

Not here: the phrases (`temporal_patterns.py`), finding the day of publication (`publication.py`), and choosing which
date belongs to which event (extraction).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipelines.reading import tense
from pipelines.reading.intervals import Interval, day_of, precision_of, span_of
from pipelines.reading.temporal_context import (
    BETWEEN,
    BOUNDS,
    DAY_AFTER,
    DAY_BEFORE,
    PARTS,
    RANGE_LINK,
    Part,
)
from pipelines.reading.temporal_meanings import Meaning
from pipelines.reading.temporal_patterns import PHRASES
from pipelines.reading.temporal_triggers import zones
from pipelines.records import Published, Span, When

# How many characters before a phrase are looked at for words that belong to it.
WINDOW = 40
# What the time that a phrase counts from may be, by the grain of the phrase.
FINE = {"day": {"day"}, "month": {"day", "month"}}
# How old the news of an article may be.
NEWS = timedelta(days=10)
# A sentence that opens with its time; and the first sentence of a paragraph, roughly.
SENTENCE_OPENS = re.compile(
    r"(?:^|[.!?][\"”’)]*\s)\s*(?:(?:And|But|Then)\s)?(?:In|On|in|on)\s(?:early\s|late\s|mid-)?$"
)
FIRST_SENTENCE = re.compile(r"\s*.*?[.!?][\"”’)]*(?=\s+[A-Z]|\n|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A temporal expression of a text, resolved.

    `kind` says how the words bind it: `point` (on, in, during), `by`, `until`, `since`, `start` (from Monday),
    `span` (`from Thursday to Saturday`: `when` is the first end, `until` the last), `duration` (`two-day`: no date, but
    `days`). `forward` says whether its clause looks forward; null where no word decides. `told` is the day or period
    that the phrase itself names, where `when` is open to one side (`by 2030`).
    """

    span: Span
    when: When
    kind: str = "point"
    forward: bool | None = None
    until: When | None = None
    days: int | None = None
    told: When | None = None


@dataclass(frozen=True, slots=True)
class _Atom:
    """A phrase found, not yet resolved."""

    span: Span
    meaning: Meaning
    part: tuple[Part, re.Match[str]] | None = None
    kind: str = "point"


def find_dates(
    text: str, published: Published, future: Callable[[Span], bool | None] | None = None
) -> list[DateMention]:
    """The temporal expressions of a text in text order, resolved against the day (or interval) of publication.

    A time that cannot be known, because the day of publication is not, is there with precision `unknown`. `future`
    tells whether the clause around a span looks forward; without it the words around the span decide.
    """
    looks_forward = future or (lambda span: tense.looks_forward(text, span))
    told: list[DateMention] = []
    atoms = list(_atoms(text))
    while atoms:
        atom = atoms.pop(0)
        forward = looks_forward(atom.span)
        mention = _resolve(text, atom, published, forward, told)
        if atoms and _linked(text, atom.span, atoms[0].span):
            mention = _joined(text, mention, atoms[0], _resolve(text, atoms.pop(0), published, forward, told))
        told.append(mention)
    return told


def _atoms(text: str) -> Iterator[_Atom]:
    near = zones(text)
    found = [
        (Span(*match.span("at" if "at" in match.re.groupindex else 0)), meaning)
        for phrase in PHRASES
        for zone in near[phrase.trigger]
        for match in phrase.pattern.finditer(text, zone.start, zone.end)
        if (meaning := phrase.read(match)) is not None
    ]
    end = 0
    for span, meaning in sorted(found, key=lambda f: (f[0].start, -f[0].end)):
        if span.start >= end:
            atom = _with_surroundings(text, _Atom(span, meaning), end)
            if atom.part or not meaning.needs_part:
                end = span.end
                yield atom


def _with_surroundings(text: str, atom: _Atom, floor: int) -> _Atom:
    """The atom with the words around it, from `floor` on: a part of the day or the period, and what binds it (`by`)."""
    start, end = atom.span.start, atom.span.end
    floor = max(floor, start - WINDOW)
    part = _part(text, floor, start)
    if atom.meaning.unit == "day" and not atom.meaning.needs_part:
        before = DAY_BEFORE.search(text[floor:start])
        start -= len(before[0]) if before else 0
        after = DAY_AFTER.match(text, end)
        end = after.end() if after else end
        part = None
    elif part is not None:
        start -= len(part[1][0])
    kind = next((kind for kind, words in BOUNDS if words.search(text[floor:start])), "point")
    return replace(atom, span=Span(start, end), part=part, kind=kind)


def _part(text: str, floor: int, end: int) -> tuple[Part, re.Match[str]] | None:
    return next(((part, match) for part in PARTS if (match := part.pattern.search(text[floor:end]))), None)


def _resolve(
    text: str, atom: _Atom, published: Published, forward: bool | None, told: Sequence[DateMention]
) -> DateMention:
    words = atom.span.of(text)
    if atom.meaning.undated and not (told and tense.same_sentence(text, told[-1].span, atom.span)):
        opens = not re.search(r"\w", text[tense.clause(text, atom.span)[0] : atom.span.start])
        other = atom.meaning.undated if opens else replace(atom.meaning, base="publication")
        atom = replace(atom, meaning=other)
    if forward is None and atom.kind in {"by", "until"}:
        forward = True
    base = _base(text, atom, published, told)
    interval = None if base is None else _interval(atom, base, forward)
    if interval is None:
        return DateMention(
            atom.span, When(text=words), "duration" if atom.meaning.days else atom.kind, forward, days=atom.meaning.days
        )
    named = When(interval.earliest, interval.latest, _precision(atom, interval), words)
    match atom.kind:
        case "since":
            return DateMention(atom.span, replace(named, latest=None, precision="range"), "since", forward, told=named)
        case "by" | "until":
            return DateMention(
                atom.span, replace(named, earliest=None, precision="range"), atom.kind, forward, told=named
            )
    if atom.meaning.runs_on:
        last = interval.shift(timedelta(days=atom.meaning.runs_on))
        until = When(last.earliest, last.latest, named.precision, words)
        return DateMention(atom.span, named, "span", forward, until=until)
    return DateMention(atom.span, named, atom.kind, forward)


def _base(text: str, atom: _Atom, published: Published, told: Sequence[DateMention]) -> Interval | None:
    """The days that the atom may count from: of publication, or of what was told before."""
    if atom.meaning.base == "none":
        return day_of(date(2000, 1, 1))
    if atom.meaning.base == "told":
        fine = [w for m in told if (w := m.told or m.when).precision in FINE.get(atom.meaning.unit, {w.precision})]
        last = _day_of_the_story(text, atom, published, told) or (fine[-1] if fine else None)
        if last and last.earliest and last.latest:
            return Interval(last.earliest, last.latest)
    if atom.meaning.open_year and (year := _year_of_the_story(text, atom, told)):
        return day_of(date(year, 12, 31))
    if published.earliest is None or published.latest is None:
        return None
    return Interval(published.earliest, published.latest)


def _day_of_the_story(text: str, atom: _Atom, published: Published, told: Sequence[DateMention]) -> When | None:
    """The day of the news told last, where a new paragraph says `the day before`, `the same day`."""
    today = published.latest
    if (
        atom.meaning.unit != "day"
        or today is None
        or not told
        or "\n\n" not in text[told[-1].span.end : atom.span.start]
    ):
        return None
    days = [w for m in told if (w := m.told or m.when).precision == "day" and w.latest]
    return next((w for w in reversed(days) if w.latest and timedelta() <= today - w.latest <= NEWS), None)


def _year_of_the_story(text: str, atom: _Atom, told: Sequence[DateMention]) -> int | None:
    """The year that a paragraph's first sentence sets for one that opens with a month: `Then came 2017. In May ...`."""
    opening = text.rfind("\n\n", 0, atom.span.start) + 1
    if not SENTENCE_OPENS.search(text, opening, atom.span.start):
        return None
    first_sentence = FIRST_SENTENCE.match(text, opening)
    for mention in told:
        within = first_sentence is not None and opening <= mention.span.start < first_sentence.end()
        if within and mention.kind == "point" and mention.when.precision == "year" and mention.when.latest:
            return mention.when.latest.year
    return None


def _interval(atom: _Atom, base: Interval, forward: bool | None) -> Interval | None:
    """What the atom means on the first and on the last day it may count from, and all between."""
    found = []
    for day in {base.earliest, base.latest}:
        try:
            one = atom.meaning.resolve(day, forward)
        except (ValueError, OverflowError):  # a day before the first or after the last year of the calendar
            return None
        if one is not None and atom.part is not None:
            part, match = atom.part
            one = part.take(match, one, day) or one
        if one is None:
            return None
        found.append(one)
    return span_of(*found)


def _precision(atom: _Atom, interval: Interval) -> str:
    natural = precision_of(interval)
    if natural == "range" and atom.part and atom.part[0].name in {"earlier", "later"}:
        return atom.meaning.unit if atom.meaning.unit in {"month", "year"} else "range"
    return natural


def _linked(text: str, first: Span, last: Span) -> bool:
    """Whether two phrases are the ends of one range: `from Thursday to Saturday`, `between 2019 and 2023`."""
    link = text[first.end : last.start]
    return bool(RANGE_LINK.fullmatch(link) or (link == " and " and BETWEEN.search(text, 0, first.start)))


def _joined(text: str, first: DateMention, atom: _Atom, last: DateMention) -> DateMention:
    """One range of two mentions; of a last end that comes back each week or year, the next one after the first end."""
    end = last.told or last.when
    if first.when.earliest and end.earliest and end.latest and end.latest < first.when.earliest and atom.meaning.cycle:
        moved = Interval(end.earliest, end.latest).shift(atom.meaning.cycle)
        end = replace(end, earliest=moved.earliest, latest=moved.latest)
    span = Span(first.span.start, last.span.end)
    return replace(first, span=span, when=replace(first.when, text=span.of(text)), kind="span", until=end)
