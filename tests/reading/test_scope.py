"""An article about something else yields no rows."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from pipelines.reading.document import Document
from pipelines.reading.scope import in_scope

Reading = Callable[..., Document]


@pytest.mark.parametrize(
    ("text", "in_it"),
    [
        ("Norway's defense minister met his Polish counterpart.", True),
        ("DAPA ordered more of them.", True),
        ("The K9, the FA-50 and the KM-SAM were on show.", True),
        ("Norway has agreed to buy the K9 and the FA-50.", True),
        ("Norway liked the K9 and the FA-50. " + "The runners passed the cathedral twice. " * 40, False),
        ("Missile defense is dear.", True),
        ("The film festival opened in Busan with a comedy. " * 20, False),
        ("The central bank kept its rate. Exporters were pleased, and shares rose. " * 20, False),
        ("", False),
        ("The defence minister's son was in the crowd. " + "The runners passed the cathedral twice. " * 40, False),
        (
            "The film drew its millionth viewer, its distributor said. " * 10
            + "In it the defence minister hides and the army chief is dragged from his house.",
            False,
        ),
        (
            "Rain fell on the harbour as the guests arrived. " * 12 + "The defence minister told the army chief. " * 4,
            True,
        ),
        (
            "The premier went on board the KSS-III. "
            + "Rain fell on the harbour as the guests arrived. " * 12
            # a visit to a yard, whose opening names a boat and no office
            + "A defence pact came first. The defence minister was glad.",
            True,
        ),
        (
            "General Dynamics will build armoured vehicles for Kenya. "
            + "Rain fell on the harbour as the guests arrived. " * 12
            + "The army chief and the defence minister were told.",
            True,
        ),
        (
            "The two countries have upgraded their trade pact, they said at the East Asia Summit in Bangkok. "
            + "Wood and paper are to enter free of duty. " * 20,
            False,
        ),
        (
            "The premier went to the Hanwha Ocean yard to see the KSS-III. "
            + "Rain fell on the harbour as the guests arrived. " * 16
            + "A pact on military secrets came first.",
            True,
        ),
        ("The army chief and the defence minister were told. " + "Ships came and went all day. " * 40, True),
    ],
)
def test_defence_offices_bodies_and_arms_put_an_article_in_scope(reading: Reading, text: str, in_it: bool) -> None:
    assert in_scope(reading(text)) is in_it


def test_a_caption_tells_what_an_article_is_about(reading: Reading) -> None:
    """A photo page whose ministers stood in the caption alone was taken for something else."""
    story = "Prabowo watched the roll-out of the jet and paid a call. " * 12
    document = reading(f"{story}\n\nThe defense minister bumps elbows with his guest at the defense ministry.")
    captioned = replace(document, article=replace(document.article, story_end=len(story)))
    assert not in_scope(document)
    assert in_scope(captioned)
