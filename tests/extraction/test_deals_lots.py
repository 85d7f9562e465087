"""Deals on several lots of the same goods, the later told by their number alone. Invented sentences."""

from datetime import date

import pytest

from tests.stories import deals_in

Lot = tuple[int | None, str, date | None, int | None]


def lots(text: str) -> set[Lot]:
    """Number, status, first day and sum of each deal."""
    return {
        (d.items[0].quantity_min, d.status, d.event.earliest, int(d.value_min) if d.value_min else None)
        for d in deals_in(text)
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Peru ordered 212 K9 howitzers from Hanwha in August 2021 and another 152 in December 2022.",
         {(212, "signed", date(2021, 8, 1), None), (152, "signed", date(2022, 12, 1), None)}),
        ("Peru signed up for 21 K9s in August 2021 and for another 15 in May 2022, the latter for $2 million.",
         {(21, "signed", date(2021, 8, 1), None), (15, "signed", date(2022, 5, 1), 2_000_000)}),
        ("Chile bought 24 Rafales in 2015 and a further 30 in 2021.",
         {(24, "signed", date(2015, 1, 1), None), (30, "signed", date(2021, 1, 1), None)}),
        ("Peru will take 32 K9 howitzers from South Korea next year, on top of 18 already delivered.",
         {(32, "negotiation", date(2024, 6, 11), None), (18, "completed", None, None)}),
        ("Kenya signed for six Rafales from France in 2022, in addition to an earlier 18.",
         {(6, "signed", date(2022, 1, 1), None), (18, "signed", None, None)}),
    ],
)  # fmt: skip
def test_a_number_beside_the_goods_is_another_lot(sentence: str, expected: set[Lot]) -> None:
    assert lots(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru ordered 21 K9 howitzers from Hanwha in August 2021 and another 15 soldiers were trained.",
        "Chile signed for six Rafales from France after 18 months of talks.",
        "Kenya bought 12 FA-50s from KAI and joined 16 other countries in a drill.",
    ],
)
def test_a_number_of_something_else_is_no_lot(sentence: str) -> None:
    assert len(lots(sentence)) == 1
