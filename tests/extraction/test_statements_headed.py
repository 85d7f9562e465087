"""Words under a heading: transcripts, releases, readouts. All texts are invented."""

from collections.abc import Callable

import pytest

from pipelines.records import StatementRecord

Find = Callable[[str], list[StatementRecord]]


def told(found: list[StatementRecord], text: str) -> list[tuple[str | None, str]]:
    return [(s.speaker, " ".join(p.of(text) for p in s.parts)) for s in found]


TRANSCRIPT = """SECRETARY BURNS: Good morning. It is good to see my friend, Foreign Minister Aldo Moretti.

We have sent howitzers to Kyiv, according to plan, and we will send more. I said so last week.

FOREIGN MINISTER MORETTI: Thank you. Italy will do its part.

QUESTION: Mr. Secretary, will the tanks come too?

SECRETARY BURNS: They will."""


def test_turns_of_a_transcript_run_to_the_next_label(statements_of: Find) -> None:
    """A turn once ended with its first paragraph, and verbs inside it were taken for attributions."""
    assert [words for _, words in told(statements_of(TRANSCRIPT), TRANSCRIPT)] == [
        (
            "Good morning. It is good to see my friend, Foreign Minister Aldo Moretti "
            "We have sent howitzers to Kyiv, according to plan, and we will send more. I said so last week"
        ),
        "Thank you. Italy will do its part",
        "They will",
    ]


def test_a_label_resolves_to_the_full_name(statements_of: Find) -> None:
    found = statements_of(TRANSCRIPT)
    assert found[1].speaker == "Aldo Moretti"
    assert found[0].speaker == found[2].speaker


def test_a_press_secretary_is_known_by_mr(statements_of: Find) -> None:
    text = "MR PRICE: Hello. We condemn the attack.\n\nQUESTION: On aid, what is new?\n\nMR PRICE: Nothing."
    assert [words for _, words in told(statements_of(text), text)] == [
        "Hello. We condemn the attack",
        "Nothing",
    ]


def test_an_interviewers_questions_are_no_statements(statements_of: Find) -> None:
    text = "Harry Moss (HM): When will the guns come?\n\nPaul Lund (PL): In May. We keep our word."
    assert told(statements_of(text), text) == [("Paul Lund", "In May. We keep our word")]


@pytest.mark.parametrize(
    "text",
    [
        "Best Post Award: This prize goes to the embassy in Oslo, which Ambassador Anna Berg leads.",
        "Note: the talks with Defence Minister Anna Berg start at noon.",
        "What Berg wants: guns, ships and time. Defence Minister Anna Berg has none.",
    ],
)
def test_a_list_with_colons_is_no_transcript(statements_of: Find, text: str) -> None:
    assert statements_of(text) == []


def test_quotes_attributable_to_several_in_turn(statements_of: Find) -> None:
    text = (
        "Defence Minister Anna Berg and Industry Minister Lars Lund opened the yard.\n\n"
        "Quotes attributable to Defence Minister Anna Berg:\n\n“The yard will build our ships.”\n\n"
        "“It will build them well.”\n\nQuotes attributable to Industry Minister Lars Lund:\n\n“Jobs will follow.”"
    )
    assert told(statements_of(text), text) == [
        ("Anna Berg", "The yard will build our ships. It will build them well."),
        ("Lars Lund", "Jobs will follow."),
    ]


def test_comments_by_somebody_are_his_or_hers(statements_of: Find) -> None:
    text = "The yard is open.\n\nComments by Defence Minister Anna Berg:\n\n“The yard will build our ships.”"
    assert told(statements_of(text), text) == [("Anna Berg", "The yard will build our ships.")]


def test_a_statement_issued_as_a_whole_is_its_issuers(statements_of: Find) -> None:
    text = (
        "Press Secretary Brig. Gen. Pat Lund issued the following statement:\n\n"
        "The frigate left Oslo. It will join the fleet.\n\nThe crew is well."
    )
    expected = "The frigate left Oslo. It will join the fleet The crew is well"
    assert told(statements_of(text), text) == [("Pat Lund", expected)]


def test_a_readout_is_its_spokespersons_but_for_what_others_say(statements_of: Find) -> None:
    text = (
        "The following is attributable to Spokesperson Ned Price:\n\n"
        "Secretary of State Antony Blinken met Foreign Minister Anna Berg in Oslo. "
        "The Secretary reaffirmed that the United States would stand by Norway."
    )
    assert told(statements_of(text), text) == [
        ("Ned Price", "Secretary of State Antony Blinken met Foreign Minister Anna Berg in Oslo"),
        ("Antony Blinken", "the United States would stand by Norway"),
    ]


def test_the_author_of_a_release_speaks_in_the_first_person(statements_of: Find) -> None:
    text = (
        "Stephen Holt MP, Minister for Defence\n\nI met General Kim Min-ho in Canberra. "
        "I told him that Australia would send a ship."
    )
    assert told(statements_of(text), text) == [("Stephen Holt", "Australia would send a ship")]


def test_bullets_are_read_like_sentences(statements_of: Find) -> None:
    text = "□ Defense Minister Kim Min-ho met Defence Minister Anna Berg.\n\n◦ Berg said that Oslo would buy the guns."
    assert told(statements_of(text), text) == [("Anna Berg", "Oslo would buy the guns")]


def test_what_a_presenter_tells_is_no_statement_but_what_he_reports_is(statements_of: Find) -> None:
    """A broadcast's script once became the speech of its presenter."""
    text = "DAVID LUND: The bill is the largest ever. In Oslo Defence Minister Ola Berg said the price was right."
    assert told(statements_of(text), text) == [("Ola Berg", "the price was right")]
