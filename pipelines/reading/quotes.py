"""Which characters of a text stand in quotation marks. Not here: who said them.

Straight, curly, single and mixed marks, and marks that outlets turn the wrong way (`”We are ready“`). Each quotation
lies within one paragraph. One that is never closed ends with its paragraph, or where an attribution shows its end; it
goes on in the next paragraph where that closes what it did not open.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.records import Span

#: What may close a quotation, by the mark that opened it. Outlets mix curly and straight ones.
CLOSERS = {"“": '”"', "”": '”"', '"': '"”', "„": '“”"', "«": "»", "‘": "’", "'": "'"}
SINGLE = frozenset("‘'")

PARAGRAPH = re.compile(r"[^\n]+")
OPENING_CURLY = r"(?<![\w.,!?…])[“„«]|[“„«](?=\w)"
OPENING_TURNED = r"(?<!\S)”(?=\w)"
OPENING_STRAIGHT = r"(?<![\w.,!?])\"(?=[\w$€£“‘'(\[.…-])"
OPENING_DOUBLE = re.compile(rf"{OPENING_CURLY}|{OPENING_TURNED}|{OPENING_STRAIGHT}")
PLURAL_POSSESSIVE = re.compile(r"[’'] [a-z]")
CLOSING_TURNED = re.compile(r"(?<=[.,!?…])“(?=\s|$)")
CLOSING_STRAY = re.compile(r"(?<=[\w.,!?…])[”\"“](?=[\s.,;:]|$)")
#: What shows that words before it were said, where no mark closes them: `, he said.`
ATTRIBUTION = re.compile(r"(?<=[,?!])\s(?=(?:[\w.’'-]+ ){0,5}(?:said|says|told|added|wrote|noted|stressed)\b)")
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
    quotes: list[Quote] = []
    for paragraph in PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        if quotes and quotes[-1].open_ended and (rest := _rest(text, start, end)):
            quotes.append(rest)
            start = rest.outer.end
        quotes.extend(_in_paragraph(text, start, end))
    return quotes


def _rest(text: str, start: int, end: int) -> Quote | None:
    """What goes on from a quotation that the paragraph before left open, where a mark closes it before one opens."""
    closing, opening = CLOSING_STRAY.search(text, start, end), _next_opening(text, start, end)
    if closing is None or (opening is not None and opening.start() <= closing.start()):
        return None
    return Quote(Span(start, closing.start()), Span(start, closing.end()), open_ended=False)


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quote]:
    at = start
    while opening := _next_opening(text, at, end):
        single = opening.group() in SINGLE
        close = _closing_single(text, opening.end(), end) if single else _closing(text, opening, end)
        if single and (close is None or close - opening.end() < 2):  # an apostrophe, not a quotation
            at = opening.end()
            continue
        stop = _end_of_unclosed(text, opening.end(), end) if close is None else close
        at = stop if close is None else stop + 1
        if text[opening.end() : stop].strip():
            yield Quote(Span(opening.end(), stop), Span(opening.start(), at), open_ended=close is None)


def _next_opening(text: str, at: int, end: int) -> re.Match[str] | None:
    found = [m for m in (OPENING_DOUBLE.search(text, at, end), OPENING_SINGLE.search(text, at, end)) if m]
    return min(found, key=lambda m: m.start(), default=None)


def _closing(text: str, opening: re.Match[str], end: int) -> int | None:
    """Offset of the mark that closes a double quotation: the first one that is not itself an opening mark."""
    mark = opening.group()
    closers = (i for i in range(opening.end(), end) if text[i] in CLOSERS[mark] or CLOSING_TURNED.match(text, i))
    return next((i for i in closers if not (mark == text[i] == '"' and _opens_another(text, i, end))), None)


def _opens_another(text: str, i: int, end: int) -> bool:
    return text[i - 1].isspace() and i + 1 < end and text[i + 1].isalnum()


def _end_of_unclosed(text: str, at: int, end: int) -> int:
    """Where words end that no mark closes: before `, he said`, else with the paragraph."""
    attribution = ATTRIBUTION.search(text, at, end)
    return attribution.start() if attribution else end


def _closing_single(text: str, at: int, end: int) -> int | None:
    """Offset of the mark that closes a single quotation: before a gap, and no plural's apostrophe (`allies’ talks`)."""
    candidates = [m.start() for m in CLOSING_SINGLE.finditer(text, at, end)]
    return next((i for i in candidates if i == candidates[-1] or not _is_possessive(text, i)), None)


def _is_possessive(text: str, i: int) -> bool:
    return text[i - 1] == "s" and PLURAL_POSSESSIVE.match(text, i) is not None
