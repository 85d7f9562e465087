"""Extraction over many articles: in this process, or over several, with the same result in the same order.

The extractor is a seam: any `Extractor` may stand where the rules do. Memory is bounded by the chunks under way.
"""

import logging
import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from typing import Protocol

from pipelines.extraction.rules import extract_by_rules
from pipelines.records import Article, Extraction, Rejected

#: Articles handed to a process at once.
CHUNK = 25
#: No more articles than these are worth a second process: it takes about 4 s to start, the time of some 50 articles.
FEW = 60

log = logging.getLogger(__name__)


class Extractor(Protocol):
    """Whatever reads articles: rules, or a language model behind the same contract.

    Must be importable by name, to run in other processes.
    """

    def __call__(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """One extraction an article, in the order of the articles."""
        ...


def extract(
    articles: Sequence[Article],
    workers: int,
    progress: Callable[[int], None],
    extractor: Extractor = extract_by_rules,
) -> Iterator[Extraction]:
    """One extraction an article, in order. `progress` is told the number of articles done since it was last called.

    An article on which the extractor fails yields an empty extraction that says so in `rejected`; the others go on.
    """
    if workers <= 1 or len(articles) <= FEW:
        for extraction in _without_faults(extractor, articles):
            yield extraction
            progress(1)
        return
    chunks = [articles[at : at + CHUNK] for at in range(0, len(articles), CHUNK)]
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("forkserver")) as pool:
        for done in pool.map(_extract_chunk, repeat(extractor), chunks):
            yield from done
            progress(len(done))


def _extract_chunk(extractor: Extractor, articles: Sequence[Article]) -> list[Extraction]:
    return list(_without_faults(extractor, articles))


def _without_faults(extractor: Extractor, articles: Sequence[Article]) -> Iterator[Extraction]:
    """What the extractor gives; where it fails, the article it failed on is told apart and the rest goes on."""
    done = 0
    while done < len(articles):
        try:
            for extraction in extractor(articles[done:]):
                yield extraction
                done += 1
        except Exception:  # noqa: BLE001 - whatever fails in an extractor, the other articles go on; nothing is lost
            yield _alone(extractor, articles[done])
            done += 1


def _alone(extractor: Extractor, article: Article) -> Extraction:
    """The extraction of one article, or an empty one that tells why there is none."""
    try:
        return next(iter(extractor([article])))
    except Exception as fault:
        log.exception("extraction failed on %s", article.source)
        reason = f"the extractor failed on this article: {type(fault).__name__}: {fault}"
        rejected = Rejected(article.source, "extract", "extractor_ran", reason, value=article.article_id)
        return Extraction(article.article_id, rejected=(rejected,))
