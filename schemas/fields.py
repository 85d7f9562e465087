"""How a column is declared: one function per kind of column. Not here: which columns exist (one module a table).

Each function returns a Pandera field that carries everything later stages derive from: nullability, vocabulary, range,
the description, and in `metadata` what Pandera has no place for: the vocabulary as such, the column referred to, and
the form that each item of a list must have (`table.py` turns it into a check).
"""

from collections.abc import Collection
from typing import Any

import pandera.polars as pa

#: Code of a side: ISO 3166-1 alpha-3, or the acronym of an international organisation (`NATO`, `EU`, `G7`).
SIDE_PATTERN = r"^[A-Z0-9]{2,8}$"

#: Version of the dataset: the day of its release, and a number from the second one of a day on.
VERSION_PATTERN = r"^\d{4}\.\d{2}\.\d{2}(\.[1-9]\d*)?$"


def key(prefix: str, description: str) -> Any:
    """Identifier of a row of this table: `prefix_` and 16 hex digits."""
    return pa.Field(str_matches=rf"^{prefix}_[0-9a-f]{{16}}$", description=description)


def reference(table: str, prefix: str, description: str, nullable: bool = False) -> Any:
    """Identifier of a row of `table` (a foreign key)."""
    return pa.Field(
        str_matches=rf"^{prefix}_[0-9a-f]{{16}}$",
        nullable=nullable,
        description=description,
        metadata={"refers_to": table},
    )


def text(description: str) -> Any:
    """Words that must be there: neither null nor blank."""
    return pa.Field(str_matches=r"\S", description=description)


def optional_text(description: str) -> Any:
    """Words, where the article has them; null otherwise, never blank."""
    return pa.Field(str_matches=r"\S", nullable=True, description=description)


def matching(pattern: str, description: str) -> Any:
    """A string of a given form."""
    return pa.Field(str_matches=pattern, description=description)


def version(description: str) -> Any:
    """A version of the dataset, or `vocabulary.UNPUBLISHED`."""
    return matching(VERSION_PATTERN, description)


def code(vocabulary: Collection[str], description: str, nullable: bool = False) -> Any:
    """One code of a closed vocabulary."""
    return pa.Field(
        isin=sorted(vocabulary), nullable=nullable, description=description, metadata={"vocabulary": tuple(vocabulary)}
    )


def side(description: str) -> Any:
    """One side: a country or an international organisation, where it is known."""
    return pa.Field(str_matches=SIDE_PATTERN, nullable=True, description=description)


def codes(vocabulary: Collection[str], description: str) -> Any:
    """A list of codes of a closed vocabulary; empty where there are none."""
    pattern = rf"^({'|'.join(sorted(vocabulary))})$"
    return pa.Field(description=description, metadata={"vocabulary": tuple(vocabulary), "item_pattern": pattern})


def sides(description: str) -> Any:
    """A list of sides."""
    return pa.Field(description=description, metadata={"item_pattern": SIDE_PATTERN})


def texts(description: str) -> Any:
    """A list of strings, none of them blank; empty where there are none."""
    return pa.Field(description=description, metadata={"item_pattern": r"\S"})


def day(description: str) -> Any:
    """A calendar day, where it is known."""
    return pa.Field(nullable=True, description=description)


def amount(description: str) -> Any:
    """Money in units of the currency, where it is told; never negative."""
    return pa.Field(ge=0, nullable=True, description=description)


def count(description: str) -> Any:
    """A whole number that must be there; never negative."""
    return pa.Field(ge=0, description=description)


def optional_count(description: str) -> Any:
    """A whole number, where it is told; never negative."""
    return pa.Field(ge=0, nullable=True, description=description)


def share(description: str) -> Any:
    """A number from 0 to 1."""
    return pa.Field(in_range={"min_value": 0.0, "max_value": 1.0}, description=description)
