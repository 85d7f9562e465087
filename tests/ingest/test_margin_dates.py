import pytest

from pipelines.ingest.dates import dates_in, dates_in_address
from pipelines.ingest.lines import lines_of
from pipelines.ingest.noise import swept


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2023-10-23", (2023, 10, 23)),
        ("2023-10-23T09:00:00+09:00", (2023, 10, 23)),
        ("2023-05", (2023, 5, None)),
        ("2023.10.23 14:05", (2023, 10, 23)),
        ("2023/10/3", (2023, 10, 3)),
        ("2023년 10월 23일", (2023, 10, 23)),
        ("October. 29, 2022 07:30.", (2022, 10, 29)),
        ("Sept. 9, 2024", (2024, 9, 9)),
        ("31 Jul. 2025, 16:20", (2025, 7, 31)),
        ("23rd February, 2021", (2021, 2, 23)),
        ("Sat, April 13, 2019", (2019, 4, 13)),
        ("Mon, 23 Oct 2023 10:00:00 GMT", (2023, 10, 23)),
        ("10/23/2023", (2023, 10, 23)),
        ("23/10/2023", (2023, 10, 23)),
        ("09.06.2007", (2007, 6, 9)),
        ("10/9/2013 6:15 PM ET", (2013, 10, 9)),
        ("March 2024", (2024, 3, None)),
        ("Last Update: July 28", (None, 7, 28)),
        ("Feb. 29", (None, 2, 29)),
    ],
)
def test_each_way_of_writing_a_day_is_read(printed: str, day: tuple[int | None, int, int | None]) -> None:
    assert [(date.year, date.month, date.day) for date in dates_in(printed)] == [day]


@pytest.mark.parametrize("printed", ["03/04/2023", "Feb. 30, 2023", "13 months", "Marching 12 miles", "32 May 2020"])
def test_what_is_no_day_or_two_days_gives_none(printed: str) -> None:
    assert [date for date in dates_in(printed) if date.day is not None and date.year is not None] == []


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example/2023/10/23/deal", (2023, 10, 23)),
        ("https://news.example/2023/10/", (2023, 10, None)),
        ("https://news.example/view/AEN20231023001200325", (2023, 10, 23)),
        ("https://news.example/2023-10-23-deal", (2023, 10, 23)),
    ],
)
def test_the_day_in_a_web_address_is_read(url: str, day: tuple[int, int, int | None]) -> None:
    assert [(date.year, date.month, date.day) for date in dates_in_address(url)] == [day]


def test_an_article_number_is_no_day() -> None:
    assert dates_in_address("https://news.example/a/12345678") == []


@pytest.mark.parametrize(
    "line",
    [
        "Posted Fri 8 Dec 2023 at 3:12pm, updated Fri 8 Dec 2023 at 5:40pm",
        "8 December 2023 | Business & Defence | 2 min read",
        "| 04:48 PM December 08, 2023",
        "Published : Dec. 8, 2023 - 16:20        Link copied",
        "Newsroom staff   | 08.12.2023 - Update : 09.12.2023",
        "Posted On: 08 DEC 2023 4:05PM by PIB Delhi",
        "8. 12. 2023  15:10   ČTK",
        "December 8, 202312:35",
        "By Our Reporter - December 8, 2023",
        "News / Nation // Dec 8, 2023 4:45 PM PHT",
    ],
)
def test_a_date_among_labels_and_bars_dates_the_page(line: str) -> None:
    """Lines of labels between bars were once taken for a menu, and the date lost with them."""
    dated = swept(lines_of(line)).dated
    assert [(d.year, d.month, d.day) for d in dates_in(dated[0])] == [(2023, 12, 8)]


def test_a_day_that_ends_furniture_below_the_story_does_not_date_the_page() -> None:
    story = "The minister signed for the ships on Monday and said that they would come within four years."
    assert swept(lines_of(f"{story}\n\nNews / Nation // Dec 8, 2023 4:45 PM PHT")).dated == ()
