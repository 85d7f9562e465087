"""The words for days, months, numbers and steps that time phrases are made of. Not here: the phrases."""

import calendar
import re

MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
SHORT_MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
NUMBERS = {
    word: i
    for i, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
} | {"a": 1, "an": 1, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70}
ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "1st": 0, "2nd": 1, "3rd": 2, "4th": 3}
STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "same": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
}


def _capital(words: list[str]) -> str:
    """Names that news print with a capital, or all in capitals, and never else."""
    ordered = sorted(words, key=len, reverse=True)
    return "(?-i:" + "|".join([w.capitalize() for w in ordered] + [w.upper() for w in ordered]) + ")"


MONTH = rf"(?:{_capital(list(MONTHS))}\b(?:\.(?=\s\d))?|{_capital(list(SHORT_MONTHS))}\b\.?)"
BARE_MONTH = _capital([m for m in MONTHS if m not in {"may", "march"}]) + r"\b|(?-i:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\."
WEEKDAY = _capital(list(WEEKDAYS))
SHORT_WEEKDAY = rf"(?:{WEEKDAY}|(?-i:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun))\b\.?"
# Not the start of a longer number, nor of a decimal.
NUMBER_ENDS = r"(?!\d|[.,]\d{1,3}(?!\d))"
DAY = rf"(?:0?[1-9]|[12]\d|3[01]){NUMBER_ENDS}(?:st|nd|rd|th)?\b"
YEAR = r"(?:19[4-9]\d|20\d\d)(?![\d%]|[,.]\d)"
NUMBER = r"(?:\d{1,2}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
COUNTED = (
    r"(?!\s?(?:percent|won(?!\s(?:a|an|the|its)\b)|dollars|euros?|yen|troops|soldiers|people|men|personnel|tanks|units|rounds|shells|missiles|"
    r"jets|aircraft|vehicles|ships|guns|tons|tonnes|kilomet\w+|km|met(?:er|re)s?|miles|feet|hours|jobs|pounds|"
    r"horsepower|kilograms?|kg)\b)"
)
DAY_PART = r"morning|afternoon|evening|night|noon"


def step_of(word: str | None) -> int | None:
    """How many units on or back a word like `next` or `this past` leads; nothing without a word."""
    return STEPS[word.lower().split()[-1]] if word else None


def number_of(word: str) -> int:
    """The number of a word, of digits, or of an ordinal in digits (`23rd`)."""
    return NUMBERS[word.lower()] if word.isalpha() else int(re.sub(r"\D", "", word))


def month_number(word: str) -> int:
    """The month, 1 to 12, of its name, abbreviation or number."""
    key = word.strip(".").lower()
    return int(key) if key.isdigit() else MONTHS.get(key) or SHORT_MONTHS[key]
