"""Who is meant by `the country` and `the three nations`, whose used goods are, who lets have, who is paid."""

import pytest

from tests.stories import deals_in, sides_in


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Japan is arming. The country is developing a fighter jet together with Britain and Italy.", "GBR+ITA+JPN"),
        ("Italy, Britain and Japan met. The three nations are jointly developing a fighter jet.", "GBR+ITA+JPN"),
    ],
)
def test_a_noun_for_countries_stands_for_those_told(text: str, sides: str) -> None:
    assert [("+".join(d.supplier_countries), d.kind) for d in deals_in(text)] == [(sides, "joint_development")]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Dutch Defence Minister Eva Smit said her country would deliver 18 F-16s to Ukraine.", ("NLD", "UKR")),
        ("Norway wants its money back. The Scandinavian country ordered 14 helicopters from Italy.", ("ITA", "NOR")),
        ("Peru was in no haste. The second country to buy it, Chile, ordered 12 FA-50s.", ("KOR", "CHL")),
    ],
)
def test_a_country_meant_is_a_side(text: str, sides: tuple[str, str]) -> None:
    assert sides_in(text) == [sides]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Romania took over 18 F-16s that the Dutch air force had retired.", ("NLD", "ROU")),
        ("Chile bought 60 Leopard 1 tanks that Germany was phasing out.", ("DEU", "CHL")),
        ("Bucharest paid Oslo 388 million euros for 32 used F-16s.", ("NOR", "ROU")),
        (
            "Chile signed for 24 F-16s. Minister Juan Soto of Chile and his Danish colleague concluded the deal.",
            ("DNK", "CHL"),
        ),
    ],
)
def test_used_goods_come_from_their_owner_not_their_maker(text: str, sides: tuple[str, str]) -> None:
    assert sides_in(text) == [sides]


@pytest.mark.parametrize(
    "text",
    [
        "Denmark will let Ukraine have 19 F-16 fighters.",
        "Denmark will be the first country to let Ukraine have F-16 fighters.",
    ],
)
def test_who_lets_somebody_have_goods_gives_them(text: str) -> None:
    assert [(d.kind, d.supplier_countries, d.recipient_countries) for d in deals_in(text)] == [
        ("aid", ("DNK",), ("UKR",))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Germany did not let Ukraine have Taurus cruise missiles.",
        "The minister was asked whether Berlin would let Ukraine have Taurus missiles.",
    ],
)
def test_what_is_not_let_have_is_no_deal(text: str) -> None:
    assert not sides_in(text)


def test_who_is_paid_a_visit_sells_nothing() -> None:
    text = "Yoon is to pay Marcos a visit in May, with a follow-on order of FA-50s on the list of things to discuss."
    assert ("PHL", "KOR") not in sides_in(text)


def test_on_whom_a_buyer_depends_is_no_buyer() -> None:
    text = "Armenia, long dependent on Moscow, ordered Pinaka rocket launchers from India."
    assert sides_in(text) == [("IND", "ARM")]


def test_whose_turn_it_is_gets_what_stands_behind_the_colon() -> None:
    text = "Greece signed for three frigates in March. In May it was Peru's turn: two satellites with a ground station."
    assert [d.recipient_countries for d in deals_in(text)] == [("GRC",), ("PER",)]
