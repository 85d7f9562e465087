"""What starts the job by itself, both off until somebody turns them on in the UI. Not here: what the job does."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import dagster as dg

from pipelines.assets.folders import Folders

JOB = "dataset"

daily = dg.ScheduleDefinition(
    name="daily",
    job_name=JOB,
    cron_schedule="0 5 * * *",
    execution_timezone="UTC",
    description="Every day at 05:00 UTC. A day that brings nothing new brings no release.",
)


@dg.sensor(
    job_name=JOB,
    minimum_interval_seconds=60,
    description="Starts the job when files in the articles folder are added, changed or removed.",
)
def new_articles(context: dg.SensorEvaluationContext, folders: Folders) -> dg.SensorResult | dg.SkipReason:
    """One run each time the folder is no longer as it was. A run too many is harmless: it finds nothing new."""
    folder = folders.articles_path
    if not folder.is_dir():
        return dg.SkipReason(f"There is no folder {folder}.")
    state = digest(folder)
    if state == context.cursor:
        return dg.SkipReason(f"Nothing is new in {folder}.")
    return dg.SensorResult(run_requests=[dg.RunRequest()], cursor=state)


def digest(folder: Path) -> str:
    """Names, sizes and times of the files, in one short string; their contents are not read."""
    return hashlib.sha256("\n".join(sorted(_stamps(folder))).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _stamps(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.is_file():
            status = path.stat()
            yield f"{path.relative_to(folder)}\t{status.st_size}\t{status.st_mtime_ns}"
