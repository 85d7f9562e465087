"""Who is known to the reference lists as an office holder on the day of an article. Not here: the lists."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from pipelines.reading.person_names import fold
from pipelines.records import Published
from pipelines.reference.name_words import name_words
from pipelines.reference.people import OfficeHolder, office_holders


def known_term(name: str, rank: str, published: Published) -> OfficeHolder | None:
    """The term of office of somebody so named; null where nobody listed is, or it cannot be told which.

    Terms that the day of publication falls into come before the last one. A single word counts only as the surname of
    one who holds an office of the rank told of it (`President Biden`).
    """
    words = fold(name)
    terms = _by_name().get(words) or _by_name().get(_plain(words), ())
    current = [term for term in terms if _holds(term, published)]
    if len(words) == 1:
        current = [term for term in current if term.rank == rank]
        return current[0] if len({term.person for term in current}) == 1 else None
    if len({term.person for term in terms}) > 1 and len({term.iso3 for term in current or terms}) > 1:
        return None
    return max(current or terms, key=lambda term: term.earliest, default=None)


def in_office(term: OfficeHolder, published: Published) -> bool:
    """Whether the term holds the day of publication, however widely that is known."""
    if published.earliest is None or published.latest is None:
        return False
    return term.earliest <= published.earliest and published.latest <= term.latest


def _holds(term: OfficeHolder, published: Published) -> bool:
    after = published.earliest is not None and term.latest < published.earliest
    before = published.latest is not None and term.earliest > published.latest
    return not after and not before


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name without initials and without `Jr`; as it is, where less than two words would be left."""
    kept = tuple(word for word in words if len(word) > 1 and word not in name_words("suffix"))
    return kept if len(kept) > 1 else words


@cache
def _by_name() -> Mapping[tuple[str, ...], Sequence[OfficeHolder]]:
    """Terms of office by the folded words of each spelling, and by the last of them."""
    terms: defaultdict[tuple[str, ...], dict[OfficeHolder, None]] = defaultdict(dict)
    for holder in office_holders():
        for spelling in (holder.person, *holder.spellings):
            words = fold(spelling)
            terms[words][holder] = None
            terms[_plain(words)][holder] = None
            terms[words[-1:]][holder] = None
    return {words: tuple(found) for words, found in terms.items()}
