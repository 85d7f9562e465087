"""A text with the evidence of rows marked in it, in colours or in brackets. Not here: where text and rows come from."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from pipelines.records import Span

#: How the evidence of a table looks on a terminal: the three can lie over each other and still be told apart.
STYLES = {"meetings": "underline", "deals": "on grey27", "statements": "green"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text that a row rests on, with a name short enough to stand in it."""

    span: Span
    name: str
    table: str


def short_names(ids: Collection[str], least: int = 4) -> dict[str, str]:
    """Each id (`st_` and digits) with only as many of its digits, at `least` so many, as tell all of them apart."""
    for length in range(3 + least, max(map(len, ids), default=0)):
        names = {name: name[:length] for name in ids}
        if len(set(names.values())) == len(names):
            return names
    return {name: name for name in ids}


def bracketed(text: str, marks: Sequence[Mark]) -> str:
    """The text with `⟦name ` before each span and ` name⟧` after it; spans may lie within and across each other."""
    pieces, at = [], 0
    for offset, mark, opens in _edges(marks):
        pieces += [text[at:offset], f"⟦{mark.name} " if opens else f" {mark.name}⟧"]
        at = offset
    return "".join([*pieces, text[at:]])


def coloured(text: str, marks: Sequence[Mark]) -> Text:
    """The text with each span in the style of its table, and its name after it."""
    rich, at = Text(), 0
    open_marks: list[Mark] = []
    for offset, mark, opens in _edges(marks):
        rich.append(text[at:offset], style=_style(open_marks))
        at = offset
        if opens:
            open_marks.append(mark)
        else:
            open_marks.remove(mark)
            rich.append(f"[{mark.name}]", style="dim")
    return rich.append(text[at:])


def _edges(marks: Sequence[Mark]) -> Iterator[tuple[int, Mark, bool]]:
    """Offset and mark of each start (true) and end (false) in text order; of spans that nest the inner closes first."""
    starts = [(mark.span.start, 1, -mark.span.end, number) for number, mark in enumerate(marks)]
    ends = [(mark.span.end, 0, -mark.span.start, -number) for number, mark in enumerate(marks)]
    for offset, opens, _, number in sorted(starts + ends):
        yield offset, marks[abs(number)], bool(opens)


def _style(marks: Sequence[Mark]) -> str:
    return " ".join(sorted({STYLES[mark.table] for mark in marks}))
