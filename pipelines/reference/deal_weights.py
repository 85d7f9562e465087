"""How much each sign speaks for goods going to a country: weights fitted on articles that people have read.

Not here: the signs (`extraction/deals/likely/signs.py`), the fitting (`quality/fitting.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipelines.reference.csv_table import read_table

#: What a weight of one is in the table, which holds whole numbers.
UNIT = 100


@dataclass(frozen=True, slots=True)
class DealWeight:
    """The weight of a sign in answering one question, in hundredths.

    `question`: `whose` (which country the goods go to) or `whether` (whether they go to it at all).
    """

    question: str
    sign: str
    weight: int


@cache
def deal_weights(question: str) -> Mapping[str, float]:
    """The weights of the signs that answer a question."""
    rows = read_table("deal_weights.csv", DealWeight)
    return {row.sign: row.weight / UNIT for row in rows if row.question == question}
