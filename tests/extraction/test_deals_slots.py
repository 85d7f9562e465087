"""What a deal is filled with: how many, which system, whose sum, who buys when the clause leaves it out. Invented."""

from datetime import date

import pytest

from pipelines.extraction.deals import find_deals
from pipelines.reading.document import read
from pipelines.reading.nlp import pipeline
from pipelines.records import Article, DealRecord, Published

DAY = date(2024, 6, 12)  # a Wednesday


def deals_in(text: str) -> list[DealRecord]:
    """The deals of a text that was published on 12 June 2024."""
    article = Article("art_0", "test", text, len(text), "0", published=Published(DAY, DAY, "day", "header"))
    return find_deals(read(article, pipeline()(text)))


@pytest.mark.parametrize(
    ("sentence", "quantity"),
    [
        ("Ghana took delivery of a frigate from Daewoo in 2001.", 1),
        ("Chile ordered an offshore patrol vessel from Hyundai in March.", 1),
        ("Peru bought a reconnaissance satellite from France.", 1),
        ("Peru bought frigates from France.", None),
        ("Peru ordered the frigate from France.", None),
        ("Peru bought a fighter from Sweden that nobody knew.", None),
    ],
)
def test_a_ship_is_one_ship(sentence: str, quantity: int | None) -> None:
    (deal,) = deals_in(sentence)
    assert [(i.quantity_min, i.quantity_max) for i in deal.items] == [(quantity, quantity)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hanwha signed a contract with Peru for the Cheongung II midrange surface-to-air missile system.",
        "LIG Nex1 has sold the Cheongung II, a medium-range surface-to-air missile system, to Peru.",
    ],
)
def test_a_system_told_again_by_its_kind_is_one_item(sentence: str) -> None:
    (deal,) = deals_in(sentence)
    assert [i.system for i in deal.items] == ["KM-SAM"]


@pytest.mark.parametrize(
    "text",
    [
        "Hanwha sold Chile 60 Redback vehicles. The order is worth 2 billion won, its largest arms contract.",
        "Chile ordered 60 Redbacks from Hanwha. The deal is worth 2 billion won, making it its biggest arms export.",
    ],
)
def test_the_largest_arms_contract_is_the_one_told_before(text: str) -> None:
    valued = [d for d in deals_in(text) if d.value_min]
    assert [[i.system for i in d.items] for d in valued] == [["AS21 Redback"]]


@pytest.mark.parametrize(
    "text",
    [
        "Indonesia ordered 42 Rafales from Dassault of France, and then signed a memorandum with Boeing on 24 F-15s.",
        "Indonesia bought six Rafales from France in 2022. A year later eight F-15s were ordered from Boeing.",
    ],
)
def test_who_bought_from_one_buys_from_the_next(text: str) -> None:
    assert [d.recipient_countries for d in deals_in(text)] == [("IDN",), ("IDN",)]


def test_the_missile_is_the_system_told_before() -> None:
    deals = deals_in("Peru ordered the Cheongung II from LIG Nex1. Peru is the third country to choose the missile.")
    assert [[i.system for i in d.items] for d in deals] == [["KM-SAM"]]
