"""Forms that deals take in notices, aid lists, releases and the news of other outlets. Invented sentences."""

from datetime import date
from decimal import Decimal

import pytest

from pipelines.resolution.currency import in_dollars
from tests.stories import DEAL_DAY, deals_in, goods, on

#: From which day on a story without any day of its own has its news.
NEWS = date(2024, 6, 11)
#: The form of a notice to Congress.
NOTICE = """The State Department has made a determination approving a possible Foreign Military Sale to the Government
of Norway of six (6) MH-60R helicopters for an estimated cost of $1 billion.""".replace("\n", " ")


@pytest.mark.parametrize(
    ("text", "supplier", "recipient", "status"),
    [
        (
            NOTICE,
            "USA",
            "NOR",
            "approved",
        ),
        ("Washington told Japan that it has approved a package of 40 Stinger missiles.", "USA", "JPN", "approved"),
        ("The State Department cleared Romania to purchase 12 Apache helicopters.", "USA", "ROU", "approved"),
        (
            "The Dutch Defense Ministry said a contract was signed with the US for the delivery of Patriot missiles.",
            "USA",
            "NLD",
            "signed",
        ),
        ("Kenya's army took delivery of four Mi-35 helicopters from Russia.", "RUS", "KEN", "completed"),
        ("Russia has begun delivering S-400 missiles to Algeria.", "RUS", "DZA", "delivering"),
        ("Under a 2021 contract, Chile will receive eight H225M helicopters from France.", "FRA", "CHL", "signed"),
        ("The president will witness the signing of a deal for 20 K2 tanks with Peru.", "KOR", "PER", "negotiation"),
        ("Spain approved a plan to buy 20 Chinook helicopters from the United States.", "USA", "ESP", "approved"),
        ("Qatar called off a plan to buy 12 Leopard 2 tanks from Germany.", "DEU", "QAT", "cancelled"),
    ],
)
def test_notices_and_forms_of_other_outlets_are_read(text: str, supplier: str, recipient: str, status: str) -> None:
    (deal,) = deals_in(text)
    assert (deal.supplier_countries, deal.recipient_countries, deal.status) == ((supplier,), (recipient,), status)


def test_what_a_package_of_aid_includes_is_one_deal() -> None:
    (deal,) = deals_in(
        "The Pentagon announced a new military assistance package of artillery ammunition for Ukraine on Tuesday.\n\n"
        "The package includes 500 Javelin missiles and 20 howitzers."
    )
    assert (deal.kind, deal.supplier_countries, deal.recipient_countries) == ("aid", ("USA",), ("UKR",))
    assert {("FGM-148 Javelin", 500), ("howitzers", 20)} <= goods(deal)


def test_what_a_contract_also_includes_belongs_to_it() -> None:
    (deal,) = deals_in("Finland is buying four corvettes from Sweden. The deal also includes 20 torpedoes.")
    assert goods(deal) == {("corvettes", 4), ("torpedoes", 20)}


@pytest.mark.parametrize(
    ("text", "supplier"),
    [
        ("We will send ten tanks to Ukraine, the Swedish government said.", "SWE"),
        ('"We have donated 19 F-16s to Ukraine," Danish Defence Minister Troels Lund Poulsen said.', "DNK"),
        ("An unspecified number of Denmark's remaining F-16 jets were donated to Ukraine.", "DNK"),
    ],
)
def test_the_giver_is_not_the_country_that_made_the_gift(text: str, supplier: str) -> None:
    (deal,) = deals_in(text)
    assert (deal.kind, deal.supplier_countries, deal.recipient_countries) == ("aid", (supplier,), ("UKR",))


def test_a_deal_inked_by_two_is_that_of_the_seller_told_before() -> None:
    deals = deals_in(
        "Azerbaijan will receive eight JF-17 jets from Pakistan. Azerbaijan and Pakistan inked the $1.6 billion "
        "deal in February."
    )
    assert [(d.supplier_countries, d.recipient_countries, d.value_min) for d in deals] == [
        (("PAK",), ("AZE",), Decimal(1_600_000_000))
    ]


def test_deals_of_two_sellers_in_one_sentence_stay_apart() -> None:
    deals = deals_in("Japan is delivering two patrol boats to Malaysia just after Kuala Lumpur bought four from China.")
    assert [d.supplier_countries for d in deals][:1] == [("JPN",)]
    assert all(len(d.supplier_countries) == 1 for d in deals)


@pytest.mark.parametrize(
    "text",
    [
        "China launched a submarine equipped with modern weapons for Pakistan's navy to see.",
        "Baykar signed contracts for the TB2 with 22 countries.",
        "Ukraine used them to strike convoys and sink Russian naval vessels.",
        "The upgraded Mogami frigate of the Japanese navy won praise.",
    ],
)
def test_descriptions_and_totals_are_no_deals(text: str) -> None:
    assert deals_in(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Norway ordered 24 K9 howitzers from South Korea on Monday.", date(2024, 6, 10)),
        ("On Monday it was the turn of Norway, which ordered 24 K9 howitzers from South Korea.", date(2024, 6, 10)),
        ("South Korea is selling K9 howitzers to Norway, the ministry said on Monday.", date(2024, 6, 10)),
        ("Denmark has ordered 27 F-35 jets, and its pilots will move to them at the end of 2025.", NEWS),
        ("The Pentagon announced a sale of Patriot missiles to Poland after Russia's February attack.", NEWS),
        ("Malaysia ordered 18 FA-50 jets from KAI with delivery to begin in 2026.", NEWS),
    ],
)
def test_a_date_is_that_of_its_own_clause(text: str, day: date | None) -> None:
    assert [deal.event.earliest for deal in deals_in(text)] == [day]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Canada committed to spending $13.2 billion for the purchase of 88 F-35s from Washington.", 13_200_000_000),
        ("Malaysia signed 43 agreements worth $2 billion, among them the purchase of 18 FA-50 jets.", None),
    ],
)
def test_a_sum_of_many_deals_is_not_that_of_one(text: str, value: int | None) -> None:
    assert {deal.value_min for deal in deals_in(text)} == {Decimal(value) if value else None}


@pytest.mark.parametrize(
    ("text", "fields", "currency"),
    [
        ("Canberra ordered 30 howitzers from South Korea for $1 billion (US$717 million).", {}, "AUD"),
        ("Canberra ordered 30 howitzers from South Korea for $1 billion.", {"publisher": "ABC News Australia"}, "USD"),
        ("Canberra ordered 30 howitzers from South Korea for A$1 billion, not for $2 billion.", {}, "AUD"),
        ("Canberra ordered 30 howitzers from South Korea for $1 billion.", {}, "USD"),
    ],
)
def test_a_bare_dollar_is_the_home_one_where_the_text_shows_it(
    text: str, fields: dict[str, str], currency: str
) -> None:
    assert {deal.value_currency for deal in deals_in(text, **fields)} == {currency}


@pytest.mark.parametrize(("printed", "wrong"), [("$130 million", False), ("$16.5 million", True)])
def test_a_conversion_far_off_the_rate_is_flagged_not_corrected(printed: str, wrong: bool) -> None:
    (deal,) = deals_in(f"Estonia ordered 12 K9 howitzers from South Korea for €120 million ({printed}).")
    dollars = in_dollars(deal, on(DEAL_DAY))
    assert (dollars.mismatch, dollars.basis, deal.value_min) == (wrong, "stated", Decimal(120_000_000))
