"""Deals that came to nothing, said behind the words for their goods. Invented sentences."""

import pytest

from tests.stories import deals_in


@pytest.mark.parametrize(
    "text",
    [
        "Lima ordered a dozen submarines from France in 2016. That French order was itself dropped in 2021.",
        "Lima ordered 12 submarines from France; Brazil's Tikuna went home. That French order was dropped in 2021.",
        "Peru chose a French design for its submarines in 2016, only to drop the French contract in 2021.",
        "Peru had planned to buy 12 JF-17 fighters from China. That plan collapsed when a new president came in.",
        "Peru was in talks with Dassault on 16 Rafales. The talks broke down in December.",
        "Oman, which had been negotiating with Turkey on TB2s since 2020, broke off the talks.",
        "Kenya chose the C-27J Spartan from Italy in 2017 but abandoned the purchase a year later.",
        "Peru picked 54 Leopard tanks from Germany, but the new government shelved the purchase.",
        "Togo signed a contract for 36 howitzers with Germany. Lome has since withdrawn from the contract.",
        "Togo had agreed to buy 12 F-16 fighters from Israel, but Lome pulled the plug on the deal.",
        "Togo backed out of a contract with Airbus of France for 50 Caracal helicopters.",
        "Egypt gave up on buying 24 Su-35 fighters from Russia.",
        # what was to be and was not
        "Austria was to have bought 22 Gripens from Sweden, but its voters threw out the plan in May.",
        "Seoul was to have supplied Peru with 12 FA-50 fighters, but London vetoed the sale.",
        "Denmark was to have received four Patriot batteries from the United States.",
    ],
)
def test_a_deal_called_off_behind_its_goods_is_cancelled(text: str) -> None:
    assert [deal.status for deal in deals_in(text)] == ["cancelled"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway ordered 54 Leopard tanks from Germany. The deal may yet be scrapped.",
        "Norway ordered 54 Leopard tanks from Germany. Oslo has no intention of cancelling the contract.",
        "Norway ordered 54 Leopard tanks from Germany. The opposition had threatened to scrap the deal.",
        "Norway ordered 54 Leopard tanks from Germany. The deliveries were suspended.",
        "Norway ordered 54 Leopard tanks from Germany. Oslo turned down the offer of a discount.",
    ],
)
def test_a_deal_that_nobody_called_off_stands(text: str) -> None:
    assert [deal.status for deal in deals_in(text)] == ["signed"]


def test_others_who_call_off_theirs_leave_a_deal_alone() -> None:
    text = "Norway ordered 54 Leopard tanks from Germany. Poland cancelled its contract with South Korea."
    assert ("NOR",) in [deal.recipient_countries for deal in deals_in(text) if deal.status == "signed"]


def test_what_a_bargain_brings_has_not_come() -> None:
    (deal,) = deals_in("Togo signed for ten MiG-29 jets from Serbia on Friday, giving its air force its first MiG-29s.")
    assert deal.status == "signed"
