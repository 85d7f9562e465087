"""Rows whose pairs speak for it are put together, the surest first. Not here: comparing, making one row of many.

Clusters are joined only where no row of one rules out a row of the other, so that a chain of likenesses cannot end in
two events. A row that could be of two events is of neither: a vague one (undated, say) joins only where no other
cluster is about as likely. What comes out depends on which rows there are, never on the order they are given in.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

#: Of a larger cluster so many rows, those with the least ids, are asked whether they rule a row out.
WITNESSES: Final = 20
#: Two clusters are about as likely for a vague row where their scores differ by less than this.
DOUBT: Final = 0.5


@dataclass(frozen=True, slots=True)
class Link:
    """Two rows, by id, and the score of their being one event; `one` sorts before `other`."""

    score: float
    one: str
    other: str


class Clusters:
    """Rows in clusters; at first each row is one of its own. A cluster goes by the id of one of its rows."""

    def __init__(self, article_of: Mapping[str, str], rules_out: Callable[[str, str], bool]) -> None:
        """`article_of`: the article of each row; `rules_out`: whether two rows cannot be one event."""
        self._members = {row: [row] for row in article_of}
        self._articles = {row: {article} for row, article in article_of.items()}
        self._home = {row: row for row in article_of}
        self._rules_out = rules_out

    def together(self, one: str, other: str) -> bool:
        """Whether two rows are of one cluster."""
        return self._home[one] == self._home[other]

    def may_join(self, one: str, other: str) -> bool:
        """Whether no article tells of both rows' clusters, and no row of one rules out a row of the other."""
        if not self._articles[self._home[one]].isdisjoint(self._articles[self._home[other]]):
            return False
        mine, theirs = (self._members[self._home[row]][:WITNESSES] for row in (one, other))
        return not any(self._rules_out(first, second) for first in mine for second in theirs)

    def join(self, one: str, other: str) -> None:
        """Make one cluster of those of two rows, the smaller moving to the larger."""
        small, large = sorted((self._home[one], self._home[other]), key=lambda name: (len(self._members[name]), name))
        moved = self._members.pop(small)
        self._home |= dict.fromkeys(moved, large)
        self._members[large] = sorted(self._members[large] + moved)
        self._articles[large] |= self._articles.pop(small)

    def of_several(self) -> list[tuple[str, ...]]:
        """The clusters of more than one row, their rows sorted."""
        return sorted(tuple(members) for members in self._members.values() if len(members) > 1)


def cluster(
    article_of: Mapping[str, str],
    links: Iterable[Link],
    rules_out: Callable[[str, str], bool],
    vague: frozenset[str],
) -> list[tuple[str, ...]]:
    """The rows of each event of more than one row, from the links that reach the threshold.

    `article_of`: the article of each row; no two rows of one article are one event.
    """
    clusters = Clusters(article_of, rules_out)
    ordered = sorted(links, key=lambda link: (-link.score, link.one, link.other))
    of_row: defaultdict[str, list[Link]] = defaultdict(list)
    for link in ordered:
        for row in vague & {link.one, link.other}:
            of_row[row].append(link)
    sure = [link for link in ordered if not vague & {link.one, link.other}]
    doubtful = [link for link in ordered if vague & {link.one, link.other}]
    for link in (*sure, *doubtful):
        ends = (link.one, link.other)
        if (
            not clusters.together(*ends)
            and clusters.may_join(*ends)
            and not any(_has_rival(clusters, link, row, of_row[row]) for row in vague.intersection(ends))
        ):
            clusters.join(*ends)
    return clusters.of_several()


def _has_rival(clusters: Clusters, link: Link, row: str, links: Sequence[Link]) -> bool:
    """Whether a vague row is as likely of another cluster, which the one it is linked with cannot be one with."""
    partner = link.other if row == link.one else link.one
    for rival in links:
        other = rival.other if row == rival.one else rival.one
        if (
            rival.score > link.score - DOUBT
            and not clusters.together(other, partner)
            and not clusters.together(other, row)
            and clusters.may_join(other, row)
            and not clusters.may_join(other, partner)
        ):
            return True
    return False
