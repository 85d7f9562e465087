"""Deals on goods of one clause that go to different countries. Invented sentences."""

import pytest

from tests.stories import Row, rows, sides_in


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sweden sold four radars to Brazil and two patrol aircraft to the Polish air force.",
         {("SWE", "BRA", "signed", 4), ("SWE", "POL", "signed", 2)}),
        ("South Korea exported 24 K9 howitzers to Finland and an unspecified number of FA-50 jets to Peru.",
         {("KOR", "FIN", "signed", 24), ("KOR", "PER", "signed", None)}),
        ("Hanwha won orders for 12 howitzers for Norway and six tanks for Chile.",
         {("KOR", "NOR", "signed", 12), ("KOR", "CHL", "signed", 6)}),
    ],
)  # fmt: skip
def test_goods_with_a_country_behind_each_are_a_deal_each(sentence: str, expected: set[Row]) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sweden sold four radars and two patrol aircraft to Brazil.", [("SWE", "BRA")]),
        ("Sweden sold four radars to Brazil and two patrol aircraft to the Brazilian navy.", [("SWE", "BRA")]),
    ],
)
def test_goods_for_one_country_stay_one_deal(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert sides_in(sentence) == expected


def test_whom_goods_are_leased_may_be_told_by_a_noun() -> None:
    text = (
        "The Japanese minister agreed with his Philippine counterpart that Japan will lease the Southeast Asian "
        "country up to five training aircraft."
    )
    assert sides_in(text) == [("JPN", "PHL")]
