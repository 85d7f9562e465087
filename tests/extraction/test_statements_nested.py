"""Several voices in one sentence, attributions that the parse tears, and words for speakers told before."""

from collections.abc import Callable

import pytest

from pipelines.records import StatementRecord

Row = tuple[str | None, str]
Find = Callable[..., list[StatementRecord]]


def check(statements_of: Find, story: str, expected: list[Row]) -> None:
    assert [(s.speaker, " ".join(p.of(story) for p in s.parts)) for s in statements_of(story)] == expected


BESIDE = [
    (
        (
            "Thales said it would look at the reasons, while a person familiar with the bid told Reuters "
            "that a suit was likely."
        ),
        [("Thales", "it would look at the reasons"), (None, "a suit was likely")],
    ),
    (
        "Akar, the Turkish ministry said, told Shoigu that the corridor had to stay open. Hulusi Akar is the minister.",
        [("Hulusi Akar", "the corridor had to stay open")],
    ),
    (
        "The ministers agreed that trade should grow, and set up a committee, the presidential office said.",
        [("presidential office", "The ministers agreed that trade should grow, and set up a committee")],
    ),
    (
        (
            "Defense Minister Shin Won-il met his host, and both were of the view that more should "
            "be done, according to the ministry."
        ),
        [
            (
                "ministry",
                "Defense Minister Shin Won-il met his host, and both were of the view that more should be done",
            )
        ],
    ),
    (
        (
            'The claims were false, the Finance Ministry said in a statement. "He remains ready to talk," '
            "the statement added."
        ),
        [("Finance Ministry", "The claims were false"), ("Finance Ministry", "He remains ready to talk,")],
    ),
    ("Neither side said how many had been ordered. Nobody said that the price was fair.", []),
]


@pytest.mark.parametrize(("story", "expected"), BESIDE)
def test_of_several_attributions_in_a_sentence_each_has_its_own(
    statements_of: Find, story: str, expected: list[Row]
) -> None:
    check(statements_of, story, expected)


AT_THE_END = [
    (
        "Should talks fail, added Defense Minister Dana Horvat, Zagreb would turn to France.",
        "Dana Horvat",
        "Should talks fail Zagreb would turn to France",
    ),
    (
        "Were the price right, said Eva Holm, the firm's chief executive, four ships could be there by May.",
        "Eva Holm",
        "Were the price right four ships could be there by May",
    ),
    (
        (
            "Three boats will be delivered to Wing 1 in Nakhon between 2025 and 2030, Air Marshal Pun Patta, "
            "the air force commander, said."
        ),
        "Pun Patta",
        "Three boats will be delivered to Wing 1 in Nakhon between 2025 and 2030",
    ),
    (
        (
            "A plan to build six submarines for the navy, estimated to cost 43,000 crore, figured in the "
            "talks, people familiar with the matter said."
        ),
        None,
        "A plan to build six submarines for the navy, estimated to cost 43,000 crore, figured in the talks",
    ),
    (
        (
            "In Oslo a spokesman for Saab, which had promised to build the boats at local works from the "
            "fifth onwards, said the firm was sorry."
        ),
        None,
        "the firm was sorry",
    ),
    (
        "Nine jets will go to Kyiv, Prime Minister Eva Holm said at a news conference: two this year and seven next.",
        "Eva Holm",
        "Nine jets will go to Kyiv two this year and seven next",
    ),
]


@pytest.mark.parametrize(("story", "speaker", "text"), AT_THE_END)
def test_an_attribution_is_known_by_its_place_where_the_parse_fails(
    statements_of: Find, story: str, speaker: str | None, text: str
) -> None:
    check(statements_of, story, [(speaker, text)])


REFERENCES = [
    (
        (
            "Danish Prime Minister Mette Lund met her guest, British Prime Minister John Hill. He thanked "
            "her. She said the jets would come."
        ),
        "Mette Lund",
    ),
    (
        (
            "Defence Minister Eva Holm of Sweden received Polish Defense Minister Jan Nowak in Stockholm. "
            "The Pole said the jets would come."
        ),
        "Jan Nowak",
    ),
    (
        (
            "Japanese Defense Minister Kenji Ito met Australian Defence Minister Paul Grant in Canberra. The "
            "visiting minister said the jets would come."
        ),
        "Kenji Ito",
    ),
    (
        (
            "President Lee Sung-ho received Romanian President Ion Radu in Seoul. Lee thanked his guest, who "
            "replied that the jets would come."
        ),
        "Ion Radu",
    ),
    (
        (
            "US Defense Secretary Lloyd Mason and US Secretary of State Tony Blick went to Kyiv. The Pentagon "
            "chief said the jets would come."
        ),
        "Lloyd Mason",
    ),
    (
        "Turkish President Cemal Aydin spoke of General Ivan Petrov. Petrov was out of favour, he said.",
        "Cemal Aydin",
    ),
    (
        (
            "The deal was struck with Navy Secretary Carlos Vega, who looked at two docks in the company of "
            "managers. The jets would come, he said."
        ),
        "Carlos Vega",
    ),
    (
        "It was in May that President Ion Radu met President Lee Sung-ho, an official at DAPA said. Jets come.",
        None,
    ),
]


@pytest.mark.parametrize(("story", "speaker"), REFERENCES)
def test_a_word_for_somebody_told_before_is_resolved(statements_of: Find, story: str, speaker: str | None) -> None:
    assert [s.speaker for s in statements_of(story)][-1:] == [speaker]
