"""Competitors for one order, and papers with what they hold. Invented sentences."""

import pytest

from tests.stories import deals_in

Row = tuple[str, str, str]


def rows(text: str) -> list[Row]:
    """Kind, suppliers and recipients of each deal."""
    return sorted((d.kind, "+".join(d.supplier_countries), "+".join(d.recipient_countries)) for d in deals_in(text))


@pytest.mark.parametrize(
    ("text", "rivals"),
    [
        (
            "Peru wants six submarines. South Korea's Hanwha Ocean and Germany's TKMS are the two bidders left.",
            "DEU KOR",
        ),
        ("Naval Group of France and Navantia of Spain are vying for a Peruvian contract for six frigates.", "ESP FRA"),
        ("Navantia of Spain is bidding for six Peruvian submarines against Germany's ThyssenKrupp.", "DEU ESP"),
        ("Peru has to decide between the Gripen, the Rafale and the F-16.", "FRA SWE USA"),
        ("Hanwha of South Korea and Rheinmetall of Germany remain in the running for 20 tanks for Peru.", "DEU KOR"),
    ],
)
def test_each_competitor_has_a_deal(text: str, rivals: str) -> None:
    assert rows(text) == [("arms_transfer", rival, "PER") for rival in rivals.split()]


@pytest.mark.parametrize(
    "text",
    [
        "The contenders for a Peruvian order of 24 jets are the Gripen and the F-16.",
        "The Gripen and the F-16 are in the running for Peru's order of 24 fighters.",
        "The Gripen and the F-16 are rivals for a Peruvian order of 24 jets. Washington cleared the F-16 for Peru.",
    ],
)
def test_designs_in_a_contest_are_offers_of_their_makers(text: str) -> None:
    told = {("+".join(d.supplier_countries), *(i.system for i in d.items)) for d in deals_in(text)}
    assert told == {("SWE", "Gripen"), ("USA", "F-16 Fighting Falcon")}


def test_whoever_won_the_tender_was_chosen_and_nothing_signed() -> None:
    assert [d.status for d in deals_in("Saab's A26 won Peru's competition for three submarines.")] == ["negotiation"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru is in talks with Britain and Spain about 40 Eurofighter jets.",
        "Peru bought 24 rocket launchers from South Korea. Bidders had come from Israel and Turkey.",
    ],
)
def test_partners_and_losers_are_no_rivals(text: str) -> None:
    assert len(deals_in(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey and Kenya signed an executive plan on cooperation in defense industries.", "KEN+TUR"),
        ("India and Kenya agreed on a road map for defence industry cooperation.", "IND+KEN"),
        ("Norway and Ukraine adopted a declaration on cooperation in the defence industry.", "NOR+UKR"),
        (
            "Defence Minister Juan Rojas of Peru met Ali Moyo, his Kenyan colleague. They signed an arms trade pact.",
            "KEN+PER",
        ),
    ],
)
def test_papers_of_every_name_are_pacts(text: str, expected: str) -> None:
    assert rows(text) == [("agreement", expected, expected)]


def test_a_paper_and_the_deal_it_holds_are_one() -> None:
    told = rows(
        "Peru and South Korea signed an agreement on arms procurement. Under it Peru is to buy 98 K2 tanks from South "
        "Korea."
    )
    assert told == [("arms_transfer", "KOR", "PER")]
    told = rows(
        "Peru and Spain signed a memorandum on arms procurement under which they will develop weapons together."
    )
    assert told == [("agreement", "ESP+PER", "ESP+PER")]
