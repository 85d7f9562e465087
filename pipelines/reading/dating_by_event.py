"""The days on which a story could tell of the gatherings and the facts it names.

Not here: when those took place (`reference/dated_events.csv`, `reference/dated_facts.csv`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from ahocorasick_rs import AhoCorasick, MatchKind

from pipelines.reading import tense
from pipelines.reading.dating_evidence import YEARS, Evidence, NamedWeekday
from pipelines.reading.intervals import Interval, together
from pipelines.records import Span
from pipelines.reference.dated_events import DatedEvent, DatedFact

ORDINAL_WORDS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
EDITION = re.compile(
    rf"\b(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{'|'.join(ORDINAL_WORDS)}))\s(?:annual\s)?(?:[\w.-]+\s){{0,3}}$",
    re.IGNORECASE,
)
YEAR_AFTER = re.compile(r"\s(?:\([A-Z]+\)\s)?((?:19|20)\d\d)\b")
EARLIER = re.compile(r"\b(?:last|previous)\s(?:year|month)|\b(?:in|since|of)\s(?:[A-Z]\w+\s)?(?:19|20)\d\d\b|\bago\b")
# A gathering is in the news from so long before it to so long after it; its weekdays are told within a week.
BEFORE, AFTER = timedelta(days=30), timedelta(days=45)
WEEK = timedelta(days=6)
# A gathering named so near the opening of a story, in characters, is what its first weekday is about.
OPENING = 700


def event_evidence(text: str, events: Sequence[DatedEvent], weekdays: Sequence[NamedWeekday]) -> Iterator[Evidence]:
    """For each gathering named as present or to come, once: the days on which its editions are in the news."""
    editions: dict[str, list[DatedEvent]] = {}
    for event in events:
        for name in event.names:
            editions.setdefault(name, []).append(event)
    seen: set[tuple[str, ...]] = set()
    for name, span in _named(text, editions):
        known = editions[name]
        start, end = tense.clause(text, span)
        if known[0].names in seen or EARLIER.search(text, start, end):
            continue
        seen.add(known[0].names)
        meant = _meant(text, span, known)
        inside = [w for w in weekdays if start <= w.start < end]
        weekday = next(iter(inside or (weekdays if span.start < OPENING else ())), None)
        days = together(i for event in meant for i in _in_the_news(event, weekday))
        if days:
            when = f" on a {weekday.text}" if weekday else ""
            yield Evidence(f"{name} took place{when}", days, 2 if len(meant) == 1 else 1)


def fact_evidence(text: str, facts: Sequence[DatedFact]) -> Iterator[Evidence]:
    """For each fact named, the days from which on it could be."""
    known = {name: fact for fact in facts for name in fact.names}
    for name, fact in {name: known[name] for name, _ in _named(text, known)}.items():
        yield Evidence(f"“{name}” was not told before {fact.since}", (Interval(fact.first, YEARS.latest),), 2)


def _named(text: str, names: Mapping[str, object]) -> Iterator[tuple[str, Span]]:
    spelled = sorted(names)
    plain = text.replace("’", "'")
    for found, start, end in AhoCorasick(spelled, matchkind=MatchKind.LeftmostLongest).find_matches_as_indexes(plain):
        if not (text[max(0, start - 1) : start].isalnum() or text[end : end + 1].isalnum()):
            yield spelled[found], Span(start, end)


def _meant(text: str, span: Span, known: Sequence[DatedEvent]) -> list[DatedEvent]:
    """The editions that number, year or place allow; all where none of these is told."""
    if number := EDITION.search(text, max(0, span.start - 60), span.start):
        edition = int(number["number"]) if number["number"] else ORDINAL_WORDS.index(number["word"].lower()) + 1
        if meant := [e for e in known if e.edition == edition]:
            return meant
    if (year := YEAR_AFTER.match(text, span.end)) and (meant := [e for e in known if e.first.year == int(year[1])]):
        return meant
    near = text[max(0, span.start - 300) : span.end + 300]
    return [e for e in known if any(place in near for place in e.places)] or list(known)


def _in_the_news(event: DatedEvent, weekday: NamedWeekday | None) -> Iterator[Interval]:
    if weekday is None:
        yield Interval(event.first - BEFORE, event.last + AFTER)
        return
    # A day of grace: delegations meet on the eve, and a day is not the same everywhere.
    for n in range(-1, (event.last - event.first).days + 2):
        day = event.first + timedelta(days=n)
        if day.weekday() == weekday.weekday:
            yield Interval(day, day + WEEK)
