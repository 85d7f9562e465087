"""Meetings found in short articles: who met whom, when and where, and what is no meeting."""

from datetime import date

import pytest

from pipelines.extraction.meetings import find_meetings
from pipelines.reading.document import read
from pipelines.reading.nlp import pipeline
from pipelines.records import Article, MeetingRecord, Published

DAY = date(2024, 3, 14)  # a Thursday
HOST = "Norwegian Defence Minister Nils Haugen"
GUEST = "Finnish Defence Minister Aino Salmela"


def meetings(text: str, caption: str = "", dateline: str | None = None) -> list[MeetingRecord]:
    story = f"{text}\n\n{caption}" if caption else text
    article = Article(
        article_id="art_test",
        source="test.txt",
        text=story,
        story_end=len(text),
        content_sha256="0",
        dateline_place=dateline,
        published=Published(DAY, DAY, "day", "header"),
    )
    return find_meetings(read(article, pipeline()(story)))


def only(text: str, caption: str = "", dateline: str | None = None) -> MeetingRecord:
    found = meetings(text, caption, dateline)
    assert len(found) == 1, [(m.kind, m.sides, m.status) for m in found]
    return found[0]


def names(meeting: MeetingRecord) -> set[str | None]:
    return {p.name for p in meeting.participants}


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
    meeting = only(sentence)
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
    meeting = only(sentence, dateline="OSLO")
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
    assert [m.status for m in meetings(sentence)] == [status]


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
    assert meetings(sentence) == []


def test_one_host_with_several_guests_has_a_meeting_with_each() -> None:
    found = meetings(
        f"{HOST} held separate meetings with {GUEST}, "
        "Estonian Defence Minister Mart Kask and Swedish Defence Minister Eva Lindholm on Tuesday."
    )
    assert [m.sides for m in found] == [("FIN", "NOR"), ("EST", "NOR"), ("NOR", "SWE")]
    assert all("Nils Haugen" in names(m) and len(m.participants) == 2 for m in found)


def test_a_trilateral_meeting_is_one_row() -> None:
    meeting = only(f"{HOST} held trilateral talks with {GUEST} and Swedish Defence Minister Eva Lindholm in Oslo.")
    assert meeting.sides == ("FIN", "NOR", "SWE")
    assert len(meeting.participants) == 3


def test_lead_caption_and_body_tell_one_meeting() -> None:
    text = (
        "Norway and Finland will patrol together, the ministry in Oslo said after their defence ministers met in the "
        "Norwegian capital on Tuesday.\n\n"
        f"{HOST} and his Finnish counterpart, Aino Salmela, agreed to share radar data. "
        "The two ministers discussed air defence."
    )
    meeting = only(text, caption="Nils Haugen (left) and Aino Salmela shake hands in Oslo on Tuesday.")
    assert names(meeting) == {"Nils Haugen", "Aino Salmela"}
    assert meeting.start.earliest == date(2024, 3, 12)
    assert any("share radar data" in span.of(text) for span in meeting.outcomes)


def test_meetings_of_other_days_stay_apart() -> None:
    found = meetings(f"{HOST} met {GUEST} in Oslo on Tuesday. Haugen and Salmela had met in Helsinki in November, too.")
    assert [(m.city, m.start.precision) for m in found] == [("Oslo", "day"), ("Helsinki", "month")]


def test_two_days_in_one_clause_are_two_meetings() -> None:
    found = meetings(f"{HOST} held talks with {GUEST} on Feb. 5 and March 7.")
    assert {m.start.earliest for m in found} == {date(2024, 2, 5), date(2024, 3, 7)}


def test_talks_absorb_the_visit_on_which_they_are_told() -> None:
    meeting = only(f"{GUEST} arrived in Norway on Tuesday. Salmela met {HOST} in Oslo on Tuesday.")
    assert meeting.kind == "talks"


def test_a_visit_without_talks_is_a_row_for_each_country() -> None:
    found = meetings(f"{HOST} travelled to Estonia and Poland in February.")
    assert [(m.kind, m.sides, m.country) for m in found] == [
        ("visit", ("EST", "NOR"), "EST"),
        ("visit", ("NOR", "POL"), "POL"),
    ]


def test_officials_who_watch_a_signing_attend_a_ceremony() -> None:
    meeting = only(
        "A contract for twelve frigates was signed in Oslo on Tuesday in the presence of Norwegian Defence Minister "
        "Nils Haugen and Finnish Ambassador Aino Salmela."
    )
    assert (meeting.kind, meeting.sides, meeting.level) == ("ceremony", ("FIN", "NOR"), "senior_official")


def test_what_two_discuss_is_no_third_side() -> None:
    meeting = only(f"{HOST} and {GUEST} discussed military cooperation with Estonia and the war in Ukraine.")
    assert meeting.sides == ("FIN", "NOR")
    assert meeting.country is None


def test_an_official_without_a_country_stands_for_the_side_he_does_not_meet() -> None:
    meeting = only(
        "Norway wants new frigates. Defence Minister Nils Haugen of Norway received Admiral Aino Salmela, "
        "whose navy in Finland has four."
    )
    assert {(p.name, p.side) for p in meeting.participants} == {("Nils Haugen", "NOR"), ("Aino Salmela", "FIN")}


def test_the_occasion_is_the_event_on_whose_sidelines_they_met() -> None:
    meeting = only(f"{HOST} met {GUEST} on the sidelines of the Nordic Security Forum in Oslo on Tuesday.")
    assert meeting.occasion == "Nordic Security Forum"


def test_the_host_country_is_where_a_guest_is_received_when_no_place_is_told() -> None:
    meeting = only(f"{HOST} received {GUEST} on Tuesday.")
    assert meeting.country == "NOR"


def test_words_within_quotation_marks_tell_no_meeting() -> None:
    assert meetings('"Our minister met the Finnish defence minister in Oslo," said Nils Haugen of Norway.') == []
