"""Words that tell whether a person is `he` or `she`: titles and given names. Not here: whom a pronoun stands for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipelines.reference.csv_table import read_table

TITLE, NAME = "title", "name"


@dataclass(frozen=True, slots=True)
class GenderWord:
    """A word in lower case, without accents; `use` is `title` or `name`, `gender` is `f` or `m`."""

    word: str
    use: str
    gender: str


def gender_of_title(title: str) -> str | None:
    """The gender that a title tells (`Ms.`, `the spokeswoman`); null where it tells none."""
    return next((told for word in title.lower().split() if (told := _words(TITLE).get(word))), None)


def gender_of_name(given_name: str) -> str | None:
    """The gender of those who bear a given name, told without capitals and accents; null where both do."""
    return _words(NAME).get(given_name)


@cache
def _words(use: str) -> Mapping[str, str]:
    return {row.word: row.gender for row in read_table("genders.csv", GenderWord) if row.use == use}
