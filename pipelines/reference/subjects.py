"""What a text may be about: topics and the phrases that tell them. Not here: reading a text for them."""

from dataclasses import dataclass
from functools import cache

from pipelines.reference.csv_table import read_table


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the vocabulary, with all phrases that tell it."""

    topic: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicPhrase:
    """One phrase, whatever its case, that tells a topic."""

    topic: str
    phrase: str


@cache
def topics() -> tuple[Topic, ...]:
    """The topics in order of code. `other` has no phrases and is not among them."""
    phrases: dict[str, list[str]] = {}
    for row in read_table("topics.csv", TopicPhrase):
        phrases.setdefault(row.topic, []).append(row.phrase)
    return tuple(Topic(topic, tuple(told)) for topic, told in phrases.items())
