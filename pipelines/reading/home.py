"""The side that a text takes for granted: whose defence minister it calls just `Defence Minister Kim`.

Not here: sides that are told or known (`sides.py`).
"""

from collections import Counter
from collections.abc import Sequence

from pipelines.reading.offices import OfficePhrase
from pipelines.reading.people import Person
from pipelines.records import Article
from pipelines.reference.gazetteer import Name
from pipelines.reference.newsrooms import country_of_newsroom

#: Kinds of names that tell for which side a text is written when it names one most.
NAMING_KINDS = frozenset({"country", "demonym", "capital"})
#: Weights of the signs: the share of all names that are the side's; an office told without a side, of somebody whose
#: side is known; the country of agency or outlet.
SHARE, BARE_OFFICE, NEWSROOM = 2.0, 1.0, 1.0


def home_side(
    article: Article, names: Sequence[Name], people: Sequence[Person], phrases: Sequence[OfficePhrase]
) -> str | None:
    """The side that a text leaves out where it tells an office; null where it names none."""
    counts = Counter(name.code for name in names if name.code and name.kind in NAMING_KINDS)
    votes: Counter[str] = Counter()
    for side, count in counts.items():
        votes[str(side)] += SHARE * count / counts.total()  # type: ignore[assignment]
    bare = {p.span for p in phrases if not p.sides and not p.honorific and p.relation is None and p.owner is None}
    for person in people:
        if person.side and not bare.isdisjoint(person.offices):
            votes[person.side] += BARE_OFFICE  # type: ignore[assignment]
    for newsroom in (*article.agencies, article.publisher):
        if newsroom and (country := country_of_newsroom(newsroom)):
            votes[country] += NEWSROOM  # type: ignore[assignment]
    return max(votes, key=lambda side: votes[side], default=None)
