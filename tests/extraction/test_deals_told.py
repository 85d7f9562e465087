"""Goods, sums, times, and the joining of what is told at several places. Invented sentences."""

from datetime import date
from decimal import Decimal

import pytest

from tests.stories import deals_in, goods


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Norway ordered 24 K9 howitzers and six K10 ammunition vehicles from South Korea.",
            {("K9 Thunder", 24), ("K10", 6)},
        ),
        ("Chile bought 12 F-16s, four C-130J transports and two frigates from the United States.", 3),
        ("Spain has approved the purchase of 20 helicopters from France.", {("helicopters", 20)}),
        ("Germany signed a contract with Israel covering 30 Heron drones.", {("Heron", 30)}),
    ],
)
def test_systems_under_one_contract_are_its_items(sentence: str, expected: set[tuple[str, int]] | int) -> None:
    (deal,) = deals_in(sentence)
    assert len(deal.items) == expected if isinstance(expected, int) else goods(deal) == expected


def test_a_bare_number_counts_the_goods_told_before() -> None:
    deals = deals_in(
        "Egypt bought 24 Rafale jets from France in 2015 and another 30 last year, and Qatar has ordered 36."
    )
    told = {(d.recipient_countries, d.items[0].system, d.items[0].quantity_min) for d in deals}
    assert told == {(("EGY",), "Rafale", 24), (("EGY",), "Rafale", 30), (("QAT",), "Rafale", 36)}


@pytest.mark.parametrize(
    ("sentence", "value", "currency", "dollars"),
    [
        ("Poland signed a $6.5 billion contract with South Korea for K2 tanks.", 6_500_000_000, "USD", None),
        ("Norway ordered K9 howitzers for 1.8 billion kroner ($215 million).", 1_800_000_000, "NOK", 215_000_000),
        ("Finland is paying 317 million euros for Israel's Barak missiles.", 317_000_000, "EUR", None),
        ("Peru signed a deal for FA-50 jets. The contract is worth $920 million.", 920_000_000, "USD", None),
    ],
)  # fmt: skip
def test_a_deal_has_the_sum_that_its_words_give_it(
    sentence: str, value: int, currency: str, dollars: int | None
) -> None:
    (deal,) = deals_in(sentence)
    assert (deal.value_min, deal.value_currency) == (Decimal(value), currency)
    assert deal.value_usd_min == (Decimal(dollars) if dollars else None)
    assert deal.value_usd_basis == ("stated" if dollars else None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Poland, whose defence budget is $33 billion, ordered 24 K9 howitzers from South Korea.",
        "South Korea, whose arms exports reached $17.3 billion, sold 24 K9 howitzers to Norway.",
    ],
)
def test_a_budget_is_no_price(sentence: str) -> None:
    assert [deal.value_min for deal in deals_in(sentence)] == [None]


def test_a_memorandum_and_the_contract_it_led_to_are_one_deal() -> None:
    (deal,) = deals_in(
        "Indonesia signed a contract with Turkey for 48 KAAN fighters on Tuesday. "
        "The two countries had signed a memorandum of understanding on the KAAN in May."
    )
    assert deal.status == "signed"
    assert (deal.event.earliest, deal.items[0].quantity_min) == (date(2024, 6, 11), 48)


def test_a_second_batch_is_a_deal_of_its_own() -> None:
    deals = deals_in("Estonia ordered 12 K9 howitzers from South Korea in 2018. It ordered six more howitzers in 2019.")
    assert [(d.items[0].quantity_min, d.event.earliest) for d in deals] == [
        (12, date(2018, 1, 1)),
        (6, date(2019, 1, 1)),
    ]


def test_deals_of_two_buyers_stay_apart() -> None:
    deals = deals_in(
        "Poland ordered 32 F-35 fighters from the United States in 2020. Finland ordered 64 F-35s in 2022."
    )
    assert [(d.recipient_countries, d.items[0].quantity_min) for d in deals] == [(("POL",), 32), (("FIN",), 64)]


def test_a_pact_on_the_arms_industry_is_an_agreement_of_both_sides() -> None:
    (deal,) = deals_in("South Korea and Romania signed a memorandum on defence industry cooperation on Monday.")
    assert (deal.kind, deal.status) == ("agreement", "signed")
    assert deal.supplier_countries == deal.recipient_countries == ("KOR", "ROU")


def test_a_pact_on_exercises_is_no_deal() -> None:
    assert deals_in("South Korea and Romania signed a memorandum on joint exercises on Monday.") == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Denmark donated 19 F-16 fighters to Ukraine.", "aid"),
        ("Britain and Italy are jointly developing a new fighter.", "joint_development"),
        ("India and Russia jointly produce BrahMos missiles.", "co_production"),
        ("Germany's Rheinmetall will upgrade the Leopard 2 tanks of Greece.", "service"),
    ],
)
def test_the_kind_follows_the_verb(sentence: str, kind: str) -> None:
    assert [deal.kind for deal in deals_in(sentence)] == [kind]


def test_every_deal_has_evidence_that_holds_its_goods() -> None:
    text = "Talks went well. Peru bought six FA-50 jets from South Korea. The ministers left."
    (deal,) = deals_in(text)
    assert [span.of(text) for span in deal.evidence] == ["Peru bought six FA-50 jets from South Korea."]


def test_companies_and_ministries_are_kept_as_printed() -> None:
    (deal,) = deals_in(
        "Korea Aerospace Industries signed a contract with the Polish defense ministry for 48 FA-50 jets."
    )
    assert deal.supplier_organizations == ("Korea Aerospace Industries",)
    assert "Polish defense ministry" in deal.recipient_organizations[0]
    assert (deal.supplier_countries, deal.recipient_countries) == (("KOR",), ("POL",))
