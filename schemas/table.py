"""What every table of the release is: a Pandera model that later stages read everything else from.

Not here: how single columns are declared (`fields.py`), what derives from a table (`derive.py`).
"""

from collections.abc import Callable
from typing import Any, ClassVar, cast

import pandera.polars as pa
import polars as pl
from pandera.api.polars.types import PolarsData


class Table(pa.DataFrameModel):
    """One table of the release. A subclass's docstring is the table's description; its annotations are the columns.

    Its `Config` names the table (`name`: the file name in a release), the columns that tell one row from another
    (`unique`), and under `metadata` the `intervals`: pairs of columns of which the first may not lie after the second.
    """

    class Config:
        """Columns are exactly those declared, in that order; nothing is coerced in silence."""

        name: str | None = None
        unique: ClassVar[list[str] | None] = None
        metadata: ClassVar[dict[str, Any] | None] = None
        strict = True
        ordered = True
        coerce = False

    @classmethod
    def table_name(cls) -> str:
        """File name of the table in a release, without suffix."""
        return cast("str", cls.Config.name)

    @classmethod
    def primary_key(cls) -> list[str]:
        """Columns that tell one row from another; a release is sorted by them."""
        return list(cast("list[str]", cls.Config.unique))

    @classmethod
    def intervals(cls) -> list[tuple[str, str]]:
        """Pairs of columns of which the first may not lie after the second."""
        return list((cls.Config.metadata or {}).get("intervals", ()))

    @classmethod
    def validate(cls, check_obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Pandera's check of a collected frame. Raises TypeError for a LazyFrame: of one, Pandera checks types only."""
        if isinstance(check_obj, pl.LazyFrame):
            raise TypeError(f"collect {cls.table_name()} before it is validated: of a LazyFrame only types are checked")
        return super().validate(check_obj, *args, **kwargs)

    @classmethod
    def to_schema(cls) -> pa.DataFrameSchema:
        """The model as a schema object, with a check for the items of each list column that declares their form."""
        schema = super().to_schema()
        for column in schema.columns.values():
            pattern = (column.metadata or {}).get("item_pattern")
            if pattern and not column.checks:
                column.checks = [
                    pa.Check(_items_match(pattern), name="item_pattern", error=f"item_pattern({pattern!r})")
                ]
        return schema


def _items_match(pattern: str) -> Callable[[PolarsData], pl.LazyFrame]:
    def check(data: PolarsData) -> pl.LazyFrame:
        return data.lazyframe.select(
            pl.col(data.key).list.eval(pl.element().str.contains(pattern).fill_null(False)).list.all()
        )

    return check
