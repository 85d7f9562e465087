"""Child rows of one event from those of several articles: who took part, what was bought. Not here: the event's row.

Rows are given article by article, with `article_id` and the `confidence` of their event beside their columns. What
comes out: the child rows, and a row of `conflicts`, but for its `record_id`, for each value told against them.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import Any, Final

from pipelines.resolution.events.choosing import Row, best_supported

Children = tuple[list[Row], list[Row]]

#: What an article tells of an item, and another may contradict.
_BOUNDS: Final = ("quantity_min", "quantity_max")


def participants(rows: Sequence[Row]) -> Children:
    """Everybody who took part, each once, in the order told, by the fullest form of the name.

    Somebody unnamed stays only where nobody with a name of that side and class of office took part.
    """
    known: defaultdict[str, list[Row]] = defaultdict(list)
    others: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        if row["person_id"] is None:
            others.setdefault((row["side"], row["role_class"], row["name"], row["role"]), row)
        else:
            known[row["person_id"]].append(row)
    people = [_person(told) for told in known.values()]
    offices = {(person["side"], person["role_class"]) for person in people}
    kept = [row for row in others.values() if row["name"] or (row["side"], row["role_class"]) not in offices]
    return _numbered([*people, *kept]), []


def items(rows: Sequence[Row]) -> Children:
    """Everything bought, each once, in the order told, with the number that most articles tell.

    What one article lists twice is two items. A kind of equipment (`fighter jets`) stays only where no system of that
    category is named.
    """
    named: defaultdict[tuple[str, int], list[Row]] = defaultdict(list)
    told_before: Counter[tuple[str, str]] = Counter()
    for row in rows:
        thing = row["system"] or row["category"]
        named[thing, told_before[row["article_id"], thing]].append(row)
        told_before[row["article_id"], thing] += 1
    specified = {row["category"] for row in rows if row["system"]}
    kept: list[Row] = []
    conflicts: list[Row] = []
    for (thing, _), told in named.items():
        if thing in specified:
            continue
        counting = [row for row in told if any(row[bound] is not None for bound in _BOUNDS)]
        counted = best_supported(counting or told[:1], _counts_alike)
        kept.append({**told[0], **{column: counted.row[column] for column in (*_BOUNDS, "quantity_unit")}})
        conflicts += [
            {
                "field": f"items.{thing}.quantity",
                "value": "/".join("" if row[bound] is None else str(row[bound]) for bound in _BOUNDS),
                "article_id": row["article_id"],
            }
            for row in counted.against
        ]
    return _numbered(kept), conflicts


#: The child table of each table of events that has one, and how its rows are made.
CHILDREN: Final[dict[str, tuple[str, Callable[[Sequence[Row]], Children]]]] = {
    "meetings": ("meeting_participants", participants),
    "deals": ("deal_items", items),
}


def _person(rows: Sequence[Row]) -> Row:
    told = {column: _commonest(rows, column) for column in ("role", "role_class", "organization", "side")}
    return {**rows[0], **told, "name": max((row["name"] for row in rows), key=len)}


def _commonest(rows: Sequence[Row], column: str) -> Any:
    values = [row[column] for row in rows if row[column] is not None]
    return max(values, key=values.count) if values else None


def _counts_alike(one: Row, other: Row) -> bool:
    return all(one[bound] == other[bound] for bound in _BOUNDS)


def _numbered(rows: Sequence[Row]) -> list[Row]:
    return [{**row, "position": position} for position, row in enumerate(rows)]
