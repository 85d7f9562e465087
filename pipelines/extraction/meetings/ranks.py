"""Of what rank somebody takes part: by the office told, or held by those who are listed as office holders at the time.

Not here: titles and their ranks (`reference/offices.csv`), who held which office (`reference/office_holders.csv`).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from pipelines.extraction.meetings.tellings import RANKS
from pipelines.reading.document import Document
from pipelines.reading.intervals import Interval
from pipelines.reading.people import Person
from pipelines.reading.person_names import fold
from pipelines.reference.people import OfficeHolder, office_holders

#: The rank of those who hold an office that is listed.
RANK_OF = {
    "leader": "leader",
    "head_of_state": "leader",
    "crown_prince": "leader",
    "defence_minister": "minister",
    "foreign_minister": "minister",
    "secretary_general": "minister",
    "military_chief": "military",
    "service_chief": "military",
}


@cache
def _by_name() -> Mapping[tuple[str, ...], Sequence[OfficeHolder]]:
    """Terms of office by the words of a name, and by the surname alone."""
    terms: defaultdict[tuple[str, ...], list[OfficeHolder]] = defaultdict(list)
    for holder in office_holders():
        for spelling in (holder.person, *holder.spellings):
            words = fold(spelling)
            for key in {words, words[-1:]}:
                if holder not in terms[key]:
                    terms[key].append(holder)
    return terms


def term_of(document: Document, person: Person) -> OfficeHolder | None:
    """The office that somebody named in an article held when it appeared; null where none is listed.

    A surname alone counts with an office only (`Prime Minister Albanese`), and where one side's holder bears it.
    """
    words = fold(person.name)
    published = document.article.published
    if not words or published.earliest is None or published.latest is None:
        return None
    days = Interval(published.earliest, published.latest)
    found = [t for t in _by_name().get(words, ()) if t.office in RANK_OF and _around(t, days)]
    if len(words) == 1:
        found = [t for t in found if person.role and person.role_class not in ("company", "working", "unknown")]
    if len({t.iso3 for t in found}) != 1:
        return None
    return min(found, key=lambda t: RANKS.index(RANK_OF[t.office]))


def _around(term: OfficeHolder, days: Interval) -> bool:
    return term.earliest <= days.latest and days.earliest <= term.latest


def rank_of(document: Document, person: Person) -> str:
    """The rank of somebody, in the words of `schemas/vocabulary.py`."""
    term = term_of(document, person)
    if term:
        return RANK_OF[term.office]
    if person.role_class != "relation":
        return person.role_class
    return "unknown"
