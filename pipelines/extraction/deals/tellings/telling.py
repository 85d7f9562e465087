"""What one place of an article tells of a deal, before its tellings are joined. Not here: how it is read."""

from dataclasses import dataclass

from pipelines.extraction.deals.goods.item import Item
from pipelines.extraction.deals.parties.party import Party
from pipelines.extraction.deals.tellings.manner import Manner
from pipelines.extraction.deals.tellings.timing import Timing
from pipelines.extraction.deals.tellings.values import Value
from pipelines.records import Span


@dataclass(frozen=True, slots=True)
class Telling:
    """A deal as one clause tells it.

    `status` is null where the words only speak of the deal (`the order comes to 2 trillion won`). `back`: it speaks of
    a deal told before and names no goods of its own. `continues`: it tells what else such a deal is about (`the
    contract also includes`). `ranks`: it says what place such a deal has among others (`its largest order of ships`).
    `about`: the goods named elsewhere in the sentence of a telling that names none itself. `vague`: it makes no deal
    unless another telling does. `nation_hints` are countries told as those of the goods (`Korean howitzers`).
    `grounded`: it tells what a paper told before holds (`under it 20 will come`). `strength` says how plainly it tells
    a deal: `verb`, `noun`, `light`, `agreement`.
    """

    kind: str
    status: str | None
    items: tuple[Item, ...]
    suppliers: tuple[Party, ...]
    recipients: tuple[Party, ...]
    partners: tuple[Party, ...]
    nation_hints: tuple[str, ...]
    value: Value | None
    timing: Timing
    evidence: tuple[Span, ...]
    strength: str
    back: bool
    continues: bool = False
    ranks: bool = False
    about: tuple[Item, ...] = ()
    vague: bool = False
    manner: Manner = Manner.STATE
    grounded: bool = False

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.evidence[0].start
