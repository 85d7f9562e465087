"""Rows are put together the surest first, never across what rules it out, and in whatever order they come."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from pipelines.resolution.events.clusters import Link, cluster

ROWS = "abcdef"


def articles(rows: str) -> dict[str, str]:
    """Each row in an article of its own."""
    return {row: f"article of {row}" for row in rows}


def never(_one: str, _other: str) -> bool:
    return False


def test_links_join_rows_through_others() -> None:
    assert cluster(articles("abc"), [Link(9, "a", "b"), Link(8, "b", "c")], never, frozenset()) == [("a", "b", "c")]


def test_what_one_row_of_a_cluster_rules_out_the_cluster_rules_out() -> None:
    apart = {frozenset("ac")}
    links = [Link(9, "a", "b"), Link(8, "b", "c")]
    assert cluster(articles("abc"), links, lambda one, other: frozenset((one, other)) in apart, frozenset()) == [
        ("a", "b")
    ]


def test_a_vague_row_goes_where_it_is_likelier_by_far_and_else_nowhere() -> None:
    def apart(one: str, other: str) -> bool:
        return {one, other} == {"a", "b"}

    vague = frozenset("v")
    assert cluster(articles("abv"), [Link(9, "a", "v"), Link(6, "b", "v")], apart, vague) == [("a", "v")]
    assert cluster(articles("abv"), [Link(9, "a", "v"), Link(8.8, "b", "v")], apart, vague) == []
    assert cluster(articles("abv"), [Link(9, "a", "v"), Link(8.8, "b", "v")], never, vague) == [("a", "b", "v")]


@given(
    scores=st.dictionaries(st.sampled_from(list(combinations(ROWS, 2))), st.integers(1, 3)),
    apart=st.sets(st.sampled_from(list(combinations(ROWS, 2)))),
    vague=st.frozensets(st.sampled_from(ROWS)),
)
def test_the_order_of_links_plays_no_part_and_what_is_ruled_out_stays_apart(
    scores: dict[tuple[str, str], int], apart: set[tuple[str, str]], vague: frozenset[str]
) -> None:
    def rules_out(one: str, other: str) -> bool:
        return tuple(sorted((one, other))) in apart

    links = [Link(score, *pair) for pair, score in scores.items() if pair not in apart]
    found = cluster(articles(ROWS), links, rules_out, vague)
    assert found == cluster(articles(ROWS[::-1]), links[::-1], rules_out, vague)
    assert not any(pair in apart for rows in found for pair in combinations(rows, 2))


def test_an_event_of_many_articles_takes_no_second_row_of_one_of_them() -> None:
    """With more rows than are asked as witnesses, two rows of one article once ended in one event."""
    rows = {f"r{number:02d}": f"article {number}" for number in range(30)} | {"z": "article 29"}
    links = [Link(9, "r00", row) for row in rows if row not in ("r00", "z")] + [Link(8, "r00", "z")]
    assert cluster(rows, links, never, frozenset()) == [tuple(f"r{number:02d}" for number in range(30))]
