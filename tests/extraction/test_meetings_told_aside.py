"""Meetings that news tells in passing: sites seen, visits paid, hosts and guests named, calls told by what was said."""

from datetime import date

import pytest

from tests.stories import GUEST, HOST, names, only_meeting


@pytest.mark.parametrize(
    "sentence",
    [
        f"{GUEST} toured Norwegian missile plants in early March.",
        f"{GUEST} inspected the shipyard in Bergen on March 5.",
        f"{GUEST} saw the missile factory in Bergen on March 5.",
        f"{GUEST} spent an hour on Tuesday at the naval base in Bergen.",
    ],
)
def test_whoever_sees_a_site_abroad_visits_its_country(sentence: str) -> None:
    meeting = only_meeting(sentence)
    assert (meeting.kind, meeting.sides, meeting.country) == ("visit", ("FIN", "NOR"), "NOR")
    assert names(meeting) == {"Aino Salmela"}


def test_whoever_is_in_a_capital_visits_its_country() -> None:
    meeting = only_meeting(f"{GUEST} was in Oslo last week to make the case for the frigate.")
    assert (meeting.kind, meeting.sides, meeting.city) == ("visit", ("FIN", "NOR"), "Oslo")


def test_a_site_seen_where_the_article_was_filed_is_in_that_country() -> None:
    meeting = only_meeting(f"{GUEST} toured the shipyard for two hours on Wednesday.", dateline="BERGEN, Norway")
    assert meeting.sides == ("FIN", "NOR")


def test_a_minister_who_sees_a_minister_sees_no_site() -> None:
    assert only_meeting(f"{HOST} saw {GUEST} in Oslo on Tuesday about the new frigate.").kind == "talks"


def test_a_visit_is_paid_to_whoever_is_visited() -> None:
    guest, host = "Finnish President Sauli Niemi", "Norwegian Prime Minister Nils Haugen"
    meeting = only_meeting(f"{guest} will pay {host} a visit in April to speak of frigates.")
    assert (meeting.kind, meeting.status, meeting.sides) == ("visit", "planned", ("FIN", "NOR"))


@pytest.mark.parametrize(
    "sentence",
    [
        f"In Oslo on Tuesday, {HOST} told his visitor, {GUEST}, that the frigate would be ready in time.",
        f"{GUEST} went to Oslo on Tuesday and was shown a frigate by her host, {HOST}.",
        f"It was at talks in Oslo on Tuesday with {HOST} that his counterpart, {GUEST}, first spoke of the frigate.",
        f"{GUEST} flew on to Oslo, where {HOST} received her on Tuesday.",
    ],
)
def test_hosts_guests_and_counterparts_told_beside_a_name_have_met(sentence: str) -> None:
    meeting = only_meeting(sentence)
    assert (meeting.kind, meeting.sides, meeting.city) == ("talks", ("FIN", "NOR"), "Oslo")
    assert names(meeting) == {"Nils Haugen", "Aino Salmela"}


def test_what_one_tells_another_in_a_phone_call_is_a_call_of_both() -> None:
    meeting = only_meeting(f"{HOST} told {GUEST} in a phone call on March 5 that the frigate would be ready in time.")
    assert (meeting.kind, meeting.sides) == ("call", ("FIN", "NOR"))
    assert meeting.start.earliest == date(2024, 3, 5)


def test_a_town_where_two_meet_is_no_third_side() -> None:
    text = (
        f"{HOST} and {GUEST}, meeting on the fringes of a dialogue in Singapore, settled on joint patrols on Tuesday."
    )
    assert only_meeting(text).sides == ("FIN", "NOR")


def test_talks_at_the_edge_of_an_event_take_place_where_it_does() -> None:
    text = f"{HOST} and {GUEST} took up the frigate on March 5 on the margins of the NATO summit in Madrid."
    meeting = only_meeting(text)
    assert (meeting.city, meeting.country) == ("Madrid", "ESP")


def test_those_told_to_take_part_in_a_signing_attend_it() -> None:
    text = (
        "Norway and Finland signed a contract for 40 howitzers in Oslo on Tuesday. "
        f"Taking part were {HOST} and {GUEST}."
    )
    meeting = only_meeting(text)
    assert (meeting.kind, meeting.sides) == ("ceremony", ("FIN", "NOR"))
    assert names(meeting) == {"Nils Haugen", "Aino Salmela"}
