"""What is new in a release against the one before, for programs (a table) and for people (a page).

The old release and the changes give the new one: `apply`. Only the tables that tell of the world are compared, not
`quarantine`. Not here: choosing the release before.
"""

from collections.abc import Mapping
from typing import Final

import polars as pl

from pipelines.release.write import LIST_SEPARATOR, escaped
from schemas import TABLES, Table, derive

#: Most lines that the page spends on single changes; the table has all.
MOST_LINES: Final = 200

COLUMNS: Final = {
    "table": "Name of the table.",
    "key": "Key of the row; the columns of the key joined by `|` (one within a column has a backslash before it).",
    "change": "`added`, `changed` or `withdrawn`.",
    "field": "Column that changed; null for a row added or withdrawn as a whole.",
    "old": "Value before, as JSON; for a row withdrawn, the row. Null for a row added.",
    "new": "Value now, as JSON; for a row added, the row. Null for a row withdrawn.",
}
_COMPARED: Final = tuple(name for name in TABLES if name != "quarantine")
_KINDS: Final = ("added", "changed", "withdrawn")
#: What stands in place of a column that one of two releases lacks.
_NULL: Final = "null"


def compare(before: Mapping[str, pl.DataFrame], after: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """Every row added and withdrawn and every value changed from one release to the next, sorted.

    A table or column that `before` lacks counts as one without rows or values.
    """
    compared = [_compare_table(TABLES[name], before.get(name, after[name].clear()), after[name]) for name in _COMPARED]
    return pl.concat(compared).sort("table", "key", "change", "field")


def apply(before: Mapping[str, pl.DataFrame], changes: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """The tables of the release that the changes lead to, from those of the release before; each sorted by its key."""
    return {
        name: _apply_to(TABLES[name], before.get(name, derive.frame(TABLES[name], [])), changes) for name in _COMPARED
    }


def render(changes: pl.DataFrame, version: str, before: str | None) -> str:
    """The page that tells the changes, counts first."""
    lines = [f"# Changes in {version}", ""]
    lines += [f"Against {before}." if before else "The first release: every row is new.", ""]
    lines += ["| table | added | rows changed | withdrawn |", "| --- | ---: | ---: | ---: |"]
    for name in _COMPARED:
        of_table = changes.filter(pl.col("table") == name)
        counts = [of_table.filter(pl.col("change") == change)["key"].n_unique() for change in _KINDS]
        lines.append(f"| `{name}` | {' | '.join(str(count) for count in counts)} |")
    told = changes.filter(pl.col("change") != "added")
    if told.height:
        lines += ["", "## Rows changed and withdrawn", ""]
        lines += [_line(change) for change in told.head(MOST_LINES).iter_rows(named=True)]
        if told.height > MOST_LINES:
            lines.append(f"- … and {told.height - MOST_LINES} more in `changes.parquet`.")
    lines += ["", "`changes.parquet` has every change:", ""]
    lines += [f"- `{name}`: {meaning}" for name, meaning in COLUMNS.items()]
    return "\n".join(lines) + "\n"


def _compare_table(table: type[Table], before: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame:
    key = table.primary_key()
    old, new = _keyed(before, key), _keyed(after, key)
    fields = [name for name in {**before.schema, **after.schema} if name not in key]
    pairs = old.join(new, on="key", suffix="_new")
    added = new.join(old, on="key", how="anti").select(
        "key", change=pl.lit("added"), field=pl.lit(None), old=pl.lit(None), new=_json(after.columns)
    )
    withdrawn = old.join(new, on="key", how="anti").select(
        "key", change=pl.lit("withdrawn"), field=pl.lit(None), old=_json(before.columns), new=pl.lit(None)
    )
    changed = [
        pairs.select(
            "key",
            change=pl.lit("changed"),
            field=pl.lit(name),
            old=_value(name) if name in before.columns else pl.lit(_NULL),
            new=_value(f"{name}_new" if name in before.columns else name) if name in after.columns else pl.lit(_NULL),
        ).filter(pl.col("old") != pl.col("new"))
        for name in fields
    ]
    rows = pl.concat([added, withdrawn, *changed], how="vertical_relaxed")
    return rows.with_columns(table=pl.lit(table.table_name())).select(*COLUMNS).cast(pl.String)


def _apply_to(table: type[Table], before: pl.DataFrame, changes: pl.DataFrame) -> pl.DataFrame:
    schema, key = derive.polars_schema(table), table.primary_key()
    of_table = changes.filter(pl.col("table") == table.table_name())
    added, changed, withdrawn = (of_table.filter(pl.col("change") == kind) for kind in _KINDS)
    missing = [pl.lit(None, dtype).alias(name) for name, dtype in schema.items() if name not in before.columns]
    kept = _keyed(before.with_columns(missing), key).join(withdrawn, on="key", how="anti")
    for (field,), values in changed.group_by("field"):
        name = str(field)
        if name in schema:
            decoded = values.select("key", now=_decoded(pl.col("new"), schema[name]), is_new=pl.lit(value=True))
            value = pl.when(pl.col("is_new")).then("now").otherwise(name)
            kept = kept.join(decoded, on="key", how="left").with_columns(value.alias(name)).drop("now", "is_new")
    whole = added.select(row=pl.col("new").str.json_decode(pl.Struct(schema))).unnest("row")
    return pl.concat([kept.select(schema.names()), whole.select(schema.names())]).sort(key)


def _decoded(value: pl.Expr, dtype: pl.DataType) -> pl.Expr:
    """What `_value` made JSON of."""
    whole = pl.concat_str(pl.lit('{"v":'), value, pl.lit("}"))
    return whole.str.json_decode(pl.Struct({"v": dtype})).struct.field("v")


def _keyed(frame: pl.DataFrame, key: list[str]) -> pl.DataFrame:
    columns = (escaped(pl.col(name).cast(pl.String)) for name in key)
    return frame.with_columns(key=pl.concat_str(*columns, separator=LIST_SEPARATOR))


def _json(columns: list[str]) -> pl.Expr:
    return pl.struct(columns).struct.json_encode()


def _value(column: str) -> pl.Expr:
    """The JSON of a single value: that of a structure of one field, without the structure."""
    whole = pl.struct(pl.col(column).alias("v")).struct.json_encode()
    return whole.str.strip_prefix('{"v":').str.strip_suffix("}")


def _line(change: Mapping[str, str]) -> str:
    where = f"- `{change['table']}` `{change['key']}`"
    if change["change"] == "withdrawn":
        return f"{where}: withdrawn"
    return f"{where} {change['field']}: {change['old']} → {change['new']}"
