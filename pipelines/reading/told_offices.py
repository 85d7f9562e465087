"""Who is told of by an office alone: `the minister`, `the Russian defence minister`, after he or she was named.

Not here: offices told beside a name (`holders.py`).
"""

from collections.abc import Iterable

from pipelines.reading.offices import OfficePhrase
from pipelines.reading.people import Person
from pipelines.records import Span

INDEFINITE = frozenset({"a", "an", "another", "one", "some", "several", "many", "no", "two", "any"})
#: Ranks that say too little for two offices of the same rank to be one person's.
VAGUE = frozenset({"unknown", "relation", "working", "senior_official"})


def last_named(text: str, phrase: OfficePhrase, mentions: Iterable[tuple[Span, Person]]) -> Person | None:
    """Of those named before the phrase and who may hold the office, the likeliest, and of these the last named."""
    best: tuple[int, int, Person] | None = None
    title = phrase.title.of(text).casefold()
    for mention, person in mentions:
        if mention.start >= phrase.span.start:
            break
        if phrase.sides and person.side is not None and person.side not in phrase.sides:
            continue
        fit = _fit(title, phrase, person)
        if fit and (best is None or (fit, mention.start) >= best[:2]):
            best = (fit, mention.start, person)
    return best[2] if best else None


def _fit(title: str, phrase: OfficePhrase, person: Person) -> int:
    """How well a person told with a role fits a title: 3 by all its words, 2 by its head, 1 by rank, 0 not at all."""
    role = (person.role or "").casefold()
    same_rank = person.role_class == phrase.role_class
    if title in role and (same_rank or " " in title):
        return 3
    if title.split()[0 if " of " in title else -1] in role:
        return 2
    return 1 if same_rank and person.role_class not in VAGUE else 0
