import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.reading.quantity import find_quantities

Expected = tuple[int | None, int | None, str]


def counts(text: str) -> list[Expected]:
    return [(quantity.minimum, quantity.maximum, quantity.unit) for quantity in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("25 to 30 howitzers", (25, 30, "unit")),
        ("between 8 and 12 helicopters", (8, 12, "unit")),
        ("five or six ships", (5, 6, "unit")),
        ("a dozen guns", (12, 12, "unit")),
        ("up to 36 jets", (None, 36, "unit")),
        ("more than 100 tanks", (100, None, "unit")),
        ("100-plus vehicles", (100, None, "unit")),
        ("three (3) ships", (3, 3, "unit")),
        ("two squadrons of F-16s", (2, 2, "squadron")),
        ("a battery of interceptors", (1, 1, "battery")),
        ("eight Cheongung batteries", (8, 8, "battery")),
        ("ten S-400 battalions", (10, 10, "battalion")),
        ("100,000 155 mm artillery shells", (100_000, 100_000, "round")),
        ("1.5 million rounds", (1_500_000, 1_500_000, "round")),
        ("six more", (6, 6, "unit")),
        ("2100 trucks", (2100, 2100, "unit")),
        ("Poland's 180 tanks", (180, 180, "unit")),
        ("one of its boats", (1, 1, "unit")),
        ("That was the defence minister of the day. Three drones will follow.", (3, 3, "unit")),
    ],
)
def test_a_count_is_read_with_its_bounds_and_unit(text: str, expected: Expected) -> None:
    assert counts(text) == [expected]


def test_two_items_are_two_counts() -> None:
    assert counts("180 tanks and 81 support vehicles") == [(180, 180, "unit"), (81, 81, "unit")]


@pytest.mark.parametrize(
    "text",
    [
        "155 mm guns",
        "a 3,400-ton frigate",
        "FA-50s and K9s",
        "the 2+2 meeting",
        "the 55th meeting",
        "the 1950-53 war",
        "from 2019 to 2021",
        "a 10-year deal",
        "36 to 48 months",
        "in 2022",
        "on May 30 and 20 July",
        "65 percent, 12% and 7 per cent",
        "a 45-year-old pilot, aged 45",
        "50 km or 300 miles away",
        "Leopard 2 tanks, Type 209 submarines, Mirage 2000-9 jets",
        "F-16 Block 70/72",
        "at 3 p.m., 10:30",
        "no one said so; one is enough",
        "one-third",
        "the 1960s",
        "$18 million and 12 billion won",
        "17.3 billion",
    ],
)
def test_what_measures_dates_names_or_pays_is_no_count(text: str) -> None:
    assert counts(text) == []


FORMS = {
    "{low} to {high}": (1, 1),
    "{low}-{high}": (1, 1),
    "between {low} and {high}": (1, 1),
}


@given(st.integers(1, 1800), st.integers(1, 90), st.sampled_from(sorted(FORMS)))
def test_every_form_of_range_has_the_same_ends(low: int, more: int, form: str) -> None:
    text = f"The army ordered {form.format(low=f'{low:,}', high=f'{low + more:,}')} tanks."
    assert counts(text) == [(low, low + more, "unit")]


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    for quantity in find_quantities(text):
        assert 0 <= quantity.span.start < quantity.span.end <= len(text)


@pytest.mark.parametrize(
    "text", ["handed over 20 helicopters", "talks with Boeing over 20 jets", "gave Vietnam 20 boats", "and Finland 20"]
)
def test_what_stands_before_a_count_may_belong_to_another_word(text: str) -> None:
    assert counts(text) == [(20, 20, "unit")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The ships come from Japan. Eleven frigates were picked", 11),
        ("The ships come from Japan. 11 frigates were picked", 11),
        ("It is called FA-50. Twelve jets were ordered", 12),
    ],
)
def test_a_count_opens_a_sentence_behind_a_name(text: str, number: int) -> None:
    """Whatever stood before was once taken for a name that the number is part of, over the full stop."""
    assert counts(text) == [(number, number, "unit")]


@pytest.mark.parametrize("text", ["on Sept. 12 jets came", "a Mk. 48 torpedo", "Air Force One landed"])
def test_a_number_behind_a_word_cut_short_may_be_part_of_a_name(text: str) -> None:
    assert counts(text) == []
