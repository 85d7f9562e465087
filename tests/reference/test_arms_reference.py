from collections import Counter
from dataclasses import dataclass

from pipelines.reading.arms_terms import KINDS, MODIFIER, NOT_ARMS, SYSTEMS
from pipelines.reference.csv_table import read_table
from schemas.vocabulary import CATEGORIES, COUNTRIES, CURRENCIES, QUANTITY_UNITS


@dataclass(frozen=True, slots=True)
class Company:
    name: str
    aliases: tuple[str, ...]
    iso3: tuple[str, ...]
    ambiguous: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coin:
    iso4217: str
    symbols: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    word: str
    unit: str


COMPANIES = read_table("arms_companies.csv", Company)


def repeated(words: list[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


def test_a_name_leads_to_one_system_only() -> None:
    assert repeated([name for system in SYSTEMS for name in (system.designation, *system.aliases)]) == []


def test_a_name_leads_to_one_company_only() -> None:
    assert repeated([name for company in COMPANIES for name in (company.name, *company.aliases)]) == []


def test_systems_are_enough_and_from_everywhere() -> None:
    assert len(SYSTEMS) >= 600
    assert len({country for system in SYSTEMS for country in system.origin}) >= 30


def test_systems_hold_only_codes_of_the_contract() -> None:
    assert {system.category for system in SYSTEMS} == set(CATEGORIES)
    assert {country for system in SYSTEMS for country in system.origin} <= COUNTRIES
    assert all(system.origin for system in SYSTEMS)


def test_an_ambiguous_name_is_a_name_of_its_system() -> None:
    assert [s.designation for s in SYSTEMS if not set(s.ambiguous) <= {s.designation, *s.aliases}] == []


def test_every_maker_is_a_known_company() -> None:
    assert {system.maker for system in SYSTEMS if system.maker} <= {company.name for company in COMPANIES}


def test_companies_have_countries() -> None:
    assert len(COMPANIES) >= 300
    assert all(company.iso3 and set(company.iso3) <= COUNTRIES for company in COMPANIES)


def test_kinds_hold_only_codes_of_the_contract() -> None:
    assert {kind.category for kind in KINDS} <= {*CATEGORIES, MODIFIER, NOT_ARMS}
    assert sum(kind.category in CATEGORIES for kind in KINDS) >= 250
    assert repeated([kind.kind for kind in KINDS]) == []


def test_kinds_in_british_spelling_are_there_in_american() -> None:
    kinds = {kind.kind for kind in KINDS}
    spellings = (("defence", "defense"), ("armour", "armor"))
    assert [k for k in kinds for uk, us in spellings if uk in k and k.replace(uk, us) not in kinds] == []


def test_currencies_and_units_hold_only_codes_of_the_contract() -> None:
    assert {coin.iso4217 for coin in read_table("currencies.csv", Coin)} <= CURRENCIES
    assert {unit.unit for unit in read_table("quantity_units.csv", Unit)} <= {*QUANTITY_UNITS, "measure"}


def test_files_stay_sorted_so_that_changes_can_be_read() -> None:
    words = [unit.word.lower() for unit in read_table("quantity_units.csv", Unit)]
    kinds = [kind.kind.lower() for kind in KINDS]
    assert (words, kinds) == (sorted(words), sorted(kinds))
