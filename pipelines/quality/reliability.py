"""What the number `confidence` means: of the rows that have it, how many are right. Not here: where it comes from.

A row is right where it tells what a gold row tells, optional ones included, of the right parties: a meeting of these
sides, a deal from this supplier to this recipient, a statement by this speaker.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from pipelines.quality.by_article import NOTHING, by_article
from pipelines.quality.gold import Gold, Row
from pipelines.quality.matching import pair, same_speaker
from pipelines.quality.slots import deal_outcomes, meeting_outcomes
from schemas.mentions import EVIDENCED

#: Lower bounds of the bins of a reliability table.
BINS: Final = (0.9, 0.8, 0.7, 0.6, 0.5, 0.0)
_PARTIES: Final = frozenset({"side", "supplier", "recipient"})


@dataclass(frozen=True, slots=True)
class Judged:
    """A row of a release, with its child rows inside, and whether it is right."""

    table: str
    row: Row
    right: bool

    @property
    def confidence(self) -> float:
        """How sure the row says it is."""
        return float(self.row["confidence"])


@dataclass(frozen=True, slots=True)
class Bin:
    """Rows whose confidence is `least` or more, up to the next bin: how many, their mean, the share of right ones."""

    least: float
    rows: int
    mean: float
    right: float


def judge(tables: Mapping[str, pl.DataFrame], gold: Gold) -> Iterator[Judged]:
    """Every row of the articles that gold tells of, once for each of them."""
    found = by_article(tables)
    for name, article in sorted(gold.items()):
        for table in EVIDENCED:
            paired = pair(table, article[table], found.get(name, NOTHING)[table])
            for told, row in paired.pairs:
                yield Judged(table, row, _RIGHT[table](told, row))
            for row in paired.spurious:
                yield Judged(table, row, right=False)


def reliability(judged: list[Judged]) -> list[Bin]:
    """The bins that hold rows, the surest first."""
    bins: dict[float, list[Judged]] = {}
    for row in judged:
        bins.setdefault(next(least for least in BINS if row.confidence >= least), []).append(row)
    return [
        Bin(
            least,
            len(rows),
            sum(row.confidence for row in rows) / len(rows),
            sum(row.right for row in rows) / len(rows),
        )
        for least, rows in sorted(bins.items(), reverse=True)
    ]


_RIGHT: Final[Mapping[str, Callable[[Row, Row], bool]]] = {
    "meetings": lambda told, row: all(one.right for one in meeting_outcomes(told, row) if one.slot in _PARTIES),
    "deals": lambda told, row: all(one.right for one in deal_outcomes(told, row) if one.slot in _PARTIES),
    "statements": same_speaker,
}
