"""What knowledge of the world says of the day of publication. Not here: that knowledge (`pipelines/reference`)."""

from collections.abc import Iterator, Sequence

from pipelines.reading.dating_by_event import edition_evidence, event_evidence, fact_evidence, trip_evidence
from pipelines.reading.dating_by_memory import memory_evidence
from pipelines.reading.dating_by_office import office_evidence
from pipelines.reading.dating_evidence import Evidence, NamedWeekday
from pipelines.records import Article
from pipelines.reference import forum_editions, forums
from pipelines.reference.dated_events import (
    dated_deeds,
    dated_events,
    dated_facts,
    leader_trips,
    remembered_events,
)
from pipelines.reference.people import office_holders


def evidence_of_the_world(article: Article, weekdays: Sequence[NamedWeekday]) -> Iterator[Evidence]:
    """What the people, gatherings and facts that an article names say of its day; `weekdays` are its story's."""
    text = "\n\n".join(part for part in (article.text, article.title, article.dateline_place) if part)
    yield from office_evidence(text, office_holders())
    yield from fact_evidence(text, dated_facts())
    yield from event_evidence(text, dated_events(), weekdays)
    yield from edition_evidence(text, forums(), forum_editions())
    yield from trip_evidence(text, leader_trips(), weekdays, article.dateline_place)
    yield from memory_evidence(text, remembered_events(), dated_deeds())
