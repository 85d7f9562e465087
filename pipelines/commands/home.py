"""Where Dagster keeps its records of runs. Not here: running anything."""

import os
from pathlib import Path

import dagster as dg
from filelock import FileLock

PROJECT = Path(__file__).resolve().parents[2]


def dagster_home() -> Path:
    """The folder `DAGSTER_HOME` names, or else `.dagster` in the project: ready for use, and set in the environment.

    Settings in a folder of somebody's own are left as they are. Raises `OSError` where the folder cannot be made.
    """
    ours = PROJECT / ".dagster"
    home = Path(os.environ.get("DAGSTER_HOME") or ours).expanduser().absolute()
    home.mkdir(parents=True, exist_ok=True)
    os.environ["DAGSTER_HOME"] = str(home)
    os.environ["DAGSTER_DISABLE_TELEMETRY"] = "yes"
    # Two processes that make Dagster's databases at once leave them broken for good. Once made, many may use them.
    with FileLock(home / ".lock"):
        _put_settings(home / "dagster.yaml", anew=home == ours)
        with dg.DagsterInstance.get() as instance:
            instance.get_run_records(limit=1)
            instance.all_asset_keys()
    return home


def _put_settings(path: Path, anew: bool) -> None:
    settings = (PROJECT / "dagster.yaml").read_bytes()
    if not path.exists() or (anew and path.read_bytes() != settings):
        path.write_bytes(settings)
