"""What a piece of text is about, by the lexicon of topics, and which countries it names.

Not here: the lexicon (`reference/topics.csv`).
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.subjects import topics

#: Kinds of gazetteer names whose side a text names when it names them.
NAMING_KINDS = frozenset({"country", "demonym", "capital", "organization"})


@cache
def _lexicon() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    by_phrase: dict[str, list[str]] = {}
    for topic in topics():
        for phrase in topic.phrases:
            by_phrase.setdefault(phrase.casefold(), []).append(topic.topic)
    words = "|".join(re.escape(phrase) for phrase in sorted(by_phrase, key=lambda p: (-len(p), p)))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE), {k: tuple(v) for k, v in by_phrase.items()}


def topics_of(text: str) -> tuple[str, ...]:
    """The topics whose phrases a text holds, sorted."""
    return tuple(sorted(set(topic_hits(text))))


def topic_hits(text: str) -> Iterator[str]:
    """The topic of each phrase of the lexicon that a text holds, in text order."""
    pattern, by_phrase = _lexicon()
    for match in pattern.finditer(text):
        yield from by_phrase[match.group().casefold()]


def countries_of(document: Document, spans: Iterable[Span]) -> tuple[str, ...]:
    """Sorted codes of the countries and organisations that the spans name."""
    return tuple(
        sorted({n.code for span in spans for n in document.names_in(span) if n.code and n.kind in NAMING_KINDS})
    )
