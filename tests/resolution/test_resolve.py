"""From records to tables: what a row holds, and what keeps its id."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.records import Article, DealRecord, Extraction, MeetingRecord, Span, StatementRecord
from pipelines.resolution import resolve
from pipelines.resolution.ids import identify
from schemas import TABLES

SPANS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 20)).map(lambda pair: Span(pair[0], sum(pair))), max_size=3
).map(lambda spans: tuple(sorted(spans)))


def test_every_table_keeps_to_its_schema_and_is_sorted(article: Article, extraction: Extraction) -> None:
    tables = resolve([article], [extraction]).tables
    assert set(tables) == set(TABLES) - {"quarantine", "retractions"}
    for name, frame in tables.items():
        TABLES[name].validate(frame, lazy=True)
        assert frame.height or name == "conflicts"
        assert frame.equals(frame.sort(TABLES[name].primary_key()))


def test_the_parts_of_a_broken_quote_are_joined_by_one_space(article: Article, extraction: Extraction) -> None:
    statements = resolve([article], [extraction]).tables["statements"]
    assert statements["text"].to_list() == ["We trust our partners, We deliver on time."]
    assert statements["cue"].to_list() == ["said"]


def test_every_mention_is_verbatim_and_a_statement_rests_on_its_cue_too(
    article: Article, extraction: Extraction
) -> None:
    mentions = resolve([article], [extraction]).tables["mentions"]
    for row in mentions.iter_rows(named=True):
        assert article.text[row["start"] : row["end"]] == row["text"]
    of_statements = mentions.filter(pl.col("record_table") == "statements")
    assert of_statements["text"].to_list() == ["We trust our partners,", "said", "We deliver on time."]


def test_two_records_on_the_same_words_are_two_rows(article: Article, meeting: MeetingRecord) -> None:
    held_twice = Extraction(article.article_id, meetings=(meeting, replace(meeting, sides=("KOR", "NOR"))))
    assert resolve([article], [held_twice]).tables["meetings"]["meeting_id"].n_unique() == 2


def test_the_order_of_articles_and_of_extractions_plays_no_part(article: Article, extraction: Extraction) -> None:
    other = replace(article, article_id="art_fedcba9876543210", source="in/other.txt")
    others = replace(extraction, article_id=other.article_id)
    one = resolve([article, other], [extraction, others]).tables
    two = resolve([other, article], [others, extraction]).tables
    assert all(one[name].equals(two[name]) for name in one)


def test_a_new_record_does_not_change_the_ids_of_the_others(
    article: Article, extraction: Extraction, meeting: MeetingRecord, span: Callable[[str], Span]
) -> None:
    before = set(resolve([article], [extraction]).tables["meetings"]["meeting_id"])
    planned = replace(meeting, evidence=(span("Talks with Norway are planned"),))
    more = replace(extraction, meetings=(planned, *extraction.meetings))
    assert before < set(resolve([article], [more]).tables["meetings"]["meeting_id"])


@given(st.lists(SPANS, max_size=12))
def test_ids_are_unique_whatever_the_evidence(evidence: list[tuple[Span, ...]]) -> None:
    ids = identify("deals", "art_0123456789abcdef", evidence)
    assert len(set(ids)) == len(evidence)


@given(st.lists(SPANS, max_size=8), st.randoms())
def test_ids_are_the_same_in_any_order(evidence: list[tuple[Span, ...]], random: Any) -> None:
    shuffled = random.sample(evidence, len(evidence))
    assert sorted(identify("deals", "a", evidence)) == sorted(identify("deals", "a", shuffled))


@pytest.mark.parametrize("bad", [Span(5, 5), Span(-3, 4), Span(10, 5), Span(10, 100_000)])
def test_a_model_that_counts_characters_badly_costs_a_row_not_the_run(
    article: Article, extraction: Extraction, statement: StatementRecord, bad: Span
) -> None:
    wrong = replace(statement, parts=(bad,))
    resolved = resolve([article], [replace(extraction, statements=(wrong, statement))])
    assert resolved.tables["statements"].height == 1
    assert [(one.source, one.stage, one.table, one.check) for one in resolved.rejected] == [
        ("in/warsaw.txt", "extract", "statements", "span_in_text")
    ]


def test_an_amount_that_the_column_cannot_hold_is_told_and_does_not_become_null(
    article: Article, extraction: Extraction, deal: DealRecord
) -> None:
    absurd = replace(deal, value_max=Decimal(10) ** 18)
    resolved = resolve([article], [replace(extraction, deals=(absurd,))])
    assert resolved.tables["deals"].is_empty()
    assert resolved.tables["deal_items"].is_empty()
    assert [(one.column, one.check) for one in resolved.rejected] == [("value_max", "number_in_range")]


def test_a_record_without_evidence_is_no_row(article: Article, meeting: MeetingRecord) -> None:
    resolved = resolve([article], [Extraction(article.article_id, meetings=(replace(meeting, evidence=()),))])
    assert resolved.tables["meetings"].is_empty()
    assert resolved.rejected[0].check == "has_evidence"


def test_an_extraction_of_an_unknown_article_is_an_error(extraction: Extraction) -> None:
    with pytest.raises(ValueError, match="not given"):
        resolve([], [extraction])


def test_nothing_in_nothing_out() -> None:
    assert all(frame.is_empty() for frame in resolve([], []).tables.values())
