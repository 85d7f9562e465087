"""Ingest: a folder of files in, clean articles out, and what was refused with its reason.

`sources` finds and reads files, one module per format makes pages of them, `cleaning` makes articles of pages,
`duplicates` keeps one of each. Nothing here knows what an article says.
"""

from collections.abc import Iterator
from pathlib import Path

from pipelines.ingest.cleaning import clean
from pipelines.ingest.duplicates import distinct
from pipelines.ingest.page import Page
from pipelines.ingest.sources import SUFFIXES, pages_of
from pipelines.records import Article, Rejected

__all__ = ["SUFFIXES", "ingest_folder"]


def ingest_folder(folder: Path) -> Iterator[Article | Rejected]:
    """Every distinct article of a folder and the folders in it, in order of path, with what was refused in its place.

    Read are files that end in one of `SUFFIXES` (.txt .text .html .htm .json .jsonl .ndjson), each also with .gz;
    hidden files and all others are passed over. A file or record that holds no article, and a near-identical copy of
    one that is kept, comes as `Rejected`: each file, or record of a JSON file, gives exactly one of the two. Memory
    holds no more than one article and a few hash values for each of the others.

    Raises NotADirectoryError where the folder is none.
    """
    return distinct(clean(page) if isinstance(page, Page) else page for page in pages_of(folder))
