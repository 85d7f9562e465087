"""A text as a list of lines, each a paragraph or a piece of page furniture.

Hard-wrapped lines are joined, bullets and program code taken off. Not here: which lines are noise (`noise.py`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

WIDEST_COLUMN = 110
"""No typist or mail program breaks lines further right than this."""
WRAPPED_SHARE = 0.9
"""So many of the lines of a hard-wrapped text stay within the column."""
SLACK = 0.85
"""A line is broken where the next word would have passed this share of the column."""

_BULLET = re.compile(r"^(?:[□■◦•●○◇◆▪▫‣⁃∙·※►▶▷☞★☆✓✔*]|[-–—](?=\s|$))\s*")
_CODE = re.compile(
    r"^(?:[\]\[(){};,.'\"\s]+|.*[{};]|.*\)\s*\{.*|</?\w+[^>]*>|<!--.*|.*(?:function\s*\(|jQuery\(|document\.\w+\().*)$"
)
_CODE_SIGN = re.compile(r"[{}]|\w\(['\"(]|\);|</?\w+[^>]*>|^\W*\W{2}\W*$")
_NUMBER = re.compile(r"^\(?\d{1,2}(?:[.)]\s+|\s+)(?=\S)")
_NO_LETTER = re.compile(r"[\W_]+")
_CLOSED = re.compile(r"(?:[.!?…。！？؟।:;]|--|[—–])[\"”’'»)\]]*$")
SENTENCE_JOINT = re.compile(r"(?:[a-z]{3}|[0-9)”\"’%])(?<!Brig)(?<!Capt)(?<!Prof)(?<!Sept)[.!?][”\"’]?\s+(?=[A-Z“\"‘])")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.)+$")
_TURN = re.compile(
    r"^(?!(?:FILE |ALSO )?(?:PHOTO|IMAGE|PICTURE|CAPTION|VIDEO|READ|RELATED|WATCH|MORE)\b)[A-Z][A-Z .’'&-]{2,60}:\s"
)
_HEARD = re.compile(r"^(?:\d{1,2}\.\s*)?[\[(]?(?:sound ?bite|sot)\b\W+\w", re.IGNORECASE)
_ATTRIBUTABLE = re.compile(r"\battributable to\b.*:$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page. `gap` tells that a blank line stands before it, `bullet` what it was hung on."""

    text: str
    bullet: str = ""
    gap: bool = False

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence does, and a headline does not."""
        return bool(_CLOSED.search(self.text))

    @property
    def holds_sentence(self) -> bool:
        """Whether a sentence ends within it and another begins."""
        return bool(SENTENCE_JOINT.search(self.text))

    @property
    def numbered(self) -> bool:
        """Whether a number of a list stands before it."""
        return bool(_NUMBER.match(self.text))

    @property
    def is_turn(self) -> bool:
        """Whether it opens a turn of a transcript, names a voice that is heard, or attributes quotes that follow."""
        return any(p.search(self.text) for p in (_TURN, _HEARD, _ATTRIBUTABLE))

    @property
    def is_sentence(self) -> bool:
        """Whether it reads as part of a story."""
        return self.is_turn or (self.closed and not (_ABBREVIATED.search(self.text) and self.words < 12))

    def with_text(self, text: str) -> "Line":
        """The same line with other words."""
        return replace(self, text=text)


def lines_of(text: str) -> list[Line]:
    """The lines of a text with mended characters, without code and empty ones."""
    return list(_unwrapped(list(_split(text))))


def letters_of(text: str) -> str:
    """The letters and digits of a text in small letters: equal where two lines say the same."""
    return _NO_LETTER.sub("", text.casefold())


def _split(text: str) -> Iterator[Line]:
    gap = True
    for printed in text.split("\n"):
        words = " ".join(printed.split())
        bullet = _BULLET.match(words)
        content = words[bullet.end() :] if bullet else words
        if not content or _is_code(words):
            gap = gap or not words
            continue
        yield Line(content, bullet.group().strip() if bullet else "", gap)
        gap = False


def _is_code(words: str) -> bool:
    return bool(_CODE_SIGN.search(words) and _CODE.match(words))


def _unwrapped(lines: list[Line]) -> Iterator[Line]:
    column = _column(lines)
    if column is None:
        yield from lines
        return
    held: Line | None = None
    last = ""
    for line in lines:
        if held is not None and _runs_on(last, line, column):
            glue = "" if re.search(r"\w-$", last) and line.text[0].islower() else " "
            held = held.with_text(held.text + glue + line.text)
        else:
            if held is not None:
                yield held
            held = line
        last = line.text
    if held is not None:
        yield held


def _column(lines: list[Line]) -> int | None:
    """The column at which the text is hard-wrapped; None where it is not."""
    lengths = [len(line.text) for line in lines if len(line.text) <= WIDEST_COLUMN]
    if len(lengths) < 3 or len(lengths) < WRAPPED_SHARE * len(lines):
        return None
    column = max(lengths)
    joints = [first for first, second in pairwise(lines) if _runs_on(first.text, second, column)]
    broken_within_sentence = sum(not line.closed for line in joints)
    return column if broken_within_sentence >= 2 and len(joints) * 3 >= len(lines) else None


def _runs_on(before: str, line: Line, column: int) -> bool:
    first_word = line.text.split(" ", 1)[0]
    return not line.gap and not line.bullet and len(before) + 1 + len(first_word) > SLACK * column
