"""How firm a deal is told to be where other words stand between it and those that say so, and of which kind it is."""

import pytest

from tests.stories import deals_in, rows


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        (
            "The purchase of 12 Gripens from Sweden, agreed in 2019, was called off by Peru in May.",
            ("SWE", "PER", "cancelled", 12),
        ),
        (
            "Chile wants to save money and broke off talks with France on 20 Caesar howitzers.",
            ("FRA", "CHL", "cancelled", 20),
        ),
        (
            "Paris mourned a contract for ten frigates with Peru, which Lima tore up in 2021.",
            ("FRA", "PER", "cancelled", 10),
        ),
        ("In March Danish voters threw out the purchase of 22 Gripens from Sweden.", ("SWE", "DNK", "cancelled", 22)),
        ("The plan to buy 30 Caesar howitzers from France fell through in Chile.", ("FRA", "CHL", "cancelled", 30)),
    ],
)
def test_a_deal_called_off_in_a_clause_parted_from_it(sentence: str, row: tuple[str, str, str, int]) -> None:
    assert [told[2:] for told in rows(sentence)] == [row[2:]]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("KNDS is due to begin delivering 44 Leopard 2A7 tanks to Norway in 2026.", "signed"),
        ("Chile announced it would retire its Mirages and buy 40 F-16 jets from the United States.", "negotiation"),
        ("Chile could retire its Mirages and buy 40 F-16 jets from the United States.", "interest"),
        ("Under the contract Peru gets 24 F-16 jets from Denmark.", "signed"),
        ("Peru operates 24 F-16 jets of the United States.", "completed"),
        ("The leaders of Chile and Turkey discussed developing missiles together.", "negotiation"),
    ],
)
def test_the_verb_that_others_lean_on_says_how_firm_it_is(sentence: str, status: str) -> None:
    assert [deal.status for deal in deals_in(sentence)] == [status]


@pytest.mark.parametrize(
    "sentence",
    [
        "The State Department told Congress of its intent to sell 40 F-16s to Chile.",
        "The State Department has determined that it may approve a sale of 12 AH-1Z helicopters to Chile.",
        "Chile would get 20 HIMARS launchers, the Defense Security Cooperation Agency said.",
        "The cabinet gave the Chilean air force the go-ahead to buy eight T-50 trainers from South Korea.",
    ],
)
def test_a_sale_that_a_government_has_cleared(sentence: str) -> None:
    assert [deal.status for deal in deals_in(sentence)] == ["approved"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Oslo has already sounded out Washington about MH-60R Seahawks.", "interest"),
        ("Side by side with them serve Leopard 2A4 tanks, 14 of which Germany is donating to Chile.", "delivering"),
        ("Next week a Finnish general travels to Israel in connection with David's Sling.", "negotiation"),
    ],
)
def test_words_beside_the_goods_hint_how_firm_it_is(sentence: str, status: str) -> None:
    story = f"Chile signed a contract with Sweden for 12 Gripen jets. {sentence}"
    assert status in {deal.status for deal in deals_in(story)}


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        (
            "Greece, which has ordered 24 Rafales from France, is to get three C-130s from the United States for free.",
            ["arms_transfer", "aid"],
        ),
        (
            "As military aid, Japan delivered the second of four radars ordered from Mitsubishi by the Philippines.",
            ["arms_transfer"],
        ),
        ("Kyiv and Stockholm signed a statement on building Sweden's CV90 in Ukraine.", ["co_production"]),
        ("Sweden will build 20 CV90 vehicles for Norway in Sweden.", ["arms_transfer"]),
    ],
)
def test_the_kind_is_that_of_the_clause(sentence: str, kinds: list[str]) -> None:
    assert [deal.kind for deal in deals_in(sentence)] == kinds


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The committee waved through the purchase of 60 CH-47F helicopters from Boeing for Chile.", "approved"),
        ("The Chilean president signed off on the purchase of 12 FA-50s from South Korea.", "approved"),
        ("Chile agreed in principle with South Korea on the sale of 54 K9 howitzers.", "negotiation"),
        ("Chile put an end to the contract for 14 NH90 helicopters from France.", "cancelled"),
        ("Chile pulled out of the deal for Israeli drones from Elbit.", "cancelled"),
        ("Germany has so far refused to give Chile Taurus missiles.", "interest"),
        ("Chile plans to sign a contract with Rheinmetall for 200 Lynx vehicles next month.", "negotiation"),
        ("Chile has received ten of the 31 Abrams tanks ordered from the United States.", "delivering"),
        ("The last of 36 Rafale jets bought from France landed in Chile on Thursday.", "completed"),
    ],
)
def test_how_far_a_deal_has_come(sentence: str, status: str) -> None:
    assert [deal.status for deal in deals_in(sentence)] == [status]


def test_goods_that_are_kept_up_are_not_bought() -> None:
    deals = deals_in("Lockheed Martin was awarded a contract for the upgrade of Greece's F-16 fleet.")
    assert [deal.kind for deal in deals] == ["service"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Chile is closing in on a $700 million deal to purchase Gripen fighters from Sweden.", "negotiation"),
        ("Chile is on the verge of ordering 12 Gripen fighters from Sweden.", "negotiation"),
        ("Chile stands on the brink of a deal for 12 Gripen fighters from Sweden.", "negotiation"),
        ("Chile closed a deal for 12 Gripen fighters from Sweden.", "signed"),
        ("If chosen, Saab would build 40 Gripen fighters for Chile.", "interest"),
        ("Under its proposal, Saab will supply Chile with 12 Gripen fighters.", "interest"),
        ("Under its contract, Saab will supply Chile with 12 Gripen fighters.", "signed"),
        ("Chile will buy 12 Gripens from Sweden under a letter of intent signed on Monday.", "negotiation"),
        ("Chile stated its intent to buy 12 Gripens from Sweden.", "interest"),
    ],
)
def test_what_is_near_or_hangs_on_something_else_is_not_signed(sentence: str, status: str) -> None:
    assert [deal.status for deal in deals_in(sentence)] == [status]


def test_who_makes_goods_is_no_joint_production_of_them() -> None:
    made_at_home = "Chile signed a contract to buy six Rafale jets manufactured in France."
    made_jointly = "Chile signed a deal to purchase the BrahMos, a missile built by an Indian-Russian joint venture."
    for story in (made_at_home, made_jointly):
        assert [deal.kind for deal in deals_in(story)] == ["arms_transfer"], story


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (
            "Leonardo has received a contract from Britain for support services for the Apache helicopter fleet.",
            "service",
        ),
        ("Italy approved a 380 million euro support contract for its C-130J fleet.", "service"),
        ("Chile signed an agreement with Patria on repair work for its AMV vehicles.", "service"),
        ("Chile signed a contract for 40 support vehicles with Otokar.", "arms_transfer"),
        ("Chile ordered 12 F-16 jets and a training package from Lockheed Martin.", "arms_transfer"),
    ],
)
def test_a_bargain_on_what_is_done_to_goods_is_for_a_service(sentence: str, kind: str) -> None:
    assert {deal.kind for deal in deals_in(sentence)} == {kind}


def test_training_told_beside_a_sale_leaves_it_a_sale() -> None:
    story = (
        "Chile signed a contract for 24 F-16 jets with the United States. A training contract for the F-16 followed."
    )
    assert "arms_transfer" in {deal.kind for deal in deals_in(story)}


def test_what_was_asked_for_to_be_delivered_has_not_come() -> None:
    story = "Chile has asked for 32 Swedish thermal sights to be delivered for trials."
    assert {deal.status for deal in deals_in(story)} <= {"interest", "signed"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Mitsubishi of Japan beat TKMS to build 11 frigates for Australia.", "negotiation"),
        ("Mitsubishi of Japan beat TKMS to a contract for 11 frigates for Australia.", "signed"),
        ("Peru and Japan have yet to sign a contract for 12 patrol boats.", "negotiation"),
        ("Peru has yet to order 30 K2 tanks from South Korea.", "negotiation"),
        ("Peru was to have bought 22 Gripens from Sweden, but its citizens rejected the purchase.", "cancelled"),
        ("Norway ordered 14 NH90 helicopters from Italy. Voters rejected the purchase in May.", "cancelled"),
        ("Norway ordered 14 NH90 helicopters from Italy. The deal is off.", "cancelled"),
        ("The sale of 14 NH90 helicopters by Italy to Norway remains on hold.", "cancelled"),
        ("Malaysia put the purchase of 12 helicopters from France on hold.", "cancelled"),
        ("The sale of 14 NH90 helicopters by Italy to Norway is off to a good start.", "signed"),
        ("The sale of 14 NH90 helicopters by Italy to Norway is not off.", "signed"),
        ("Norway ordered 14 NH90 helicopters from Italy. Voters welcomed the purchase in May.", "signed"),
    ],
)
def test_words_that_follow_say_that_it_is_open_or_off(text: str, status: str) -> None:
    assert [deal.status for deal in deals_in(text)] == [status]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The order for 12 Rafale jets from France is to be signed next month, Peru said.", "negotiation"),
        ("The order for 12 Rafale jets from France was due to be signed in Lima.", "negotiation"),
        ("The contract for 12 Rafale jets with France remains to be signed, Peru said.", "negotiation"),
        ("Peru said the deal for 12 Rafale jets from France has to be approved by parliament.", "negotiation"),
        ("Peru is in the final stages of a deal to buy 12 Rafale jets from France.", "negotiation"),
        ("Peru and France agreed to finalise the contract for 12 Rafale jets at an early date.", "negotiation"),
        ("Peru has set its sights on 12 French Rafale jets.", "interest"),
        ("Peru instructed its air force to buy 12 Rafale jets from France.", "approved"),
        ("Peru asked France for 12 Rafale jets to be delivered next year.", "interest"),
    ],
)
def test_a_deal_that_is_yet_to_be_struck(sentence: str, status: str) -> None:
    assert rows(sentence) == {("FRA", "PER", status, 12)}
