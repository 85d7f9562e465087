"""Meetings told by company, by name, by what was signed or said, and by those who led, hosted or came along."""

from datetime import date

import pytest

from pipelines.records import Published
from tests.stories import BOTH, GUEST, HOST, meetings_in, names, only_meeting


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (f"The missile contract was signed in Oslo on Tuesday by {HOST} and {GUEST}.", "ceremony"),
        (f"{HOST} announced the frigate order in Oslo on Tuesday with {GUEST} at his side.", "talks"),
        (f"{HOST} stood between {GUEST} and his army chief at a base near Oslo on Tuesday.", "talks"),
        (f"{HOST} and {GUEST} spent an hour together in Oslo on Tuesday over the price of missiles.", "talks"),
        (f"{HOST} went over the missile plans in Oslo on Tuesday, flanked by {GUEST}.", "talks"),
        (f"{HOST} informed {GUEST} on Tuesday that the missiles would be late.", "talks"),
        (f"{HOST} suggested to {GUEST} in Oslo on Tuesday that they buy missiles as one.", "talks"),
        (f"The missile talks in Oslo on Tuesday were co-chaired by {HOST} and {GUEST}.", "talks"),
        (f"{HOST} rang up {GUEST} on Tuesday.", "call"),
        (f"{HOST} spoke to {GUEST} on Tuesday about the missiles.", "call"),
        (f"{HOST} wrote on Tuesday after a call of his own, with {GUEST}.", "call"),
        (f"{HOST} was in Helsinki only on Tuesday to see {GUEST}.", "talks"),
        (f"{GUEST} began Tuesday in Oslo with a call on {HOST}.", "talks"),
        (f"{HOST} and {GUEST} had their first face-to-face in Oslo on Tuesday.", "talks"),
        (f"{GUEST} was accorded a guard of honour in Oslo on Tuesday by {HOST}.", "talks"),
        (f"{GUEST} paid a courtesy visit to {HOST} at his office in Oslo on Tuesday.", "visit"),
        (f"{HOST} held the third Norway-Finland 2+2 in Oslo on Tuesday with {GUEST}.", "talks"),
    ],
)
def test_two_ministers_have_met_or_spoken(sentence: str, kind: str) -> None:
    meeting = only_meeting(sentence)
    assert (meeting.kind, meeting.status, meeting.start.earliest) == (kind, "held", date(2024, 3, 12))
    assert meeting.sides == ("FIN", "NOR")
    assert names(meeting) >= BOTH


@pytest.mark.parametrize(
    "sentence",
    [
        f"{HOST} said on Tuesday that he disagreed with {GUEST}.",
        f"{HOST} told parliament in Oslo on Tuesday about his ties with {GUEST}.",
        f"{HOST} told {GUEST} that the missiles would be late.",  # neither day nor place
        f"{HOST} and {GUEST} are to issue a joint statement on Friday.",
        "Phone calls between Norwegian and Finnish commanders will resume in May.",
        f"In a call on Russia to end the war, {HOST} asked {GUEST} to send missiles.",
    ],
)
def test_no_meeting_is_told(sentence: str) -> None:
    assert meetings_in(sentence) == []


def test_a_minister_rings_several_one_by_one() -> None:
    found = meetings_in(f"{HOST} phoned his counterparts in Paris, Ankara and London one by one on Tuesday.")
    assert [(m.kind, m.sides) for m in found] == [
        ("call", ("FRA", "NOR")),
        ("call", ("NOR", "TUR")),
        ("call", ("GBR", "NOR")),
    ]


def test_a_president_and_a_prime_minister_receive_a_guest_one_after_the_other() -> None:
    found = meetings_in(
        f"{GUEST} called on Norwegian President Lars Lund and Prime Minister Kari Dahl in Oslo on Tuesday."
    )
    assert [names(m) for m in found] == [{"Aino Salmela", "Lars Lund"}, {"Aino Salmela", "Kari Dahl"}]


def test_two_who_had_not_talked_since_a_day_talked_that_day() -> None:
    found = meetings_in(f"{HOST} met {GUEST} in Oslo on Tuesday. The two had not talked since January 13.")
    assert [m.start.earliest for m in found] == [date(2024, 3, 12), date(2024, 1, 13)]


def test_those_who_meet_again_are_those_who_met() -> None:
    text = (
        f"The defence ministers of Norway, Finland and Poland met in Oslo on Tuesday. {HOST} thanked {GUEST}. "
        "They will meet again next year in Warsaw."
    )
    assert [(m.sides, m.status) for m in meetings_in(text)] == [
        (("FIN", "NOR", "POL"), "held"),
        (("FIN", "NOR", "POL"), "planned"),
    ]


def test_the_two_presidents_are_not_the_ministers_told_last() -> None:
    text = (
        "Finnish President Sauli Niemi and Norwegian President Lars Lund spoke of missiles in Oslo on Tuesday.\n\n"
        f"{HOST} will see {GUEST} on Friday.\n\nThe two presidents last met in June in Helsinki."
    )
    assert names(meetings_in(text)[-1]) == {"Sauli Niemi", "Lars Lund"}


@pytest.mark.parametrize(
    ("text", "present"),
    [
        (f"{HOST} met {GUEST} in Oslo on Tuesday, together with Norwegian army chief Gen. Ola Brekke.", "Ola Brekke"),
        (
            (
                "Norway and Finland held consultations on missiles in Oslo on Tuesday, led by Deputy Defence Ministers "
                "Ola Brekke of Norway and Matti Laine of Finland."
            ),
            "Matti Laine",
        ),
        (
            (
                "The defence ministers of Norway and Finland met in Oslo on Tuesday. "
                f"The meeting, hosted by {HOST}, was their first."
            ),
            "Nils Haugen",
        ),
        (
            f"The defence ministers of Norway and Finland met in Oslo on Tuesday. Norway was represented by {HOST}.",
            "Nils Haugen",
        ),
        ("A Finnish naval team led by Captain Matti Laine visited the Norwegian fleet in Bergen on Tuesday.", "Laine"),
    ],
)
def test_those_who_lead_host_or_come_along_take_part(text: str, present: str) -> None:
    assert any(present in str(name) for name in names(only_meeting(text)))


def test_also_present_at_a_signing() -> None:
    text = f"{HOST} signed the missile contract in Oslo on Tuesday. Also there was {GUEST}."
    assert names(only_meeting(text)) == BOTH


@pytest.mark.parametrize(
    ("sentence", "city"),
    [
        (f"{HOST} met {GUEST} in Singapore on Tuesday.", "Singapore"),
        (f"{HOST} met {GUEST} in Kuwait on Tuesday.", None),
    ],
)
def test_a_city_that_is_a_state_is_the_city_as_well(sentence: str, city: str | None) -> None:
    assert only_meeting(sentence).city == city


def test_the_month_of_an_event_is_that_of_who_meets_on_its_margins() -> None:
    meeting = only_meeting(
        f"{HOST} is to see {GUEST} on the margins of the NATO defence ministers' meeting next month."
    )
    assert (meeting.start.earliest, meeting.status) == (date(2024, 4, 1), "planned")


def test_times_that_are_told_differently_are_two_where_the_year_is_not_known() -> None:
    unknown = Published(date(2020, 1, 1), date(2024, 12, 31), "range", "inferred")
    text = f"{HOST} met {GUEST} in Oslo on Friday. The two had spoken by phone in April."
    assert len(meetings_in(text, published=unknown)) == 2


@pytest.mark.parametrize(
    "text",
    [
        f"{HOST} received on Tuesday 12/03/2024 {GUEST} for talks on missiles in Oslo.",
        f"With {GUEST}, {HOST} reviewed the missile programme in Oslo on Tuesday.",
        f"{HOST} received {GUEST} in Oslo on Tuesday and discussed with her the price of missiles.",
        f"{GUEST} met on the edges of a missile fair in Oslo on Tuesday with {HOST}.",
        f"Missiles were bought in Oslo on Tuesday when {HOST} met {GUEST}.",
        f"{HOST} was asked about missiles on Tuesday when {GUEST} was his guest in Oslo.",
        f"{HOST} spoke in Oslo on Tuesday with {GUEST} to discuss missiles.",
    ],
)
def test_whoever_is_met_is_found_past_days_places_and_other_clauses(text: str) -> None:
    meeting = only_meeting(text)
    assert (meeting.sides, meeting.city, meeting.start.earliest) == (("FIN", "NOR"), "Oslo", date(2024, 3, 12))
    assert names(meeting) >= BOTH


def test_there_is_the_town_told_last() -> None:
    assert only_meeting(f"{GUEST} flies to Oslo on Friday. There she will meet {HOST} over missiles.").city == "Oslo"


def test_a_forum_that_is_always_held_in_one_town_tells_the_place() -> None:
    meeting = only_meeting(f"{HOST} met {GUEST} on Tuesday on the sidelines of the 21st Shangri-La Dialogue (SLD).")
    assert (meeting.city, meeting.occasion) == ("Singapore", "21st Shangri-La Dialogue (SLD)")


def test_an_earlier_round_had_the_same_sides_whoever_came() -> None:
    found = meetings_in(f"{HOST} held talks with {GUEST} in Oslo on Tuesday. The inaugural 2+2 was held in May 2021.")
    assert [(m.sides, len(m.participants)) for m in found] == [(("FIN", "NOR"), 2), (("FIN", "NOR"), 0)]


def test_those_who_represented_a_side_took_part() -> None:
    text = (
        "The defence ministers of Norway and Finland met in Oslo on Tuesday. "
        "Nils Haugen represented Norway at the table, while the Finnish delegation was led by Minister Aino Salmela."
    )
    assert names(only_meeting(text)) >= {"Aino Salmela"}


def test_a_signing_that_ministers_attended_is_no_forum() -> None:
    found = meetings_in(f"The signing of the missile contract in Oslo on Tuesday was attended by {HOST} and {GUEST}.")
    assert [m.kind for m in found] == ["ceremony"]


@pytest.mark.parametrize(
    ("sentence", "status", "day"),
    [
        (f"{GUEST} is due in Oslo on Friday for missile tests.", "planned", date(2024, 3, 15)),
        (f"{GUEST} will not fly to Oslo on Friday as planned, her aides said of the missile row.", "cancelled", None),
        (f"{HOST} will meet {GUEST} over missiles on January 10.", "planned", date(2025, 1, 10)),
        (f"{HOST} and {GUEST} will co-chair talks on missiles in Oslo on Friday.", "planned", date(2024, 3, 15)),
        (f"{GUEST} flew on to Oslo, where {HOST} is to receive her on Friday.", "planned", date(2024, 3, 15)),
    ],
)
def test_what_is_due_or_off_is_so(sentence: str, status: str, day: date | None) -> None:
    meeting = only_meeting(sentence)
    assert meeting.status == status
    assert day is None or meeting.start.earliest == day


def test_the_two_leaders_of_ministries_are_the_ministers() -> None:
    text = f"{HOST} spoke by phone with {GUEST} on Tuesday. The two leaders discussed missiles."
    assert [(m.kind, m.level) for m in meetings_in(text)] == [("call", "minister")]


def test_whoever_is_met_as_a_group_is_led_by_somebody() -> None:
    text = f"{HOST} met in Oslo with a delegation of the armed forces of Finland led by General Aino Salmela."
    assert names(only_meeting(text)) == BOTH


def test_a_counterpart_told_without_a_country_is_of_the_town() -> None:
    text = "Israeli Defence Minister Dan Katz signed a missile pact in Rabat with his opposite number, Karim Alaoui."
    assert only_meeting(text).sides == ("ISR", "MAR")


def test_the_owner_of_a_journey_goes_on() -> None:
    text = (
        "U.S. Defense Secretary Lloyd Austin and Kenyan Defence Minister Aden Duale signed a pact in Nairobi. "
        "Duale said it was good. The rains were late. It is Austin's first journey to Africa. "
        "On Tuesday he met Angolan President João Alves."
    )
    assert {"AGO", "USA"} in [set(m.sides) for m in meetings_in(text)]


def test_a_meeting_told_as_earlier_is_not_that_of_the_news() -> None:
    text = f"{HOST} received {GUEST} at a palace in Oslo. The two ministers had met in January in Helsinki."
    assert [m.city for m in meetings_in(text)] == ["Oslo", "Helsinki"]
