"""Which currency a text takes a bare `$` for: its own country's, where the text shows that it is written at home.

An agency that writes for the world prints `A$` in an Australian story, and means US dollars by `$`; a Sydney paper
prints `US$`, and means its own. Not here: the sums (`money.py`), the side a text takes for granted (`home.py`).
"""

import re
from collections.abc import Sequence

from pipelines.reading.currency_signs import CURRENCIES, Currency
from pipelines.reading.offices import OfficePhrase
from pipelines.reading.people import Person
from pipelines.records import Article
from pipelines.reference.newsrooms import country_of_newsroom

#: A text that prints these sets other dollars apart from its own.
_FOREIGN_DOLLARS = re.compile(r"(?<![\w$])(?:US\s?\$|U\.S\.\s?\$|\$US(?![A-Za-z])|USD\b)")
#: How all countries spell that have dollars of their own, and how the United States do.
_AT_HOME_IN_DOLLARS, _AMERICAN = re.compile(r"\b(?:[Dd]efence|MP)\b"), re.compile(r"\bdefense\b")
#: Ranks of those whose country a text names unless it is its own.
_NATIONAL = frozenset({"leader", "minister"})


def home_currency(
    article: Article, home: str | None, people: Sequence[Person], offices: Sequence[OfficePhrase]
) -> str | None:
    """The currency (ISO 4217) of a bare `$` in an article told from `home`; null where it is the US dollar's.

    That is the home currency where the outlet or agency is of that country, the text prints `US$`, or it names no
    agency and the minister that it tells of first without a country; unless it marks its own dollars as well
    (`A$5 billion`).
    """
    newsrooms = [n for n in (*article.agencies, article.publisher) if n]
    prints_others = bool(_FOREIGN_DOLLARS.search(article.text))
    if prints_others or any(country_of_newsroom(newsroom) == home for newsroom in newsrooms):
        return _unmarked(article.text, home)
    if newsrooms or not _AT_HOME_IN_DOLLARS.search(article.text) or _AMERICAN.search(article.text):
        return None
    return _unmarked(article.text, _side_left_out(people, offices))


def _unmarked(text: str, country: str | None) -> str | None:
    """The dollars of a country, where the text does not tell them from others."""
    currency = next((c for c in CURRENCIES if c.home and c.home == country), None)
    return None if currency is None or _marks_its_own(text, currency) else currency.iso4217


def _side_left_out(people: Sequence[Person], offices: Sequence[OfficePhrase]) -> str | None:
    """The side of the first minister or leader, where the text leaves it to be understood."""
    named = {phrase.span for phrase in offices if phrase.sides or phrase.owner}
    first = next((p for p in people if p.role_class in _NATIONAL and p.side and p.offices), None)
    return first.side if first and named.isdisjoint(first.offices) else None


def _marks_its_own(text: str, currency: Currency) -> bool:
    signs = [s for s in (*currency.symbols, currency.iso4217) if s != "$"]
    marked = "|".join(re.escape(sign) for sign in sorted(signs, key=len, reverse=True))
    return bool(re.search(rf"(?<!\w)(?:{marked})\s?\d", text))
