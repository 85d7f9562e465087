"""Which day a deal has: its own before that of whoever told of it, that of its goods once they came. Invented."""

from datetime import date

import pytest

from tests.stories import DEAL_DAY, deals_in


@pytest.mark.parametrize(
    ("text", "first_day"),
    [
        (
            "Seoul sold ten Cheongung batteries to Kuwait, it emerged on Tuesday, under a contract concluded in March.",
            date(2024, 3, 1),
        ),
        (
            "Norway bought 24 K9 guns from Hanwha, it said on Tuesday, two months after the contract was signed.",
            date(2024, 4, 1),
        ),
        ("On Tuesday the minister visited a yard; Peru ordered two frigates from Navantia in 2019.", date(2019, 1, 1)),
        (
            "Last year Peru was a customer too: two frigates were ordered from Navantia in May 2023.",
            date(2023, 5, 1),
        ),
        ("Norway ordered 24 K9 howitzers from Hanwha this month.", date(2024, 6, 1)),
        ("As early as March 2021 Norway ordered 24 K9 howitzers from Hanwha.", date(2021, 3, 1)),
        ("Chile awaits the replenishment ship that its navy ordered from Navantia in July 2022.", date(2022, 7, 1)),
    ],
)
def test_the_day_of_a_deal_goes_before_the_day_it_was_told(text: str, first_day: date) -> None:
    assert first_day in [deal.event.earliest for deal in deals_in(text)]


@pytest.mark.parametrize(
    ("text", "first_day"),
    [
        ("In April India delivered the first of three batteries of the BrahMos missile to Manila.", date(2024, 4, 1)),
        ("Poland has received 28 K2 tanks from South Korea since 2022.", date(2022, 1, 1)),
        ("Seoul supplied 20 KT-1P trainers to Peru between 2012 and 2015.", date(2015, 1, 1)),
        ("Two of four radars ordered from Japan in 2020 were delivered to Manila in March.", date(2024, 3, 1)),
    ],
)
def test_goods_that_came_date_their_deal(text: str, first_day: date) -> None:
    assert first_day in [deal.event.earliest for deal in deals_in(text)]


def test_years_to_come_are_when_a_deal_is_fulfilled_not_struck() -> None:
    text = "Norway has bought 24 K9 howitzers from Hanwha, which will reach it over the next five years."
    assert all(deal.event.latest is None or deal.event.latest <= DEAL_DAY for deal in deals_in(text))


def test_what_was_bought_in_one_year_and_delivered_in_another_is_one_deal() -> None:
    text = "Those 12 FA-50 jets were bought by Manila from KAI in 2014 and delivered in 2017."
    assert len(deals_in(text)) == 1
