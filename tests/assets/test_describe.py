"""What the UI says of a table is what the schema says."""

import dagster as dg
import polars as pl

from pipelines.assets.describe import CELL_WIDTH, PREVIEW_ROWS, codes, column_lineage, column_schema, counted, preview
from schemas import TABLES, Deals, Mentions, Statements, derive


def column(table: str, name: str) -> dg.TableColumn:
    return next(column for column in column_schema(TABLES[table]).columns if column.name == name)


def test_every_column_of_every_table_has_a_description() -> None:
    for table in TABLES.values():
        assert all(column.description for column in column_schema(table).columns)


def test_constraints_are_those_of_the_schema() -> None:
    assert column("deals", "deal_id").constraints == dg.TableColumnConstraints(nullable=False, unique=True)
    assert column("deals", "value_min").constraints.nullable
    assert "one of 2 codes" in column("deals", "value_scope").constraints.other
    assert str(column("deals", "value_scope").description).endswith("One of `total`, `per_unit`.")
    assert "unique together: deal_id, position" in column("deal_items", "position").constraints.other


def test_a_vocabulary_of_two_hundred_codes_is_not_spelled_out() -> None:
    country = column("meetings", "country")
    assert country.constraints.other == ["one of 250 codes"]
    assert "AFG" not in str(country.description)


def test_codes_are_counted_by_column_and_those_of_lists_one_by_one() -> None:
    empty = derive.frame(Statements, [])
    rows = {"topics": [["cyber", "space"], ["cyber"]], "mode": ["direct", "mixed"]}
    frame = pl.concat([empty, pl.DataFrame(rows)], how="diagonal_relaxed")
    shown = str(codes(Statements, frame).value).splitlines()
    assert "| topics | cyber | 2 |" in shown
    assert "| mode | mixed | 1 |" in shown
    assert not any("indirect" in line for line in shown)


def test_foreign_keys_lead_to_the_table_they_refer_to() -> None:
    lineage = column_lineage(Statements).deps_by_column
    assert lineage["deal_id"] == [dg.TableColumnDep(dg.AssetKey("deals"), "deal_id")]
    assert set(lineage) == {"meeting_id", "deal_id", "person_id"}
    assert column_lineage(Mentions).deps_by_column["article_id"][0].column_name == "article_id"
    assert not column_lineage(Deals).deps_by_column


def test_a_preview_survives_pipes_newlines_and_long_cells() -> None:
    frame = pl.DataFrame({"text": ["a | b\n\nc", "x" * 500, None], "codes": [["KOR", "POL"], [], None]})
    lines = str(preview(frame).value).splitlines()
    assert lines[2] == r"| a \| b c | KOR, POL |"
    assert len(lines) == 2 + 3
    assert len(lines[3]) < CELL_WIDTH + 20


def test_a_preview_is_short_however_long_the_table() -> None:
    assert len(str(preview(pl.DataFrame({"n": range(10_000)})).value).splitlines()) == 2 + PREVIEW_ROWS


def test_an_empty_table_says_so() -> None:
    assert preview(pl.DataFrame(schema={"n": pl.Int64})).value == "There are none."


def test_the_commonest_reason_comes_first() -> None:
    frame = pl.DataFrame({"check": ["rare", "common", "common"], "table": [None, "deals", "deals"]})
    assert str(counted(frame, "check", "table").value).splitlines()[2] == "| common | deals | 2 |"
