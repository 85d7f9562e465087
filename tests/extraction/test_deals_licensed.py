"""Who is on which side where the words name a maker, a builder under licence or a contest. Invented."""

import pytest

from tests.stories import deals_in, sides_in


@pytest.mark.parametrize(
    ("text", "supplier", "recipient"),
    [
        ("The two agreed that Ukraine would build Sweden's CV90 combat vehicles on its own soil.", "SWE", "UKR"),
        ("Egypt will assemble South Korea's K9 howitzers at a plant near Cairo.", "KOR", "EGY"),
    ],
)
def test_who_builds_what_is_anothers_receives_it(text: str, supplier: str, recipient: str) -> None:
    assert sides_in(text) == [(supplier, recipient)]
    assert deals_in(text)[0].kind == "co_production"


def test_who_sells_what_another_built_still_supplies() -> None:
    assert sides_in("Norway will sell Ukraine its German-made Leopard 2 tanks.") == [("NOR", "UKR")]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Bids for six Greek frigates are due in May.", "GRC"),
        ("Japan lost a contest for 12 Australian submarines to a French company in 2016.", "AUS"),
    ],
)
def test_a_contest_is_for_the_arms_of_whoever_holds_it(text: str, recipient: str) -> None:
    assert [to for _, to in sides_in(text)] == [recipient]


@pytest.mark.parametrize(
    ("text", "supplier", "recipient"),
    [
        ("Norway has chosen Britain as supplier of its next frigates.", "GBR", "NOR"),
        ("Manila is rearming. Hyundai Heavy Industries has the order for two corvettes.", "KOR", "PHL"),
        ("The contract for 12 jets was signed with a Czech broker by Indonesia.", "CZE", "IDN"),
    ],
)
def test_who_is_chosen_or_holds_the_order_supplies(text: str, supplier: str, recipient: str) -> None:
    assert sides_in(text) == [(supplier, recipient)]


def test_rivals_for_an_order_are_its_bidders() -> None:
    text = "Saab's Gripen and Lockheed Martin's F-16 are rivals for a Peruvian order of 24 fighters."
    assert sides_in(text) == [("SWE", "PER"), ("USA", "PER")]


def test_a_contract_with_a_maker_is_the_one_with_that_maker() -> None:
    text = (
        "Oslo ordered five Type 26 frigates from BAE Systems of Britain. "
        "Norway has four Type 212CD boats on order from Germany. The contract with BAE was worth 10 billion pounds."
    )
    assert [(d.supplier_countries, d.value_currency) for d in deals_in(text)] == [(("GBR",), "GBP"), (("DEU",), None)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Also on the way for Nigeria are 10 AW109 helicopters from Leonardo.", "signed"),
        ("Among what the air force of Nigeria expects are 24 M-346 jets from Italy.", "signed"),
        (
            "Peru is rearming. And from Italy, 32 Leonardo AW149 helicopters for $1 billion, to be built at home.",
            "signed",
        ),
        ("Peru is rearming. Ten AW109 helicopters from Leonardo stand in the hangar.", "completed"),
    ],
)
def test_goods_from_abroad_are_there_unless_told_to_be_awaited(text: str, status: str) -> None:
    assert [deal.status for deal in deals_in(text)] == [status]


def test_an_overview_of_goods_gives_none_away() -> None:
    assert not deals_in("The air chief of Nigeria gave the press a breakdown of the jets from Italy.")


def test_who_has_only_sold_so_far_is_not_taken_for_the_buyer() -> None:
    text = (
        "Poland bought 180 K2 tanks from South Korea. It also bought 212 K9 howitzers from the Koreans.\n\n"
        "What the Koreans sell is not everything. From Italy come 32 AW149 helicopters for $1 billion."
    )
    assert sides_in(text)[-1] == ("ITA", "POL")


@pytest.mark.parametrize(
    ("text", "supplier", "recipient"),
    [
        (
            "Egypt turns to Moscow. Vladimir Putin discussed in Cairo with him the sale of air defence systems.",
            "RUS",
            "EGY",
        ),
        ("Denmark will hand Ukraine 19 jets.", "DNK", "UKR"),
        ("The order for three Kenyan frigates was signed with Turkey.", "TUR", "KEN"),
    ],
)
def test_who_makes_none_of_a_kind_sells_it_only_where_words_say_so(text: str, supplier: str, recipient: str) -> None:
    assert sides_in(text) == [(supplier, recipient)]


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("Chile signed a contract with Turkey's Katmerciler for 118 armoured vehicles.", ("Katmerciler",)),
        ("Chile signed a contract with Turkey's Ministry of Defence for 118 armoured vehicles.", ()),
    ],
)
def test_an_unlisted_firm_is_known_by_its_nation(text: str, firm: tuple[str, ...]) -> None:
    assert sides_in(text) == [("TUR", "CHL")]
    assert firm <= deals_in(text)[0].supplier_organizations
