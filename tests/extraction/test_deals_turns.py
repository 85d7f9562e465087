"""Deals told in turns of phrase that a plain `A bought B from C` does not cover. Invented sentences."""

import pytest

from tests.stories import deals_in, sides_in


@pytest.mark.parametrize(
    ("sentence", "supplier", "recipient", "status"),
    [
        ("Ghana has been given two patrol boats by Germany.", "DEU", "GHA", "completed"),
        ("Oman was the third country to order the Rafale jet.", "FRA", "OMN", "signed"),
        ("Peru has become the fifth nation to sign up for South Korea's K9 howitzer.", "KOR", "PER", "signed"),
        ("The cabinet chose Saab over Rheinmetall to supply the Chilean army with guns.", "SWE", "CHL", "negotiation"),
        ("Ten FA-50 jets will join the Peruvian air force under a contract with South Korea.", "KOR", "PER", "signed"),
        ("Chile is awaiting three submarines from Germany.", "DEU", "CHL", "signed"),
        ("Hanwha turned over the first of two frigates to Peru in April.", "KOR", "PER", "delivering"),
        ("India delivered to Peru the first of three batteries of the BrahMos missile.", "IND", "PER", "delivering"),
        ("Washington gave the go-ahead for the sale of F-16 fighters to Peru.", "USA", "PER", "approved"),
        ("The Thai cabinet gave the air force the go-ahead to buy jets from South Korea.", "KOR", "THA", "approved"),
        ("He spoke of the contract for K2 tanks that Peru signed with South Korea.", "KOR", "PER", "signed"),
        ("Peru was in talks with Spain about 40 Eurofighter Typhoons.", "ESP", "PER", "negotiation"),
        ("They spoke of Korean armored vehicles that Peru is thinking of buying.", "KOR", "PER", "interest"),
        ("Canada's navy has four frigates, bought second-hand from Britain in 1998.", "GBR", "CAN", "completed"),
        ("He suggested that howitzers be sold to Poland by South Korea instead.", "KOR", "POL", "interest"),
        ("Five coastal radars, a gift from Japan to Peru, arrived.", "JPN", "PER", "completed"),
    ],
)  # fmt: skip
def test_a_deal_is_found_in_every_turn_of_phrase(sentence: str, supplier: str, recipient: str, status: str) -> None:
    (deal,) = deals_in(sentence)
    assert (deal.supplier_countries, deal.recipient_countries) == ((supplier,), (recipient,))
    assert deal.status == status


def test_contracts_with_two_makers_are_two_deals() -> None:
    deals = deals_in("Peru ordered 60 K2 tanks from Hyundai Rotem and 24 K9 howitzers from Hanwha Aerospace.")
    assert [[i.quantity_min for i in d.items] for d in deals] == [[60], [24]]
    assert [d.supplier_organizations for d in deals] == [("Hyundai Rotem",), ("Hanwha Aerospace",)]


def test_what_is_free_of_charge_is_aid() -> None:
    (deal,) = deals_in("Peru is to receive a retired corvette from South Korea free of charge.")
    assert deal.kind == "aid"


def test_a_batch_told_before_keeps_its_goods() -> None:
    deals = deals_in("Peru wants ten more KT-1 trainers from South Korea.\n\nThe first batch was bought in 2018.")
    assert [(d.items[0].system, d.status) for d in deals] == [("KT-1 Woongbi", "interest"), ("KT-1 Woongbi", "signed")]


def test_a_contract_with_both_sides_told_is_a_deal_of_the_goods_named_beside_it() -> None:
    (deal,) = deals_in(
        "Turkish maker Baykar has concluded a $300-million contract with the defence ministry of Peru, a first for the "
        "Bayraktar TB2 in South America."
    )
    assert (deal.supplier_countries, deal.recipient_countries) == (("TUR",), ("PER",))
    assert [item.system for item in deal.items] == ["Bayraktar TB2"]


def test_whom_a_pronoun_stands_for_may_be_given_goods() -> None:
    (deal,) = deals_in("Peru is short of ships. It has been given two Pohang-class corvettes by South Korea.")
    assert (deal.kind, deal.supplier_countries, deal.recipient_countries) == ("aid", ("KOR",), ("PER",))


def test_what_a_package_comprises_does_not_sign_it() -> None:
    (deal,) = deals_in(
        "Washington gave its blessing to the sale of F-16 fighters to Peru. The package comprises 40 F-16 jets."
    )
    assert (deal.status, deal.items[0].quantity_min) == ("approved", 40)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Peru bought ten launchers from Elbit Systems. Chile was quicker: six launchers, contract signed in May.",
            ("ISR", "CHL"),
        ),
        ("Chile gets 27 F-35s, and 19 of its F-16s have been pledged to Ukraine.", ("CHL", "UKR")),
        ("The army's T-55s were bought from the Soviet Union in the 1970s, Peru said.", ("RUS", "PER")),
    ],
)
def test_who_deals_where_several_countries_are_named(text: str, sides: tuple[str, str]) -> None:
    assert sides in sides_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Saab entered into a contract with the Peruvian navy on the supply of a missile for six frigates.",
        "Peru ordered 30 AMRAAM missiles for its F-16 jets from the United States.",
    ],
)
def test_what_arms_are_put_on_is_no_goods(text: str) -> None:
    assert [item.category for deal in deals_in(text) for item in deal.items] == ["missile"]


def test_who_clears_a_delivery_supplies() -> None:
    (deal,) = deals_in("Berlin cleared the delivery of 12 howitzers, its minister told the Peruvian one in Lima.")
    assert (deal.supplier_countries, deal.recipient_countries) == (("DEU",), ("PER",))
