"""Which row of a release tells what a gold row tells: likeness of names, texts and rows, and pairing by it.

Not here: what a pair gets right (`slots.py`). Weights and thresholds are those that published scores were made with;
changing one makes old and new scores incomparable.
"""

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from pipelines.quality.gold import Row, date_agrees

with files("pipelines.quality").joinpath("words.csv").open(encoding="utf-8") as _file:
    _ROLES: Final = [(row["role"], row["word"]) for row in csv.DictReader(_file)]

#: Words that tell no two texts apart.
_STOP_WORDS: Final = frozenset(word for role, word in _ROLES if role == "stop")
#: Words before a name that are no part of it.
_TITLES: Final = frozenset(word for role, word in _ROLES if role == "title")
#: Words that say a body speaks, not which: two bodies of one side that both have one are taken for the same.
_BODIES: Final = frozenset(word for role, word in _ROLES if role == "body")
_SAME_TEXT: Final = 0.6
_SAME_NAME: Final = 0.67
_SAME_AMOUNT: Final = 0.01
_ROW_THRESHOLD: Final = 0.5
_STATEMENT_THRESHOLD: Final = 0.6


@lru_cache(maxsize=65_536)
def _words(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return tuple(re.sub(r"[^a-z0-9 ]+", " ", re.sub(r"[-'’`]", "", plain)).split())


def _content_words(text: str) -> tuple[str, ...]:
    return tuple(word for word in _words(text) if word not in _STOP_WORDS)


def token_f1(one: str, other: str) -> float:
    """Share of content words that two texts have in common, 0 to 1."""
    ours, theirs = _content_words(one), _content_words(other)
    if not ours or not theirs:
        return 0.0
    return 2 * (Counter(ours) & Counter(theirs)).total() / (len(ours) + len(theirs))


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are spellings of one (`Yoon Suk-yeol`, `Yoon Suk Yeol`), or one is a part of the other."""
    if not one or not other:
        return False
    ours, theirs = ([word for word in _words(name) if word not in _TITLES] for name in (one, other))
    if not ours or not theirs:
        return False
    if "".join(ours) == "".join(theirs):
        return True
    short, long = sorted((ours, theirs), key=len)
    return all(word in long for word in short) or token_f1(one, other) >= _SAME_NAME


def same_text(one: str | None, other: str | None) -> bool:
    """Whether two phrases agree: one has all content words of the other, or they share most."""
    if not one or not other:
        return False
    ours, theirs = set(_content_words(one)), set(_content_words(other))
    if not ours or not theirs:
        return False
    return ours <= theirs or theirs <= ours or token_f1(one, other) >= _SAME_TEXT


def same_amount(one: Any, other: Any) -> bool:
    """Whether two amounts differ by a hundredth of the first at most."""
    return abs(float(one) - float(other)) <= _SAME_AMOUNT * abs(float(one))


def same_system(gold: Row, found: Row) -> bool:
    """Whether two items are one system, by designation, by the printed words or, lacking these, by category."""
    system, printed = gold.get("system"), gold.get("system_text")
    pairs = ((system, found["system"]), (system, found["system_text"]), (printed, found["system_text"]))
    if any(same_text(told, other) for told, other in pairs):
        return True
    return not system and gold.get("category") == found["category"] != "other"


def same_speaker(gold: Row, found: Row) -> bool:
    """Whether a statement is attributed to the right person or body, or to nobody where nobody is named."""
    if gold["speaker_kind"] == "anonymous":
        return found["speaker_kind"] == "anonymous" or not found["speaker"]
    if gold["speaker_kind"] == "person":
        return same_name(gold["speaker"], found["speaker"])
    ours = set(_content_words(gold["speaker"] or ""))
    theirs = set(_content_words(f"{found['speaker'] or ''} {found['speaker_organization'] or ''}"))
    if ours & theirs:
        return True
    one_side = found["speaker_kind"] == "organization" and found["speaker_side"] == gold["speaker_side"]
    return one_side and bool(ours & _BODIES) and bool(theirs & _BODIES)


def meeting_likeness(gold: Row, found: Row) -> float:
    """How much two meetings are alike, 0 to 1, by sides, names, day and kind; 0 without a side in common."""
    sides, found_sides = set(gold["sides"]), set(found["sides"])
    if not sides & found_sides:
        return 0.0
    names = [person["name"] for person in gold["participants"] if person["name"]]
    found_names = [person["name"] for person in found["participants"] if person["name"]]
    known = sum(any(same_name(name, other) for other in found_names) for name in names)
    by_name = known / max(len(names), len(found_names)) if names or found_names else 0.5
    by_day = 0.0 if gold["start"] else 0.5
    if gold["start"] and found["start_earliest"] and found["start_latest"]:
        by_day = float(date_agrees(gold["start"], (found["start_earliest"], found["start_latest"])))
    by_kind = float(gold["kind"] == found["kind"])
    return 0.35 * _overlap(sides, found_sides) + 0.4 * by_name + 0.15 * by_day + 0.1 * by_kind


def deal_likeness(gold: Row, found: Row) -> float:
    """How much two deals are alike, 0 to 1, by supplier, recipient, systems and value."""
    supplier = _overlap(set(gold["supplier_countries"]), set(found["supplier_countries"]))
    recipient = _overlap(set(gold["recipient_countries"]), set(found["recipient_countries"]))
    items, found_items = gold["items"], found["items"]
    known = sum(any(same_system(item, other) for other in found_items) for item in items)
    by_item = known / max(len(items), len(found_items)) if items or found_items else 0.5
    told = gold["value_min"] and found["value_min"]
    by_value = 1.0 if told and same_amount(gold["value_min"], found["value_min"]) else 0.0
    return 0.2 * supplier + 0.3 * recipient + 0.35 * by_item + 0.15 * by_value


def statement_likeness(gold: Row, found: Row) -> float:
    """How much two statements are alike, by text; 0 where the text is another. The right speaker breaks ties."""
    by_text = token_f1(" ".join(gold["parts"]), found["text"])
    if by_text < _STATEMENT_THRESHOLD:
        return 0.0
    return by_text + (0.2 if same_speaker(gold, found) else 0.0)


@dataclass(frozen=True, slots=True)
class Pairing:
    """Gold and found rows one to one, best pairs first; and those left over."""

    pairs: list[tuple[Row, Row]]
    missed: list[Row]
    spurious: list[Row]


def pair(table: str, gold: Sequence[Row], found: Sequence[Row]) -> Pairing:
    """Pair the rows of one table and article."""
    likeness, threshold = _LIKENESS[table]
    cells = sorted(
        ((likeness(row, other), -i, -j) for i, row in enumerate(gold) for j, other in enumerate(found)), reverse=True
    )
    of_gold: dict[int, int] = {}
    of_found: set[int] = set()
    for alike, i, j in cells:
        if alike >= threshold and -i not in of_gold and -j not in of_found:
            of_gold[-i] = -j
            of_found.add(-j)
    return Pairing(
        pairs=[(gold[i], found[j]) for i, j in of_gold.items()],
        missed=[row for i, row in enumerate(gold) if i not in of_gold],
        spurious=[row for j, row in enumerate(found) if j not in of_found],
    )


_LIKENESS: Final[dict[str, tuple[Callable[[Row, Row], float], float]]] = {
    "meetings": (meeting_likeness, _ROW_THRESHOLD),
    "deals": (deal_likeness, _ROW_THRESHOLD),
    "statements": (statement_likeness, _STATEMENT_THRESHOLD),
}


def _overlap(one: Collection[str], other: Collection[str]) -> float:
    whole = set(one) | set(other)
    return len(set(one) & set(other)) / len(whole) if whole else 0.5
