"""How many of something a text tells: `25 to 30`, `a dozen`, `up to 36`, `two squadrons`, `three (3)`.

Here: which numbers count things, and in what unit. Not here: what is counted (`systems.py`), nor numbers that measure,
date, name or pay: `155 mm`, `10-year`, `May 30`, `FA-50`, `2+2`, `55th`, `1950-53`, `$18 million`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from pipelines.reading.money import Money, sums_among
from pipelines.reading.numbers import Number, bounded, find_numbers, start_of_range
from pipelines.records import Span
from pipelines.reference.csv_table import read_table
from pipelines.reference.places import countries

MEASURE = "measure"
DEFAULT_UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count of things; equal ends where one number is told, a null end where it is open. `unit` is a code."""

    span: Span
    minimum: int | None
    maximum: int | None
    unit: str


@dataclass(frozen=True, slots=True)
class _UnitWord:
    word: str
    unit: str


_UNITS = {row.word: row.unit for row in read_table("quantity_units.csv", _UnitWord)}

#: What may stand right before a number that counts: a blank, a bracket, a quotation mark, a dash between clauses.
_FREE_BEFORE = re.compile(r"(?:\A|[\s(\[\"'“‘—])\Z")
_WORD_BEFORE = re.compile(r"([^\W_][\w.’'&/+-]*)\s+\Z")
#: Words that make the number behind them a name or a point in time, not a count.
_LABELS = re.compile(
    r"\b(?:age|aged|no|no\.|number|phase|batch|block|lot|tranche|version|generation|article|section|chapter|resolution"
    r"|clause|page|day|line|level|stage|step|part|class|type|mark|channel|route|highway|flight|unit|division)\s+\Z",
    re.IGNORECASE,
)
_GLUED_AFTER = re.compile(r"[^\W_]|\s?[%°]|[:/]\d|-\s?(?!plus\b)[^\W_]|\+\s?\d|[.,]\d|’s|'s|\s?p?ct\b|\s?per\s?cent")
_NEXT_WORD = re.compile(r"\s+([^\W_][\w.’'+/-]*)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_CONTEXT = re.compile(
    r"\b(?:in|since|by|of|from|until|till|during|late|early|mid|before|after|through|to|and|for)\s\Z", re.IGNORECASE
)
_FRACTION = re.compile(r"[\s-](?:third|fourth|fifth|sixth|tenth|quarter|half|halves)s?\b")
_SINGLE_FORMATION = re.compile(
    r"\b(?:an?|one)\s+(?:(?:further|second|third|fourth|full|new|additional|single|whole)\s+)?"
    r"(?P<unit>squadron|battalion|battery)\b(?=\s+of\b)",
    re.IGNORECASE,
)
#: Nothing is bought by the billion: a number that large pays, though its currency is told elsewhere.
_TOO_MANY = Decimal(10**9)
_LOOKAHEAD_WORDS = 5
#: Characters of a word that its full stop cuts short (`Sept.`); a longer one ends a sentence.
_LONGEST_ABBREVIATION = 5
_LOOKBACK = 40


def unit_words() -> frozenset[str]:
    """The words that arms are counted in: `squadrons`, `sets`."""
    return frozenset(word for word, unit in _UNITS.items() if unit != MEASURE)


def find_quantities(text: str) -> list[Quantity]:
    """The counts of things in a text, in order."""
    numbers = find_numbers(text)
    return quantities_among(text, numbers, sums_among(text, numbers))


def quantities_among(text: str, numbers: Sequence[Number], sums: Sequence[Money]) -> list[Quantity]:
    """The counts among the numbers of a text, given its sums of money."""
    free = [number for number in numbers if not any(money.holds(number.span) for money in sums)]
    found: list[Quantity] = []
    i = 0
    while i < len(free):
        range_span = _range_span(text, free[i : i + 2])
        quantity = _range(text, range_span, free[i], free[i + 1]) if range_span else _single(text, free[i])
        if quantity:
            found.append(quantity)
        i += 2 if range_span and quantity else 1
    formations = [
        Quantity(Span(match.start(), match.end("unit")), 1, 1, match["unit"].lower())
        for match in _SINGLE_FORMATION.finditer(text)
    ]
    counted = [one for one in formations if not any(one.span.overlaps(other.span) for other in found)]
    return sorted(found + counted, key=lambda quantity: quantity.span)


def _single(text: str, number: Number) -> Quantity | None:
    if not _counts(text, number.span, number.span, number.value):
        return None
    return _quantity(text, number.span, number.value, number.value)


def _range_span(text: str, numbers: Sequence[Number]) -> Span | None:
    """What two neighbouring numbers cover if they make a range."""
    if len(numbers) < 2 or numbers[0].value >= numbers[1].value:
        return None
    start = start_of_range(text, numbers[0].span, numbers[1].span)
    return None if start is None else Span(start, numbers[1].span.end)


def _range(text: str, whole: Span, low: Number, high: Number) -> Quantity | None:
    least = low.value * high.scale if low.scale == 1 and low.value * high.scale < high.value else low.value
    is_span_of_years = all(_YEAR.fullmatch(number.span.of(text)) for number in (low, high))
    if is_span_of_years or not _counts(text, low.span, high.span, high.value):
        return None
    return _quantity(text, whole, least, high.value)


def _quantity(text: str, whole: Span, low: Decimal, high: Decimal) -> Quantity:
    count = bounded(text, whole, low, high)
    return Quantity(count.span, _whole(count.minimum), _whole(count.maximum), _unit_after(text, count.span.end))


def _whole(value: Decimal | None) -> int | None:
    return None if value is None else int(value)


def _counts(text: str, first: Span, last: Span, value: Decimal) -> bool:
    """Whether the number, or the range from `first` to `last`, stands where a count can stand."""
    before = text[max(0, first.start - _LOOKBACK) : first.start]
    return (
        0 < value < _TOO_MANY
        and value == value.to_integral_value()
        and bool(_FREE_BEFORE.search(before))
        and not _LABELS.search(before)
        and not _names_a_thing(before, first.of(text))
        and not _GLUED_AFTER.match(text, last.end)
        and not _FRACTION.match(text, last.end)
        and not _is_measured(text, last.end)
        and not _is_year(text, before, last)
        and not _is_pronoun(text, last)
    )


def _names_a_thing(before: str, number: str) -> bool:
    """Whether a capitalised word leads to the number: `Leopard 2`, `May 30`; not `The 18`, `from Japan. Twelve`."""
    match = _WORD_BEFORE.search(before)
    if not match:
        return False
    word = match[1]
    if word.endswith(".") and (number[0].isupper() or len(word) > _LONGEST_ABBREVIATION):
        return False
    if _UNITS.get(word) == MEASURE and word[0].isupper():
        return True
    if word in _ends_of_countries():
        return False
    return word[0].isupper() and word.lower() not in STOP_WORDS and not word.endswith(("'s", "’s", "s’", "s'"))


@cache
def _ends_of_countries() -> frozenset[str]:
    """The last words of the names of states and of their capitals."""
    return frozenset(name.split()[-1] for c in countries() for name in (c.name, *c.aliases, c.capital))


def _is_measured(text: str, end: int) -> bool:
    match = _NEXT_WORD.match(text, end)
    return match is not None and _UNITS.get(match[1].rstrip(".")) == MEASURE


def _is_year(text: str, before: str, last: Span) -> bool:
    if not _YEAR.fullmatch(last.of(text)):
        return False
    match = _NEXT_WORD.match(text, last.end)
    counts_a_noun = match is not None and match[1].islower() and match[1].endswith("s") and match[1] not in STOP_WORDS
    return not counts_a_noun or bool(_YEAR_CONTEXT.search(before))


def _is_pronoun(text: str, last: Span) -> bool:
    """Whether `one` stands for a thing by itself: `one is`, `no one.`; `one of its boats` counts."""
    if last.of(text).lower() != "one":
        return False
    match = _NEXT_WORD.match(text, last.end)
    return match is None or (match[1].lower() in STOP_WORDS and match[1].lower() != "of")


def _unit_after(text: str, end: int) -> str:
    """The unit that the words behind a number count in, within the same noun phrase."""
    for _ in range(_LOOKAHEAD_WORDS):
        match = _NEXT_WORD.match(text, end)
        if not match or match[1].lower() in STOP_WORDS - {"more"}:
            break
        unit = _UNITS.get(match[1].rstrip(".").lower(), MEASURE)
        if unit != MEASURE:
            return unit
        end = match.end()
    return DEFAULT_UNIT
