"""Page furniture taken off: share and cookie lines, lists of other stories, bylines, copyright, contacts.

What it looks like is in `noise.csv`. Not here: headline and date lines (`heading.py`), photo lines (`captions.py`).
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipelines.ingest.captions import is_labelled
from pipelines.ingest.credits import is_agency
from pipelines.ingest.dates import dates_in
from pipelines.ingest.lines import Line

_BARS = re.compile(r"\s*[|•·]\s*")

STORY_WORDS = 12
"""A sentence of so many words does not hang on a list of other stories' headlines: the story goes on there."""
LONGEST_FURNITURE = 400
"""Characters; a longer line is a paragraph."""
LONGEST_STAMP = 16
"""Words of a line that is there to date the page."""

_END_MARK = re.compile(r"\s*(?://\s*end\s*//|\(end\)|\(끝\)|-30-|/end/|#{3,})\s*$", re.IGNORECASE)
_STAFF_MARK = re.compile(
    r"(?<=[.!?”\"’])\s*[(–—-]{1,2}\s*(?:by )?(?:our )?(?:staff (?:reporters?|writers?)|agencies|news ?desk|web ?desk"
    r"|(?:\w+ )?correspondents?|news report)\)?\.?$",
    re.IGNORECASE,
)
_TRAILING_LINK = re.compile(
    r"(?<=[.!?”\"’])\s*(?:(?:also|must) (?:read|watch)|read (?:also|more)|see also)\s*[:|].*$", re.IGNORECASE
)
_LABELLED_DATE = re.compile(
    r"\b(?:first |last |date )?(?:published|publish(?:ed)? (?:date|on)|updated?|posted|modified|released|input"
    r"|registered|issued|last (?:update|modified|edited)|dated?)(?:\s+(?:on|at|by))?\s*[:|]?\s*(?=\S)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:\b(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?"
    r"|\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s?(?:[ap]\.?m\b\.?|\b)|\b[ap]\.?m\b\.?|\b[A-Z]{2,4}(?:[+-]\d+)?\b|\bat\b|\bon\b|[\s\W])+"
)
_HOUR = re.compile(r"\b\d{1,2}[:.]\d\d")
#: What may hang on an hour: a button, who put it up (`Link copied`, `by PIB Delhi`).
_FEW_WORDS = re.compile(r"(?<=[\d\sm./])\s*[^\W\d_]+(?:\s[^\W\d_]+){0,3}\s*\Z")


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    effect: str
    tells: bool
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Swept:
    """The lines that are left, and what was taken off and tells something: credits, and lines that date the page."""

    lines: tuple[Line, ...]
    credits: tuple[str, ...]
    dated: tuple[str, ...]


@cache
def _rules() -> tuple[_Rule, ...]:
    with (Path(__file__).parent / "noise.csv").open(encoding="utf-8", newline="") as table:
        return tuple(
            _Rule(row["name"], row["effect"], row["tells"] == "yes", re.compile(row["pattern"], re.IGNORECASE))
            for row in csv.DictReader(table)
        )


def swept(lines: list[Line]) -> Swept:
    """The lines of a page without its furniture."""
    left: list[Line] = []
    told: list[str] = []
    dated: list[str] = []
    in_list, above = False, True
    for line, ends in _parted_at_end_marks(lines):
        rule = _rule_for(line.text)
        signed = line.text.strip("()[] ")
        if stamps := _date_stamps(line):
            dated.extend(stamps)
            told.append(line.text)
        elif is_agency(signed):
            told.append(signed)
        elif rule is not None:
            in_list = in_list or rule.effect == "list"
            told.extend([line.text] if rule.tells else [])
            dated.extend([line.text] if above and rule.effect == "line" and _ends_in_a_day(line) else [])
        elif not (in_list and _hangs_on(line)):
            in_list = False
            above = above and not (line.is_sentence and line.words >= STORY_WORDS)
            left.append(line)
        in_list = in_list or ends
    return Swept(tuple(left), tuple(told), tuple(dated))


def _parted_at_end_marks(lines: list[Line]) -> Iterator[tuple[Line, bool]]:
    for line in lines:
        story = _END_MARK.sub("", line.text)
        bare = _TRAILING_LINK.sub("", _STAFF_MARK.sub("", story))
        yield (line.with_text(bare) if bare else line), story != line.text


def _rule_for(text: str) -> _Rule | None:
    if len(text) > LONGEST_FURNITURE:
        return None
    return next((rule for rule in _rules() if rule.pattern.fullmatch(text)), None)


def _hangs_on(line: Line) -> bool:
    if is_labelled(line.text):
        return False
    return bool(line.bullet) or line.numbered or not (line.is_turn or (line.is_sentence and line.words >= STORY_WORDS))


def _date_stamps(line: Line) -> list[str]:
    """The dates that a line bears: with a label (`Published : …  Updated : …`), or alone between bars."""
    if line.words > LONGEST_STAMP:
        return []
    return [piece for part in _BARS.split(line.text) for piece in _from_label_to_label(part) if _is_stamp(piece)]


def _from_label_to_label(part: str) -> Iterator[str]:
    starts = sorted({0, *(found.start() for found in _LABELLED_DATE.finditer(part))})
    for start, end in zip(starts, [*starts[1:], len(part)], strict=True):
        yield part[start:end].strip(" |,;")


def _ends_in_a_day(line: Line) -> bool:
    """Whether furniture above a story tells its day behind what it is: `By Our Reporter - April 15, 2022`."""
    printed = [date for date in dates_in(line.text) if date.year and date.day]
    return bool(printed) and line.words <= LONGEST_STAMP and is_time_of_day(line.text[printed[-1].end :])


def _is_stamp(piece: str) -> bool:
    label = _LABELLED_DATE.match(piece)
    rest = piece[label.end() :] if label else piece
    printed = next(iter(dates_in(rest)), None)
    if printed is None or not (label or printed.year):
        return False
    before, after = rest[: printed.start], rest[printed.end :]
    hour = _HOUR.search(after)
    after = _FEW_WORDS.sub("", after) if label or hour else after
    return is_time_of_day(f"{before} {after}")


def is_time_of_day(text: str) -> bool:
    """Whether the words beside a date are but a weekday, an hour, a zone or punctuation."""
    return not text.strip() or bool(_TIME.fullmatch(text))
