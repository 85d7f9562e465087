"""Which currency a text takes a bare `$` for: its own country's, where the text shows that it is written at home.

An agency that writes for the world prints `A$` in an Australian story, and means US dollars by `$`; a Sydney paper
prints `US$`, and means its own. Not here: the sums (`money.py`), the side a text takes for granted (`home.py`).
"""

import re

from pipelines.reading.currency_signs import CURRENCIES, Currency
from pipelines.records import Article
from pipelines.reference.newsrooms import country_of_newsroom

#: A text that prints these sets other dollars apart from its own.
_FOREIGN_DOLLARS = re.compile(r"(?<![\w$])(?:US\s?\$|U\.S\.\s?\$|\$US\b|USD\b)")


def home_currency(article: Article, home: str | None) -> str | None:
    """The currency (ISO 4217) of a bare `$` in an article told from `home`; null where it is the US dollar's.

    That is the home currency where the outlet or agency is of that country or the text prints `US$`, unless it marks
    its own dollars as well (`A$5 billion`).
    """
    currency = next((c for c in CURRENCIES if c.home and c.home == home), None)
    if currency is None or _marks_its_own(article.text, currency):
        return None
    newsrooms = (n for n in (*article.agencies, article.publisher) if n)
    at_home = any(country_of_newsroom(newsroom) == home for newsroom in newsrooms)
    return currency.iso4217 if at_home or _FOREIGN_DOLLARS.search(article.text) else None


def _marks_its_own(text: str, currency: Currency) -> bool:
    signs = [s for s in (*currency.symbols, currency.iso4217) if s != "$"]
    marked = "|".join(re.escape(sign) for sign in sorted(signs, key=len, reverse=True))
    return bool(re.search(rf"(?<!\w)(?:{marked})\s?\d", text))
