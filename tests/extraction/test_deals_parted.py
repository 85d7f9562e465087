"""Deals that one clause tells together, or that no verb of its own tells. Invented sentences."""

from decimal import Decimal

import pytest

from tests.stories import deals_in

Row = tuple[str, str, int | None]


def rows(text: str) -> set[Row]:
    """Supplier, recipient and least number of the first goods of each deal."""
    return {
        (
            "+".join(d.supplier_countries),
            "+".join(d.recipient_countries),
            d.items[0].quantity_min if d.items else None,
        )
        for d in deals_in(text)
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Peru bought 32 F-35s, Chile 64 and Kenya 34.", {("USA", "PER", 32), ("USA", "CHL", 64), ("USA", "KEN", 34)}),
        (
            "Lockheed Martin has offered India its F-16 and Saab its Gripen.",
            {("USA", "IND", None), ("SWE", "IND", None)},
        ),
        (
            "Kiev has received three Patriot fire units: two from Germany and one from the US.",
            {("DEU", "UKR", 2), ("USA", "UKR", 1)},
        ),
    ],
)  # fmt: skip
def test_parties_without_a_verb_of_their_own_have_deals(sentence: str, expected: set[Row]) -> None:
    assert rows(sentence) == expected


def test_goods_with_sums_of_their_own_are_deals_of_their_own() -> None:
    deals = deals_in(
        "On May 21 the State Department approved two sales to Chile: 11 HIMARS launchers ($436 million) and six "
        "Stinger missiles ($3 million)."
    )
    assert [(d.recipient_countries, d.value_min, d.status) for d in deals] == [
        (("CHL",), Decimal(436_000_000), "approved"),
        (("CHL",), Decimal(3_000_000), "approved"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Colombia has 13 Kfirs on order from Israel.", ("ISR", "COL", 13)),
        ("Two more Mi-17 helicopters on order from Russia will reach Kenya by December.", ("RUS", "KEN", 2)),
        ("Rheinmetall holds the largest of the Hungarian contracts: 218 Lynx KF41 vehicles.", ("DEU", "HUN", 218)),
        ("Also in the pipeline for Peru: 32 Black Hawks from the United States.", ("USA", "PER", 32)),
        ("Three JF-17 fighters from Pakistan stood on the apron when Nigeria's president came.", ("PAK", "NGA", 3)),
        ("KMW is due to begin delivering 44 Leopard 2 tanks to Hungary.", ("DEU", "HUN", 44)),
        ("Kuwait is in talks with Boeing over 24 F-15EX jets.", ("USA", "KWT", 24)),
        ("Riyadh has been talking to London about 48 more Typhoons.", ("GBR", "SAU", 48)),
    ],
)
def test_goods_that_somebody_has_or_awaits_are_deals(sentence: str, expected: Row) -> None:
    assert rows(sentence) == {expected}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Egypt exercised its option for 12 Rafales from France.", "signed"),
        ("Egypt took up an option on 12 more Rafales from France.", "signed"),
        ("Washington withheld four F-16s from Egypt.", "cancelled"),
        ("The United States suspended deliveries of F-35 jets to Turkey.", "cancelled"),
        ("The agency notified Congress of a possible Foreign Military Sale to Oman of 12 F-16 jets.", "approved"),
        ("Nigeria took the Super Tucano of Brazil into its fleet.", "completed"),
        ("The minister of Qatar was in Washington to sign for 36 F-15s.", "signed"),
        ("Peru signed two agreements with Seoul. Under them Lima is to take 90 K2 tanks.", "signed"),
        ("The second of four radars ordered by Peru from Japan had been delivered.", "delivering"),
    ],
)
def test_how_firm_a_deal_is_by_what_is_done(sentence: str, status: str) -> None:
    assert {d.status for d in deals_in(sentence) if d.items} == {status}


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Vietnam depends on Russia. It has been given two Pohang-class corvettes by South Korea.", "VNM"),
        ("Peru ordered 42 Rafales from France, and last year it was in talks with Boeing over 24 F-15EX jets.", "PER"),
        (
            ("Hungary renews its army.\n\nBudapest ordered 20 Leopard 2 tanks from Germany.\n\nChile talks of two jets."
            "\n\nHungary is small. Kongsberg is to supply NASAMS batteries."),
            "HUN",
        ),
    ],
)  # fmt: skip
def test_who_receives_is_told_by_the_context(text: str, recipient: str) -> None:
    assert deals_in(text)[-1].recipient_countries == (recipient,)


def test_what_takes_the_place_of_goods_is_no_deal_about_them() -> None:
    assert not deals_in("New jets of the Polish army would take the place of the MiG-29.")
