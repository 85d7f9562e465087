"""Extraction over many articles: one failure does not lose the others, and workers change nothing but the time."""

from collections.abc import Iterable, Iterator

import pytest

from pipelines.extraction import extract
from pipelines.extraction.workers import FEW
from pipelines.records import Article, Extraction

TEXT = "Defence Minister Ola Berg met his Polish counterpart in Oslo on Monday, the ministry said."


def article(number: int, text: str = TEXT) -> Article:
    return Article(f"art_{number:016x}", f"a{number}.txt", text, len(text), "0" * 64)


def fragile(articles: Iterable[Article]) -> Iterator[Extraction]:
    """An extractor that cannot read one kind of article."""
    for one in articles:
        if "unreadable" in one.text:
            raise ValueError("cannot read this")
        yield Extraction(one.article_id)


def test_an_article_the_extractor_fails_on_is_told_and_the_others_go_on() -> None:
    articles = [article(0), article(1, "unreadable"), article(2)]
    extractions = list(extract(articles, 1, lambda _: None, fragile))
    assert [e.article_id for e in extractions] == [a.article_id for a in articles]
    assert [len(e.rejected) for e in extractions] == [0, 1, 0]
    (rejected,) = extractions[1].rejected
    assert (rejected.source, rejected.stage, rejected.value) == ("a1.txt", "extract", articles[1].article_id)
    assert "cannot read this" in rejected.reason


@pytest.mark.parametrize("workers", [1, 2])
def test_the_progress_counts_every_article_once(workers: int) -> None:
    done: list[int] = []
    articles = [article(n) for n in range(FEW + 1)]
    assert len(list(extract(articles, workers, done.append, fragile))) == sum(done) == len(articles)


def test_two_workers_give_what_one_gives_in_the_same_order() -> None:
    """A release must not depend on the number of workers."""
    articles = [
        article(n, TEXT.replace("Monday", day))
        for n in range(FEW // 4 + 1)
        for day in ("Monday", "Friday", "May", "2021")
    ]
    alone = list(extract(articles, 1, lambda _: None))
    together = list(extract(articles, 2, lambda _: None))
    assert together == alone
    assert any(e.statements for e in alone)


def test_articles_in_another_language_yield_no_rows_and_no_error() -> None:
    french = Article("art_" + "f" * 16, "f.txt", "Le ministre a rencontré son homologue.", 38, "0" * 64, language="fr")
    (extraction,) = extract([french], 1, lambda _: None)
    assert extraction == Extraction(french.article_id)
