"""Goods that came: told beside the deal, wholly or in part, and when. Invented sentences."""

import pytest

from tests.stories import deals_in


@pytest.mark.parametrize(
    ("text", "status", "year"),
    [
        (
            "Peru bought a dozen A-29 aircraft from Brazil, the last of which were handed over in 2021.",
            "completed",
            2021,
        ),
        ("The last six of 12 A-29 aircraft, bought from Embraer by Peru, arrived in Lima in 2021.", "completed", 2021),
        ("Manila bought 12 FA-50 jets from KAI, all of which have been delivered.", "completed", None),
        ("Togo got its TB2 drones from Turkey in March.", "completed", 2024),
        ("Manila bought 12 FA-50 jets from KAI, all delivered by 2017.", "completed", None),
        ("Turkey ordered two corvettes from Ukraine; both entered service last year.", "completed", 2023),
        ("Estonia ordered 18 K9 howitzers from Hanwha, the first of which arrived in 2020.", "delivering", 2020),
        ("Poland ordered 180 K2 tanks from Hyundai Rotem, 28 of which have arrived in Gdynia.", "delivering", None),
        ("Otokar of Turkey has been handing over 230 armored vehicles to Estonia.", "delivering", 2024),
        ("Three JF-17 fighters from Pakistan were inducted by the Nigerian air force in May.", "completed", 2024),
        ("Mali's 12 Su-25 jets, ordered from Russia in 2020, began to arrive in 2022.", "delivering", 2022),
        ("Mali ordered 12 TB2 drones from Turkey in 2020; they started arriving in 2022.", "delivering", 2022),
        ("Mali ordered 12 TB2 drones from Turkey in 2020, and nine were delivered in 2022.", "delivering", 2022),
        ("Chile ordered 12 used F-16s from Denmark in 2020 and received the first four in May.", "delivering", 2024),
        ("Chile ordered 12 second-hand F-16s from Denmark in 2020 and got six this April.", "delivering", 2024),
        ("Chile bought 12 F-16s from Denmark and has taken delivery of the first four.", "delivering", 2024),
        ("Norway bought 24 K9 howitzers from Hanwha in 2022; the guns have not been delivered.", "signed", 2022),
        ("Norway bought 24 K9 howitzers from Hanwha in 2022, the first of which will arrive in 2025.", "signed", 2022),
    ],
)
def test_goods_that_came_complete_a_deal(text: str, status: str, year: int | None) -> None:
    (deal,) = deals_in(text)
    assert (deal.status, deal.event.earliest and deal.event.earliest.year) == (status, year)


def test_a_sum_is_that_of_the_clause_it_stands_in() -> None:
    (deal,) = deals_in("Chile bought 12 F-16s from Denmark for $200 million and received the first four in May.")
    assert deal.items[0].quantity_min == 12
    assert deal.value_min == 200_000_000


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Baykar delivered the first TB2s to Kosovo in May.", "delivering"),
        ("India delivered the first batch of BrahMos missiles to the Philippines on Friday.", "delivering"),
        ("The initial six K9 howitzers were delivered to Estonia by Hanwha.", "delivering"),
        ("Peru took delivery of two of the six T129 ATAK helicopters on order from Turkey.", "delivering"),
        ("Oman bought 12 Rafale jets from France; the first ten arrived in May.", "delivering"),
        ("Oman bought 12 Rafale jets from France. Deliveries began in May.", "delivering"),
        ("Thirteen TB2 drones from Turkey, which Morocco ordered in April, began to arrive in May.", "delivering"),
        ("Turkey is to supply Togo with ten TB2 drones, of which five have arrived.", "delivering"),
        ("Manila has ordered 20 Sabrah light tanks from Israel, and all but a few have come.", "delivering"),
        # none of those told
        ("Oman bought 12 Rafale jets from France. Deliveries will begin in May.", "signed"),
        ("Oman bought 12 Rafale jets from France. The first ten visitors arrived in May.", "signed"),
        ("Oman bought 12 Rafale jets from France.\\n\\nDeliveries of grain began in May.", "signed"),
        ("Estonia received the last of 18 K9 howitzers from Hanwha.", "completed"),
    ],
)
def test_some_goods_that_came_leave_a_deal_under_way(text: str, status: str) -> None:
    assert [deal.status for deal in deals_in(text)] == [status]


@pytest.mark.parametrize(
    ("text", "status", "year"),
    [
        ("Peru acquired 12 Rafale jets from France. Six of the Rafales arrived in 2021.", "delivering", 2021),
        ("Peru ordered 24 Gripens from Sweden in 2019. The first two were handed over last year.", "delivering", 2023),
        ("Japan is building 12 patrol boats for Peru. The last were delivered in 2021.", "completed", 2021),
        ("Oslo ordered 24 howitzers from Hanwha. Two soldiers arrived in 2021.", "signed", 2024),
        ("Oslo ordered 24 howitzers from Hanwha. The first two will be delivered in 2026.", "signed", 2024),
    ],
)
def test_a_later_sentence_may_tell_that_goods_came(text: str, status: str, year: int) -> None:
    (deal,) = deals_in(text)
    assert (deal.status, deal.event.earliest and deal.event.earliest.year) == (status, year)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Peru took delivery of two of the six FA-50 jets on order from KAI in May.", "delivering"),
        ("Peru took delivery in May of the first four of eight FA-50 aircraft from KAI.", "delivering"),
        ("Peru took delivery in May of eight FA-50 aircraft from KAI.", "completed"),
    ],
)
def test_the_first_of_goods_are_not_all(sentence: str, status: str) -> None:
    assert [deal.status for deal in deals_in(sentence)] == [status]
