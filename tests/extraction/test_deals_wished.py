"""Deals before a contract: bids, contests, requests refused, leave given, donors in one breath. Invented sentences."""

import pytest

from tests.stories import Row, rows


@pytest.mark.parametrize(
    ("text", "rivals"),
    [
        ("Three firms, Saab, Dassault and Boeing, have submitted bids for Peru's order of 24 jets.", "SWE FRA USA"),
        ("Saab and Dassault have put in offers for Peru's order of 24 jets.", "SWE FRA"),
        ("Bidders for the Peruvian order of 24 jets include Saab and France's Dassault.", "SWE FRA"),
        ("Peru is in the market for 24 jets, with the Gripen and the Rafale as the frontrunners.", "SWE FRA"),
        ("Peru is looking to buy 24 jets, with Saab and Dassault among the aspirants.", "SWE FRA"),
        ("Peru has whittled the field down to Saab and Dassault for its 24 new jets.", "SWE FRA"),
    ],
)
def test_whoever_enters_a_contest_is_a_rival_in_it(text: str, rivals: str) -> None:
    assert {(supplier, "PER", "tender") for supplier in rivals.split()} == {row[:3] for row in rows(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Norway is to choose between the K2 Black Panther and the Leopard 2A7.",
        "Norway must decide between the K2 Black Panther and the Leopard 2A7.",
    ],
)
def test_a_choice_still_open_is_a_contest(text: str) -> None:
    assert {row[:3] for row in rows(text)} == {("KOR", "NOR", "tender"), ("DEU", "NOR", "tender")}


def test_rivals_are_no_part_of_the_list_they_are_told_on() -> None:
    told = rows(
        "Peru has six helicopters from Poland and 12 jets on its list of purchases, with Saab's Gripen and Boeing's "
        "F-15 as the contenders."
    )
    assert {("SWE", "PER", "tender", None), ("USA", "PER", "tender", None)} <= told


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Peru selected Hyundai Heavy Industries as preferred bidder for 11 frigates.",
            ("KOR", "PER", "negotiation", 11),
        ),
        ("Saab lost the Finnish contest for 64 fighters to Lockheed Martin.", ("USA", "FIN", "negotiation", 64)),
        ("Kenya sealed a preliminary agreement for 20 VBCI vehicles with Nexter.", ("FRA", "KEN", "negotiation", 20)),
        ("Kuwait is close to a deal with Italy for 28 Typhoons.", ("ITA", "KWT", "negotiation", 28)),
    ],
)
def test_a_choice_is_no_contract_yet(text: str, row: Row) -> None:
    assert rows(text) == {row}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Israel turned down Kenya's request for six Iron Dome batteries.", ("ISR", "KEN", "interest", 6)),
        ("Peru's request for 24 F-16 jets was rebuffed by Washington.", ("USA", "PER", "interest", 24)),
        ("Germany declined to supply Taurus missiles to Kenya.", ("DEU", "KEN", "interest", None)),
        ("The United States would not sell Riyadh the F-35, an official said.", ("USA", "SAU", "interest", None)),
        ("Thailand sent a letter of request to Washington for eight F-16 jets.", ("USA", "THA", "interest", 8)),
    ],
)
def test_what_is_asked_for_stays_a_wish_when_refused(text: str, row: Row) -> None:
    assert rows(text) == {row}


def test_an_offer_turned_down_is_off() -> None:
    assert rows("Canberra turned down a Japanese bid to supply 12 submarines.") == {("JPN", "AUS", "cancelled", 12)}


def test_what_comes_later_is_not_refused() -> None:
    assert "interest" not in {row[2] for row in rows("Sweden will not deliver the 24 Gripens to Peru before 2027.")}


def test_what_came_instead_is_no_part_of_what_was_scrapped() -> None:
    told = rows("The French deal for 12 boats for Australia was abandoned for six submarines from Britain.")
    assert ("FRA", "AUS", "cancelled", 12) in told
    assert not any(quantity == 6 and status == "cancelled" for _, _, status, quantity in told)


def test_a_licence_is_leave_to_sell() -> None:
    told = rows("Berlin granted an export licence for six submarines to Singapore.")
    assert told == {("DEU", "SGP", "approved", 6)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Denmark promised Kyiv 19 Caesar howitzers, and Sweden its Archer artillery system.",
            {("DNK", "UKR", "approved", 19), ("SWE", "UKR", "approved", None)},
        ),
        (
            "Australia pledged Ukraine 70 Bushmasters, Canada 39 armoured vehicles and Britain 600 Brimstone missiles.",
            {("AUS", "UKR", "approved", 70), ("CAN", "UKR", "approved", 39), ("GBR", "UKR", "approved", 600)},
        ),
        (
            "Germany will give Ukraine 18 Leopard 2 tanks, Norway eight, and Canada four Leopard 2 tanks.",
            {("DEU", "UKR", "approved", 18), ("NOR", "UKR", "approved", 8), ("CAN", "UKR", "approved", 4)},
        ),
        (
            "Poland bought 32 K2 tanks and Finland 64 K9 howitzers.",
            {("KOR", "POL", "signed", 32), ("KOR", "FIN", "signed", 64)},
        ),
    ],
)
def test_each_party_that_a_verb_is_told_of_once_has_its_goods(text: str, expected: set[Row]) -> None:
    assert rows(text) == expected


def test_a_makers_name_before_its_goods_is_no_further_party() -> None:
    assert len(rows("Poland ordered 180 K2 tanks and Hanwha K9 howitzers from South Korea.")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya wants to buy 36 F-35 jets from Lockheed Martin, as well as five IRIS-T SLM batteries from Diehl.",
            {("USA", "KEN", "interest", 36), ("DEU", "KEN", "interest", 5)},
        ),
        (
            "Korea's old Pohang-class corvettes have gone as gifts to Peru (2014), Egypt (2017 and 2018) and Kenya.",
            {("KOR", code, "completed", None) for code in ("PER", "EGY", "KEN")},
        ),
        ("In July, 116 used M1A1s were offered to Warsaw by the Americans.", {("USA", "POL", "interest", 116)}),
        ("Sweden has 250 CV90s and has given 50 of them to Kyiv.", {("SWE", "UKR", "delivering", 50)}),
        ("Japan will lease Kenya up to five training aircraft.", {("JPN", "KEN", "signed", None)}),
        ("Estonia has turned to Lockheed Martin for the HIMARS.", {("USA", "EST", "interest", None)}),
    ],
)
def test_goods_are_told_apart_by_whose_they_are(text: str, expected: set[Row]) -> None:
    assert rows(text) == expected


def test_the_old_ones_are_those_that_somebody_has() -> None:
    told = rows("Denmark is exchanging its F-16s for 27 of the F-35, and 19 of the old ones are promised to Ukraine.")
    assert told == {("USA", "DNK", "signed", 27), ("DNK", "UKR", "approved", 19)}


def test_several_designs_looked_at_are_as_many_wishes() -> None:
    told = rows("Peru is considering the Gripen, the Rafale and the F-16 to replace its MiGs.")
    assert {row[:3] for row in told} == {(code, "PER", "interest") for code in ("SWE", "FRA", "USA")}


def test_a_contest_is_for_what_was_wanted_before_it() -> None:
    told = rows(
        "Hanwha Ocean has sold three submarines to Indonesia. Ottawa wants up to 12 boats, and in August narrowed the "
        "field to Hanwha Ocean and Germany's TKMS."
    )
    assert {("KOR", "CAN", "tender"), ("DEU", "CAN", "tender")} <= {row[:3] for row in told}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The UAE is said to be interested in the KF-21.", ("KOR", "ARE", "interest", None)),
        ("Indonesia is keen on the Rafale.", ("FRA", "IDN", "interest", None)),
        ("Uzbekistan has made inquiries about the Rafale.", ("FRA", "UZB", "interest", None)),
        (
            "Embraer emerged as the winner in Peru's search for four transport aircraft.",
            ("BRA", "PER", "negotiation", 4),
        ),
        ("Germany lifted its veto on the export of 40 Eurofighters to Kenya.", ("DEU", "KEN", "approved", 40)),
        ("The US Congress was told of the planned sale of 31 drones to Kenya.", ("USA", "KEN", "approved", 31)),
        ("The proposed sale to Kenya of six M1A2 tanks was notified to Congress.", ("USA", "KEN", "approved", 6)),
        ("Kenya invited bids from Italy's Leonardo for 12 helicopters.", ("ITA", "KEN", "tender", 12)),
    ],
)
def test_more_words_of_wishes_contests_and_leave(text: str, row: Row) -> None:
    assert rows(text) == {row}


@pytest.mark.parametrize(
    "text",
    [
        "India is in talks with Vietnam and Oman on the sale of BrahMos missiles.",
        "Vietnam and Oman have shown interest in India's BrahMos missiles.",
        "India sold BrahMos missiles to Oman's rival. Talks with Vietnam and Oman about the same missile go on.",
    ],
)
def test_each_of_several_that_may_buy_has_a_deal_of_its_own(text: str) -> None:
    assert {("IND", "VNM"), ("IND", "OMN")} <= {row[:2] for row in rows(text)}


def test_those_that_want_to_buy_together_have_one_deal() -> None:
    assert {row[1] for row in rows("Latvia and Estonia are in talks with Germany on a joint purchase of IRIS-T.")} == {
        "EST+LVA"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Peru's president told his guest Recep Tayyip Erdogan in Lima in October that he wanted drones.",
        "The minister told his Turkish counterpart that Peru was interested in more drones.",
    ],
)
def test_who_is_told_of_a_wish_is_to_meet_it(text: str) -> None:
    assert {row[:3] for row in rows(text)} == {("TUR", "PER", "interest")}


def test_what_goods_of_a_kind_cost_is_no_deal() -> None:
    text = "Peru ordered six tanks from Germany. What counts for Kenya is the price: a TB2 costs some $5 million."
    assert rows(text) == {("DEU", "PER", "signed", 6)}
