"""Which row of a release goes on as which row of the next: they share evidence. Not here: what becomes of ids.

Evidence of an event are its mentions, that of a person the spellings of the name with the side. Of several rows that
rest on the same words, those go together whose columns agree most.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from schemas import TABLES
from schemas.mentions import EVIDENCED

Tables = Mapping[str, pl.DataFrame]

#: Child table of a table of events, and the columns of it that tell one event from another.
_TELLING: Final = {
    "meetings": ("meeting_participants", ("name", "side")),
    "deals": ("deal_items", ("system", "category", "quantity_min", "quantity_max")),
}
#: Columns that change without the event becoming another.
_PASSING: Final = frozenset({"confidence", "first_version", "last_changed_version", "person_id"})
_PAIRS: Final[dict[str, pl.DataType | type[pl.DataType]]] = {
    "old": pl.String,
    "new": pl.String,
    "shared": pl.Float64,
    "places": pl.List(pl.String),
}


@dataclass(frozen=True, slots=True)
class Heirs:
    """For each old row that shares evidence with a new one, that new row; several old rows may have one heir."""

    of: Mapping[str, str]

    def forebears(self) -> dict[str, list[str]]:
        """The old rows of each new one that has any."""
        found: dict[str, list[str]] = {}
        for old, new in self.of.items():
            found.setdefault(new, []).append(old)
        return found


def heirs(table: str, before: Tables, after: Tables) -> Heirs:
    """The heir of each row of a table of events or of `people` that has one.

    Pairs are taken best first, each row once. An old row that is left over goes to a new one that rests on its evidence
    as well, if that is not the evidence of those it follows: rows on the same words are not one event for that.
    """
    pairs = list(_ranked(table, before, after))
    heir: dict[str, str] = {}
    followed: dict[str, set[str]] = {}
    for old, new, places in pairs:
        if old not in heir and new not in followed:
            heir[old] = new
            followed[new] = set(places)
    for old, new, places in pairs:
        if old not in heir and followed[new].isdisjoint(places):
            heir[old] = new
            followed[new] |= set(places)
    return Heirs(heir)


def _ranked(table: str, before: Tables, after: Tables) -> Iterator[tuple[str, str, list[str]]]:
    """Pairs of an old and a new row with the evidence they share, best first."""
    shared = _shared_evidence(table, before, after) if table in EVIDENCED else _shared_names(before, after)
    agreeing = _agreement(table, shared, before, after)
    ranked = agreeing.with_columns(score=pl.col("agreement") + pl.col("shared"))
    best_first = ranked.sort("score", "shared", "old", "new", descending=[True, True, False, False])
    yield from best_first.select("old", "new", "places").iter_rows()


def _shared_evidence(table: str, before: Tables, after: Tables) -> pl.DataFrame:
    """Pairs of rows with mentions in common, and the share of the old row's characters that the new one covers.

    Old rows all of whose mentions stand unchanged in some new row are not looked at more closely: most are such.
    """
    old, new = (tables["mentions"].filter(pl.col("record_table") == table) for tables in (before, after))
    same = old.join(new, on=["article_id", "start", "end"], suffix="_new")
    moved = old.join(same, on=["record_id", "article_id", "start"], how="anti")
    shifted = (
        old.join(moved.select("record_id").unique(), on="record_id", how="semi")
        .join(new, on="article_id", suffix="_new")
        .filter((pl.col("start") < pl.col("end_new")) & (pl.col("start_new") < pl.col("end")))
    )
    columns = ["record_id", "record_id_new", "article_id", "start", "end", "start_new", "end_new"]
    whole = same.with_columns(start_new="start", end_new="end").select(columns)
    common = pl.min_horizontal("end", "end_new") - pl.max_horizontal("start", "start_new")
    sizes = old.group_by("record_id").agg(size=(pl.col("end") - pl.col("start")).sum())
    return (
        pl.concat([whole, shifted.select(columns)])
        .unique()
        .with_columns(common=common)
        .group_by("record_id", "record_id_new")
        .agg(pl.sum("common"), places=pl.format("{} {}", "article_id", "start_new").unique())
        .join(sizes, on="record_id")
        .select("places", old="record_id", new="record_id_new", shared=(pl.col("common") / pl.col("size")).clip(0, 1))
    )


def _shared_names(before: Tables, after: Tables) -> pl.DataFrame:
    old, new = (_named(tables["people"]) for tables in (before, after)) if "people" in before else (None, None)
    if old is None or new is None:
        return pl.DataFrame(schema=_PAIRS)
    sizes = old.group_by("person_id").agg(size=pl.sum("words"))
    both = old.join(new, on=["spelling", "side"], nulls_equal=True, suffix="_new")
    counted = both.group_by("person_id", "person_id_new").agg(common=pl.sum("words"), places="spelling")
    told = counted.join(sizes, on="person_id")
    return told.select("places", old="person_id", new="person_id_new", shared=pl.col("common") / pl.col("size"))


def _named(people: pl.DataFrame) -> pl.DataFrame:
    sided = people.select("person_id", spelling="spellings", side="sides").explode("spelling")
    words = pl.col("spelling").str.split(" ").list.len()  # a full name says more than a surname
    return sided.explode("side", empty_as_null=True).with_columns(words=words)


def _agreement(table: str, pairs: pl.DataFrame, before: Tables, after: Tables) -> pl.DataFrame:
    """The pairs with the share of columns in which the two rows agree."""
    key = TABLES[table].primary_key()[0]
    old, new = _told(table, before), _told(table, after)
    columns = [name for name in new.columns if name in old.columns and name != key and name not in _PASSING]
    joined = pairs.join(old, left_on="old", right_on=key).join(new, left_on="new", right_on=key, suffix="_of_new")
    agreeing = pl.mean_horizontal(pl.col(name).eq_missing(pl.col(f"{name}_of_new")) for name in columns)
    return joined.select(*pairs.columns, agreement=agreeing)


def _told(table: str, tables: Tables) -> pl.DataFrame:
    """The rows of a table, with what their child rows tell as one more column."""
    child, columns = _TELLING.get(table, ("none", ()))
    if child not in tables:
        return tables[table]
    key = TABLES[table].primary_key()[0]
    told = tables[child].sort(key, "position").group_by(key, maintain_order=True).agg(children=pl.struct(columns))
    return tables[table].join(told, on=key, how="left")
