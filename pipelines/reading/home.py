"""The side that a text takes for granted: whose defence minister it calls just `Defence Minister Kim`.

Not here: sides that are told or known (`sides.py`).
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from pipelines.reading.offices import OfficePhrase
from pipelines.reading.people import Person
from pipelines.records import Article
from pipelines.reference.gazetteer import Name, find_names
from pipelines.reference.newsrooms import country_of_newsroom

#: Kinds of names that tell for which side a text is written when it names one most.
NAMING_KINDS = frozenset({"country", "demonym", "capital"})
#: Weights of the signs: the share of all names that are the side's; an office told without a side, of somebody whose
#: side is known; the country of agency or outlet; the place of the dateline.
SHARE, BARE_OFFICE, NEWSROOM, DATELINE = 2.0, 1.0, 1.5, 0.5

#: Portfolios told without a side in the news of all countries: `President Trump`, `Secretary-General Guterres`.
WORLDWIDE = frozenset({"head_of_state", "international"})


def home_side(
    article: Article, names: Sequence[Name], people: Sequence[Person], phrases: Sequence[OfficePhrase]
) -> str | None:
    """The side that a text leaves out where it tells an office; null where it names none."""
    counts = Counter(name.code for name in names if name.code and name.kind in NAMING_KINDS)
    votes: defaultdict[str, float] = defaultdict(float)
    for side, count in counts.items():
        votes[str(side)] += SHARE * count / counts.total()
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
    return max(votes, key=lambda side: votes[side], default=None)


def _is_bare(phrase: OfficePhrase) -> bool:
    """Whether an office is told without a side, as only one's own are."""
    owned = phrase.sides or phrase.owner or phrase.relation
    return not owned and not phrase.honorific and phrase.portfolio not in WORLDWIDE
