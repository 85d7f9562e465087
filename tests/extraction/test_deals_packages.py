"""Deals whose goods come with others that are told in sentences or lists of their own; and goods that only seem to."""

import pytest

from tests.stories import deals_in, goods, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (("The United States cleared the sale to Chile of 12 AH-1Z Viper helicopters. "
         "It said that 28 engines by General Electric were in the package."),
         {("AH-1Z Viper", 12), ("engines", 28)}),
        ("South Korea sold the KM-SAM to Iraq for $2.8 billion. Hanwha Systems Co. provides the radar.",
         {("KM-SAM", None)}),
        ("Qatar bought 24 Typhoons from Britain. Meteor missiles from MBDA come with the aircraft.",
         {("Eurofighter Typhoon", 24), ("Meteor", None)}),
        (("The Philippines bought three BrahMos batteries from India. "
         "Training and a logistics support package are to be delivered under the deal."),
         {("BrahMos", 3)}),
        (("The Government of Chile has asked to buy eight F-16C Block 70 aircraft; nine AN/APG-83 radars (includes 1 "
         "spare); and twenty-four (24) AIM-9X Sidewinder missiles. Also included are spare parts."),
         {("F-16 Fighting Falcon", 8), ("AN/APG-83", 9), ("AIM-9 Sidewinder", 24)}),
        ("South Korea will give Peru a corvette. A landing craft and 16 rubber boats are to come along with it.",
         {("corvette", 1), ("landing craft", 1), ("boats", 16)}),
        ("Peru ordered 180 K2 tanks from Hyundai Rotem. They will be accompanied by 12 recovery vehicles.",
         {("K2 Black Panther", 180), ("recovery vehicles", 12)}),
        ("Peru ordered 180 K2 tanks from Hyundai Rotem. The first 20 tanks are part of the package.",
         {("K2 Black Panther", 180)}),
    ],
)  # fmt: skip
def test_what_comes_with_the_goods_is_no_deal_of_its_own(text: str, expected: set[tuple[str, int | None]]) -> None:
    (deal,) = deals_in(text)
    assert goods(deal) == expected


@pytest.mark.parametrize(
    "text",
    [
        "South Korea sold the KM-SAM to Iraq. Norway bought the radar from Sweden.",
        "Poland bought 32 F-35s from the United States. The country also ordered 200 missiles for $40 million.",
        "Poland bought 32 F-35s from the United States. Poland will buy 96 Apaches from Boeing, too.",
    ],
)
def test_goods_with_a_buyer_or_price_of_their_own_are_a_deal(text: str) -> None:
    assert len(rows(text)) == 2
