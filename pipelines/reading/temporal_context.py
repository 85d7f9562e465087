"""The words around a time phrase that belong to it: parts, bounds, times of day, ranges. Not here: the phrases."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from pipelines.reading.intervals import Interval
from pipelines.reading.temporal_words import DAY_PART, ORDINALS


@dataclass(frozen=True, slots=True)
class Part:
    """Words before a phrase that take a part of its time. `take` gets the time and the day it is told on."""

    name: str
    pattern: re.Pattern[str]
    take: Callable[[re.Match[str], Interval, date], Interval | None]


def _before(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})(?:\s(?:of|in|on))?[\s-](?:the\s)?$", re.IGNORECASE)


def _third(index: int) -> Callable[[re.Match[str], Interval, date], Interval | None]:
    return lambda _match, whole, _day: whole.part(index, 3)


def _edge(index: int) -> Callable[[re.Match[str], Interval, date], Interval | None]:
    """The last (or first) twelfth of a year, and so much of anything shorter."""
    return lambda _match, whole, _day: whole.part(index % 12, 12) if whole.days > 31 else whole.part(index % 3, 3)


PARTS: tuple[Part, ...] = (
    Part("early", _before("early"), _third(0)),
    Part("middle", _before("mid|the middle"), _third(1)),
    Part("late", _before("late"), _third(2)),
    Part("beginning", _before(r"the\s(?:very\s)?(?:beginning|start)"), _edge(0)),
    Part("end", _before(r"(?:the\s)?end"), _edge(-1)),
    Part("half", _before(r"(?P<n>first|second)\shalf"), lambda m, whole, _d: whole.part(ORDINALS[m["n"].lower()], 2)),
    Part(
        "quarter",
        _before(r"(?P<n>first|second|third|fourth|1st|2nd|3rd|4th)\squarter"),
        lambda m, whole, _d: whole.part(ORDINALS[m["n"].lower()], 4),
    ),
    Part("earlier", _before("earlier"), lambda _m, whole, day: whole.meet(Interval(date.min, day))),
    Part("later", _before("later"), lambda _m, whole, day: whole.meet(Interval(day, date.max))),
    Part("during", _before(r"during|over|throughout"), lambda _m, whole, _d: whole),
)

# What a word before the phrase makes of it: the row's first entry is a `kind` of `dates.DateMention`.
BOUNDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})\s(?:the\s)?$", re.IGNORECASE))
    for kind, words in (
        ("by", r"by|no\slater\sthan|before"),
        ("until", r"until|till|(?<!fall\s)(?<!falls\s)(?<!fell\s)(?<!fallen\s)through|up\sto"),
        ("since", r"since"),
        ("start", r"from|starting(?:\s(?:on|in|from))?|beginning(?:\s(?:on|in|from))?|as\sof|as\searly\sas"),
    )
)

# Around a day: `late Monday`, `Tuesday morning, local time`.
DAY_BEFORE = re.compile(r"\b(?:late|early|later|earlier|mid)\s(?:on\s)?$", re.IGNORECASE)
DAY_AFTER = re.compile(rf"(?:\s(?:{DAY_PART}))?(?:,?\s\(?local\stime\)?)?", re.IGNORECASE)
# Between the ends of a range, and before its first end where `and` parts them.
RANGE_LINK = re.compile(r"\s?(?:[-–—]|\b(?:to|through|until|till)\b)\s?(?:the\s)?", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
