"""Deals by their kind: what is made abroad, what yards and firms do to goods of others, pacts on equipment at large."""

import pytest

from tests.stories import deals_in


def kinds(text: str) -> list[tuple[str, str, str]]:
    """Kind, suppliers and recipients of each deal of a text."""
    return [(d.kind, "+".join(d.supplier_countries), "+".join(d.recipient_countries)) for d in deals_in(text)]


@pytest.mark.parametrize(
    ("text", "supplier", "recipient"),
    [
        ("Under the accord, parts for the K2 tank will be manufactured in Poland.", "KOR", "POL"),
        ("Saab will have components of the Gripen produced in Brazil.", "SWE", "BRA"),
        ("A paper that Saab signed provides for wings of the Gripen to be built in Brazil.", "SWE", "BRA"),
        ("Saab is to build the Gripen at a plant in Sao Paulo, Brazil.", "SWE", "BRA"),
    ],
)
def test_goods_or_parts_of_them_made_by_the_buyer_are_made_together(text: str, supplier: str, recipient: str) -> None:
    assert kinds(text) == [("co_production", supplier, recipient)]


@pytest.mark.parametrize(
    "text",
    [
        "Saab will build 12 Gripen fighters for Brazil in Sweden.",
        "Peru ordered two frigates from Damen of the Netherlands that will be built in Romania.",
    ],
)
def test_goods_made_at_home_or_elsewhere_are_sold(text: str) -> None:
    assert [kind for kind, *_ in kinds(text)] == ["arms_transfer"]


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("Leonardo of Italy and Germany's Rheinmetall established a 50-50 joint venture for tanks.", "DEU+ITA"),
        ("Italy and Germany have formed a joint venture for tanks.", "DEU+ITA"),
    ],
)
def test_whoever_founds_a_joint_venture_makes_its_goods_together(text: str, partners: str) -> None:
    assert kinds(text) == [("co_production", partners, partners)]


@pytest.mark.parametrize(
    ("text", "supplier", "recipient"),
    [
        ("Hanwha Ocean has won a contract from the U.S. Navy to overhaul a supply ship.", "KOR", "USA"),
        ("Damen secured an order from the Portuguese Navy to refit two frigates.", "NLD", "PRT"),
    ],
)
def test_whose_ships_a_yard_works_on_may_be_told_by_the_contract(text: str, supplier: str, recipient: str) -> None:
    assert kinds(text) == [("service", supplier, recipient)]


@pytest.mark.parametrize(
    "text",
    [
        "Japan and Italy signed an agreement on the transfer of defence equipment and technology.",
        "Japan and Italy signed a framework agreement on the purchase of defence equipment.",
        "Japan and Italy signed an accord on the procurement of defence material and equipment.",
    ],
)
def test_a_pact_on_equipment_of_any_kind_is_between_equals(text: str) -> None:
    assert kinds(text) == [("agreement", "ITA+JPN", "ITA+JPN")]


@pytest.mark.parametrize(
    "text",
    [
        "Rosoboronexport signed an agreement to supply Myanmar with military equipment.",
        "Rosoboronexport signed an agreement with Myanmar on the sale of six fighters.",
    ],
)
def test_a_pact_under_which_one_supplies_is_a_sale(text: str) -> None:
    assert kinds(text) == [("arms_transfer", "RUS", "MMR")]


@pytest.mark.parametrize(
    "text",
    [
        "Serbia's older MiG-29s were a gift from Russia.",
        "Serbia flies MiG-29s, some of which were a present from Russia.",
        "Serbia flies MiG-29s, most of which were a donation from Russia in 2017.",
    ],
)
def test_goods_said_to_be_a_gift_are_aid(text: str) -> None:
    assert kinds(text) == [("aid", "RUS", "SRB")]


@pytest.mark.parametrize(
    "text",
    [
        "A paper was signed under which South Korea and Peru will make parts of the KF-21 fighter together.",
        "South Korea's KAI and Peru's Seman will jointly make parts of the KF-21 fighter.",
    ],
)
def test_making_parts_together_is_production_of_the_whole(text: str) -> None:
    assert kinds(text) == [("co_production", "KOR", "PER")]


@pytest.mark.parametrize(
    "text",
    [
        "Qatar's Barzan Holdings concluded an agreement with Turkey's BMC on the maintenance of armoured vehicles.",
        "DOHA: Barzan Holdings and Turkey's BMC signed a contract for the maintenance of armoured vehicles in Qatar.",
        "Turkey's BMC signed a contract with Barzan Holdings on the upkeep of armoured vehicles.",
    ],
)
def test_of_two_firms_the_one_whose_country_makes_the_goods_serves(text: str) -> None:
    assert kinds(text) == [("service", "TUR", "QAT")]
