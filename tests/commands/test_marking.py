"""Marks show which words a row rests on, and never change the words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from pipelines.commands.marking import STYLES, Mark, bracketed, coloured, short_names
from pipelines.records import Span

TEXT = "The ministers met. “We agree,” Lee said."


def mark(words: str, name: str, table: str = "statements") -> Mark:
    start = TEXT.index(words)
    return Mark(Span(start, start + len(words)), name, table)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(alphabet="ab é—\n“", min_size=1, max_size=40))
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda span: span[0] < span[1])
    found = draw(st.lists(spans, max_size=6))
    tables = st.sampled_from(sorted(STYLES))
    return text, [Mark(Span(*span), f"m{number}", draw(tables)) for number, span in enumerate(found)]


def test_evidence_within_evidence_closes_before_what_holds_it() -> None:
    marks = [mark("“We agree,”", "st_1"), mark("The ministers met. “We agree,” Lee said.", "mt_1", "meetings")]
    assert bracketed(TEXT, marks) == "⟦mt_1 The ministers met. ⟦st_1 “We agree,” st_1⟧ Lee said. mt_1⟧"


def test_evidence_across_evidence_names_what_it_closes() -> None:
    marks = [mark("met. “We agree", "mt_1", "meetings"), mark("“We agree,” Lee", "st_1")]
    assert bracketed(TEXT, marks) == "The ministers ⟦mt_1 met. ⟦st_1 “We agree mt_1⟧,” Lee st_1⟧ said."


def test_colours_tell_the_tables_of_overlapping_evidence() -> None:
    rich = coloured(TEXT, [mark("met. “We agree", "mt_1", "meetings"), mark("“We agree,” Lee", "st_1")])
    styles = {rich.plain[span.start : span.end]: str(span.style) for span in rich.spans}
    assert styles["“We agree"] == "green underline"
    assert styles[",” Lee"] == "green"
    assert styles["[mt_1]"] == "dim"


@given(marked_texts())
def test_what_is_between_the_marks_is_the_text_as_it_was(marked: tuple[str, list[Mark]]) -> None:
    text, marks = marked
    assert re.sub(r"⟦m\d+ | m\d+⟧", "", bracketed(text, marks)) == text
    assert re.sub(r"\[m\d+\]", "", coloured(text, marks).plain) == text


def test_short_names_tell_all_ids_apart() -> None:
    ids = ["st_00000aaaaaaaaaaa", "st_00000bbbbbbbbbbb", "mt_0000000000000000"]
    assert short_names(ids) == dict(zip(ids, ["st_00000a", "st_00000b", "mt_000000"], strict=True))
    assert short_names([]) == {}
