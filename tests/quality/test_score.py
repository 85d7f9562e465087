"""The score of a release is the one that was worked out for it by an independent scorer, figure by figure.

`example.json` holds what people read in four invented articles, a release with typical faults, and the figures.
"""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from pipelines.quality import measure, read_gold, render, render_errors
from pipelines.quality.score import Report, score
from pipelines.quality.scores import Scores
from schemas import TABLES, Table, derive

EXAMPLE: dict[str, Any] = json.loads((Path(__file__).parent / "example.json").read_text("utf-8"))
PARSERS: dict[type[pl.DataType], Callable[[str], Any]] = {pl.Date: date.fromisoformat, pl.Decimal: Decimal}


def _tables(rows: dict[str, list[dict[str, Any]]]) -> dict[str, pl.DataFrame]:
    return {
        name: derive.frame(table, [_row(table, row) for row in rows.get(name, [])]) for name, table in TABLES.items()
    }


def _row(table: type[Table], values: dict[str, Any]) -> dict[str, Any]:
    """A row of the table: values that JSON has no type for are parsed, and those not given are null."""
    row: dict[str, Any] = {}
    for column, dtype in derive.polars_schema(table).items():
        parse = PARSERS.get(dtype.base_type())
        value = values.get(column)
        row[column] = parse(value) if parse and value else value
    return row | ({"confidence": 0.5} if "confidence" in row else {})


@pytest.fixture(scope="module")
def report() -> Report:
    return score(_tables(EXAMPLE["tables"]), EXAMPLE["gold"])


def _figures(scores: Scores) -> dict[str, float]:
    return {"precision": scores.precision, "recall": scores.recall, "f1": scores.f1}


@pytest.mark.parametrize("table", ["meetings", "deals", "statements"])
def test_a_table_gets_the_figures_that_another_scorer_gives_it(report: Report, table: str) -> None:
    expected = EXAMPLE["expected"][table]
    scored = report.tables[table]
    assert _figures(scored.total) == {name: expected[name] for name in ("precision", "recall", "f1")}
    assert _figures(scored.rows) == expected["rows"]
    assert scored.rows.right + scored.rows.missing == expected["gold_rows"]


def test_dates_irrelevant_rows_and_headline_are_those_of_the_other_scorer(report: Report) -> None:
    expected = EXAMPLE["expected"]
    assert report.dates.inside / report.dates.articles == expected["dates"]["inside"]
    assert report.dates.exact / report.dates.articles == expected["dates"]["exact"]
    assert {"rows": report.irrelevant_rows, "articles": report.irrelevant_articles} == expected["irrelevant"]
    assert report.headline == expected["headline"]
    assert report.articles == expected["articles"]


@pytest.mark.parametrize(
    ("table", "slot", "scores"),
    [
        ("meetings", "city", Scores(1, 1, 0)),  # Krakow is accepted for Warsaw, Oslo is told nowhere
        ("meetings", "status", Scores(1, 2, 2)),  # planned for held; one spurious row, one missed
        ("meetings", "participant", Scores(2, 2, 2)),  # Kos is of the wrong side; Petit of a spurious row
        ("deals", "value_min", Scores(1, 1, 0)),  # within a hundredth; and one of a spurious row
        ("deals", "designation", Scores(1, 0, 1)),
        ("statements", "attributed", Scores(3, 3, 1)),  # the price is a source's, not Kos's
    ],
)
def test_a_slot_counts_what_a_person_would_count(report: Report, table: str, slot: str, scores: Scores) -> None:
    assert report.tables[table].slots[slot] == scores


def test_an_optional_row_is_neither_asked_for_nor_held_against_a_release(report: Report) -> None:
    gold = {
        name: {**told, "meetings": [row for row in told["meetings"] if not row.get("optional")]}
        for name, told in EXAMPLE["gold"].items()
    }
    without = score(_tables(EXAMPLE["tables"]), gold)
    assert report.tables["meetings"].rows.spurious == without.tables["meetings"].rows.spurious - 1
    assert report.tables["meetings"].rows.missing == without.tables["meetings"].rows.missing


def test_an_empty_release_scores_nothing() -> None:
    empty = score(_tables({}), EXAMPLE["gold"])
    assert empty.headline == 0.0
    assert empty.tables["deals"].total.precision == 0.0
    assert all(line.startswith("not in the release") for line in (lines[0] for lines in empty.errors.values()))


def test_the_report_tells_every_table_and_slot_and_the_headline(report: Report) -> None:
    tables = _tables(EXAMPLE["tables"])
    page = render(measure(tables, tables, EXAMPLE["gold"]))
    for table in report.tables.values():
        assert all(f"\n{slot} " in page for slot in table.slots)
    assert f"headline {report.headline:.3f}" in page
    assert "rows from 1 irrelevant articles: 1" in page


def test_the_errors_are_told_article_by_article(report: Report) -> None:
    page = render_errors(report)
    assert "== lost.txt\n   not in the release" in page
    assert "ATTRIBUTED to 'Jan Kos', gold None" in page
    assert "meetings SPURIOUS" in page
    assert "status: gold='held' found='planned'" in page


def test_gold_of_several_files_is_one(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.json").write_text(json.dumps({f"{name}.txt": {"meetings": []}}), encoding="utf-8")
    assert set(read_gold([tmp_path / "a.json", tmp_path / "b.json"])) == {"a.txt", "b.txt"}
