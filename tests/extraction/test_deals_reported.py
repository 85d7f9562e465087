"""Wordings that outlets of many countries use, where a deal was once read wrongly or out of nothing. Invented."""

import pytest

from tests.stories import Row, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who makes the goods is no news of the deal
        ("A year ago Qatar agreed to buy the Rafale jet, made by Dassault.", ("FRA", "QAT", "signed", None)),
        # a version of the system, so many of them
        (
            "Peru ordered 116 Abrams tanks from the United States. In May Peru signed for 116 M1A1 Abrams tanks.",
            ("USA", "PER", "signed", 116),
        ),
        # goods made by one, delivered by another
        ("Norway announced the delivery of 16 guns produced in Slovakia to Peru.", ("NOR", "PER", "signed", 16)),
        # goods that somebody had before
        ("Peru bought 24 F-16 jets formerly flown by Norway.", ("NOR", "PER", "signed", 24)),
        ("Peru got six F-16 jets that were previously operated by the Danish army.", ("DNK", "PER", "completed", 6)),
        ("Peru took delivery of six F-16s that once belonged to the Dutch.", ("NLD", "PER", "completed", 6)),
        # whoever beats another wins
        ("Hanwha beat Rheinmetall to a contract for 129 tanks for Peru.", ("KOR", "PER", "signed", 129)),
        ("Hanwha defeated Rheinmetall for a contract to deliver 129 tanks to Peru.", ("KOR", "PER", "signed", 129)),
        # arms in general, of which one of the two makes far more
        ("The United States and Iraq signed an arms deal on Monday.", ("USA", "IRQ", "signed", None)),
        ("Egypt and France have signed a weapons contract.", ("FRA", "EGY", "signed", None)),
        (
            "The State Department approved a sale of AIM-120 Advanced Medium Range Air-to-Air Missiles to Norway.",
            ("USA", "NOR", "approved", None),
        ),
        # a journey to come, and what it is for
        (
            "Norway's defence minister will fly to Lima to sign a contract for 12 boats with Peru.",
            ("PER", "NOR", "negotiation", 12),
        ),
        # what is made of arms is no arms
        ("Norway and Peru signed a memorandum on arms production.", ("NOR+PER", "NOR+PER", "signed", None)),
        # an approval by another name, a wish
        (
            "India granted Acceptance of Necessity for the purchase of 288 S-400 missiles.",
            ("RUS", "IND", "approved", 288),
        ),
        ("Peru's navy is advocating for the purchase of five boats from Spain.", ("ESP", "PER", "interest", 5)),
    ],
)
def test_a_report_tells_one_deal(text: str, expected: Row) -> None:
    assert rows(text) == {expected}


def test_a_wish_for_more_is_not_what_was_approved() -> None:
    told = rows(
        "India's council accorded AoN for the purchase of 288 S-400 missiles. The air force is advocating for the "
        "purchase of five more S-400 systems."
    )
    assert told == {("RUS", "IND", "approved", 288), ("RUS", "IND", "interest", 5)}


@pytest.mark.parametrize(
    "text",
    ["Peru was unable to obtain diesel submarines from Germany.", "Peru failed to buy 12 tanks from Germany."],
)
def test_what_nobody_managed_is_no_deal(text: str) -> None:
    assert rows(text) == set()
