"""Times that count from a time told before them, or that their weekday or paragraph ties to a year."""

from datetime import date

import pytest

from pipelines.reading.dates import DateMention, find_dates
from pipelines.records import Published

# A Wednesday.
TODAY = date(2024, 9, 11)


def only(text: str, published: Published) -> DateMention:
    (mention,) = find_dates(text, published)
    return mention


def on(day: date, latest: date | None = None) -> Published:
    return Published(day, latest or day, "day" if latest is None else "range", "header")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They met on Monday. The same day came news.", "2024-09-09"),
        ("They met on Monday. A day later he left.", "2024-09-10"),
        ("They met on Monday. The next day he left.", "2024-09-10"),
        ("They met on Monday after talks the previous day.", "2024-09-08"),
        ("They met on Monday. He had come the day before.", "2024-09-08"),
        ("He denied on Thursday what he had signed a day earlier.", "2024-09-04"),
        ("He said on Friday, a day after the envoy had warned him, that he would stay.", "2024-09-05"),
        ("They met on Monday. Earlier in the day he had been in Riga.", "2024-09-09"),
        ("They met on Monday. Two days after the talks, he left.", "2024-09-11"),
        ("It bought ships in 2015 and the year after signed for jets.", "2016-01-01"),
        ("It ordered jets in 2022 and the year after bought ships.", "2023-01-01"),
        ("They met in October 2013. The following March they signed.", "2014-03-01"),
        ("They signed in December 2021 (the first) and the June after (the second).", "2022-06-01"),
        ("They signed in December 2022 a pact until 2026. The same month they paid.", "2022-12-01"),
        ("It fell through in March.", "2024-03-01"),
        ("They talked in November 2023, after a pact that August.", "2023-08-01"),
        ("They signed in May 2020, after talks the previous October.", "2019-10-01"),
    ],
)
def test_a_relative_day_counts_from_the_one_told_before(text: str, day: str) -> None:
    assert str(find_dates(text, on(TODAY))[-1].when.earliest) == day


def test_an_event_to_come_dates_nothing() -> None:
    assert not find_dates("It will deliver six 18 months after the contract takes effect.", on(TODAY))


def test_a_month_keeps_to_the_year_its_paragraph_opens_with() -> None:
    text = "Then came 2017, its best year. In February it won Finland.\n\nIn February it won Egypt."
    assert [str(m.when.earliest) for m in find_dates(text, on(TODAY))] == ["2017-01-01", "2017-02-01", "2024-02-01"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It signed on Friday, January 28.", "2022-01-28"),
        ("He rang Oslo on the evening of Sunday, Feb. 27.", "2022-02-27"),
    ],
)
def test_a_weekday_tells_the_year_where_the_day_of_publication_is_vague(text: str, day: str) -> None:
    (mention,) = find_dates(text, on(date(2021, 11, 29), date(2022, 6, 30)))
    assert (str(mention.when.earliest), str(mention.when.latest)) == (day, day)


def test_a_wider_day_of_publication_widens_what_counts_from_it() -> None:
    week = on(date(2024, 1, 1), date(2024, 12, 31))
    assert only("They met on Monday.", week).when.precision == "range"
    assert str(only("They met on Monday.", week).when.latest) == "2024-12-30"
    assert only("They met last year.", week).when.precision == "year"
    assert only("They met in 2017.", week).when.precision == "year"
    assert only("They met on Monday.", on(date(2024, 9, 10), date(2024, 9, 12))).when.precision == "day"


def test_without_a_day_of_publication_only_full_dates_are_known() -> None:
    monday, year = find_dates("They met on Monday, after talks in 2017.", Published())
    assert (monday.when.precision, monday.when.text) == ("unknown", "Monday")
    assert year.when.precision == "year"
