"""`calibrate`: print `reference/confidence.csv` as measured on articles that people have read. Writes nothing."""

import argparse
import csv
import io
from dataclasses import astuple, fields

from pipelines.commands.measuring import gold_and_rows
from pipelines.commands.terminal import consoles
from pipelines.quality.calibration import calibrate
from pipelines.quality.reliability import judge
from pipelines.reference.confidence import Calibration


def run(arguments: argparse.Namespace) -> int:
    """Print the table; 1 where articles or gold cannot be read."""
    out, err = consoles()
    measured = gold_and_rows(arguments, err)
    if measured is None:
        return 1
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(field.name for field in fields(Calibration))
    writer.writerows(astuple(row) for row in calibrate(judge(measured.tables, measured.gold)))
    out.print(page.getvalue(), end="")
    return 0
