"""Reads a text as an article is read."""

from collections.abc import Callable
from datetime import date

import pytest

from pipelines.reading.document import Document, read
from pipelines.reading.nlp import pipeline
from pipelines.records import Article, Published

Reading = Callable[..., Document]


@pytest.fixture(scope="session")
def reading() -> Reading:
    """Annotates a text; `published` is its day, `agencies` whom it credits."""

    def of(text: str, published: date | None = None, agencies: tuple[str, ...] = ()) -> Document:
        day = Published(published, published, "day", "header") if published else Published()
        article = Article("art_test", "test.txt", text, len(text), "0" * 64, agencies=agencies, published=day)
        return read(article, pipeline()(text))

    return of
