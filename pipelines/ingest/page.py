"""What a reader hands to the cleaner: one article as it was found. Not here: how any format is read, or cleaned."""

import hashlib
from dataclasses import dataclass

from pipelines.records import Rejected


@dataclass(frozen=True, slots=True)
class Page:
    """The raw text of one article and what its format tells about it, as printed."""

    source: str
    text: str
    content_sha256: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    dated: str | None = None


def sha256(data: bytes) -> str:
    """The SHA-256 of the bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def refused(source: str, check: str, reason: str) -> Rejected:
    """A row of the quarantine for an input that is no article."""
    return Rejected(source=source, stage="ingest", check=check, reason=reason)
