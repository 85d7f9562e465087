"""Wordings of many outlets that once were missed, or taken for statements. Each row is a wording, invented."""

from collections.abc import Callable

import pytest

from pipelines.records import StatementRecord

Find = Callable[..., list[StatementRecord]]
Row = tuple[str | None, str]


def told(found: list[StatementRecord], text: str) -> list[Row]:
    return [(s.speaker, " ".join(p.of(text) for p in s.parts)) for s in found]


BOUNDS = [
    (
        "Her Swedish counterpart, Lars Lund, told a news conference the United States had given its consent.",
        [("Lars Lund", "the United States had given its consent")],
    ),
    (
        "The plan to sell drones came to nothing: Tbilisi has called the talks off, Defence Minister Eva Holm said.",
        [("Eva Holm", "Tbilisi has called the talks off")],
    ),
    (
        'Defence was "a shining pillar" of bilateral ties, Foreign Secretary Vikram Rao told reporters at a briefing.',
        [("Vikram Rao", 'Defence was "a shining pillar" of bilateral ties')],
    ),
    (
        "Manila may take seven helicopters (ALH) which Delhi has offered against credit, one of the sources said.",
        [(None, "Manila may take seven helicopters (ALH) which Delhi has offered against credit")],
    ),
    (
        "The news agency TASS was told in October by a military source that talks with Riyadh were nearing their end.",
        [(None, "talks with Riyadh were nearing their end")],
    ),
    (
        "“They came as customers,” Defence Minister Eva Holm likes to say.",
        [("Eva Holm", "They came as customers,")],
    ),
    (
        "Oslo ordered 13 of them in April, according to the broadcaster Nordkanal.",
        [("Nordkanal", "Oslo ordered 13 of them in April")],
    ),
]


@pytest.mark.parametrize(("story", "expected"), BOUNDS)
def test_a_statement_is_found_from_its_first_word_to_its_last(
    statements_of: Find, story: str, expected: list[Row]
) -> None:
    assert told(statements_of(story), story) == expected


TOLD_OTHERWISE = [
    ('"Too little and too late" was the verdict of General Ola Brandt.', "Ola Brandt", "Too little and too late"),
    ("The Kremlin was silent, with spokesman Ola Brandt saying it knew nothing.", "Ola Brandt", "it knew nothing"),
    ("The missiles are worth it, in the eyes of General Ola Brandt.", "Ola Brandt", "The missiles are worth it"),
    ("By the ministry's own count, 14 of the 20 jets are grounded.", "ministry", "14 of the 20 jets are grounded"),
    ("As Defence Minister Eva Holm sees it, the gap is too wide.", "Eva Holm", "the gap is too wide"),
    ('A navy spokesman, asked about the delay, replied: "We are on schedule."', None, "We are on schedule."),
    ("Defence Minister Eva Holm suggested the yard could build two more.", "Eva Holm", "the yard could build two more"),
    (
        'KCNA said the test was "a stern warning", while Seoul called it "a threat".',
        "KCNA",
        'the test was "a stern warning"',
    ),
]


@pytest.mark.parametrize(("story", "speaker", "text"), TOLD_OTHERWISE)
def test_words_that_report_without_a_plain_verb(statements_of: Find, story: str, speaker: str, text: str) -> None:
    assert told(statements_of(story), story) == [(speaker, text)]


REPORTED = [
    (
        "Defense Minister Lee Jong-su asked Beijing to play “a constructive role” in it, the Ministry of Defense said.",
        [
            (
                "Ministry of Defense",
                "Defense Minister Lee Jong-su asked Beijing to play “a constructive role” in it",
            )
        ],
    ),
    (
        "Lee met Defense Minister Li Shang. According to the ministry, the minister answered that peace was near.",
        [("Li Shang", "peace was near")],
    ),
    (
        "Each side noted that trust had grown, the Defence Ministry said.",
        [("Defence Ministry", "Each side noted that trust had grown")],
    ),
]


@pytest.mark.parametrize(("story", "expected"), REPORTED)
def test_of_two_who_report_the_same_words_the_right_one_speaks(
    statements_of: Find, story: str, expected: list[Row]
) -> None:
    assert told(statements_of(story), story) == expected


def test_what_somebody_asks_next_is_no_part_of_what_he_said(statements_of: Find) -> None:
    story = "Defense Minister Kim Min-ho said that trade had grown, and asked for more interest."
    assert told(statements_of(story), story) == [("Kim Min-ho", "trade had grown")]


NOT_SAID = [
    "Ask in the harbour and they will tell you they have waited long enough.",
    "Defense Minister Kim Min-ho and Defence Minister Eva Holm agreed that officials should draw up measures.",
    "The two ministers concurred that the yard should build both ships.",
    "In a speech titled “Partnerships for Stability,” Defense Minister Kim Min-ho denounced the plan to fire rockets.",
    "By choosing a loan, the Lund government hopes to keep its promise that no lethal aid will go to Ukraine.",
    "Defense Minister Kim Min-ho left open a thorny question that Japan's new law has raised.",
]


@pytest.mark.parametrize("story", NOT_SAID)
def test_outcomes_titles_and_promises_kept_are_no_statements(statements_of: Find, story: str) -> None:
    assert told(statements_of(story), story) == []


def test_a_weapon_that_says_nothing_is_no_speaker(statements_of: Find) -> None:
    """`he` once stood for the letters of a drone's name."""
    story = (
        "Chief executive Haluk Bayram described it as the largest contract in Turkish history.\n\n"
        "The company, whose TB2 is in service in 20 countries, would share technology, he said."
    )
    assert told(statements_of(story), story)[-1][0] == "Haluk Bayram"


def test_a_quotation_after_other_words_is_a_statement_of_its_own(statements_of: Find) -> None:
    story = 'They did equally well, said Defence Minister Eva Holm. "Policy tipped the scales. It always does."'
    assert told(statements_of(story), story) == [
        ("Eva Holm", "They did equally well"),
        ("Eva Holm", "Policy tipped the scales. It always does."),
    ]


VIEWS = [
    ("Defense Minister Kim Min-ho hoped that it would be the first of many.", "it would be the first of many"),
    ("Defense Minister Kim Min-ho evaluated that the drill had gone well.", "the drill had gone well"),
    ("Defense Minister Kim Min-ho was confident that the vote would pass.", "the vote would pass"),
    ("Defense Minister Kim Min-ho was convinced that the price was fair.", "the price was fair"),
    ("“We have waited for this,” beamed Defense Minister Kim Min-ho.", "We have waited for this,"),
    ("Defense Minister Kim Min-ho voiced the recognition that shells were short.", "shells were short"),
]


@pytest.mark.parametrize(("story", "text"), VIEWS)
def test_a_view_is_what_somebody_says(statements_of: Find, story: str, text: str) -> None:
    assert told(statements_of(story), story) == [("Kim Min-ho", text)]
