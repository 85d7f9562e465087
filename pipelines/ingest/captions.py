"""Photo lines told from the paragraphs of the story.

The signs and their weights are in `caption_signs.csv`. Not here: lines that are nothing but a credit (`noise.csv`).
"""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipelines.ingest.credits import is_agency, without_credit
from pipelines.ingest.lines import Line, letters_of

THRESHOLD = 3
_CREDIT, _TWICE, _ONE_SENTENCE, _BEFORE_STORY = 2, 2, 1, 1
_LABEL = re.compile(
    r"^(?:[▲△◀▼]|[(\[](?:file |pool )?(?:photo|photos|picture|image|graphic|video)[)\]]"
    r"|image caption|(?:file )?(?:photo|picture|image|caption)\s*[:：]|FILE\s*[-–—])\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Pictured:
    """The lines of the story, the captions (each once, without credit or label), and the credits that stood by both."""

    story: tuple[Line, ...]
    captions: tuple[str, ...]
    credits: tuple[str, ...]


@cache
def _signs() -> tuple[tuple[int, re.Pattern[str]], ...]:
    with (Path(__file__).parent / "caption_signs.csv").open(encoding="utf-8", newline="") as table:
        return tuple(
            (int(row["weight"]), re.compile(row["pattern"], 0 if row["name"] == "position_bracket" else re.IGNORECASE))
            for row in csv.DictReader(table)
        )


def is_labelled(text: str) -> bool:
    """Whether a line says itself that it is a caption."""
    return bool(_LABEL.match(text))


def _bare(text: str) -> tuple[str, list[str]]:
    """The text without the credits at its end, and those."""
    bare, credit = without_credit(text)
    if credit is None:
        return bare, []
    barer, credits_before = _bare(bare)
    return barer, [*credits_before, credit]


def without_captions(lines: Sequence[Line]) -> Pictured:
    """The captions of a page taken out of its lines, and trailing credits off both."""
    copies = Counter(_key(line.text) for line in lines)
    captioned = [False] * len(lines)
    story_begun = False
    for index, line in enumerate(lines):
        captioned[index] = _weight(line, copies[_key(line.text)] > 1, not story_begun) >= THRESHOLD
        story_begun = story_begun or (line.is_sentence and not captioned[index])
    for index in _signed_ends(lines, captioned):
        captioned[index] = False

    story: list[Line] = []
    captions: dict[str, str] = {}
    credited: list[str] = []
    for line, is_caption in zip(lines, captioned, strict=True):
        if is_caption:
            text, credits_beside = _bare(line.text)
            credited.extend(credits_beside)
            captions.setdefault(_key(text), _LABEL.sub("", text).strip(" |"))
            continue
        text, credit = without_credit(line.text)
        if credit and is_agency(credit):
            credited.append(credit)
        story.append(line.with_text(text) if credit and is_agency(credit) else line)
    return Pictured(tuple(story), tuple(caption for caption in captions.values() if caption), tuple(credited))


def _weight(line: Line, twice: bool, before_story: bool) -> int:
    text, credit = without_credit(line.text)
    weight = sum(weight for weight, pattern in _signs() if pattern.search(text))
    shown = credit is not None or weight >= 2 or (twice and weight > 0)
    if not shown or line.is_turn:
        return 0
    weight += _CREDIT * (credit is not None) + _TWICE * twice
    return weight + _ONE_SENTENCE * (not Line(text).holds_sentence) + _BEFORE_STORY * before_story


def _signed_ends(lines: Sequence[Line], captioned: Sequence[bool]) -> list[int]:
    """Lines taken for captions that are the story's last, which closes with the agency's name just as a caption does.

    Nothing but the credit speaks for a caption there, and no story follows.
    """
    last_story = max((i for i, line in enumerate(lines) if line.is_sentence and not captioned[i]), default=-1)
    for index in range(last_story + 1, len(lines)):
        text, credit = without_credit(lines[index].text)
        if captioned[index] and credit and is_agency(credit):
            return [] if any(weight >= 2 and pattern.search(text) for weight, pattern in _signs()) else [index]
    return []


def _key(text: str) -> str:
    bare, _ = _bare(text)
    return letters_of(_LABEL.sub("", bare))
