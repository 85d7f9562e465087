"""The number of comparisons grows with the number of rows, and what may be one event is compared."""

from collections.abc import Mapping
from typing import Any

import polars as pl
import pytest

from pipelines.commands.synthetic import rows_of_articles
from pipelines.resolution import unite
from pipelines.resolution.events.blocking import pairs
from pipelines.resolution.events.uniting import KINDS, Kind
from pipelines.resolution.people import with_people
from schemas.mentions import EVIDENCED


@pytest.fixture(scope="module")
def few() -> Mapping[str, pl.DataFrame]:
    return with_people(rows_of_articles(400))


@pytest.fixture(scope="module")
def many() -> Mapping[str, pl.DataFrame]:
    return with_people(rows_of_articles(4000))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
def test_ten_times_the_rows_are_at_most_twenty_five_times_the_comparisons(
    kind: Kind[Any], few: Mapping[str, pl.DataFrame], many: Mapping[str, pl.DataFrame]
) -> None:
    """All pairs would be a hundred times as many; blocks fill until a row has all the neighbours it may have."""
    counts = [sum(1 for _ in pairs(list(kind.profiles(tables)), kind.keys, kind.order)) for tables in (few, many)]
    assert counts[1] < 25 * counts[0]


def test_made_up_events_are_put_together(many: Mapping[str, pl.DataFrame]) -> None:
    united = unite(many)
    events = sum(united[name].height for name in EVIDENCED)
    assert 4000 * 0.98 < events < 4000 * 1.05
