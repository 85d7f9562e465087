"""All tellings of a story: each clause read, parted where it tells of several deals, and what no word tells.

A sum that several claim is one's own; rivals in a contest are left to it. Not here: any of these steps.
"""

from collections.abc import Iterator
from dataclasses import replace

from pipelines.extraction.deals.goods.item import head_of
from pipelines.extraction.deals.grammar.clauses import clause
from pipelines.extraction.deals.grammar.triggers import find_clusters
from pipelines.extraction.deals.parting.batches import batches
from pipelines.extraction.deals.parting.lots import with_other_lots
from pipelines.extraction.deals.tellings.arrivals import arrivals
from pipelines.extraction.deals.tellings.bare import bare_tellings
from pipelines.extraction.deals.tellings.endings import endings
from pipelines.extraction.deals.tellings.frames import telling_of
from pipelines.extraction.deals.tellings.talks import talks_tellings
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.reading.document import Document
from pipelines.records import Span


def find_tellings(document: Document) -> list[Telling]:
    """The tellings of the story in text order."""
    found: list[Telling] = []
    for cluster in find_clusters(document):
        telling = telling_of(document, cluster)
        if telling:
            parts = list(batches(document, cluster, telling))
            found.extend(told for part in parts for told in (part, *arrivals(document, part), *endings(document, part)))
    found = list(_without_rivals(found))
    found.extend(bare_tellings(document, [item.span for telling in found for item in telling.items]))
    found = with_other_lots(document, found)
    found.extend(talks_tellings(document, list(found)))
    return _with_sums_once(document, sorted(found, key=lambda telling: telling.start))


def _without_rivals(tellings: list[Telling]) -> Iterator[Telling]:
    """The tellings, the rivals in a contest left to it: `on the list are jets, with A and B as contenders`."""
    rivals = {i.span for t in tellings if t.status == "tender" for i in t.items if i.record.system}
    for telling in tellings:
        kept = tuple(item for item in telling.items if item.span not in rivals)
        yield telling if telling.status == "tender" or not kept else replace(telling, items=kept)


def _with_sums_once(document: Document, tellings: list[Telling]) -> list[Telling]:
    """The tellings, a sum that several claim left to the one of its clause, or of the goods nearest to it."""
    owners: dict[Span, Telling] = {}
    for telling in sorted(tellings, key=lambda t: (t.back + 2 * _is_at_large(t), _is_beside(document, t), _gap(t))):
        if telling.value:
            owners.setdefault(telling.value.span, telling)
    return [t if t.value is None or owners[t.value.span] is t else replace(t, value=None) for t in tellings]


def _is_beside(document: Document, telling: Telling) -> bool:
    """Whether the sum of a telling hangs on the verb of other goods: `ordered 12 for $2 billion and received six`."""
    words = head_of(document, telling.value.span) if telling.value else None
    return words is not None and bool(telling.items) and all(clause(i.token) != clause(words) for i in telling.items)


def _gap(telling: Telling) -> int:
    """How many characters lie between the sum of a telling and the nearest of its goods."""
    if telling.value is None:
        return 0
    at = telling.value.span
    return min((max(i.span.start - at.end, at.start - i.span.end, 0) for i in telling.items), default=0)


def _is_at_large(telling: Telling) -> bool:
    """Whether a telling names arms in general: `the largest arms contract so far`, which the order told of is."""
    return bool(telling.items) and all(item.is_at_large for item in telling.items)
