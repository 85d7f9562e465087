"""Somebody is right with name, rank and side; a reference with everybody it stands for."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from pipelines.quality.people import render_people, score_people, span_of
from pipelines.quality.scores import Scores
from pipelines.reading.document import Document, read
from pipelines.reading.nlp import pipeline
from pipelines.records import Article

TEXT = "Norway's Defense Minister Kari Lund met Polish Foreign Minister Jan Kos. She thanked him, and Kos smiled."


@pytest.fixture(scope="module")
def document() -> Document:
    article = Article("art_1", "folder/oslo.txt", TEXT, len(TEXT), "0" * 64)
    return read(article, pipeline()(TEXT))


def _gold(
    side: str = "NOR", people: tuple[str, ...] = ("Kari Lund",)
) -> Mapping[str, Mapping[str, list[dict[str, Any]]]]:
    told: list[dict[str, Any]] = [
        {"name": "Kari Lund", "role_class": "minister", "side": side},
        {"name": "Jan Kos", "role_class": "leader", "side": "POL", "accept": {"role_class": ["minister"]}},
    ]
    references: list[dict[str, Any]] = [{"quote": "[She] thanked", "kind": "pronoun", "people": list(people)}]
    return {"oslo.txt": {"people": told, "references": references}}


def test_what_is_right_or_accepted_counts(document: Document) -> None:
    report = score_people([document], _gold())
    assert report.people == Scores(2, 0, 0)
    assert report.all_references == Scores(1, 0, 0)
    assert report.errors == {}


def test_a_wrong_side_is_a_miss_and_a_find_too_many(document: Document) -> None:
    report = score_people([document], _gold(side="SWE"))
    assert report.people == Scores(1, 1, 1)
    assert report.errors["oslo.txt"] == ["people [Kari Lund] side: gold='SWE' found='NOR'"]


def test_a_reference_to_two_is_wrong_with_one_of_them(document: Document) -> None:
    report = score_people([document], _gold(people=("Kari Lund", "Jan Kos")))
    assert report.references["pronoun"] == Scores(0, 0, 1)
    assert "references right: 0.000 of 1" in render_people(report)


def test_a_quote_that_the_article_does_not_hold_is_an_error() -> None:
    with pytest.raises(ValueError, match="substring"):
        span_of({"quote": "[He] thanked"}, TEXT)


def test_the_gold_of_the_sample_names_only_people_it_lists() -> None:
    gold = json.loads((Path(__file__).parents[2] / "articles" / "people_gold.json").read_text("utf-8"))
    for facts in gold.values():
        names = {person["name"] for person in facts["people"]}
        assert {name for reference in facts["references"] for name in reference["people"]} <= names
