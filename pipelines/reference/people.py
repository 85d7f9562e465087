"""Who held which office when, since 2010. Not here: the titles of the offices (`titles.py`)."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Final

from pipelines.reference.csv_table import read_table

#: The rank of each kind of office, in the words of `schemas/vocabulary.py`.
RANKS: Final[Mapping[str, str]] = {
    "arms_agency_head": "senior_official",
    "assistant_secretary": "senior_official",
    "chief_cabinet_secretary": "minister",
    "chief_of_staff": "senior_official",
    "commander": "military",
    "commission_president": "minister",
    "council_president": "minister",
    "crown_prince": "leader",
    "defence_director_general": "senior_official",
    "defence_industry_minister": "minister",
    "defence_minister": "minister",
    "deputy_defence_minister": "deputy_minister",
    "deputy_foreign_minister": "deputy_minister",
    "deputy_leader": "leader",
    "deputy_national_security_adviser": "senior_official",
    "deputy_secretary_general": "deputy_minister",
    "foreign_minister": "minister",
    "head_of_state": "leader",
    "intelligence_chief": "senior_official",
    "leader": "leader",
    "military_chief": "military",
    "military_committee_chair": "military",
    "military_production_minister": "minister",
    "national_security_adviser": "senior_official",
    "secretary_general": "minister",
    "service_chief": "military",
    "special_representative": "senior_official",
    "spokesperson": "senior_official",
    "supreme_allied_commander": "military",
    "unification_minister": "minister",
}

#: Countries whose names news prints in either order (`Hayashi Yoshimasa`).
EITHER_ORDER: Final = frozenset({"HUN", "JPN"})
PARTS_OF_A_PLAIN_NAME: Final = 2


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """One term of one person in an office. `iso3` is the country, or the code of an organisation.

    `since` and `until` are ISO days or months (`2017-07`); empty is unknown for `since`, still in office for `until`.
    """

    person: str
    spellings: tuple[str, ...]
    iso3: str
    office: str
    since: str
    until: str

    @property
    def rank(self) -> str:
        """The rank of the office; `unknown` for one that is not listed among ranks."""
        return RANKS.get(self.office, "unknown")

    @property
    def earliest(self) -> date:
        """The first day on which the person may have been in office."""
        return _day(self.since, last=False) if self.since else date.min

    @property
    def latest(self) -> date:
        """The last day on which the person may have been in office."""
        return _day(self.until, last=True) if self.until else date.max


def _day(written: str, *, last: bool) -> date:
    if written.count("-") == 2:
        return date.fromisoformat(written)
    first = date.fromisoformat(f"{written}-01")
    return first.replace(day=monthrange(first.year, first.month)[1]) if last else first


@cache
def office_holders() -> tuple[OfficeHolder, ...]:
    """All terms of office, by person."""
    return tuple(_in_either_order(row) for row in read_table("office_holders.csv", OfficeHolder))


def _in_either_order(row: OfficeHolder) -> OfficeHolder:
    """The term, its holder spelled with the family name first as well, where news does so."""
    parts = row.person.split()
    if row.iso3 not in EITHER_ORDER or len(parts) != PARTS_OF_A_PLAIN_NAME:
        return row
    return replace(row, spellings=tuple(dict.fromkeys((*row.spellings, " ".join(reversed(parts))))))


@cache
def terms_of(name: str) -> tuple[OfficeHolder, ...]:
    """The terms of whoever is spelled so, none where the name is not listed."""
    return _by_spelling().get(name.casefold(), ())


@cache
def _by_spelling() -> Mapping[str, tuple[OfficeHolder, ...]]:
    terms: dict[str, list[OfficeHolder]] = {}
    for row in office_holders():
        for spelling in dict.fromkeys((row.person, *row.spellings)):
            terms.setdefault(spelling.casefold(), []).append(row)
    return {name: tuple(rows) for name, rows in terms.items()}
