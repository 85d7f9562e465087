"""What one asset hands to the next, kept on disk until a later run supersedes it. Not here: the release.

Each run has a folder of its own, so that two runs at once never read each other's values. A run that makes only some
of the assets reads the others from the run that made them last.
"""

import contextlib
import pickle
import time
from pathlib import Path
from typing import Any

import dagster as dg

#: A run that has neither ended nor written anything for so long was killed.
SECONDS_UNTIL_DEAD = 86_400


class Intermediates(dg.IOManager):
    """Keeps values as `<storage of the Dagster instance>/intermediates/<run>/<asset>.pickle`."""

    def handle_output(self, context: dg.OutputContext, obj: object) -> None:
        """Store a value of this run, and drop those it supersedes."""
        instance = context.step_context.instance
        path = _path(instance, context.run_id, context.asset_key)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(obj, protocol=pickle.HIGHEST_PROTOCOL))
        for older in path.parent.parent.glob(f"*/{path.name}"):
            if older != path and _is_over(instance, older):
                older.unlink(missing_ok=True)
                with contextlib.suppress(OSError):  # the folder of a run goes with its last value
                    older.parent.rmdir()

    def load_input(self, context: dg.InputContext) -> Any:
        """The value this run made, or else the one made last. Raises `dagster.Failure` where there is none."""
        for run_id in (context.step_context.run_id, _run_that_made(context.instance, context.asset_key)):
            path = _path(context.instance, run_id, context.asset_key)
            if path.is_file():
                return pickle.loads(path.read_bytes())
        name = context.asset_key.to_user_string()
        raise dg.Failure(
            f"There is no stored `{name}` to start from. Materialize it first: choose it and everything downstream of "
            "it in the graph, or run the whole job `dataset`.",
            allow_retries=False,
        )


def _path(instance: dg.DagsterInstance, run_id: str, key: dg.AssetKey) -> Path:
    return Path(instance.storage_directory()) / "intermediates" / run_id / f"{key.to_python_identifier()}.pickle"


def _run_that_made(instance: dg.DagsterInstance, key: dg.AssetKey) -> str:
    event = instance.get_latest_materialization_event(key)
    return event.run_id if event else "none"


def _is_over(instance: dg.DagsterInstance, path: Path) -> bool:
    run = instance.get_run_by_id(path.parent.name)
    return run is None or run.is_finished or time.time() - path.stat().st_mtime > SECONDS_UNTIL_DEAD
