"""Finds the names of countries, places, bodies, companies and systems in a text, in one pass whatever their number.

Knows names only: whether "Seoul" is the city or the government is for the reading stage to tell. What the names are
stands in `listed_names.py`, and in the CSV files behind it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import ahocorasick_rs

from pipelines.records import Span
from pipelines.reference.beside_names import may_follow, may_precede
from pipelines.reference.listed_names import BLOCK, Listed, listed_names

# A currency is no country: "US$3 million", "AU$40".
_GLUE_AFTER: Final = frozenset("$_@")
_GLUE_BEFORE: Final = frozenset("_@")


@dataclass(frozen=True, slots=True)
class Name:
    """A known name in a text.

    `kind` is `country`, `demonym`, `capital` (or a city that stands for a government as one does), `city`, `metonym`,
    `organization`, `agency`, `forum`, `company` or `system`; `code` the country or organisation, null where several
    share the name; `form` is the finer kind that the name's own list gives (`base`, `palace`, `foreign_ministry` …).
    """

    span: Span
    kind: str
    code: str | None
    canonical: str
    form: str


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    listed: Listed

    def lost_to(self, block: "_Match") -> bool:
        """Whether the block overlaps this match and is not itself a part of it."""
        overlaps = self.start < block.end and block.start < self.end
        return overlaps and not (self.start <= block.start and block.end <= self.end)


def find_names(text: str) -> list[Name]:
    """All known names in the text, in order, none overlapping; of names that overlap, the first and longest stands."""
    matches = _longest(_unblocked(_whole_words(text)))
    clear = [match for match in matches if not (match.listed.alone or match.listed.related)]
    told = {match.listed.code for match in clear} | {match.listed.canonical for match in clear}
    edges = {edge for match in clear for edge in (match.start, match.end)}
    return [
        Name(Span(match.start, match.end), listed.kind, listed.code, listed.canonical, listed.form)
        for match in matches
        if (not (listed := match.listed).related or not told.isdisjoint(listed.related))
        and (not listed.alone or _stands_alone(text, match, edges))
    ]


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, Sequence[Listed]]:
    names = listed_names()
    return ahocorasick_rs.AhoCorasick(list(names), store_patterns=False), tuple(names.values())


def _whole_words(text: str) -> Iterator[_Match]:
    automaton, listed = _automaton()
    size = len(text)
    for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        before = text[start - 1] if start else " "
        if before.isalnum() or before in _GLUE_BEFORE:
            continue
        after = text[end] if end < size else " "
        if text[end - 1] == "-":  # a prefix, as in "Sino-Pakistani"
            if after.isalpha():
                yield _Match(start, end - 1, listed[index])
        elif not after.isalnum() and after not in _GLUE_AFTER:
            yield _Match(start, end, listed[index])


def _longest(matches: Iterable[_Match]) -> list[_Match]:
    """The first and longest of the matches that overlap; a leading article counts for nothing."""
    chosen: list[_Match] = []
    for match in sorted(matches, key=lambda match: (match.start + match.listed.article, -match.end)):
        if not chosen or match.start >= chosen[-1].end:
            chosen.append(match)
    return chosen


def _unblocked(matches: Iterable[_Match]) -> list[_Match]:
    """The matches that are no part of a phrase that blocks, as "Indian" is of "Indian Ocean"."""
    found = list(matches)
    blocks = [match for match in found if match.listed.kind == BLOCK]
    return [match for match in found if match.listed.kind != BLOCK and not any(map(match.lost_to, blocks))]


def _stands_alone(text: str, match: _Match, edges: set[int]) -> bool:
    """Whether no capitalised stranger stands beside the name, as in "Israel Katz" and "Lloyd Austin".

    `edges` are the offsets at which names without doubt start and end: they are no strangers.
    """
    before = text[: match.start].rpartition("\n")[2]
    if before.endswith(" ") and before.strip() and match.start - 1 not in edges and not may_precede(before.split()[-1]):
        return False
    if match.listed.kind == "demonym" or match.end + 1 in edges:
        return True
    after = text[match.end :].partition("\n")[0]
    return not after.startswith(" ") or not after.strip() or may_follow(after.split(None, 1)[0])
