"""All names that the gazetteer looks for, each with what it names. Not here: the search (`gazetteer.py`).

A name that several lists hold belongs to the first of `_SOURCES`; one that several rows of a list hold keeps its
code where one row has the better claim (a capital), and none where they are equal.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from pipelines.reference import bodies, places
from pipelines.reference.csv_table import read_table

BLOCK: Final = "block"  # the kind of a longer phrase in which a name is no name


@dataclass(frozen=True, slots=True)
class Listed:
    """What a printed name stands for; `rule` says what an ambiguous one needs (`ambiguous_names.csv`)."""

    kind: str
    code: str | None
    canonical: str
    form: str
    rule: str | None = None
    article: int = 0  # length of a leading "the "


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A name that is often something else; `alone`: no stranger beside it; `company`: its country named elsewhere."""

    form: str
    rule: str


@dataclass(frozen=True, slots=True)
class NotName:
    """A longer phrase in which the name of a side is none."""

    phrase: str


Names = Iterator[tuple[str, Listed]]


@cache
def listed_names() -> dict[str, Listed]:
    """Every printed form the gazetteer looks for, and what it stands for."""
    rules = {row.form: row.rule for row in read_table("ambiguous_names.csv", Ambiguous)}
    found: dict[str, Listed] = {}
    for source in _SOURCES:
        for name, listed in _settled(source()):
            ruled = replace(listed, rule=rules.get(name), article=4 if name.startswith("the ") else 0)
            for printed in _printed_forms(name, listed.kind):
                found.setdefault(printed, ruled)
    return found


def _settled(names: Names) -> Names:
    claims: dict[str, list[Listed]] = {}
    for name, listed in names:
        claims.setdefault(name, []).append(listed)
    for name, rivals in claims.items():
        first = next((listed for listed in rivals if listed.kind == "capital"), rivals[0])
        agreed = first.kind == "capital" or len({listed.code for listed in rivals}) == 1
        yield name, first if agreed else replace(first, code=None, canonical=name)


def _printed_forms(name: str, kind: str) -> Iterable[str]:
    """The name as news prints it: with either apostrophe, without accents, after a full stop, in capitals."""
    forms = {name, "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))}
    if name.startswith("the "):
        forms |= {"T" + form[1:] for form in forms}
    if kind in _CAPITALISED and len(name) > 3:
        forms |= {form.upper() for form in forms}
    return forms | {form.replace("'", "’") for form in forms}


def _phrases_that_block() -> Names:
    for row in read_table("not_names.csv", NotName):
        yield row.phrase, Listed(BLOCK, None, row.phrase, BLOCK)


def _countries() -> Names:
    for row in places.countries():
        for name in (row.name, *row.aliases):
            yield name, Listed("country", row.iso3, row.name, "name")
        for name in row.demonyms:
            yield name, Listed("demonym", row.iso3, row.name, "demonym")


def _organizations() -> Names:
    for row in bodies.organizations():
        for name in (row.name, *row.aliases):
            yield name, Listed("organization", row.code, row.name, row.kind)


def _cities() -> Names:
    capitals = {(row.iso3, row.capital) for row in places.countries()}
    seats = {row.phrase for row in places.metonyms() if row.kind == "seat" and row.speaks}
    for row in places.cities():
        names = (row.city, *row.aliases)
        is_capital = any((row.iso3, name) in capitals for name in names)
        is_seat = not seats.isdisjoint(names)
        kind, form = "capital" if is_capital or is_seat else "city", "seat" if is_seat else row.kind
        for name in names:
            yield name, Listed(kind, row.iso3, row.city, form)


def _metonyms() -> Names:
    for row in places.metonyms():
        yield row.phrase, Listed("metonym", row.code, row.phrase, row.kind)


_CAPITALISED: Final = frozenset({"country", "demonym", "capital", "city", "organization", BLOCK})

_SOURCES: Final[tuple[Callable[[], Names], ...]] = (
    _phrases_that_block,
    _countries,
    _organizations,
    _cities,
    _metonyms,
)
