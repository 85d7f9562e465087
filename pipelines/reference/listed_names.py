"""All names that the gazetteer looks for, each with what it names. Not here: the search (`gazetteer.py`).

A name that several lists hold belongs to the first of `_SOURCES`; one that several rows of a list hold keeps its
code where one row has the better claim (a capital), and has none where they are equal.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from pipelines.reference import bodies, places
from pipelines.reference.csv_table import read_table

BLOCK: Final = "block"  # the kind of a longer phrase in which a name is no name
OWN: Final = "own"


@dataclass(frozen=True, slots=True)
class Listed:
    """What a printed name stands for.

    `alone`: it counts only where no capitalised stranger stands beside it. `related`: it counts only where one of these
    codes or canonical names is told elsewhere in the text. `article` is the length of a leading "the ".
    """

    kind: str
    code: str | None
    canonical: str
    form: str
    alone: bool = False
    related: tuple[str, ...] = ()
    article: int = 0


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A name that is often something else, and what it needs to count (see `Listed`).

    In `related`, `own` stands for the code and the canonical name of whatever the name stands for.
    """

    form: str
    alone: bool
    related: tuple[str, ...]

    def cast_on(self, listed: Listed) -> Listed:
        """The listed name with this doubt about it."""
        return replace(listed, alone=self.alone, related=_own(listed) if self.related == (OWN,) else self.related)


@dataclass(frozen=True, slots=True)
class NotName:
    """A longer phrase in which the name of a side is none."""

    phrase: str


@dataclass(frozen=True, slots=True)
class ListedSystem:
    """A weapon system as the gazetteer knows it: by its names and the country it comes from."""

    designation: str
    aliases: tuple[str, ...]
    origin: tuple[str, ...]
    ambiguous: tuple[str, ...]


Names = Iterator[tuple[str, Listed]]


@cache
def listed_names() -> dict[str, Listed]:
    """Every printed form the gazetteer looks for, and what it stands for. A listed form outranks a derived one."""
    doubts = {row.form: row for row in read_table("ambiguous_names.csv", Ambiguous)}
    found: dict[str, Listed] = {}
    for source in _SOURCES:
        for name, listed in _settled(source()):
            article = len("the ") if name.startswith("the ") else 0
            told = doubts[name].cast_on(listed) if name in doubts else listed
            found.setdefault(name, replace(told, article=article))
    for name, listed in list(found.items()):
        for printed in _derived_forms(name, listed.kind):
            found.setdefault(printed, listed)
    return found


def _settled(names: Names) -> Names:
    claims: dict[str, list[Listed]] = {}
    for name, listed in names:
        claims.setdefault(name, []).append(listed)
    for name, rivals in claims.items():
        first = next((listed for listed in rivals if listed.kind == "capital"), rivals[0])
        agreed = first.kind == "capital" or len({listed.code for listed in rivals}) == 1
        yield name, first if agreed else replace(first, code=None, canonical=name)


def _derived_forms(name: str, kind: str) -> Iterable[str]:
    """Other ways to print the name: with either apostrophe, without accents, after a full stop, in capitals."""
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


def _agencies() -> Names:
    for row in bodies.agencies():
        for name in (row.name, *row.aliases):
            yield name, Listed("agency", row.iso3, row.name, row.kind)


def _forums() -> Names:
    for row in bodies.forums():
        for name in (row.name, *row.aliases):
            yield name, Listed("forum", row.host, row.name, row.kind)


def _companies() -> Names:
    for row in bodies.arms_companies():
        for name in (row.name, *row.aliases):
            listed = Listed("company", _only(row.iso3), row.name, "company")
            doubt = Ambiguous(name, alone=not name.isupper(), related=(OWN,))
            yield name, doubt.cast_on(listed) if name in row.ambiguous else listed


def _systems() -> Names:
    """Systems by those of their names that can be nothing else."""
    for row in read_table("systems.csv", ListedSystem):
        for name in (row.designation, *row.aliases):
            if name not in row.ambiguous:
                yield name, Listed("system", _only(row.origin), row.designation, "system")


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


def _own(listed: Listed) -> tuple[str, ...]:
    return (listed.canonical, listed.code) if listed.code else (listed.canonical,)


def _only(codes: tuple[str, ...]) -> str | None:
    return codes[0] if len(codes) == 1 else None


_CAPITALISED: Final = frozenset({"country", "demonym", "capital", "city", "organization", BLOCK})

_SOURCES: Final[tuple[Callable[[], Names], ...]] = (
    _phrases_that_block,
    _countries,
    _organizations,
    _agencies,
    _cities,
    _metonyms,
    _forums,
    _companies,
    _systems,
)
