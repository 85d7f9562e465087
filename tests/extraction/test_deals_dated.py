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
        ("Hungary ordered 218 Lynx vehicles from Rheinmetall as far back as 2020.", date(2020, 1, 1)),
        ("Egypt's order for 54 Rafales from France dates from 2015.", date(2015, 1, 1)),
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


@pytest.mark.parametrize(
    ("text", "first_day"),
    [
        (
            "The agency hosted a ceremony on May 6, where Latvia signed a contract for 42 ASCOD from Spain.",
            (2024, 5, 6),
        ),
        ("Chile said in March that it would retire its jets, close a base and buy 24 F-16s from Norway.", (2024, 3, 1)),
        ("He praised the contract for 20 K9 howitzers, which Thailand concluded with Seoul in January.", (2024, 1, 1)),
    ],
)
def test_a_deal_without_a_day_takes_that_of_the_clause_about_it(text: str, first_day: tuple[int, int, int]) -> None:
    assert date(*first_day) in [deal.event.earliest for deal in deals_in(text)]


def test_a_wish_takes_no_day_of_a_sale_told_under_it() -> None:
    text = "Turkey is one nation that would like the K2 tank, of which 180 were sold to Poland in 2022."
    assert not [d for d in deals_in(text) if d.status == "interest" and d.event.text == "2022"]


@pytest.mark.parametrize(
    ("text", "first_day"),
    [
        ("Egypt has bought 30 Rafales from France. The papers were exchanged in April.", (2024, 4, 1)),
        ("Greece bought 24 Rafales from France, it said Monday. The papers were signed in May.", (2024, 5, 1)),
        (
            "Brazil bought 36 Gripens from Saab. The contract was signed on May 3, two days before the vote.",
            (2024, 5, 3),
        ),
    ],
)
def test_the_day_on_which_the_papers_were_signed(text: str, first_day: tuple[int, int, int]) -> None:
    (deal,) = deals_in(text)
    assert deal.event.earliest == date(*first_day)


def test_papers_that_nobody_signed_date_nothing() -> None:
    text = "Egypt has bought 30 Rafales from France. The papers on the Rafales were leaked on April 3."
    assert date(2024, 4, 3) not in [deal.event.earliest for deal in deals_in(text)]


def test_what_is_promised_later_on_was_promised_on_the_day_of_the_news() -> None:
    text = (
        "The ministers met in Abu Dhabi on Monday. Their talks took an hour. They spoke to the press afterwards. "
        "Denel of South Africa is to supply missiles to the UAE for $30 million."
    )
    (deal,) = deals_in(text)
    assert deal.event.text == "Monday"
