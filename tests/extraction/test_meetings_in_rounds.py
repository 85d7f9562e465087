"""Meetings told beside others of one round: earlier ones, pairs apart, who sat in, the days of what came before."""

from datetime import date

import pytest

from tests.stories import GUEST, HOST, meetings_in, names


@pytest.mark.parametrize(
    "sentence",
    [
        "Foreign Minister Eero Laine of Finland sat in as well.",
        "Finnish Foreign Minister Eero Laine had a seat at the table, too.",
        "Finnish Foreign Minister Eero Laine also took part.",
    ],
)
def test_those_who_sat_in_took_part_in_the_meeting_told_last(sentence: str) -> None:
    (meeting,) = meetings_in(f"{HOST} met {GUEST} in Oslo on Tuesday. {sentence}")
    assert names(meeting) == {"Nils Haugen", "Aino Salmela", "Eero Laine"}


def test_a_pair_that_met_apart_had_a_meeting_of_its_own() -> None:
    four = f"{HOST}, Foreign Minister Per Lund, {GUEST} and Foreign Minister Eero Laine met in Oslo on Tuesday."
    found = meetings_in(f"{four} Before that, Haugen and Salmela held a bilateral meeting on frigates.")
    assert sorted(len(m.participants) for m in found) == [2, 4]
    assert {p.name: p.side for m in found for p in m.participants}["Eero Laine"] == "FIN"


def test_meetings_with_ministers_of_one_country_are_one_with_each() -> None:
    ministers = "U.S. Secretary of Defense Lloyd Austin and Secretary of State Antony Blinken"
    found = meetings_in(f"Next week, {HOST} will travel to Washington for meetings with {ministers}.")
    assert [len(m.participants) for m in found] == [2, 2]


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        (f"The signing comes two days after {HOST} and {GUEST} took stock of it.", (3, 12), (3, 12)),
        (f"The signing came on Monday, two days after {HOST} and {GUEST} took stock of it.", (3, 9), (3, 9)),
        (f"Officials signed the papers on Monday, days after {HOST} and {GUEST} held a summit.", (3, 4), (3, 13)),
        (f"Today's announcement builds on talks that {HOST} had with {GUEST} in January.", (1, 1), (1, 31)),
        (f"{HOST} and {GUEST} met again on Tuesday for the second time this year.", (3, 12), (3, 12)),
    ],
)
def test_days_belong_to_what_came_before(sentence: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    (meeting,) = [m for m in meetings_in(sentence) if m.kind == "talks"]
    assert (meeting.start.earliest, meeting.start.latest) == (date(2024, *first), date(2024, *last))


def test_an_earlier_meeting_of_the_same_round_is_another() -> None:
    round_ = "the deputy defence ministers of Norway, Finland and Sweden got together on Tuesday"
    found = meetings_in(f"In Riga, {round_}, following a meeting in Oslo in January.")
    assert sorted(str(m.start.earliest) for m in found) == ["2024-01-01", "2024-03-12"]


def test_the_same_day_in_a_new_paragraph_is_that_of_the_news() -> None:
    text = f"{GUEST} arrived in Oslo on Tuesday for the air show that opens on March 20.\n\nThe day before, Salmela"
    found = meetings_in(f"{text} had met Swedish Defence Minister Pal Berg in Stockholm.")
    assert date(2024, 3, 11) in [m.start.earliest for m in found]


def test_those_who_met_while_others_held_a_summit_are_no_part_of_it() -> None:
    (meeting,) = meetings_in(f"{HOST} met {GUEST} in Riga on March 5 during a summit of the Arab League.")
    assert meeting.sides == ("FIN", "NOR")


@pytest.mark.parametrize(
    "words",
    [
        "heads of delegations to the Oslo Security Forum",
        "officials who had come for the Oslo Security Forum",
        "guests who were attending the Oslo Security Forum",
    ],
)
def test_the_event_that_guests_came_for_is_the_occasion(words: str) -> None:
    found = meetings_in(f"{HOST} on Tuesday received several {words}.\n\nHe met {GUEST} to speak of frigates.")
    assert "Oslo Security Forum" in [m.occasion for m in found]


@pytest.mark.parametrize(
    ("sentence", "city"),
    [
        (f"{HOST} met {GUEST} at the Presidential Villa, Abuja, last November.", "Abuja"),
        (f"{HOST} and {GUEST} met at a Makati hotel on March 4.", "Makati"),
        (f"{HOST} and {GUEST} decided in Riga last April that the frigates be bought.", "Riga"),
        (f"They build ships in Geelong, where {HOST} and {GUEST} walked through the yard on March 4.", "Geelong"),
    ],
)
def test_the_town_of_a_venue_a_decision_or_a_clause_with_where(sentence: str, city: str) -> None:
    assert meetings_in(sentence)[0].city == city


@pytest.mark.parametrize(
    "sentence",
    [
        f"{GUEST}, with whom {HOST} had spoken about Ukraine on Monday, left for home.",
        f"{HOST} and {GUEST} took the matter up over the telephone on Monday.",
        f"{HOST} and {GUEST} put pen to paper in Oslo on Monday on a contract for frigates.",
        f"{HOST} and {GUEST} inaugurated the missile plant in Oslo on Monday.",
    ],
)
def test_contacts_worded_otherwise(sentence: str) -> None:
    found = [m for m in meetings_in(sentence) if m.start.earliest == date(2024, 3, 11)]
    assert [names(m) for m in found] == [{"Nils Haugen", "Aino Salmela"}]


def test_a_meeting_named_by_its_sides_is_of_the_ministers_told_before() -> None:
    text = f"{HOST} welcomed {GUEST} and Swedish Defence Minister Pal Berg in Oslo on Tuesday.\n\n"
    found = meetings_in(f"{text}2. Norway-Sweden Defence Ministers' Meeting\n\nHaugen thanked Sweden for its help.")
    assert {"Nils Haugen", "Pal Berg"} in [names(m) for m in found]


def test_ministers_to_meet_next_are_not_yet_known() -> None:
    text = f"{HOST} met {GUEST} in Oslo on Tuesday. The two sides agreed to hold the next dialogue in Helsinki in May."
    (later,) = [m for m in meetings_in(text) if m.status == "planned"]
    assert (later.sides, later.participants) == (("FIN", "NOR"), ())


@pytest.mark.parametrize(
    "sentence",
    [
        f"{GUEST} was shown around the shipyard in Bergen by {HOST} on March 5.",
        f"{GUEST} was given a guided tour of the shipyard in Bergen by {HOST} on March 5.",
    ],
)
def test_whoever_shows_guests_a_site_is_with_them(sentence: str) -> None:
    (meeting,) = meetings_in(sentence)
    assert (meeting.kind, names(meeting)) == ("visit", {"Nils Haugen", "Aino Salmela"})


def test_a_delegation_is_received_with_its_leader() -> None:
    leader = "a Sudanese military delegation led by Gen. Yasser Omar"
    (meeting,) = meetings_in(f"Egypt's army chief Lt. Gen. Hany Fouad received {leader} in Cairo on Sunday.")
    assert {(p.name, p.side) for p in meeting.participants} == {("Hany Fouad", "EGY"), ("Yasser Omar", "SDN")}


@pytest.mark.parametrize(
    ("sentence", "city", "day"),
    [
        (f"{GUEST} left on Sunday for Oslo, where she is scheduled to hold talks with {HOST}.", "Oslo", None),
        (f"{GUEST}'s visit to Oslo on March 4 ended with a meeting with {HOST}.", "Oslo", date(2024, 3, 4)),
        (f"{GUEST} dropped in on {HOST} in Oslo on March 6.", "Oslo", date(2024, 3, 6)),
    ],
)
def test_talks_at_the_end_of_a_journey(sentence: str, city: str, day: date | None) -> None:
    (meeting,) = [m for m in meetings_in(sentence) if m.kind == "talks"]
    assert (names(meeting), meeting.city) == ({"Nils Haugen", "Aino Salmela"}, city)
    assert meeting.start.earliest == day


def test_the_roll_out_that_two_attend_is_a_ceremony() -> None:
    (meeting,) = meetings_in(f"{HOST} and {GUEST} attended the roll-out of the first jet in Riga on March 9.")
    assert (meeting.kind, meeting.city) == ("ceremony", "Riga")


def test_an_official_of_the_country_is_of_that_told_before() -> None:
    host = "Georgian Prime Minister Irakli Beridze and the country's defence minister, Levan Gelashvili,"
    (meeting,) = meetings_in(f"In Tbilisi, {HOST} conferred with {host} on March 6.")
    assert {p.side for p in meeting.participants if p.name != "Nils Haugen"} == {"GEO"}


def test_two_told_before_any_meeting_may_meet_a_third() -> None:
    """An article whose first meeting was told of `the two` and one more was lost as a whole."""
    (meeting,) = meetings_in(f"{HOST} and {GUEST} came by train. The two held talks with Poland's Jan Kos in Riga.")
    assert meeting.sides == ("FIN", "NOR", "POL")
