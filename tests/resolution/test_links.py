"""A statement belongs to a meeting or deal only where the text leaves no choice."""

from collections.abc import Callable
from dataclasses import replace

from pipelines.records import Article, DealRecord, Extraction, MeetingRecord, Span, StatementRecord
from pipelines.resolution import resolve
from pipelines.resolution.links import paragraphs


def _links(article: Article, extraction: Extraction) -> tuple[str | None, str | None]:
    tables = resolve([article], [extraction]).tables
    row = tables["statements"].row(0, named=True)
    return row["meeting_id"], row["deal_id"]


def test_a_statement_in_the_paragraph_of_a_meeting_belongs_to_it(
    article: Article, meeting: MeetingRecord, statement: StatementRecord, span: Callable[[str], Span]
) -> None:
    near = replace(meeting, evidence=(span("We trust our partners"),))
    meeting_id, deal_id = _links(article, Extraction(article.article_id, (near,), (), (statement,)))
    assert meeting_id is not None
    assert deal_id is None


def test_a_statement_in_another_paragraph_belongs_to_none(
    article: Article, meeting: MeetingRecord, deal: DealRecord, statement: StatementRecord
) -> None:
    assert _links(article, Extraction(article.article_id, (meeting,), (deal,), (statement,))) == (None, None)


def test_a_speaker_of_another_side_is_not_linked(
    article: Article, meeting: MeetingRecord, statement: StatementRecord
) -> None:
    near = replace(meeting, evidence=statement.parts)
    foreign = replace(statement, speaker_side="NOR")
    assert _links(article, Extraction(article.article_id, (near,), (), (foreign,)))[0] is None


def test_two_meetings_in_one_paragraph_leave_a_choice_and_make_no_link(
    article: Article, meeting: MeetingRecord, statement: StatementRecord, span: Callable[[str], Span]
) -> None:
    first = replace(meeting, evidence=(span("Han said."),))
    second = replace(meeting, evidence=(span("on time."),))
    apart = replace(statement, parts=(span("We trust our partners,"),), cue=span('"'))
    assert _links(article, Extraction(article.article_id, (first, second), (), (apart,)))[0] is None


def test_words_in_common_go_before_a_paragraph_in_common(
    article: Article, deal: DealRecord, statement: StatementRecord, span: Callable[[str], Span]
) -> None:
    about = replace(deal, evidence=(span("We deliver on time."),))
    beside = replace(deal, evidence=(span("Han said"),))
    whole = replace(statement, parts=(span("on time"),), cue=span("deliver"))
    tables = resolve([article], [Extraction(article.article_id, (), (about, beside), (whole,))]).tables
    linked = tables["statements"]["deal_id"][0]
    mentioned = dict(tables["mentions"].select("record_id", "text").iter_rows())
    assert mentioned[linked] == "We deliver on time."


def test_a_statement_that_names_a_side_of_the_deal_belongs_to_it(
    article: Article, deal: DealRecord, statement: StatementRecord, span: Callable[[str], Span]
) -> None:
    said = replace(
        statement, speaker_side=None, countries=("POL",), parts=(span("will buy 100 tanks"),), cue=span("Poland")
    )
    assert _links(article, Extraction(article.article_id, (), (deal,), (said,)))[1] is not None


def test_paragraphs_are_parted_by_blank_lines() -> None:
    text = "One line\nand another.\n\nTwo.\n \nThree."
    assert [block.of(text) for block in paragraphs(text)] == ["One line\nand another.", "Two.", "Three."]
