"""`ui`: the graph of assets in a browser. Not here: what it shows (`pipelines/assets/`)."""

import argparse
import os
import sys
from pathlib import Path

from pipelines.assets.folders import Folders
from pipelines.commands.home import PROJECT, dagster_home


def run(arguments: argparse.Namespace) -> int:
    """Become `dagster dev`, with the folders told through the environment; does not return."""
    folders = Folders(
        articles=str(arguments.articles.absolute()),
        outputs=str(arguments.outputs.absolute()),
        gold=str(Path(arguments.gold).absolute()) if arguments.gold else "",
    )
    home = dagster_home()
    # Dagster warns of settings in the folder it starts in, unless that is its home; so the project has to be named.
    os.environ.update(folders.as_environment(), PYTHONPATH=str(PROJECT), PYTHONWARNINGS="ignore")
    os.chdir(home)
    workspace = str(PROJECT / "workspace.yaml")
    command = [sys.executable, "-m", "dagster", "dev", "-w", workspace, "-p", str(arguments.port)]
    os.execv(sys.executable, command)
