"""The CSV files keep to their own rules, so that nobody has to trust a hand-made list."""

import csv
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pycountry
import pytest

from pipelines import reference
from schemas.vocabulary import COUNTRIES, ROLE_CLASSES, TOPICS

FOLDER = Path(reference.__file__).parent
FILES = sorted(path.name for path in FOLDER.glob("*.csv"))
README = (FOLDER / "README.md").read_text(encoding="utf-8")

# The columns by which each list is sorted, and in which no two of its rows are the same.
KEYS = {
    "agencies.csv": ("name", "aliases", "iso3"),
    "ambiguous_names.csv": ("form",),
    "anonymous_speakers.csv": ("noun",),
    "beside_names.csv": ("word", "side"),
    "cities.csv": ("city", "iso3"),
    "countries.csv": ("iso3",),
    "dated_deeds.csv": ("day", "words"),
    "forums.csv": ("name",),
    "genders.csv": ("word", "use"),
    "joint_projects.csv": ("designation",),
    "metonyms.csv": ("phrase",),
    "name_words.csv": ("word", "use"),
    "newsrooms.csv": ("name",),
    "not_names.csv": ("phrase",),
    "office_holders.csv": ("person", "spellings", "iso3", "office", "since"),
    "office_sides.csv": ("title",),
    "offices.csv": ("title",),
    "organizations.csv": ("code",),
    "remembered_events.csv": ("names", "beside", "day"),
    "reporting_nouns.csv": ("noun",),
    "reporting_verbs.csv": ("lemma",),
    "saying_phrases.csv": ("phrase",),
    "topics.csv": ("topic", "phrase"),
}


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("name", FILES)
def test_no_list_is_empty_or_without_a_word_on_what_it_holds(name: str) -> None:
    assert rows(name)
    assert f"| `{name}` |" in README


def test_the_readme_tells_of_no_list_that_is_gone() -> None:
    assert set(re.findall(r"^\| `(\w+\.csv)` \|", README, re.MULTILINE)) == set(FILES)


@pytest.mark.parametrize("name", sorted(KEYS))
def test_a_row_has_one_place_in_its_list(name: str) -> None:
    keys = [tuple(row[column] for column in KEYS[name]) for row in rows(name)]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("name", FILES)
def test_no_cell_has_stray_blanks_or_repeated_spellings(name: str) -> None:
    for row in rows(name):
        for column, cell in row.items():
            assert cell == cell.strip(), row
            parts = cell.split("|")
            assert not cell or ("" not in parts and len(parts) == len(set(parts))), (column, row)


def test_every_code_is_a_country_or_an_organisation() -> None:
    bodies = {row.code for row in reference.organizations()}
    assert not bodies & COUNTRIES
    assert {row.iso3 for row in reference.countries()} <= COUNTRIES
    assert {row.iso3 for row in reference.cities()} <= COUNTRIES
    assert {row.iso3 for row in reference.agencies()} <= COUNTRIES
    sides = COUNTRIES | bodies
    assert {row.code for row in reference.metonyms()} <= sides
    assert {row["iso3"] for row in rows("newsrooms.csv")} <= COUNTRIES
    assert {row.iso3 for row in reference.office_holders()} <= sides
    assert {row.host for row in reference.forums() if row.host} <= sides


def test_every_member_of_the_united_nations_is_listed() -> None:
    territories = (
        "ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK COK CUW CXR CYM ESH FLK FRO GGY GIB GLP GRL GUF GUM HKG HMD IMN"
        " IOT JEY MAC MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI PYF REU SGS SHN SJM SPM SXM TCA TKL UMI VGB VIR WLF"
    )
    states = {country.alpha_3 for country in pycountry.countries} - set(territories.split())
    assert {row.iso3 for row in reference.countries()} == states | {"XKX"}


def test_no_two_countries_claim_one_name() -> None:
    claims = Counter(
        name for row in reference.countries() for name in {row.name, *row.aliases, *row.demonyms, row.capital}
    )
    assert [name for name, times in claims.items() if times > 1] == []


def test_every_capital_is_a_place_of_its_country() -> None:
    places = {(row.iso3, name) for row in reference.cities() for name in (row.city, *row.aliases)}
    assert [row.name for row in reference.countries() if (row.iso3, row.capital) not in places] == []


def test_a_district_lies_in_a_listed_city_of_its_country() -> None:
    places = {(row.iso3, row.city) for row in reference.cities()}
    assert [row for row in reference.cities() if row.part_of and (row.iso3, row.part_of) not in places] == []


def test_classes_and_topics_are_those_of_the_dataset() -> None:
    assert {row.role_class for row in reference.offices()} <= {*ROLE_CLASSES, "", "relation"}
    assert {row.topic for row in reference.topics()} == set(TOPICS) - {"other"}
    assert {row.strength for row in reference.reporting_verbs().values()} == {"strong", "weak"}
    assert {take for row in reference.reporting_verbs().values() for take in row.takes} == {"clause", "quote", "np"}


def test_a_british_title_has_its_american_twin() -> None:
    titles = {row.title for row in reference.offices()}
    known_lone = {title for title in titles if "defence" in title and title.replace("defence", "defense") not in titles}
    assert {title for title in known_lone if title.startswith(("defence minister", "minister", "deputy"))} == set()


def test_an_ambiguous_name_is_one_that_some_list_holds() -> None:
    listed = {
        name
        for group in (
            reference.countries(),
            reference.organizations(),
            reference.agencies(),
            reference.forums(),
            reference.arms_companies(),
        )
        for row in group
        for name in (row.name, *row.aliases)
    }
    listed |= {name for row in reference.countries() for name in row.demonyms}
    listed |= {name for row in reference.cities() for name in (row.city, *row.aliases)}
    listed |= {row.phrase for row in reference.metonyms()}
    assert [row["form"] for row in rows("ambiguous_names.csv") if row["form"] not in listed] == []


def test_numbered_gatherings_follow_each_other_and_belong_to_a_forum() -> None:
    editions = [(row.forum, row.edition, row.year) for row in reference.forum_editions()]
    assert editions == sorted(set(editions))
    assert {forum for forum, _, _ in editions} <= {row.name for row in reference.forums()}
    for (forum, _, year), (other, _, later) in pairwise(editions):
        assert forum != other or year <= later


def test_a_newsroom_is_one_that_ingest_knows() -> None:
    credited = FOLDER.parent / "ingest"
    known = {
        row["name"]
        for name in ("agencies.csv", "outlets.csv")
        for row in csv.DictReader((credited / name).read_text(encoding="utf-8").splitlines())
    }
    assert {row["name"] for row in rows("newsrooms.csv")} <= known
