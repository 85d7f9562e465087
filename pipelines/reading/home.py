"""The side that a text takes for granted: whose defence minister it calls just `Defence Minister Kim`.

Not here: sides that are told or known (`sides.py`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipelines.reading.offices import OfficePhrase
from pipelines.reading.people import Person, last_before
from pipelines.records import Article
from pipelines.reference.gazetteer import Name, find_names
from pipelines.reference.newsrooms import country_of_newsroom

#: Kinds of names that tell for which side a text is written when it names one most.
NAMING_KINDS = frozenset({"country", "demonym", "capital"})
#: Kinds of names of a side's own ministries and forces, which name it as well: `the Nigerian Air Force`.
BODIES = frozenset({"agency"})
#: Weights of the signs: the share of all names that are the side's; an office told without a side, of somebody whose
#: side is known; the country of agency or outlet; the place of the dateline.
SHARE, BARE_OFFICE, NEWSROOM, DATELINE = 2.0, 1.0, 1.5, 0.5
#: What speaks against the side of somebody whom an office holder told without a side meets as a counterpart.
FOREIGN = 2.5
#: Relations of those who act for different sides, where one is told.
OF_ANOTHER_SIDE = frozenset({"counterpart", "colleague", "host"})

#: Portfolios told without a side in the news of all countries: `President Trump`, `Secretary-General Guterres`.
WORLDWIDE = frozenset({"head_of_state", "international"})


def home_side(
    article: Article, names: Sequence[Name], people: Sequence[Person], phrases: Sequence[OfficePhrase]
) -> str | None:
    """The side that a text leaves out where it tells an office; null where it names none."""
    counts = Counter(name.code for name in names if name.code and name.kind in NAMING_KINDS | BODIES)
    votes: defaultdict[str, float] = defaultdict(float)
    for side, count in counts.items():
        votes[str(side)] += SHARE * count / counts.total()
    for side in _abroad(people, phrases):
        votes[side] -= FOREIGN
    bare = {phrase.span for phrase in phrases if _is_bare(phrase)}
    for person in people:
        if person.side and not bare.isdisjoint(person.offices):
            votes[person.side] += BARE_OFFICE
    for newsroom in (*article.agencies, article.publisher):
        if newsroom and (country := country_of_newsroom(newsroom)):
            votes[country] += NEWSROOM
    dateline = {place.code for place in find_names(article.dateline_place or "") if place.code}
    if len(dateline) == 1:
        votes[str(*dateline)] += DATELINE
    return max((side for side, vote in votes.items() if vote > 0), key=lambda side: votes[side], default=None)


def _abroad(people: Sequence[Person], phrases: Sequence[OfficePhrase]) -> Iterator[str]:
    """The sides of counterparts of those whose own is left out: `the minister received his Estonian counterpart`."""
    holders = {office: person for person in people for office in person.offices}
    for phrase in phrases:
        if phrase.relation in OF_ANOTHER_SIDE and phrase.owner:
            holder = holders.get(phrase.span)
            owner = last_before(people, phrase.span.start, holder)
            side = next(iter(phrase.sides), holder.side if holder else None)
            if side and owner and owner.side is None:
                yield side


def _is_bare(phrase: OfficePhrase) -> bool:
    """Whether an office is told without a side, as only one's own are."""
    owned = phrase.sides or phrase.owner or phrase.relation
    return not owned and not phrase.honorific and phrase.portfolio not in WORLDWIDE
