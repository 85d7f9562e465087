"""What is done to goods, and where they are made: services to a fleet, works abroad, joint ventures."""

import pytest

from tests.stories import deals_in, goods, rows


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("Lockheed Martin was awarded a $96 million contract to support Poland's F-16 fleet.", "USA POL"),
        ("Hungary signed a contract with Saab to maintain its Gripen jets for three years.", "SWE HUN"),
        ("Saab signed a contract with Hungary to maintain its Gripen jets for three years.", "SWE HUN"),
        ("Babcock will maintain the Royal New Zealand Navy's frigates for another seven years.", "GBR NZL"),
        ("Rolls-Royce won a deal to service the engines of the Royal Saudi Air Force's Typhoons.", "GBR SAU"),
        ("Under a contract signed on Monday, Saab is to provide maintenance for Hungary's Gripens.", "SWE HUN"),
        ("HAL of India will overhaul Malaysia's Su-30 fighters.", "IND MYS"),
        ("Peru and France signed a contract on technical support for Caesar howitzers.", "FRA PER"),
    ],
)
def test_what_is_done_to_the_goods_of_others_is_a_service(sentence: str, sides: str) -> None:
    told = [(d.kind, d.status, *d.supplier_countries, *d.recipient_countries) for d in deals_in(sentence)]
    assert told == [("service", "signed", *sides.split())]


def test_the_sale_of_support_for_a_fleet_is_a_service() -> None:
    story = "The United States approved a possible sale of support for Australia's C-17s worth $1.6 billion."
    assert [(d.kind, d.status) for d in deals_in(story)] == [("service", "approved")]


def test_a_ship_with_a_name_is_one_that_may_be_overhauled() -> None:
    story = "Hanwha Ocean has won a contract from the U.S. Navy to overhaul the USNS Yukon."
    (deal,) = deals_in(story)
    assert (deal.kind, goods(deal)) == ("service", {("USNS Yukon", 1)})


def test_a_visitor_at_a_port_is_no_goods() -> None:
    """A port that could receive a carrier was read as its buyer."""
    assert deals_in("Oman's port will be able to receive the aircraft carrier HMS Albion.") == []


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Saab will provide 12 Gripens to Peru.", ("SWE", "PER", "signed", 12)),
        ("Under the contract Hanwha is to provide Egypt with 12 K9 howitzers.", ("KOR", "EGY", "signed", 12)),
    ],
)
def test_what_a_firm_will_provide_is_sold(sentence: str, row: tuple[str, str, str, int]) -> None:
    """It was held to be granted, as what states provide is."""
    assert rows(sentence) == {row}


@pytest.mark.parametrize(
    ("sentence", "sides", "status"),
    [
        ("Peru and Baykar agreed to build a factory for Bayraktar drones near Lima.", "TUR PER", "signed"),
        ("Rheinmetall will build a plant in Hungary to make Lynx vehicles.", "DEU HUN", "negotiation"),
        ("Saab plans a production line for Gripen jets in Peru.", "SWE PER", "interest"),
        ("Poland's PGZ and Saab have set up a joint venture to produce missiles for the Gripen.", "SWE POL", "signed"),
        ("Larsen & Toubro will manufacture K9 howitzers in India under a licence from Hanwha.", "KOR IND", "signed"),
    ],
)
def test_works_for_goods_abroad_are_co_production(sentence: str, sides: str, status: str) -> None:
    told = [(d.kind, d.status, *d.supplier_countries, *d.recipient_countries) for d in deals_in(sentence)]
    assert told == [("co_production", status, *sides.split())]


def test_what_will_be_developed_together_is_agreed() -> None:
    (deal,) = deals_in("India and France will jointly develop an engine for a fighter.")
    assert (deal.kind, deal.status) == ("joint_development", "signed")
    (deal,) = deals_in("Saab and Embraer could jointly develop a trainer.")
    assert (deal.kind, deal.status) == ("joint_development", "interest")
