"""Whether a meeting belongs in the dataset: two sides, somebody of rank, and defence or security in sight.

Not here: what the words of a topic are (`reference/topics.csv`).
"""

import re
from collections.abc import Sequence

from pipelines.extraction.meetings.tellings import Telling
from pipelines.reading.document import Document
from pipelines.reading.topics import topics_of

#: Portfolios that put defence or security in sight.
DEFENCE = frozenset({"defence", "military", "armed_forces", "arms_agency", "security"})
#: Topics that do not, by themselves.
CIVIL = frozenset(
    {
        "economy",
        "other",
        "personnel",
        "humanitarian",
        "exchange",
        "technology_research",
        "trilateral",
        "space",
        "nuclear",
    }
)

#: Bodies and offices of defence, however their officials are titled (`Department of National Defense Secretary X`).
DEFENCE_BODY = re.compile(
    r"\b(?:ministry|minister|department|secretary)(?: of state)? (?:of|for) (?:the |national )?defen[cs]e\b|"
    r"\bdefen[cs]e (?:ministr(?:y|ies)|departments?|ministers?|secretar(?:y|ies)|chiefs?|officials?)\b",
    re.IGNORECASE,
)


def is_relevant(document: Document, tellings: Sequence[Telling]) -> bool:
    """Whether the meeting that is told has two sides, a person or office, and to do with defence or security."""
    if not any(p.present for t in tellings for p in t.parties) or max(len(t.sides) for t in tellings) < 2:
        return False
    if any(p.portfolio in DEFENCE or p.role_class == "military" for t in tellings for p in t.parties):
        return True
    return (
        bool(document.systems)
        or any(_topical(_paragraph(document, t)) for t in tellings)
        or _article_on_defence(document)
    )


def _paragraph(document: Document, telling: Telling) -> str:
    """The paragraph that a telling stands in."""
    start = document.text.rfind("\n\n", 0, telling.sentence.start) + 1
    end = document.text.find("\n\n", telling.sentence.end)
    return document.text[start : end if end >= 0 else None]


def _topical(text: str) -> bool:
    return bool(set(topics_of(text)) - CIVIL) or bool(DEFENCE_BODY.search(text))


def _article_on_defence(document: Document) -> bool:
    """Whether a good part of the article's sentences speak of defence or security."""
    sentences = [s.text for s in document.story_sentences()]
    return bool(sentences) and sum(_topical(s) for s in sentences) >= max(2, len(sentences) // 5)
