"""Whether events were put together is counted over pairs; what a confidence means over rows."""

from typing import Any

import polars as pl
import pytest

from pipelines.quality.reliability import Judged, judge, reliability
from pipelines.quality.same_event import same_event
from pipelines.quality.scores import Scores
from pipelines.resolution import unite
from tests.newsroom import MEETING, News, rows_of

TOLD: dict[str, Any] = {
    "kind": "talks",
    "level": "minister",
    "status": "held",
    "start": "2024-05-02",
    "country": "POL",
    "city": "Warsaw",
    "sides": ["KOR", "POL"],
    "participants": [{"name": "Ahn Gyu-back", "side": "KOR"}, {"name": "Jan Kos", "side": "POL"}],
}


def gold(*same_as: str | None) -> dict[str, dict[str, Any]]:
    return {
        f"{number}.txt": {"meetings": [TOLD | {"same_as": label}], "deals": [], "statements": []}
        for number, label in enumerate(same_as)
    }


@pytest.fixture
def tables() -> dict[str, pl.DataFrame]:
    return rows_of([News(number, (MEETING,)) for number in range(3)])


def test_pairs_of_one_event_in_one_row_are_right(tables: dict[str, pl.DataFrame]) -> None:
    assert same_event(unite(tables), gold("E1", "E1", "E1")) == Scores(right=3)
    assert same_event(tables, gold("E1", "E1", "E1")) == Scores(missing=3)
    assert same_event(unite(tables), gold("E1", "E1", None)) == Scores(right=1, spurious=2)


def test_a_row_is_right_only_with_the_right_parties(tables: dict[str, pl.DataFrame]) -> None:
    facts = gold(None, None, None)
    facts["1.txt"]["meetings"] = [TOLD | {"sides": ["KOR", "POL", "USA"]}]
    facts["2.txt"]["meetings"] = []
    assert [row.right for row in judge(tables, facts)] == [True, False, False]


def test_rows_are_binned_by_confidence() -> None:
    rows = [Judged("deals", {"confidence": sure}, right) for sure, right in ((0.95, True), (0.9, False), (0.3, False))]
    [first, last] = reliability(rows)
    assert (first.least, first.rows, first.right) == (0.9, 2, 0.5)
    assert first.mean == pytest.approx(0.925)
    assert (last.least, last.rows, last.right) == (0.0, 1, 0.0)
