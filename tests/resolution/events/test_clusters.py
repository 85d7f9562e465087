"""Rows are put together the surest first, never across what rules it out, and in whatever order they come."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from pipelines.resolution.events.clusters import Link, cluster

ROWS = "abcdef"


def never(_one: str, _other: str) -> bool:
    return False


def test_links_join_rows_through_others() -> None:
    assert cluster("abc", [Link(9, "a", "b"), Link(8, "b", "c")], never, frozenset()) == [("a", "b", "c")]


def test_what_one_row_of_a_cluster_rules_out_the_cluster_rules_out() -> None:
    apart = {frozenset("ac")}
    links = [Link(9, "a", "b"), Link(8, "b", "c")]
    assert cluster("abc", links, lambda one, other: frozenset((one, other)) in apart, frozenset()) == [("a", "b")]


def test_a_vague_row_goes_where_it_is_likelier_by_far_and_else_nowhere() -> None:
    def apart(one: str, other: str) -> bool:
        return {one, other} == {"a", "b"}

    vague = frozenset("v")
    assert cluster("abv", [Link(9, "a", "v"), Link(6, "b", "v")], apart, vague) == [("a", "v")]
    assert cluster("abv", [Link(9, "a", "v"), Link(8.8, "b", "v")], apart, vague) == []
    assert cluster("abv", [Link(9, "a", "v"), Link(8.8, "b", "v")], never, vague) == [("a", "b", "v")]


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
    found = cluster(ROWS, links, rules_out, vague)
    assert found == cluster(ROWS[::-1], links[::-1], rules_out, vague)
    assert not any(pair in apart for rows in found for pair in combinations(rows, 2))
