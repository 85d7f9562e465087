"""Cardinal numbers told in English text, in digits and in words, as exact decimals, and the words that bound them.

Here: what `1,200`, `one-point-two`, `half a million`, `408-thousand-700` or `three (3)` come to, and that `up to`
opens a number downwards. Not here: what is counted (`quantity.py`) or paid (`money.py`); the words themselves
(`reference/number_words.csv`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from pipelines.records import Span
from pipelines.reference.csv_table import read_table

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed. `scale` is the multiplier that its last word names (10⁹ of `1.2 billion`), else 1."""

    span: Span
    value: Decimal
    scale: Decimal = ONE


@dataclass(frozen=True, slots=True)
class Bounded:
    """An interval that numbers and the words about them tell; an open end is null."""

    span: Span
    minimum: Decimal | None
    maximum: Decimal | None


def alternatives(phrases: Iterable[str]) -> str:
    """A pattern that matches any of the phrases, the longest first; a space in a phrase stands for any blanks."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered) + ")"


@dataclass(frozen=True, slots=True)
class _NumberWord:
    phrase: str
    kind: str
    value: str


_NUMBER_WORDS = read_table("number_words.csv", _NumberWord)


def _phrases(kind: str) -> dict[str, str]:
    return {word.phrase: word.value for word in _NUMBER_WORDS if word.kind == kind}


_UNITS, _TEENS, _TENS, _SCALES = (_phrases(kind) for kind in ("unit", "teen", "ten", "scale"))
_COLLECTIVES, _FRACTIONS = _phrases("collective"), _phrases("fraction")
_DIGIT_WORDS = _UNITS | _phrases("digit")
_VALUES = {
    word: Decimal(value)
    for word, value in (_DIGIT_WORDS | _TEENS | _TENS | _SCALES | _COLLECTIVES | _FRACTIONS).items()
}
SHORT_SCALES = {word: Decimal(value) for word, value in _phrases("short scale").items()}

_SEP = r"(?:\s|\s?-\s?)"
_LARGE = alternatives(word for word in _SCALES if word != "hundred")
_DIGITS = (
    r"(?:\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?"  # 1,200.50
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?"  # 12,34,567: grouped by lakh and crore
    r"|\d{1,3}(?:\.\d{3}){2,}"  # 1.200.000
    rf"|\d{{1,3}},\d{{1,2}}(?=[\s-]?(?:{_LARGE}|bn|mn)\b)"  # 1,2 billion
    r"|\d+(?:\.\d+)?)"
)
_BELOW_100 = (
    rf"(?:{alternatives(_TENS)}(?:{_SEP}{alternatives(_UNITS)})?|{alternatives(_TEENS)}|{alternatives(_UNITS)})(?!\w)"
)
_BELOW_1000 = rf"(?:(?:{_BELOW_100}|an?){_SEP}hundred(?:{_SEP}(?:and{_SEP})?{_BELOW_100})?|{_BELOW_100})"
_WORDS = rf"(?:{_BELOW_1000}(?:{_SEP}point(?:{_SEP}\d+|(?:{_SEP}{alternatives(_DIGIT_WORDS)}(?!\w))+))?)"
_AND_A_HALF = rf"(?:{_SEP}and{_SEP}a{_SEP}{alternatives(_FRACTIONS)})"
_SCALED = rf"(?:{_WORDS}{_AND_A_HALF}?(?:{_SEP}{_LARGE}(?!\w))+)"
_PART_OF = (
    rf"(?:(?:(?:three{_SEP})?quarters?{_SEP}of|an?|half|a{_SEP}half|a{_SEP}quarter{_SEP}of)"
    rf"{_SEP}(?:an?{_SEP})?{_LARGE}(?!\w))"
)
_COLLECTIVE = (
    rf"(?:(?:{_WORDS}|an?|{_DIGITS}){_SEP}(?:half{_SEP})?{alternatives(_COLLECTIVES)}s?(?!\w)"
    rf"|the{_SEP}dozen\b|half{_SEP}a{_SEP}dozen\b|half-dozen\b)"
)

#: Each way to print a number, the longest first; where neither a digit nor a word begins, none is tried.
_NUMBER = re.compile(
    rf"(?=\d|(?<![\w-])[a-z])"
    rf"(?:(?<![\d.,])(?:{_DIGITS}(?:{_SEP}{_LARGE}(?!\w))+(?:\s{_DIGITS}(?:{_SEP}{_LARGE}(?!\w))+)*(?:-\d{{1,3}}(?![\w-]))?)"
    rf"|(?<![\w-])(?:{_PART_OF}|{_COLLECTIVE}|{_SCALED}(?:,?{_SEP}(?:and{_SEP})?{_SCALED})*(?:{_SEP}(?:and{_SEP})?{_WORDS})?|{_WORDS})"
    rf"|(?<![\d.,]){_DIGITS})",
    re.IGNORECASE,
)
_RESTATED = re.compile(rf"\s?\(({_DIGITS}|{_WORDS})\)", re.IGNORECASE)
_TOKEN = re.compile(rf"{_DIGITS}|[^\W\d_]+", re.IGNORECASE)

_AT_LEAST, _AT_MOST, _ABOUT = (alternatives(_phrases(kind)) for kind in ("at least", "at most", "about"))
_BOUND_BEFORE = re.compile(
    rf"(?:(?<![\w-])(?:(?P<least>{_AT_LEAST})|(?P<most>{_AT_MOST}))\s+)?(?:(?<![\w-]){_ABOUT}\s+|[~≈]\s?)?\Z",
    re.IGNORECASE,
)
#: Words before an `over` that bounds no number: `handed over 20`, `talks with Boeing over 24 jets`.
_GOVERNED_OVER = re.compile(
    r"\b(?:hand(?:s|ed|ing)?|turn(?:s|ed|ing)?|tak(?:e|es|en|ing)|took|(?:talk|negotiat|discuss|haggl|consult|wrangl)\w*"
    r"(?:\s+with(?:\s+[\w’'.-]+){1,5}?)?)\s+over\s+\Z",
    re.IGNORECASE,
)
_LEAST_AFTER, _MOST_AFTER = (alternatives(_phrases(kind)) for kind in ("at least after", "at most after"))
_BOUND_AFTER = re.compile(rf"\s?(?:(?P<least>{_LEAST_AFTER})|(?P<most>{_MOST_AFTER}))(?!\w)", re.IGNORECASE)
_LONGEST_BOUND = 48

_TO = re.compile(r"\s?[-–—]\s?|\s+to\s+|\s+or\s+", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|some\s+)?\Z", re.IGNORECASE)
_CHANGE = re.compile(
    r"(?<!ranging )(?<!range )(?<!ranges )(?<!anywhere )\bfrom\s+(?:about\s+|some\s+)?\Z", re.IGNORECASE
)


@lru_cache(maxsize=4)  # money and systems ask for the numbers of the same text
def find_numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a text in order, also those that stand in a longer token (`FA-50`, `KRW227`): callers look."""
    return tuple(_numbers(text))


def value_of(words: str) -> Decimal:
    """The value of one printed number. Raises ValueError where the words are none."""
    if not _NUMBER.fullmatch(words):
        raise ValueError(f"not a number: {words!r}")
    return _evaluate(words)[0]


def bounded(text: str, whole: Span, low: Decimal, high: Decimal) -> Bounded:
    """The interval of the numbers at `whole`, opened by words like `up to` before it or `or more` behind it.

    The span covers those words. A range that is closed by itself stays closed.
    """
    from_here = max(0, whole.start - _LONGEST_BOUND)
    before = (
        None
        if _GOVERNED_OVER.search(text[from_here : whole.start])
        else _BOUND_BEFORE.search(text[from_here : whole.start])
    )
    after = _BOUND_AFTER.match(text, whole.end)
    start = from_here + before.start() if before and before.lastgroup else whole.start
    end = after.end() if after else whole.end
    if low != high:
        return Bounded(whole, low, high)
    opened = {match.lastgroup for match in (before, after) if match}
    if "least" in opened:
        return Bounded(Span(start, end), low, None)
    if "most" in opened:
        return Bounded(Span(start, end), None, high)
    return Bounded(whole, low, high)


def start_of_range(text: str, low: Span, high: Span) -> int | None:
    """Where the range that two neighbouring numbers make begins, `between` included; nothing where they make none.

    `from 2 to 7` makes none, for it is what a change is told with, unless something ranges.
    """
    gap, from_here = text[low.end : high.start], max(0, low.start - _LONGEST_BOUND)
    before = text[from_here : low.start]
    if _AND.fullmatch(gap):
        between = _BETWEEN.search(before)
        return from_here + between.start() if between else None
    return low.start if _TO.fullmatch(gap) and not _CHANGE.search(before) else None


def _numbers(text: str) -> Iterator[Number]:
    match = _NUMBER.search(text)
    while match:
        value, scale = _evaluate(match[0])
        restated = _RESTATED.match(text, match.end())
        end = restated.end() if restated and value_of(restated[1]) == value else match.end()
        yield Number(Span(match.start(), end), value, scale)
        match = _NUMBER.search(text, end)


def _evaluate(words: str) -> tuple[Decimal, Decimal]:
    """The value of a printed number and the scale that it ends in."""
    total = group = Decimal(0)
    decimal_place: Decimal | None = None
    scale = last_scale = ONE
    tokens = _TOKEN.findall(words.lower())
    for i, token in enumerate(tokens):
        scale = _scale_of(token)
        last_scale = last_scale * scale if scale > 1 else ONE
        if token == "point":
            decimal_place = ONE
        elif token[0].isdigit() and decimal_place == ONE:  # "three-point-16"
            group += _digits(token).scaleb(-len(token))
        elif token[0].isdigit():
            group += _digits(token)
        elif token in _FRACTIONS or token.rstrip("s") in _FRACTIONS:
            fraction = _VALUES[token.rstrip("s")]
            group = group * fraction if i and tokens[i - 1] == "three" else group + fraction
        elif scale > 1:
            group = (group or ONE) * scale
            decimal_place = None
            if scale > 100 and not _climbs(tokens[i + 1 :]):
                total, group = total + group, Decimal(0)
        elif token in _VALUES and decimal_place is not None:
            decimal_place /= 10
            group += _VALUES[token] * decimal_place
        elif token in _VALUES:
            group += _VALUES[token]
    return total + group, last_scale


def _climbs(rest: list[str]) -> bool:
    """Whether the next word is a scale again, so that the two multiply (`lakh crore`)."""
    return bool(rest) and _scale_of(rest[0]) > 1


def _scale_of(token: str) -> Decimal:
    if token in _SCALES:
        return _VALUES[token]
    return _VALUES[token.rstrip("s")] if token.rstrip("s") in _COLLECTIVES else ONE


def _digits(printed: str) -> Decimal:
    if re.fullmatch(r"\d{1,3},\d{1,2}", printed):
        return Decimal(printed.replace(",", "."))
    if printed.count(".") > 1:
        return Decimal(printed.replace(".", ""))
    return Decimal(re.sub(r"[^\d.]", "", printed))
