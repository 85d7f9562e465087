"""The files of a folder: which are read, in which order, by which reader, and the faults a file may have.

Not here: what is in them (`plain.py`, `html.py`, `json_articles.py`).
"""

import gzip
import os
import zlib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterator, Mapping
from io import BufferedReader, TextIOWrapper
from pathlib import Path

from pipelines.ingest.decoding import UndecodableError
from pipelines.ingest.html import read_html
from pipelines.ingest.json_articles import read_json, read_json_lines
from pipelines.ingest.page import Page, refused
from pipelines.ingest.plain import read_plain
from pipelines.records import Rejected

Pages = Iterator[Page | Rejected]

WHOLE: Mapping[str, Callable[[str, bytes], Pages]] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".html": read_html,
    ".htm": read_html,
    ".json": read_json,
}
"""Formats whose files are read whole."""
BY_LINE = (".jsonl", ".ndjson")
"""Formats whose files are read line by line, whatever their size."""
SUFFIXES = (*WHOLE, *BY_LINE)
"""What is read, each of them also with `.gz` after it; files of other names are passed over."""

LARGEST_ARTICLE = 5_000_000
"""Bytes of a text or HTML file, or of a line of JSON Lines, unpacked. No news article comes near."""
LARGEST_JSON = 200_000_000
"""Bytes of a JSON file, which has to be held whole; larger collections belong in JSON Lines."""


def pages_of(folder: Path) -> Pages:
    """The pages of all articles in a folder and the folders in it, in order of path, and what could not be read.

    Raises NotADirectoryError where the folder is none.
    """
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder} is not a folder of articles")
    for path in _files(folder):
        suffix = _format(path.name)
        if suffix is not None:
            yield from _read(path, _printable(path.relative_to(folder).as_posix()), suffix)


def _files(folder: Path) -> Iterator[Path]:
    """Every file below a folder, but for hidden ones, depth first by name."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path))
        elif entry.is_file():
            yield Path(entry.path)


def _format(name: str) -> str | None:
    bare = name.lower().removesuffix(".gz")
    return next((suffix for suffix in SUFFIXES if bare.endswith(suffix)), None)


def _printable(name: str) -> str:
    """A file name as text; bytes that are none are shown by a replacement mark."""
    return os.fsencode(name).decode("utf-8", errors="replace")


def _read(path: Path, source: str, suffix: str) -> Pages:
    unpack = gzip.open if path.name.lower().endswith(".gz") else open
    try:
        with unpack(path, "rb") as stream:
            yield from _pages_in(stream, source, suffix)
    except UndecodableError as fault:
        yield refused(source, "undecodable", str(fault))
    except (OSError, EOFError, zlib.error) as fault:
        yield refused(source, "unreadable", f"it could not be read: {fault}")


def _pages_in(stream: BufferedReader | gzip.GzipFile, source: str, suffix: str) -> Pages:
    if suffix in BY_LINE:
        yield from read_json_lines(source, _lines(stream))
        return
    largest = LARGEST_JSON if suffix == ".json" else LARGEST_ARTICLE
    data = stream.read(largest + 1)
    if not data:
        yield refused(source, "empty", "the file is empty")
    elif len(data) > largest:
        yield refused(source, "too_large", f"it is larger than {largest:,} bytes, unlike any article")
    else:
        yield from WHOLE[suffix](source, data)


def _lines(stream: BufferedReader | gzip.GzipFile) -> Iterator[bytes]:
    """The lines of a file, UTF-16 as UTF-8. Of a line too long to be a record only the beginning is given."""
    start = stream.peek(2)[:2]
    if b"\0" in start or start in {BOM_UTF16_LE, BOM_UTF16_BE}:
        encoding = "utf-16" if b"\0" not in start else "utf-16-le" if start[1:] == b"\0" else "utf-16-be"
        wide = TextIOWrapper(stream, encoding=encoding, errors="replace")
        yield from (line.encode("utf-8") for line in wide)
        return
    while line := stream.readline(LARGEST_ARTICLE):
        yield line
        while not line.endswith(b"\n") and (line := stream.readline(LARGEST_ARTICLE)):
            pass
