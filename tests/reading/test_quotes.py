"""Quotation marks as outlets really print them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.reading.quotes import find_quotes


def quoted(text: str) -> list[str]:
    return [quote.inner.of(text) for quote in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('"We are ready," he said.', ["We are ready,"]),
        ("“We are ready,” she said.", ["We are ready,"]),
        ('Talks are “in the final stage", he said.', ["in the final stage"]),  # opened curly, closed straight
        ("'We are ready,' the minister said.", ["We are ready,"]),
        ("‘We are ready,’ the ministers’ spokesman said.", ["We are ready,"]),
        ("“He called it a ‘very big’ order,” she said.", ["He called it a ‘very big’ order,"]),  # nested: one quotation
        ('"One," he said. "Two."', ["One,", "Two."]),
    ],
)
def test_marks_of_every_kind_delimit_a_quotation(text: str, inner: list[str]) -> None:
    assert quoted(text) == inner


@pytest.mark.parametrize(
    "text",
    [
        "Seoul's offer and the ministers' reply",
        "It’s the navies’ turn",
        "the class of '87",
        "rock 'n' roll",
        "5' 11\" tall men",
    ],
)
def test_apostrophes_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('"We are ready now.\n\nThe talks went on.', ["We are ready now."]),
        ('"We are ready, he said.\n\nThe talks went on.', ["We are ready,"]),  # the attribution shows where it ends
        ('"We are ready.\n\n"They are too," he said.', ["We are ready.", "They are too,"]),  # opened once more
        ("“We are ready.\n\nThey are too,“ he said.", ["We are ready.", "They are too,"]),  # not opened once more
        ("“We are ready.\n\nThey are too.\n\n“So it goes.”", ["We are ready.", "So it goes."]),
    ],
)
def test_a_mark_never_closed_does_not_swallow_the_page(text: str, inner: list[str]) -> None:
    """A forgotten closing mark once turned the rest of a page into one speech."""
    assert quoted(text) == inner
    assert find_quotes(text)[0].open_ended


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("”We are ready,” he said.", ["We are ready,"]),
        ("“We are ready,“ he said.", ["We are ready,"]),
        ("„We are ready,“ he said.", ["We are ready,"]),
        ("«We are ready», he said.", ["We are ready"]),
    ],
)
def test_marks_turned_the_wrong_way_still_delimit(text: str, inner: list[str]) -> None:
    assert quoted(text) == inner


@given(st.text(alphabet="ab .,\n\"'“”‘’«»", max_size=80))
def test_quotations_are_in_order_and_never_overlap(text: str) -> None:
    quotes = find_quotes(text)
    for quote in quotes:
        assert quote.outer.holds(quote.inner)
        assert "\n" not in quote.outer.of(text)
    for one, other in pairwise(quotes):
        assert one.outer.end <= other.outer.start


@given(st.text(max_size=200))
def test_no_text_makes_it_raise(text: str) -> None:
    find_quotes(text)
