"""Signs of the day of publication that clues and the dates in a story give.

Not here: what the signs add up to (`publication.py`), and what people (`dating_by_office.py`), events
(`dating_by_event.py`) and exchange rates (`dating_by_rate.py`) tell.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipelines.reading.dates import DateMention
from pipelines.reading.intervals import Days, Interval, each_year, month_of, together, year_of
from pipelines.reading.temporal_words import DAY, MONTH, SHORT_WEEKDAY, WEEKDAYS, month_number, number_of
from pipelines.records import DateClue

# Outside of these years nothing is sought.
YEARS = Interval(date(2000, 1, 1), date(2034, 12, 31))
# How long before publication, in days, a story's first paragraph reaches for its news; and a story for a dated weekday.
NEWS_IS_FRESH, DATED_WEEKDAYS_REACH = 7, 300
# How far from its start, in characters, a story names the day that its news is of.
OPENING = 700
# A year told, that the verb near it decides about: not one that only names a thing (`the 2019 white paper`).
TIME_WORD = re.compile(r"\b(?:in|on|since|of|from|during)\s(?:the\s)?$", re.IGNORECASE)
MONTH_DAY = re.compile(
    rf"(?:(?P<weekday>{SHORT_WEEKDAY}),?\s)?(?:(?P<month>{MONTH})\s(?P<day>{DAY})|(?P<day2>{DAY})\s(?:of\s)?(?P<month2>{MONTH}))",
    re.IGNORECASE,
)
OTHER_WEEK_OR_DATED = re.compile(r"week|last|\d")
YEAR_ITSELF = re.compile(r"\d{4}")
LAST_YEAR = re.compile(r"\blast year\b", re.IGNORECASE)
PAST_KINDS = frozenset({"point", "since", "span"})
REPORTED = re.compile(
    r"\b(?:said|says|announced|disclosed|confirmed|agreed|stated|according\sto\s[^.,]{2,40})\s(?:\w+\s){0,3}?(?:on\s)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one sign says of the day of publication: that it is one of `days`.

    `weight` tells how far to trust it: 3 contradicts a printed date, 2 narrows, 1 is a habit of news, 0 one that helps
    only where nothing better does. `reason` is one line for a reader.
    """

    reason: str
    days: Days
    weight: int


@dataclass(frozen=True, slots=True)
class NamedWeekday:
    """A weekday (Monday is 0) on which something happened, as the story names it.

    `late` where the words say that it was late that day; `elsewhere` that its time is not the outlet's, for which it
    was the next day; `reported` that it is the day of a report (`said Tuesday`), not of what is reported.
    """

    weekday: int
    text: str
    start: int
    late: bool
    elsewhere: bool
    reported: bool


@dataclass(frozen=True, slots=True)
class _Told:
    """Days told with their year."""

    days: Interval
    words: str


def clue_evidence(clue: DateClue) -> Evidence | None:
    """What a printed date says, whole or without its year or day; nothing where no calendar has such a day."""
    if clue.month is None:
        return None
    try:
        if clue.year is None:
            days = _on_printed_weekday(clue, each_year(clue.month, clue.day, YEARS)) if clue.day else ()
        elif clue.day is None:
            days = (month_of(date(clue.year, clue.month, 1)),)
        else:
            day = date(clue.year, clue.month, clue.day)
            days = (Interval(day, day),)
    except ValueError:
        return None
    return Evidence(f"{clue.basis}: “{clue.text}”", days, 3) if days else None


def _on_printed_weekday(clue: DateClue, days: Days) -> Days:
    """Of the days, those that fall on the weekday printed with the date (`Monday, 29th March`); all where none is."""
    printed = _printed_weekday(clue)
    return tuple(d for d in days if printed is None or d.earliest.weekday() == printed)


def _printed_weekday(clue: DateClue) -> int | None:
    return next((number for name, number in WEEKDAYS.items() if name in clue.text.lower()), None)


def named_weekdays(text: str, mentions: Sequence[DateMention]) -> list[NamedWeekday]:
    """The weekdays of the week behind that the story names for what has happened, in its order."""
    found = []
    for mention in mentions:
        words = mention.span.of(text).lower()
        named = [number for name, number in WEEKDAYS.items() if name in words]
        if len(named) == 1 and mention.forward is not True and not OTHER_WEEK_OR_DATED.search(words):
            late, elsewhere = "late" in words or "night" in words, "local time" in words
            reported = REPORTED.search(text, max(0, mention.span.start - 80), mention.span.start) is not None
            found.append(NamedWeekday(named[0], mention.span.of(text), mention.span.start, late, elsewhere, reported))
    return found


def weekday_evidence(clues: Sequence[DateClue], weekdays: Sequence[NamedWeekday]) -> Iterator[Evidence]:
    """A printed month and day, and the weekday that the story opens with, together tell years.

    One that prints its own weekday tells them better.
    """
    dated = next((c for c in clues if c.year is None and c.month and c.day), None)
    if dated is None or dated.month is None or dated.day is None or not weekdays or _printed_weekday(dated) is not None:
        return
    first = weekdays[0]
    if first.start > OPENING:
        return
    days = each_year(dated.month, dated.day, YEARS)
    for lags, weight, words in (((0, 1), 2, "that day or the day before"), ((0,), 1, "that very day")):
        if (first.late or first.elsewhere) and weight == 1:
            continue
        fitting = tuple(d for d in days if (d.earliest.weekday() - first.weekday) % 7 in lags)
        yield Evidence(f"“{first.text}” was {words}, if “{dated.text}” is the day of publication", fitting, weight)


def told_evidence(text: str, mentions: Sequence[DateMention]) -> Iterator[Evidence]:
    """Dates told with their year, as past or as to come, bound the day of publication."""
    past = [w for m in mentions if m.forward is False and m.kind in PAST_KINDS and (w := _placed(text, m))]
    coming = [w for m in mentions if m.forward is True and m.kind in {"point", "by"} and (w := _placed(text, m))]
    # Plans are told in past tenses too ("gave early 2020 as the start"): what is still to come is not behind.
    past = [told for told in past if all(told.days.latest < other.days.earliest for other in coming)]
    newest = max(past, key=lambda told: told.days.earliest, default=None)
    if newest is not None:
        yield Evidence(f"“{newest.words}” is told as past", (Interval(newest.days.earliest, YEARS.latest),), 3)
        yield from _newest_evidence(text, past)
    to_come = [told for told in coming if newest is None or told.days.latest > newest.days.earliest]
    if to_come:
        first = min(to_come, key=lambda told: told.days.latest)
        yield Evidence(f"“{first.words}” is told as to come", (Interval(YEARS.earliest, first.days.latest),), 2)


def _placed(text: str, mention: DateMention) -> "_Told | None":
    """The days a mention tells with their year, but for a year that only names a thing (`the 2019 white paper`)."""
    when = mention.told or mention.when
    if (
        when.earliest is None
        or when.latest is None
        or not YEARS.earliest <= when.earliest <= when.latest <= YEARS.latest
    ):
        return None
    if not YEAR_ITSELF.search(mention.span.of(text)):
        return None
    near = max(0, mention.span.start - 20)
    if when.precision == "year" and mention.kind == "point" and not TIME_WORD.search(text, near, mention.span.start):
        return None
    return _Told(Interval(when.earliest, when.latest), mention.span.of(text))


def _newest_evidence(text: str, past: Sequence[_Told]) -> Iterator[Evidence]:
    """A full date is of the year behind; years in a row with a `last year` beside them end with it."""
    newest = max(past, key=lambda told: told.days.earliest)
    years = {told.days.earliest.year for told in past}
    if newest.days.days == 1:
        year = Interval(newest.days.earliest, newest.days.earliest + timedelta(days=365))
        yield Evidence(f"“{newest.words}” is the newest day it tells of", (year,), 0)
    elif newest.days.earliest.year - 1 in years and LAST_YEAR.search(text):
        year = year_of(date(newest.days.earliest.year + 1, 1, 1))
        yield Evidence(f"“{newest.words}” is last year", (year,), 0)


def month_day_evidence(text: str, mentions: Sequence[DateMention]) -> Iterator[Evidence]:
    """Month and day told without a year: of its news in the first paragraph, with a weekday anywhere."""
    opening = text.find("\n\n") if "\n\n" in text else len(text)
    fresh = False
    for mention in mentions:
        match = MONTH_DAY.match(mention.span.of(text))
        if match is None or mention.when.earliest is not None or mention.kind == "duration":
            continue
        month, number = month_number(match["month"] or match["month2"]), number_of(match["day"] or match["day2"])
        if match["weekday"]:
            weekday = next(i for name, i in WEEKDAYS.items() if name.startswith(match["weekday"].lower()[:3]))
            fitting = [d for d in each_year(month, number, YEARS) if d.earliest.weekday() == weekday]
            reach = timedelta(days=DATED_WEEKDAYS_REACH)
            days = together(Interval(d.earliest - timedelta(days=60), d.latest + reach) for d in fitting)
            yield Evidence(f"“{match[0]}” falls so in few years", days, 2)
        if mention.span.start < opening and not fresh and mention.forward is not True and mention.kind == "point":
            fresh = True
            days = each_year(month, number, YEARS, after=NEWS_IS_FRESH)
            yield Evidence(f"“{match[0]}” is the day of its news", days, 2)
            yield Evidence(f"news is told on its day, “{match[0]}”", each_year(month, number, YEARS), 1)
