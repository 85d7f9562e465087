"""`growth`: how long resolution takes for ten times the rows, and how much memory, on made-up rows."""

import argparse
import resource
import sys
import time

from pipelines.commands.synthetic import rows_of_articles
from pipelines.commands.terminal import consoles
from pipelines.release.settle import Before, settle
from pipelines.resolution import unite
from pipelines.resolution.people import with_people
from schemas.mentions import EVIDENCED

#: About three rows an event.
ROWS_PER_EVENT = 3
#: What `ru_maxrss` counts: bytes on macOS, thousands of them elsewhere.
BYTES_PER_UNIT = 1 if sys.platform == "darwin" else 1024


def run(arguments: argparse.Namespace) -> int:
    """Print seconds of processor time, events and peak memory, for a tenth of the rows asked for, then all. Gives 0."""
    out, _ = consoles()
    for rows in (arguments.rows // 10, arguments.rows):
        tables = rows_of_articles(rows // ROWS_PER_EVENT)
        told = sum(tables[name].height for name in EVIDENCED)
        start = time.process_time()
        united = unite(with_people(tables))
        uniting = time.process_time() - start
        first = settle(united, None, "2026.01.01")
        start = time.process_time()
        settle(united, Before("2026.01.01", first), "2026.01.02")
        settling = time.process_time() - start
        events = sum(united[name].height for name in EVIDENCED)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * BYTES_PER_UNIT / 2**20
        out.print(
            f"{told:>9,} rows of articles, {events:>8,} events: resolved in {uniting:6.1f} s, "
            f"ids taken over in {settling:5.1f} s, at most {peak:,.0f} MiB so far"
        )
    return 0
