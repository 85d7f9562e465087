"""A release is whole or not there: versions, the latest one, failed audits, killed runs, two runs at once."""

import hashlib
import json
import multiprocessing
import os
import pkgutil
import signal
import subprocess
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from pipelines.release.publish import Publication, ReleaseRejected, VersionTaken, publish
from pipelines.release.store import Store, Version
from pipelines.release.write import read_tables

Tables = Mapping[str, pl.DataFrame]
TODAY = date(2026, 11, 22)


def _publish(sample: Any, outputs: Path, today: date = TODAY, label: str | None = None) -> Publication:
    return publish(sample.tables, sample.texts, outputs, today=today, label=label)


def _assert_whole(release: Path) -> None:
    """Every file of the release is listed, and is what its checksum says."""
    listed = [line.split("  ", 1) for line in (release / "SHA256SUMS").read_text().splitlines()]
    assert {name for _, name in listed} == {path.name for path in release.iterdir()} - {"SHA256SUMS"}
    for digest, name in listed:
        assert hashlib.sha256((release / name).read_bytes()).hexdigest() == digest


def _assert_in_order(outputs: Path, version: str) -> None:
    """All releases are whole, both pointers name the version, and nothing is left lying about."""
    for release in Store(outputs).versions():
        _assert_whole(outputs / str(release))
    assert (outputs / "latest").readlink() == Path(version)
    assert json.loads((outputs / "latest.json").read_text()) == {"version": version}
    assert not list(outputs.glob(".staging*"))


def test_a_release_has_every_file_of_the_contract(sample: Callable[..., Any], tmp_path: Path) -> None:
    publication = _publish(sample(), tmp_path)
    names = {path.name for path in publication.path.iterdir()}
    assert {f"{table}.{suffix}" for table in sample().tables for suffix in ("parquet", "csv")} < names
    beside = {"README.md", "datapackage.json", "CHANGES.md", "changes.parquet", "SHA256SUMS", "LICENSE", "CITATION.cff"}
    assert beside < names
    assert publication.new
    assert publication.version == "2026.11.22"
    _assert_in_order(tmp_path, "2026.11.22")


def test_nothing_new_makes_no_release_even_on_another_day(sample: Callable[..., Any], tmp_path: Path) -> None:
    first = _publish(sample(), tmp_path)
    again = _publish(sample(), tmp_path, TODAY + timedelta(days=3))
    assert not again.new
    assert (again.version, again.path, again.counts) == (first.version, first.path, first.counts)
    assert [str(version) for version in Store(tmp_path).versions()] == [first.version]


def test_more_releases_on_one_day_are_numbered(sample: Callable[..., Any], tmp_path: Path) -> None:
    versions = [_publish(sample(count), tmp_path).version for count in (1, 2, 3)]
    assert versions == ["2026.11.22", "2026.11.22.1", "2026.11.22.2"]
    _assert_in_order(tmp_path, "2026.11.22.2")


def test_a_tenth_release_of_a_day_is_newer_than_the_second() -> None:
    assert Version.parse("2026.11.22.10") > Version.parse("2026.11.22.2") > Version.parse("2026.11.22")


def test_a_clock_set_back_does_not_make_a_release_older_than_the_latest(
    sample: Callable[..., Any], tmp_path: Path
) -> None:
    _publish(sample(1), tmp_path)
    assert _publish(sample(2), tmp_path, date(2020, 1, 1)).version == "2026.11.22.1"


@pytest.mark.parametrize("label", ["yesterday", "2026.13.40", "2026.11.22.0", "../escape", "2026-11-22"])
def test_a_label_that_is_no_version_is_refused(sample: Callable[..., Any], tmp_path: Path, label: str) -> None:
    with pytest.raises(ValueError, match="is no version"):
        _publish(sample(), tmp_path, label=label)


def test_a_published_version_is_never_written_again(sample: Callable[..., Any], tmp_path: Path) -> None:
    _publish(sample(1), tmp_path, label="2026.11.22")
    with pytest.raises(VersionTaken, match=r"2026\.11\.22"):
        _publish(sample(2), tmp_path, label="2026.11.22")
    assert not _publish(sample(1), tmp_path, label="2026.11.22").new
    _assert_in_order(tmp_path, "2026.11.22")


def test_a_published_file_is_closed_to_writing_and_can_be_removed(sample: Callable[..., Any], tmp_path: Path) -> None:
    release = _publish(sample(), tmp_path).path
    assert all(path.stat().st_mode & 0o777 == 0o444 for path in release.iterdir())
    subprocess.run(["rm", "-r", "-f", str(release)], check=True)
    assert not release.exists()


def test_same_articles_and_label_give_the_same_bytes(sample: Callable[..., Any], tmp_path: Path) -> None:
    one = _publish(sample(5), tmp_path / "one", TODAY, label="2026.11.22").path
    two = _publish(sample(5), tmp_path / "two", TODAY + timedelta(days=9), label="2026.11.22").path
    files = sorted(path.name for path in one.iterdir())
    assert files == sorted(path.name for path in two.iterdir())
    assert [name for name in files if (one / name).read_bytes() != (two / name).read_bytes()] == []


def test_a_failed_audit_leaves_the_latest_release_and_nothing_else(sample: Callable[..., Any], tmp_path: Path) -> None:
    _publish(sample(1), tmp_path)
    good = sample(2)
    wrong = good.tables["mentions"].with_columns(text=pl.lit("made up"))
    with pytest.raises(ReleaseRejected, match="mentions: verbatim") as caught:
        publish({**good.tables, "mentions": wrong}, good.texts, tmp_path, today=TODAY)
    assert [finding.rule for finding in caught.value.findings] == ["verbatim"]
    assert Store(tmp_path).versions() == [Version(TODAY)]
    _assert_in_order(tmp_path, "2026.11.22")


def test_a_file_that_the_disk_spoiled_is_noticed_before_it_is_published(
    sample: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoiled(folder: Path) -> dict[str, pl.DataFrame]:
        tables = read_tables(folder)
        return tables | {"deals": tables["deals"].with_columns(confidence=pl.lit(0.5))}

    monkeypatch.setattr("pipelines.release.write.read_tables", spoiled)
    with pytest.raises(ReleaseRejected, match="read_back"):
        _publish(sample(), tmp_path)


def test_a_release_made_by_an_older_version_of_the_tables_can_be_followed(
    sample: Callable[..., Any], tmp_path: Path
) -> None:
    older = _publish(sample(), tmp_path).path
    (older / "deal_items.parquet").unlink()
    pl.read_parquet(older / "deals.parquet").drop("flags").write_parquet(older / "fresh")
    (older / "fresh").replace(older / "deals.parquet")
    publication = _publish(sample(), tmp_path)
    assert publication.version == "2026.11.22.1"
    changed = pl.read_parquet(publication.path / "changes.parquet")
    assert set(changed.select("table", "change", "field").iter_rows()) == {
        ("deal_items", "added", None),
        ("deals", "changed", "flags"),
        ("deals", "changed", "last_changed_version"),
    }


#: Processes of their own, quick to start: their server has read the libraries already, and started no thread.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["pipelines.release.publish"])


def _publish_and_die(tables: Tables, texts: Mapping[str, str], outputs: Path, step: str, when: str) -> None:
    """Publish, and die as of `kill -9` just before, or just after, a step (`store.Store.promote`)."""
    owner_name, _, name = step.rpartition(".")
    owner = pkgutil.resolve_name(f"pipelines.release.{owner_name}")
    real = getattr(owner, name)

    def dying(*arguments: Any, **named: Any) -> None:
        if when == "after":
            real(*arguments, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(owner, name, dying)
    publish(tables, texts, outputs, today=TODAY)


def _run_killed(sample: Any, outputs: Path, step: str, when: str) -> None:
    run = PROCESSES.Process(target=_publish_and_die, args=(sample.tables, sample.texts, outputs, step, when))
    run.start()
    run.join(timeout=60)
    assert run.exitcode == -signal.SIGKILL


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize(
    "step",
    [
        "write.write_csv",
        "write.write_tables",
        "publish.audit",
        "publish.write_documents",
        "store.Store.promote",
        "store.Store._replace_link",
        "store.Store._replace_record",
    ],
)
def test_a_run_killed_at_any_step_harms_no_release_and_the_next_run_completes(
    sample: Callable[..., Any], tmp_path: Path, step: str, when: str
) -> None:
    _publish(sample(1), tmp_path)
    _run_killed(sample(2), tmp_path, step, when)

    for version in Store(tmp_path).versions():
        _assert_whole(tmp_path / str(version))
    _assert_whole(tmp_path / "latest")
    _assert_whole(tmp_path / json.loads((tmp_path / "latest.json").read_text())["version"])

    finished = _publish(sample(2), tmp_path)
    assert finished.version == "2026.11.22.1"
    assert read_tables(tmp_path / "latest")["articles"].height == 2
    _assert_in_order(tmp_path, "2026.11.22.1")


def test_a_first_run_killed_leaves_a_folder_that_the_next_run_can_use(
    sample: Callable[..., Any], tmp_path: Path
) -> None:
    _run_killed(sample(), tmp_path, "store.Store._replace_link", "before")
    assert not (tmp_path / "latest").exists()
    assert not _publish(sample(), tmp_path).new  # the release was whole; only the pointers were missing
    _assert_in_order(tmp_path, "2026.11.22")


def _publish_elsewhere(tables: Tables, texts: Mapping[str, str], outputs: Path, start: Any) -> None:
    start.wait(timeout=60)
    publish(tables, texts, outputs, today=TODAY)


def test_two_runs_at_once_do_not_harm_each_other(sample: Callable[..., Any], tmp_path: Path) -> None:
    start = PROCESSES.Barrier(2)
    runs = [
        PROCESSES.Process(target=_publish_elsewhere, args=(made.tables, made.texts, tmp_path, start))
        for made in (sample(3), sample(4))
    ]
    for run in runs:
        run.start()
    for run in runs:
        run.join(timeout=60)
    assert [run.exitcode for run in runs] == [0, 0]
    heights = [read_tables(tmp_path / str(version))["articles"].height for version in Store(tmp_path).versions()]
    assert sorted(heights) == [3, 4]
    _assert_in_order(tmp_path, "2026.11.22.1")
