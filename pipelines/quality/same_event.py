"""Whether rows of different articles that tell one event are one row. Not here: whether rows are right (`score.py`).

Gold rows that tell one event bear the same `same_as`. What counts are pairs of gold rows of different articles, both of
which were found: it is right to have one row for both where they tell one event, and only there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import polars as pl

from pipelines.quality.by_article import NOTHING, by_article
from pipelines.quality.gold import Gold, is_optional
from pipelines.quality.matching import pair
from pipelines.quality.scores import Scores
from schemas import TABLES

#: Tables whose rows are events that several articles tell of.
MERGED: Final = ("meetings", "deals")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A gold row and the row of the release it pairs with."""

    table: str
    article: str
    same_as: str | None
    record_id: str

    def tells_what(self, other: "_Placed") -> bool:
        return self.same_as is not None and self.same_as == other.same_as


def same_event(tables: Mapping[str, pl.DataFrame], gold: Gold) -> Scores:
    """Pairs put together rightly, put together that should not be, and left apart that should not be."""
    found = by_article(tables)
    placed = [
        _Placed(table, name, told.get("same_as"), row[TABLES[table].primary_key()[0]])
        for name, article in sorted(gold.items())
        for table in MERGED
        for told, row in pair(table, article[table], found.get(name, NOTHING)[table]).pairs
        if not is_optional(told)
    ]
    right = spurious = missing = 0
    for one, other in combinations(placed, 2):
        if one.table == other.table and one.article != other.article:
            same, together = one.tells_what(other), one.record_id == other.record_id
            right += same and together
            spurious += together and not same
            missing += same and not together
    return Scores(right, spurious, missing)
