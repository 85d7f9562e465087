"""An article without a day takes it from another that tells the same meeting; and only then."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from pipelines.records import Article, Extraction, MeetingRecord, Published, When
from pipelines.resolution import Redated, redate
from tests.newsroom import MEETING, News, when, write

WIDE = Published(date(2023, 6, 1), date(2024, 12, 31), "range", "inferred")
UNDATED = replace(MEETING, start=When(date(2023, 5, 31), date(2024, 12, 31), "range", "Wednesday"))


def redated(*told: MeetingRecord, undated: MeetingRecord, published: str = "2024-05-03", ahead: str = "") -> Redated:
    """A dated article that tells of some meetings, and one without a date that tells of another."""
    dated, read = write(News(1, told, published))
    other, other_read = write(News(2, (undated,), ""))
    text = f"{other.text}{ahead}"
    other = replace(other, text=text, story_end=len(text), published=WIDE)

    def extract(articles: Sequence[Article]) -> Iterable[Extraction]:
        again.extend(article.article_id for article in articles)
        return (replace(other_read, article_id=article.article_id) for article in articles)

    again: list[str] = []
    found = redate([dated, other], [read, other_read], extract)
    assert tuple(again) == found.again
    return found


def test_a_meeting_that_another_article_dates_dates_the_article() -> None:
    found = redated(MEETING, undated=UNDATED)
    [_, article] = found.articles
    assert (article.published.earliest, article.published.latest) == (date(2024, 5, 2), date(2024, 5, 8))
    assert article.published.basis == "inferred"
    assert any("“1.txt” tells the same meeting, of 2024-05-02" in reason for reason in article.published.reasons)
    assert found.again == (article.article_id,)


def test_the_weekday_of_the_news_then_tells_the_very_day() -> None:
    [_, article] = redated(
        MEETING, undated=UNDATED, ahead=" They met on Thursday, it was said earlier in the day."
    ).articles
    assert article.published.earliest == article.published.latest == date(2024, 5, 2)


def test_news_of_a_meeting_ahead_is_older_than_the_meeting() -> None:
    planned = replace(UNDATED, status="planned")
    [_, article] = redated(MEETING, undated=planned).articles
    assert (article.published.earliest, article.published.latest) == (date(2024, 4, 2), date(2024, 5, 2))


@pytest.mark.parametrize(
    ("told", "undated", "published"),
    [
        pytest.param((MEETING,), replace(UNDATED, sides=("KOR", "ROU")), "2024-05-03", id="another meeting"),
        pytest.param((MEETING, replace(MEETING, start=when("2024-03-01"))), UNDATED, "2024-05-03", id="either of two"),
        pytest.param((replace(MEETING, start=when("")),), UNDATED, "2024-05-03", id="nobody dates it"),
        pytest.param((MEETING,), UNDATED, "", id="the other article has no day"),
    ],
)
def test_nothing_is_dated_without_reason(
    told: tuple[MeetingRecord, ...], undated: MeetingRecord, published: str
) -> None:
    found = redated(*told, undated=undated, published=published)
    assert found.again == ()
    assert found.articles[1].published == WIDE


def test_an_article_that_has_its_day_keeps_it() -> None:
    dated, read = write(News(1, (MEETING,), "2024-05-03"))
    other, other_read = write(News(2, (MEETING,), "2024-05-02"))
    assert redate([dated, other], [read, other_read], lambda _: []).articles == [dated, other]
