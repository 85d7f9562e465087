"""One person is one `person_id`, whatever articles make of the name; two people never share one."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.records import ParticipantRecord
from tests.newsroom import MEETING, STATEMENT, News, Said, rows_of

Tables = dict[str, pl.DataFrame]


def met(*people: tuple[str, str | None]) -> News:
    participants = tuple(ParticipantRecord(name, "Minister", "minister", None, side) for name, side in people)
    return News(1, (replace(MEETING, participants=participants),))


def persons(*people: tuple[str, str | None]) -> list[str]:
    return rows_of([met(*people)])["meeting_participants"].sort("position")["person_id"].to_list()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ahn Gyu-back", "Ahn Kyu-baek"),
        ("Ahn Gyu-back", "An Gyubaek"),
        ("Yoon Suk Yeol", "Yoon Suk-yeol"),
        ("Mohammed bin Zayed", "Mohamed bin Zayed Al Nahyan"),
        ("Mariusz Błaszczak", "Mariusz Blaszczak"),
        ("Prabowo", "Prabowo Subianto"),
        ("Mohammed bin Zayed al-Nahyan", "Mohamed bin Zayed Al Nahyan"),
        ("Muhammad bin Ahmad Al Bowardi", "Mohammed bin Ahmed Al Bowardi"),
    ],
)
def test_spellings_and_parts_of_a_name_are_one_person(one: str, other: str) -> None:
    assert len(set(persons((one, "KOR"), (other, "KOR")))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Kim Jong-un", "PRK"), ("Kim Yong-hyun", "KOR")),
        (("Lee Jong-sup", "KOR"), ("Lee Jae-myung", "KOR")),
        (("Robert Brown", "USA"), ("Robert Brown", "AUS")),
    ],
)
def test_two_people_are_two(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert len(set(persons(one, other))) == 2


def test_a_surname_that_two_people_of_a_side_have_is_of_neither() -> None:
    kim, shin, surname = persons(("Kim Yong-hyun", "KOR"), ("Kim Kwan-jin", "KOR"), ("Kim", "KOR"))
    assert len({kim, shin, surname}) == 3


def test_a_name_without_a_side_is_the_one_person_of_that_name() -> None:
    assert len(set(persons(("Jens Stoltenberg", "NATO"), ("Jens Stoltenberg", None)))) == 1
    assert len(set(persons(("Robert Brown", "USA"), ("Robert Brown", "AUS"), ("Robert Brown", None)))) == 3


def test_speakers_and_participants_are_the_same_people() -> None:
    speech = Said(replace(STATEMENT, speaker="Ahn Kyu-baek"), "We trust our partners.")
    tables = rows_of([News(1, (MEETING,), "2024-05-02"), News(2, (speech,), "2024-07-09")])
    [ahn] = tables["people"].filter(pl.col("name").str.starts_with("Ahn")).to_dicts()
    assert tables["statements"]["person_id"].to_list() == [ahn["person_id"]]
    assert ahn["spellings"] == ["Ahn Gyu-back", "Ahn Kyu-baek"]
    assert (ahn["sides"], ahn["roles"]) == (["KOR"], ["Minister"])
    assert (ahn["first_seen"], ahn["last_seen"]) == (date(2024, 5, 2), date(2024, 7, 9))


def test_organisations_and_unnamed_speakers_are_no_people() -> None:
    ministry = Said(replace(STATEMENT, speaker="Ministry of Defense", speaker_kind="organization"), "We are ready.")
    nobody = Said(replace(STATEMENT, speaker=None, speaker_kind="anonymous"), "It will take a year.")
    tables = rows_of([News(1, (ministry, nobody))])
    assert tables["people"].is_empty()
    assert tables["statements"]["person_id"].null_count() == 2


@given(st.permutations([("Ahn Gyu-back", "KOR"), ("Ahn", "KOR"), ("Ahn Kyu-baek", None), ("Jan Kos", "POL")]))
def test_the_order_of_articles_plays_no_part(people: list[tuple[str, str | None]]) -> None:
    expected = dict(zip(sorted(people, key=str), persons(*sorted(people, key=str)), strict=True))
    assert dict(zip(people, persons(*people), strict=True)) == expected
