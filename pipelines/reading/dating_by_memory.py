"""The days on which a story could look back as it does on events of a known day.

Three ways of looking back: a numbered anniversary (`the 70th anniversary of the alliance`), a stretch of time since
(`nearly 12 weeks into the war`), a day without its year (`the March 24 launch`). Not here: when those events were
(`reference/remembered_events.csv`, `reference/dated_deeds.csv`), and gatherings that are news (`dating_by_event.py`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from pipelines.reading import tense
from pipelines.reading.dating_evidence import YEARS, Evidence
from pipelines.reading.intervals import Days, Interval, common, together
from pipelines.reading.temporal_words import DAY, MONTH, NUMBER, month_number, number_of
from pipelines.records import Span
from pipelines.reference.dated_events import DatedDeed, RememberedEvent

#: Deeds by the month and the day that a text may tell.
DeedsByDay = Mapping[tuple[int, int], Sequence[DatedDeed]]

TENS = ("twenti", "thirti", "forti", "fifti", "sixti", "seventi", "eighti", "nineti")
ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
TEENS = ("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth")
#: Ordinals in words, up to the ninety-ninth.
ORDINALS = (
    {word: n for n, word in enumerate((*ONES, *TEENS, "eighteenth", "nineteenth"), start=1)}
    | {f"{ten}eth": 10 * n for n, ten in enumerate(TENS, start=2)}
    | {f"{ten[:-1]}y-{one}": 10 * n + m for n, ten in enumerate(TENS, start=2) for m, one in enumerate(ONES, start=1)}
)
ANNIVERSARY = re.compile(r"\b(?:anniversary|year\ssince|birthday)\b", re.IGNORECASE)
NUMBERED = re.compile(
    rf"\b(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th|-year)|(?P<word>{'|'.join(sorted(ORDINALS, key=len, reverse=True))}))"
    r"\s(?:annual\s)?(?:founding\s)?\Z",
    re.IGNORECASE,
)
# How far ahead of an anniversary, in characters, its number may begin.
LONGEST_NUMBER = 40
STRETCH = re.compile(
    rf"\b(?:(?P<bound>nearly|almost|more\sthan|over)\s)?(?P<number>{NUMBER}|\d{{3,4}})\s(?P<unit>day|week|month|year)s?\s"
    r"(?:into|since|after)\b",
    re.IGNORECASE,
)
MONTH_DAY = re.compile(
    rf"(?:(?P<month>{MONTH})\s(?P<day>{DAY})|(?P<day2>{DAY})\s(?P<month2>{MONTH}))(?!,?\s(?:19|20)\d\d)"
)
OTHER_TIME = re.compile(r"\b(?:[Ii]n|of|since)\s(?:[A-Z]\w+\s)?(?:19|20)\d\d\b|\bago\b")
# How far behind the words, in characters, the event may be named.
NEAR = 90
# An anniversary is in the news from so long before its day to so long after; a year that is told `next` comes later.
AROUND = timedelta(days=90)
# A day is told without its year for so long; and it may be another day where the news is read.
SAME_YEAR, ELSEWHERE = timedelta(days=300), timedelta(days=1)
#: How many units lie between what is told and what it may round: below and above, by the word before it.
ROUNDING = {"nearly": (1, 0), "almost": (1, 0), "more than": (0, 1), "over": (0, 1), "": (1, 1)}


def deeds_by_day(deeds: Iterable[DatedDeed]) -> DeedsByDay:
    """The deeds by month and day, those of the days beside included."""
    found: dict[tuple[int, int], list[DatedDeed]] = {}
    for deed in deeds:
        for day in (deed.first - ELSEWHERE, deed.first):
            found.setdefault((day.month, day.day), []).append(deed)
    return found


def memory_evidence(text: str, events: Sequence[RememberedEvent], deeds: DeedsByDay) -> Iterator[Evidence]:
    """What each look back says of the day it was printed, in the order of the three ways."""
    yield from _anniversaries(text, events)
    yield from _stretches(text, events)
    yield from _deeds(text, deeds)


def _anniversaries(text: str, events: Sequence[RememberedEvent]) -> Iterator[Evidence]:
    for anniversary in ANNIVERSARY.finditer(text):
        number = NUMBERED.search(text, max(0, anniversary.start() - LONGEST_NUMBER), anniversary.start())
        if number is None:
            continue
        told = Span(number.start(), anniversary.end())
        start, end = tense.clause(text, told)
        if OTHER_TIME.search(text, start, end):
            continue
        years = int(number["digits"]) if number["digits"] else ORDINALS[number["word"].lower()]
        shift = 1 if "next year" in text[start:end] else 0
        days = together(
            Interval(around.earliest - relativedelta(years=shift), around.latest - relativedelta(years=shift))
            for event in _named(text[told.start : min(end, told.end + NEAR)], text[start:end], events)
            for around in _within(event.first + relativedelta(years=years), AROUND)
        )
        if days:
            yield Evidence(f"“{told.of(text)}” of what is listed", days, 1)


def _stretches(text: str, events: Sequence[RememberedEvent]) -> Iterator[Evidence]:
    for match in STRETCH.finditer(text):
        _, end = tense.clause(text, Span(*match.span()))
        behind = text[match.end() : min(end, match.end() + NEAR)]
        below, above = ROUNDING[(match["bound"] or "").lower()]
        unit, number = f"{match['unit'].lower()}s", number_of(match["number"])
        days = together(
            Interval(
                event.first + relativedelta(**{unit: number - below}),  # type: ignore[arg-type]
                event.first + relativedelta(**{unit: number + above}),  # type: ignore[arg-type]
            )
            for event in _named(behind, behind, events)
        )
        if days := common(days, (YEARS,)):
            yield Evidence(f"“{match[0]}” what is listed", days, 1)


def _deeds(text: str, deeds: DeedsByDay) -> Iterator[Evidence]:
    for match in MONTH_DAY.finditer(text):
        start, end = tense.clause(text, Span(*match.span()))
        sentence = text[start:end]
        told = month_number(match["month"] or match["month2"]), number_of(match["day"] or match["day2"])
        days = together(
            Interval(deed.first - ELSEWHERE, deed.first + SAME_YEAR)
            for deed in deeds.get(told, ())
            if _one_in(deed.doers, sentence) and _one_in(deed.words, sentence)
        )
        if days:
            yield Evidence(f"“{match[0]}” is told of a deed of that day", days, 1)


def _within(day: date, around: timedelta) -> Days:
    return common((Interval(day - around, day + around),), (YEARS,))


def _named(near: str, sentence: str, events: Sequence[RememberedEvent]) -> Iterator[RememberedEvent]:
    for event in events:
        if _one_in(event.names, near) and all(word in sentence for word in event.beside):
            yield event


def _one_in(words: Sequence[str], text: str) -> bool:
    return any(word in text for word in words)
