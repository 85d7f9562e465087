"""Voices in the scripts of broadcasters, by the line that names them. All texts are invented."""

from collections.abc import Callable

import pytest

from pipelines.records import StatementRecord

Find = Callable[[str], list[StatementRecord]]

SCRIPTS = [
    (
        '[Soundbite] Kim Min-ho (Minister of Defense) : "It is our largest order."',
        "Kim Min-ho",
        "It is our largest order.",
    ),
    ('[Soundbite] Lee Su-min(Researcher, INSS) : "Nobody is faster."', "Lee Su-min", "Nobody is faster."),
    (
        '[Sound bite: Defense Minister Kim Min-ho (Korean)]"We did what was asked."',
        "Kim Min-ho",
        "We did what was asked.",
    ),
    ('2. SOUNDBITE (English) Jan Nowak, Defense Minister:\n\n"We need the tanks."', "Jan Nowak", "We need the tanks."),
    ('LI MING Defense Minister "We are ready to talk to anybody."', "LI MING", "We are ready to talk to anybody."),
    ("Cho Sang-min (Sejong Institute): Warsaw had no choice.", "Cho Sang-min", "Warsaw had no choice"),
    ("PROFESSOR JOHN BLACK, NATIONAL UNIVERSITY: They may be late.", "JOHN BLACK", "They may be late"),
    ("[Kim Min-ho / Defense Minister: We stand together.]", "Kim Min-ho", "We stand together"),
    ("“We give what we have,” — Eva Holm, Swedish defence minister.", "Eva Holm", "We give what we have"),
]


@pytest.mark.parametrize(("script", "speaker", "text"), SCRIPTS)
def test_a_line_names_the_voice_that_is_heard(statements_of: Find, script: str, speaker: str, text: str) -> None:
    story = f"The defence ministers of the two countries met on Monday.\n\n{script}\n\nThe tanks arrive next year."
    told = [(s.speaker, " ".join(p.of(story) for p in s.parts)) for s in statements_of(story)]
    assert told == [(speaker, text)]


def test_what_is_heard_is_not_added_to_what_was_told_before(statements_of: Find) -> None:
    story = (
        "Defense Minister Kim Min-ho said that the contract would be signed. "
        '[Sound bite: Defense Minister Kim Min-ho (Korean)]"We did what was asked of us."'
    )
    assert [len(s.parts) for s in statements_of(story)] == [1, 1]


@pytest.mark.parametrize(
    "story",
    [
        "DAVID LUND, HOST: Defence Minister Eva Holm is in Oslo.\n\nLUND: The missiles came last week.",
        "Paul Lund (Sejong Institute): When will the guns come, Minister?",
        "Guns (and more of them): what Defence Minister Eva Holm wants.",
    ],
)
def test_presenters_and_lists_are_no_voices(statements_of: Find, story: str) -> None:
    assert statements_of(story) == []
