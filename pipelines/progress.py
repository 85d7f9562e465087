"""How long work tells how far it is: as a bar on a terminal, as a line now and then in a log. Not here: the work."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

#: Told how many more of the articles are done.
Tick = Callable[[int], None]

#: Opens the telling for so many articles; what it gives is told of those done.
Meter = Callable[[int], AbstractContextManager[Tick]]


def lines(say: Callable[[str], None], every: float = 30.0, clock: Callable[[], float] = time.monotonic) -> Meter:
    """Tells by a line through `say` each `every` seconds; work that takes less is passed over in silence."""

    @contextmanager
    def meter(total: int) -> Iterator[Tick]:
        start = told = clock()
        done = 0

        def tick(more: int) -> None:
            nonlocal done, told
            done += more
            now = clock()
            if now - told >= every and done:
                told = now
                rate = done / (now - start)
                left = _duration((total - done) / rate)
                say(f"{done:,} of {total:,} articles read, {rate:.1f} a second, about {left} left")

        yield tick

    return meter


def bar(console: Console) -> Meter:
    """Tells by a bar that vanishes when the work is done."""

    @contextmanager
    def meter(total: int) -> Iterator[Tick]:
        columns = (
            TextColumn("Reading articles"),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
            TimeRemainingColumn(),
            TextColumn("left"),
        )
        with Progress(*columns, console=console, transient=True) as progress:
            task = progress.add_task("", total=total)
            yield lambda more: progress.advance(task, more)

    return meter


def meter_for(console: Console) -> Meter:
    """A bar where the console is a terminal, lines where it is a log."""
    return bar(console) if console.is_terminal else lines(lambda line: console.print(line, markup=False))


class _Rate(ProgressColumn):
    """Articles a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.1f}/s" if task.speed else "")


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"
