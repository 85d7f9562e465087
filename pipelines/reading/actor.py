"""Somebody or something that acts in an article, as a record. Not here: finding out who (`actors.py`)."""

from dataclasses import dataclass

from pipelines.reading.people import Person
from pipelines.records import Span


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that speaks, meets, buys. `kind` is `person`, `organization` or `anonymous`.

    `members` are the people of a group (`the two leaders`), where they are told.
    """

    kind: str
    name: str | None
    role: str | None
    role_class: str
    organization: str | None
    side: str | None
    span: Span
    person: Person | None = None
    members: tuple[Person, ...] = ()


def of_person(person: Person, span: Span) -> Actor:
    """The actor that a person is."""
    return Actor("person", person.name, person.role, person.role_class, person.organization, person.side, span, person)
