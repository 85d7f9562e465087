"""Which characters of a text stand in quotation marks. Not here: who said them.

Straight, curly, single and mixed marks; a quotation that is opened again at the head of each paragraph is one
quotation with several spans. A mark that is never closed closes with its paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.records import Span

#: What may close a quotation, by the mark that opened it. Outlets mix curly and straight ones.
CLOSERS = {"“": '”"', '"': '"”', "„": '“”"', "«": "»", "‘": "’", "'": "'"}
SINGLE = frozenset("‘'")

PARAGRAPH = re.compile(r"[^\n]+")
OPENING_DOUBLE = re.compile(r"[“„«]|(?<![\w.,!?])\"(?=[\w$€£“‘'(\[.…-])")
OPENING_SINGLE = re.compile(r"(?<![\w’”\"'])[‘'](?=[A-Za-z0-9$€£])")
CLOSING_SINGLE = re.compile(r"(?<=[.,!?…])[’'](?!\w)|(?<=\w)[’'](?=[\s,.;:!?)\]—–-]|$)")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks: `inner` without the marks, `outer` with them. `open_ended`: no mark closes it."""

    inner: Span
    outer: Span
    open_ended: bool


def find_quotes(text: str) -> list[Quote]:
    """The quotations of a text in order, nested ones left out; each lies within one paragraph."""
    return [quote for paragraph in PARAGRAPH.finditer(text) for quote in _in_paragraph(text, *paragraph.span())]


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quote]:
    at = start
    while opening := _next_opening(text, at, end):
        mark = opening.group()
        inner_start = opening.end()
        close = _closing_single(text, inner_start, end) if mark in SINGLE else _closing(text, mark, inner_start, end)
        if mark in SINGLE and (close is None or close - inner_start < 2):  # an apostrophe, not a quotation
            at = inner_start
            continue
        inner_end = end if close is None else close
        outer_end = end if close is None else close + 1
        if text[inner_start:inner_end].strip():
            yield Quote(Span(inner_start, inner_end), Span(opening.start(), outer_end), open_ended=close is None)
        at = outer_end


def _next_opening(text: str, at: int, end: int) -> re.Match[str] | None:
    found = [m for m in (OPENING_DOUBLE.search(text, at, end), OPENING_SINGLE.search(text, at, end)) if m]
    return min(found, key=lambda m: m.start(), default=None)


def _closing(text: str, mark: str, at: int, end: int) -> int | None:
    """Offset of the mark that closes a double quotation: the first one that is not itself an opening mark."""
    for i in range(at, end):
        if text[i] in CLOSERS[mark]:
            opens_another = (
                text[i] == '"' and mark == '"' and text[i - 1].isspace() and i + 1 < end and text[i + 1].isalnum()
            )
            if not opens_another:
                return i
    return None


def _closing_single(text: str, at: int, end: int) -> int | None:
    """Offset of the mark that closes a single quotation: before a gap, and no apostrophe of a plural (`ministers’ talks`)."""
    candidates = [m.start() for m in CLOSING_SINGLE.finditer(text, at, end)]
    for i in candidates:
        plural_possessive = text[i - 1] == "s" and re.match(r"[’'] [a-z]", text[i : i + 3]) and i != candidates[-1]
        if not plural_possessive:
            return i
    return None
