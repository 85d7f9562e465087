"""What each kind of time phrase means: a reading of its match. Not here: how the phrases look (`temporal_patterns.py`).

A meaning says which days a phrase tells, given the day it counts from and whether its clause looks forward; `dates.py`
knows both.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from pipelines.reading.intervals import (
    UNITS,
    Interval,
    day_of,
    month_day_near,
    month_near,
    month_of,
    span_of,
    unit_of,
    weekday_near,
    weekend_of,
    year_of,
)
from pipelines.reading.temporal_words import STEPS, WEEKDAYS, month_number, number_of, step_of

# From the day a phrase counts from, and whether its clause looks forward (true), back (false) or does not say.
Resolve = Callable[[date, bool | None], Interval | None]
Base = Literal["publication", "told", "none"]
# A month-day just ahead is meant rather than the one nearly a year back, where the clause does not say.
SOON = timedelta(days=45)
# Only one that falls on the weekday told lies further back: `Friday, Jan. 28` is then the one ahead.
YEAR = timedelta(days=366)
SUNDAY = 6
DAYS_IN = {"day": 1, "week": 7, "month": 30, "year": 365}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase means.

    `unit` is its grain, and `base` what it counts from: `publication`, the time `told` before it, or `none`. `cycle` is
    after how long the same words come back, which parts the two ends of a range; `needs_part` marks a phrase that says
    a time only with another (`later in` the week); `open_year` one whose year a story may have set before. `days` is
    the length of a duration; `runs_on` how many days after its first one a range ends; `undated` what the phrase means
    in a sentence that has not told a day before it.
    """

    resolve: Resolve
    unit: str
    base: Base = "publication"
    cycle: relativedelta | None = None
    needs_part: bool = False
    open_year: bool = False
    days: int | None = None
    runs_on: int = 0
    undated: "Meaning | None" = None


def fixed(interval: Interval, unit: str) -> Meaning:
    """The same days whenever it is told."""
    return Meaning(lambda _day, _forward: interval, unit, base="none")


def full_date(match: re.Match[str]) -> Meaning | None:
    """Day, month and year."""
    try:
        day = date(int(match["year"]), month_number(match["month"]), number_of(match["day"]))
    except ValueError:
        return None
    return fixed(day_of(day), "day")


def month_day(match: re.Match[str]) -> Meaning | None:
    """Month and day: the nearest behind, unless the clause looks forward or the one behind is a year away."""
    month, number = month_number(match["month"]), number_of(match["day"])
    name = (match["weekday"] or "").lower()[:3]
    weekday = next((i for full, i in WEEKDAYS.items() if name and full.startswith(name)), None)
    if number > 29 and number > month_of(date(2000, month, 1)).latest.day:
        return None

    def resolve(day: date, forward: bool | None) -> Interval | None:
        behind = month_day_near(day, month, number, ahead=False, weekday=weekday)
        ahead = month_day_near(day, month, number, ahead=True, weekday=weekday)
        if behind is None or ahead is None:
            return None
        soon = ahead - day <= SOON < day - behind
        only = weekday is not None and ahead - day <= YEAR < day - behind
        return day_of(ahead if forward or only or (forward is None and soon) else behind)

    return Meaning(resolve, "day", cycle=relativedelta(years=1), open_year=True)


def days_of_month(match: re.Match[str]) -> Meaning | None:
    """`Sept. 7 to 9`, `7-9 September 2024`: the first day, and how many days on the last one is."""
    first, last = number_of(match["day"]), number_of(match["last"])
    meaning = full_date(match) if match["year"] else month_day(match)
    return replace(meaning, runs_on=last - first) if meaning is not None and first < last else None


def month_day_of_year(match: re.Match[str]) -> Meaning | None:
    """`Dec. 13 last year`."""
    month, number, step = (
        month_number(match["month"]),
        number_of(match["day"]),
        STEPS[match["step"].lower()],
    )

    def resolve(day: date, _forward: bool | None) -> Interval | None:
        try:
            return day_of(date(day.year + step, month, number))
        except ValueError:
            return None

    return Meaning(resolve, "day")


def ordinal_day(match: re.Match[str]) -> Meaning | None:
    """`the 25th`: the nearest behind; ahead where the clause looks forward."""
    number = number_of(match["day"])

    def resolve(day: date, forward: bool | None) -> Interval | None:
        month = month_of(day)
        # No two months in a row lack the same day.
        for _ in range(3):
            found = month.earliest + timedelta(days=number - 1)
            if found <= month.latest and (found >= day if forward else found <= day):
                return day_of(found)
            month = month_of(month.earliest + relativedelta(months=1 if forward else -1))
        return None

    return Meaning(resolve, "day", cycle=relativedelta(months=1))


def weekday(match: re.Match[str]) -> Meaning:
    """A weekday: behind, unless the clause looks forward; `last` and `next` decide, and never mean the day itself."""
    weekday, step = WEEKDAYS[match["weekday"].lower()], step_of(match["step"])

    def resolve(day: date, forward: bool | None) -> Interval:
        ahead = bool(forward) if step in (None, 0) else step > 0
        return day_of(weekday_near(day, weekday, ahead=ahead, strict=bool(step)))

    return Meaning(resolve, "day", cycle=relativedelta(weeks=1))


def weekday_of_week(match: re.Match[str]) -> Meaning:
    """`Tuesday last week`."""
    weekday, step = WEEKDAYS[match["weekday"].lower()], STEPS[match["step"].lower()]
    return Meaning(
        lambda day, _forward: day_of(unit_of(day, "week", step).earliest + timedelta(days=weekday)),
        "day",
        cycle=relativedelta(weeks=1),
    )


def month_year(match: re.Match[str]) -> Meaning:
    """`June 2019`."""
    return fixed(month_of(date(int(match["year"]), month_number(match["month"]), 1)), "month")


def month_of_step(match: re.Match[str]) -> Meaning:
    """`November of the previous year`, `July last year`."""
    month, step = month_number(match["month"]), STEPS[match["step"].lower()]
    base: Base = "told" if match["step"].lower() in {"same", "following"} else "publication"
    return Meaning(lambda day, _f: month_of(date(day.year + step, month, 1)), "month", base=base)


def month_name(match: re.Match[str]) -> Meaning:
    """A month: behind or current, unless the clause looks forward; `last` and `next` never mean the current one."""
    month, step = month_number(match["month"]), step_of(match["step"])

    def resolve(day: date, forward: bool | None) -> Interval:
        if step == 0:
            return month_of(date(day.year, month, 1))
        return month_near(day, month, ahead=bool(forward) if step is None else step > 0, strict=bool(step))

    return Meaning(resolve, "month", cycle=relativedelta(years=1), open_year=step is None)


def month_by_told(match: re.Match[str]) -> Meaning:
    """`that August`, `the following March`, `the June before`: of the year told, or the nearest to the time told."""
    month, step = month_number(match["month"]), match["step"].lower().removeprefix("the ")
    if step == "that":
        return Meaning(lambda day, _f: month_of(date(day.year, month, 1)), "month", base="told")
    ahead = step in {"following", "after"}
    return Meaning(lambda day, _f: month_near(day, month, ahead=ahead, strict=True), "month", base="told")


def year(match: re.Match[str]) -> Meaning:
    """`in 2017`; a fiscal year is taken for the calendar year it is named after."""
    return fixed(year_of(date(int(match["year"]), 1, 1)), "year")


def short_year(match: re.Match[str]) -> Meaning:
    """`FY24`."""
    return fixed(year_of(date(2000 + int(match["year"]), 1, 1)), "year")


def decade(match: re.Match[str]) -> Meaning:
    """`the 1990s`."""
    first = int(match["year"])
    return fixed(span_of(year_of(date(first, 1, 1)), year_of(date(first + 9, 1, 1))), "range")


def today(match: re.Match[str]) -> Meaning:
    """`today`, `yesterday`, `this morning`."""
    step = {"yesterday": -1, "tomorrow": 1}.get(match["day"].lower(), 0)
    return Meaning(lambda day, _f: day_of(day + timedelta(days=step)), "day")


def unit_step(match: re.Match[str]) -> Meaning:
    """`last month`, `this week`, `next year`, `the previous day`."""
    step, unit = match["step"].lower(), match["unit"].lower()
    told = step in {"previous", "same", "following"} or (step == "next" and unit == "day")

    def resolve(day: date, forward: bool | None) -> Interval:
        # On a Sunday, what is to come this week comes in the week that begins.
        begins = unit == "week" and forward and day.weekday() == SUNDAY
        return unit_of(day + timedelta(days=1) if begins else day, unit, STEPS[step])

    return Meaning(resolve, unit, base="told" if told else "publication")


def weekend(match: re.Match[str]) -> Meaning:
    """A weekend: the last one begun, unless the clause looks forward or the words do."""
    step = step_of(match["step"])

    def resolve(day: date, forward: bool | None) -> Interval:
        own = weekend_of(day)
        if forward or step == 1:
            return own if day < own.earliest or step != 1 else own.shift(timedelta(weeks=1))
        return own if own.earliest <= day and step != -1 else own.shift(timedelta(weeks=-1))

    return Meaning(resolve, "range")


def that_unit(match: re.Match[str]) -> Meaning:
    """`the day`, `the year`, as in `later in the day`, `the end of the year`."""
    unit = match["unit"].lower()
    return Meaning(
        lambda day, _f: UNITS[unit](day), unit, base="told" if unit == "day" else "publication", needs_part=True
    )


def counted(match: re.Match[str]) -> Meaning:
    """`two years ago`, `a day earlier`, `three months later`."""
    count, unit, way = number_of(match["count"]), match["unit"].lower(), match["way"].lower()
    base: Base = "publication" if way in {"ago", "from now"} else "told"
    return _stepped(unit, count if way in {"later", "from now"} else -count, base)


def counted_from_another(match: re.Match[str]) -> Meaning:
    """`a day after he warned`: dates the warning where the sentence has told its day, else what came after it."""
    count = -number_of(match["count"]) if match["way"].lower() == "after" else number_of(match["count"])
    unit = match["unit"].lower()
    return replace(_stepped(unit, count, "told"), undated=_stepped(unit, -count, "told"))


def _stepped(unit: str, count: int, base: Base) -> Meaning:
    if unit == "decade":
        return _stepped("year", 10 * count, base)
    return Meaning(lambda day, _f: unit_of(day, unit, count), unit, base=base)


def unit_before(match: re.Match[str]) -> Meaning:
    """`the day before`, `the week after`."""
    step, unit = -1 if match["way"].lower() == "before" else 1, match["unit"].lower()
    return Meaning(lambda day, _f: unit_of(day, unit, step), unit, base="told")


def that_day(_match: re.Match[str]) -> Meaning:
    """`that day`: the day told before."""
    return Meaning(lambda day, _f: day_of(day), "day", base="told")


def stretch(match: re.Match[str]) -> Meaning:
    """`the past five years`, `over the next four years`."""
    count, unit = number_of(match["count"]), match["unit"].lower()
    back = STEPS[match["step"].lower()] < 0

    def resolve(day: date, _forward: bool | None) -> Interval:
        other = day + relativedelta(**{f"{unit}s": -count if back else count})  # type: ignore[arg-type]
        return Interval(min(day, other), max(day, other))

    return Meaning(resolve, "range")


def duration(match: re.Match[str]) -> Meaning:
    """`a two-day visit`: a length, no date."""
    days = number_of(match["count"]) * DAYS_IN[match["unit"].lower()]
    return Meaning(lambda _d, _f: None, "unknown", base="none", days=days)


def year_end(_match: re.Match[str]) -> Meaning:
    """`by year-end`."""
    return Meaning(lambda day, _f: day_of(year_of(day).latest), "day")
