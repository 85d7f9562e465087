"""Common nouns that stand for those who speak and act: organisations, unnamed people, people told by a relation.

Not here: titles (`titles.py`), names (the gazetteer).
"""

from dataclasses import dataclass
from functools import cache

from pipelines.reference.csv_table import read_table


@dataclass(frozen=True, slots=True)
class OrganizationNoun:
    """A noun for an organisation, in the singular (`ministry`), and what kind of organisation it is."""

    noun: str
    kind: str


@dataclass(frozen=True, slots=True)
class RelationalTitle:
    """What one office holder is to another (`opposite number`), and which relation that is."""

    title: str
    relation: str


@cache
def organization_nouns() -> dict[str, OrganizationNoun]:
    """By noun."""
    return {row.noun: row for row in read_table("organization_nouns.csv", OrganizationNoun)}


@cache
def relational_titles() -> tuple[RelationalTitle, ...]:
    """All of them, by title."""
    return read_table("relational_titles.csv", RelationalTitle)
