"""Deals on goods of one clause that go to different countries. Invented sentences."""

import pytest

from tests.stories import Row, deals_in, rows, sides_in


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sweden sold four radars to Brazil and two patrol aircraft to the Polish air force.",
         {("SWE", "BRA", "signed", 4), ("SWE", "POL", "signed", 2)}),
        ("South Korea exported 24 K9 howitzers to Finland and an unspecified number of FA-50 jets to Peru.",
         {("KOR", "FIN", "signed", 24), ("KOR", "PER", "signed", None)}),
        ("Hanwha won orders for 12 howitzers for Norway and six tanks for Chile.",
         {("KOR", "NOR", "signed", 12), ("KOR", "CHL", "signed", 6)}),
        ("Saab sold 12 Gripen jets to Peru beginning in 2022 and eight Gripens to Chile in 2023.",
         {("SWE", "PER", "signed", 12), ("SWE", "CHL", "signed", 8)}),
        (("Navantia has won contracts for warships worth $4 billion since 2019, including three submarines for Peru, "
         "two supply ships for Morocco and a third for Chile."),
         {("ESP", "PER", "signed", 3), ("ESP", "MAR", "signed", 2), ("ESP", "CHL", "signed", 1)}),
        ("Saab has exported 60 Gripen jets: 36 to Brazil, 14 to Hungary and another ten to Thailand.",
         {("SWE", "BRA", "signed", 36), ("SWE", "HUN", "signed", 14), ("SWE", "THA", "signed", 10)}),
        ("The Korean firm is building two frigates for the Peruvian navy and three for the Chilean navy.",
         {("KOR", "PER", "delivering", 2), ("KOR", "CHL", "delivering", 3)}),
    ],
)  # fmt: skip
def test_goods_with_a_country_behind_each_are_a_deal_each(sentence: str, expected: set[Row]) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sweden sold four radars and two patrol aircraft to Brazil.", [("SWE", "BRA")]),
        ("Sweden sold four radars to Brazil and two patrol aircraft to the Brazilian navy.", [("SWE", "BRA")]),
        (
            (
                "Norway and Denmark have placed a joint order with Embraer for nine C-390s, five for Norway and four "
                "for Denmark."
            ),
            [("BRA", "DNK NOR")],
        ),
    ],
)
def test_goods_for_one_country_stay_one_deal(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert sides_in(sentence) == expected


def test_lots_for_several_countries_have_their_own_days() -> None:
    deals = deals_in("Saab sold 12 Gripen jets to Peru in 2022 and another eight to Chile in May 2023.")
    assert [str(deal.event.earliest) for deal in deals] == ["2022-01-01", "2023-05-01"]


def test_whom_goods_are_leased_may_be_told_by_a_noun() -> None:
    text = (
        "The Japanese minister agreed with his Philippine counterpart that Japan will lease the Southeast Asian "
        "country up to five training aircraft."
    )
    assert sides_in(text) == [("JPN", "PHL")]
