"""How far an office phrase reaches, for whom it is held, and of what rank it is."""

from collections.abc import Callable

import pytest

from pipelines.reading.document import Document
from pipelines.reading.offices import OfficePhrase

Reading = Callable[..., Document]


def _only(document: Document) -> OfficePhrase:
    (phrase,) = document.offices
    return phrase


@pytest.mark.parametrize(
    ("sentence", "words", "rank", "sides"),
    [
        ("South Korea's former defense minister left.", "South Korea's former defense minister", "minister", ["KOR"]),
        ("The Polish deputy defence minister left.", "The Polish deputy defence minister", "deputy_minister", ["POL"]),
        ("The minister of defence of Norway left.", "The minister of defence of Norway", "minister", ["NOR"]),
        ("Seoul's foreign minister left.", "Seoul's foreign minister", "minister", ["KOR"]),
        ("The NATO secretary general left.", "The NATO secretary general", "minister", ["NATO"]),
        ("The chairman of the U.S. Joint Chiefs of Staff left.", None, "military", ["USA"]),
        ("The chief of Japan's Joint Staff left.", "The chief of Japan's Joint Staff", "military", ["JPN"]),
        ("The CEO of Hanwha Aerospace left.", "The CEO of Hanwha Aerospace", "company", ["KOR"]),
        ("The chairman of Rafael left Haifa.", "The chairman of Rafael", "company", ["ISR"]),
        ("The ministry's director general left.", "The ministry's director general", "senior_official", []),
        ("Chile's ambassador to Poland left.", "Chile's ambassador to Poland", "senior_official", ["CHL"]),
        ("The special envoy for Sudan left.", "The special envoy for Sudan", "senior_official", []),
        ("The Republic of Poland (RP) defence minister left.", None, "minister", ["POL"]),
        ("The minister left at noon.", "The minister", "minister", []),
        ("The minister arrived and Poland cheered.", "The minister", "minister", []),
    ],
)
def test_a_phrase_takes_in_sides_and_what_the_office_is_over(
    reading: Reading, sentence: str, words: str | None, rank: str, sides: list[str]
) -> None:
    phrase = _only(reading(sentence))
    assert words is None or phrase.span.of(sentence) == words
    assert (phrase.role_class, list(phrase.sides)) == (rank, sides)


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("The defense ministers of Norway, Poland and Greece met.", ["NOR", "POL", "GRC"]),
        ("The Norwegian, Polish and Greek defense ministers met.", ["NOR", "POL", "GRC"]),
    ],
)
def test_an_office_of_several_takes_in_the_list_of_sides(reading: Reading, sentence: str, sides: list[str]) -> None:
    phrase = _only(reading(sentence))
    assert phrase.plural
    assert list(phrase.sides) == sides


@pytest.mark.parametrize(
    ("sentence", "relation", "owner"),
    [
        ("She met her Polish counterpart.", "counterpart", "her"),
        ("He met his opposite number from Poland.", "counterpart", "his"),
        ("He praised my colleague from Poland.", "colleague", "my"),
    ],
)
def test_an_office_told_by_another_says_how_and_whose(
    reading: Reading, sentence: str, relation: str, owner: str
) -> None:
    phrase = _only(reading(sentence))
    assert (phrase.relation, phrase.owner, phrase.sides) == (relation, owner, ("POL",))


@pytest.mark.parametrize(
    "sentence", ["The ministerial talks ended.", "They sat in the non-president suite.", "Headway."]
)
def test_a_title_within_a_word_is_none(reading: Reading, sentence: str) -> None:
    assert reading(sentence).offices == []


def test_capitals_and_letters_that_grow_in_lower_case_leave_offsets_right(reading: Reading) -> None:
    text = "İİİ: MINISTER FOR DEFENCE"
    assert _only(reading(text)).title.of(text) == "MINISTER FOR DEFENCE"
