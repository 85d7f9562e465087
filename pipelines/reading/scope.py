"""Whether an article is about defence, security or arms at all. An article about something else yields no rows.

Not here: whether a single meeting or deal is (the extractors tell by its own words).
"""

from pipelines.reading.document import Document
from pipelines.reading.topics import topic_hits
from pipelines.records import Span

#: Topics whose phrases stand in articles about other things as well.
COMMON_TOPICS = frozenset(
    {"economy", "exchange", "humanitarian", "logistics_mro", "maritime", "other", "personnel", "space",
     "technology_research"}
)  # fmt: skip
DEFENCE_PORTFOLIOS = frozenset({"defence", "armed_forces", "arms_agency"})
DEFENCE_BODIES = frozenset({"defence_ministry", "arms_agency", "forces"})
#: Weapon systems that are too many to be told in passing, in any text and in one too short for asides.
MANY, MANY_IN_SHORT = 3, 2
#: One sign of defence is told in passing in any longer text than this; so many signs never are.
CHARACTERS_A_SIGN, ENOUGH = 900, 2
#: News tells what it is about from the start, or in its captions, which stand at the end of the text; signs that come
#: elsewhere only are told in passing unless they are so many.
OPENING, ENOUGH_LATE = 500, 4


def in_scope(document: Document) -> bool:
    """Whether defence offices, bodies and topics, or weapon systems, are told too often to be told in passing."""
    whole = len(document.text)
    signs = _signs(document, Span(0, whole))
    needed = min(ENOUGH, 1 + whole // CHARACTERS_A_SIGN)
    systems = [system.span for system in document.systems if system.designation is not None]
    opens = any(
        _signs(document, region) or any(map(region.holds, systems)) or _tells_of_arms_trade(document, region)
        for region in (Span(0, OPENING), Span(document.article.story_end, whole))
    )
    many = MANY_IN_SHORT if whole < CHARACTERS_A_SIGN else MANY
    return signs >= (needed if opens else ENOUGH_LATE) or len(systems) >= many


def _tells_of_arms_trade(document: Document, region: Span) -> bool:
    """Whether a stretch of the text names a maker of arms and any kind of them: `General Dynamics` and `vehicles`."""
    makers = any(name.kind == "company" for name in document.names_in(region))
    return makers and any(region.holds(system.span) for system in document.systems)


def _signs(document: Document, region: Span) -> int:
    """How many defence offices, bodies and phrases a stretch of the text tells, and whether who makes which system."""
    offices = sum(o.portfolio in DEFENCE_PORTFOLIOS and region.holds(o.span) for o in document.offices)
    bodies = sum(n.kind == "agency" and n.form in DEFENCE_BODIES for n in document.names_in(region))
    phrases = sum(topic not in COMMON_TOPICS for topic in topic_hits(region.of(document.text)))
    named = any(system.designation is not None and region.holds(system.span) for system in document.systems)
    return offices + bodies + phrases + (named and _tells_of_arms_trade(document, region))
