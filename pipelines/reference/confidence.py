"""How often rows that show so many signals are right. Not here: the signals (`pipelines/resolution/confidence.py`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipelines.reference.csv_table import read_table


@dataclass(frozen=True, slots=True)
class Calibration:
    """Rows of a table that show so many signals: how many were judged, how many were right, and percent to tell."""

    table: str
    signals: int
    rows: int
    right: int
    percent: int


def share_right(table: str, signals: int) -> float:
    """The share, 0 to 1, of right rows among those of a table that show so many signals. Raises KeyError for others."""
    return _percent()[table, signals] / 100


@cache
def _percent() -> Mapping[tuple[str, int], int]:
    return {(row.table, row.signals): row.percent for row in read_table("confidence.csv", Calibration)}
