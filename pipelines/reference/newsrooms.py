"""Wire agencies and outlets that write for one country. Not here: how they are credited (`ingest/credits.py`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipelines.reference.csv_table import read_table


@dataclass(frozen=True, slots=True)
class Newsroom:
    """An agency or outlet by the name that ingest gives it, and the country it takes for granted."""

    name: str
    iso3: str


@cache
def _countries() -> Mapping[str, str]:
    return {row.name: row.iso3 for row in read_table("newsrooms.csv", Newsroom)}


def country_of_newsroom(name: str) -> str | None:
    """The country that an agency or outlet writes for; null for one that writes for the world."""
    return _countries().get(name)
