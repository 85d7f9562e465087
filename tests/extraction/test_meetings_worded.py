"""Meetings told by whom they were held by, by what recurs, by a picture, by a plant that two walk through."""

from datetime import date

import pytest

from tests.stories import GUEST, HOST, meetings_in

THIRD = "Polish Defence Minister Marek Nowak"


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        (f"The plan came up at the defence talks held in Oslo on Tuesday by {HOST} and {GUEST}.", "FIN NOR"),
        (f"On Monday {HOST} and {GUEST} held the annual Nordic Staff Meeting in Oslo.", "FIN NOR"),
        (f"{HOST} held a meeting of some 70 minutes at the fortress in Oslo with {GUEST} on Monday.", "FIN NOR"),
        (f"The pact bears the names of {HOST}, {GUEST} and {THIRD}, who met in Oslo on Monday.", "FIN NOR POL"),
        (f"{HOST} and {GUEST} pose for a photo before their talks in Oslo on Tuesday.", "FIN NOR"),
        (f"{GUEST} and {HOST} walked through the tank plant in Bergen on Tuesday.", "FIN NOR"),
        (f"{GUEST} saw the frigate in Bergen, where on Tuesday {HOST} walked her through the yard.", "FIN NOR"),
    ],
)
def test_those_told_as_holding_it_have_met(sentence: str, sides: str) -> None:
    assert [(" ".join(m.sides), m.status) for m in meetings_in(sentence)] == [(sides, "held")]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{HOST} and {GUEST} agreed on annual meetings of their staffs.",
        f"{HOST} called for regular talks with {GUEST}.",
    ],
)
def test_what_is_to_recur_was_not_held(sentence: str) -> None:
    assert not [m for m in meetings_in(sentence) if m.kind == "talks" and m.participants and m.start.earliest]


def test_he_who_opens_a_paragraph_is_whoever_the_article_follows() -> None:
    found = meetings_in(
        f"{HOST} held talks in Oslo on Monday with {GUEST}. Haugen met {THIRD} after that.\n\n"
        f"On Wednesday he met Danish Defence Minister Lars Holm.\n\n"
        f"In talks with Swedish Defence Minister Sven Berg on Thursday, the two sides spoke of frigates."
    )
    assert {m.sides for m in found} == {("FIN", "NOR"), ("NOR", "POL"), ("DNK", "NOR"), ("NOR", "SWE")}


def test_officials_received_in_a_row_are_those_introduced_later() -> None:
    found = meetings_in(
        f"On Tuesday {HOST} received senior officials from Finland and Poland, who came for a forum, which opened "
        "a day earlier in Oslo.\n\nAino Salmela, the Finnish deputy defence minister, asked about frigates."
    )
    finn = next(m for m in found if "FIN" in m.sides)
    assert {p.name for p in finn.participants} == {"Nils Haugen", "Aino Salmela"}
    assert finn.start.earliest == date(2024, 3, 12)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (f"The frigate is to be named in Bergen on March 20 in the presence of {HOST} and {GUEST}.", "planned"),
        (f"The frigate contract will be signed in Oslo on Friday in the presence of {HOST} and {GUEST}.", "planned"),
        (f"{HOST} and {GUEST} looked on in Bergen on Tuesday as the trainer went through its paces.", "held"),
    ],
)
def test_a_naming_a_signing_a_flight_before_people_of_two_sides_is_a_ceremony(sentence: str, status: str) -> None:
    assert [(m.kind, m.sides, m.status) for m in meetings_in(sentence)] == [("ceremony", ("FIN", "NOR"), status)]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{HOST} said that Norway and Finland would sign the frigate contract this year.",
        f"{HOST} warned on Tuesday of the presence of Finnish frigates, a launch of which {GUEST} had announced.",
    ],
)
def test_neither_a_hope_of_signing_nor_a_presence_of_ships_is_a_ceremony(sentence: str) -> None:
    assert not [m for m in meetings_in(sentence) if m.kind == "ceremony"]
