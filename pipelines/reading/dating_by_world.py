"""What knowledge of the world says of the day of publication. Not here: that knowledge (`pipelines/reference`)."""

from collections.abc import Iterator

from pipelines.reading.dates import find_dates
from pipelines.reading.dating_by_event import event_evidence, fact_evidence
from pipelines.reading.dating_by_office import office_evidence
from pipelines.reading.dating_evidence import Evidence, named_weekdays
from pipelines.records import Article, Published
from pipelines.reference.dated_events import dated_events, dated_facts
from pipelines.reference.people import office_holders


def evidence_of_the_world(article: Article) -> Iterator[Evidence]:
    """What the people, the gatherings and the facts that an article names say of its day."""
    text = "\n\n".join(part for part in (article.text, article.title, article.dateline_place) if part)
    yield from office_evidence(text, office_holders())
    yield from fact_evidence(text, dated_facts())
    weekdays = named_weekdays(article.text, find_dates(article.text, Published()))
    yield from event_evidence(text, dated_events(), weekdays)
