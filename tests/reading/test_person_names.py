"""Which spellings are one person's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.reading.person_names import can_stand_alone, fold, same_person

GIVEN = st.sampled_from(["Kari", "Jan", "Min-jun", "Recep Tayyip", "Mohammed", "Łukasz", "José", "Gyu-back"])
SURNAME = st.sampled_from(["Lund", "Öztürk", "Al Hamadi", "Wójcik", "de la Cruz", "Nguyen", "Santoso"])
#: What a newsroom does to a name without meaning another person.
VARIANTS = st.sampled_from(
    [
        str.upper,
        lambda name: name.replace("-", ""),
        lambda name: name.replace("-", " "),
        lambda name: name.translate(str.maketrans("ÖüóéŁł", "OuoeLl")),
        lambda name: name.replace("mm", "m"),
    ]
)


@given(GIVEN, SURNAME, VARIANTS)
def test_a_variant_of_a_name_is_the_same_person(first: str, last: str, variant: object) -> None:
    name = f"{first} {last}"
    assert callable(variant)
    assert same_person(name, variant(name))


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_makes_the_comparison_raise_or_depend_on_order(one: str, other: str) -> None:
    assert same_person(one, other) in (True, False)
    assert bool(fold(one)) == same_person(one, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ahn Gyu-back", "Ahn Kyu-baek"),
        ("Ahn Gyu-back", "An Gyubaek"),
        ("Yoon Suk-yeol", "Yoon Suk Yeol"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Mohammed bin Zayed", "Mohamed bin Zayed Al Nahyan"),
        ("Mohammed bin Ahmed Al Bowardi", "Al Bowardi"),
        ("Lloyd J. Austin III", "Lloyd Austin"),
        ("Erdoğan", "Recep Tayyip Erdogan"),
    ],
)
def test_spellings_of_one(one: str, other: str) -> None:
    assert same_person(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Min-seok", "Kim Min-sik"),
        ("Kim Yong-hyun", "Kim Yong-un"),
        ("Khaled bin Mohamed bin Zayed Al Nahyan", "Mohamed bin Zayed Al Nahyan"),
        ("Jan Kos", "Petr Kos"),
        ("Lee Jae-myung", "Lee Jong-sup"),
    ],
)
def test_two_people_are_not_one(one: str, other: str) -> None:
    assert not same_person(one, other)


@pytest.mark.parametrize(
    ("word", "alone"), [("Kim", True), ("bin", False), ("Al", False), ("J.", False), ("Jr", False)]
)
def test_only_a_surname_or_given_name_stands_for_the_whole(word: str, alone: bool) -> None:
    assert can_stand_alone(word) is alone
