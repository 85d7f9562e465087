"""Weapons that several countries develop together, known by the name of the project. Not here: what a text tells."""

from dataclasses import dataclass
from functools import cache

from pipelines.reference.csv_table import read_table


@dataclass(frozen=True, slots=True)
class JointProject:
    """A project: the designation of what is developed (a row of `systems.csv`), and the partners by ISO 3166 code."""

    designation: str
    partners: tuple[str, ...]


@cache
def joint_projects() -> tuple[JointProject, ...]:
    """All of them, by designation."""
    return read_table("joint_projects.csv", JointProject)
