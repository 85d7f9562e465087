"""Names of listed rows are found as whole words, the first and longest of those that overlap."""

from pipelines.reading.named_rows import NamedRows
from pipelines.records import Span

ROWS = (("Berg", 1), ("Berg", 2), ("Ola Berg", 3))


def test_a_name_gives_all_rows_that_go_by_it_and_its_place() -> None:
    rows = NamedRows(ROWS, lambda row: (row[0],))
    text = "Ola Berg met Berg of Bergen."
    assert list(rows.named_in(text)) == [
        ("Ola Berg", [("Ola Berg", 3)], Span(0, 8)),
        ("Berg", [("Berg", 1), ("Berg", 2)], Span(13, 17)),
    ]


def test_a_name_told_twice_of_a_row_gives_the_row_once() -> None:
    ((_, rows, _),) = NamedRows(ROWS[:1], lambda row: (row[0], row[0])).named_in("Berg")
    assert rows == [("Berg", 1)]
