"""`dataset`: run the job and say what came of it. Not here: any step of the job."""

import argparse
import time
from collections import defaultdict

import dagster as dg
import polars as pl
from rich.console import Console
from rich.table import Table

from pipelines.assets.folders import Folders
from pipelines.assets.watching import JOB
from pipelines.commands.home import dagster_home
from pipelines.commands.terminal import consoles
from pipelines.definitions import definitions
from pipelines.progress import meter_for
from pipelines.release.publish import Publication
from schemas import TABLES

#: Exit code of a command that a person stopped.
INTERRUPTED = 130

#: What the steps are to a person who waits; a step not named here is part of the release.
PHASES = {
    "clean_articles": "ingest",
    "dated_articles": "reading and extraction",
    "extracted_records": "reading and extraction",
    "redated_articles": "resolution",
    "article_rows": "resolution",
    "tables": "resolution",
}

#: Reasons for quarantine that are told; the table of the release has them all.
REASONS_SHOWN = 8


def run(arguments: argparse.Namespace) -> int:
    """Make a release. 0 where it, or an older one that holds the same, is in place; 1 where it failed."""
    out, err = consoles()
    try:
        result = _execute(arguments, err)
    except (KeyboardInterrupt, dg.DagsterExecutionInterruptedError):
        err.print("Stopped. The releases made before are as they were.")
        return INTERRUPTED
    except OSError as error:
        err.print(f"No release was made. {error}", style="red")
        return 1
    if not result.success:
        err.print(f"No release was made. {_why(result)}", style="red")
        return 1
    _report(out, result, time.monotonic() - arguments.started)
    return 0


def _execute(arguments: argparse.Namespace, err: Console) -> dg.ExecuteInProcessResult:
    folders = Folders(
        articles=str(arguments.articles),
        outputs=str(arguments.outputs),
        workers=arguments.workers,
        label=arguments.label or "",
        gold=arguments.gold,
        merge=arguments.merge == "yes",
    )
    job = definitions(folders, meter_for(err)).resolve_job_def(JOB)
    level = "DEBUG" if arguments.verbose else "CRITICAL"
    dagster_home()
    with dg.DagsterInstance.get() as instance:
        return job.execute_in_process(
            instance=instance,
            raise_on_error=False,
            run_config={"loggers": {"console": {"config": {"log_level": level}}}},
        )


def _why(result: dg.ExecuteInProcessResult) -> str:
    """What failed, in words a person can act on where there are any."""
    if failed := _failed_checks(result, dg.AssetCheckSeverity.ERROR):
        return " ".join(failed)
    for event in result.get_step_failure_events():
        failure = event.step_failure_data
        if failure.user_failure_data and failure.user_failure_data.description:
            return failure.user_failure_data.description
        error = failure.error
        while error and error.cause:
            error = error.cause
        if error:
            return f"The step `{event.step_key}` met an error it did not expect: {error.message.strip()}"
    return "The run ended without a reason; --verbose prints what Dagster logs."


def _failed_checks(result: dg.ExecuteInProcessResult, severity: dg.AssetCheckSeverity) -> list[str]:
    return [
        f"{check.asset_key.to_user_string()}: {check.description}."
        for check in result.get_asset_check_evaluations()
        if not check.passed and check.severity is severity
    ]


def _report(out: Console, result: dg.ExecuteInProcessResult, seconds: float) -> None:
    publication: Publication = result.output_for_node("release")
    if publication.new:
        out.print(f"Release {publication.version} lies in {publication.path}")
    else:
        out.print(f"Nothing is new: release {publication.version} in {publication.path} holds it all.")
    rows = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2))
    rows.add_column()
    rows.add_column(justify="right")
    for table in TABLES:
        rows.add_row(f"  {table}", f"{publication.counts[table]:,}")
    out.print(rows)
    phases = _durations(result)
    phases["starting and recording"] = seconds - sum(phases.values())
    out.print(f"It took {seconds:.1f} s: {', '.join(f'{phase} {taken:.1f}' for phase, taken in phases.items())}.")
    for warning in _failed_checks(result, dg.AssetCheckSeverity.WARN):
        out.print(f"Mind that: {warning}")
    _report_quarantine(out, result.output_for_node("tables", "quarantine"))


def _report_quarantine(out: Console, quarantine: pl.DataFrame) -> None:
    kinds = quarantine.group_by("stage", "table", "check").agg(pl.len().alias("rows"), pl.min("reason"))
    kinds = kinds.sort("rows", "stage", "table", "check", descending=[True, False, False, False])
    for kind in kinds.head(REASONS_SHOWN).iter_rows(named=True):
        where = kind["table"] or kind["stage"]
        out.print(f"In quarantine: {kind['rows']} × {kind['check']} ({where}): {kind['reason']}")
    if kinds.height > REASONS_SHOWN:
        out.print(f"… and {kinds.height - REASONS_SHOWN} kinds more, all in the table quarantine.")


def _durations(result: dg.ExecuteInProcessResult) -> dict[str, float]:
    phases: dict[str, float] = defaultdict(float)
    for event in result.get_step_success_events():
        phases[PHASES.get(event.step_key or "", "release")] += event.step_success_data.duration_ms / 1000
    return phases
