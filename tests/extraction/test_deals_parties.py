"""Whom a story means as supplier and recipient where it names them otherwise than as subject and object. Invented."""

import pytest

from tests.stories import sides_in


@pytest.mark.parametrize(
    ("text", "supplier", "recipient"),
    [
        ("Kenya answered with China. Its air force has taken delivery of ten CH-4s.", "CHN", "KEN"),
        ("Ghana, whose army has received 20 Puma vehicles from South Africa, wants more.", "ZAF", "GHA"),
        (
            "The first customer was Bangladesh, whose navy took delivery of a frigate from Hyundai Heavy Industries.",
            "KOR",
            "BGD",
        ),
    ],
)
def test_a_force_is_that_of_whoever_the_pronoun_before_it_takes_up(text: str, supplier: str, recipient: str) -> None:
    assert sides_in(text) == [(supplier, recipient)]


@pytest.mark.parametrize(
    ("text", "supplier", "recipient"),
    [
        ("Germany approved the transfer by Switzerland of 25 Leopard 2 tanks to Ukraine.", "CHE", "UKR"),
        ("The United States approved Denmark's transfer of 24 F-16s to Argentina.", "DNK", "ARG"),
        ("Germany agreed to the transfer by Switzerland of 25 Leopard 2 tanks to Ukraine.", "CHE", "UKR"),
        ("Washington gave the green light for Denmark and Norway to send 19 F-16s to Ukraine.", "DNK NOR", "UKR"),
    ],
)
def test_who_clears_a_transfer_is_no_side_of_it(text: str, supplier: str, recipient: str) -> None:
    assert sides_in(text) == [(supplier, recipient)]


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine ordered 18 RCH 155 howitzers from Germany with financing from Norway.",
        "Ukraine has ordered 100 howitzers from Germany with American and Norwegian money.",
    ],
)
def test_whose_money_pays_is_no_side(text: str) -> None:
    assert sides_in(text) == [("DEU", "UKR")]


@pytest.mark.parametrize(
    ("text", "supplier", "recipient"),
    [
        (
            "Argentine Defense Minister Luis Petri and his Danish colleague signed the contract for 24 F-16 fighters.",
            "DNK",
            "ARG",
        ),
        (
            "The BrahMos order was signed by Defence Secretary Delfin Lorenzana and India's ambassador to Manila.",
            "IND",
            "PHL",
        ),
        (
            "Australia and Germany agreed on the supply of 100 Boxers, to be made in Queensland for the Bundeswehr.",
            "AUS",
            "DEU",
        ),
    ],
)
def test_of_two_who_sign_the_one_who_gets_the_goods_buys(text: str, supplier: str, recipient: str) -> None:
    assert sides_in(text) == [(supplier, recipient)]


@pytest.mark.parametrize(
    ("text", "supplier", "recipient"),
    [
        ("India and Manila are close. The Philippines signed for three BrahMos batteries in 2022.", "IND", "PHL"),
        ("Pakistan's jets sell well. Azerbaijan has ordered 16 JF-17s.", "PAK", "AZE"),
        ("Denmark will buy SAMP/T, a system from France and Italy.", "FRA ITA", "DNK"),
    ],
)
def test_goods_of_several_makers_come_from_those_the_text_speaks_of(text: str, supplier: str, recipient: str) -> None:
    assert sides_in(text) == [(supplier, recipient)]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("The German and Dutch armies ordered 200 Patriot missiles from Raytheon.", "DEU NLD"),
        ("The governments of Estonia, Latvia and Lithuania ordered HIMARS launchers.", "EST LTU LVA"),
    ],
)
def test_all_who_buy_together_are_told(text: str, recipients: str) -> None:
    assert sides_in(text) == [("USA", recipients)]


def test_who_offers_goods_does_not_wish_for_those_of_another() -> None:
    told = sides_in("India is looking for a fighter. Lockheed Martin has offered its F-16 and Saab its Gripen.")
    assert ("SWE", "IND") in told
    assert ("SWE", "USA") not in told


def test_those_who_buy_together_and_one_of_them_alone_have_deals_apart() -> None:
    told = sides_in(
        "Estonia and Latvia ordered Patriot launchers from the United States. Latvia alone signed for 12 Patriot "
        "launchers in 2021."
    )
    assert told == [("USA", "EST LVA"), ("USA", "LVA")]


def test_vehicles_handed_over_come_from_who_hands_them() -> None:
    text = "Turkish companies, Otokar and Nurol Makina, have been handing over 230 armored vehicles to Estonia."
    assert sides_in(text) == [("TUR", "EST")]


@pytest.mark.parametrize(
    ("text", "supplier", "recipient"),
    [
        ("Together with Denmark, Norway bought 200 Leopard 2 tanks from KNDS Deutschland.", "DEU", "DNK NOR"),
        (
            "Belgium, which along with the Netherlands ordered 12 minehunters from Naval Group, is glad.",
            "FRA",
            "BEL NLD",
        ),
        ("Qatar has contracted Fincantieri for four corvettes.", "ITA", "QAT"),
        ("The Polish government announced that Saab of Sweden would build its three submarines.", "SWE", "POL"),
        ("Lockheed Martin will upgrade Taiwan's 141 F-16 fighters.", "USA", "TWN"),
        ("Chile was shut out of the programme and asked for F-16s.", "USA", "CHL"),
        ("Saab and Embraer signed a contract for 36 Gripens.", "SWE", "BRA"),
        ("There is talk of a Korean venture. Seoul and Lima agreed jointly to make rifles in Peru.", "KOR", "PER"),
    ],
)
def test_who_acts_along_with_the_subject_or_owns_the_goods_is_a_party(text: str, supplier: str, recipient: str) -> None:
    assert sides_in(text) == [(supplier, recipient)]


def test_who_is_told_of_as_an_owner_is_not_who_the_next_clause_is_about() -> None:
    text = "Turkey's parliament ratified Sweden's entry, and four days later Washington approved the F-16 sale."
    assert sides_in(text) == [("USA", "TUR")]


def test_a_gift_comes_from_whose_aid_it_is_told_as() -> None:
    told = sides_in(
        "Five coastal radars, a gift, will be the first case of Tokyo's Official Security Assistance to Peru."
    )
    assert told == [("JPN", "PER")]


def test_who_has_only_sold_so_far_is_not_the_buyer() -> None:
    told = sides_in(
        "Peru bought frigates from Spain in 2020. Spain also sold corvettes to Peru in 2021.\n\nMadrid is content. "
        "Then India delivered the first of three batteries of BrahMos missiles."
    )
    assert ("IND", "PER") in told


def test_who_takes_part_in_the_work_on_its_own_goods_is_not_only_served() -> None:
    assert sides_in("The leaders of Peru and Korea see a need to upgrade Peru's air defense system.") == []


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        (
            "The Caesar howitzer has been sold by France to countries including Chile, Peru and Kenya.",
            {"CHL", "PER", "KEN"},
        ),
        ("France has sold Caesar howitzers to several states, including Chile and Kenya.", {"CHL", "KEN"}),
        ("Nations such as Chile and Kenya have bought Caesar howitzers from France.", {"CHL KEN"}),
    ],
)
def test_countries_told_as_examples_of_several_are_sides(text: str, recipients: set[str]) -> None:
    assert {recipient for _, recipient in sides_in(text)} == recipients


def test_whose_deal_it_is_may_stand_behind_it() -> None:
    assert sides_in("A similar deal of Chile's last year for 28 Gripen jets from Sweden was signed.") == [
        ("SWE", "CHL")
    ]
