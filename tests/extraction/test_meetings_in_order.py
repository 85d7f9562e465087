"""Meetings whose parties, places and times stand where one does not look first: late, afar, in the next clause."""

from datetime import date

import pytest

from tests.stories import GUEST, HOST, meetings_in, names


@pytest.mark.parametrize(
    "sentence",
    [
        f"{HOST} received in his office at the ministry today {GUEST} and her delegation.",
        f"{HOST} received at the ministry in Oslo on Wednesday {GUEST}.",
        f"{HOST} welcomed here this morning {GUEST}.",
    ],
)
def test_a_guest_may_be_told_after_time_and_place(sentence: str) -> None:
    (meeting,) = meetings_in(sentence)
    assert names(meeting) == {"Nils Haugen", "Aino Salmela"}


@pytest.mark.parametrize(
    "sentence",
    [
        "On Sunday Haugen and Salmela are to be joined by U.S. Defense Secretary Lloyd Austin.",
        "On Sunday the pair will be joined by U.S. Defense Secretary Lloyd Austin.",
        "The two were joined by U.S. Defense Secretary Lloyd Austin on Wednesday.",
    ],
)
def test_whoever_joins_two_meets_both(sentence: str) -> None:
    found = meetings_in(f"{HOST} and {GUEST} met in Oslo on Tuesday. {sentence}")
    assert ("FIN", "NOR", "USA") in [m.sides for m in found]


def test_who_met_is_the_whole_list_before_meeting() -> None:
    (meeting,) = meetings_in(
        f"{HOST} and {GUEST}, meeting in Riga on Monday, settled on joint patrols of the air force."
    )
    assert (meeting.sides, meeting.city) == (("FIN", "NOR"), "Riga")


def test_several_leaders_called_on_one_by_one_are_met_apart() -> None:
    found = meetings_in(f"{GUEST} called on President Jonas Vik of Norway and, separately, on Prime Minister Per Lund.")
    assert {frozenset(names(m)) for m in found} == {
        frozenset({"Aino Salmela", "Jonas Vik"}),
        frozenset({"Aino Salmela", "Per Lund"}),
    }


def test_a_host_told_without_a_country_is_of_the_town_where_guests_are_told_something() -> None:
    text = "In Hanoi in April, a vice minister, Tran Van Minh, told his visitor, Defense Minister Kim Seon-ho"
    (meeting,) = meetings_in(f"{text} of South Korea, that the deal would be sealed.")
    assert {(p.name, p.side) for p in meeting.participants} == {("Tran Van Minh", "VNM"), ("Kim Seon-ho", "KOR")}


def test_a_president_met_beside_another_is_of_the_country_where_they_met() -> None:
    text = "Lloyd Austin, the U.S. defense secretary, was in Djibouti, where he met President Ali Farah as well as"
    found = meetings_in(f"{text} Somalia's president, Omar Yusuf, about the fight against terrorism.")
    assert {("DJI", "USA"), ("SOM", "USA")} <= {m.sides for m in found}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (f"Arrangements are being made for {HOST} to meet {GUEST} in Riga.", "planned"),
        (f"It was the first time for {HOST} to meet {GUEST}.", "held"),
        (f"{HOST} and {GUEST} will sit down at a meeting in Riga in May.", "planned"),
        (f"{HOST} and {GUEST} sat down at a meeting in Riga.", "held"),
    ],
)
def test_what_is_arranged_for_somebody_to_do_is_ahead(sentence: str, status: str) -> None:
    assert {m.status for m in meetings_in(sentence)} == {status}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The two ministers also spoke about air defence.", "talks"),
        ("The two ministers also discussed air defence by phone on March 4.", "call"),
    ],
)
def test_those_who_met_and_also_spoke_made_no_call(sentence: str, kind: str) -> None:
    assert kind in {m.kind for m in meetings_in(f"{HOST} met {GUEST} in Oslo on Tuesday. {sentence}")}


def test_a_call_told_in_the_same_sentence_makes_no_call_of_talks() -> None:
    text = (
        "President Jonas Vik of Norway had told President Eero Laine of Finland in a phone call on March 4 that arms"
        f" would come, and {HOST} had conferred"
    )
    found = meetings_in(f"{text} with {GUEST} in Riga on March 6.")
    assert [(m.kind, m.city) for m in found] == [("call", None), ("talks", "Riga")]


@pytest.mark.parametrize(
    ("sentence", "city"),
    [
        (f"{HOST} met {GUEST} for talks on security cooperation in Riga.", "Riga"),
        (f"{HOST} met {GUEST} to buy tanks on Riga's behalf.", None),
    ],
)
def test_a_town_is_where_they_met_but_not_on_whose_behalf(sentence: str, city: str | None) -> None:
    assert meetings_in(sentence)[0].city == city


def test_what_two_agreed_to_do_on_a_day_they_agreed_on_that_day() -> None:
    (meeting,) = meetings_in(f"On Tuesday {HOST} and {GUEST} agreed to widen their arms trade.")
    assert (meeting.status, meeting.start.earliest) == ("held", date(2024, 3, 12))
