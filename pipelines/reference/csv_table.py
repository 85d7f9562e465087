"""Reads the CSV files of this folder into frozen rows. Not here: what the files hold (`tables.py` and its neighbours).

A row type is a dataclass whose fields are named after columns; the annotation of a field says how its cell is read.
"""

import csv
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from importlib.resources import files
from typing import Any, Final, TypeVar, get_args, get_type_hints

Row = TypeVar("Row")

SEPARATOR: Final = "|"


def _spellings(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(SEPARATOR)) if cell else ()


def _yes(cell: str) -> bool:
    return {"yes": True, "no": False}[cell]


_READERS: Final[dict[object, Callable[[str], object]]] = {
    str: str,
    int: int,
    bool: _yes,
    tuple[str, ...]: _spellings,
}


def _reader(annotation: Any) -> Callable[[str], object]:
    """How a cell of this annotation is read: an empty cell is null where the annotation allows null."""
    if not isinstance(annotation, types.UnionType):
        return _READERS[annotation]
    (inner,) = (part for part in get_args(annotation) if part is not type(None))
    read = _READERS[inner]
    return lambda cell: read(cell) if cell else None


def read_table(name: str, row_type: type[Row]) -> tuple[Row, ...]:
    """The rows of the CSV file `name` of this folder, in the order of the file.

    Columns that `row_type` has no field for are passed over. Raises `KeyError` for a column that is missing and
    `ValueError` for a cell that its field cannot hold.
    """
    assert is_dataclass(row_type)
    hints = get_type_hints(row_type)
    readers = [(field.name, _reader(hints[field.name])) for field in fields(row_type)]
    lines = files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()
    return tuple(row_type(**{column: read(row[column]) for column, read in readers}) for row in csv.DictReader(lines))
