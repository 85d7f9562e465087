"""What Dagster knows of the project is whole, and does nothing that nobody asked for."""

from pathlib import Path

import dagster as dg
import pytest
import yaml  # type: ignore[import-untyped]

from pipelines.definitions import defs
from schemas import TABLES

PROJECT = Path(__file__).parents[1]
STAGES = {
    "clean_articles",
    "dated_articles",
    "extracted_records",
    "redated_articles",
    "article_rows",
    "quality",
    "release",
}


@pytest.fixture(scope="module")
def specs() -> dict[str, dg.AssetSpec]:
    return {spec.key.to_user_string(): spec for spec in defs.resolve_all_asset_specs()}


def test_every_table_and_stage_is_an_asset_that_says_what_it_is(specs: dict[str, dg.AssetSpec]) -> None:
    assert specs.keys() == TABLES.keys() | STAGES
    assert all(spec.description and spec.group_name != "default" for spec in specs.values())


def test_the_columns_of_a_table_are_known_before_it_is_made(specs: dict[str, dg.AssetSpec]) -> None:
    for name, table in TABLES.items():
        shown = specs[name].metadata["dagster/column_schema"]
        assert isinstance(shown, dg.TableSchema)
        assert [column.name for column in shown.columns] == list(table.to_schema().columns)


def test_the_release_waits_for_every_table_and_every_check(specs: dict[str, dg.AssetSpec]) -> None:
    assert {dep.asset_key.to_user_string() for dep in specs["release"].deps} >= TABLES.keys()
    checks = defs.resolve_asset_graph().asset_check_keys
    assert {key.asset_key.to_user_string() for key in checks} == TABLES.keys()
    assert all(defs.resolve_asset_graph().get(key).blocking for key in checks)


def test_the_job_makes_everything() -> None:
    job = defs.resolve_job_def("dataset")
    assert {key.to_user_string() for key in job.asset_layer.executable_asset_keys} == TABLES.keys() | STAGES


def test_nothing_starts_by_itself_until_somebody_turns_it_on() -> None:
    assert defs.resolve_schedule_def("daily").default_status is dg.DefaultScheduleStatus.STOPPED
    assert defs.resolve_sensor_def("new_articles").default_status is dg.DefaultSensorStatus.STOPPED
    assert defs.resolve_schedule_def("daily").job_name == defs.resolve_sensor_def("new_articles").job_name == "dataset"


def test_dagster_finds_the_definitions_and_reports_to_nobody() -> None:
    [location] = yaml.safe_load((PROJECT / "workspace.yaml").read_text())["load_from"]
    assert location["python_module"]["module_name"] == "pipelines.definitions"
    settings = yaml.safe_load((PROJECT / "dagster.yaml").read_text())
    assert settings["telemetry"] == settings["nux"] == {"enabled": False}
