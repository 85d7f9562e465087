"""Whether an article is about defence, security or arms at all. An article about something else yields no rows.

Not here: whether a single meeting or deal is (the extractors tell by its own words).
"""

from pipelines.reading.document import Document
from pipelines.reading.topics import topic_hits

#: Topics whose phrases stand in articles about other things as well.
COMMON_TOPICS = frozenset(
    {"economy", "exchange", "humanitarian", "personnel", "technology_research", "maritime", "space", "other"}
)
DEFENCE_PORTFOLIOS = frozenset({"defence", "armed_forces", "arms_agency"})
DEFENCE_BODIES = frozenset({"defence_ministry", "arms_agency", "forces"})
#: Phrases of security topics, or named weapon systems, that are too many to be told in passing; in a short text, one
#: phrase for so many characters is.
MANY, CHARACTERS_A_PHRASE = 3, 700


def in_scope(document: Document) -> bool:
    """Whether a defence office or body is told, or security topics or weapon systems time and again."""
    offices = any(office.portfolio in DEFENCE_PORTFOLIOS for office in document.offices)
    bodies = any(name.kind == "agency" and name.form in DEFENCE_BODIES for name in document.names)
    hits = sum(topic not in COMMON_TOPICS for topic in topic_hits(document.text))
    systems = sum(system.designation is not None for system in document.systems)
    many = hits >= MANY or 0 < len(document.text) <= hits * CHARACTERS_A_PHRASE
    return offices or bodies or many or systems >= MANY
