"""Goods that a number, a unit or a pronoun stands for, and words of a deal that name none. Invented sentences."""

import pytest

from tests.stories import Row, deals_in, goods, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chile signed for six HIMARS in December 2022. Kenya concluded its contract for nine systems in March.",
            {("USA", "CHL", "signed", 6), ("USA", "KEN", "signed", 9)},
        ),
        (
            "Chile ordered 16 FA-50 jets in 2017. Chile came back for six more in 2021.",
            {("KOR", "CHL", "signed", 16), ("KOR", "CHL", "signed", 6)},
        ),
        (
            "Chile ordered 13 Bayraktar TB2 drones from Turkey. It has since asked for six more.",
            {("TUR", "CHL", "signed", 13), ("TUR", "CHL", "interest", 6)},
        ),
        (
            "Chile chose the M-346 in 2009. Peru ordered 12 of the same.",
            {("ITA", "CHL", "negotiation", None), ("ITA", "PER", "signed", 12)},
        ),
        (
            "Chile bought IRIS-T SLM systems from Diehl of Germany. Talks with Diehl on a further battery go on.",
            {("DEU", "CHL", "signed", None), ("DEU", "CHL", "negotiation", 1)},
        ),
        (
            "South Korea sold 12 batteries of the Cheongung II to Chile. Kenya became its first buyer in Africa.",
            {("KOR", "CHL", "signed", 12), ("KOR", "KEN", "signed", None)},
        ),
        (
            "Poland bought 24 Bayraktar TB2 drones from Turkey.\n\nThen there is the south. Kosovo bought five.",
            {("TUR", "POL", "signed", 24), ("TUR", "XKX", "signed", 5)},
        ),
        (
            "Kenya was given a corvette by South Korea. Seoul sent Kenya another one last year.",
            {("KOR", "KEN", "completed", 1)},
        ),
        (
            "Chile ordered 24 Typhoons from Britain. Kenya's contract was for 28 of the jets.",
            {("GBR", "CHL", "signed", 24), ("GBR", "KEN", "signed", 28)},
        ),
        (
            "Chile bought its FA-50 jets in small bites: four in 2015, eight in 2017 and another two last year.",
            {("KOR", "CHL", "signed", 4), ("KOR", "CHL", "signed", 8), ("KOR", "CHL", "signed", 2)},
        ),
        (
            "Peru bought 12 chassis from South Korea for its Leopard 2 tanks. Chile bought 40.",
            {("KOR", "PER", "signed", 12), ("KOR", "CHL", "signed", 40)},
        ),
    ],
)
def test_goods_told_before_are_counted_anew(text: str, expected: set[Row]) -> None:
    assert expected <= rows(text)


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        (
            "India's BrahMos Aerospace sold the BrahMos to Peru. Kenya is in negotiations with the company.",
            "KEN PER",
        ),
        ("Turkey's Baykar sold TB2 drones to Peru. Kenya's minister said that it was in talks with Baykar.", "KEN PER"),
        ("Turkey sold TB2 drones to Peru. Negotiations with Kenya and Chile are well advanced.", "CHL KEN PER"),
        ("Turkey sold TB2 drones to Peru. Negotiations with Kenya on fishing are well advanced.", "PER"),
        ("Turkey sold TB2 drones to Peru. Talks with Kenya are well advanced.", "KEN PER"),
        ("Turkey sold TB2 drones to Peru. The minister held talks with Kenya.", "PER"),
        ("Turkey sold TB2 drones to Peru.\n\nTalks with Kenya are well advanced.", "PER"),
        ("India sold BrahMos missiles to Peru. Kenya has shown interest in the missile.", "KEN PER"),
    ],
)
def test_others_who_negotiate_or_wish_for_what_was_sold(text: str, recipients: str) -> None:
    assert sorted(code for _, code, _, _ in rows(text)) == recipients.split()


def test_the_contract_of_a_nation_that_is_scrapped() -> None:
    told = rows("In 2020 Peru preferred a French design to Japan's Soryu-class submarine, only to scrap the contract.")
    assert ("FRA", "PER", "cancelled", None) in told


def test_some_of_the_goods_are_no_deal_of_their_own() -> None:
    assert rows("Peru ordered 120 K9 howitzers from South Korea. Two dozen were to be shipped from Changwon.") == {
        ("KOR", "PER", "signed", 120)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru would like 10 K2 tanks to replace its T-55s.", ("KOR", "PER", "interest", 10)),
        ("Spain's plan to sell 12 frigates to Peru came to nothing.", ("ESP", "PER", "cancelled", 12)),
        ("Spain's plan to sell 12 frigates to Peru fell through.", ("ESP", "PER", "cancelled", 12)),
        ("Twelve frigates are to be built in Spain for Peru.", ("ESP", "PER", "signed", 12)),
        ("The K2 tank is on the wish list of Peru.", ("KOR", "PER", "interest", None)),
        ("Peru is the tenth user of the K9 howitzer.", ("KOR", "PER", "completed", None)),
    ],
)
def test_words_that_tell_of_a_deal(text: str, expected: Row) -> None:
    assert expected in rows(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway will hand its NH90 helicopters back to France.",
        "Nineteen jets will go to Kyiv, she said: six around New Year, eight more next year and five in 2026.",
    ],
)
def test_what_is_returned_or_goes_in_stages_is_no_further_deal(text: str) -> None:
    assert len(rows(text)) <= 1
    assert not {supplier for supplier, recipient, _, _ in rows(text) if recipient == "FRA"}


def test_the_system_that_others_bought_is_not_the_helicopter_told_last() -> None:
    (_, _, china) = deals_in(
        "India signed for five S-400 systems from Russia. It also wants 20 Ka-52 helicopters from Russia.\n\n"
        "China was the first foreign buyer of the system."
    )
    assert china.items[0].system == "S-400"


def test_launchers_are_those_of_the_system_told_before() -> None:
    (_, ordered) = deals_in("Peru bought 12 K9 howitzers from South Korea and the HIMARS. Chile ordered six launchers.")
    assert goods(ordered) == {("M142 HIMARS", 6)}


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Kenya received the first of 13 in September 2021.", 13),
        ("Kenya bought five last year.", 5),
        ("Kenya joined in January with a contract worth $367 million.", None),
        ("Kenya followed with an order for 18 in June.", 18),
        ("Kenya followed with a deal of similar size.", None),
        ("Kenya came first, with 12 of them in 2016.", 12),
        ("Kenya was first in 2016, with 12 of them.", 12),
        ("Kenya had led the way with 12 of them.", 12),
    ],
)
def test_one_more_buyer_of_the_goods_told_before(sentence: str, number: int | None) -> None:
    story = f"Turkey's Baykar has sold the Bayraktar TB2 to many. In 2018 Qatar ordered six TB2s. {sentence}"
    (deal,) = [d for d in deals_in(story) if d.recipient_countries == ("KEN",)]
    assert [(i.system, i.quantity_min) for i in deal.items] == [("Bayraktar TB2", number)]


@pytest.mark.parametrize(
    "sentence",
    ["The Brazilian type was chosen by Kenya.", "Kenya picked the Brazilian type over the A400M in June 2022."],
)
def test_a_type_of_some_nation_is_the_one_of_its_make(sentence: str) -> None:
    story = f"Peru has ordered nine C-390 transports from Embraer and six C-130Js from Lockheed Martin.\n\n{sentence}"
    assert ("BRA", "KEN") in {row[:2] for row in rows(story)}
    assert ("USA", "KEN") not in {row[:2] for row in rows(story)}


@pytest.mark.parametrize(
    ("sentence", "system"),
    [
        ("Kenya signed a contract for the latter.", "Skynex"),
        ("Kenya bought the former in 2023.", "IRIS-T SLM"),
    ],
)
def test_the_latter_is_the_second_of_two(sentence: str, system: str) -> None:
    story = f"Diehl makes the IRIS-T SLM of Germany and Rheinmetall the Skynex. {sentence}"
    assert (("KEN",), system) in {(d.recipient_countries, i.system) for d in deals_in(story) for i in d.items}


def test_the_same_model_is_the_one_that_the_text_is_about() -> None:
    story = (
        "The Czech Republic signed for 246 CV90 vehicles from Sweden. The CV90 had faced the Lynx in a tender.\n\n"
        "The Lynx lost. Slovakia has ordered 152 of the same model."
    )
    assert ("SWE", "SVK", 152) in {(row[0], row[1], row[3]) for row in rows(story)}
