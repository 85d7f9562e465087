"""What is written is what is read, twice the same, with the meaning of each column beside it."""

import random
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl
import pyarrow.parquet as pq
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.release.write import read_tables, write_csv, write_parquet, write_tables
from schemas import Deals, derive

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
TEXTS = st.lists(WORDS | st.sampled_from(["|", "\\", "a|b", "two\nlines", "\\|", 'say "x", y']), max_size=4)
MONEY = st.decimals(0, 10**15, places=2) | st.none()
ROWS = st.fixed_dictionaries(
    {
        "deal_id": st.integers(0, 2**64 - 1).map(lambda number: f"dl_{number:016x}"),
        "kind": st.just("aid"),
        "status": st.just("signed"),
        "supplier_countries": st.lists(st.sampled_from(["KOR", "POL", "NATO"]), max_size=3),
        "recipient_countries": st.just([]),
        "supplier_organizations": TEXTS,
        "recipient_organizations": TEXTS,
        "value_min": MONEY,
        "value_max": MONEY,
        "value_text": WORDS | st.none(),
        "event_earliest": st.dates(date(1990, 1, 1), date(2090, 1, 1)) | st.none(),
        "date_precision": st.just("day"),
        "flags": st.just([]),
        "confidence": st.floats(0, 1),
    }
)


def _frame(rows: list[dict[str, Any]]) -> pl.DataFrame:
    blank: dict[str, Any] = dict.fromkeys(derive.polars_schema(Deals))
    return derive.frame(Deals, [blank | row for row in rows])


def _items(cell: str) -> list[str]:
    """The items of a list in CSV, as the data card tells to read them."""
    parts = re.findall(r"(?:^|\|)((?:[^|\\]|\\.)*)", cell, re.DOTALL) if cell else []
    return [re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL) for part in parts]


@given(st.lists(ROWS, max_size=5))
@settings(max_examples=40, deadline=None)
def test_what_is_read_back_from_parquet_is_what_was_written(rows: list[dict[str, Any]]) -> None:
    frame = _frame(rows)
    with TemporaryDirectory() as folder:
        write_parquet(Deals, frame, Path(folder) / "deals.parquet")
        assert read_tables(Path(folder))["deals"].equals(frame)


@given(st.lists(ROWS, max_size=5))
@settings(max_examples=40, deadline=None)
def test_what_is_read_back_from_csv_is_what_was_written(rows: list[dict[str, Any]]) -> None:
    frame = _frame(rows)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deals.csv"
        write_csv(frame, path)
        found = pl.read_csv(path, infer_schema=False)
    assert found.height == frame.height
    for told, read in zip(frame.iter_rows(named=True), found.iter_rows(named=True), strict=True):
        for column, value in told.items():
            cell = read[column]
            match value:
                case list():
                    assert _items(cell or "") == value
                case Decimal():
                    assert Decimal(cell) == value
                case None:
                    assert cell is None
                case float():
                    assert float(cell) == value
                case _:
                    assert cell == str(value)


def test_the_order_of_rows_does_not_change_a_byte(sample: Callable[..., Any], tmp_path: Path) -> None:
    tables = sample(9).tables
    shuffled = {
        name: frame[random.Random(7).sample(range(frame.height), frame.height)] for name, frame in tables.items()
    }
    for name, given_tables in (("one", tables), ("two", shuffled)):
        (tmp_path / name).mkdir()
        write_tables(given_tables, tmp_path / name)
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert len(files) == 2 * len(tables)
    assert all((tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes() for file in files)


def test_each_parquet_column_carries_its_description(sample: Callable[..., Any], tmp_path: Path) -> None:
    write_tables(sample().tables, tmp_path)
    fields = pq.read_schema(tmp_path / "deals.parquet")
    for column in derive.columns(Deals):
        assert fields.field(column.name).metadata[b"description"].decode() == column.description
    assert pl.read_parquet_metadata(tmp_path / "deals.parquet")["description"] == derive.description(Deals)


def test_null_is_an_empty_field_and_never_a_word(sample: Callable[..., Any], tmp_path: Path) -> None:
    write_tables(sample().tables, tmp_path)
    for path in tmp_path.glob("*.csv"):
        assert not re.search(r"(^|,)(None|null|nan|NaN|N/A)(,|$)", path.read_text("utf-8"), re.MULTILINE)
