"""The days on which the people of a story held the offices it names them with.

Not here: the holders (`reference/office_holders.csv`), and who is who in a story (`people.py`).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ahocorasick_rs import AhoCorasick, MatchKind

from pipelines.reading.dating_evidence import YEARS, Evidence
from pipelines.reading.intervals import Interval, together

# What an office is called beside its holder's name; an office not listed goes by the name alone.
TITLES = {
    "head_of_state": r"president|king|emir|crown prince|sultan|ruler|sheikh|prince|pope",
    "head_of_government": r"prime minister|premier|chancellor|pm|taoiseach",
    "defence": r"defen[cs]e|secretary of war|war secretary|dnd|pentagon",
    "foreign": r"foreign|secretary of state|external|diplomat",
}
# How far from a name, in characters, its title may stand.
BEFORE, AFTER = 60, 70
FORMER = re.compile(
    r"\b(?:former|then|ex|late|predecessor|previous|elect|successor|under|hopeful|candidate)\b[^.]{0,30}$"
)
# A sentence that tells of earlier times tells only that the holder had come into office.
EARLIER = re.compile(r"\b(?:(?:19|20)\d\d|last year|years ago|decade)\b")


@dataclass(frozen=True, slots=True)
class Term:
    """Somebody's time in an office; open to one side where an end is not known, or not yet."""

    person: str
    spellings: tuple[str, ...]
    office: str
    start: date | None
    end: date | None


def office_evidence(text: str, terms: Sequence[Term]) -> Iterator[Evidence]:
    """For each person named with an office, in the order of the text, when he or she held it."""
    folded = _fold(text)
    spellings = [(_fold(s), term) for term in terms for s in (term.person, *term.spellings)]
    names = sorted({s for s, _ in spellings})
    seen: set[tuple[str, bool]] = set()
    for found, start, end in AhoCorasick(names, matchkind=MatchKind.LeftmostLongest).find_matches_as_indexes(folded):
        name = names[found]
        before, after = folded[max(0, start - BEFORE) : start], folded[end : end + AFTER]
        held = [t for s, t in spellings if s == name and _named_with(t, before, after)]
        if not held or not _is_word(folded, start, end):
            continue
        now = not FORMER.search(before) and not EARLIER.search(_sentence(folded, start, end))
        if (name, now) in seen:
            continue
        seen.add((name, now))
        days = together(
            Interval(t.start or YEARS.earliest, (t.end if now else None) or YEARS.latest)
            for t in held
            if (t.start or YEARS.earliest) <= YEARS.latest and (t.end or YEARS.latest) >= YEARS.earliest
        )
        if days:
            words = "is in office" if now else "has been in office"
            yield Evidence(f"{held[0].person} ({held[0].office}) {words}", days, 3 if now else 2)


def _named_with(term: Term, before: str, after: str) -> bool:
    title = TITLES.get(term.office)
    return title is None or re.search(rf"\b(?:{title})\b", f"{before} | {after}") is not None


def _is_word(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


def _sentence(text: str, start: int, end: int) -> str:
    first = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start)) + 1
    last = min(i if (i := text.find(mark, end)) >= 0 else len(text) for mark in (". ", "\n"))
    return text[first:last]


def _fold(text: str) -> str:
    """Without accents, capitals and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return plain.replace("-", " ")
