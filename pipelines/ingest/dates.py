"""Calendar days as the margins of a page print them, made clues.

Not here: which clue tells the day of publication (`pipelines/reading/publication.py`), or dates within the story.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipelines.records import DateClue

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LEAP_YEAR = 2000
"""Stands for a year that is not told: it has all days."""

_MONTH = (
    r"(?P<name>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
# An hour may be glued to it.
_YEAR = r"(?P<year>(?:19|20)\d\d)(?:(?!\d)|(?=\d\d?:\d\d))"

WRITTEN = (
    ("iso", rf"(?<!\d){_YEAR}-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?!\d)"),
    ("dotted", rf"(?<!\d){_YEAR}\s?[./]\s?(?P<month>\d{{1,2}})\s?[./]\s?(?P<day>\d{{1,2}})(?!\d)"),
    ("east_asian", rf"{_YEAR}[年년]\s?(?P<month>\d{{1,2}})[月월](?:\s?(?P<day>\d{{1,2}})[日일])?"),
    ("month_day_year", rf"\b{_MONTH}\s?{_DAY},?\s?{_YEAR}"),
    ("day_month_year", rf"(?<!\d){_DAY}[\s-](?:of\s)?{_MONTH},?[\s-]{_YEAR}"),
    ("day_first", rf"(?<![\d/])(?P<day>1[3-9]|2\d|3[01])[/.](?P<month>\d{{1,2}})[/.]{_YEAR}"),
    ("continental", rf"(?<![\d.])(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}"),
    ("month_first", rf"(?<![\d/])(?P<month>\d{{1,2}})/(?P<day>1[3-9]|2\d|3[01])/{_YEAR}"),
    ("american", rf"(?<![\d/])(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})/{_YEAR}(?=,?\s\d{{1,2}}:\d\d\s?[ap]\.?m\b)"),
    ("month_year", rf"\b{_MONTH},?\s{_YEAR}"),
    ("month_day", rf"\b{_MONTH}\s?{_DAY}"),
    ("day_month", rf"(?<!\d){_DAY}\s{_MONTH}"),
)
"""How a day is written, the fuller forms first; IGNORECASE."""

IN_ADDRESS = (
    ("path", r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d{1,2})(?:/(?P<day>\d{1,2}))?(?=/|$)"),
    ("hyphened", r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
    ("run", r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])"),
)
"""How a day stands in a web address."""

_WRITTEN = tuple(re.compile(pattern, re.IGNORECASE) for _, pattern in WRITTEN)
_IN_ADDRESS = tuple(re.compile(pattern) for _, pattern in IN_ADDRESS)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A day, or month, printed in a text from `start` to `end`."""

    start: int
    end: int
    text: str
    year: int | None
    month: int
    day: int | None

    def clue(self, basis: str, text: str | None = None) -> DateClue:
        """The day as a clue to the day of publication; `text` is the line around it."""
        return DateClue(basis, text or self.text, self.year, self.month, self.day)


def dates_in(text: str) -> list[PrintedDate]:
    """The days printed in a text, in its order, none overlapping another."""
    return _apart(text, _WRITTEN)


def dates_in_address(url: str) -> list[PrintedDate]:
    """The days that stand in a web address."""
    return _apart(url, _IN_ADDRESS)


def _apart(text: str, patterns: tuple[re.Pattern[str], ...]) -> list[PrintedDate]:
    found: list[PrintedDate] = []
    for pattern in patterns:
        for printed in _read(text, pattern):
            if all(printed.end <= other.start or other.end <= printed.start for other in found):
                found.append(printed)
    return sorted(found, key=lambda printed: printed.start)


def _read(text: str, pattern: re.Pattern[str]) -> Iterator[PrintedDate]:
    for match in pattern.finditer(text):
        parts = match.groupdict()
        name = parts.get("name")
        month = MONTHS.index(name[:3].lower()) + 1 if name else int(parts["month"])
        day = int(parts["day"]) if parts.get("day") else None
        year = int(parts["year"]) if parts.get("year") else None
        if _exists(year, month, day):
            yield PrintedDate(match.start(), match.end(), match.group(), year, month, day)


def _exists(year: int | None, month: int, day: int | None) -> bool:
    try:
        date(year or LEAP_YEAR, month, day or 1)
    except ValueError:
        return False
    return True
