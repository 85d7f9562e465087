"""What `confidence` says is measured: more signals never make a row less sure, and few rows say little."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.quality.calibration import calibrate
from pipelines.quality.reliability import Judged
from pipelines.reference.confidence import Calibration, share_right
from pipelines.resolution.confidence import SIGNALS, confidence, signals

STATEMENT: dict[str, Any] = {"speaker_side": "KOR", "speaker_role": "Minister", "mode": "direct"}


def judged(*outcomes: tuple[int, bool]) -> list[Judged]:
    """Statements that show so many signals, right or wrong."""
    shown = ({"speaker_side": "KOR"}, {"speaker_role": "Minister"}, {"mode": "direct"})
    rows = []
    for count, right in outcomes:
        row: dict[str, Any] = {"speaker_side": None, "speaker_role": None, "mode": "indirect"}
        for one in shown[:count]:
            row |= one
        rows.append(Judged("statements", row, right))
    return rows


def percents(*outcomes: tuple[int, bool]) -> list[int]:
    return [row.percent for row in calibrate(judged(*outcomes))]


def test_the_share_of_right_rows_is_told_by_number_of_signals() -> None:
    table = list(calibrate(judged(*[(0, False)] * 40, *[(3, True)] * 40)))
    assert table[0] == Calibration("statements", 0, 40, 0, 5)
    assert table[3] == Calibration("statements", 3, 40, 40, 95)


def test_a_class_that_would_be_less_sure_than_one_with_fewer_signals_is_pooled_with_it() -> None:
    lower, upper = [(1, True)] * 30, [(2, False)] * 30
    found = percents((0, False), *lower, *upper, (3, True))
    assert found[1] == found[2] == 50


@given(st.lists(st.tuples(st.integers(0, 3), st.booleans()), min_size=1, max_size=60))
def test_more_signals_never_make_a_row_less_sure(outcomes: list[tuple[int, bool]]) -> None:
    found = percents(*outcomes)
    assert found == sorted(found)
    assert all(0 <= percent <= 100 for percent in found)


@pytest.mark.parametrize("table", SIGNALS)
def test_every_number_of_signals_has_a_share(table: str) -> None:
    shares = [share_right(table, count) for count in range(len(SIGNALS[table]) + 1)]
    assert shares == sorted(shares)
    assert shares[0] < shares[-1]


def test_a_row_that_shows_more_is_surer_and_a_wording_that_is_not_plain_costs() -> None:
    bare = STATEMENT | {"speaker_role": None, "speaker_side": None}
    assert signals("statements", STATEMENT) == 3
    assert confidence("statements", STATEMENT, 0.9) > confidence("statements", bare, 0.9)
    assert confidence("statements", bare | {"speaker_side": "KOR", "mode": "indirect"}, 0.5) == share_right(
        "statements", 0
    )


def test_a_meeting_and_a_deal_show_what_their_child_rows_do() -> None:
    meeting = {"city": None, "country": None, "status": "planned"}
    people = [{"name": "Ahn Gyu-back", "side": "KOR"}, {"name": "Jan Kos", "side": "POL"}]
    assert signals("meetings", meeting | {"participants": people}) == 1
    assert signals("meetings", meeting | {"participants": people[:1]}) == 0
    deal = {"date_precision": "unknown", "value_min": None, "value_max": 5}
    assert signals("deals", deal | {"items": [{"system": None}]}) == 1
    assert signals("deals", deal | {"items": [{"system": "K9 Thunder"}]}) == 2
