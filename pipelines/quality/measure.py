"""All figures of quality together. Not here: how each is come by, the printed report (`report.py`)."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from pipelines.quality.gold import Gold
from pipelines.quality.reliability import Bin, judge, reliability
from pipelines.quality.same_event import same_event
from pipelines.quality.score import Report, score
from pipelines.quality.scores import Scores


@dataclass(frozen=True, slots=True)
class Quality:
    """How right the rows of single articles are, whether events were put together, what `confidence` means."""

    extraction: Report
    same_event: Scores
    reliability: list[Bin]


def measure(article_tables: Mapping[str, pl.DataFrame], tables: Mapping[str, pl.DataFrame], gold: Gold) -> Quality:
    """Measure the rows of single articles, and the tables made of them, against gold."""
    return Quality(
        extraction=score(article_tables, gold),
        same_event=same_event(tables, gold),
        reliability=reliability(list(judge(article_tables, gold))),
    )
