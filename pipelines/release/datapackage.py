"""The release as a Frictionless Data Package 2: what a program needs to read and check the CSV files.

Not here: the data card for people (`card.py`). Everything about a column comes from `schemas.derive`.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

import polars as pl

from pipelines.release.references import REFERENCES
from pipelines.release.write import LIST_SEPARATOR
from schemas import TABLES, Table, derive

LICENSE: Final = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}

_TYPES: Final[dict[type[pl.DataType], dict[str, str]]] = {
    pl.String: {"type": "string"},
    pl.Int64: {"type": "integer"},
    pl.Float64: {"type": "number"},
    pl.Decimal: {"type": "number"},
    pl.Date: {"type": "date", "format": "default"},
    pl.List: {"type": "list", "delimiter": LIST_SEPARATOR, "itemType": "string"},
}


def render(version: str, title: str, description: str) -> str:
    """The text of `datapackage.json`."""
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "defence-contacts",
        "title": title,
        "description": description,
        "version": version,
        "licenses": [LICENSE],
        "resources": [_resource(table) for table in TABLES.values()],
    }
    return json.dumps(package, indent=2, ensure_ascii=False) + "\n"


def _resource(table: type[Table]) -> dict[str, Any]:
    return {
        "name": table.table_name(),
        "type": "table",
        "path": f"{table.table_name()}.csv",
        "description": derive.description(table),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": _schema(table),
    }


def _schema(table: type[Table]) -> dict[str, Any]:
    columns = derive.columns(table)
    schema: dict[str, Any] = {"fields": [_field(column) for column in columns], "missingValues": [""]}
    if not any(column.nullable for column in columns if column.is_key):
        schema["primaryKey"] = table.primary_key()
    references = [one for one in REFERENCES if one.table == table.table_name() and not one.by_record_table]
    if references:
        schema["foreignKeys"] = [
            {"fields": [one.column], "reference": {"resource": one.parent, "fields": [one.parent_key]}}
            for one in references
        ]
    return schema


def _field(column: derive.Column) -> dict[str, Any]:
    kind = column.dtype.base_type()
    constraints: dict[str, Any] = {}
    if not column.nullable and kind is not pl.List:  # an empty list is an empty cell
        constraints["required"] = True
    if column.vocabulary and kind is pl.String:
        constraints["enum"] = sorted(column.vocabulary)
    field: Mapping[str, Any] = {"name": column.name, **_TYPES[kind], "description": column.description}
    return {**field, "constraints": constraints} if constraints else dict(field)
