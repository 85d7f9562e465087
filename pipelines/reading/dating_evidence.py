"""Signs of the day of publication that clues and the dates in a story give.

Not here: what the signs add up to (`publication.py`), and what people (`dating_by_office.py`), events
(`dating_by_event.py`) and exchange rates (`dating_by_rate.py`) tell.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipelines.reading.dates import DateMention
from pipelines.reading.intervals import Days, Interval, each_year, month_of, together
from pipelines.reading.temporal_words import DAY, MONTH, SHORT_WEEKDAY, WEEKDAYS, month_number, number_of
from pipelines.records import DateClue

# Outside of these years nothing is sought.
YEARS = Interval(date(2000, 1, 1), date(2034, 12, 31))
# How long before publication, in days, a story's first paragraph reaches for its news; and a story for a dated weekday.
NEWS_IS_FRESH, DATED_WEEKDAYS_REACH = 7, 300
# A year told, that the verb near it decides about: not one that only names a thing (`the 2019 white paper`).
TIME_WORD = re.compile(r"\b(?:in|on|since|of|from|during)\s(?:the\s)?$", re.IGNORECASE)
MONTH_DAY = re.compile(
    rf"(?:(?P<weekday>{SHORT_WEEKDAY}),?\s)?(?:(?P<month>{MONTH})\s(?P<day>{DAY})|(?P<day2>{DAY})\s(?:of\s)?(?P<month2>{MONTH}))",
    re.IGNORECASE,
)
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

    `late` where the words say that it was late that day, or that its time is not the outlet's; `reported` where it is
    the day of a report (`said Tuesday`), not of what is reported.
    """

    weekday: int
    text: str
    start: int
    late: bool
    reported: bool


def clue_evidence(clue: DateClue) -> Evidence | None:
    """What a printed date says, whole or without its year or day; nothing where no calendar has such a day."""
    if clue.month is None:
        return None
    try:
        if clue.year is None:
            days = each_year(clue.month, clue.day, YEARS) if clue.day else ()
        elif clue.day is None:
            days = (month_of(date(clue.year, clue.month, 1)),)
        else:
            day = date(clue.year, clue.month, clue.day)
            days = (Interval(day, day),)
    except ValueError:
        return None
    return Evidence(f"{clue.basis}: “{clue.text}”", days, 3) if days else None


def named_weekdays(text: str, mentions: Sequence[DateMention]) -> list[NamedWeekday]:
    """The weekdays that the story names for what has happened, in its order."""
    found = []
    for mention in mentions:
        words = mention.span.of(text).lower()
        named = [number for name, number in WEEKDAYS.items() if name in words]
        if (
            len(named) == 1
            and mention.forward is not True
            and "week" not in words
            and not any(c.isdigit() for c in words)
        ):
            late = "late" in words or "night" in words or "local time" in words
            reported = REPORTED.search(text, max(0, mention.span.start - 80), mention.span.start) is not None
            found.append(NamedWeekday(named[0], mention.span.of(text), mention.span.start, late, reported))
    return found


def weekday_evidence(clues: Sequence[DateClue], weekdays: Sequence[NamedWeekday]) -> Iterator[Evidence]:
    """A printed month and day, and the weekday that the story opens with, together tell years."""
    dated = next((c for c in clues if c.year is None and c.month and c.day), None)
    if dated is None or dated.month is None or dated.day is None or not weekdays:
        return
    first = weekdays[0]
    days = each_year(dated.month, dated.day, YEARS)
    for lags, weight, words in (((0, 1), 2, "that day or the day before"), ((0,), 1, "that very day")):
        if first.late and weight == 1:
            continue
        fitting = tuple(d for d in days if (d.earliest.weekday() - first.weekday) % 7 in lags)
        yield Evidence(f"“{first.text}” was {words}, if “{dated.text}” is the day of publication", fitting, weight)


def told_evidence(text: str, mentions: Sequence[DateMention]) -> Iterator[Evidence]:
    """Dates told with their year, as past or as to come, bound the day of publication."""
    past, coming = [], []
    for mention in mentions:
        when = mention.told or mention.when
        if when.earliest is None or when.latest is None:
            continue
        if mention.forward is False and mention.kind in {"point", "since", "span"}:
            whole_year = when.precision == "year" and not TIME_WORD.search(
                text, max(0, mention.span.start - 20), mention.span.start
            )
            if not whole_year:
                past.append((when.earliest, when.text))
        elif mention.forward is True and mention.kind in {"point", "by"}:
            coming.append((when.latest, when.text))
    if past:
        latest, words = max(past, key=lambda p: p[0])
        if YEARS.earliest <= latest <= YEARS.latest:
            yield Evidence(f"“{words}” is told as past", (Interval(latest, YEARS.latest),), 3)
    to_come = [c for c in coming if not past or c[0] > max(past, key=lambda p: p[0])[0]]
    if to_come:
        earliest, words = min(to_come, key=lambda c: c[0])
        if earliest <= YEARS.latest:
            yield Evidence(f"“{words}” is told as to come", (Interval(YEARS.earliest, earliest),), 2)


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
