"""`python -m pipelines`: the commands and their arguments. Not here: what a command does (`commands/`)."""

import argparse
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from pipelines.release.store import Version


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; its exit code."""
    started = time.monotonic()
    chosen = _parser().parse_args(arguments, argparse.Namespace(started=started))
    # Imported late: Dagster alone takes a second to load, and `show` has no use for it.
    command = import_module(f"pipelines.commands.{chosen.command}")
    return int(command.run(chosen))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m pipelines", description="From news articles to an open dataset.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    dataset = commands.add_parser("dataset", help="make a release from a folder of articles")
    _folders(dataset)
    dataset.add_argument("--label", type=_version, help="version of the release, as 2026.11.22; else made from the day")
    dataset.add_argument("--workers", type=_whole, default=0, help="processes that read articles; all processors if 0")
    dataset.add_argument("--gold", default="", help="what the articles say, by hand: the release tells its quality")
    dataset.add_argument("--merge", choices=("yes", "no"), default="yes", help="make rows that tell one event one row")
    dataset.add_argument("--verbose", action="store_true", help="print what Dagster logs")

    show = commands.add_parser("show", help="print an article with the evidence of the latest release marked")
    _folders(show)
    show.add_argument("article", help="file name or article_id")

    quality = commands.add_parser("quality", help="measure the extraction against what was read by hand")
    _measured(quality)
    quality.add_argument("--people", type=_path, help="JSON file: who is who in some of the articles, by hand")
    quality.add_argument("--errors", action="store_true", help="list each miss and each find too many")

    calibrate = commands.add_parser("calibrate", help="print how often rows are right, by the signals they show")
    _measured(calibrate)

    fit = commands.add_parser("fit", help="print the weights by which goods are judged that no words of a deal cover")
    fit.add_argument("--articles", type=_path, nargs="+", required=True, help="folders of the articles")
    fit.add_argument("--gold", type=_path, nargs="+", required=True, help="JSON files: what the articles say, by hand")

    speed = commands.add_parser("speed", help="measure how long each stage takes, against bare spaCy")
    speed.add_argument("--articles", type=_path, required=True, help="folder of the articles")

    growth = commands.add_parser("growth", help="measure how resolution grows with the number of rows")
    growth.add_argument("--rows", type=_whole, default=100_000, help="made-up rows to resolve; a tenth of them first")

    ui = commands.add_parser("ui", help="open the graph of assets in a browser")
    _folders(ui)
    ui.add_argument("--gold", default="", help="what the articles say, by hand: the assets tell their quality")
    ui.add_argument("--port", type=_whole, default=3000, help="port of http://localhost")
    return parser


def _folders(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--articles", type=_path, required=True, help="folder of the articles")
    parser.add_argument("--outputs", type=_path, required=True, help="folder of the releases")


def _measured(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--articles", type=_path, required=True, help="folder of the articles")
    parser.add_argument("--gold", type=_path, required=True, help="JSON file: what the articles say, by hand")
    parser.add_argument("--workers", type=_whole, default=0, help="processes that read articles; all processors if 0")


def _path(text: str) -> Path:
    return Path(text).expanduser()  # `make` hands a `~` on as it stands


def _version(text: str) -> str:
    try:
        return str(Version.parse(text))
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _whole(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("may not be negative")
    return number


if __name__ == "__main__":
    sys.exit(main())
