"""Which names, texts and systems are the same for a person who compares them."""

from datetime import date

import pytest

from pipelines.quality.gold import date_agrees, interval
from pipelines.quality.matching import same_amount, same_name, same_system, same_text


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Han Su-bin", "Han Su Bin", True),
        ("Han Su-bin", "Han", True),
        ("President Jan Koś", "Jan Kos", True),
        ("Han Su-bin", "Han Su-min", False),  # two people of one family name
        ("Jan Kos", "Ola Berg", False),
        ("Jan Kos", None, False),
        ("President", "Jan Kos", False),
    ],
)
def test_names(one: str, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Seoul Defense Dialogue", "the Seoul Defense Dialogue", True),
        ("state visit", "visit", True),
        ("state visit", "working lunch", False),
        ("", "visit", False),
        ("the of", "visit", False),
    ],
)
def test_texts(one: str, other: str, same: bool) -> None:
    assert same_text(one, other) is same


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        (("K9 Thunder", "K-9 howitzers", "artillery"), ("K9 Thunder", "guns", "other"), True),
        (("K9 Thunder", "howitzers", "artillery"), (None, "K9 Thunder guns", "other"), True),
        (("K9 Thunder", "howitzers", "artillery"), (None, "howitzers", "other"), True),
        ((None, "submarines", "submarine"), (None, "boats", "submarine"), True),
        (("K9 Thunder", "howitzers", "artillery"), (None, "guns", "artillery"), False),
        ((None, "gear", "other"), (None, "kit", "other"), False),
    ],
)
def test_systems(gold: tuple[str, str, str], found: tuple[str, str, str], same: bool) -> None:
    names = ("system", "system_text", "category")
    assert same_system(dict(zip(names, gold, strict=True)), dict(zip(names, found, strict=True))) is same


def test_amounts_agree_within_a_hundredth() -> None:
    assert same_amount(100, 101)
    assert not same_amount(100, 102)


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [("2024", (1, 1), (12, 31)), ("2024-02", (2, 1), (2, 29)), ("2024-02-03", (2, 3), (2, 3))],
)
def test_a_date_is_an_interval(told: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    assert interval(told) == (date(2024, *first), date(2024, *last))


@pytest.mark.parametrize(
    ("told", "first", "last", "agrees"),
    [
        ("2024-05-02", date(2024, 5, 2), date(2024, 5, 2), True),
        ("2024-05", date(2024, 5, 2), date(2024, 5, 2), True),
        ("2024-05-02", date(2024, 5, 1), date(2024, 5, 31), True),
        ("2024-05-02", date(2024, 1, 1), date(2024, 12, 31), False),
        ("2024-05-02", date(2024, 5, 3), date(2024, 5, 3), False),
    ],
)
def test_a_date_agrees_where_it_overlaps_and_is_not_much_wider(
    told: str, first: date, last: date, agrees: bool
) -> None:
    assert date_agrees(told, (first, last)) is agrees
