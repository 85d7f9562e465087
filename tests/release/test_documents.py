"""What stands beside the tables: true to them, and readable by the tools it is written for."""

import csv
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import frictionless
import polars as pl
import pytest

from pipelines.release import changes
from pipelines.release.documents import LICENSE
from pipelines.release.publish import publish
from schemas import TABLES, derive

NOTICE = "Made from invented articles: not to be cited."
TODAY = date(2026, 11, 22)


@pytest.fixture
def release(sample: Callable[..., Any], tmp_path: Path) -> Path:
    made = sample(3)
    return publish(
        made.tables, made.texts, tmp_path / "outputs", today=TODAY, notice=NOTICE, quality="headline 0.5"
    ).path


def test_frictionless_finds_no_fault_with_the_data_package(release: Path) -> None:
    report = frictionless.Package(str(release / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "fieldName", "message"])
    assert {task.name for task in report.tasks} == set(TABLES)


@pytest.mark.parametrize(
    ("table", "column", "value", "error"),
    [
        ("deals", "status", "rumoured", "constraint-error"),
        ("deals", "value_min", "a lot", "type-error"),
        ("deal_items", "deal_id", "dl_ffffffffffffffff", "foreign-key"),
        ("meetings", "meeting_id", "", "primary-key"),
    ],
)
def test_frictionless_would_notice_a_fault(
    release: Path, tmp_path: Path, table: str, column: str, value: str, error: str
) -> None:
    for path in release.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with (release / f"{table}.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    rows[0][column] = value
    with (tmp_path / f"{table}.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert error in {kind for (kind,) in report.flatten(["type"])}


def test_a_release_of_the_sample_says_first_that_it_is_not_to_be_cited(release: Path) -> None:
    assert (release / "README.md").read_text("utf-8").splitlines()[0] == NOTICE
    assert NOTICE in (release / "CITATION.cff").read_text("utf-8")
    assert json.loads((release / "datapackage.json").read_text("utf-8"))["description"].startswith(NOTICE)


def test_a_release_of_other_articles_does_not_say_so(sample: Callable[..., Any], tmp_path: Path) -> None:
    made = sample()
    path = publish(made.tables, made.texts, tmp_path, today=TODAY).path
    assert (path / "README.md").read_text("utf-8").startswith("# ")
    assert "not to be cited" not in (path / "CITATION.cff").read_text("utf-8")


def test_the_data_card_tells_every_column_and_count(release: Path, sample: Callable[..., Any]) -> None:
    card = (release / "README.md").read_text("utf-8")
    for name, table in TABLES.items():
        assert f"| `{name}` | {sample(3).tables[name].height} |" in card
        for column in derive.columns(table):
            assert f"| `{column.name}` | {column.type_name} |" in card
            assert column.description.replace("|", r"\|") in card
    assert "headline 0.5" in card
    assert "$" not in card.replace("$17", "")  # no place of the template was left unfilled
    for tool in ("polars", "duckdb", "pandas", "arrow::read_parquet"):
        assert tool in card.lower()


def test_the_licence_is_the_one_of_the_project(release: Path) -> None:
    assert (release / "LICENSE").read_bytes() == LICENSE.read_bytes()
    assert LICENSE.read_text("utf-8").startswith("Attribution 4.0 International")


@pytest.mark.parametrize(("old", "new"), [((0, "signed"), (3, "signed")), ((4, "signed"), (2, "completed"))])
def test_the_old_release_and_the_changes_give_the_new_one(
    sample: Callable[..., Any], old: tuple[int, str], new: tuple[int, str]
) -> None:
    before, after = sample(*old).tables, sample(*new).tables
    made = changes.apply(before, changes.compare(before, after))
    for name in set(TABLES) - {"quarantine"}:
        assert made[name].equals(after[name].sort(TABLES[name].primary_key())), name


def test_no_change_is_told_where_nothing_changed(sample: Callable[..., Any]) -> None:
    assert changes.compare(sample().tables, sample().tables).is_empty()


def test_a_changed_status_is_told_with_the_old_and_the_new_one(sample: Callable[..., Any], tmp_path: Path) -> None:
    for status in ("negotiation", "signed"):
        made = sample(2, status)
        path = publish(made.tables, made.texts, tmp_path, today=TODAY).path
    page = (path / "CHANGES.md").read_text("utf-8")
    assert "Against 2026.11.22." in page
    assert "| `deals` | 0 | 2 | 0 |" in page
    assert 'status: "negotiation" → "signed"' in page


def test_a_first_release_is_all_added(release: Path, sample: Callable[..., Any]) -> None:
    changed = pl.read_parquet(release / "changes.parquet")
    assert set(changed["change"]) == {"added"}
    assert changed.height == sum(frame.height for name, frame in sample(3).tables.items() if name != "quarantine")
    assert "The first release" in (release / "CHANGES.md").read_text("utf-8")
