"""The sensor starts a run when the folder has changed, and only then."""

import os
from pathlib import Path

import dagster as dg
import pytest

from pipelines.assets.folders import Folders
from pipelines.assets.watching import digest, new_articles


def tick(folder: Path, cursor: str | None = None) -> dg.SensorResult | dg.SkipReason:
    context = dg.build_sensor_context(cursor=cursor, resources={"folders": Folders(articles=str(folder))})
    found = new_articles(context)
    assert isinstance(found, dg.SensorResult | dg.SkipReason)
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "2026").mkdir()
    (tmp_path / "2026" / "a.txt").write_text("The ministers met.")
    return tmp_path


def test_a_folder_seen_for_the_first_time_starts_a_run(folder: Path) -> None:
    found = tick(folder)
    assert isinstance(found, dg.SensorResult)
    assert len(found.run_requests or []) == 1
    assert found.cursor == digest(folder)


def test_a_folder_that_stayed_the_same_starts_none_and_says_why(folder: Path) -> None:
    found = tick(folder, digest(folder))
    assert isinstance(found, dg.SkipReason)
    assert "Nothing is new" in str(found.skip_message)


def test_a_missing_folder_is_a_reason_and_not_a_crash(tmp_path: Path) -> None:
    found = tick(tmp_path / "nowhere")
    assert isinstance(found, dg.SkipReason)
    assert "no folder" in str(found.skip_message)


@pytest.mark.parametrize("change", ["added", "removed", "grown", "touched", "renamed"])
def test_every_kind_of_change_is_seen(folder: Path, change: str) -> None:
    before, path = digest(folder), folder / "2026" / "a.txt"
    match change:
        case "added":
            (folder / "b.txt").write_text("New.")
        case "removed":
            path.unlink()
        case "grown":
            path.write_text("The ministers met again.")
        case "touched":
            os.utime(path, ns=(1, 1))
        case "renamed":
            path.rename(folder / "a.txt")
    assert isinstance(tick(folder, before), dg.SensorResult)


def test_a_file_name_that_is_not_utf8_does_not_stop_the_sensor(folder: Path) -> None:
    Path(os.fsdecode(bytes(folder / "caf") + b"\xe9.txt")).write_text("x")
    assert isinstance(tick(folder), dg.SensorResult)
