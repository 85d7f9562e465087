"""Forms of verbs for which the rules of English lemmas give another verb: `hopes` is of `hope`, not of `hop`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipelines.reference.csv_table import read_table


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A form of a verb, in lower case, and the verb."""

    form: str
    lemma: str


@cache
def verb_forms() -> Mapping[str, str]:
    """The verb of each form."""
    return {row.form: row.lemma for row in read_table("verb_forms.csv", VerbForm)}
