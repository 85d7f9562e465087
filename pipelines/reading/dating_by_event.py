"""The days on which a story could tell of the gatherings and the facts it names.

Not here: when those took place (`reference/dated_events.csv`, `reference/dated_facts.csv`).
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import TypeVar

from dateutil.relativedelta import relativedelta

from pipelines.reading import tense
from pipelines.reading.dating_evidence import YEARS, Evidence, NamedWeekday
from pipelines.reading.intervals import Days, Interval, month_of, together, year_of
from pipelines.reading.named_rows import NamedRows, Row
from pipelines.reading.temporal_words import MONTH
from pipelines.records import Span
from pipelines.reference import Forum, ForumEdition
from pipelines.reference.dated_events import DatedEvent, DatedFact, LeaderTrip

Listed = TypeVar("Listed", DatedEvent, DatedFact)

ORDINAL_WORDS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
EDITION = re.compile(
    rf"\b(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{'|'.join(ORDINAL_WORDS)}))\s(?:annual\s)?(?:[\w.-]+\s){{0,3}}$",
    re.IGNORECASE,
)
YEAR_AFTER = re.compile(r"\s(?:\([A-Z]+\)\s)?((?:19|20)\d\d)\b")
LAST_MONTH = re.compile(rf"\blast ({MONTH})(?!\s\d)")
EARLIER = re.compile(r"\b(?:last|previous)\s(?:year|month)|\b(?:in|since|of)\s(?:[A-Z]\w+\s)?(?:19|20)\d\d\b|\bago\b")
# A gathering is in the news from so long before it to so long after it; its weekdays are told within a week.
BEFORE, AFTER = timedelta(days=30), timedelta(days=45)
WEEK = timedelta(days=6)
# What stands before the place that somebody is in, or goes to: where the goods go is no journey.
JOURNEY = (
    r"visit|trip|travel\w*|flew|fl(?:y|ies|ying|ight)|journey|tour|head\w*|return\w*|went|came|depart\w*|set off"
    r"|set out|left|arriv\w+|mission|swing|stop"
)
THERE = (
    r"\b(?:[Ii]n|[Aa]t|visit\w*|tour\w*|le(?:ft|aves?)"
    rf"|(?:{JOURNEY})\s(?:[^\s.]+\s){{0,4}}?(?:to|for|from))\s(?:the\s)?"
)
# Words of a meeting, with which the place may be told of the host instead (`conferred with the ruler of Dubai`).
MEETING = re.compile(r"\b(?:met|meets?|conferr?(?:ed|s)?|sat down|summit|talks with|received|welcomed|hosted)\b")
# A gathering to come is named so long ahead.
AHEAD = timedelta(days=60)
SHORT = 4
# A gathering named so near the opening of a story, in characters, is what its first weekday is about.
OPENING = 700
# A leader named in the lead of a story is where the dateline is.
LEAD = 400


def by_their_names(rows: Sequence[Listed]) -> NamedRows[Listed]:
    """Gatherings or facts by the names that each row tells."""
    return NamedRows(rows, lambda row: row.names)


def editions_by_name(forums: Sequence[Forum], editions: Sequence[ForumEdition]) -> NamedRows[ForumEdition]:
    """The editions of forums by all names of the forum."""
    names = {forum.name: (forum.name, *forum.aliases) for forum in forums}
    return NamedRows(editions, lambda edition: names[edition.forum])


def trips_by_leader(trips: Sequence[LeaderTrip]) -> NamedRows[LeaderTrip]:
    """The journeys by how a text first names the leader: in full, or by office; from then on the surname does."""
    return NamedRows(trips, lambda trip: (name if " " in name else f"President {name}" for name in trip.leaders))


def event_evidence(text: str, events: NamedRows[DatedEvent], weekdays: Sequence[NamedWeekday]) -> Iterator[Evidence]:
    """For each gathering named as present or to come, once: the days on which its editions are in the news."""
    seen: set[tuple[str, ...]] = set()
    for name, known, span in _named(text, events):
        start, end = tense.clause(text, span)
        if known[0].names in seen or EARLIER.search(text, start, end) or not _is_gathering(known[0], text[start:end]):
            continue
        seen.add(known[0].names)
        meant = _meant(text, span, known)
        inside = [w for w in weekdays if start <= w.start < end]
        if not inside and tense.looks_forward(text, span):
            ahead = together(Interval(event.first - AHEAD, event.last) for event in _meant(text, span, known))
            yield Evidence(f"{name} is to come", ahead, 2 if len(ahead) == 1 else 1)
            continue
        opening = [w for w in weekdays if max(w.start, span.start) < OPENING]
        weekday = next(iter(inside or opening), None)
        days = together(i for event in meant for i in _in_the_news(event, weekday))
        if days:
            when = f" on a {weekday.text}" if weekday else ""
            yield Evidence(f"{name} took place{when}", days, 2 if len(meant) == 1 else 1)


def _is_gathering(event: DatedEvent, sentence: str) -> bool:
    """Whether the name means the gathering, where it is that of a body too."""
    return not event.beside or any(word in sentence for word in event.beside)


def edition_evidence(text: str, editions: NamedRows[ForumEdition]) -> Iterator[Evidence]:
    """For each numbered gathering whose number the text tells of the present: its year."""
    for name, known, span in _named(text, editions):
        start, end = tense.clause(text, span)
        number = _edition(text, span)
        year = next((e.year for e in known if e.edition == number), None)
        if year and not EARLIER.search(text, start, end):
            yield Evidence(f"{name} number {number} was in {year}", (year_of(date(year, 1, 1)),), 1)


def trip_evidence(
    text: str, trips: NamedRows[LeaderTrip], weekdays: Sequence[NamedWeekday], dateline_place: str | None
) -> Iterator[Evidence]:
    """For each leader, once: the days on which a journey to the place told with him or her is in the news."""
    named = [trip for _, of_leader, _ in trips.named_in(text) for trip in of_leader]
    for leaders in dict.fromkeys(trip.leaders for trip in named):
        own = [trip for trip in trips.rows if trip.leaders == leaders]
        told = [
            days
            for match in _words("", leaders).finditer(text)
            if (days := _journey(text, tense.clause(text, Span(*match.span())), own, weekdays, dateline_place))
        ]
        for days in dict.fromkeys(told):
            yield Evidence(f"{leaders[0]} was there", days, 1)


def _journey(
    text: str,
    sentence: tuple[int, int],
    trips: Sequence[LeaderTrip],
    weekdays: Sequence[NamedWeekday],
    dateline_place: str | None,
) -> Days:
    """When a sentence about a leader can be told: its place and its weekday, or `last May`, say."""
    start, end = sentence
    before = "" if MEETING.search(text, start, end) else THERE
    meant = [trip for trip in trips if _words(before, trip.places).search(text, start, end)]
    if not meant and end < LEAD and dateline_place:
        meant = [trip for trip in trips if _words("(?i)", trip.places).search(dateline_place)]
    if month := LAST_MONTH.search(text, start, end):
        followed = [month_of(trip.first).latest for trip in meant if month[1] == f"{trip.first:%B}"]
        return together(Interval(day + timedelta(days=1), day + relativedelta(years=1)) for day in followed)
    weekday = next((w for w in weekdays if start <= w.start < end and not w.reported), None)
    if EARLIER.search(text, start, end) or not (weekday or start < OPENING):
        return ()
    return together(interval for trip in meant for interval in _in_the_news(trip, weekday))


@cache
def _words(before: str, names: tuple[str, ...]) -> re.Pattern[str]:
    """One of the names, as whole words, behind what the pattern `before` says."""
    return re.compile(rf"{before}\b(?:{'|'.join(map(re.escape, names))})\b")


def fact_evidence(text: str, facts: NamedRows[DatedFact]) -> Iterator[Evidence]:
    """For each fact named, the days from which on it could be."""
    for name, fact in {name: known[0] for name, known, _ in _named(text, facts)}.items():
        yield Evidence(f"“{name}” was not told before {fact.since}", (Interval(fact.first, YEARS.latest),), 2)


def _named(text: str, listed: NamedRows[Row]) -> Iterator[tuple[str, Sequence[Row], Span]]:
    """Where a text names what is listed, whichever apostrophe it prints."""
    return listed.named_in(text.replace("’", "'"))


def _meant(text: str, span: Span, known: Sequence[DatedEvent]) -> list[DatedEvent]:
    """The editions that number, year or place allow; all where none of these is told."""
    number = _edition(text, span)
    if number and (meant := [e for e in known if e.edition == number]):
        return meant
    if (year := YEAR_AFTER.match(text, span.end)) and (meant := [e for e in known if e.first.year == int(year[1])]):
        return meant
    near = text[max(0, span.start - 300) : span.end + 300]
    return [e for e in known if any(place in near for place in e.places)] or list(known)


def _edition(text: str, span: Span) -> int | None:
    """The number told before a name: `the 13th annual ...`, `the eighth ...`."""
    match = EDITION.search(text, max(0, span.start - 60), span.start)
    if match is None:
        return None
    return int(match["number"]) if match["number"] else ORDINAL_WORDS.index(match["word"].lower()) + 1


def _in_the_news(event: DatedEvent | LeaderTrip, weekday: NamedWeekday | None) -> Iterator[Interval]:
    if weekday is None:
        yield Interval(event.first - BEFORE, event.last + AFTER)
        return
    length = (event.last - event.first).days
    # Delegations meet on the eve of a short gathering, and a day is not the same everywhere.
    grace = 1 if length < SHORT else 0
    for n in range(-grace, length + grace + 1):
        day = event.first + timedelta(days=n)
        if day.weekday() == weekday.weekday:
            yield Interval(day, day + WEEK)
