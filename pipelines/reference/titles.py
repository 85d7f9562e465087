"""Offices, ranks and styles that stand before or after a name. Not here: finding them in a text."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipelines.reference.csv_table import read_table
from pipelines.reference.nouns import relational_titles


@dataclass(frozen=True, slots=True)
class Office:
    """A title in lower case; `role_class` is empty for a mere style (`Dr.`).

    An `honorific` is a rank or style: it stands capitalised right before a name (`Gen.`, `Sir`). A title of the class
    `relation` names somebody through another (`counterpart`); its `portfolio` then says which relation.
    """

    title: str
    role_class: str
    portfolio: str
    honorific: bool


@dataclass(frozen=True, slots=True)
class OfficeSide:
    """A title, in lower case, that only the offices of one state have."""

    title: str
    side: str


def side_of_title(words: str) -> str | None:
    """The state whose offices alone are called so, or by the opening words; null where several states have such."""
    lower = words.lower().split()
    openings = (" ".join(lower[:length]) for length in range(len(lower), 0, -1))
    return next((side for opening in openings if (side := _office_sides().get(opening))), None)


@cache
def _office_sides() -> Mapping[str, str]:
    return {row.title: row.side for row in read_table("office_sides.csv", OfficeSide)}


@cache
def offices() -> tuple[Office, ...]:
    """All titles, those told by relation last."""
    return (
        *read_table("offices.csv", Office),
        *(Office(row.title, "relation", row.relation, honorific=False) for row in relational_titles()),
    )
