"""The days on which a sum was worth what the story converts it to. Not here: reading sums (`money.py`).

Rates are those packaged with `currency_converter`, so that a run needs no network and repeats.
"""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from functools import cache

from currency_converter import CurrencyConverter, RateNotFoundError

from pipelines.reading.dating_evidence import YEARS, Evidence
from pipelines.reading.intervals import Days, Interval, together
from pipelines.reading.money import Money, find_money

# A newsroom's rate differs from the reference rate by up to this share, and is of a day up to so many days away.
SPREAD, STALE = Decimal("0.006"), timedelta(days=7)
# A conversion rounded more coarsely than this share of it tells no day.
COARSE = Decimal("0.03")
# Rates are looked up every so many days; what lies between is covered by `STALE`.
STEP = timedelta(days=3)


def rate_evidence(text: str) -> Iterator[Evidence]:
    """What each printed conversion says of the day it was made."""
    for money in find_money(text):
        conversion = money.conversion
        rate = conversion and _rate(money, conversion)
        if conversion is None or not rate or not (days := _days(money.currency, conversion.currency, rate)):
            continue
        words = f"{money.span.of(text)} were {conversion.span.of(text)}"
        yield Evidence(words, days, 0)


def _rate(money: Money, conversion: Money) -> tuple[Decimal, Decimal] | None:
    """The lowest and the highest rate that round to the printed conversion."""
    if not money.minimum or not conversion.minimum:
        return None
    # Half a unit of the last digit printed.
    half = Decimal(5).scaleb(int(conversion.minimum.normalize().as_tuple().exponent) - 1)
    error = half / conversion.minimum
    if error > COARSE:
        return None
    rate = conversion.minimum / money.minimum
    return rate * (1 - error - SPREAD), rate * (1 + error + SPREAD)


@cache
def _days(currency: str, other: str, rates: tuple[Decimal, Decimal]) -> Days:
    found = []
    day = YEARS.earliest
    converter = _converter()
    while day <= YEARS.latest:
        try:
            if rates[0] <= converter.convert(Decimal(1), currency, other, date=day) <= rates[1]:
                found.append(Interval(day - STALE, day + STALE))
        except (RateNotFoundError, ValueError):  # no rate of that day, or none of that currency
            pass
        day += STEP
    return together(found)


@cache
def _converter() -> CurrencyConverter:
    return CurrencyConverter(fallback_on_missing_rate=True, decimal=True)
