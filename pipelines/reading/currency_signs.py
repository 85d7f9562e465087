"""Which currency a sign beside a number stands for: `A$`, `KRW`, `Norwegian kroner`, or a bare `$` or `pesos`.

Not here: numbers and sums (`money.py`); the signs themselves (`reference/currencies.csv`).
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pipelines.reading.numbers import ONE, alternatives
from pipelines.records import Span
from pipelines.reference.csv_table import read_table


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency. `bare`: its signs that mean it where nothing else is known; `cautious`: those that are also words.

    `home`: the country (ISO 3166-1 alpha-3) whose own papers print a shared sign such as `$` for it.
    """

    iso4217: str
    symbols: tuple[str, ...]
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    cautious: tuple[str, ...]
    bare: tuple[str, ...]
    home: str | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign of a currency in a text; `cautious` where the same letters are often something else.

    `scale` is what it counts in: millions for `MEUR`.
    """

    span: Span
    currency: str
    cautious: bool
    scale: Decimal = ONE


CURRENCIES = read_table("currencies.csv", Currency)
_CODES = {currency.iso4217 for currency in CURRENCIES}
_SYMBOLS = {symbol for currency in CURRENCIES for symbol in currency.symbols}
_NAMES = {name for currency in CURRENCIES for name in currency.names}
_ADJECTIVES = {adjective for currency in CURRENCIES for adjective in currency.adjectives}
_CAUTIOUS = {(currency.iso4217, sign) for currency in CURRENCIES for sign in currency.cautious}

#: What companies put before a code to count in thousands or millions: `MNOK 490`, `TEUR 300`.
_SCALES = {"T": Decimal(1_000), "M": Decimal(1_000_000)}
_SCALED = rf"(?P<scale>{alternatives(_SCALES)})(?P<scaled>{alternatives(_CODES)})"
_BEFORE = re.compile(rf"(?<![A-Za-z])(?:{_SCALED}|(?P<sign>{alternatives(_SYMBOLS | _CODES)}))[\s\u00a0]?\Z")
_AFTER = re.compile(
    rf"[\s\u00a0]?(?:-\s?)?(?:{_SCALED}|(?P<code>{alternatives(_CODES)})|(?P<symbol>{alternatives(_SYMBOLS)}))(?![\w$])"
    rf"|[\s-]\s?(?:of\s+)?(?:(?P<adjective>{alternatives(_ADJECTIVES)})[\s-])?(?P<name>(?i:{alternatives(_NAMES)}))(?!\w)"
)
_LONGEST_SIGN = 8
_NEARBY = 400
_SENTENCE_ENDS = (". ", "\n")


def sign_before(text: str, start: int, home: str | None) -> Sign | None:
    """The sign of a currency that ends where the number at `start` begins, or nothing."""
    from_here = max(0, start - _LONGEST_SIGN)
    match = _BEFORE.search(text[from_here:start])
    if not match:
        return None
    span = Span(from_here + match.start(), start)
    if match["scaled"]:
        return Sign(span, match["scaled"], False, _SCALES[match["scale"]])
    return _sign(text, span, match["sign"], None, home)


def sign_after(text: str, end: int, home: str | None) -> Sign | None:
    """The sign or name of a currency that begins where the number ending at `end` stops, or nothing."""
    match = _AFTER.match(text, end)
    if not match:
        return None
    if match["scaled"]:
        return Sign(Span(end, match.end()), match["scaled"], False, _SCALES[match["scale"]])
    printed = match["code"] or match["symbol"] or match["name"].lower()
    return _sign(text, Span(end, match.end()), printed, match["adjective"], home)


def _sign(text: str, span: Span, printed: str, adjective: str | None, home: str | None) -> Sign | None:
    printed = re.sub(r"\s+", " ", printed)
    candidates = _sharing(printed)
    if adjective:
        candidates = tuple(currency for currency in candidates if adjective in currency.adjectives)
    currency = _chosen(candidates, printed, text, span, home)
    if currency is None:
        return None
    return Sign(span, currency.iso4217, not adjective and (currency.iso4217, printed) in _CAUTIOUS)


@cache
def _sharing(printed: str) -> tuple[Currency, ...]:
    folded = printed.lower()
    return tuple(
        currency
        for currency in CURRENCIES
        if printed == currency.iso4217
        or printed in currency.symbols
        or folded in {name.lower() for name in currency.names}
    )


def _chosen(candidates: tuple[Currency, ...], printed: str, text: str, span: Span, home: str | None) -> Currency | None:
    """Of the currencies that share a sign: the home one, else that of the country named nearest, else the usual one."""
    if len(candidates) <= 1:
        return candidates[0] if candidates else None
    if at_home := next((currency for currency in candidates if currency.iso4217 == home), None):
        return at_home
    usual = next((currency for currency in candidates if printed in currency.bare), None)
    if usual and usual.iso4217 == "USD":
        return usual
    return _named_nearest(candidates, text, span) or usual


def _named_nearest(candidates: tuple[Currency, ...], text: str, span: Span) -> Currency | None:
    """The currency of the country named nearest, first of those that its sentence names before the sum."""
    start = max(0, span.start - _NEARBY)
    around = text[start : span.end + _NEARBY]
    opening = max(text.rfind(end, 0, span.start) for end in _SENTENCE_ENDS)
    named = [
        (start + match.start(), currency)
        for currency in candidates
        for match in re.finditer(rf"(?<!\w){alternatives(currency.adjectives)}(?!\w)", around)
    ]
    ranked = ((not opening < at < span.start, abs(at - span.start), c.iso4217, c) for at, c in named)
    return min(ranked, default=(None,))[-1]
