"""Near-identical copies of one article, as several sites print it: one is kept.

Not here: two articles on one event, which are two (`pipelines/resolution`).
"""

import pickle
import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from os import SEEK_END
from tempfile import TemporaryFile
from typing import IO

from datasketch import MinHash, MinHashLSH

from pipelines.ingest.page import refused
from pipelines.records import Article, Rejected

LIKENESS = 0.8
"""The share of word sequences in common from which two articles are copies: light editing, a cut last paragraph."""
SHINGLE_WORDS = 5
"""Words in a sequence: so long that articles on one event do not share many, press formulas aside."""
PERMUTATIONS = 64
CANDIDATE_LIKENESS = 0.65
"""The hashes only estimate: whatever they put above this is compared in full."""

_WORD = re.compile(r"\w+")
_UNHASHED = MinHash(num_perm=PERMUTATIONS)


def distinct(found: Iterable[Article | Rejected]) -> Iterator[Article | Rejected]:
    """What was found, in its order, with all copies of an article but one as `Rejected`.

    Kept is the copy that tells most about itself (title, address, publisher, date), of equals the first. Everything
    waits on disk until the last article has been seen; in memory stay hashes.
    """
    with TemporaryFile() as file:
        waiting = _Waiting(file)
        copies = _Copies(waiting)
        for item in found:
            number = waiting.add(item)
            if isinstance(item, Article):
                copies.add(number, item)
        kept_for = copies.resolved()
        for number in range(len(waiting)):
            item = waiting[number]
            if number in kept_for:
                kept = waiting[kept_for[number]].source
                yield refused(item.source, "duplicate", f"a near-identical copy of {kept}, which is kept")
            else:
                yield item


class _Waiting:
    """What was found, on disk, by number."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._offsets: list[int] = []

    def __len__(self) -> int:
        return len(self._offsets)

    def __getitem__(self, number: int) -> Article | Rejected:
        self._file.seek(self._offsets[number])
        item: Article | Rejected = pickle.load(self._file)  # our own records, written a moment ago
        return item

    def add(self, item: Article | Rejected) -> int:
        """Puts it away and gives its number."""
        self._offsets.append(self._file.seek(0, SEEK_END))
        pickle.dump(item, self._file, protocol=pickle.HIGHEST_PROTOCOL)
        return len(self._offsets) - 1


class _Copies:
    """Which articles are copies of which. The first of several leads; later ones are compared with leaders only."""

    def __init__(self, waiting: _Waiting) -> None:
        self._waiting = waiting
        self._leaders = MinHashLSH(threshold=CANDIDATE_LIKENESS, num_perm=PERMUTATIONS, hashfunc=_short)
        self._followers: dict[int, list[int]] = {}

    def add(self, number: int, article: Article) -> None:
        """Finds the article's leader, or makes it one."""
        shingles = shingles_of(article.text)
        hashes = _UNHASHED.copy()
        hashes.update_batch([shingle.encode() for shingle in shingles])
        for leader in sorted(self._leaders.query(hashes)):
            other = self._waiting[leader]
            if isinstance(other, Article) and likeness(shingles, shingles_of(other.text)) >= LIKENESS:
                self._followers.setdefault(leader, []).append(number)
                return
        self._leaders.insert(number, hashes)

    def resolved(self) -> dict[int, int]:
        """The number of each article that is not kept, and of the one that is kept in its stead."""
        kept_for: dict[int, int] = {}
        for leader, followers in self._followers.items():
            alike = [leader, *followers]
            kept = max(alike, key=lambda number: (_metadata(self._waiting[number]), -number))
            kept_for.update({number: kept for number in alike if number != kept})
        return kept_for


def shingles_of(text: str) -> frozenset[str]:
    """The sequences of words of a text; of a text shorter than one, all its words."""
    words = [word.casefold() for word in _WORD.findall(text)]
    starts = range(max(1, len(words) - SHINGLE_WORDS + 1))
    return frozenset(" ".join(words[start : start + SHINGLE_WORDS]) for start in starts)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of sequences that two texts have in common, 0 to 1 (Jaccard)."""
    return len(one & other) / len(one | other)


def _metadata(item: Article | Rejected) -> int:
    if not isinstance(item, Article):
        return 0
    return sum(told is not None for told in (item.title, item.url, item.publisher)) + bool(item.clues)


def _short(band: bytes) -> bytes:
    return blake2b(band, digest_size=8).digest()
