"""The phrases that tell a time: how they look, one row each. Not here: what they mean (`temporal_meanings.py`).

A phrase is a row of `PHRASES`: a name, what triggers it, a pattern, and a reading of the match. Where two overlap, the
one that starts first wins, then the longer one. A group `at` narrows the phrase down to a part of the match.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipelines.reading import temporal_meanings as meanings
from pipelines.reading.temporal_meanings import Meaning
from pipelines.reading.temporal_words import (
    BARE_MONTH,
    COUNTED,
    DAY,
    DAY_PART,
    MONTH,
    NUMBER,
    SHORT_WEEKDAY,
    WEEKDAY,
    YEAR,
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to tell a time; `trigger` is the kind of word that every match holds (`temporal_triggers.py`)."""

    name: str
    trigger: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Meaning | None]


def _phrase(name: str, trigger: str, pattern: str, read: Callable[[re.Match[str]], Meaning | None]) -> Phrase:
    return Phrase(name, trigger, re.compile(pattern, re.IGNORECASE), read)


_STEP_UNIT = r"(?P<unit>day|week|month|year)\b(?!-)"
_TO = r"\s?(?:[-–—]|\b(?:to|through|until|and)\b)\s?"
_DATED = rf"(?:(?P<weekday>{SHORT_WEEKDAY})(?:\s(?:{DAY_PART}))?,?\s\(?)?"

#: What is told of an event that has not come yet, whose day nothing tells: `18 months after the contract takes effect`.
_NOT_IF_TO_COME = r"(?!(?:\s[\w'’-]+){1,5}\s(?:takes|enters|comes|goes|becomes|is|are|gets)\b)"

PHRASES: tuple[Phrase, ...] = (
    _phrase(
        "iso date",
        "year",
        r"(?<![\d.-])(?P<year>(?:19[4-9]\d|20\d\d))(?P<s>[-/.])(?P<month>\d\d)(?P=s)(?P<day>\d\d)\b",
        meanings.full_date,
    ),
    _phrase(
        "days of a month",
        "month",
        rf"\b{_DATED}(?P<month>{MONTH})\s(?P<day>{DAY}){_TO}(?P<last>{DAY})(?![-:\w])(?:,?\s(?P<year>{YEAR}))?",
        meanings.days_of_month,
    ),
    _phrase(
        "days of a month, month last",
        "month",
        rf"\b(?P<weekday>)(?P<day>{DAY}){_TO}(?P<last>{DAY})\s(?:of\s)?(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))?",
        meanings.days_of_month,
    ),
    _phrase(
        "month day, year",
        "month",
        rf"\b{_DATED}(?P<month>{MONTH})\s(?P<day>{DAY}),?\s?(?P<year>{YEAR})",
        meanings.full_date,
    ),
    _phrase(
        "day month year",
        "month",
        rf"\b{_DATED}(?P<day>{DAY})\s(?:of\s)?(?P<month>{MONTH}),?\s(?P<year>{YEAR})",
        meanings.full_date,
    ),
    _phrase(
        "month day step year",
        "month",
        rf"\b(?P<month>{MONTH})\s(?P<day>{DAY}),?\s(?:of\s)?(?P<step>last|this|next)\syear\b",
        meanings.month_day_of_year,
    ),
    _phrase(
        "month day", "month", rf"\b{_DATED}(?P<month>{MONTH})\s(?P<day>{DAY})(?!\s?(?:percent|%))", meanings.month_day
    ),
    _phrase("day month", "month", rf"\b{_DATED}(?P<day>{DAY})\s(?:of\s)?(?P<month>{MONTH})", meanings.month_day),
    _phrase(
        "ordinal day",
        "ordinal",
        r"\bon\s(?P<at>the\s(?P<day>(?:[12]?1st|[12]?2nd|[12]?3rd|[12]?\dth|3[01](?:st|th))))\b(?=\s?[,.;(]|\s(?:in|at|for|to|with|and|that|by|as)\b|\s?$)",
        meanings.ordinal_day,
    ),
    _phrase(
        "ordinal day, local time",
        "ordinal",
        r"\b(?:the\s)?(?P<day>\d{1,2}(?:st|nd|rd|th))(?=,?\s\(?local\stime)",
        meanings.ordinal_day,
    ),
    _phrase(
        "weekday of a week",
        "weekday",
        rf"\b(?P<weekday>{WEEKDAY})(?:\s(?:{DAY_PART}))?,?\s(?:of\s)?(?P<step>last|this|next)\sweek\b",
        meanings.weekday_of_week,
    ),
    _phrase(
        "weekday",
        "weekday",
        rf"\b(?:(?P<step>(?:this\s)?(?:past|coming)|last|this|next)\s)?(?P<weekday>{WEEKDAY})\b",
        meanings.weekday,
    ),
    _phrase("month year", "month", rf"\b(?P<month>{MONTH}),?\s(?:of\s)?(?P<year>{YEAR})", meanings.month_year),
    _phrase(
        "month of a year",
        "month",
        rf"\b(?P<month>{MONTH})(?:,?\s|\sof\s)(?:the\s)?(?P<step>last|previous|this|same|next|following)\syear\b",
        meanings.month_of_step,
    ),
    _phrase(
        "month with a step",
        "month",
        rf"\b(?P<step>last|this|next|past)\s(?P<month>{MONTH})(?!\s\d)",
        meanings.month_name,
    ),
    _phrase(
        "month by the time told",
        "month",
        rf"\b(?P<step>that|the\s(?:following|previous))\s(?P<month>{MONTH})\b(?!\s\d)",
        meanings.month_by_told,
    ),
    _phrase(
        "month after the time told",
        "month",
        rf"\bthe\s(?P<month>{MONTH})\s(?P<step>after|before)\b(?=\s?[,.;:)(]|\s(?:in|at|with|for|on|and)\b|$)",
        meanings.month_by_told,
    ),
    _phrase("month", "month", rf"\b(?P<step>)?(?P<month>{BARE_MONTH})(?!\s\d)", meanings.month_name),
    _phrase(
        "month after a preposition",
        "month",
        rf"\b(?:in|since|until|till|by|from|to|through|early|late|mid|of|during|before|after|between|its|the)[\s-](?P<step>)?(?P<at>(?P<month>{MONTH}))(?!\s\d)",
        meanings.month_name,
    ),
    _phrase("fiscal year", "fiscal", rf"\b(?:fiscal(?:\syear)?|FY)\s?(?P<year>{YEAR})", meanings.year),
    _phrase("fiscal year, short", "fiscal", r"\bFY\s?'?(?P<year>\d\d)\b", meanings.short_year),
    _phrase(
        "year after a preposition",
        "year",
        rf"\b(?:in|since|by|until|till|from|to|of|before|after|between|and|early|late|mid|during|for|through|year|came|than|starting|around|as)[\s-](?P<at>(?P<year>{YEAR}))\b(?![-–]\d){COUNTED}",
        meanings.year,
    ),
    _phrase(
        "year before a noun",
        "year",
        rf"\b(?:the|a|its|their|this|his|her|our|last)\s(?P<at>(?P<year>{YEAR}))\b(?=\s(?-i:[a-z])){COUNTED}",
        meanings.year,
    ),
    _phrase("year in brackets", "year", rf"\((?P<at>(?P<year>{YEAR}))\)", meanings.year),
    _phrase(
        "year after a half",
        "year",
        rf"\b(?:half|quarter|end|middle|beginning|start)\s(?:of\s)?(?P<at>(?P<year>{YEAR}))\b",
        meanings.year,
    ),
    _phrase(
        "year, first of a range",
        "year",
        r"(?<![\d$€£-])(?P<at>(?P<year>(?:19[4-9]|20\d)\d))(?=[-–](?:19[4-9]|20\d)\d\b)",
        meanings.year,
    ),
    _phrase(
        "year, last of a range",
        "year",
        rf"(?<![\d$€£-])(?:19[4-9]|20\d)\d[-–](?P<at>(?P<year>{YEAR}))\b(?!-)",
        meanings.year,
    ),
    _phrase("decade", "year", r"\b(?:the\s)(?P<year>(?:19|20)\d0)s\b", meanings.decade),
    _phrase(
        "today", "day word", rf"\b(?P<day>today|tonight|yesterday|tomorrow|this\s(?:{DAY_PART}))\b", meanings.today
    ),
    _phrase(
        "step and unit",
        "unit",
        rf"\b(?:the\s)?(?P<step>last|past|previous|this|current|same|next|coming|following)\s{_STEP_UNIT}",
        meanings.unit_step,
    ),
    _phrase(
        "weekend",
        "weekend",
        r"\b(?:(?:over|on|at|during)\s)?(?:the\s)?(?P<step>last|this|past|next|coming)\sweekend\b"
        r"|\b(?:over|on|at|during)\sthe\sweekend\b",
        meanings.weekend,
    ),
    _phrase("the unit", "unit", r"\b(?<=\s)(?P<at>the\s(?P<unit>day|week|month|year))\b", meanings.that_unit),
    _phrase("year-end", "unit", r"\b(?:the\s)?year-end\b", meanings.year_end),
    _phrase("that day", "unit", r"\bthat\s(?:same\s)?day\b", meanings.that_day),
    _phrase(
        "counted units",
        "unit",
        rf"\b(?P<count>{NUMBER})\s(?P<unit>day|week|month|year|decade)s?\s(?P<way>ago|earlier|later|from\snow)\b",
        meanings.counted,
    ),
    _phrase(
        "counted units, before another event",
        "unit",
        rf"\b(?P<count>{NUMBER})\s(?P<unit>day|week|month)s?\s(?P<way>before|after|ahead\sof)\b{_NOT_IF_TO_COME}",
        meanings.counted_from_another,
    ),
    _phrase(
        "unit before",
        "unit",
        r"\bthe\s(?P<unit>day|week|month|year)\s(?P<way>before|after)\b(?=\s?[,.;:)”\"]|\s(?:in|at|as|to|with|for|on|and|was|were|had|\w+ed|bought|sold|took|got|won)\b|$)",
        meanings.unit_before,
    ),
    _phrase(
        "stretch",
        "unit",
        rf"\bthe\s(?P<step>last|past|next|coming)\s(?P<count>{NUMBER})\s(?P<unit>day|week|month|year)s\b",
        meanings.stretch,
    ),
    _phrase("duration", "unit", rf"\b(?P<count>{NUMBER})-(?P<unit>day|week|month)\b(?!-)", meanings.duration),
    _phrase(
        "duration, for", "unit", rf"\bfor\s(?P<at>(?P<count>{NUMBER})\s(?P<unit>day|week|month)s?)\b", meanings.duration
    ),
)
