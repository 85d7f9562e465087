"""Who is told of by an office alone: `the minister`, `the Russian defence minister`, after or right before the name.

Not here: offices told beside a name (`holders.py`).
"""

import re
from collections.abc import Callable, Iterable, Sequence

from spacy.tokens import Token

from pipelines.reading.offices import OfficePhrase
from pipelines.reading.people import Person
from pipelines.reading.salience import SUBJECTS
from pipelines.records import Span
from pipelines.reference.gazetteer import Name
from pipelines.reference.speech import reporting_verbs

INDEFINITE = frozenset({"a", "an", "another", "one", "some", "several", "many", "no", "two", "any"})
#: Ranks that say too little for two offices of the same rank to be one person's.
VISITING = re.compile(r"\bvisiting (?:[\w.]+ ){0,2}$")
#: Characters before an office in which it is said that its holder is on a visit.
REACH = 12
PLACES = frozenset({"capital", "city"})
#: Fields that say too little to tell one office from another.
GENERAL = frozenset({"other", "", None})
VAGUE = frozenset({"unknown", "relation", "working", "senior_official"})
#: Characters after an office told alone in which its holder is named, as a lead and the paragraph after it are.
LEAD_REACH = 400


def last_named(
    text: str, phrase: OfficePhrase, mentions: Iterable[tuple[Span, Person]], away_from: str | None
) -> Person | None:
    """Of those named before the phrase and who may hold the office, the likeliest, and of these the last named.

    `away_from` is a side that he or she does not act for, where the text tells of a visitor.
    """
    best: tuple[int, int, Person] | None = None
    title = phrase.title.of(text).casefold()
    for mention, person in mentions:
        if mention.start >= phrase.span.start:
            break
        if phrase.sides and person.side is not None and person.side not in phrase.sides:
            continue
        if away_from is not None and person.side == away_from:
            continue
        fit = _fit(title, phrase, person)
        if fit and (best is None or (fit, mention.start) >= best[:2]):
            best = (fit, mention.start, person)
    return best[2] if best else None


def next_named(
    text: str, phrase: OfficePhrase, mentions: Iterable[tuple[Span, Person]], speaks: Callable[[Span], bool]
) -> Person | None:
    """The first person named after the phrase, where new and told with its office, or speaking without any.

    A lead tells the office (`Norway's defence minister said`), the next sentence the name (`"…," Lars Moen said`).
    """
    first = next(((m, p) for m, p in mentions if m.start > phrase.span.end), None)
    if first is None or first[0].start - phrase.span.end > LEAD_REACH:
        return None
    mention, person = first
    if mention != person.mentions[0] or (phrase.sides and person.side not in (None, *phrase.sides)):
        return None
    if person.role is not None:
        return person if phrase.title.of(text).casefold() in person.role.casefold() else None
    return person if person.role_class in ("unknown", phrase.role_class) and speaks(mention) else None


def speaks(name: Token | None) -> bool:
    """Whether a name is the subject of a verb of saying."""
    verb = reporting_verbs().get(name.head.lemma_.lower()) if name is not None and name.dep_ in SUBJECTS else None
    return verb is not None and verb.strength == "strong"


def _fit(title: str, phrase: OfficePhrase, person: Person) -> int:
    """How well a person told with a role fits a title: 3 by its words, 2 by its head or field, 1 by rank, else 0."""
    role = (person.role or "").casefold()
    same_rank = person.role_class == phrase.role_class
    if title in role and (same_rank or " " in title):
        return 3
    if title.split()[0 if " of " in title else -1] in role:
        return 2
    if same_rank and phrase.portfolio == person.portfolio and phrase.portfolio not in GENERAL:
        return 2
    return 1 if same_rank and person.role_class not in VAGUE else 0


def visited(text: str, phrase: OfficePhrase, names: Sequence[Name], home: str | None) -> str | None:
    """The side that the holder of the office is a guest of, where the text says so (`the visiting minister`)."""
    if not VISITING.search(text, max(0, phrase.span.start - REACH), phrase.title.start):
        return None
    places = [name for name in names if name.kind in PLACES and name.code and name.span.end <= phrase.span.start]
    return places[-1].code if places else home


def peer_of(person: Person, told: Iterable[Person]) -> Person | None:
    """Of those told, who is of like rank, rather one who acts for another side."""
    peers = [other for other in told if other != person and other.role_class == person.role_class]
    return next((other for other in peers if other.side != person.side), next(iter(peers), None))
