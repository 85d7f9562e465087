"""Rows whose pairs speak for it are put together, the surest first. Not here: comparing, making one row of many.

A row that could be of two events is of neither: a vague one (undated, say) joins only where one event alone fits. What
comes out depends on which rows there are, never on the order in which they are given.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Link:
    """Two rows, by id, and the score of their being one event; `one` sorts before `other`."""

    score: float
    one: str
    other: str


@dataclass(slots=True)
class Clusters:
    """Rows in clusters; at first each row is one of its own. A cluster goes by the id of one of its rows."""

    article_of: Mapping[str, str]
    members: dict[str, set[str]] = field(default_factory=dict)
    articles: dict[str, set[str]] = field(default_factory=dict)
    home: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.members = {row: {row} for row in self.article_of}
        self.articles = {row: {article} for row, article in self.article_of.items()}
        self.home = {row: row for row in self.article_of}

    def may_join(self, one: str, other: str) -> bool:
        """Whether the clusters of two rows have no article in common: an article tells an event once."""
        return self.articles[self.home[one]].isdisjoint(self.articles[self.home[other]])

    def join(self, one: str, other: str) -> None:
        """Put the clusters of two rows together, the smaller into the larger."""
        small, large = sorted((self.home[one], self.home[other]), key=lambda name: (len(self.members[name]), name))
        if small != large:
            for row in self.members[small]:
                self.home[row] = large
            self.members[large] |= self.members.pop(small)
            self.articles[large] |= self.articles.pop(small)


def cluster(
    article_of: Mapping[str, str], links: Iterable[Link], is_vague: Callable[[str], bool]
) -> list[tuple[str, ...]]:
    """The rows of each event, each sorted, from the links between rows that reach the threshold."""
    clusters = Clusters(article_of)
    ordered = sorted(links, key=lambda link: (-link.score, link.one, link.other))
    sure = [link for link in ordered if not is_vague(link.one) and not is_vague(link.other)]
    _join(clusters, sure)
    _settle_vague(clusters, [link for link in ordered if is_vague(link.one) != is_vague(link.other)], is_vague)
    _join(clusters, [link for link in ordered if is_vague(link.one) and is_vague(link.other)])
    return sorted(tuple(sorted(members)) for members in clusters.members.values())


def _join(clusters: Clusters, links: Sequence[Link]) -> None:
    for link in links:
        if clusters.home[link.one] != clusters.home[link.other] and clusters.may_join(link.one, link.other):
            clusters.join(link.one, link.other)


def _settle_vague(clusters: Clusters, links: Sequence[Link], is_vague: Callable[[str], bool]) -> None:
    """Put each vague row into the one cluster of sure rows that it is linked with."""
    fitting: defaultdict[str, set[str]] = defaultdict(set)
    best: dict[str, float] = {}
    for link in links:
        vague, sure = (link.one, link.other) if is_vague(link.one) else (link.other, link.one)
        fitting[vague].add(clusters.home[sure])
        best.setdefault(vague, link.score)
    for vague in sorted(fitting, key=lambda row: (-best[row], row)):
        home, *others = {clusters.home[row] for row in fitting[vague]}
        if not others and clusters.may_join(vague, home):
            clusters.join(vague, home)
