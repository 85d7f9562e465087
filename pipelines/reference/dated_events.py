"""When gatherings and journeys of leaders took place, and since when things can be told. Not here: who takes part."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from pipelines.reference.csv_table import read_table


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
    """One edition of a gathering: a summit, a fair, a yearly meeting. Days are ISO; `edition` is its number, if any."""

    names: tuple[str, ...]
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
