"""Spans of days and the steps a calendar makes. Not here: words for them (`temporal_patterns.py`)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Days from `earliest` to `latest`, both included."""

    earliest: date
    latest: date

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.latest - self.earliest).days + 1

    def holds(self, other: "Interval") -> bool:
        """Whether the other interval lies within this one."""
        return self.earliest <= other.earliest and other.latest <= self.latest

    def meet(self, other: "Interval") -> "Interval | None":
        """The days both have, or nothing."""
        earliest, latest = max(self.earliest, other.earliest), min(self.latest, other.latest)
        return Interval(earliest, latest) if earliest <= latest else None

    def shift(self, step: relativedelta | timedelta) -> "Interval":
        """The same interval a step on (or, by a negative step, back)."""
        return Interval(self.earliest + step, self.latest + step)

    def part(self, index: int, parts: int) -> "Interval":
        """One of so many equal parts, from 0: whole months where they divide, else days, the last taking the rest."""
        months = 12 * (self.latest.year - self.earliest.year) + self.latest.month - self.earliest.month + 1
        if months % parts == 0 and self == span_of(month_of(self.earliest), month_of(self.latest)):
            first = self.earliest + relativedelta(months=index * months // parts)
            return span_of(month_of(first), month_of(first + relativedelta(months=months // parts - 1)))
        size = max(1, self.days // parts)
        earliest = min(self.latest, self.earliest + timedelta(days=index * size))
        return Interval(earliest, self.latest if index == parts - 1 else earliest + timedelta(days=size - 1))


def span_of(*intervals: Interval) -> Interval:
    """The shortest interval that holds all of them."""
    return Interval(min(i.earliest for i in intervals), max(i.latest for i in intervals))


def day_of(day: date) -> Interval:
    """One day."""
    return Interval(day, day)


def week_of(day: date) -> Interval:
    """The week, from Monday to Sunday, that the day lies in."""
    monday = day - timedelta(days=day.weekday())
    return Interval(monday, monday + timedelta(days=6))


def weekend_of(day: date) -> Interval:
    """Saturday and Sunday of the day's week."""
    return Interval(week_of(day).earliest + timedelta(days=5), week_of(day).latest)


def month_of(day: date) -> Interval:
    """The calendar month that the day lies in."""
    return Interval(day.replace(day=1), day + relativedelta(day=31))


def year_of(day: date) -> Interval:
    """The calendar year that the day lies in."""
    return Interval(day.replace(month=1, day=1), day.replace(month=12, day=31))


UNITS: dict[str, Callable[[date], Interval]] = {"day": day_of, "week": week_of, "month": month_of, "year": year_of}


def unit_of(day: date, unit: str, count: int) -> Interval:
    """The calendar day, week, month or year that lies so many of them after (or, negative, before) that of the day."""
    return UNITS[unit](day + relativedelta(**{f"{unit}s": count}))  # type: ignore[arg-type]


def precision_of(interval: Interval) -> str:
    """The code of the calendar unit that the interval is, or `range`."""
    for precision in ("day", "month", "year"):
        if UNITS[precision](interval.earliest) == interval:
            return precision
    return "range"


def weekday_near(day: date, weekday: int, *, ahead: bool, strict: bool = False) -> date:
    """The nearest such weekday (Monday is 0) ahead of or behind the day; the day itself counts unless `strict`."""
    if strict:
        day += timedelta(days=1 if ahead else -1)
    distance = (weekday - day.weekday()) % 7 if ahead else -((day.weekday() - weekday) % 7)
    return day + timedelta(days=distance)


def month_near(day: date, month: int, *, ahead: bool, strict: bool = False) -> Interval:
    """The nearest such month ahead of or behind the day; the day's own month counts unless `strict`."""
    same = month_of(day.replace(day=1, month=month))
    own = month_of(day)
    if (same == own and not strict) or (same > own if ahead else same < own):
        return same
    return month_of(same.earliest + relativedelta(years=1 if ahead else -1))


def month_day_near(day: date, month: int, number: int, *, ahead: bool, weekday: int | None = None) -> date | None:
    """The nearest such day of a year ahead of or behind the day, which counts itself; on that weekday where told.

    Nothing where no calendar has such a day (30 February).
    """
    step = 1 if ahead else -1
    # A leap day on a given weekday comes back within 40 years.
    for year in range(day.year, day.year + 41 * step, step):
        try:
            found = date(year, month, number)
        except ValueError:
            continue
        if (found >= day if ahead else found <= day) and weekday in (None, found.weekday()):
            return found
    return None


# Some days, told as intervals in order, none touching another.
Days = tuple[Interval, ...]


def common(first: Days, second: Days) -> Days:
    """The days that lie in both."""
    return tuple(sorted(met for a in first for b in second if (met := a.meet(b)) is not None))


def together(days: Iterable[Interval]) -> Days:
    """The days of all the intervals, those that overlap or touch made one."""
    found: list[Interval] = []
    for interval in sorted(days):
        if found and interval.earliest <= found[-1].latest + timedelta(days=1):
            found[-1] = span_of(found[-1], interval)
        else:
            found.append(interval)
    return tuple(found)


def each_year(month: int, number: int, years: Interval, *, after: int = 0) -> Days:
    """The day of that month in each year, and so many days after it; none where a year has no such day."""
    found = []
    for year in range(years.earliest.year, years.latest.year + 1):
        try:
            day = date(year, month, number)
        except ValueError:
            continue
        found.append(Interval(day, day + timedelta(days=after)))
    return together(found)
