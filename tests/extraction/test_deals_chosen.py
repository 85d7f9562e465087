"""Makers chosen to build or supply goods, and goods told in detail or each with a sum."""

import pytest

from tests.stories import Row, deals_in, goods, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway has chosen BAE Systems to build five frigates.", ("GBR", "NOR", "negotiation", 5)),
        ("The Indonesian navy contracted Fincantieri to build two frigates.", ("ITA", "IDN", "signed", 2)),
        ("The Czech Republic has named BAE Systems to deliver 246 CV90 vehicles.", ("GBR", "CZE", "negotiation", 246)),
        ("Saab was picked by Peru to build 12 jets.", ("SWE", "PER", "negotiation", 12)),
        ("Oslo has tapped Raytheon to deliver six NASAMS batteries.", ("USA", "NOR", "negotiation", 6)),
        ("Greece commissioned Naval Group to build three frigates.", ("FRA", "GRC", "signed", 3)),
    ],
)
def test_who_is_chosen_to_build_supplies_who_chose(text: str, expected: Row) -> None:
    assert rows(text) == {expected}


def test_a_list_behind_a_colon_tells_goods_in_detail() -> None:
    (deal,) = deals_in("Greece ordered 12 vessels from France: four frigates and eight corvettes.")
    assert goods(deal) == {("frigates", 4), ("corvettes", 8)}


def test_a_list_of_other_goods_tells_nothing_in_detail() -> None:
    (deal,) = deals_in("Greece ordered 12 vessels from France: four frigates came first.")
    assert ("vessels", 12) in goods(deal)


def test_goods_with_a_sum_each_are_bought_by_themselves() -> None:
    corvettes, boats = deals_in(
        "Spain has sold Peru two corvettes, ordered in December 2021 for 585 million euros, and six patrol boats, "
        "which followed in June 2022 at 744 million euros."
    )
    assert (corvettes.value_text, boats.value_text) == ("585 million euros", "744 million euros")
    assert (str(corvettes.event.earliest), str(boats.event.earliest)) == ("2021-12-01", "2022-06-01")


def test_the_share_of_one_buyer_is_no_word_about_the_price_of_all() -> None:
    (deal,) = deals_in(
        "Estonia and Latvia ordered the IRIS-T system from Germany on Monday. The purchase comes to about 1 billion "
        "euros, with the share of Estonia at 400 million euros."
    )
    assert deal.value_min == 1_000_000_000


def test_frigates_are_no_corvettes() -> None:
    text = "Spain delivered two frigates to Peru last year. Peru ordered two corvettes from Spain."
    assert rows(text) == {("ESP", "PER", "completed", 2), ("ESP", "PER", "signed", 2)}


@pytest.mark.parametrize(
    "text",
    [
        "Peru chose the K2 rather than the Leopard 2.",
        "Peru bought the K2 instead of the Leopard 2.",
        "Peru has opted for the K2 over the Leopard 2.",
        "Peru picked the best tank on offer, the K2, over the Leopard 2 and the Abrams.",
        "The choice of the K2 over the Leopard 2 was made in Lima. Peru bought the K2.",
    ],
)
def test_what_others_were_chosen_over_is_not_bought(text: str) -> None:
    assert {(d.recipient_countries, *goods(d)) for d in deals_in(text)} == {(("PER",), ("K2 Black Panther", None))}


@pytest.mark.parametrize(
    "text",
    [
        "Iraq flies 24 T-50IQ jets, a variant of the FA-50 which it bought from KAI in 2013 for $1.1 billion.",
        "Iraq received 24 T-50 jets, an armed version of the FA-50, from KAI for $1.1 billion.",
    ],
)
def test_a_version_of_other_goods_is_the_goods(text: str) -> None:
    (deal,) = deals_in(text)
    assert goods(deal) == {("T-50 Golden Eagle", 24)}
    assert deal.value_min == 1_100_000_000


def test_what_an_unknown_was_chosen_over_is_not_bought() -> None:
    assert not deals_in("Lima has decided on the Brazilian newcomer over the C-130J for its air force.")
