"""The commands as a person types them, on three articles of our own, with the real extractor."""

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest

from pipelines.__main__ import main
from pipelines.assets.folders import Folders
from pipelines.commands.home import dagster_home

PROJECT = Path(__file__).parents[1]
ARTICLES = {
    "oslo.txt": "OSLO, March 3, 2025 -- Norway will buy 24 more K9 howitzers from South Korea, Defense Minister "
    'Kari Moen said Monday.\n\n"We need them soon," Moen told reporters after talks with her South Korean counterpart, '
    "Park Ji-hoon, in Oslo.\n",
    "lima.txt": "LIMA, April 8, 2025 -- The defense ministers of Peru and Brazil met in Lima on Tuesday to discuss "
    "joint patrols on the Amazon, the Peruvian ministry said in a statement.\n",
    "empty.txt": "",
}


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str


def say(*arguments: object) -> Said:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([str(argument) for argument in arguments])
    return Said(code, out.getvalue(), err.getvalue())


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with articles, and a home for Dagster."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "articles").mkdir()
    for name, text in ARTICLES.items():
        (folder / "articles" / name).write_text(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DAGSTER_HOME", str(folder / "home" / "of dagster"))
        patch.setenv("COLUMNS", "200")
        yield folder


@pytest.fixture(scope="module")
def made(desk: Path) -> Said:
    """What `dataset` said when it made the first release of the desk."""
    return say("dataset", *folders(desk), "--label", "2026.11.22")


def folders(desk: Path) -> Sequence[object]:
    return "--articles", desk / "articles", "--outputs", desk / "outputs"


def test_a_run_says_where_the_release_lies_what_is_in_it_and_how_long_it_took(made: Said, desk: Path) -> None:
    assert made.code == 0
    assert f"Release 2026.11.22 lies in {desk / 'outputs' / '2026.11.22'}" in made.out
    counts = dict(re.findall(r"^ +(\w+) +(\d+)$", made.out, re.MULTILINE))
    assert next(iter(counts)) == "articles"
    assert counts["articles"] == "2"
    assert int(counts["statements"]) >= 2
    assert re.search(
        r"It took [\d.]+ s: ingest [\d.]+, reading and extraction [\d.]+, resolution [\d.]+, release [\d.]+", made.out
    )


def test_a_run_says_what_is_in_quarantine_and_why(made: Said) -> None:
    assert "In quarantine: 1 × empty (ingest): the file is empty" in made.out


def test_a_run_keeps_what_dagster_logs_to_itself(made: Said) -> None:
    assert made.err == ""
    assert "STEP_START" not in made.out


def test_a_second_run_says_that_nothing_is_new(made: Said, desk: Path) -> None:
    again = say("dataset", *folders(desk))
    assert again.code == 0
    assert again.out.startswith("Nothing is new: release 2026.11.22 ")


def test_a_label_that_is_taken_is_refused_in_one_paragraph(made: Said, desk: Path) -> None:
    (desk / "articles" / "more.txt").write_text("MANILA, May 6, 2025 -- The Philippines got two frigates on Tuesday.\n")
    refused = say("dataset", *folders(desk), "--label", "2026.11.22")
    (desk / "articles" / "more.txt").unlink()
    assert refused.code == 1
    assert refused.err.startswith("No release was made. 2026.11.22 cannot be the next release")
    assert "Traceback" not in refused.err


def test_a_missing_folder_is_named(desk: Path) -> None:
    missing = say("dataset", "--articles", desk / "nowhere", "--outputs", desk / "outputs")
    assert missing.code == 1
    assert missing.err == f"No release was made. There is no folder of articles at {desk / 'nowhere'}.\n"


def test_outputs_that_cannot_be_written_are_named(desk: Path) -> None:
    (desk / "file").write_text("")
    failed = say("dataset", "--articles", desk / "articles", "--outputs", desk / "file" / "outputs")
    assert failed.code == 1
    assert f"{desk / 'file' / 'outputs'} cannot be written to" in failed.err


def test_a_version_that_is_none_is_refused_before_any_work(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["dataset", "--articles", "a", "--outputs", "b", "--label", "v1"])
    assert "'v1' is no version" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["oslo.txt", "id"])
def test_an_article_is_shown_with_its_evidence_marked_and_its_rows(made: Said, desk: Path, name: str) -> None:
    if name == "id":
        name = re.findall(r"art_[0-9a-f]{16}", say("show", *folders(desk), "oslo.txt").out)[0]
    shown = say("show", *folders(desk), name)
    assert shown.code == 0
    mark = re.search(r"⟦(st_\w+) We need them soon,? \1⟧", shown.out)
    assert mark
    assert re.search(rf"^{mark[1]}  statements st_[0-9a-f]{{16}}$", shown.out, re.MULTILINE)
    assert "published 2025-03-03 (day, dateline)" in shown.out


def test_an_article_that_changed_since_the_release_is_not_marked_wrongly(made: Said, desk: Path) -> None:
    path = desk / "articles" / "lima.txt"
    path.write_text(ARTICLES["lima.txt"].replace("Tuesday", "Wednesday"))
    shown = say("show", *folders(desk), "lima.txt")
    path.write_text(ARTICLES["lima.txt"])
    assert shown.code == 1
    assert "no longer holds the text" in shown.err


@pytest.mark.parametrize(("outputs", "complaint"), [("outputs", "has no article"), ("none", "There is no release in")])
def test_show_says_what_it_lacks(made: Said, desk: Path, outputs: str, complaint: str) -> None:
    shown = say("show", "--articles", desk / "articles", "--outputs", desk / outputs, "missing.txt")
    assert shown.code == 1
    assert complaint in shown.err


def test_quality_is_measured_on_the_articles_of_the_gold_alone(desk: Path) -> None:
    gold = desk / "gold.json"
    gold.write_text(json.dumps({"oslo.txt": {"published": {}, "meetings": [], "deals": [], "statements": []}}))
    measured = say("quality", "--articles", desk / "articles", "--gold", gold, "--errors")
    assert measured.code == 0
    assert measured.out.startswith("1 articles")
    assert "SPURIOUS" in measured.out


def test_gold_that_cannot_be_read_is_named(desk: Path) -> None:
    assert "nowhere.json" in say("quality", "--articles", desk / "articles", "--gold", desk / "nowhere.json").err


def test_processes_that_start_at_once_do_not_break_the_home_of_dagster(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from pipelines.commands.home import dagster_home; dagster_home()"]
    environment = {**os.environ, "DAGSTER_HOME": str(tmp_path / "home")}
    started = [subprocess.Popen(command, cwd=PROJECT, env=environment, stderr=subprocess.PIPE) for _ in range(3)]
    faults = [process.communicate()[1].decode() for process in started]
    assert [process.returncode for process in started] == [0, 0, 0], faults


def test_settings_of_somebodys_own_home_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "dagster.yaml").write_text("telemetry: {enabled: false}\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DAGSTER_HOME", str(tmp_path))
        patch.setenv("DAGSTER_DISABLE_TELEMETRY", "yes")
        assert dagster_home() == tmp_path
    assert (tmp_path / "dagster.yaml").read_text() == "telemetry: {enabled: false}\n"


def test_the_ui_is_told_the_folders_wherever_it_is_started_from(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []

    def become(_: str, command: list[str]) -> NoReturn:
        started.append(command)
        raise SystemExit

    monkeypatch.setattr(os, "execv", become)
    for name in ("ARTICLES", "OUTPUTS", "WORKERS", "LABEL", "GOLD"):
        monkeypatch.setenv(f"DATASET_{name}", "")
    for name in ("PYTHONPATH", "PYTHONWARNINGS", "DAGSTER_DISABLE_TELEMETRY"):
        monkeypatch.setenv(name, "")
    monkeypatch.chdir(desk)
    with pytest.raises(SystemExit):
        main(["ui", "--articles", "articles", "--outputs", "~/data", "--port", "3456"])
    folders = Folders.from_environment()
    assert folders.articles_path == desk / "articles"
    assert folders.outputs_path == Path.home() / "data"
    [command] = started
    assert command[command.index("-w") + 1] == str(PROJECT / "workspace.yaml")
    assert command[-2:] == ["-p", "3456"]
