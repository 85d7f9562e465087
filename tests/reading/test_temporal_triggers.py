"""A phrase of time is looked for near its trigger only: nothing that the whole text holds may be lost by that."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.reading.temporal_patterns import PHRASES, Phrase
from pipelines.reading.temporal_triggers import KINDS, REACH, zones
from pipelines.records import Span

SAMPLE = Path(__file__).parents[2] / "articles"
TEXTS = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(SAMPLE.rglob("*.txt"))]


def matches_near_triggers(phrase: Phrase, text: str) -> set[tuple[int, int]]:
    return {
        m.span() for zone in zones(text)[phrase.trigger] for m in phrase.pattern.finditer(text, zone.start, zone.end)
    }


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.name)
def test_a_phrase_is_found_near_its_trigger_wherever_the_articles_have_it(phrase: Phrase) -> None:
    assert phrase.trigger in KINDS
    for text in TEXTS:
        assert matches_near_triggers(phrase, text) == {m.span() for m in phrase.pattern.finditer(text)}


FAR_APART = st.integers(0, 3 * REACH).map(lambda n: "x " * n)
WORDS = st.sampled_from(
    ["Monday", "on the 25th", "March 3", "MARCH", "the 1930s", "FY24", "in 2021", "two-day", "last weekend", "Mon."]
) | st.sampled_from(
    ["the next five years", "this morning", "12th, local time", "2019-2023", "year-end", "Sept. 3,", "2024-05-06"]
)


@given(st.lists(st.one_of(WORDS, FAR_APART), max_size=9).map(" ".join))
def test_a_phrase_is_found_near_its_trigger_however_far_from_the_next(text: str) -> None:
    for phrase in PHRASES:
        assert matches_near_triggers(phrase, text) == {m.span() for m in phrase.pattern.finditer(text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("May", "month"),
        ("MAY", "month"),
        ("Mayor", None),
        ("TUESDAY", "weekday"),
        ("days", "unit"),
        ("daylight", None),
        ("the 2030s", "year"),
        ("180 tanks", None),
        ("3RD", "ordinal"),
        ("FY24", "fiscal"),
    ],
)
def test_a_trigger_is_a_whole_word(text: str, kind: str | None) -> None:
    found = zones(text)
    assert [k for k in KINDS if found[k]] == ([] if kind is None else [kind])


def test_zones_that_meet_are_one() -> None:
    text = f"Monday {'x' * REACH} Tuesday {'x' * 3 * REACH} Friday"
    assert len(zones(text)["weekday"]) == 2
    assert zones(text)["weekday"][0] == Span(0, text.index("Tuesday") + len("Tuesday") + REACH)
