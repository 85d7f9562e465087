"""The schemas hold what the contract says, and let nothing else through."""

from datetime import date
from typing import Any

import polars as pl
import pytest
from pandera.errors import SchemaErrors

from schemas import TABLES, Articles, DealItems, Deals, Mentions, Statements, Table, derive

ARTICLE = {
    "article_id": "art_0123456789abcdef",
    "source": "a.txt",
    "url": None,
    "publisher": None,
    "agencies": ["Yonhap"],
    "title": None,
    "language": "en",
    "published_earliest": date(2024, 5, 1),
    "published_latest": date(2024, 5, 1),
    "published_precision": "day",
    "published_basis": "header",
    "published_flags": [],
    "n_chars": 10,
    "content_sha256": "0" * 64,
}
ITEM = {
    "deal_id": "dl_0123456789abcdef",
    "position": 0,
    "system": None,
    "system_text": "tanks",
    "category": "armoured_vehicle",
    "quantity_min": None,
    "quantity_max": 3,
    "quantity_unit": "unit",
}
STATEMENT: dict[str, Any] = {
    **dict.fromkeys(Statements.to_schema().columns),
    "statement_id": "st_0123456789abcdef",
    "speaker_kind": "anonymous",
    "mode": "direct",
    "text": "We will buy more.",
    "cue": "said",
    "date_precision": "unknown",
    "topics": ["cyber"],
    "countries": ["KOR", "NATO"],
    "confidence": 0.5,
    "first_version": "2026.11.22",
    "last_changed_version": "2026.11.22.1",
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_table_and_column_is_documented(table: type[Table]) -> None:
    assert derive.description(table).endswith(".")
    for column in derive.columns(table):
        assert column.description, f"{table.table_name()}.{column.name} has no description"
        assert column.description.endswith("."), f"{table.table_name()}.{column.name}: {column.description}"


def test_a_column_without_a_description_is_noticed() -> None:
    class Bare(Table):
        """A table whose only column nobody described."""

        name: str

        class Config(Table.Config):
            """Its name and key."""

            name = "bare"
            unique = ["name"]  # noqa: RUF012 - Pandera reads it from the class

    assert not derive.columns(Bare)[0].description


@pytest.mark.parametrize(
    ("table", "row"), [(Articles, ARTICLE), (DealItems, ITEM), (Statements, STATEMENT)], ids=lambda it: str(it)[:9]
)
def test_a_good_row_passes(table: type[Table], row: dict[str, Any]) -> None:
    frame = derive.frame(table, [row])
    assert table.validate(frame, lazy=True).equals(frame)


@pytest.mark.parametrize(
    ("table", "good", "column", "bad", "check"),
    [
        (Articles, ARTICLE, "article_id", "art_0123", "str_matches"),
        (Articles, ARTICLE, "source", " ", "str_matches"),
        (Articles, ARTICLE, "title", "", "str_matches"),
        (Articles, ARTICLE, "language", "English", "str_matches"),
        (Articles, ARTICLE, "n_chars", -1, "greater_than_or_equal_to"),
        (Articles, ARTICLE, "n_chars", None, "not_nullable"),
        (Articles, ARTICLE, "published_basis", "guess", "isin"),
        (Articles, ARTICLE, "agencies", [" "], "item_pattern"),
        (DealItems, ITEM, "category", "boat", "isin"),
        (DealItems, ITEM, "quantity_unit", "dozen", "isin"),
        (DealItems, ITEM, "quantity_max", -3, "greater_than_or_equal_to"),
        (Statements, STATEMENT, "confidence", 1.2, "in_range"),
        (Statements, STATEMENT, "confidence", float("nan"), "in_range"),
        (Statements, STATEMENT, "topics", ["cyber", "weather"], "item_pattern"),
        (Statements, STATEMENT, "topics", [None], "item_pattern"),
        (Statements, STATEMENT, "topics", None, "not_nullable"),
        (Statements, STATEMENT, "countries", ["Korea"], "item_pattern"),
        (Statements, STATEMENT, "speaker_side", "kor", "str_matches"),
        (Statements, STATEMENT, "meeting_id", "dl_0123456789abcdef", "str_matches"),
    ],
)
def test_a_bad_value_fails_its_check(
    table: type[Table], good: dict[str, Any], column: str, bad: Any, check: str
) -> None:
    with pytest.raises(SchemaErrors) as caught:
        table.validate(derive.frame(table, [{**good, column: bad}]), lazy=True)
    cases = caught.value.failure_cases
    assert set(cases["column"]) == {column}
    assert any(told.startswith(check) for told in cases["check"])


def test_a_key_given_twice_fails() -> None:
    with pytest.raises(SchemaErrors, match="uniqueness"):
        DealItems.validate(derive.frame(DealItems, [ITEM, {**ITEM, "system_text": "guns"}]), lazy=True)


def test_a_missing_column_fails() -> None:
    with pytest.raises(SchemaErrors):
        DealItems.validate(derive.frame(DealItems, [ITEM]).drop("category"), lazy=True)


def test_a_lazy_frame_is_refused_because_pandera_would_check_its_types_only() -> None:
    with pytest.raises(TypeError, match="collect"):
        DealItems.validate(derive.frame(DealItems, [{**ITEM, "category": "boat"}]).lazy())


def test_types_are_told_in_the_words_of_the_contract() -> None:
    told = {column.name: column.type_name for table in (Deals, Mentions) for column in derive.columns(table)}
    assert told["value_min"] == "decimal(20,2)?"
    assert told["event_earliest"] == "date?"
    assert told["flags"] == "list<string>"
    assert told["start"] == "int"
    assert told["confidence"] == "float"


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_intervals_and_references_name_columns_that_exist(table: type[Table]) -> None:
    columns = {column.name: column for column in derive.columns(table)}
    assert {name for pair in table.intervals() for name in pair} <= columns.keys()
    assert set(table.primary_key()) <= columns.keys()
    assert {column.refers_to for column in columns.values() if column.refers_to} <= TABLES.keys()


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_arrow_types_are_those_that_polars_writes(table: type[Table]) -> None:
    arrow = derive.arrow_schema(table)
    assert arrow.names == list(derive.polars_schema(table))
    assert arrow.equals(pl.DataFrame(schema=derive.polars_schema(table)).to_arrow().schema)
    assert all(arrow.field(name).metadata[b"description"] for name in arrow.names)
