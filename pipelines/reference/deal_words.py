"""The words that tell a deal, what their arguments are to it, and phrases beside them that say what kind it is.

Not here: finding them in a text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipelines.reference.csv_table import read_table


@dataclass(frozen=True, slots=True)
class DealWord:
    """A verb, noun or adjective in one of its uses.

    `role`: `core` tells a deal by itself; `light` acts on a deal that a noun tells (sign, cancel); `modal` governs one
    that is not yet (plan, hope). `supplier`, `recipient`, `partner` (either of them) and `theme` (what is dealt in)
    name argument slots in order of preference: `subject`, `object`, `dative`, `poss`, `compound`, `permitter` (who
    lets it happen), or a preposition.
    `status` holds where it is told as done, `planned` where the clause looks ahead. `requires`: see `uses.py`.
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

    @property
    def needs_no_goods(self) -> bool:
        """Whether the word tells a deal by itself, whose goods were told before: `the contract`."""
        return "deal" in self.requires or "undone" in self.requires


@cache
def deal_words() -> Mapping[tuple[str, str], tuple[DealWord, ...]]:
    """The uses of each word, in the order of the table, by lemma and part of speech."""
    uses: dict[tuple[str, str], list[DealWord]] = {}
    for word in read_table("deal_triggers.csv", DealWord):
        uses.setdefault((word.lemma, word.pos), []).append(word)
    return {key: tuple(words) for key, words in uses.items()}


@dataclass(frozen=True, slots=True)
class DealSign:
    """A phrase that says something about a deal told beside it; one that ends in `*` may go on.

    `sign`: `together` (made jointly or under licence), `arms_industry` (a pact is about arms), `aid` (given, not sold,
    by the text around), `free` (the same, by its own sentence),
    `next_batch` (more of the same), `other_sum` (money beside it is a budget, a total or the like),
    `price` (money beside it may be the price of a deal told elsewhere), `no_price` (it is not: an advance, a rise);
    `along` (goods come with those of the deal told before),
    `awaited` (goods from abroad are still to come);
    `notice` (a government has cleared a sale, and says so to its parliament);
    `like_interest` and so on (a deal of the goods beside it is as firm as that, if nothing else tells how firm);
    beside goods that may be no news of a deal, `replaced` (they make room), `beaten` (others were chosen), `had`
    (somebody has them), `shown` (they are on show, at an exercise or at war).
    """

    sign: str
    phrase: str


@cache
def deal_sign(sign: str) -> re.Pattern[str]:
    """A pattern that finds the phrases of a sign. Raises `ValueError` for a sign that has none."""
    phrases = [row.phrase for row in read_table("deal_signs.csv", DealSign) if row.sign == sign]
    if not phrases:
        raise ValueError(f"no phrases for the sign {sign!r}")
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    forms = (re.escape(p.rstrip("*")) + (r"\w*" if p.endswith("*") else "") for p in ordered)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)
