"""What passes between the steps of finding meetings: who takes part, and one telling of a meeting.

Not here: any reading of text.
"""

from dataclasses import dataclass

from pipelines.reading.people import Person
from pipelines.records import Span, When

#: Ranks from the highest to the lowest; the level of a meeting is the rank of its junior side.
RANKS = ("leader", "minister", "deputy_minister", "military", "senior_official", "company", "working")


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part: a person, the unnamed holder of an office, or a side (`role_class` is `side`)."""

    span: Span
    side: str | None
    person: Person | None = None
    role_class: str = "unknown"
    portfolio: str = ""

    @property
    def present(self) -> bool:
        """Whether a person or an office is told, not just a side."""
        return self.role_class != "side"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happens, as far as it is told. `assumed`: from the dateline or the host, not from the clause."""

    country: str | None = None
    city: str | None = None
    venue: str | None = None
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """One clause that tells of a meeting, with its parties in the order told.

    `sentence` and `clause` index the article. `when` is the date of the clause itself, `near` one told close to it;
    `host` is the side that receives the others; `earlier`: told as before what else is told (`had met in May`);
    `apart`: as one besides another (`held a bilateral`).
    """

    kind: str
    strength: str
    clause: Span
    sentence: Span
    parties: tuple[Party, ...]
    status: str
    when: When
    end: When
    near: When
    place: Place
    occasion: str | None
    host: str | None = None
    earlier: bool = False
    apart: bool = False

    @property
    def sides(self) -> frozenset[str]:
        """Codes of the sides that take part."""
        return frozenset(p.side for p in self.parties if p.side)

    @property
    def people(self) -> frozenset[str]:
        """Names of those who take part."""
        return frozenset(p.person.name for p in self.parties if p.person)

    def ranks_of(self, side: str) -> frozenset[str]:
        """The ranks told for a side."""
        return frozenset(p.role_class for p in self.parties if p.side == side and p.role_class in RANKS)
