"""Bodies that act, speak, host or sell: organisations, national agencies, forums, arms companies.

Not here: what companies make, and how it is found in a text (`reading/arms_terms.py`).
"""

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


@dataclass(frozen=True, slots=True)
class Agency:
    """A body of one state: ministry, arms agency, armed service, parliament, institute."""

    name: str
    aliases: tuple[str, ...]
    iso3: str
    kind: str


@dataclass(frozen=True, slots=True)
class Forum:
    """A gathering that has a name: forum, exhibition, summit, consultation or exercise.

    `host` is the country or organisation that always holds it and `city` its fixed place, null where they change;
    `every` is the number of years from one to the next where that is regular.
    """

    name: str
    aliases: tuple[str, ...]
    host: str | None
    city: str | None
    kind: str
    every: int | None


@dataclass(frozen=True, slots=True)
class ForumEdition:
    """The year of a numbered gathering: the 13th Seoul Defense Dialogue was in 2024."""

    forum: str
    edition: int
    year: int


@dataclass(frozen=True, slots=True)
class ArmsCompany:
    """A company that makes or sells arms; `iso3` are its home countries.

    `ambiguous` are those of its names that are words, or names of others, too.
    """

    name: str
    aliases: tuple[str, ...]
    iso3: tuple[str, ...]
    ambiguous: tuple[str, ...]


@cache
def organizations() -> tuple[Organization, ...]:
    """All international organisations, by code."""
    return read_table("organizations.csv", Organization)


@cache
def agencies() -> tuple[Agency, ...]:
    """All national agencies, by name. One name can be that of agencies of several countries."""
    return read_table("agencies.csv", Agency)


@cache
def forums() -> tuple[Forum, ...]:
    """All forums, by name."""
    return read_table("forums.csv", Forum)


@cache
def forum_editions() -> tuple[ForumEdition, ...]:
    """All numbered gatherings with a known year, by forum."""
    return read_table("forum_editions.csv", ForumEdition)


@cache
def arms_companies() -> tuple[ArmsCompany, ...]:
    """All arms companies, by name."""
    return read_table("arms_companies.csv", ArmsCompany)
