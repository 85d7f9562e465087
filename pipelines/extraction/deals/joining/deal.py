"""A deal as far as the tellings of an article tell it. Not here: which tellings are of one deal (`merging.py`)."""

from dataclasses import dataclass, field

from pipelines.extraction.deals.goods.item import Item
from pipelines.extraction.deals.joining.standing import day_told, furthest
from pipelines.extraction.deals.sides.of_telling import Sides
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.extraction.deals.tellings.values import Value
from pipelines.records import Span, When


@dataclass(slots=True)
class Deal:
    """A deal as far as it has been told."""

    kind: str
    sides: Sides
    items: list[Item]
    tellings: list[Telling] = field(default_factory=list)

    @property
    def status(self) -> str | None:
        """The furthest status told."""
        return furthest(self.tellings)

    @property
    def event(self) -> When:
        """When that status was reached; else the time told of the deal."""
        return day_told(self.tellings, self.status)

    @property
    def delivery(self) -> When:
        """When its goods are due."""
        known = (t.timing.delivery for t in self.tellings)
        return next((w for w in known if w.earliest or w.latest), When())

    @property
    def value(self) -> Value | None:
        """What it is worth, as first told; what one costs, where nothing tells the price of all."""
        told = (t.value for t in self.tellings if t.value)
        return min(told, key=lambda value: value.scope == "per_unit", default=None)

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The sentences it was read from, in text order."""
        return tuple(sorted({span for t in self.tellings for span in t.evidence}))
