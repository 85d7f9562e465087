"""Who supplies and who receives, in every voice. Invented sentences; each row is a construction news is told in."""

import pytest

from pipelines.records import DealRecord
from tests.stories import deals_in, sides_in


def only_deal(text: str) -> DealRecord:
    """The deal of a text that tells one."""
    found = deals_in(text)
    assert len(found) == 1, [(d.kind, d.status, d.supplier_countries, d.recipient_countries) for d in found]
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "supplier", "recipient"),
    [
        ("Peru bought six FA-50 jets from South Korea.", "KOR", "PER"),
        ("South Korea sold six FA-50 jets to Peru.", "KOR", "PER"),
        ("South Korea sold Peru six FA-50 jets.", "KOR", "PER"),
        ("Six FA-50 jets were sold to Peru by South Korea.", "KOR", "PER"),
        ("Peru has ordered 24 Leopard 2 tanks from Germany.", "DEU", "PER"),
        ("Germany will supply Peru with 24 Leopard 2 tanks.", "DEU", "PER"),
        ("Peru took delivery of four Black Hawk helicopters from the United States.", "USA", "PER"),
        ("The United States approved the sale of 12 F-16 fighters to Chile.", "USA", "CHL"),
        ("France won an order from Indonesia for 42 Rafale fighters.", "FRA", "IDN"),
        ("Indonesia awarded France a contract for 42 Rafale fighters.", "FRA", "IDN"),
        ("Indonesia signed a contract with France for 42 Rafale fighters.", "FRA", "IDN"),
        ("France and Indonesia signed a contract for 42 Rafale fighters.", "FRA", "IDN"),
        ("Norway picked the K9 howitzer over France's Caesar.", "KOR", "NOR"),
        ("Chile's 2019 purchase of 18 F-16s from the Netherlands was completed.", "NLD", "CHL"),
        ("The Chilean navy received two frigates that Australia sold to it.", "AUS", "CHL"),
        ("Sweden delivered eight Archer howitzers to Ukraine.", "SWE", "UKR"),
        ("Denmark donated 19 F-16 fighters to Ukraine.", "DNK", "UKR"),
        ("Israel's Spike missiles were exported to Latvia.", "ISR", "LVA"),
        ("Brazil leases 12 Gripen fighters from Sweden.", "SWE", "BRA"),
        ("The Czech Republic is buying 24 F-35 fighters from the United States.", "USA", "CZE"),
        ("Hanwha beat Nexter to the Norwegian order for K9 howitzers.", "KOR", "NOR"),
        ("Warsaw has placed an order with Hyundai Rotem for 180 K2 tanks.", "KOR", "POL"),
        ("Raytheon landed a $500 million contract from the Dutch defence ministry for Patriot missiles.", "USA", "NLD"),
        ("Under a 2021 deal, Turkey exported Bayraktar TB2 drones to Poland.", "TUR", "POL"),
        ("The Iraqi army will receive 250 K2 tanks built by Hyundai Rotem.", "KOR", "IRQ"),
        ("Romania became the tenth customer for the K9 howitzer.", "KOR", "ROU"),
        ("Japan is to hand over three patrol vessels to the Philippines as a grant.", "JPN", "PHL"),
        ("Lithuania, which bought NASAMS from Norway, wants more.", "NOR", "LTU"),
        ("Riyadh is in talks with Seoul on buying KM-SAM missiles.", "KOR", "SAU"),
        ("The U.S. State Department has cleared the sale of 300 Javelin missiles to Bulgaria.", "USA", "BGR"),
        ("Greece agreed to buy 35 UH-60M Black Hawk helicopters from the United States.", "USA", "GRC"),
    ],
)
def test_buyer_and_seller_are_never_swapped(sentence: str, supplier: str, recipient: str) -> None:
    deal = only_deal(sentence)
    assert (deal.supplier_countries, deal.recipient_countries) == ((supplier,), (recipient,))


@pytest.mark.parametrize(
    "sentence",
    [
        "Seoul does not provide weapons to Ukraine.",
        "Not one K2 tank has gone to Ukraine.",
        "Germany has never sold Taurus missiles to Ukraine.",
        "Will Germany sell Taurus missiles to Ukraine?",
        "The ministers discussed North Korea's ballistic missile launches.",
        "South Korea's arms exports reached $17.3 billion in 2022.",
        "Poland raised its defence budget to $33 billion.",
        "The two countries signed a contract for a nuclear power plant.",
        "North Korea fired two ballistic missiles on Tuesday.",
        "The film about a submarine was sold to 40 countries.",
        "Japan and the Philippines held talks about maritime security.",
    ],
)
def test_what_is_no_deal_makes_no_row(sentence: str) -> None:
    assert deals_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Poland wants to buy K2 tanks from South Korea.", "interest"),
        ("Poland is considering South Korea's K2 tanks.", "interest"),
        ("South Korea offered Peru six FA-50 jets.", "interest"),
        ("Poland may buy K2 tanks from South Korea.", "interest"),
        ("Poland is negotiating the purchase of K2 tanks from South Korea.", "negotiation"),
        ("Poland has chosen South Korea's K2 tank.", "negotiation"),
        ("Poland is set to sign a contract with South Korea for K2 tanks.", "negotiation"),
        ("Poland signed a memorandum of understanding with South Korea on K2 tanks.", "negotiation"),
        ("Washington approved a possible sale of Patriot missiles to Poland.", "approved"),
        ("Poland signed a contract with South Korea for K2 tanks.", "signed"),
        ("South Korea is delivering K2 tanks to Poland.", "delivering"),
        ("South Korea delivered K2 tanks to Poland.", "completed"),
        ("Poland cancelled an order for K2 tanks from South Korea.", "cancelled"),
        ("Poland turned down an offer of K2 tanks from South Korea.", "cancelled"),
    ],
)
def test_a_wish_is_no_contract(sentence: str, status: str) -> None:
    assert only_deal(sentence).status == status


def test_a_contract_that_is_still_to_be_finalised_is_not_signed() -> None:
    deals = deals_in(
        "South Korea and Vietnam are in talks on a contract for 20 K9 howitzers. Once the deal is finalized, Vietnam "
        "will be the first communist country to own them."
    )
    assert [deal.status for deal in deals] == ["negotiation"]


@pytest.mark.parametrize(
    ("sentence", "supplier", "recipient"),
    [
        ("Oman signed contracts with Italy to import 12 Typhoon fighters.", ("ITA",), ("OMN",)),
        ("Peru agreed a deal to buy 45 howitzers from BAE Systems of the United States.", ("USA",), ("PER",)),
        ("Washington approved a possible sale to Qatar of four Patriot missile units.", ("USA",), ("QAT",)),
    ],
)  # fmt: skip
def test_parties_are_found_wherever_the_clause_keeps_them(
    sentence: str, supplier: tuple[str, ...], recipient: tuple[str, ...]
) -> None:
    deal = only_deal(sentence)
    assert (deal.supplier_countries, deal.recipient_countries) == (supplier, recipient)


def test_a_purchase_told_of_the_same_goods_has_the_same_sides() -> None:
    text = "Chile's minister signed a contract in Denmark for 24 F-16 jets, a purchase he hailed as a great step."
    assert [recipient for _, recipient in sides_in(text)] == ["CHL"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Chile's defence minister signed a contract at an air base in Denmark for 24 second-hand F-16 jets.",
         [("DNK", "CHL")]),
        ("Chile and its Danish counterpart signed a contract for 24 second-hand F-16 fighters.", [("DNK", "CHL")]),
        ("Chile signed a contract with Denmark for 24 second-hand F-16 fighters.", [("DNK", "CHL")]),
        ("Indonesia's minister signed a contract for 12 used Mirage 2000-5 jets of the Qatari air force.",
         [("QAT", "IDN")]),
        ("Chile signed a contract for 24 F-16 jets.", [("USA", "CHL")]),
    ],
)  # fmt: skip
def test_used_goods_come_from_whoever_parts_with_them(text: str, sides: list[tuple[str, str]]) -> None:
    assert sides_in(text) == sides


def test_a_heading_tells_that_goods_are_used() -> None:
    text = "Chile's defence minister signed a contract at an air base in Denmark for 24 F-16 jets."
    (deal,) = deals_in(text, title="Chile takes second-hand F-16s")
    assert deal.supplier_countries == ("DNK",)


def test_who_receives_goods_of_the_same_sentence_receives_those_told_of_nobody() -> None:
    text = "Kosovo buys drones.\n\nSerbia took delivery of FK-3 missiles in 2022 and was given 30 T-72 tanks by Russia."
    assert sides_in(text)[-1] == ("RUS", "SRB")


def test_a_government_without_a_name_is_none_named_on_the_other_side() -> None:
    text = (
        "Washington held up the sale over human rights. Nigeria wants more jets.\n\n"
        "The government ordered 12 Super Tucanos from Sierra Nevada Corporation of the United States."
    )
    assert sides_in(text) == [("USA", "NGA")]


def test_a_name_told_later_does_not_name_goods() -> None:
    text = "Hyundai of South Korea sold Chile two corvettes.\n\nIsrael is supplying nine Shaldag attack craft to Peru."
    assert [d.items[0].system for d in deals_in(text)] == [None, "Shaldag"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            (
                "Washington cleared it. Twelve A-29 Super Tucanos, which the Federal Government ordered from "
                "Sierra Nevada Corporation, arrived in Nigeria."
            ),
            ("USA", "NGA"),
        ),
        (
            (
                "Vietnam, India and Vietnam again spoke. Vietnam wants the BrahMos missile, which India builds with "
                "Russia, and talks on the Akash system with India stalled."
            ),
            ("IND", "VNM"),
        ),
    ],
)
def test_a_buyer_is_not_its_own_seller_nor_told_in_an_aside(text: str, sides: tuple[str, str]) -> None:
    assert sides_in(text)[-1] == sides


def test_of_two_partners_in_works_the_one_who_makes_many_such_brings_them() -> None:
    assert sides_in("In Lima, SEMAN and Turkey's Baykar founded a joint venture for a drone factory in Peru.") == [
        ("TUR", "PER")
    ]


def test_goods_told_right_before_who_bought_them() -> None:
    (deal,) = deals_in("Chile wants combat aircraft that could work side by side with the F-16s Poland bought in 2003.")
    assert (deal.recipient_countries, [i.system for i in deal.items]) == (("POL",), ["F-16 Fighting Falcon"])


@pytest.mark.parametrize(
    "story",
    ["India's defence ministry finalised a contract with Mahindra Defence to procure 1,300 light combat vehicles."],
)
def test_a_firm_of_the_buyers_own_country_is_on_the_other_side(story: str) -> None:
    assert all("Mahindra Defence" not in deal.recipient_organizations for deal in deals_in(story))
