"""Wordings of agencies, ministries and newspapers in many countries. Invented sentences."""

import pytest

from tests.stories import Row, deals_in, rows

NOTICE = (
    "The State Department has decided to approve a possible Foreign Military Sale of M1A2 Abrams tanks to the "
    "Government of Romania.\n\nThe Government of Romania has asked to buy fifty-four (54) M1A2 tanks; four (4) M88A2 "
    "recovery vehicles."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NOTICE, ("USA", "ROU", "approved", 54)),
        ("Berlin on Monday cleared the delivery of ten Gepard tanks to Kenya.", ("DEU", "KEN", "approved", 10)),
        ("Peru signed the contract for 24 F-16 fighters with Denmark.", ("DNK", "PER", "signed", 24)),
        ("Three Dakar-class boats were ordered by the Israeli Ministry of Defense.", ("DEU", "ISR", "signed", 3)),
        ("They replaced 16 Russian Mi-17s, a $227 million deal that Manila scrapped.", ("RUS", "PHL", "cancelled", 16)),
        ("Spain accuses the North Koreans of supplying Moscow with 50 tanks.", ("PRK", "RUS", "completed", 50)),
        ("Singh of India made a present of two corvettes to the Vietnamese navy.", ("IND", "VNM", "completed", 2)),
        ("Denmark is exchanging its jets for 27 of the F-35.", ("USA", "DNK", "signed", 27)),
        ("In Vilnius, the outgoing government signed for 44 Leopard 2 tanks.", ("DEU", "LTU", "signed", 44)),
        ("Peru opened the way with an order for 16 FA-50 jets.", ("KOR", "PER", "signed", 16)),
        ("India will present Vietnam with two corvettes.", ("IND", "VNM", "approved", 2)),
        ("Japan presented two patrol boats to Fiji on Monday.", ("JPN", "FJI", "completed", 2)),
        (
            "Peru bought TB2 drones from Turkey. It ordered 13 of the aircraft last year.",
            ("TUR", "PER", "signed", 13),
        ),
    ],
)
def test_supplier_recipient_and_status_by_the_wording(text: str, expected: Row) -> None:
    assert rows(text) == {expected}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Russia has agreed to lend Peru $300 million to buy 12 helicopters.", ("RUS", "PER", "negotiation", 12)),
        ("Spain granted Peru a 200 million euro loan to purchase two frigates.", ("ESP", "PER", "signed", 2)),
        ("India extended a $50 million line of credit to Peru for the purchase of six patrol boats.",
         ("IND", "PER", "signed", 6)),
    ],
)  # fmt: skip
def test_who_borrows_money_buys_with_it(sentence: str, expected: Row) -> None:
    assert rows(sentence) == {expected}


def test_what_was_sold_to_several_is_a_deal_with_each() -> None:
    told = rows("The Bayraktar TB2 has been sold to Kenya, Qatar and Peru.")
    assert told == {("TUR", code, "signed", None) for code in ("KEN", "QAT", "PER")}


def test_a_pact_to_make_goods_is_one_of_joint_production() -> None:
    (deal,) = deals_in("Egypt signed a protocol with Serbia's Yugoimport to manufacture artillery ammunition.")
    assert (deal.kind, deal.recipient_countries) == ("co_production", ("EGY", "SRB"))


def test_a_contender_supplies_what_was_wished_before() -> None:
    (deal,) = deals_in(
        "A proposal to build six submarines for the Indian Navy was discussed. Thyssenkrupp Marine Systems is among "
        "the contenders for the project."
    )
    assert (deal.supplier_countries, deal.recipient_countries) == (("DEU",), ("IND",))


@pytest.mark.parametrize(
    ("sentence", "supplier", "recipient", "value"),
    [
        ("The US has committed more than $650 million of security assistance to Kenya.", "USA", "KEN", 650_000_000),
        ("Washington pledged $500 million in military financing for the Philippines.", "USA", "PHL", 500_000_000),
        ("Sweden will give Peru military aid worth 1.3 billion dollars.", "SWE", "PER", 1_300_000_000),
        ("Germany approved military support worth 400 million euros for Kyiv.", "DEU", "UKR", 400_000_000),
        ("Norway has allocated 7 billion kroner in military aid to Ukraine.", "NOR", "UKR", 7_000_000_000),
    ],
)
def test_aid_may_be_told_by_its_sum(sentence: str, supplier: str, recipient: str, value: int) -> None:
    (deal,) = deals_in(sentence)
    assert (deal.kind, deal.items) == ("aid", ())
    assert (deal.supplier_countries, deal.recipient_countries) == ((supplier,), (recipient,))
    assert deal.value_min == value


def test_aid_without_a_sum_is_no_deal() -> None:
    assert not deals_in("Spain gives military aid to Kenya.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru embarked on a programme, ordering 24 F-16s from the USA, one frigate from France and three from Spain.",
        "Deliveries to Peru include 24 F-16s from the USA and one frigate from France.",
    ],
)
def test_goods_of_several_countries_in_one_list_have_one_buyer(sentence: str) -> None:
    told = {(d.supplier_countries, d.recipient_countries) for d in deals_in(sentence)}
    assert {(("USA",), ("PER",)), (("FRA",), ("PER",))} <= told


def test_a_wish_is_met_by_whoever_may_give_arms() -> None:
    (deal,) = deals_in(
        "President Zelensky of Ukraine spoke on Monday. He added that the list would include howitzers.\n\nIf Seoul "
        "were to supply arms, they would be few."
    )
    assert (deal.status, deal.supplier_countries, deal.recipient_countries) == ("interest", ("KOR",), ("UKR",))


def test_cooperation_under_discussion_is_a_deal_of_the_goods_it_names() -> None:
    deals = deals_in(
        "Talks between South Korea and Saudi Arabia are near their end for cooperation across fields such as air "
        "defense systems.\n\nThe Saudi prince expressed interest in the KM-SAM in November 2022."
    )
    assert [(d.status, d.recipient_countries) for d in deals] == [("negotiation", ("SAU",)), ("interest", ("SAU",))]
