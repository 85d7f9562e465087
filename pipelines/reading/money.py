"""Sums of money told in a text: `1.2 trillion-won ($920 million)`, `A$5-7 billion`, `Rs 2,770 crore each`.

A sum is read in four steps: the numbers of the text, those that carry a currency, ranges of them, and conversions
told behind a sum. Not here: what the money is for; exchange rates; the currencies (`reference/currencies.csv`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipelines.reading.currency_signs import Sign, sign_after, sign_before
from pipelines.reading.numbers import ONE, SHORT_SCALES, Number, alternatives, bounded, find_numbers, start_of_range
from pipelines.records import Span

#: Cautious signs (`won`, `W`, `pounds`) mean money only beside a sum that is told in millions or more.
_CERTAINLY_MONEY = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class Money:
    """A sum, in units of its currency (ISO 4217); equal ends where one figure is told, a null end where it is open.

    `span` covers the figure with its currency and the words that open it (`up to`), not its conversion, which is
    the same sum in another currency as the text itself gives it.
    """

    span: Span
    minimum: Decimal | None
    maximum: Decimal | None
    currency: str
    per_unit: bool = False
    conversion: "Money | None" = None

    def holds(self, other: Span) -> bool:
        """Whether the other span is part of the sum or of its conversion."""
        return self.span.overlaps(other) or (self.conversion is not None and self.conversion.span.overlaps(other))


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number with what belongs to it: a short scale (`bn`) and the signs of a currency on either side."""

    span: Span
    value: Decimal
    scale: Decimal
    sign: Sign | None


_SHORT_SCALE = re.compile(rf"\s?-?({alternatives(SHORT_SCALES)})(?![^\W_])")
_UNITS_OF_TIME_AND_MEASURE = (
    r"(?:year|annum|month|week|day|hour|night|quarter|capita|person|head|household|family|share|barrel|cent|mile"
    r"|kilomet\w+|km|lit\w+|ton|tonne|kilo\w*|kg|the|a|an|its|our|his|their)"
)
_EACH = re.compile(
    rf"\s*,?\s*(?:each|apiece|a\s+(?:unit|piece|copy)|per[\s-](?!{_UNITS_OF_TIME_AND_MEASURE}\b)[a-z-]+)(?!\w)",
    re.IGNORECASE,
)
_UNIT_PRICE = re.compile(
    r"(?:\b(?:unit|per-unit)\s+(?:price|cost)s?|\b(?:price|cost)s?\s+per\s+[a-z-]+"
    r"|\beach\s+(?:of\s+)?(?:(?!of\b)[\w-]+\s+){0,5}?(?:cost\w*|worth|priced|valued))"
    r"(?:\s+(?:of|at|is|was|about|around|some|roughly|estimated|put|to|be|an?))*\s*:?\s*\Z",
    re.IGNORECASE,
)
_HEDGE = (
    r"(?:\s*(?:about|around|approximately|approx\.?|some|roughly|nearly|almost|an?|estimated|or|equal|equivalent|to|the|of"
    r"|i\.e\.|at|[=~≈])[\s,]*)*"
)
_OPENS_CONVERSION = re.compile(rf"\s*[(\[]{_HEDGE}\s*\Z", re.IGNORECASE)
_CLOSES_CONVERSION = re.compile(r"[^()\[\]]{0,60}[)\]]")
_ABOUT = r"(?:about|around|approximately|some|roughly|nearly|almost)"
_IN_OTHER_WORDS = re.compile(
    rf"\s*,?\s*(?:or|equivalent\s+to|equal\s+to|the\s+equivalent\s+of|which\s+is)\s+(?:{_ABOUT}\s+)?\Z"
    rf"|\s*,\s*{_ABOUT}\s+\Z",
    re.IGNORECASE,
)
_BETWEEN_DASHES = re.compile(r"\s*[–—]\s*(?:or\s+)?(?:about\s+)?\Z", re.IGNORECASE)
_CLOSING_DASH = re.compile(r"\s*[–—]")
_ALSO_IN_BRACKET = re.compile(r"\s*[,;/]\s*(?:or\s+)?(?:about\s+)?\Z", re.IGNORECASE)
#: A rate of exchange (`$1 = 1,308 won`): neither side is a sum.
_RATE = re.compile(r"(?<![\d.,])1(?:\.0+)?(?:\s[\w.]+){0,3}\s*=\s*\S+(?:\s[\w.]+)?")
_NEARBY = 64
#: What a sum without its currency stands between, and how far behind the one whose currency it shares.
_SUM_AFTER = re.compile(
    r"(?:\(|\b(?:to|for|at|worth|cost|costs|costing)\s+)(?:about|around|some|nearly|almost|roughly)?\s*\Z",
    re.IGNORECASE,
)
_ENDS_SUM = re.compile(r"\s*(?:[).,;]|\Z)(?!\d)")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_SENTENCE = 150


def find_money(text: str, home_currency: str | None = None) -> list[Money]:
    """The sums in a text, in order; a conversion stands within the sum it converts.

    `home_currency` (ISO 4217) is what a bare `$`, `pounds` or `pesos` means where the text was written; without it
    a bare `$` is the US dollar, and other shared names are those of the country that the text names nearest.
    """
    return sums_among(text, find_numbers(text), home_currency)


def sums_among(text: str, numbers: Sequence[Number], home_currency: str | None = None) -> list[Money]:
    """The sums among the numbers of a text; see `find_money`."""
    rates = [Span(*rate.span()) for rate in _RATE.finditer(text)]
    figures = [
        _figure(text, number, home_currency) for number in numbers if not any(rate.holds(number.span) for rate in rates)
    ]
    return _with_conversions(text, _sums(text, list(_with_signs_left_out(text, figures))))


def _with_signs_left_out(text: str, figures: Sequence[_Figure]) -> Iterator[_Figure]:
    """The figures; those that leave out the currency of one before in the sentence with it."""
    last: _Figure | None = None
    for figure in figures:
        if figure.sign:
            last = figure
        elif last and figure.scale >= _CERTAINLY_MONEY and _leaves_out_sign(text, last.span, figure.span):
            figure = replace(figure, sign=last.sign)
        yield figure


def _leaves_out_sign(text: str, last: Span, span: Span) -> bool:
    """Whether a number is told like the sum before it: `two ships for 28 billion pesos, six for 30 billion`."""
    between = text[last.end : span.start]
    return bool(
        len(between) < _SENTENCE
        and not _SENTENCE_END.search(between)
        and _SUM_AFTER.search(between)
        and _ENDS_SUM.match(text, span.end)
    )


def _figure(text: str, number: Number, home: str | None) -> _Figure:
    start, end, value, scale = number.span.start, number.span.end, number.value, number.scale
    short = _SHORT_SCALE.match(text, end) if scale == ONE else None
    if short:
        scale = SHORT_SCALES[short[1]]
        end = short.end()
    before = sign_before(text, start, home)
    after = sign_after(text, end, home) if before is None else None
    sign = before or after
    if sign is None:
        return _Figure(number.span, value, number.scale, None)
    return _Figure(
        Span(before.span.start if before else start, after.span.end if after else end),
        (value * scale if short else value) * sign.scale,
        max(scale, sign.scale),
        sign,
    )


def _sums(text: str, figures: Sequence[_Figure]) -> list[Money]:
    found: list[Money] = []
    i = 0
    while i < len(figures):
        pair = _range(text, figures[i], figures[i + 1]) if i + 1 < len(figures) else None
        money = pair or _single(text, figures[i])
        if money:
            found.append(money)
        i += 2 if pair else 1
    return found


def _single(text: str, figure: _Figure) -> Money | None:
    if figure.sign is None or not _is_large_enough(figure.sign, figure):
        return None
    return _money(text, figure.span, figure.value, figure.value, figure.sign.currency)


def _range(text: str, low: _Figure, high: _Figure) -> Money | None:
    """The sum that two figures make together: `$5-7 billion`, `between 14 and 20 billion won`."""
    sign = high.sign or low.sign
    if sign is None or high.scale == ONE != low.scale or not _is_large_enough(sign, high):
        return None
    if low.sign and low.sign.currency != sign.currency:
        return None
    if low.sign is None and low.scale == ONE < high.scale and low.value >= high.value / high.scale:
        return None  # "from $3 billion in 2020 to $7 billion"
    start = start_of_range(text, low.span, high.span)
    if start is None:
        return None
    least = low.value * high.scale if low.scale == ONE and low.value < high.value / high.scale else low.value
    if least >= high.value:
        return None
    return _money(text, Span(start, high.span.end), least, high.value, sign.currency)


def _is_large_enough(sign: Sign, figure: _Figure) -> bool:
    return not sign.cautious or figure.scale > ONE or figure.value >= _CERTAINLY_MONEY


def _money(text: str, whole: Span, low: Decimal, high: Decimal, currency: str) -> Money:
    sum_ = bounded(text, whole, low, high)
    per_unit = _EACH.match(text, sum_.span.end) or _UNIT_PRICE.search(
        text[max(0, sum_.span.start - _NEARBY) : sum_.span.start]
    )
    return Money(sum_.span, sum_.minimum, sum_.maximum, currency, bool(per_unit))


def _with_conversions(text: str, sums: Sequence[Money]) -> list[Money]:
    """Each sum with the one that converts it: dollars where it is told in several currencies."""
    found: list[Money] = []
    i = 0
    while i < len(sums):
        money, followers = sums[i], _conversions(text, sums, i)
        i += 1 + len(followers)
        if followers:
            dollars = next((other for other in followers if other.currency == "USD"), followers[0])
            per_unit = money.per_unit or dollars.per_unit or _each_after(text, followers[-1])
            money = replace(money, conversion=dollars, per_unit=per_unit)
        found.append(money)
    return found


def _conversions(text: str, sums: Sequence[Money], i: int) -> list[Money]:
    """The sums behind the i-th that say the same in other currencies: one, or several within one bracket."""
    followers: list[Money] = []
    for left, right in zip(sums[i:], sums[i + 1 :], strict=False):
        each = _EACH.match(text, left.span.end)
        gap = text[each.end() if each else left.span.end : right.span.start]
        in_bracket = bool(followers) and _ALSO_IN_BRACKET.match(gap)
        if right.currency == sums[i].currency or not (in_bracket if followers else _converts(text, gap, right)):
            break
        followers.append(right)
    return followers


def _converts(text: str, gap: str, right: Money) -> bool:
    if len(gap) > _NEARBY:
        return False
    if _OPENS_CONVERSION.match(gap):
        return bool(_CLOSES_CONVERSION.match(text, right.span.end))
    if _BETWEEN_DASHES.match(gap):
        return bool(_CLOSING_DASH.match(text, right.span.end))
    return bool(_IN_OTHER_WORDS.match(gap))


def _each_after(text: str, conversion: Money) -> bool:
    closing = _CLOSES_CONVERSION.match(text, conversion.span.end)
    return bool(closing and _EACH.match(text, closing.end()))
