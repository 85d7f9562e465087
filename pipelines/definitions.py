"""The code location: every asset, check, job, schedule, sensor and resource, in one place. Not here: any of them."""

import dagster as dg

from pipelines.assets import checks, dataset, extraction, ingest, quality, reading, release, resolution, watching
from pipelines.assets.folders import Folders
from pipelines.assets.storage import Intermediates
from pipelines.progress import Meter, lines


def definitions(folders: Folders, meter: Meter) -> dg.Definitions:
    """All that Dagster knows of the project, working on these folders and telling its progress to this meter."""
    return dg.Definitions(
        assets=[
            ingest.clean_articles,
            reading.dated_articles,
            extraction.extracted_records,
            resolution.redated_articles,
            resolution.article_rows,
            dataset.tables,
            quality.quality,
            release.release,
        ],
        asset_checks=[checks.audited],
        jobs=[
            dg.define_asset_job(
                watching.JOB, description="From the folder of articles to a release. Nothing new, no release."
            )
        ],
        schedules=[watching.daily],
        sensors=[watching.new_articles],
        resources={"folders": folders, "meter": meter, "io_manager": Intermediates()},
        # One process runs the steps: they are few, and the long one has a pool of its own.
        executor=dg.in_process_executor,
    )


defs = definitions(Folders.from_environment(), lines(lambda line: dg.get_dagster_logger().info(line)))
