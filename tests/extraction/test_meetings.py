"""Meetings found in short articles: who met whom, when and where, and what is no meeting."""

from datetime import date

import pytest

from tests.stories import GUEST, HOST, meetings_in, names, only_meeting


@pytest.mark.parametrize(
    "sentence",
    [
        f"{HOST} met his Finnish counterpart, Aino Salmela, in Oslo on Tuesday.",
        f"{HOST} held talks with {GUEST} in Oslo on Tuesday.",
        "Norway's Defence Minister Nils Haugen received Finland's Defence Minister Aino Salmela in Oslo on Tuesday.",
        f"{GUEST} was received by {HOST} in Oslo on Tuesday.",
        f"{HOST} sat down with {GUEST} in Oslo on Tuesday.",
        f"Talks between {HOST} and {GUEST} took place in Oslo on Tuesday.",
        f"{GUEST} paid a courtesy call on {HOST} in Oslo on Tuesday.",
        f"{HOST} and {GUEST} conferred in Oslo on Tuesday.",
    ],
)
def test_one_meeting_is_the_same_row_however_it_is_told(sentence: str) -> None:
    meeting = only_meeting(sentence)
    assert (meeting.kind, meeting.status, meeting.level) == ("talks", "held", "minister")
    assert meeting.sides == ("FIN", "NOR")
    assert names(meeting) == {"Nils Haugen", "Aino Salmela"}
    assert (meeting.country, meeting.city) == ("NOR", "Oslo")
    assert meeting.start.earliest == date(2024, 3, 12)


@pytest.mark.parametrize(
    "sentence",
    [
        f"{HOST} spoke by phone with {GUEST} on Tuesday.",
        f"{HOST} had a telephone conversation with {GUEST}.",
        f"{HOST} spoke with {GUEST} on Tuesday.",
    ],
)
def test_a_call_takes_place_nowhere(sentence: str) -> None:
    meeting = only_meeting(sentence, dateline="OSLO")
    assert (meeting.kind, meeting.country, meeting.city) == ("call", None, None)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (
            f"{HOST} will meet {GUEST} on Monday.",
            "planned",
        ),
        (f"{HOST} is due to meet {GUEST}.", "planned"),
        (
            f"{HOST} was to have met {GUEST}, but the talks were called off.",
            "cancelled",
        ),
        (f"{HOST} had met {GUEST} in May.", "held"),
        (
            f"{HOST} went on to hold talks with {GUEST}.",
            "held",
        ),
    ],
)
def test_status_follows_tense_and_words(sentence: str, status: str) -> None:
    assert [m.status for m in meetings_in(sentence)] == [status]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{HOST} hopes to meet {GUEST} soon.",
        f"{HOST} refused to meet {GUEST}.",
        f"{HOST} reaffirmed his openness to meeting with {GUEST}.",
        f"{HOST} called on {GUEST} to stop building missiles.",
        f"{HOST} met criticism at home over the frigates.",
        "The new missile plant will help Norway in meeting demand from Finland.",
        "Norway met Finland in the final of the army football cup.",
        f"{HOST} met Norwegian Prime Minister Kari Lund to talk about frigates.",
        "The Norwegian baker Nils Haugen held talks with the Finnish baker Aino Salmela about rye bread.",
    ],
)
def test_what_is_hoped_denied_domestic_or_civil_is_no_meeting(sentence: str) -> None:
    assert meetings_in(sentence) == []


def test_one_host_with_several_guests_has_a_meeting_with_each() -> None:
    found = meetings_in(
        f"{HOST} held separate meetings with {GUEST}, "
        "Estonian Defence Minister Mart Kask and Swedish Defence Minister Eva Lindholm on Tuesday."
    )
    assert [m.sides for m in found] == [("FIN", "NOR"), ("EST", "NOR"), ("NOR", "SWE")]
    assert all("Nils Haugen" in names(m) and len(m.participants) == 2 for m in found)


def test_a_trilateral_meeting_is_one_row() -> None:
    meeting = only_meeting(
        f"{HOST} held trilateral talks with {GUEST} and Swedish Defence Minister Eva Lindholm in Oslo."
    )
    assert meeting.sides == ("FIN", "NOR", "SWE")
    assert len(meeting.participants) == 3


def test_lead_caption_and_body_tell_one_meeting() -> None:
    text = (
        "Norway and Finland will patrol together, the ministry in Oslo said after their defence ministers met in the "
        "Norwegian capital on Tuesday.\n\n"
        f"{HOST} and his Finnish counterpart, Aino Salmela, agreed to share radar data. "
        "The two ministers discussed air defence."
    )
    meeting = only_meeting(text, caption="Nils Haugen (left) and Aino Salmela shake hands in Oslo on Tuesday.")
    assert names(meeting) == {"Nils Haugen", "Aino Salmela"}
    assert meeting.start.earliest == date(2024, 3, 12)
    assert any("share radar data" in span.of(text) for span in meeting.outcomes)


def test_meetings_of_other_days_stay_apart() -> None:
    found = meetings_in(
        f"{HOST} met {GUEST} in Oslo on Tuesday. Haugen and Salmela had met in Helsinki in November, too."
    )
    assert [(m.city, m.start.precision) for m in found] == [("Oslo", "day"), ("Helsinki", "month")]


def test_two_days_in_one_clause_are_two_meetings() -> None:
    found = meetings_in(f"{HOST} held talks with {GUEST} on Feb. 5 and March 7.")
    assert {m.start.earliest for m in found} == {date(2024, 2, 5), date(2024, 3, 7)}


def test_talks_absorb_the_visit_on_which_they_are_told() -> None:
    meeting = only_meeting(f"{GUEST} arrived in Norway on Tuesday. Salmela met {HOST} in Oslo on Tuesday.")
    assert meeting.kind == "talks"


def test_a_visit_without_talks_is_a_row_for_each_country() -> None:
    found = meetings_in(f"{HOST} travelled to Estonia and Poland in February.")
    assert [(m.kind, m.sides, m.country) for m in found] == [
        ("visit", ("EST", "NOR"), "EST"),
        ("visit", ("NOR", "POL"), "POL"),
    ]


def test_officials_who_watch_a_signing_attend_a_ceremony() -> None:
    meeting = only_meeting(
        "A contract for twelve frigates was signed in Oslo on Tuesday in the presence of Norwegian Defence Minister "
        "Nils Haugen and Finnish Ambassador Aino Salmela."
    )
    assert (meeting.kind, meeting.sides, meeting.level) == ("ceremony", ("FIN", "NOR"), "senior_official")


def test_what_two_discuss_is_no_third_side() -> None:
    meeting = only_meeting(f"{HOST} and {GUEST} discussed military cooperation with Estonia and the war in Ukraine.")
    assert meeting.sides == ("FIN", "NOR")
    assert meeting.country is None


def test_an_official_without_a_country_stands_for_the_side_he_does_not_meet() -> None:
    meeting = only_meeting(
        "Norway wants new frigates. Defence Minister Nils Haugen of Norway received Admiral Aino Salmela, "
        "whose navy in Finland has four."
    )
    assert {(p.name, p.side) for p in meeting.participants} == {("Nils Haugen", "NOR"), ("Aino Salmela", "FIN")}


def test_the_occasion_is_the_event_on_whose_sidelines_they_met() -> None:
    meeting = only_meeting(f"{HOST} met {GUEST} on the sidelines of the Nordic Security Forum in Oslo on Tuesday.")
    assert meeting.occasion == "Nordic Security Forum"


def test_the_host_country_is_where_a_guest_is_received_when_no_place_is_told() -> None:
    meeting = only_meeting(f"{HOST} received {GUEST} on Tuesday.")
    assert meeting.country == "NOR"


def test_words_within_quotation_marks_tell_no_meeting() -> None:
    assert meetings_in('"Our minister met the Finnish defence minister in Oslo," said Nils Haugen of Norway.') == []


@pytest.mark.parametrize(
    "sentence",
    [
        f"{HOST} held a phone meeting with {GUEST} on Tuesday.",
        f"{HOST} had a telephonic conversation with {GUEST} on Tuesday.",
        f"A phone conversation took place between {HOST} and {GUEST} on Tuesday.",
        f"{HOST} met virtually with {GUEST} on Tuesday.",
        f"{HOST} and {GUEST} held talks by video link on Tuesday.",
    ],
)
def test_talks_over_a_line_are_a_call(sentence: str) -> None:
    meeting = only_meeting(sentence, dateline="OSLO")
    assert (meeting.kind, meeting.city) == ("call", None)
    assert meeting.sides == ("FIN", "NOR")


@pytest.mark.parametrize(
    "sentence",
    [
        f"{HOST} hosted a reception in Oslo for {GUEST} on Tuesday.",
        f"After talks in Oslo on Tuesday with {GUEST}, {HOST} said the frigates would come.",
        f"During his meeting with {GUEST} in Oslo on Tuesday, {HOST} praised the frigates.",
        f"{HOST} and {GUEST} on Tuesday discussed air defence in Oslo.",
    ],
)
def test_who_speaks_after_the_comma_is_no_guest(sentence: str) -> None:
    meeting = only_meeting(sentence)
    assert (meeting.kind, meeting.sides) == ("talks", ("FIN", "NOR"))
    assert len(meeting.participants) == 2


def test_an_official_who_tells_reporters_of_talks_took_no_part_in_them() -> None:
    meeting = only_meeting(
        f"{HOST} agreed to joint patrols in his talks with {GUEST}, Eva Lindholm, a Finnish colonel, said."
    )
    assert "Eva Lindholm" not in names(meeting)


def test_those_who_attended_the_talks_take_part_in_them() -> None:
    meeting = only_meeting(
        f"{HOST} received {GUEST} in Oslo on Tuesday. The meeting was attended by Norwegian Admiral Lars Berg."
    )
    assert names(meeting) == {"Nils Haugen", "Aino Salmela", "Lars Berg"}


def test_the_two_are_those_who_met_last_not_all_named_before() -> None:
    found = meetings_in(
        f"Having met {GUEST}, Norwegian Defence Minister Nils Haugen also met Estonian Defence Minister Mart Kask. "
        "The two ministers agreed to train together."
    )
    assert [m.sides for m in found] == [("FIN", "NOR"), ("EST", "NOR")]


def test_counterparts_told_by_country_are_those_named_later() -> None:
    found = meetings_in(
        f"{HOST} held separate talks with his counterparts from Finland and Estonia on Tuesday.\n\n"
        "Finnish Defence Minister Aino Salmela offered him radars. Estonian Defence Minister Mart Kask praised Oslo."
    )
    assert {m.sides: names(m) for m in found} == {
        ("FIN", "NOR"): {"Nils Haugen", "Aino Salmela"},
        ("EST", "NOR"): {"Nils Haugen", "Mart Kask"},
    }


def test_a_meeting_of_three_is_not_told_again_as_two_of_two() -> None:
    meeting = only_meeting(
        f"{HOST} met with his Finnish and Swedish colleagues in Oslo on Tuesday.\n\n"
        f"Haugen met with {GUEST} and Swedish Defence Minister Eva Lindholm in Oslo."
    )
    assert meeting.sides == ("FIN", "NOR", "SWE")
    assert len(meeting.participants) == 3


@pytest.mark.parametrize(
    ("sentence", "status", "country"),
    [
        (f"{HOST} accepted an invitation to visit Finland next month.", "planned", "FIN"),
        ("Finnish Defence Minister Aino Salmela arrived here Tuesday for an official visit.", "held", "NOR"),
        (f"The trip of {HOST} will take him to Finland next week.", "planned", "FIN"),
        ("The defence staff prepared the upcoming Finland visit by Norwegian Admiral Lars Berg.", "planned", "FIN"),
    ],
)
def test_a_journey_is_a_visit_however_it_is_told(sentence: str, status: str, country: str) -> None:
    meeting = only_meeting(sentence, dateline="OSLO")
    assert (meeting.kind, meeting.status, meeting.country) == ("visit", status, country)


@pytest.mark.parametrize(
    "sentence",
    [
        f"{HOST} looks forward to discussing the frigates with Finland when they meet.",
        f"{HOST} and {GUEST} condemned Russia's launches and reaffirmed openness to dialogue with Russia.",
        f"{HOST} said the dispute with Finland must be solved through dialogue with {GUEST}.",
        f"Norway welcomes the offer announced by {GUEST} to train its gunners.",
        f"Norwegian ministers renewed their call on {GUEST} to free the sailors.",
        "Norwegian Defence Minister Nils Haugen met the cabinet on the military budget on Tuesday.",
        "Norwegian Defence Minister Nils Haugen called on Norwegian Admiral Lars Berg at the army headquarters.",
    ],
)
def test_stances_appeals_and_callers_at_home_tell_no_meeting(sentence: str) -> None:
    sides = {m.sides for m in meetings_in(sentence)}
    assert not any("RUS" in s for s in sides)
    assert sides <= {("FIN", "NOR")} if "condemned" in sentence else not sides


def test_a_summit_that_two_prepare_is_not_their_meeting() -> None:
    meeting = only_meeting(
        f"{HOST} met {GUEST} in Oslo on Tuesday. The two discussed plans for the June 28-30 summit in Madrid."
    )
    assert (meeting.city, meeting.start.earliest) == ("Oslo", date(2024, 3, 12))


def test_what_two_resolve_to_do_is_no_meeting_to_come() -> None:
    meeting = only_meeting(f"{HOST} met {GUEST} in Oslo on Tuesday. The two ministers agreed to explore joint patrols.")
    assert meeting.status == "held"


def test_a_tour_of_several_lands_is_told_once_with_its_talks() -> None:
    found = meetings_in(
        f"{HOST} will travel to Finland and Estonia from March 18 to March 22.\n\n"
        f"In Helsinki, on March 19, Haugen will meet {GUEST}."
    )
    assert [(m.kind, m.sides) for m in found] == [("talks", ("FIN", "NOR")), ("visit", ("EST", "NOR"))]
    assert found[0].start.earliest == date(2024, 3, 19)


def test_an_envoy_stands_for_those_who_send_him() -> None:
    meeting = only_meeting(
        "U.S. Special Envoy for Sudan Ambassador John Reed met Norwegian Defence Minister Nils Haugen."
    )
    assert meeting.sides == ("NOR", "USA")


def test_an_acronym_in_brackets_does_not_part_a_country_from_its_minister() -> None:
    meeting = only_meeting(
        f"{HOST} met today with Republic of Korea (ROK) Defense Minister Park Chul-min and "
        "Deputy Defense Minister Han Su-jin in Oslo."
    )
    assert meeting.sides == ("KOR", "NOR")
    assert len(meeting.participants) == 3


def test_one_who_meets_officials_in_several_lands_meets_them_one_after_another() -> None:
    found = meetings_in(f"{HOST} met with military officials in Chile, Peru and Brazil in February.")
    assert [m.sides for m in found] == [("CHL", "NOR"), ("NOR", "PER"), ("BRA", "NOR")]
