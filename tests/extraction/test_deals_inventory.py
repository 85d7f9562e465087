"""Deals whose goods the article names twice, or beside words that mean any arms."""

import pytest

from tests.stories import deals_in, goods


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Italy sold Peru two patrol ships of the PPA type.", {("PPA", 2)}),
        ("Chile ordered 12 Gripen fighters, weapons and spare parts from Sweden.", {("Gripen", 12)}),
        ("Chile ordered the K2 and 12 armoured vehicles from South Korea.",
         {("K2 Black Panther", None), ("armoured vehicles", 12)}),
        ("Chile ordered weapons from Sweden.", {("weapons", None)}),
    ],
)  # fmt: skip
def test_each_of_the_goods_is_one_item(text: str, expected: set[tuple[str, int | None]]) -> None:
    (deal,) = deals_in(text)
    assert goods(deal) == expected
