"""Contests and papers told without their goods: who is left in a race, which firms bid at home, what a paper is on."""

import pytest

from tests.stories import Row, deals_in, rows, sides_in

WANTED = "Oslo wants 16 new helicopters."


@pytest.mark.parametrize(
    "contest",
    [
        "Last month it shortlisted Leonardo of Italy and Airbus of France.",
        "Last month it narrowed the field to Leonardo of Italy and Airbus of France.",
        "Only Leonardo of Italy and Airbus of France remain in the race.",
    ],
)
def test_those_left_in_a_race_are_after_what_was_told_before(contest: str) -> None:
    assert rows(f"{WANTED} {contest}") == {("ITA", "NOR", "tender", 16), ("FRA", "NOR", "tender", 16)}


@pytest.mark.parametrize(
    "bidders",
    [
        "Leonardo and France's Airbus are the two bidders left.",
        "Leonardo of Italy and Airbus of France are the two bidders left.",
    ],
)
def test_each_of_two_firms_is_of_the_country_beside_it(bidders: str) -> None:
    assert {s for s, _ in sides_in(f"Norway wants 16 new helicopters. {bidders}")} == {"ITA", "FRA"}


@pytest.mark.parametrize(
    "prize",
    ["At stake is an order for eight Norwegian frigates.", "An order for eight Norwegian frigates is up for grabs."],
)
def test_a_bargain_at_stake_is_not_signed(prize: str) -> None:
    assert "signed" not in {deal.status for deal in deals_in(f"{prize} Fincantieri of Italy is after it.")}


def test_a_rival_told_later_is_after_the_same_order() -> None:
    story = (
        "Seoul's Hanwha Ocean is bidding for 12 Canadian submarines. "
        "Only Hanwha Ocean and TKMS of Germany remain in the running."
    )
    assert rows(story) == {("KOR", "CAN", "tender", 12), ("DEU", "CAN", "tender", 12)}


def test_a_firm_that_bids_at_home_is_on_no_side_of_its_own() -> None:
    story = (
        "India bought 56 C-295 transports from Spain in 2021. "
        "Navantia with L&T is bidding for six submarines against Germany's TKMS."
    )
    assert {("ESP", "IND", "tender", 6), ("DEU", "IND", "tender", 6)} <= rows(story)


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Poland chose Sweden's Saab for its three submarines.", ("SWE", "POL", "negotiation", 3)),
        ("Poland picked Naval Group of France for three submarines.", ("FRA", "POL", "negotiation", 3)),
        (
            "The minister recommended Korean submarines to his Canadian counterpart, Anita Anand.",
            ("KOR", "CAN", "interest", None),
        ),
        (
            "The minister explained the advantages of the K2 tank to Romania's state secretary, Simona Cojocaru.",
            ("KOR", "ROU", "interest", None),
        ),
        (
            "The second radar, made by Mitsubishi Electric, reached the Philippines in March.",
            ("JPN", "PHL", "completed", None),
        ),
        ("Sikorsky won a contract to train Thai pilots on the UH-60.", ("USA", "THA", "signed", None)),
        ("Baykar is to set up a drone factory in Indonesia with Republikorp.", ("TUR", "IDN", "negotiation", None)),
        (
            "The 12 FA-50s, for which Manila paid 18.9 billion pesos, were built in Sacheon.",
            ("KOR", "PHL", "signed", 12),
        ),
    ],
)
def test_deals_by_way_of_firms_pitches_and_works(sentence: str, row: Row) -> None:
    assert row in rows(sentence)


@pytest.mark.parametrize(
    "paper",
    ["A memorandum on it was signed after the talks.", "A memorandum signed after the talks sets up a committee."],
)
def test_a_new_paper_is_on_what_the_sentence_before_speaks_of(paper: str) -> None:
    story = (
        "South Korea has sold Romania 54 K9s. Defence Minister Shin Won-sik met Romania's Angel Tilvar in Seoul. "
        f"Both wished for more cooperation in the arms industry. {paper}"
    )
    assert ("KOR ROU", "KOR ROU") in sides_in(story)


def test_a_paper_of_which_nothing_new_is_told_is_none() -> None:
    story = (
        "Defence Minister Shin Won-sik met Romania's Angel Tilvar. Both praised cooperation in the arms industry. "
        "They recalled the pact."
    )
    assert deals_in(story) == []


def test_a_letter_of_intent_on_upkeep_is_for_a_service() -> None:
    (deal,) = deals_in("Leonardo and Poland's WZL signed a letter of intent about servicing helicopters for Poland.")
    assert deal.kind == "service"


def test_whoever_builds_anothers_jet_with_its_maker_receives() -> None:
    (deal,) = deals_in(
        "KAI and Peru's SEMAN signed a memorandum of understanding on the joint production of the FA-50."
    )
    assert (deal.kind, deal.supplier_countries, deal.recipient_countries) == ("co_production", ("KOR",), ("PER",))


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Turkey's Otokar will build 1,000 armoured vehicles in Romania.", ("TUR", "ROU", "signed", 1000)),
        ("Kyiv was denied Taurus missiles by Berlin.", ("DEU", "UKR", "cancelled", None)),
        ("Hungary has looked at the bigger Akinci of Turkey.", ("TUR", "HUN", "interest", None)),
        ("The Mogami is also on the wish list of New Zealand.", ("JPN", "NZL", "interest", None)),
    ],
)
def test_deals_by_way_of_works_abroad_refusals_and_looks(sentence: str, row: Row) -> None:
    assert row in rows(sentence)


def test_what_a_maker_builds_at_home_is_made_for_nobody_there() -> None:
    assert rows("Turkey's Otokar will build 1,000 armoured vehicles in Turkey.") == set()


def test_what_somebody_has_is_no_wish() -> None:
    assert "interest" not in {deal.status for deal in deals_in("The Finnish army has 96 K9s bought in South Korea.")}
