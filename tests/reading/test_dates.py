"""Each way of telling a time, once, against a known day of publication; and what must hold for any text and day."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.reading.dates import DateMention, find_dates
from pipelines.reading.tense import looks_forward
from pipelines.records import Published, Span

# A Wednesday.
TODAY = date(2024, 9, 11)
DAYS = st.dates(date(1995, 1, 1), date(2045, 12, 31))


def on(day: date, latest: date | None = None) -> Published:
    return Published(day, latest or day, "day" if latest is None else "range", "header")


def only(text: str, published: Published | None = None) -> DateMention:
    (mention,) = find_dates(text, published or on(TODAY))
    return mention


def days(text: str) -> str:
    """`earliest..latest` of the only date of a text; an open end is empty."""
    when = only(text).when
    return f"{when.earliest or ''}..{when.latest or ''}"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They met on Wednesday.", "2024-09-11"),
        ("They met on Thursday.", "2024-09-05"),
        ("Talks were held late Monday.", "2024-09-09"),
        ("He spoke Monday morning.", "2024-09-09"),
        ("He spoke on Tuesday, local time.", "2024-09-10"),
        ("They met last Wednesday.", "2024-09-04"),
        ("They met on Tuesday last week.", "2024-09-03"),
        ("The ministers will meet on Friday.", "2024-09-13"),
        ("He is set to arrive Thursday.", "2024-09-12"),
        ("The yard is to launch the ship on Monday.", "2024-09-16"),
        ("Both are due to sign on Tuesday.", "2024-09-17"),
        ("They agreed to hold talks on Friday.", "2024-09-13"),
        ("When the president lands in Oslo on Friday, reporters wait.", "2024-09-13"),
        ("She was to have met him on Thursday.", "2024-09-12"),
        ("Meet me next Wednesday.", "2024-09-18"),
        ("The minister today received guests.", "2024-09-11"),
        ("They signed yesterday.", "2024-09-10"),
        ("They will sign tomorrow.", "2024-09-12"),
        ("The fair opened five days ago.", "2024-09-06"),
        ("He arrived on the 25th.", "2024-08-25"),
        ("He arrived on the 9th (local time).", "2024-09-09"),
        ("He will arrive on the 25th.", "2024-09-25"),
        ("They met on March 28.", "2024-03-28"),
        ("They met on 16 January.", "2024-01-16"),
        ("They met on Sept. 30.", "2023-09-30"),
        ("They will meet on Sept. 30.", "2024-09-30"),
        ("Talks on Sept. 30", "2024-09-30"),
        ("They signed it on Dec. 20, 2011.", "2011-12-20"),
        ("They signed it on 23rd February, 2021.", "2021-02-23"),
        ("Signed October. 29, 2022 in Riga.", "2022-10-29"),
        ("Posted 2023-10-23 by the desk.", "2023-10-23"),
        ("They signed it on Friday, Aug. 9.", "2024-08-09"),
        ("It began on Thursday, Sept. 7.", "2023-09-07"),
        ("They signed it on Dec. 13 last year.", "2023-12-13"),
    ],
)
def test_a_day_told_is_that_day(text: str, day: str) -> None:
    assert days(text) == f"{day}..{day}"
    assert only(text).when.precision == "day"


@pytest.mark.parametrize(
    ("text", "interval", "precision"),
    [
        ("He took office earlier this month.", "2024-09-01..2024-09-11", "month"),
        ("They met last month.", "2024-08-01..2024-08-31", "month"),
        ("They met last November.", "2023-11-01..2023-11-30", "month"),
        ("They met last September.", "2023-09-01..2023-09-30", "month"),
        ("He came in November of the previous year.", "2023-11-01..2023-11-30", "month"),
        ("They met in November.", "2023-11-01..2023-11-30", "month"),
        ("They met in September.", "2024-09-01..2024-09-30", "month"),
        ("They will meet in November.", "2024-11-01..2024-11-30", "month"),
        ("They meet next March.", "2025-03-01..2025-03-31", "month"),
        ("It dates from April of last year.", "2023-04-01..2023-04-30", "month"),
        ("They met in July last year.", "2023-07-01..2023-07-31", "month"),
        ("It was signed in October 2017.", "2017-10-01..2017-10-31", "month"),
        ("Finland bought it in 2017.", "2017-01-01..2017-12-31", "year"),
        ("It joined last year.", "2023-01-01..2023-12-31", "year"),
        ("Deliveries start next year.", "2025-01-01..2025-12-31", "year"),
        ("It spent more this year.", "2024-01-01..2024-12-31", "year"),
        ("It joined two years ago.", "2022-01-01..2022-12-31", "year"),
        ("A decade ago it declined.", "2014-01-01..2014-12-31", "year"),
        ("It met in the first half of next year.", "2025-01-01..2025-06-30", "range"),
        ("It is due in the first half of 2026.", "2026-01-01..2026-06-30", "range"),
        ("It is due in the second half of the year.", "2024-07-01..2024-12-31", "range"),
        ("It is due in the third quarter of 2025.", "2025-07-01..2025-09-30", "range"),
        ("It is due late this year.", "2024-09-01..2024-12-31", "range"),
        ("It is due in early 2025.", "2025-01-01..2025-04-30", "range"),
        ("It is due in mid-2025.", "2025-05-01..2025-08-31", "range"),
        ("It was funded in fiscal 2024.", "2024-01-01..2024-12-31", "year"),
        ("He heads there early next month.", "2024-10-01..2024-10-10", "range"),
        ("He said so this week.", "2024-09-09..2024-09-15", "range"),
        ("He said so last week.", "2024-09-02..2024-09-08", "range"),
        ("He will go next week.", "2024-09-16..2024-09-22", "range"),
        ("He went over the weekend.", "2024-09-07..2024-09-08", "range"),
        ("It met three months ago.", "2024-06-01..2024-06-30", "month"),
        ("It grew in the 1990s.", "1990-01-01..1999-12-31", "range"),
        ("It is due later this month.", "2024-09-11..2024-09-30", "month"),
    ],
)
def test_a_period_told_is_all_of_it(text: str, interval: str, precision: str) -> None:
    assert days(text) == interval
    assert only(text).when.precision == precision


@pytest.mark.parametrize(
    ("text", "kind", "interval"),
    [
        ("All are due by 2030.", "by", "..2030-12-31"),
        ("All are due by the end of the year.", "by", "..2024-12-31"),
        ("All are due by the first half of 2026.", "by", "..2026-06-30"),
        ("It serves until 2020.", "until", "..2020-12-31"),
        ("Filming goes on through Friday.", "until", "..2024-09-13"),
        ("It has trained them since 2018.", "since", "2018-01-01.."),
        ("He will be there from Friday.", "start", "2024-09-13..2024-09-13"),
    ],
)
def test_a_bound_is_open_on_its_other_side(text: str, kind: str, interval: str) -> None:
    assert (only(text).kind, days(text)) == (kind, interval)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("He will be in Oslo from September 17 to 19.", "2024-09-17", "2024-09-19"),
        ("It ran Sept. 7-9, 2022.", "2022-09-07", "2022-09-09"),
        ("It ran from 7 to 9 June.", "2024-06-07", "2024-06-09"),
        ("It ran from Thursday to Saturday.", "2024-09-05", "2024-09-07"),
        ("It will run from Thursday to Saturday.", "2024-09-12", "2024-09-14"),
        ("It met from Monday through Friday.", "2024-09-09", "2024-09-13"),
        ("It was held May 30 - June 2.", "2024-05-30", "2024-06-02"),
        ("It grew between 2019 and 2023.", "2019-01-01", "2023-12-31"),
        ("It grew from June to August.", "2024-06-01", "2024-08-31"),
    ],
)
def test_a_range_has_its_first_and_its_last_day(text: str, first: str, last: str) -> None:
    mention = only(text)
    assert mention.kind == "span"
    assert mention.until is not None
    assert (str(mention.when.earliest), str(mention.until.latest)) == (first, last)


def test_a_visit_is_no_verb_that_looks_forward() -> None:
    assert days("He ended with a surprise visit to Kyiv on Saturday.") == "2024-09-07..2024-09-07"


def test_a_quotation_looks_where_its_own_words_look() -> None:
    friday, thursday = find_dates("“We will go on Friday,” he said Thursday.", on(TODAY))
    assert (str(friday.when.earliest), str(thursday.when.earliest)) == ("2024-09-13", "2024-09-05")


def test_a_duration_has_a_length_and_no_date() -> None:
    mention = only("He came for a two-day visit.")
    assert (mention.kind, mention.days, mention.when.earliest) == ("duration", 2, None)


@pytest.mark.parametrize(
    "text",
    [
        "The 57th meeting agreed on version 2.0 of the Type 209.",
        "Call (02) 6277 7744 or 010-2019-2020.",
        "The 2+2 talks drew 2,000 guests from 16 countries.",
        "It may march on, and the second half will be harder.",
        "Güler, 68, sold 2025 tanks.",
        "They met beyond the 38th parallel.",
        "It bought 36 jets in 2000 hours.",
        "They saw the day when it broke.",
    ],
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert find_dates(text, on(TODAY)) == []


def test_a_caller_may_know_better_which_way_a_clause_looks() -> None:
    (mention,) = find_dates("Friday it is.", on(TODAY), future=lambda _span: True)
    assert str(mention.when.earliest) == "2024-09-13"


@given(DAYS, st.sampled_from(list(calendar.day_name)))
def test_a_weekday_is_the_last_one_or_the_coming_one(day: date, weekday: str) -> None:
    behind = only(f"They met on {weekday}.", on(day)).when.earliest
    ahead = only(f"They will meet on {weekday}.", on(day)).when.earliest
    assert behind is not None
    assert ahead is not None
    assert behind.strftime("%A") == ahead.strftime("%A") == weekday
    assert day - timedelta(days=6) <= behind <= day <= ahead <= day + timedelta(days=6)


@given(DAYS, DAYS)
def test_a_month_and_day_is_found_on_any_day_of_publication(day: date, told: date) -> None:
    when = only(f"They met on {told:%B} {told.day}.", on(day)).when
    assert when.earliest is not None
    assert (when.earliest.month, when.earliest.day) == (told.month, told.day)
    assert when.earliest <= day
    assert day - when.earliest <= timedelta(days=366 * 8)


@pytest.mark.parametrize(
    ("day", "text", "interval"),
    [
        ("2024-02-29", "They met last year.", "2023-01-01..2023-12-31"),
        ("2024-02-29", "They met two years ago.", "2022-01-01..2022-12-31"),
        ("2023-03-01", "They met on Feb. 29.", "2020-02-29..2020-02-29"),
        ("2024-03-31", "They met last month.", "2024-02-01..2024-02-29"),
        ("2024-01-01", "They met yesterday.", "2023-12-31..2023-12-31"),
        ("2023-12-31", "They will meet next month.", "2024-01-01..2024-01-31"),
        ("2024-01-02", "They met in December.", "2023-12-01..2023-12-31"),
        ("2023-12-30", "They will meet on Jan. 3.", "2024-01-03..2024-01-03"),
        ("2024-03-30", "They met on the 31st.", "2024-01-31..2024-01-31"),
        ("2022-01-16", "He travels on later this week, where he will stay.", "2022-01-17..2022-01-23"),
    ],
)
def test_the_calendar_has_ends(day: str, text: str, interval: str) -> None:
    when = find_dates(text, on(date.fromisoformat(day)))[0].when
    assert f"{when.earliest}..{when.latest}" == interval


PIECES = st.sampled_from(
    [
        "on Monday",
        "late",
        "Friday",
        "will",
        "said",
        "May",
        "30",
        "2019",
        "to",
        "from",
        "between",
        "and",
        "the 25th",
        "Sept. 7",
        "-",
        "last year",
        "two days after",
        "by",
        "the end of",
        "earlier this month",
        "a day later",
        "next",
        "November",
        "of the previous year",
        "99 years ago",
        "(local time)",
        "Feb. 30",
        ",",
        ".",
        "\n\n",
        "“",
        "”",
        "the second half of",
        "the year",
        "since",
        "until",
        "weekend",
        "0000",
        "2099-13-45",
    ]
)


@given(
    st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=14).map(" ".join)),
    st.one_of(
        st.just(Published()), st.builds(on, st.dates()), st.builds(lambda a, b: on(min(a, b), max(a, b)), DAYS, DAYS)
    ),
)
def test_any_text_gives_intervals_in_order(text: str, published: Published) -> None:
    mentions = find_dates(text, published)
    ends = [end for m in mentions for end in (m.span.start, m.span.end)]
    assert ends == sorted(ends)
    for mention in mentions:
        assert Span(0, len(text)).holds(mention.span)
        for when in (mention.when, mention.until, mention.told):
            if when is not None and when.earliest is not None and when.latest is not None:
                assert when.earliest <= when.latest
                assert when.precision != "unknown"


@pytest.mark.parametrize(
    "text",
    [
        "Contracts are to be signed early in 2026.",
        "The sale, to be completed in 2026, needs approval.",
        "For the others Oslo has to wait until 2026.",
        "In 2026 the company, which delivered ten last year, is to build the rest.",
        "All six will be built in Lima, the ministry said, the first of them to enter service in 2026.",
        "Oslo would hand over 19 jets, the minister said: six around New Year and eight in 2026.",
    ],
)
def test_what_is_to_be_done_lies_ahead(text: str) -> None:
    """“to be completed in the first quarter of 2014” once made a story of 2013 one of 2014."""
    at = text.index("2026")
    assert looks_forward(text, Span(at, at + 4)) is True
