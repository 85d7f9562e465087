"""What knowledge of the world says of the day of publication. Not here: that knowledge (`pipelines/reference`)."""

from collections.abc import Iterator

from pipelines.reading.dating_by_office import office_evidence
from pipelines.reading.dating_evidence import Evidence
from pipelines.reference.people import office_holders


def evidence_of_the_world(text: str) -> Iterator[Evidence]:
    """What the people and the events of a text say of its day."""
    yield from office_evidence(text, office_holders())
