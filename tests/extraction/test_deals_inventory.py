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
        ("The yard is to build 20 K9 guns and ten K10 vehicles, ordered last year by Norway.",
         {("K9 Thunder", 20), ("K10", 10)}),
        ("The United States has handed over a C-130 Hercules to Chile.", {("C-130 Hercules", 1)}),
        ("Sweden wants to sell Chile a new submarine.", {("new submarine", None)}),
        ("Denmark gave Ukraine its whole fleet of Caesar howitzers, 19 guns.", {("Caesar", 19)}),
        ("Chile ordered weapons from Sweden.", {("weapons", None)}),
    ],
)  # fmt: skip
def test_each_of_the_goods_is_one_item(text: str, expected: set[tuple[str, int | None]]) -> None:
    (deal,) = deals_in(text)
    assert goods(deal) == expected
