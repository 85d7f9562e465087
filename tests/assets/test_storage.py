"""Values between assets belong to a run, and are there again when a later run needs only some of them."""

from pathlib import Path

import dagster as dg

from pipelines.assets.storage import Intermediates


def graph(number: int) -> list[dg.AssetsDefinition]:
    @dg.asset
    def source() -> int:
        return number

    @dg.asset
    def double(source: int) -> int:
        return 2 * source

    return [source, double]


def materialize(
    assets: list[dg.AssetsDefinition], instance: dg.DagsterInstance, *only: str
) -> dg.ExecuteInProcessResult:
    return dg.materialize(
        assets,
        instance=instance,
        resources={"io_manager": Intermediates()},
        selection=list(only) or None,
        raise_on_error=False,
    )


def stored(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in tmp_path.rglob("*.pickle"))


def test_an_asset_made_alone_reads_what_the_last_run_stored(instance: dg.DagsterInstance) -> None:
    materialize(graph(1), instance)
    materialize(graph(21), instance)
    assert materialize(graph(0), instance, "double").output_for_node("double") == 42


def test_a_run_reads_its_own_values_and_not_those_of_a_run_beside_it(instance: dg.DagsterInstance) -> None:
    @dg.asset
    def source() -> int:
        return 1

    @dg.asset
    def double(source: int) -> int:
        return 2 * source

    @dg.asset(deps=[source])
    def meanwhile() -> int:
        materialize(graph(1000), instance)
        return 0

    @dg.asset(deps=[meanwhile])
    def triple(source: int) -> int:
        return 3 * source

    result = materialize([source, meanwhile, triple, double], instance)
    assert result.output_for_node("triple") == 3


def test_an_asset_without_stored_inputs_says_what_to_do(instance: dg.DagsterInstance) -> None:
    result = materialize(graph(1), instance, "double")
    assert not result.success
    failure = result.get_step_failure_events()[0].step_failure_data
    assert "no stored `source`" in failure.error_display_string
    assert "whole job `dataset`" in failure.error_display_string


def test_values_of_runs_that_are_over_do_not_pile_up(instance: dg.DagsterInstance, tmp_path: Path) -> None:
    for number in range(3):
        materialize(graph(number), instance)
    assert stored(tmp_path) == ["double.pickle", "source.pickle"]
    assert len(list(tmp_path.rglob("intermediates/*"))) == 1
