"""What a deal is worth in dollars, and how we know. Rates: European Central Bank, as packaged."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from pipelines.records import DealRecord, Published, When
from pipelines.resolution.currency import in_dollars, rate_day, to_usd

DAY = date(2024, 5, 2)
PRINTED = Published(DAY, DAY, "day", "header")


def test_the_rate_of_the_day_converts() -> None:
    assert to_usd(Decimal(1000), "EUR", date(2014, 3, 28)) == Decimal("1375.90")


def test_a_sunday_takes_the_rate_of_friday() -> None:
    assert to_usd(Decimal(1000), "EUR", date(2014, 3, 30)) == to_usd(Decimal(1000), "EUR", date(2014, 3, 28))


@pytest.mark.parametrize(
    ("currency", "day"),
    [("SAR", DAY), ("EUR", date(1990, 1, 1)), ("EUR", date(2090, 1, 1)), ("RUB", date(2023, 5, 4))],
)
def test_no_rate_no_figure(currency: str, day: date) -> None:
    assert to_usd(Decimal(1000), currency, day) is None


def test_won_are_converted_and_marked_so(deal: DealRecord) -> None:
    dollars = in_dollars(deal, PRINTED)
    assert dollars.basis == "converted"
    assert dollars.least == dollars.greatest
    assert Decimal("6e9") < (dollars.least or 0) < Decimal("7e9")
    assert not dollars.mismatch


def test_dollars_are_stated(deal: DealRecord) -> None:
    dollars = in_dollars(replace(deal, value_min=None, value_max=Decimal(5), value_currency="USD"), PRINTED)
    assert (dollars.least, dollars.greatest, dollars.basis) == (None, Decimal(5), "stated")


def test_dollars_that_the_article_prints_go_before_the_rate(deal: DealRecord) -> None:
    dollars = in_dollars(replace(deal, value_usd_min=Decimal(6_500_000_000)), PRINTED)
    assert (dollars.least, dollars.greatest, dollars.basis) == (Decimal(6_500_000_000), None, "stated")
    assert not dollars.mismatch


@pytest.mark.parametrize("printed", [650_000_000, 65_000_000_000])
def test_a_printed_conversion_ten_times_off_is_flagged_and_kept(deal: DealRecord, printed: int) -> None:
    dollars = in_dollars(replace(deal, value_usd_min=Decimal(printed)), PRINTED)
    assert dollars.least == printed
    assert dollars.mismatch


def test_a_deal_without_a_value_has_none_in_dollars(deal: DealRecord) -> None:
    dollars = in_dollars(replace(deal, value_min=None, value_max=None), PRINTED)
    assert (dollars.least, dollars.greatest, dollars.basis) == (None, None, None)


@pytest.mark.parametrize(
    ("event", "published", "expected"),
    [
        (When(date(2022, 1, 1), date(2022, 1, 3), "range"), PRINTED, date(2022, 1, 2)),
        (When(), PRINTED, DAY),
        (When(date(2031, 1, 1), date(2031, 12, 31), "year"), PRINTED, DAY),
        (When(date(2019, 1, 1), None, "range"), PRINTED, DAY),
        (When(), Published(), None),
        (When(date(2010, 1, 1), date(2019, 1, 1), "range"), Published(), None),
    ],
    ids=["middle", "undated", "to come", "open", "unknown", "too wide"],
)
def test_the_day_whose_rate_applies(event: When, published: Published, expected: date | None) -> None:
    assert rate_day(event, published) == expected
