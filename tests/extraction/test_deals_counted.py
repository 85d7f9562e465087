"""Deals whose goods are counted in another sentence than the one that tells the deal."""

import pytest

from tests.stories import deals_in, goods


@pytest.mark.parametrize(
    ("text", "system", "number"),
    [
        ("Peru has signed with South Korea for the K9 howitzer. Two dozen guns are involved.", "K9 Thunder", 24),
        ("Kenya has ordered the S-300 air-defence system from Russia. Four batteries are covered by it.", "S-300", 4),
        ("Chile will buy the Gripen of Sweden. Sources spoke of 14 of the jets.", "Gripen", 14),
        ("Chile ordered Gripens from Sweden, Peru Rafales from France. Sources spoke of 16 Gripens.", "Gripen", 16),
    ],
)
def test_a_number_told_in_another_sentence_counts_the_goods(text: str, system: str, number: int) -> None:
    assert (system, number) in {item for deal in deals_in(text) for item in goods(deal)}


@pytest.mark.parametrize(
    "text",
    [
        "Chile will buy the Gripen of Sweden. Hungary has leased 14 of the jets.",
        "Chile will buy the Gripen of Sweden. Crowds were shown 14 of the jets.",
        "Chile will buy the Gripen of Sweden. None of the 14 Rafales crashed.",
    ],
)
def test_a_number_of_what_others_have_or_of_other_goods_does_not(text: str) -> None:
    assert ("Gripen", 14) not in {item for d in deals_in(text) if "CHL" in d.recipient_countries for item in goods(d)}


@pytest.mark.parametrize(
    "text",
    [
        "India gave Vietnam the missile corvette INS Kirpan.",
        "Chile bought the tanker Aotearoa from New Zealand.",
        "The United States handed over a C-130H Hercules transport to Argentina.",
    ],
)
def test_a_boat_with_a_name_of_its_own_is_one(text: str) -> None:
    (deal,) = deals_in(text)
    assert deal.items[0].quantity_min == 1


def test_a_class_of_boats_is_not_one() -> None:
    (deal,) = deals_in("Chile bought the Mogami-class frigate from Japan.")
    assert deal.items[0].quantity_min is None
