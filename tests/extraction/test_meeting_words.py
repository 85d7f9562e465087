"""The tables behind meetings: what they may hold."""

from pipelines.extraction.meetings.triggers import TriggerRow
from pipelines.extraction.meetings.words import words
from pipelines.reference.csv_table import read_table
from schemas.vocabulary import MEETING_KINDS

FRAMES = {
    "together",
    "host",
    "guest",
    "travel",
    "carry",
    "inspect",
    "attend",
    "joint",
    "contact",
    "sign",
    "witness",
    "none",
}


def test_each_trigger_has_a_kind_and_a_frame_that_the_code_knows() -> None:
    for row in read_table("meeting_triggers.csv", TriggerRow):
        assert row.pos in ("noun", "verb"), row
        assert row.kind in (*MEETING_KINDS, "none"), row
        assert row.frame in FRAMES, row
        assert row.strength in ("strong", "weak"), row


def test_no_trigger_stands_twice_where_only_one_could_be_found() -> None:
    rows = [(row.phrase, row.pos, row.frame == "inspect") for row in read_table("meeting_triggers.csv", TriggerRow)]
    assert len(rows) == len(set(rows))  # `saw the minister` and `saw the shipyard` are told apart by what is seen
    assert rows == sorted(rows)


def test_a_word_that_makes_a_plan_is_no_hope() -> None:
    assert words("plan")
    assert not words("plan") & words("hope")
