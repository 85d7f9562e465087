"""What stops a release, and what only warns."""

from collections.abc import Callable
from typing import Any

import polars as pl
import pytest

from pipelines.records import Rejected
from pipelines.release.admit import quarantine
from pipelines.release.audit import Finding, Limits, audit

Change = Callable[[pl.DataFrame], pl.DataFrame]


def _set(column: str, value: Any) -> Change:
    return lambda frame: frame.with_columns(pl.lit(value, frame.schema[column]).alias(column))


def _found(findings: list[Finding], severity: str) -> set[tuple[str, str]]:
    return {(finding.table, finding.rule) for finding in findings if finding.severity == severity}


@pytest.mark.parametrize(
    ("table", "change", "finding"),
    [
        ("meetings", _set("kind", "chat"), ("meetings", "isin")),
        ("deals", _set("value_max", 1), ("deals", "interval")),
        ("deals", lambda frame: pl.concat([frame, frame]), ("deals", "multiple_fields_uniqueness")),
        ("deals", lambda frame: frame.drop("flags"), ("deals", "columns")),
        ("deals", lambda frame: frame.cast({"value_min": pl.Float64}), ("deals", "columns")),
        ("deals", lambda frame: frame.clear(), ("deal_items", "refers_to")),
        ("articles", lambda frame: frame[1:], ("mentions", "refers_to")),
        ("statements", lambda frame: frame.clear(), ("mentions", "refers_to")),
        ("statements", _set("meeting_id", "mt_0123456789abcdef"), ("statements", "refers_to")),
        ("mentions", lambda frame: frame.clear(), ("statements", "has_mention")),
        ("mentions", _set("text", "made up"), ("mentions", "verbatim")),
        ("mentions", _set("end", 100_000), ("mentions", "verbatim")),
        ("articles", lambda frame: frame.clear(), ("articles", "fewest_articles")),
    ],
)
def test_a_broken_release_is_stopped(
    sample: Callable[..., Any], table: str, change: Change, finding: tuple[str, str]
) -> None:
    good = sample()
    assert not audit(good.tables, good.texts, Limits(greatest_quarantined_share=1))
    broken = {**good.tables, table: change(good.tables[table])}
    assert finding in _found(audit(broken, good.texts), "fatal")


def test_a_mention_of_an_article_whose_text_is_not_at_hand_is_not_taken_on_trust(sample: Callable[..., Any]) -> None:
    assert ("mentions", "verbatim") in _found(audit(sample().tables, {}), "fatal")


def test_a_missing_table_stops_a_release(sample: Callable[..., Any]) -> None:
    good = sample()
    tables = {name: frame for name, frame in good.tables.items() if name != "deals"}
    assert _found(audit(tables, good.texts), "fatal") == {("deals", "table_present")}


def test_many_unread_articles_and_many_rows_only_warn(sample: Callable[..., Any]) -> None:
    good = sample()
    unread = [Rejected(f"in/{number}.bin", "ingest", "decoding", "No text.") for number in range(9)]
    tables = {**good.tables, "quarantine": quarantine(unread, "2026.01.01")}
    findings = audit(tables, good.texts, Limits(most_rows_per_article=2))
    assert {finding.severity for finding in findings} == {"warning"}
    assert _found(findings, "warning") == {("quarantine", "quarantined_share"), ("articles", "rows_per_article")}
