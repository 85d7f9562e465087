"""A log is told now and then, a person all the time."""

import io
from collections.abc import Iterator

from rich.console import Console

from pipelines.progress import bar, lines


def test_a_log_gets_a_line_each_half_minute_and_none_for_short_work() -> None:
    clock: Iterator[float] = iter([0.0, 10.0, 20.0, 31.0, 40.0, 70.0])
    told: list[str] = []
    with lines(told.append, every=30.0, clock=lambda: next(clock))(1000) as tick:
        for more in (10, 10, 290, 90, 300):
            tick(more)
    assert told == [
        "310 of 1,000 articles read, 10.0 a second, about 1 min 9 s left",
        "700 of 1,000 articles read, 10.0 a second, about 30 s left",
    ]


def test_nothing_done_yet_is_no_division_by_zero() -> None:
    clock = iter([0.0, 100.0])
    with lines(lambda _: None, clock=lambda: next(clock))(5) as tick:
        tick(0)


def test_the_bar_tells_how_many_are_done() -> None:
    console = Console(file=io.StringIO(), force_terminal=True, width=120)
    with bar(console)(48) as tick:
        tick(48)
    assert isinstance(console.file, io.StringIO)
    assert "48/48" in console.file.getvalue()
