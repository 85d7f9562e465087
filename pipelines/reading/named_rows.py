"""Rows of knowledge by the names that a text may call them. Not here: the rows, what a name says in its place."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from pipelines.records import Span

Row = TypeVar("Row")


class NamedRows(Generic[Row]):
    """Rows and one search for all their names. Made once for a list of rows; it equals nothing but itself."""

    def __init__(self, rows: Iterable[Row], names_of: Callable[[Row], Iterable[str]]) -> None:
        """Index the rows; `names_of` gives the names of one, as they stand in the texts that will be searched."""
        self.rows = tuple(rows)
        by_name: dict[str, list[Row]] = {}
        for row in self.rows:
            for name in dict.fromkeys(names_of(row)):
                by_name.setdefault(name, []).append(row)
        self._named = tuple(by_name.items())
        self._search = AhoCorasick(list(by_name), matchkind=MatchKind.LeftmostLongest)

    def named_in(self, text: str) -> Iterator[tuple[str, Sequence[Row], Span]]:
        """Where the text has a name as whole words, in order: the name, all rows that go by it, and the span."""
        for found, start, end in self._search.find_matches_as_indexes(text):
            if not (text[max(0, start - 1) : start].isalnum() or text[end : end + 1].isalnum()):
                name, rows = self._named[found]
                yield name, rows, Span(start, end)
