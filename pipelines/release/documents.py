"""The files that stand beside the tables of a release. Not here: the words in them (`card.py`, `changes.py`, …).

Nothing in them depends on the clock, the machine or a path; only on the rows, the version and the release before.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import polars as pl

from pipelines.release import card, changes, datapackage
from pipelines.release.settle import Before
from pipelines.release.write import COMPRESSION_LEVEL, ROW_GROUP_SIZE

LICENSE: Final = Path(__file__).parents[2] / "LICENSE-DATA"
CHECKSUMS: Final = "SHA256SUMS"


def write_documents(
    folder: Path,
    version: str,
    tables: Mapping[str, pl.DataFrame],
    before: Before | None,
    notice: str | None = None,
    quality: str | None = None,
) -> None:
    """Write all documents of a release into its folder, the checksums of everything there last."""
    changed = changes.compare(before.tables if before else {}, tables)
    changed.write_parquet(
        folder / "changes.parquet",
        compression="zstd",
        compression_level=COMPRESSION_LEVEL,
        row_group_size=ROW_GROUP_SIZE,
    )
    about = f"{notice} {card.SUMMARY}" if notice else card.SUMMARY
    pages = {
        "README.md": card.data_card(version, tables, notice, quality),
        "CHANGES.md": changes.render(changed, version, before.version if before else None),
        "CITATION.cff": card.citation(version, notice),
        "LICENSE": LICENSE.read_text("utf-8"),
        "datapackage.json": datapackage.render(version, card.TITLE, about),
    }
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8", newline="\n")
    (folder / CHECKSUMS).write_text(checksums(folder), encoding="utf-8", newline="\n")


def checksums(folder: Path) -> str:
    """A line for each file of the folder but this one, as `sha256sum --check` reads them."""
    files = sorted(path for path in folder.iterdir() if path.name != CHECKSUMS)
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)
