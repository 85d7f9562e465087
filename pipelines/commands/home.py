"""Where Dagster keeps its records of runs. Not here: running anything."""

import os
import shutil
from pathlib import Path

import dagster as dg
from filelock import FileLock

PROJECT = Path(__file__).resolve().parents[2]


def dagster_home() -> Path:
    """The folder `DAGSTER_HOME` names, or else `.dagster` in the project: ready for use, and set in the environment.

    Raises `OSError` where it cannot be made.
    """
    home = Path(os.environ.get("DAGSTER_HOME") or PROJECT / ".dagster").expanduser().absolute()
    home.mkdir(parents=True, exist_ok=True)
    os.environ["DAGSTER_HOME"] = str(home)
    os.environ["DAGSTER_DISABLE_TELEMETRY"] = "yes"
    # Two processes that make Dagster's databases at once leave them broken for good. Once made, many may use them.
    with FileLock(home / ".lock"):
        if not (home / "dagster.yaml").exists():
            shutil.copyfile(PROJECT / "dagster.yaml", home / "dagster.yaml")
        with dg.DagsterInstance.get() as instance:
            instance.get_run_records(limit=1)
            instance.all_asset_keys()
    return home
