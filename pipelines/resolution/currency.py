"""What a deal is worth in US dollars: as stated, or by the European Central Bank's reference rate of the day.

Rates are those packaged with `currency_converter`, so that a run needs no network and repeats. Not here: reading
amounts from text.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache
from typing import Final

from currency_converter import CurrencyConverter, RateNotFoundError

from pipelines.records import DealRecord, Published, When

#: The bank sets no rate on weekends and holidays: the last one before counts, if it is no older than this.
RATE_LIFE: Final = timedelta(days=7)
#: A day that is known no better than this has no rate.
WIDEST_INTERVAL: Final = timedelta(days=366)
#: A printed conversion further off than this, either way, is flagged.
MISMATCH_FACTOR: Final = 3


@dataclass(frozen=True, slots=True)
class Dollars:
    """A value in US dollars; `basis` is null where there is none. `mismatch`: a printed conversion is far off."""

    least: Decimal | None = None
    greatest: Decimal | None = None
    basis: str | None = None
    mismatch: bool = False


def in_dollars(deal: DealRecord, published: Published) -> Dollars:
    """The deal's value in US dollars: what the article states, else what the rate of the day gives, else nothing."""
    day = rate_day(deal.event, published)
    rated = Dollars(
        least=_convert(deal.value_min, deal.value_currency, day),
        greatest=_convert(deal.value_max, deal.value_currency, day),
        basis="stated" if deal.value_currency == "USD" else "converted",
    )
    if deal.value_usd_min is not None or deal.value_usd_max is not None:
        stated = Dollars(deal.value_usd_min, deal.value_usd_max, deal.value_usd_basis or "stated")
        return replace(stated, mismatch=_contradict(stated, rated))
    return Dollars() if rated.least is None and rated.greatest is None else rated


def rate_day(event: When, published: Published) -> date | None:
    """The day whose rate applies: the middle of the event's interval, but no later than publication; else publication.

    Null where neither is known to within a year.
    """
    told, printed = _middle(event.earliest, event.latest), _middle(published.earliest, published.latest)
    if told and printed:
        return min(told, printed)
    return told or printed


def to_usd(amount: Decimal, currency: str, day: date) -> Decimal | None:
    """An amount in US dollars by the reference rate of the day, to the cent; null where there is no rate."""
    for age in range(RATE_LIFE.days + 1):
        try:
            dollars = _rates().convert(amount, currency, "USD", date=day - timedelta(days=age))
        except RateNotFoundError:
            continue
        except ValueError:  # the library's word for a currency that the bank does not quote
            return None
        return Decimal(dollars).quantize(Decimal("0.01"), ROUND_HALF_EVEN)
    return None


def _convert(amount: Decimal | None, currency: str | None, day: date | None) -> Decimal | None:
    if amount is None or currency is None:
        return None
    if currency == "USD":
        return amount
    return to_usd(amount, currency, day) if day else None


def _middle(earliest: date | None, latest: date | None) -> date | None:
    if earliest is None or latest is None or not timedelta(0) <= latest - earliest <= WIDEST_INTERVAL:
        return None
    return earliest + (latest - earliest) // 2


def _contradict(stated: Dollars, rated: Dollars) -> bool:
    pairs = ((stated.least, rated.least), (stated.greatest, rated.greatest))
    return any(said and worth and max(said, worth) > MISMATCH_FACTOR * min(said, worth) for said, worth in pairs)


@cache
def _rates() -> CurrencyConverter:
    return CurrencyConverter(decimal=True)
