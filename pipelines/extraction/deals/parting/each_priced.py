"""Goods of one clause that are each told with a sum of their own, and so are bought by themselves.

`11 launchers ($436 million) and six pods ($367 million)`, `two corvettes, ordered in 2021 for $500 million, and six
patrol boats, which followed in 2022 at $600 million`. Not here: several goods under one sum (`tellings/values.py`).
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from pipelines.extraction.deals.goods.item import Item
from pipelines.extraction.deals.grammar.triggers import Cluster
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.extraction.deals.tellings.timing import REACHED, Tie, Timing
from pipelines.extraction.deals.tellings.values import Value, own_sum, told_value
from pipelines.reading.document import Document
from pipelines.records import Span


def each_priced(document: Document, cluster: Cluster, telling: Telling) -> list[Telling]:
    """A telling for each of the goods where all of several have a sum; none otherwise."""
    parts = list(_parts(cluster, telling))
    sums = [own_sum(document, item.span.end) or _only_sum(document, behind) for item, behind in parts]
    if len(parts) < 2 or not all(sums):
        return []
    return [
        replace(telling, items=(item,), value=value, timing=_only_day(document, behind) or telling.timing)
        for (item, behind), value in zip(parts, sums, strict=True)
    ]


def _parts(cluster: Cluster, telling: Telling) -> Iterator[tuple[Item, Span]]:
    """The goods, each with what stands behind them up to the next."""
    starts = [*(item.span.start for item in telling.items), cluster.sentence.end_char]
    for item, (_, end) in zip(telling.items, pairwise(starts), strict=True):
        yield item, Span(item.span.end, max(item.span.end, end))


def _only_sum(document: Document, span: Span) -> Value | None:
    told = [money for money in document.money if span.holds(money.span)]
    return told_value(document, told[0]) if len(told) == 1 else None


def _only_day(document: Document, span: Span) -> Timing | None:
    told = [mention for mention in document.dates_in(span) if mention.kind in REACHED]
    return Timing(event=told[0].when, tie=Tie.OWN) if len(told) == 1 else None
