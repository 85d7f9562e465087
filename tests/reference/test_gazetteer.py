"""Names found in a text: each row is a way in which news names, or only seems to name, a side."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.reference.gazetteer import find_names


def named(text: str) -> list[tuple[str, str, str | None]]:
    return [(name.span.of(text), name.kind, name.code) for name in find_names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seoul's envoy left.", [("Seoul", "capital", "KOR")]),
        ("Ukraine’s army", [("Ukraine", "country", "UKR")]),
        ("Korea-U.S. drills", [("Korea", "country", "KOR"), ("U.S.", "country", "USA")]),
        ("a US-led group", [("US", "country", "USA")]),
        ("Sino-Pakistani talks", [("Sino", "demonym", "CHN"), ("Pakistani", "demonym", "PAK")]),
        ("the South Korean leader", [("South Korean", "demonym", "KOR")]),
        ("troops of North Korea", [("North Korea", "country", "PRK")]),
        ("the North Korean army", [("North Korean", "demonym", "PRK")]),
        ("CANBERRA, March 3", [("CANBERRA", "capital", "AUS")]),
        ("Cote d’Ivoire", [("Cote d’Ivoire", "country", "CIV")]),
        ("Sao Paulo and São Paulo", [("Sao Paulo", "city", "BRA"), ("São Paulo", "city", "BRA")]),
        ("Türkiye", [("Türkiye", "country", "TUR")]),
        ("the Kremlin and the Pentagon", [("Kremlin", "metonym", "RUS"), ("Pentagon", "metonym", "USA")]),
        ("Cheong Wa Dae said", [("Cheong Wa Dae", "metonym", "KOR")]),
        ("NATO's Brussels seat", [("NATO", "organization", "NATO"), ("Brussels", "capital", "BEL")]),
        ("DAPA said", [("DAPA", "agency", "KOR")]),
        ("LIMA 2025 in Langkawi", [("LIMA", "forum", "MYS"), ("Langkawi", "city", "MYS")]),
        ("Papua New Guinea", [("Papua New Guinea", "country", "PNG")]),
    ],
)
def test_a_name_is_found_in_its_printed_shape(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "peace on the Korean Peninsula",
        "ships in the Indian Ocean",
        "ships in the South China Sea",
        "calm in the North Atlantic",
        "veterans of the Korean War",
        "an American football coach",
        "a slice of Swiss cheese",
        "US$3 million and AU$4 million",
        "Chadwick and Omanis-to-be",
        "the carrier USS George Washington",
        "reported by The Korea Herald",
        "Indonesiana",
    ],
)
def test_what_only_looks_like_a_side_is_none(text: str) -> None:
    assert [name for name in named(text) if name[1] in ("country", "capital", "organization")] == []


@pytest.mark.parametrize(
    ("person", "country"),
    [
        ("Defense Minister Israel Katz spoke.", "Officials in Israel spoke."),
        ("Secretary Lloyd Austin spoke.", "He flew to Austin on Monday."),
        ("Michael Jordan played.", "Jordan said so."),
        ("Chad Smith drums.", "Troops left Chad."),
    ],
)
def test_a_person_is_not_taken_for_a_place(person: str, country: str) -> None:
    assert named(person) == []
    assert len(named(country)) == 1


@pytest.mark.parametrize(
    "text", ["Northern Israel burned.", "In Israel Tuesday", "Israel Prime Minister", "Meanwhile Israel waits."]
)
def test_a_capitalised_word_beside_a_country_does_not_always_hide_it(text: str) -> None:
    assert ("Israel", "country", "ISR") in named(text)


def test_the_north_is_a_country_only_where_it_is_told_which() -> None:
    assert named("Snow fell in the North.") == []
    assert [code for _, _, code in named("North Korea fired. The North denied it.")] == ["PRK", "PRK"]
    assert [code for _, _, code in named("South Korea fears the North.")] == ["KOR", "PRK"]


def test_a_short_form_of_a_firm_counts_beside_its_full_name_or_country() -> None:
    assert named("The KAI of old.") == []
    assert [code for _, _, code in named("Korea Aerospace Industries, or KAI, won.")] == ["KOR", "KOR"]


def test_a_name_that_several_countries_share_has_no_code() -> None:
    assert named("the National Assembly voted") == [("National Assembly", "agency", None)]


@given(st.text(alphabet="SeoulKra US.-'’n\nİ", max_size=60))
def test_spans_are_in_order_and_apart_whatever_the_text(text: str) -> None:
    names = find_names(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(names))
    assert all(0 <= name.span.start < name.span.end <= len(text) for name in names)
