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
#: Weapon systems that are too many to be told in passing.
MANY = 3
#: One sign of defence is told in passing in any longer text than this; so many signs never are.
CHARACTERS_A_SIGN, ENOUGH = 900, 2


def in_scope(document: Document) -> bool:
    """Whether defence offices, bodies and topics, or weapon systems, are told too often to be told in passing."""
    offices = sum(office.portfolio in DEFENCE_PORTFOLIOS for office in document.offices)
    bodies = sum(name.kind == "agency" and name.form in DEFENCE_BODIES for name in document.names)
    phrases = sum(topic not in COMMON_TOPICS for topic in topic_hits(document.text))
    systems = sum(system.designation is not None for system in document.systems)
    needed = min(ENOUGH, 1 + len(document.text) // CHARACTERS_A_SIGN)
    return offices + bodies + phrases >= needed or systems >= MANY
