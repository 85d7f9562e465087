import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipelines.ingest import ingest_folder
from pipelines.ingest.cleaning import clean
from pipelines.ingest.page import Page
from pipelines.records import Article

ARTICLES = Path(__file__).parents[2] / "articles"


@cache
def sample() -> dict[str, Article]:
    return {item.source: item for item in ingest_folder(ARTICLES / "sample") if isinstance(item, Article)}


@cache
def gold() -> dict[str, Any]:
    told: dict[str, Any] = json.loads((ARTICLES / "gold.json").read_text(encoding="utf-8"))
    return told


def test_no_article_of_the_sample_is_lost() -> None:
    assert sorted(sample()) == sorted(gold())


def test_no_statement_is_lost_but_those_of_headlines() -> None:
    lost = [
        part
        for source, facts in gold().items()
        for statement in facts["statements"]
        if not statement.get("optional")
        for part in statement["parts"]
        if " ".join(part.split()) not in " ".join(sample()[source].text.split())
    ]
    assert lost == []


def test_the_agencies_are_those_that_a_reader_finds() -> None:
    told = {source: sorted(facts["agencies"]) for source, facts in gold().items()}
    assert {source: sorted(article.agencies) for source, article in sample().items()} == told


@pytest.mark.parametrize("source", [f"d{number:03}.txt" for number in range(1, 49)])
def test_cleaning_a_clean_story_changes_nothing(source: str) -> None:
    story = sample()[source].text[: sample()[source].story_end]
    again = clean(Page(source=source, text=story, content_sha256="0"))
    assert isinstance(again, Article)
    assert again.text == story
