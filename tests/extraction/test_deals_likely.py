"""Deals made of goods that no words of a deal cover, judged by the signs around them. Invented sentences."""

from pathlib import Path

import pytest

from tests.stories import deals_in

Row = tuple[str, str, str]

SAMPLE = Path(__file__).parents[2] / "articles" / "sample"


def rows(text: str) -> set[Row]:
    """Supplier, recipient and the first goods of each deal."""
    return {
        (
            "+".join(d.supplier_countries),
            "+".join(d.recipient_countries),
            d.items[0].system or d.items[0].system_text,
        )
        for d in deals_in(text)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "For Chile it was the year of the helicopter: 12 H145s from Airbus for its navy.",
            {("DEU", "CHL", "H145")},
        ),
        ("Wellington has sounded out Boeing about four P-8A Poseidons.", {("USA", "NZL", "P-8 Poseidon")}),
        ("Hanoi has its eye on 100 K9 howitzers, diplomats in Vietnam say.", {("KOR", "VNM", "K9 Thunder")}),
        ("Sixteen CAESAR howitzers will end up with the Lithuanian army.", {("FRA", "LTU", "Caesar")}),
        (
            "Kyiv can count on another 14 Challenger 2 tanks, Britain's defence minister said.",
            {("GBR", "UKR", "Challenger 2")},
        ),
    ],
)
def test_goods_tied_to_a_country_are_a_deal_whatever_the_words(text: str, expected: set[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two F-16s of the Polish air force took off from Lask to escort a Russian bomber.",
        "Norwegian F-35s took part in the drill over Lapland.",
        "Peru's army showed off its T-55 tanks at the parade in Lima.",
        "Ukraine lost three Leopard 2 tanks near Robotyne.",
        "The jets are to replace Romania's old MiG-21 fighters.",
    ],
)
def test_goods_at_war_on_show_or_making_room_are_none(text: str) -> None:
    assert rows(text) == set()


def test_what_words_tell_of_a_deal_is_not_made_a_second_one() -> None:
    told = "Norway ordered 24 K9 howitzers from South Korea. The howitzers are a match for Norway's winters."
    assert rows(told) == {("KOR", "NOR", "K9 Thunder")}


def test_such_a_deal_is_less_sure_than_one_that_words_tell() -> None:
    (likely,) = deals_in("Wellington has sounded out Boeing about four P-8A Poseidons.")
    (told,) = deals_in("Wellington bought four P-8A Poseidons from Boeing.")
    assert likely.confidence < told.confidence


def test_such_a_deal_takes_its_supplier_from_those_told_before_it() -> None:
    """A comparison of a telling with its copy once kept the suppliers told before from every such deal."""
    paragraphs = (SAMPLE / "d032.txt").read_text(encoding="utf-8").split("\n\n")
    story = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs[1:])
    assert ("KOR", "PHL", "small arms") in rows(story)
