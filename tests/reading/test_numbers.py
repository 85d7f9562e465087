from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.reading.numbers import find_numbers, value_of


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1.2", "1.2"),
        ("1,200", "1200"),
        ("12,34,567", "1234567"),
        ("1.200.000", "1200000"),
        ("one-point-two", "1.2"),
        ("one-point-two trillion", "1200000000000"),
        ("twenty-five", "25"),
        ("one hundred and twenty", "120"),
        ("two thousand five hundred and six", "2506"),
        ("a dozen", "12"),
        ("two dozen", "24"),
        ("half a dozen", "6"),
        ("a pair", "2"),
        ("half a million", "500000"),
        ("two and a half million", "2500000"),
        ("three quarters of a million", "750000"),
        ("408-thousand-700", "408700"),
        ("5 trillion 200 billion", "5200000000000"),
        ("1 lakh crore", "1000000000000"),
    ],
)
def test_a_number_in_any_notation_has_its_value(printed: str, value: str) -> None:
    assert value_of(printed) == Decimal(value)


@given(st.integers(min_value=0, max_value=10**15))
def test_grouped_digits_are_one_number(value: int) -> None:
    (number,) = find_numbers(f"They paid {value:,} in all.")
    assert number.value == value


@pytest.mark.parametrize("text", ["three (3) ships", "3 (three) ships"])
def test_a_number_told_twice_is_one_number(text: str) -> None:
    assert [number.value for number in find_numbers(text)] == [3]


def test_a_bracketed_year_is_not_the_number_before_it() -> None:
    assert [number.value for number in find_numbers("three (2019)")] == [3, 2019]


@pytest.mark.parametrize("words", ["many", "dozens", "", "won 5"])
def test_words_that_are_no_number_are_refused(words: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        value_of(words)


def test_a_dozen_within_a_word_is_no_number() -> None:
    assert list(find_numbers("the tenants often weigh stone")) == []
