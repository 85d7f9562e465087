"""Countries, places and the words that stand for governments. Not here: organisations and agencies (`bodies.py`)."""

from dataclasses import dataclass
from functools import cache

from pipelines.reference.csv_table import read_table


@dataclass(frozen=True, slots=True)
class Country:
    """A state: its code, its names, what its people and things are called, and its capital."""

    iso3: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str


@dataclass(frozen=True, slots=True)
class City:
    """A place within a country; `kind` is `city`, `region`, `base`, `site` or `residence`."""

    city: str
    iso3: str
    kind: str
    part_of: str | None
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Metonym:
    """A palace, street or seat that stands for a government; `speaks` where news lets it say things."""

    phrase: str
    code: str
    kind: str
    speaks: bool


@cache
def countries() -> tuple[Country, ...]:
    """All states, by code."""
    return read_table("countries.csv", Country)


@cache
def country(iso3: str) -> Country:
    """The state of a code. Raises `KeyError` for a code that is none."""
    return _by_code()[iso3]


@cache
def _by_code() -> dict[str, Country]:
    return {row.iso3: row for row in countries()}


@cache
def cities() -> tuple[City, ...]:
    """All listed places, by name."""
    return read_table("cities.csv", City)


@cache
def metonyms() -> tuple[Metonym, ...]:
    """All palaces, streets and seats of power, by phrase."""
    return read_table("metonyms.csv", Metonym)
