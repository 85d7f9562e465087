"""One deal told several times: by the kind of its goods, by some of them, by its place among others. Invented."""

from datetime import date

import pytest

from tests.stories import deals_in

FRIGATES = "Chile on Monday ordered six frigates from BAE Systems of Britain"
FIGHTERS = "Peru signed a contract for 24 FA-50 jets with KAI of South Korea on Monday."


def goods(text: str) -> list[list[tuple[str | None, int | None]]]:
    """System and least number of the goods of each deal."""
    return [[(item.system, item.quantity_min) for item in deal.items] for deal in deals_in(text)]


def rows_of(text: str) -> list[tuple[str, str, str]]:
    """Supplier, recipient and status of each deal."""
    return [("+".join(d.supplier_countries), "+".join(d.recipient_countries), d.status) for d in deals_in(text)]


@pytest.mark.parametrize(
    "again",
    [
        "The ministers had discussed the jets in May.",
        "The jets, in two versions, should arrive by 2027, the ministry said.",
        "The minister said that his country needed the aircraft to guard its skies.",
        "Before the ceremony the two armies signed a memorandum on the upkeep of the planes.",
        "The 24 aircraft are to be delivered by 2030.",
    ],
)
def test_goods_known_by_their_kind_are_those_of_the_deal(again: str) -> None:
    assert goods(f"{FIGHTERS} {again}") == [[("FA-50", 24)]]


def test_goods_known_are_those_of_the_deal_with_the_parties_told() -> None:
    text = f"{FIGHTERS} Kenya bought 12 Gripens from Sweden. Lima discussed the jets with Seoul in May."
    assert goods(text) == [[("FA-50", 24)], [("Gripen", 12)]]


def test_goods_known_may_be_those_of_several_deals() -> None:
    text = (
        "Norway ordered four submarines from Germany in 2021 and two more last year. The six boats will come by 2035."
    )
    assert len(goods(text)) == 1


def test_more_goods_than_were_told_are_a_deal_of_their_own() -> None:
    assert goods(f"{FIGHTERS} The 40 jets that Chile bought from South Korea came in 2019.")[1:]


def test_where_some_of_the_goods_came_the_deal_is_under_way() -> None:
    came = "The two aircraft delivered so far have flown 300 hours."
    (deal,) = deals_in(f"Kenya ordered 12 FA-50s from South Korea in 2021. {came}")
    assert (deal.status, deal.items[0].quantity_min) == ("delivering", 12)


@pytest.mark.parametrize(
    "text",
    [
        f"{FRIGATES}. It is the largest arms deal in its history.",
        f"{FRIGATES}, the largest purchase of warships that the country has ever made.",
        f"{FRIGATES}, the country's second big order for warships since 2010.",
        f"{FRIGATES}. The talks took a year. It is the biggest sale of military hardware that London has made.",
    ],
)
def test_the_place_of_a_deal_among_others_is_no_deal(text: str) -> None:
    assert goods(text) == [[(None, 6)]]


def test_a_large_order_that_no_other_tells_stands() -> None:
    assert len(deals_in("Chile has placed its largest order for frigates with BAE Systems of Britain.")) == 1


def test_the_next_goods_are_those_named_behind() -> None:
    text = "Oman has picked Spain as supplier of its next corvettes. Navantia is to build five Avante 2200 for Oman."
    assert goods(text) == [[("Avante 2200", 5)]]


def test_talks_follow_a_wish_of_the_day() -> None:
    text = (
        "Peru will negotiate with France over the purchase of 36 fighter jets, its president said Monday."
        " The talks will be about the Rafale, made by Dassault."
    )
    assert goods(text) == [[("Rafale", 36)]]


@pytest.mark.parametrize(
    "schedule",
    [
        "KAI will deliver four aircraft in 2026.",
        "Six jets will be delivered next year.",
        "KAI is to deliver eight of the aircraft next year.",
    ],
)
def test_a_schedule_of_deliveries_is_no_further_deal(schedule: str) -> None:
    assert goods(f"{FIGHTERS} {schedule}") == [[("FA-50", 24)]]


def test_fewer_goods_that_somebody_else_gets_are() -> None:
    assert len(deals_in(f"{FIGHTERS} KAI will deliver four FA-50 aircraft to Chile in 2026.")) == 2


@pytest.mark.parametrize(
    "saying",
    [
        "You buy a jet, you buy the country.",
        "Whoever buys a jet buys the country.",
        "It costs what one pays for a Swedish frigate.",
        "The Swedes sell you a frigate and leave.",
    ],
)
def test_what_anybody_does_is_no_deal(saying: str) -> None:
    assert rows_of(f"{FIGHTERS} {saying}") == [("KOR", "PER", "signed")]


def test_goods_counted_once_are_of_one_deal() -> None:
    text = (
        "The Peruvian and the French minister discussed the Peruvian Air Force's training in Cazaux, and its order for"
        " six A330 MRTT aircraft, which was concluded with Airbus in February this year."
    )
    assert rows_of(text) == [("FRA", "PER", "signed")]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (("Norway and South Korea signed a contract for the upkeep of the K9 howitzers. "
         "Hanwha delivered 24 of the guns to Norway in 2019."), {"service", "arms_transfer"}),
        (("Ukraine and Sweden agreed that Ukraine would build Sweden's CV90 vehicles at home. "
         "Sweden delivered 50 CV90s to Ukraine in 2023."), {"co_production", "arms_transfer"}),
        (("Poland will build the K2 tank under licence from South Korea. "
         "South Korea will supply Poland with the K2 in 2026."), {"co_production"}),
    ],
)  # fmt: skip
def test_goods_that_came_are_neither_their_upkeep_nor_those_yet_to_be_made(text: str, kinds: set[str]) -> None:
    assert {deal.kind for deal in deals_in(text)} == kinds


def test_the_day_of_upkeep_is_not_that_of_the_sale() -> None:
    text = "Poland bought 250 Abrams tanks in 2022. A maintenance contract for the Abrams was signed this May."
    (deal,) = deals_in(text)
    assert deal.event.earliest == date(2022, 1, 1)
