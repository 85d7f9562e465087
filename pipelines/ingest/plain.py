"""Plain text files: the page is the text. Not here: telling the story from the rest (`cleaning.py`)."""

from collections.abc import Iterator

from pipelines.ingest.decoding import decode
from pipelines.ingest.page import Page, sha256


def read_plain(source: str, data: bytes) -> Iterator[Page]:
    """The one page of a text file. Raises UndecodableError where it is none."""
    yield Page(source=source, text=decode(data), content_sha256=sha256(data))
