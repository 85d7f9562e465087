"""How much a country makes of a kind of arms, by the systems that the reference file knows.

A country that makes none of a kind seldom sells it. Not here: who sells in a story (`sides/of_telling.py`,
`likely/signs.py`).
"""

from collections import Counter
from functools import cache

from pipelines.reading.arms_terms import SYSTEMS

#: From how many systems of a kind on a country makes many.
MANY = 5
#: The category of arms in general.
OPEN = "other"


def output(country: str, category: str) -> str:
    """`none`, `few` or `many`: how many systems of a category a country makes."""
    made = made_of(country, category)
    return "many" if made >= MANY else "few" if made else "none"


def made_of(country: str, category: str) -> int:
    """How many systems of a category a country makes; of any, where the category is left open."""
    return _made()[country, category] if category != OPEN else sum(n for (c, _), n in _made().items() if c == country)


@cache
def _made() -> Counter[tuple[str, str]]:
    return Counter((country, system.category) for system in SYSTEMS for country in system.origin)
