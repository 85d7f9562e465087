"""What stands at a character, among spans that do not overlap."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from pipelines.records import Span

Item = TypeVar("Item")


class SpanIndex(Generic[Item]):
    """Things by the span that each has; iterates over them in text order."""

    def __init__(self, items: Iterable[tuple[Span, Item]]) -> None:
        """Take things with their spans, in any order."""
        self._items = sorted(items, key=lambda item: item[0])
        self._starts = [span.start for span, _ in self._items]

    def __iter__(self) -> Iterator[tuple[Span, Item]]:
        """Each span with its thing, in text order."""
        return iter(self._items)

    def at(self, offset: int) -> Item | None:
        """Whatever covers the character."""
        i = bisect_right(self._starts, offset) - 1
        return self._items[i][1] if i >= 0 and self._items[i][0].end > offset else None

    def before(self, offset: int) -> Iterator[Item]:
        """What ends before the character or at it, the last first."""
        return (item for span, item in reversed(self._items) if span.end <= offset)
