"""How sure a row is: of rows that show as much as it does, the share that was right on articles the rules never saw.

What a row shows is counted in signals, plain yes or no, that right rows show more often than wrong ones. The shares are
measured (`quality/calibration.py`) and stand in `reference/confidence.csv`. Not here: several articles (`events`).
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from pipelines.reference.confidence import share_right

Row = Mapping[str, Any]
Signal = Callable[[Row], bool]

#: An extractor that is surer of a wording than this calls it plain.
PLAIN: Final = 0.6

#: By table, what a row may show. A meeting has its `participants` beside its columns, a deal its `items`.
SIGNALS: Final[Mapping[str, Mapping[str, Signal]]] = {
    "meetings": {
        "somebody named on two sides": lambda row: len(_named_sides(row)) >= 2,
        "a place": lambda row: bool(row["city"] or row["country"]),
        "it was held": lambda row: row["status"] == "held",
    },
    "deals": {
        "a system by name": lambda row: any(item["system"] for item in row["items"]),
        "a date": lambda row: row["date_precision"] != "unknown",
        "a value": lambda row: row["value_min"] is not None or row["value_max"] is not None,
    },
    "statements": {
        "a known side": lambda row: bool(row["speaker_side"]),
        "an office": lambda row: bool(row["speaker_role"]),
        "words in quotation marks": lambda row: row["mode"] != "indirect",
    },
}


def signals(table: str, row: Row) -> int:
    """How many signals a row shows."""
    return sum(shows(row) for shows in SIGNALS[table].values())


def confidence(table: str, row: Row, wording: float) -> float:
    """The share of right rows among those that show as many signals; `wording` is how sure the extractor is of it.

    A wording that is not plain costs a signal.
    """
    return share_right(table, max(0, signals(table, row) - (wording < PLAIN)))


def _named_sides(row: Row) -> set[str | None]:
    return {person["side"] for person in row["participants"] if person["name"]}
