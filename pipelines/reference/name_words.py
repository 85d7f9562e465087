"""Small words in and beside names of people and titles. Not here: titles (`titles.py`), common nouns (`nouns.py`)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipelines.reference.csv_table import read_table


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word in lower case and one use of it: `particle`, `kinship`, `suffix`, `ends` or `modifier`."""

    word: str
    use: str


@cache
def _by_use() -> Mapping[str, frozenset[str]]:
    words: defaultdict[str, set[str]] = defaultdict(set)
    for row in read_table("name_words.csv", NameWord):
        words[row.use].add(row.word)
    return {use: frozenset(found) for use, found in words.items()}


def name_words(use: str) -> frozenset[str]:
    """The words of a use. Raises `KeyError` for a use that no word has."""
    return _by_use()[use]


def alternation(use: str) -> str:
    """The words of a use as alternatives of a regular expression, the longest first."""
    return "|".join(sorted(name_words(use), key=lambda word: (-len(word), word)))
