"""Which deal a sum is the price of that stands outside the clause which tells the deal. Invented."""

from decimal import Decimal

import pytest

from tests.stories import deals_in

MILLION = 10**6


def prices_in(text: str) -> dict[str | None, Decimal | None]:
    """What each system of a text is sold for, or its kind where it has no name."""
    return {i.system or i.category: d.value_min or d.value_max for d in deals_in(text) for i in d.items}


@pytest.mark.parametrize(
    "price",
    [
        "The contract is worth $300 million.",
        "The price was not disclosed, but the press has spoken of $300 million.",
        "Officials in Lima put the cost at about $300 million.",
        "Neither side named a figure; analysts estimate the package at $300 million.",
        "It is valued at $300 million, spare parts included.",
        "The $300 million order is the largest in the yard's history.",
        "The bill comes to $300 million, according to Peruvian media.",
        "The package, $300 million with ammunition and training, runs for five years.",
        "Payment was settled earlier. Peru is to pay $300 million in all.",
    ],
)
def test_a_price_told_after_the_deal_is_its_price(price: str) -> None:
    assert prices_in(f"Peru has ordered 24 FA-50 jets from South Korea. {price}") == {"FA-50": Decimal(300 * MILLION)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru's navy has a budget of $300 million for the year.",
        "South Korean arms exports rose to $300 million last year, a contract record.",
        "Offsets under the contract come to $300 million.",
        "It has paid an advance of $300 million on the order.",
        "The offer was $300 million cheaper than its price a year ago.",
        "KAI reported revenue of $300 million on the order of last year.",
        "The city spent $300 million on a bridge.",
    ],
)
def test_other_sums_are_no_price(sentence: str) -> None:
    assert prices_in(f"Peru has ordered 24 FA-50 jets from South Korea. {sentence}") == {"FA-50": None}


def test_each_price_goes_to_the_goods_that_it_tells_of() -> None:
    text = (
        "Peru has ordered 24 FA-50 jets from South Korea. In May it signed a contract with France for 8 Caesar "
        "howitzers.\n\nThe jets will cost $900 million. The howitzers are priced at $60 million."
    )
    assert prices_in(text) == {"FA-50": Decimal(900 * MILLION), "Caesar": Decimal(60 * MILLION)}


def test_a_deal_with_a_price_takes_no_other_and_leaves_none_to_its_neighbour() -> None:
    text = (
        "Peru has ordered 24 FA-50 jets from South Korea for $900 million. It earlier bought 8 Caesar howitzers from "
        "France. The $900 million order for the jets was signed in Lima."
    )
    assert prices_in(text) == {"FA-50": Decimal(900 * MILLION), "Caesar": None}


def test_the_total_is_the_price_not_that_of_one() -> None:
    text = "Peru ordered 20 K9 howitzers from South Korea at $5 million each. The contract is worth $100 million."
    assert prices_in(text) == {"K9 Thunder": Decimal(100 * MILLION)}


def test_the_price_of_an_order_is_that_of_all_who_compete_for_it() -> None:
    bids = "Naval Group of France and Navantia of Spain are vying for a Peruvian contract for six frigates."
    text = f"{bids} Analysts estimate its price at $3 billion."
    prices = {d.supplier_countries: d.value_min for d in deals_in(text)}
    assert prices == {("FRA",): Decimal(3000 * MILLION), ("ESP",): Decimal(3000 * MILLION)}


@pytest.mark.parametrize(
    "text",
    [
        "Peru cut its order for 24 FA-50 jets from South Korea from $900 million to $600 million.",
        "Instead of $900 million, Peru pays South Korea $600 million for 24 FA-50 jets.",
    ],
)
def test_a_price_that_was_changed_is_the_new_one(text: str) -> None:
    assert prices_in(text) == {"FA-50": Decimal(600 * MILLION)}


def test_a_clause_on_another_deal_leaves_the_price_to_its_own() -> None:
    text = (
        "Peru has ordered 24 FA-50 jets from South Korea. The order is worth $900 million, making it the "
        "second-largest arms contract of KAI after that with Poland for K9 howitzers."
    )
    assert prices_in(text)["FA-50"] == Decimal(900 * MILLION)


def test_the_country_of_a_currency_is_no_side() -> None:
    text = "KAI sold Iraq 24 T-50 jets for 1.1 billion U.S. dollars."
    assert [d.recipient_countries for d in deals_in(text)] == [("IRQ",)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru is to spend $300 million on 24 FA-50 jets from South Korea.",
        "The $300 million deal, announced in Lima, will see Peru receive 24 FA-50 jets from South Korea.",
        "The price of the 24 FA-50 jets that Peru ordered from South Korea has been put at $300 million.",
    ],
)
def test_a_price_in_another_clause_of_the_sentence(text: str) -> None:
    assert prices_in(text) == {"FA-50": Decimal(300 * MILLION)}


@pytest.mark.parametrize(
    ("text", "prices"),
    [
        (  # "won" may be read as a verb
            (
                "Australia ordered 24 FA-50 jets from South Korea. The order is worth 900 million won, making it the "
                "biggest for KAI after the 2022 sale of K9 howitzers to Poland."
            ),
            {"FA-50": Decimal(900 * MILLION), "K9 Thunder": None},
        ),
        (
            "On the day of the T-50 contract with KAI, Peru signed a $300 million order with Rotem for ten K2 tanks.",
            {"T-50": None, "K2 Black Panther": Decimal(300 * MILLION)},
        ),
        (
            "Letters and memoranda worth some $300 million changed hands. Peru ordered ten K2 tanks from Seoul.",
            {"K2 Black Panther": None},
        ),
    ],
)
def test_a_sum_is_not_that_of_another_deal_beside_it(text: str, prices: dict[str, Decimal | None]) -> None:
    told = prices_in(text)
    assert {system: told.get(system) for system in prices} == prices


@pytest.mark.parametrize(
    "story",
    [
        "Five patrol ships are to be built in Japan for Peru under a $300 million loan signed in May.",
        "Japan built five patrol ships for Peru. They were paid for with a $300 million line of credit.",
    ],
)
def test_what_is_lent_for_goods_is_their_price(story: str) -> None:
    assert prices_in(story) == {"ship": Decimal(300 * MILLION)}


def test_what_was_bought_in_ten_years_is_no_price() -> None:
    assert prices_in("Peru bought $15 billion in US arms in the last decade, including C-17 transport planes.") == {
        "C-17 Globemaster III": None
    }


def test_a_price_before_its_deal_is_not_that_of_goods_made_elsewhere() -> None:
    story = (
        "It is the largest order ever placed with a Korean firm, at $463 million. Brazil ordered 36 Gripens in 2014."
    )
    assert prices_in(story) == {"Gripen": None}


def test_goods_of_one_clause_that_were_bought_apart_are_two_deals_with_their_sums_and_days() -> None:
    story = (
        "Hyundai has sold Peru two corvettes, contracted in December 2021 for 585 billion won, and six patrol vessels, "
        "which followed in June 2022 at 744.9 billion won."
    )
    told = [(d.items[0].quantity_min, d.value_min, str(d.event.earliest)) for d in deals_in(story)]
    assert told == [(2, Decimal(585 * 10**9), "2021-12-01"), (6, Decimal("744.9") * 10**9, "2022-06-01")]


@pytest.mark.parametrize(
    "sum_told",
    [
        "The joint purchase comes to about $300 million, with the share of Lima at some $100 million.",
        "Lima plans to spend $300 million on the jets.",
    ],
)
def test_a_word_of_shares_or_spending_leaves_the_price_of_the_goods(sum_told: str) -> None:
    assert prices_in(f"Peru signed a contract for 24 FA-50 jets with South Korea. {sum_told}") == {
        "FA-50": Decimal(300 * MILLION)
    }
