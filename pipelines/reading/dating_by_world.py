"""What knowledge of the world says of the day of publication. Not here: that knowledge (`pipelines/reference`)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipelines.reading.dating_by_event import (
    by_their_names,
    edition_evidence,
    editions_by_name,
    event_evidence,
    fact_evidence,
    trip_evidence,
    trips_by_leader,
)
from pipelines.reading.dating_by_memory import DeedsByDay, deeds_by_day, memory_evidence
from pipelines.reading.dating_by_office import office_evidence, roster
from pipelines.reading.dating_evidence import Evidence, NamedWeekday
from pipelines.reading.named_rows import NamedRows
from pipelines.records import Article
from pipelines.reference import ForumEdition, forum_editions, forums
from pipelines.reference.dated_events import (
    DatedEvent,
    DatedFact,
    LeaderTrip,
    dated_deeds,
    dated_events,
    dated_facts,
    leader_trips,
    remembered_events,
)
from pipelines.reference.people import OfficeHolder, office_holders


@dataclass(frozen=True, slots=True)
class _World:
    """What is known of the world, each table indexed by what a text tells of it."""

    holders: NamedRows[OfficeHolder]
    facts: NamedRows[DatedFact]
    events: NamedRows[DatedEvent]
    editions: NamedRows[ForumEdition]
    trips: NamedRows[LeaderTrip]
    deeds: DeedsByDay


@cache
def _world() -> _World:
    return _World(
        roster(office_holders()),
        by_their_names(dated_facts()),
        by_their_names(dated_events()),
        editions_by_name(forums(), forum_editions()),
        trips_by_leader(leader_trips()),
        deeds_by_day(dated_deeds()),
    )


def evidence_of_the_world(article: Article, weekdays: Sequence[NamedWeekday]) -> Iterator[Evidence]:
    """What the people, gatherings and facts that an article names say of its day; `weekdays` are its story's."""
    world = _world()
    text = "\n\n".join(part for part in (article.text, article.title, article.dateline_place) if part)
    yield from office_evidence(text, world.holders)
    yield from fact_evidence(text, world.facts)
    yield from event_evidence(text, world.events, weekdays)
    yield from edition_evidence(text, world.editions)
    yield from trip_evidence(text, world.trips, weekdays, article.dateline_place)
    yield from memory_evidence(text, remembered_events(), world.deeds)
