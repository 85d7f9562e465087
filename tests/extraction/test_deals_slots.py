"""What a deal is filled with: how many, which system, whose sum, who buys when the clause leaves it out. Invented."""

import pytest

from pipelines.extraction.deals.joining.sameness import one_system
from tests.stories import deals_in


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


def test_a_bare_ship_is_not_the_one_named_elsewhere() -> None:
    (first, *_) = deals_in("Ghana took delivery of a frigate from Daewoo. Peru bought the tanker Aotearoa from Daewoo.")
    assert [i.system for i in first.items] == [None]


@pytest.mark.parametrize(
    ("sentence", "designation"),
    [
        ("Peru ordered eight F-35As from Lockheed Martin.", "F-35A Lightning II"),
        ("Peru ordered 24 F-15EX jets from Boeing.", "F-15EX Eagle II"),
        ("Peru ordered the NSM, a missile, from Norway.", "Naval Strike Missile"),
        ("Peru ordered 12 T-50THs from South Korea.", "T-50 Golden Eagle"),
    ],
)
def test_a_version_that_is_ordered_as_such_keeps_its_name(sentence: str, designation: str) -> None:
    (deal,) = deals_in(sentence)
    assert [i.system for i in deal.items] == [designation]


def test_a_version_and_its_system_are_one_deal() -> None:
    (deal,) = deals_in("Peru ordered F-35 jets from the United States in May. It bought eight F-35As for $2 billion.")
    assert [(i.system, i.quantity_min) for i in deal.items] == [("F-35A Lightning II", 8)]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("F-35 Lightning II", "F-35A Lightning II", True),
        ("MQ-9B SkyGuardian", "MQ-9 Reaper", True),
        ("Type 212", "Type 214", False),
        ("K2 Black Panther", "K21", False),
        ("Bayraktar TB2", "Bayraktar Akinci", False),
    ],
)
def test_which_designations_may_be_of_one_system(a: str, b: str, same: bool) -> None:
    assert one_system(a, b) is same


def test_each_recipient_has_the_year_behind_it() -> None:
    deals = deals_in("Retired corvettes were sent by South Korea to Colombia (2014) and Peru (2022).")
    assert [(d.recipient_countries, d.event.earliest.year) for d in deals if d.event.earliest] == [
        (("COL",), 2014),
        (("PER",), 2022),
    ]


def test_what_goes_as_gifts_is_aid() -> None:
    deals = deals_in("Two retired corvettes of the South Korean navy have gone as gifts to Peru.")
    assert [(d.kind, d.recipient_countries) for d in deals] == [("aid", ("PER",))]


def test_it_is_the_system_told_not_what_it_hits() -> None:
    text = "South Korea's Cheongung II is designed to hit aircraft. The United Arab Emirates signed up for it in 2022."
    assert [[i.system for i in d.items] for d in deals_in(text)] == [["KM-SAM"]]


def test_the_name_of_a_person_is_no_system() -> None:
    text = "Baykar sold Peru the Akinci. The contract bears the signature of Haluk Bayraktar."
    assert {i.system for d in deals_in(text) for i in d.items} == {"Bayraktar Akıncı"}
