"""Which capitalised words may stand beside an ambiguous name without being part of a person's or a firm's name."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from pipelines.reference.csv_table import read_table

_MARKS: Final = "\"'“”‘’()[],;:!?…—–"


@dataclass(frozen=True, slots=True)
class BesideName:
    """A word that is no name, and the `side` of a name that it may stand on: `before` or `after`."""

    word: str
    side: str


@cache
def _words(side: str) -> frozenset[str]:
    return frozenset(row.word for row in read_table("beside_names.csv", BesideName) if row.side == side)


def may_precede(word: str) -> bool:
    """Whether a name may stand alone after this word (with its punctuation)."""
    return word[-1] in _MARKS or word[-1] == "." or _is_plain(word, "before")


def may_follow(word: str) -> bool:
    """Whether a name may stand alone before this word (with its punctuation)."""
    return word[0] in _MARKS or _is_plain(word.removesuffix("’s").removesuffix("'s"), "after")


def _is_plain(word: str, side: str) -> bool:
    bare = word.strip(_MARKS)
    return not bare[:1].isupper() or bare in _words(side) or bare.rstrip(".") in _words(side)
