"""No text makes the extractor raise, and all that it returns is verbatim: wild inputs through the whole reading."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extraction.statements import find_statements
from pipelines.reading.document import read
from pipelines.reading.nlp import pipeline
from pipelines.records import Article

#: Pieces that, in any order, make news with everything wrong about its marks.
PIECES = (
    *('"', "“", "”", "‘", "’", "'", "«", "»", "„", "″", "(", ")", "[", "—", "…", ", ", ". ", "? ", ": ", "\n\n", "\n"),
    *(" said ", " told reporters ", "according to ", "was quoted as saying", "adding ", "in his words", "statement"),
    *("Kim Min-ho", "Defence Minister Anna Berg", "the ministry", "he ", "I ", "that ", " and ", "the guns will come"),
    *("MR PRICE: ", "QUESTION: ", "Quotes attributable to Anna Berg:\n\n", "in Oslo on Monday"),
    *("국방부", "министр", "السفير", "\u200b", "\ufeff", "\x00", "\x1f", "🙂"),
)


def check(text: str) -> None:
    article = Article("art_0", "fuzz", text, len(text), "")
    found = find_statements(read(article, pipeline()(text)))
    for statement in found:
        assert statement.parts
        assert all(0 <= p.start < p.end <= len(text) and p.of(text).strip() == p.of(text) for p in statement.parts)
        assert text[statement.cue.start : statement.cue.end].strip()
    parts = sorted(p for s in found for p in s.parts)
    assert all(one.end <= other.start for one, other in pairwise(parts))


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_news_with_broken_marks_never_raises(text: str) -> None:
    check(text)


@settings(max_examples=30)
@given(st.text(max_size=120))
def test_any_characters_never_raise(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        '"' * 500,
        "Kim Min-ho said " * 200 + "the guns will come.",
        '"The guns will come, ' + "and come, " * 1500 + '" Kim Min-ho said.',
        "said said said. According to. According to",
        "MR PRICE: ",
        "Quotes attributable to Anna Berg:",
        "국방부 장관은 “포가 5월에 온다”고 말했다.",
    ],
    ids=["empty", "blank", "marks", "cues", "huge", "bare cues", "bare label", "bare heading", "Korean"],
)
def test_odd_texts_never_raise(text: str) -> None:
    check(text)
