"""Bad rows go to quarantine with their reasons, and what belongs to them goes along."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import polars as pl
import pytest

from pipelines.records import Rejected
from pipelines.release.admit import admit, quarantine
from pipelines.release.audit import audit
from pipelines.release.validate import split
from schemas import TABLES, Deals, Meetings, Quarantine

Tables = dict[str, pl.DataFrame]


@pytest.fixture
def tables(sample: Callable[..., Any]) -> Tables:
    return {name: frame for name, frame in sample().tables.items() if name != "quarantine"}


def _spoil(frame: pl.DataFrame, column: str, value: Any) -> pl.DataFrame:
    """The frame with the value of its first row replaced."""
    values = [value, *frame[column].to_list()[1:]]
    return frame.with_columns(pl.Series(column, values, frame.schema[column]))


def test_good_rows_all_pass(tables: Tables) -> None:
    admitted = admit(tables)
    assert not admitted.rejected
    assert all(admitted.tables[name].equals(frame) for name, frame in tables.items())


def test_a_row_is_rejected_with_every_reason(tables: Tables) -> None:
    frame = _spoil(_spoil(tables["meetings"], "kind", "chat"), "sides", ["KOR", "Poland"])
    valid, rejected = split(Meetings, frame)
    assert valid.equals(frame[1:])
    assert [(one.table, one.column, one.check, one.value) for one in rejected] == [
        ("meetings", "kind", "isin", "chat"),
        ("meetings", "sides", "item_pattern", "KOR|Poland"),
    ]
    assert all(one.stage == "validate" and one.reason.endswith(".") for one in rejected)


def test_an_interval_that_ends_before_it_begins_is_rejected(tables: Tables) -> None:
    frame = _spoil(tables["deals"], "value_max", Decimal(1))
    valid, rejected = split(Deals, frame)
    assert valid.height == frame.height - 1
    assert [(one.column, one.check) for one in rejected] == [("value_min", "interval")]


def test_rows_with_one_key_are_all_rejected_because_none_is_known_to_be_right(tables: Tables) -> None:
    frame = pl.concat([tables["deals"], _spoil(tables["deals"][:1], "status", "interest")])
    valid, rejected = split(Deals, frame)
    assert valid.height == tables["deals"].height - 1
    assert [one.check for one in rejected] == ["multiple_fields_uniqueness"] * 2


def test_a_rejected_meeting_takes_its_participants_and_mentions_along(tables: Tables) -> None:
    lost = tables["meetings"]["meeting_id"][0]
    admitted = admit(tables | {"meetings": _spoil(tables["meetings"], "kind", "chat")})
    for name, column in (("meetings", "meeting_id"), ("meeting_participants", "meeting_id"), ("mentions", "record_id")):
        assert lost not in admitted.tables[name][column]
        assert admitted.tables[name].height
    assert {one.table for one in admitted.rejected} == {"meetings", "meeting_participants", "mentions"}
    assert {one.source for one in admitted.rejected} <= {"in/0.txt", "in/1.txt"}
    assert len({one.source for one in admitted.rejected}) == 1


def test_a_statement_outlives_the_deal_it_is_about(tables: Tables) -> None:
    deal_id = tables["deals"]["deal_id"][0]
    linked = _spoil(tables["statements"], "deal_id", deal_id)
    admitted = admit(tables | {"statements": linked, "deals": _spoil(tables["deals"], "status", "rumoured")})
    assert admitted.tables["statements"].height == linked.height
    assert admitted.tables["statements"]["deal_id"][0] is None


def test_a_row_whose_every_mention_was_rejected_goes_as_well(tables: Tables) -> None:
    first = tables["mentions"].row(0, named=True)
    admitted = admit(tables | {"mentions": _spoil(tables["mentions"], "text", " ")})
    key = TABLES[first["record_table"]].primary_key()[0]
    assert first["record_id"] not in admitted.tables[first["record_table"]][key]
    assert "has_mention" in {one.check for one in admitted.rejected}


def test_a_rejected_article_takes_everything_read_from_it_along(tables: Tables) -> None:
    admitted = admit(tables | {"articles": _spoil(tables["articles"], "language", "English")})
    shared = {"people": 2}  # the other article names them too
    assert {name: frame.height for name, frame in admitted.tables.items()} == {
        name: frame.height // 2 for name, frame in tables.items()
    } | shared


def test_somebody_whose_every_row_was_rejected_is_not_listed(tables: Tables) -> None:
    spoilt = tables | {"articles": tables["articles"].with_columns(language=pl.lit("English"))}
    assert admit(spoilt).tables["people"].is_empty()


@pytest.mark.parametrize("column", ["kind", "level", "confidence", "sides", "date_precision"])
def test_what_is_left_always_passes_the_audit(sample: Callable[..., Any], tables: Tables, column: str) -> None:
    bad = admit(tables | {"meetings": _spoil(tables["meetings"], column, None)})
    whole = bad.tables | {"quarantine": quarantine(bad.rejected, "2026.01.01")}
    assert not [finding for finding in audit(whole, sample().texts) if finding.severity == "fatal"]


def test_a_blank_value_does_not_make_quarantine_itself_invalid() -> None:
    blank = Rejected("a.txt", "validate", "str_matches", "It is blank.", "articles", "title", "  ")
    frame = quarantine([blank, blank], "2026.01.01")
    assert frame.height == 1
    assert frame["value"].to_list() == [None]
    Quarantine.validate(frame, lazy=True)
