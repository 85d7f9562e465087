"""The words that tell a deal, and what their arguments are to it. Not here: finding them in a text."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipelines.reference.csv_table import read_table


@dataclass(frozen=True, slots=True)
class DealWord:
    """A verb, noun or adjective in one of its uses.

    `role`: `core` tells a deal by itself; `light` acts on a deal that a noun tells (sign, cancel); `modal` governs one
    that is not yet (plan, hope). `supplier`, `recipient`, `partner` (either of them) and `theme` (what is dealt in) name
    argument slots in order of preference: `subject`, `object`, `dative`, `poss`, `compound`, or a preposition.
    `status` holds where it is told as done, `planned` where the clause looks ahead. `requires`: see `frames.py`.
    """

    lemma: str
    pos: str
    role: str
    supplier: tuple[str, ...]
    recipient: tuple[str, ...]
    partner: tuple[str, ...]
    theme: tuple[str, ...]
    kind: str | None
    status: str | None
    planned: str | None
    requires: tuple[str, ...]


@cache
def deal_words() -> Mapping[tuple[str, str], tuple[DealWord, ...]]:
    """The uses of each word, in the order of the table, by lemma and part of speech."""
    uses: dict[tuple[str, str], list[DealWord]] = {}
    for word in read_table("deal_triggers.csv", DealWord):
        uses.setdefault((word.lemma, word.pos), []).append(word)
    return {key: tuple(words) for key, words in uses.items()}
