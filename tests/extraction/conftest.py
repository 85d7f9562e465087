"""What the tests of extraction share: reading an invented story as the pipeline does."""

from collections.abc import Callable

import pytest

from pipelines.extraction.statements import find_statements
from pipelines.reading.document import read
from pipelines.reading.nlp import pipeline
from pipelines.records import Article, StatementRecord


@pytest.fixture(scope="session")
def statements_of() -> Callable[..., list[StatementRecord]]:
    def find(text: str, story_end: int | None = None) -> list[StatementRecord]:
        article = Article("art_0", "invented", text, len(text) if story_end is None else story_end, "")
        return find_statements(read(article, pipeline()(text)))

    return find
