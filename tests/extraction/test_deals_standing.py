"""How far a deal has come as of the article, and the day of the news that tells it. Invented sentences."""

from datetime import date

import pytest

from tests.stories import DEAL_DAY, deals_in

EVE = date(2024, 6, 11)
MONDAY = date(2024, 6, 10)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        # what was only cleared or chosen is not signed by what it will bring
        ("Washington approved the sale of F-16 jets to Chile. Chile will get 40 F-16 jets.", "approved"),
        ("Norway chose the K9 howitzer of Hanwha. Oslo will receive 24 K9 howitzers by 2027.", "negotiation"),
        ("Norway will receive 24 K9 howitzers from Hanwha by 2027.", "signed"),
        ("Hanwha signed a contract with Oslo on Monday. Under it Norway is to get 24 K9 howitzers.", "signed"),
        ("Hanwha has contracted with the Norwegian army to supply 24 K9 howitzers.", "signed"),
        ("Peru signed a letter of offer and acceptance for 12 F-16 jets.", "signed"),
        ("Peru signed a letter of intent on 12 F-16 jets from Lockheed Martin.", "negotiation"),
        ("Chile has bought 25 F-16 jets from Lockheed Martin, with an option on 20 more.", "signed"),
        ("A sale of 26 Rafale jets to Chile is being haggled over with Paris.", "negotiation"),
        ("The new president of Chile broke off talks on Chinese JF-17 jets.", "cancelled"),
        ("Peru's navy took over two Pohang-class corvettes from Korea in 2021.", "completed"),
        ("France sold 60 Mirage 2000 jets to the Emirates in 1998.", "completed"),
        ("France sold 12 Mirage 2000 jets to the Emirates in 2022.", "signed"),
    ],
)
def test_how_far_a_deal_has_come(text: str, status: str) -> None:
    assert {deal.status for deal in deals_in(text)} == {status}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Norway has ordered 24 K9 howitzers from Hanwha of South Korea.", EVE, DEAL_DAY),
        ("The State Department has made a determination approving a sale of F-16 jets to Chile.", EVE, DEAL_DAY),
        ("The ministers met on Monday. They agreed that Norway would buy 24 K9 howitzers.", MONDAY, MONDAY),
        ("Oslo and Hanwha signed a deal on Monday.\n\nUnder it Norway is to get 24 K9 howitzers.", MONDAY, MONDAY),
        (
            "The envoy met him on Monday. All sang.\n\nIn parallel Norway bought 24 K9 howitzers from Hanwha.",
            MONDAY,
            MONDAY,
        ),
    ],
)
def test_news_without_a_day_of_its_own_has_that_of_the_story(text: str, first: date, last: date) -> None:
    assert [(deal.event.earliest, deal.event.latest) for deal in deals_in(text)] == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "He met the envoy on Monday. All sang.\n\nHis army uses K9 howitzers, bought from Hanwha by Norway.",
        "He met the envoy on Monday. All sang.\n\nNorway had ordered 24 K9 howitzers from Hanwha.",
        "He met the envoy on Monday. All sang.\n\nIn 2017 he chose guns. Norway bought 24 K9 from Hanwha.",
        "He met the envoy on Monday. All sang.\n\nNorway wants 24 K9 howitzers from Hanwha.",
    ],
)
def test_what_is_told_in_passing_is_no_news_of_the_day(text: str) -> None:
    assert all(deal.event.earliest != MONDAY for deal in deals_in(text))


def test_a_paper_that_came_with_a_contract_was_signed_on_its_day() -> None:
    told = deals_in(
        "He met the envoy on Monday. All sang.\n\nOn May 3 Norway and South Korea signed a contract for 24 K9 guns. "
        "A memorandum on defence industry cooperation between Oslo and Seoul came with it."
    )
    assert [d.event.earliest for d in told if d.kind == "agreement"] == [date(2024, 5, 3)]
