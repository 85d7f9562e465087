"""When gatherings and journeys of leaders took place, and since when things can be told. Not here: who takes part."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from pipelines.reference.csv_table import read_table


class _OfADay:
    """What has one day, printed as an ISO day."""

    __slots__ = ()
    day: str

    @property
    def first(self) -> date:
        """Its day."""
        return date.fromisoformat(self.day)


class _Lasting:
    """What has a first and a last day, both printed as ISO days."""

    __slots__ = ()
    first_day: str
    last_day: str

    @property
    def first(self) -> date:
        """Its first day."""
        return date.fromisoformat(self.first_day)

    @property
    def last(self) -> date:
        """Its last day."""
        return date.fromisoformat(self.last_day)


@dataclass(frozen=True, slots=True)
class DatedEvent(_Lasting):
    """One edition of a gathering: a summit, a fair, a yearly meeting. Days are ISO; `edition` is its number, if any.

    `beside`: of these words a sentence must have one, where the name is that of a standing body as well (`the G7`).
    """

    names: tuple[str, ...]
    beside: tuple[str, ...]
    edition: int | None
    places: tuple[str, ...]
    first_day: str
    last_day: str


@dataclass(frozen=True, slots=True)
class LeaderTrip(_Lasting):
    """A journey of a head of state or government abroad; `leaders` are the spellings of one."""

    leaders: tuple[str, ...]
    places: tuple[str, ...]
    first_day: str
    last_day: str


@dataclass(frozen=True, slots=True)
class DatedFact:
    """Words that no text uses before the day `since` (ISO)."""

    names: tuple[str, ...]
    since: str

    @property
    def first(self) -> date:
        """The first day on which a text may use the words."""
        return date.fromisoformat(self.since)


@dataclass(frozen=True, slots=True)
class RememberedEvent(_OfADay):
    """What anniversaries and spells of time are counted from; `beside` are words that its sentence must all have."""

    names: tuple[str, ...]
    beside: tuple[str, ...]
    day: str


@dataclass(frozen=True, slots=True)
class DatedDeed(_OfADay):
    """What somebody did on a day by which it is told; a sentence about it has one of `doers` and one of `words`."""

    doers: tuple[str, ...]
    words: tuple[str, ...]
    day: str


@cache
def remembered_events() -> tuple[RememberedEvent, ...]:
    """All events that are looked back on, by name and day."""
    return read_table("remembered_events.csv", RememberedEvent)


@cache
def dated_deeds() -> tuple[DatedDeed, ...]:
    """All deeds known by their day, in order."""
    return read_table("dated_deeds.csv", DatedDeed)


@cache
def dated_events() -> tuple[DatedEvent, ...]:
    """All gatherings with a known day, by name and day."""
    return read_table("dated_events.csv", DatedEvent)


@cache
def dated_facts() -> tuple[DatedFact, ...]:
    """All words with a known first day, by name."""
    return read_table("dated_facts.csv", DatedFact)


@cache
def leader_trips() -> tuple[LeaderTrip, ...]:
    """All journeys with known days, by leader and day."""
    return read_table("leader_trips.csv", LeaderTrip)
