"""Meetings told by whom they were held by, by what recurs, by a picture, by a plant that two walk through."""

from datetime import date

import pytest

from pipelines.extraction.meetings import find_meetings
from pipelines.reading.document import read
from pipelines.reading.nlp import pipeline
from pipelines.records import Article, MeetingRecord, Published

DAY = date(2024, 3, 14)  # a Thursday
HOST = "Norwegian Defence Minister Nils Haugen"
GUEST = "Finnish Defence Minister Aino Salmela"
THIRD = "Polish Defence Minister Marek Nowak"


def told(text: str) -> list[MeetingRecord]:
    article = Article(
        article_id="art_test",
        source="test.txt",
        text=text,
        story_end=len(text),
        content_sha256="0",
        published=Published(DAY, DAY, "day", "header"),
    )
    return find_meetings(read(article, pipeline()(text)))


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
    assert [(" ".join(m.sides), m.status) for m in told(sentence)] == [(sides, "held")]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{HOST} and {GUEST} agreed on annual meetings of their staffs.",
        f"{HOST} called for regular talks with {GUEST}.",
    ],
)
def test_what_is_to_recur_was_not_held(sentence: str) -> None:
    assert not [m for m in told(sentence) if m.kind == "talks" and m.participants and m.start.earliest]
