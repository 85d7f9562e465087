"""Bodies that act, speak or host: organisations, national agencies, forums. Not here: arms makers and their systems."""

from dataclasses import dataclass
from functools import cache

from pipelines.reference.csv_table import read_table


@dataclass(frozen=True, slots=True)
class Organization:
    """An international organisation or bloc that can be a side; `code` is the side."""

    code: str
    name: str
    aliases: tuple[str, ...]
    kind: str


@cache
def organizations() -> tuple[Organization, ...]:
    """All international organisations, by code."""
    return read_table("organizations.csv", Organization)
