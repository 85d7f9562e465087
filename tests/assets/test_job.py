"""The job as a whole, on articles of our own and an extractor that finds one thing: who is told to have said what."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import dagster as dg
import polars as pl
import pytest

from pipelines.assets import dataset, extraction
from pipelines.assets.folders import Folders
from pipelines.definitions import definitions
from pipelines.progress import lines
from pipelines.records import Article, Extraction, Span, StatementRecord, When
from pipelines.resolution import Resolved, redating, resolve
from schemas import TABLES

Run = Callable[..., dg.ExecuteInProcessResult]


def extract(articles: Sequence[Article], workers: int, progress: Callable[[int], None]) -> Iterator[Extraction]:
    """A statement for each `…, the minister said` of an article."""
    for article in articles:
        found = re.finditer(r"(?P<content>[^.\n]+), the minister (?P<cue>said)", article.text)
        yield Extraction(article.article_id, statements=tuple(map(statement, found)))
        progress(1)


def statement(match: re.Match[str]) -> StatementRecord:
    return StatementRecord(
        speaker=None,
        speaker_role="minister",
        speaker_organization=None,
        speaker_side=None,
        speaker_kind="anonymous",
        mode="indirect",
        parts=(Span(*match.span("content")),),
        cue=Span(*match.span("cue")),
        venue=None,
        said=When(),
        topics=(),
        countries=(),
        confidence=0.5,
    )


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, city in enumerate(("Warsaw", "Oslo", "Manila", "Lima", "Hanoi")):
        text = f"Work on the frigates in {city} goes on as it was planned two years ago, the minister said on Monday.\n"
        (folder / f"a{number}.txt").write_text(text)
    (folder / "broken.json").write_text("{")
    return folder


@pytest.fixture
def run(articles: Path, tmp_path: Path, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(extraction, "extract", extract)

    def execute(**changes: str) -> dg.ExecuteInProcessResult:
        named = {"articles": str(articles), "outputs": str(tmp_path / "outputs"), **changes}
        folders = Folders.model_validate(named)
        job = definitions(folders, lines(lambda _: None)).resolve_job_def("dataset")
        quiet = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
        return job.execute_in_process(instance=instance, raise_on_error=False, run_config=quiet)

    return execute


def shown(result: dg.ExecuteInProcessResult, asset: str) -> dict[str, object]:
    events = result.asset_materializations_for_node(asset)
    return {name: value.value for name, value in events[0].metadata.items()}


def test_a_release_is_made_shown_and_not_made_twice(run: Run, tmp_path: Path) -> None:
    first = run(label="2026.11.22")
    assert first.success
    assert pl.read_parquet(tmp_path / "outputs" / "latest" / "articles.parquet").height == 5
    release = shown(first, "release")
    assert (release["version"], release["new"]) == ("2026.11.22", True)
    assert "# Defence contacts" in str(release["data card"])
    assert shown(first, "extracted_records")["statements"] == 5
    tables = {event.asset_key.to_user_string(): event for event in first.asset_materializations_for_node("tables")}
    assert tables.keys() == TABLES.keys()
    assert tables["statements"].metadata["dagster/row_count"].value == 5
    assert "frigates in Warsaw" in str(tables["statements"].metadata["preview"].value)
    assert "broken.json" not in str(tables["articles"].metadata["preview"].value)
    assert "| ingest |" in str(tables["quarantine"].metadata["reasons"].value)

    second = run()
    assert second.success
    assert shown(second, "release")["new"] is False
    assert [path.name for path in (tmp_path / "outputs").iterdir() if path.is_dir() and not path.is_symlink()] == [
        "2026.11.22"
    ]


def test_false_evidence_fails_its_check_and_keeps_the_release_from_being_made(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def resolve_falsely(articles: Sequence[Article], extractions: Sequence[Extraction]) -> Resolved:
        resolved = resolve(articles, extractions)
        mentions = resolved.tables["mentions"].with_columns(text=pl.lit("said what nobody said"))
        return replace(resolved, tables=resolved.tables | {"mentions": mentions})

    monkeypatch.setattr(redating, "resolve", resolve_falsely)
    result = run()
    assert not result.success
    failed = [check for check in result.get_asset_check_evaluations() if not check.passed]
    assert [(check.asset_key.to_user_string(), check.check_name) for check in failed] == [
        ("mentions", "evidence_verbatim")
    ]
    assert not (tmp_path / "outputs").exists()


def test_rows_of_one_event_become_one_unless_somebody_wants_them_as_articles_tell_them(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    united: list[int] = []

    def unite(tables: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
        united.append(tables["statements"].height)
        return dict(tables)

    monkeypatch.setattr(dataset, "unite", unite)
    assert run(merge="no").success
    assert united == []
    assert run(merge="yes").success
    assert united == [5]


def test_a_warning_is_shown_and_holds_nothing_up(run: Run, articles: Path, tmp_path: Path) -> None:
    for number in range(5):
        (articles / f"broken{number}.json").write_text("{")
    result = run()
    assert result.success
    failed = [check for check in result.get_asset_check_evaluations() if not check.passed]
    assert [(check.check_name, check.severity) for check in failed] == [("few_stopped", dg.AssetCheckSeverity.WARN)]
    assert (tmp_path / "outputs" / "latest" / "README.md").is_file()


def test_a_folder_without_articles_says_what_is_wrong_with_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "broken.json").write_text("{")
    for folder, complaint in (("nowhere", "no folder of articles at"), ("empty", "broken.json")):
        result = run(articles=str(tmp_path / folder))
        assert not result.success
        assert complaint in result.get_step_failure_events()[0].step_failure_data.error_display_string


def test_quality_is_told_where_there_is_gold_and_not_made_up_where_there_is_none(run: Run, tmp_path: Path) -> None:
    gold = tmp_path / "gold.json"
    gold.write_text(json.dumps({"a0.txt": {"published": {}, "meetings": [], "deals": [], "statements": []}}))
    assert "Not measured" in (run().output_for_node("release").path / "README.md").read_text()
    (tmp_path / "articles" / "a3.txt").write_text("The keel of a ship was laid in Oslo on Friday, with no speech made.")
    assert "headline" in (run(gold=str(gold)).output_for_node("release").path / "README.md").read_text()


def test_the_notice_of_the_sample_opens_the_data_card(run: Run, articles: Path) -> None:
    (articles / ".notice").write_text("Not to be cited.")
    card = (run().output_for_node("release").path / "README.md").read_text()
    assert card.startswith("Not to be cited.")
