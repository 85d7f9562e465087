"""Deals told aside: by a preposition told again, by several givers, of parts and of what is talked of, at home."""

import pytest

from tests.stories import Row, deals_in, rows, sides_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Poland signed up for 212 K9 howitzers in 2022 and for another 152 in 2023.",
            {("KOR", "POL", "signed", 212), ("KOR", "POL", "signed", 152)},
        ),
        (
            "Seoul has sold the FA-50 to Poland, which paid $3 billion for 48 of them, and to Malaysia.",
            {("KOR", "POL", "signed", 48), ("KOR", "MYS", "signed", None)},
        ),
    ],
)
def test_a_preposition_told_again_tells_of_more(text: str, expected: set[Row]) -> None:
    assert rows(text) == expected


def test_a_sum_behind_a_further_batch_is_its_price() -> None:
    first, further = deals_in(
        "Poland signed for 212 K9 howitzers in 2022 and for another 152, the latter for $2 billion."
    )
    assert first.value_min is None
    assert further.value_min == 2_000_000_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway and Denmark will give Ukraine F-16 fighters.",
            {("NOR", "UKR", "approved", None), ("DNK", "UKR", "approved", None)},
        ),
        ("Norway and Denmark will jointly give Ukraine F-16 fighters.", {("DNK+NOR", "UKR", "approved", None)}),
        ("Norway and Denmark will give Ukraine 19 F-16 fighters.", {("DNK+NOR", "UKR", "approved", 19)}),
        ("Norway will hand over part of its Leopard 2 fleet to Ukraine.", {("NOR", "UKR", "approved", None)}),
    ],
)
def test_each_giver_gives_goods_of_its_own(text: str, expected: set[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "story",
    [
        "Kyiv's backers met in Oslo. Berlin said six Patriot launchers would be handed over this year.",
        "Aid to Ukraine will grow, whatever Russia does.\n\nThey met.\n\nGermany will supply six Patriot launchers.",
    ],
)
def test_goods_handed_over_go_to_whom_the_help_is_for(story: str) -> None:
    (deal,) = deals_in(story)
    assert (deal.kind, deal.supplier_countries, deal.recipient_countries) == ("aid", ("DEU",), ("UKR",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru bought 12 frigates from Spain. Thales supplies the radar and MBDA the missiles.", [("ESP", "PER")]),
        (
            "Argentina bought 24 F-16s from Denmark. The minister discussed the jets with his US counterpart in May.",
            [("DNK", "ARG")],
        ),
        ("Sweden ordered 60 Gripens last year. Brazil bought 36 Gripens in 2014.", [("SWE", "BRA")]),
        (
            "The Peruvian defence minister and his Danish peer signed the contract for 24 used F-16 fighters.",
            [("DNK", "PER")],
        ),
        ("Oslo has 20 F-35s on order at Lockheed Martin.", [("USA", "NOR")]),
        ("The agency assisted Peru in buying 12 Gripens from Sweden.", [("SWE", "PER")]),
        ("Australia turned down a Japanese bid to supply its submarines in 2016.", [("JPN", "AUS")]),
        (
            "Riyadh ordered ten KM-SAM batteries from Seoul. A second Saudi package, of howitzers, is being discussed.",
            [("KOR", "SAU"), ("KOR", "SAU")],
        ),
    ],
)
def test_what_is_told_aside_is_on_the_right_sides(text: str, expected: list[tuple[str, str]]) -> None:
    assert sides_in(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The BrahMos was developed by India with Russia.", "joint_development", "signed"),
        ("India and Vietnam signed a memorandum of understanding on mutual logistics support.", "agreement", "signed"),
        ("The Saudis are already users of the Chunmoo.", "arms_transfer", "completed"),
    ],
)
def test_what_kind_of_deal_is_told_aside(text: str, kind: str, status: str) -> None:
    (deal,) = deals_in(text)
    assert (deal.kind, deal.status) == (kind, status)
    assert not (kind == "agreement" and deal.items)


@pytest.mark.parametrize(
    "text",
    [
        "Norway bought nothing from Germany but tanks.",
        "Ankara will give nobody its S-400 systems.",
        "Peru said that nobody had sold Gripens to Chile.",
    ],
)
def test_what_is_denied_of_all_is_no_deal(text: str) -> None:
    assert deals_in(text) == []
