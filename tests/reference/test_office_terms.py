"""Terms of office date articles: a wrong or unreadable one dates them wrongly."""

from datetime import date
from itertools import pairwise

import pytest

from pipelines.reference import office_holders, terms_of

SINGLE = ("defence_minister", "foreign_minister", "military_chief", "secretary_general")
HANDOVER_DAYS = 31  # a month's precision can make two terms overlap by as much


def test_every_term_ends_after_it_began() -> None:
    assert [row for row in office_holders() if row.earliest > row.latest] == []


@pytest.mark.parametrize("office", SINGLE)
def test_no_two_hold_an_office_for_one_country_at_once(office: str) -> None:
    terms = sorted((row for row in office_holders() if row.office == office), key=lambda row: (row.iso3, row.earliest))
    twice = {"ARE", "EGY"}  # a minister of defence beside a minister of state for it
    for first, second in pairwise(terms):
        if first.iso3 == second.iso3 and first.iso3 not in twice:
            overlap = (first.latest - second.earliest).days if first.latest != date.max else HANDOVER_DAYS + 1
            assert overlap <= HANDOVER_DAYS, (first, second)


@pytest.mark.parametrize(
    ("printed", "person", "iso3", "day"),
    [
        ("Ahn Kyu-baek", "Ahn Gyu-back", "KOR", date(2025, 9, 1)),
        ("sergey shoigu", "Sergei Shoigu", "RUS", date(2020, 1, 1)),
        ("Władysław Kosiniak-Kamysz", "Wladyslaw Kosiniak-Kamysz", "POL", date(2025, 1, 1)),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", "TUR", date(2024, 1, 1)),
    ],
)
def test_a_spelling_finds_its_person(printed: str, person: str, iso3: str, day: date) -> None:
    assert any(
        (row.person, row.iso3) == (person, iso3) and row.earliest <= day <= row.latest for row in terms_of(printed)
    )


def test_a_month_covers_all_its_days() -> None:
    (term,) = [row for row in terms_of("Bob Work") if row.office == "deputy_defence_minister"]
    assert (term.earliest, term.latest) == (date(2014, 5, 1), date(2017, 7, 31))


def test_a_japanese_name_is_found_in_either_order() -> None:
    assert terms_of("Hayashi Yoshimasa") == terms_of("Yoshimasa Hayashi") != ()


def test_a_stranger_has_no_terms() -> None:
    assert terms_of("Nobody Inparticular") == ()
