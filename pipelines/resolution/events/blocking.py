"""Which rows are compared at all: those that share a key, and within a key those that are neighbours when sorted.

Both together keep the number of pairs in proportion to the number of rows: a key brings together what may be one
event, and a row is compared with so many neighbours however many rows share it. Not here: comparing.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final, TypeVar

from pipelines.resolution.events.comparisons import ZONES
from pipelines.resolution.events.profiles import DealProfile, Interval, MeetingProfile, Profile, StatementProfile

P = TypeVar("P", bound=Profile)

#: A row is compared with so many of those that follow it in a block.
NEIGHBOURS: Final = 12
#: A forum of more sides than this has keys for these only.
MOST_SIDES: Final = 6
#: A statement has keys for so many of its words, those of the smallest hashes: texts that share most words share one.
HASHES: Final = 6


def pairs(rows: Sequence[P], keys: Callable[[P], Iterable[str]], order: Callable[[P], str]) -> Iterator[tuple[P, P]]:
    """Pairs of rows to compare; a pair that shares several keys may come several times.

    Rows of a block are sorted by `order`, then by id, so that the order in which they are given plays no part.
    """
    blocks: defaultdict[str, list[P]] = defaultdict(list)
    for row in rows:
        for key in set(keys(row)):
            blocks[key].append(row)
    for key in sorted(blocks):
        block = sorted(blocks[key], key=lambda row: (order(row), row.told.record_id))
        for place, row in enumerate(block):
            for other in block[place + 1 : place + 1 + NEIGHBOURS]:
                yield row, other


def meeting_keys(meeting: MeetingProfile) -> Iterator[str]:
    """Two sides with the month; two sides with a person who took part."""
    for two in combinations(sorted(meeting.sides)[:MOST_SIDES], 2):
        between = "-".join(two)
        for month in _months(meeting.when):
            yield f"{between} {month}"
        for person in meeting.people:
            yield f"{between} {person}"


def meeting_order(meeting: MeetingProfile) -> str:
    """Neighbours are of one day, and among them of the same people."""
    return f"{meeting.when.first} {' '.join(sorted(meeting.people))}"


def deal_keys(deal: DealProfile) -> Iterator[str]:
    """A recipient, or where none is told a supplier, with a system, or where none is named a kind of equipment."""
    for party in deal.recipients or deal.suppliers:
        for goods in deal.systems | deal.categories or {deal.kind}:
            yield f"{party} {goods}"
    if not deal.categories:
        yield f"{' '.join(sorted(deal.suppliers))} {' '.join(sorted(deal.recipients))}"


def deal_order(deal: DealProfile) -> str:
    """Neighbours are deals of one supplier with one day."""
    return f"{' '.join(sorted(deal.suppliers))} {deal.when.first}"


def statement_keys(statement: StatementProfile) -> Iterator[str]:
    """A speaker with some of the words, chosen alike in every statement."""
    if statement.speaker:
        for word in sorted(statement.words, key=_hash)[:HASHES]:
            yield f"{statement.speaker} {word}"


def statement_order(statement: StatementProfile) -> str:
    """Neighbours were said on one day."""
    return f"{statement.when.first} {' '.join(sorted(statement.words))}"


def _months(when: Interval) -> Iterator[str]:
    """The month of the day, where it is close enough; a day next to another month has that one too."""
    if when.is_close:
        yield from {f"{when.first - ZONES:%Y-%m}", f"{when.last + ZONES:%Y-%m}"}


def _hash(word: str) -> bytes:
    return hashlib.blake2b(word.encode(), digest_size=8).digest()
