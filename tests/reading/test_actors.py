"""Whom pronouns, offices, numbers and nouns stand for."""

from collections.abc import Callable
from datetime import date

import pytest

from pipelines.reading.actors import Actor
from pipelines.reading.document import Document
from pipelines.records import Span

Reading = Callable[..., Document]

LEAD = "Talks on the frigates are over, Norway's defence minister said on Monday. "
MET = "Norway's Defense Minister Kari Lund met Polish Foreign Minister Jan Kos in Oslo on Monday. "
LEADERS = "President Ma Dong-su of South Korea and Norwegian Prime Minister Kari Lund met in Oslo. "


def _people(document: Document, words: str) -> list[str]:
    """Who is meant by the last such words."""
    start = document.text.rindex(words)
    return [person.name for person in document.actors.people_of(Span(start, start + len(words)))]


def _actor(document: Document, word: str) -> Actor | None:
    token = [token for token in document.doc if token.text == word][-1]
    return document.actors.actor(token)


@pytest.mark.parametrize(
    ("text", "words", "people"),
    [
        # surnames and pronouns
        (MET + "Lund smiled.", "Lund", ["Kari Lund"]),
        (MET + "She smiled.", "She", ["Kari Lund"]),
        (MET + "Kos smiled. He left early.", "He", ["Jan Kos"]),
        (MET + "Lund thanked him.", "him", ["Jan Kos"]),
        (MET + "Kos, who thanked her, smiled.", "her", ["Kari Lund"]),
        (MET + "Kos brought a delegation with him.", "him", ["Jan Kos"]),
        ("Norway's Defense Minister Kari Lund met her Polish counterpart, Jan Kos.", "her", ["Kari Lund"]),
        # he is no `she`, and she no `he`: by title, by given name, by what she was called before
        ("Mr. Tan met Ms. Berg. He left. She stayed.", "She", ["Berg"]),
        ("Defence Minister Ng Wei met Dutch Defence Minister Ingrid Maas. She smiled.", "She", ["Ingrid Maas"]),
        ("Defence Minister Ng Wei met Dutch Defence Minister Ingrid Maas. She smiled. He left.", "He", ["Ng Wei"]),
        ("Minister Ng Wei spoke, the spokeswoman, Tai Lin, said. She left.", "She", ["Tai Lin"]),
        # a lead tells the office alone, what follows it the name
        (LEAD + '"We are not," Lars Moen told reporters.', "defence minister", ["Lars Moen"]),
        (LEAD + "Defence Minister Lars Moen was in Riga.", "defence minister", ["Lars Moen"]),
        (LEAD + "Lars Moen was seen in Riga.", "defence minister", []),
        (LEAD + '"We are not," Foreign Minister Lars Moen said.', "defence minister", []),
        (LEAD + '"We are not," Polish Defence Minister Jan Kos said.', "defence minister", []),
        (LEAD + "Reporters waited in the rain. " * 20 + '"So," Lars Moen said.', "defence minister", []),
        # told ahead of whom they stand for
        (MET + "In his speech, Defence Minister Petr Novak of Slovakia praised her.", "his", ["Petr Novak"]),
        (MET + "At her press conference, Senator Anna Holt praised them.", "her", ["Anna Holt"]),
        (MET + "During her visit, the minister hosted him.", "her", ["Kari Lund"]),
        # offices alone
        (MET + "The Polish minister smiled.", "The Polish minister", ["Jan Kos"]),
        (MET + "The Norwegian defense minister smiled.", "The Norwegian defense minister", ["Kari Lund"]),
        (MET + "The foreign minister smiled.", "The foreign minister", ["Jan Kos"]),
        (LEADERS + MET + "The prime minister smiled.", "The prime minister", ["Kari Lund"]),
        # groups
        (MET + "The two ministers smiled.", "The two ministers", ["Kari Lund", "Jan Kos"]),
        (MET + "Both ministers smiled.", "Both ministers", ["Kari Lund", "Jan Kos"]),
        (MET + "The ministers smiled.", "The ministers", ["Kari Lund", "Jan Kos"]),
        (MET + "The two smiled.", "The two", ["Kari Lund", "Jan Kos"]),
        (MET + "They smiled.", "They", ["Kari Lund", "Jan Kos"]),
        (MET + "The two ministers smiled. They then left.", "They", ["Kari Lund", "Jan Kos"]),
        (LEADERS + "The two leaders smiled.", "The two leaders", ["Ma Dong-su", "Kari Lund"]),
        (LEADERS + "The former smiled.", "The former", ["Ma Dong-su"]),
        (LEADERS + "The latter smiled.", "The latter", ["Kari Lund"]),
        # nobody named
        (MET + "Both sides smiled.", "Both sides", []),
        (MET + "A minister smiled.", "A minister", []),
        (MET + "A senior official smiled.", "A senior official", []),
        (MET + "The defense ministers of Greece and Italy smiled.", "defense ministers of Greece and Italy", []),
        (MET + "A spokesman for Lund smiled.", "A spokesman", []),
        (MET + "Kos's chief of staff smiled.", "chief of staff", []),
    ],
)
def test_whom_words_stand_for(reading: Reading, text: str, words: str, people: list[str]) -> None:
    assert _people(reading(text), words) == people


@pytest.mark.parametrize(
    ("sentence", "word", "name", "side"),
    [
        ("Seoul said on Monday that talks went on.", "Seoul", "Seoul", "KOR"),
        ("The Kremlin said that talks went on.", "Kremlin", "Kremlin", "RUS"),
        ("Cheong Wa Dae said that talks went on.", "Dae", "Cheong Wa Dae", "KOR"),
        ("The Pentagon said that talks went on.", "Pentagon", "Pentagon", "USA"),
        ("DAPA said that talks went on.", "DAPA", "DAPA", "KOR"),
        ("Norway's defense ministry said that talks went on.", "ministry", "Norway's defense ministry", "NOR"),
        ("The defense ministry in Warsaw said that talks went on.", "ministry", None, "POL"),
        ("Norway's defense ministry met. The ministry said that talks went on.", "ministry", "ministry", "NOR"),
        ("Hanwha Aerospace grew. The company said that talks went on.", "company", "Hanwha Aerospace", "KOR"),
        ("Norway's defense ministry said so. It said that talks went on.", "It", "Norway's defense ministry", "NOR"),
    ],
)
def test_an_organisation_speaks_for_its_side(
    reading: Reading, sentence: str, word: str, name: str | None, side: str
) -> None:
    actor = _actor(reading(sentence), word)
    assert actor is not None
    assert actor.kind == "organization"
    assert actor.side == side
    assert name is None or (actor.name or "").removeprefix("The ").removeprefix("the ") == name


def test_the_ministry_of_a_minister_is_of_his_side(reading: Reading) -> None:
    actor = _actor(reading("Poland's Defense Minister Jan Kos left Oslo, Norway, his ministry said."), "ministry")
    assert actor is not None
    assert actor.side == "POL"


def test_an_official_has_no_name(reading: Reading) -> None:
    actor = _actor(reading(MET + "An official at the ministry said so."), "official")
    assert actor is not None
    assert (actor.kind, actor.name) == ("anonymous", None)


def test_an_agency_is_no_air_force(reading: Reading) -> None:
    """What an agency said of an air force was once told as the air force's own words."""
    text = "The jets would serve the Egyptian Air Force, DSCA announced. The Royal Air Force has some, the agency said."
    actor = _actor(reading(text), "agency")
    assert actor is not None
    assert actor.name == "DSCA"


def test_they_who_add_are_the_sources_who_told(reading: Reading) -> None:
    text = MET + "Sources said a deal for frigates was near. The two sides spoke of helicopters as well, they added."
    actor = _actor(reading(text), "they")
    assert actor is not None
    assert (actor.kind, actor.name) == ("anonymous", None)


def test_a_guest_is_the_other_one_of_like_rank(reading: Reading) -> None:
    text = LEADERS + "Ma thanked Oslo, and his guest replied."
    assert _people(reading(text, date(2026, 1, 2)), "his guest") == ["Kari Lund"]


@pytest.mark.parametrize(
    ("sentence", "word", "side"),
    [
        ("A spokesman for Lund smiled.", "spokesman", "NOR"),
        ("A spokesperson for Polish Foreign Minister Jan Kos smiled.", "spokesperson", "POL"),
        ("A senior aide to Jan Kos smiled.", "aide", "POL"),
        ("Kari Lund's spokesman smiled.", "spokesman", "NOR"),
    ],
)
def test_who_serves_somebody_acts_for_the_same_side(reading: Reading, sentence: str, word: str, side: str) -> None:
    actor = _actor(reading(MET + sentence), word)
    assert actor is not None
    assert (actor.kind, actor.side) == ("anonymous", side)
