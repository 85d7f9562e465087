"""The many ways in which news words an attribution. Each row is a wording; its sentences are invented."""

from collections.abc import Callable

import pytest

from pipelines.records import StatementRecord

Row = tuple[str | None, str]
Find = Callable[..., list[StatementRecord]]


def rows(found: list[StatementRecord], text: str) -> list[Row]:
    return [(s.speaker, " ".join(p.of(text) for p in s.parts)) for s in found]


def check(statements_of: Find, story: str, expected: list[Row]) -> None:
    assert rows(statements_of(story), story) == expected


PHRASES = [
    ("Swedish Defence Minister Eva Holm made it clear that no troops would go.", "Eva Holm", "no troops would go"),
    ("Foreign Minister Lars Dahl made clear Oslo would not take part.", "Lars Dahl", "Oslo would not take part"),
    ("Defense Minister Pal Kovacs let it be known that he had other plans.", "Pal Kovacs", "he had other plans"),
    ("Gen. Ivan Petrov was of the opinion that it would change little.", "Ivan Petrov", "it would change little"),
    ("Defence Minister Eva Holm was adamant that the price was fair.", "Eva Holm", "the price was fair"),
    (
        "Defence Secretary Mark Hale was quick to point out that the ships were not his idea.",
        "Mark Hale",
        "the ships were not his idea",
    ),
    (
        "Defense Minister Choi Min-ho went so far as to say the alliance had never been stronger.",
        "Choi Min-ho",
        "the alliance had never been stronger",
    ),
    (
        "Defence Minister Eva Holm took the opportunity to stress that the yard would stay open.",
        "Eva Holm",
        "the yard would stay open",
    ),
    ("As per officials, the deal is worth 3,000 crore.", None, "the deal is worth 3,000 crore"),
    ("Per the ministry, the frigates will be built in Goa.", "ministry", "the frigates will be built in Goa"),
    ("As Defense Minister Jan Nowak said on Monday, Poland will buy 32.", "Jan Nowak", "Poland will buy 32"),
    (
        'The purchase is "a sound investment", in the view of Defence Minister Eva Holm.',
        "Eva Holm",
        'The purchase is "a sound investment"',
    ),
    ("The guns are late, according to his office - he has waited for a year.", "office", "The guns are late"),
]


@pytest.mark.parametrize(("story", "speaker", "text"), PHRASES)
def test_a_phrase_reports_as_a_verb_does(statements_of: Find, story: str, speaker: str | None, text: str) -> None:
    check(statements_of, story, [(speaker, text)])


NO_REPORTS = [
    "The minister declined to say why. He refused to add that to the list.",
    "It was not clear that the ships would come.",
    "The ships cost 3 million per unit, and the yard builds two per year.",
    "The army did as it was told.",
]


@pytest.mark.parametrize("story", NO_REPORTS)
def test_what_only_looks_like_a_phrase_of_saying_reports_nothing(statements_of: Find, story: str) -> None:
    check(statements_of, story, [])


INTRODUCED = [
    ('Defense Minister Jan Nowak hit back: "We take no lessons."', "Jan Nowak", "We take no lessons."),
    (
        'General Thomas Brandt was blunt: "Without shells, there is no army."',
        "Thomas Brandt",
        "Without shells, there is no army.",
    ),
    ('Brigadier Tom Ellis put it more bluntly: "It works."', "Tom Ellis", "It works."),
    (
        'Defence Secretary Ajay Mehra to ANI, "The squadron will be ready by March."',
        "Ajay Mehra",
        "The squadron will be ready by March.",
    ),
    (
        'Defense Minister Jan Nowak met his host. The joint statement "reaffirms the ties between the armies".',
        "joint statement",
        "reaffirms the ties between the armies",
    ),
]


@pytest.mark.parametrize(("story", "speaker", "text"), INTRODUCED)
def test_a_quotation_may_be_introduced_without_a_verb_of_saying(
    statements_of: Find, story: str, speaker: str, text: str
) -> None:
    check(statements_of, story, [(speaker, text)])


def test_a_label_is_no_quotation_that_somebody_introduces(statements_of: Find) -> None:
    check(statements_of, 'Defense Minister Jan Nowak gave it a name: "Iron Shield"', [])


ASIDES = [
    ("Asked whether more would follow, Defense Minister Jan Nowak answered that he did not know.", "he did not know"),
    ("Defense Minister Jan Nowak, according to his office, said that the guns were good.", "the guns were good"),
    ("Defense Minister Jan Nowak, quoted in the Sunday Times, said the guns were good.", "the guns were good"),
]


@pytest.mark.parametrize(("story", "text"), ASIDES)
def test_words_aside_leave_the_statement_to_its_own_verb(statements_of: Find, story: str, text: str) -> None:
    check(statements_of, story, [("Jan Nowak", text)])


UNLISTED = [
    ("The T-72 will be replaced, according to the MoND.", "MoND"),
    ("The daily Gazeta Krakowska reported that the plant would close.", "Gazeta Krakowska"),
    ("Turkish media reported on Sunday that the plant would close.", "Turkish media"),
]


@pytest.mark.parametrize(("story", "speaker"), UNLISTED)
def test_a_speaker_on_no_list_is_told_as_printed(statements_of: Find, story: str, speaker: str) -> None:
    assert [s.speaker for s in statements_of(story)] == [speaker]


PASSED_ON = [
    (
        "The ministry quoted Defense Minister Jeong Min-su as telling his host that Seoul would provide ships.",
        "Jeong Min-su",
        "Seoul would provide ships",
    ),
    (
        "A spokesman quoted Defense Minister Jeong Min-su as having warned his guest that patience was short.",
        "Jeong Min-su",
        "patience was short",
    ),
    ('"We will not bow," IRNA quoted Defense Minister Hamid Nasiri as saying.', "Hamid Nasiri", "We will not bow,"),
    (
        '"We will not bow," Defense Minister Hamid Nasiri was quoted by IRNA as saying on that day.',
        "Hamid Nasiri",
        "We will not bow,",
    ),
    (
        "Defense Minister Wei Jianguo, quoted by Xinhua, said that relations were at their best.",
        "Wei Jianguo",
        "relations were at their best",
    ),
    ("The committee was told that two more helicopters would come.", None, "two more helicopters would come"),
    (
        "Lawmakers were informed by Defense Minister Olga Braun that the costs had risen.",
        "Olga Braun",
        "the costs had risen",
    ),
    (
        "A senior State Department official said Defense Minister Jan Nowak had told him that the jets were too dear.",
        None,
        "Defense Minister Jan Nowak had told him that the jets were too dear",
    ),
]


@pytest.mark.parametrize(("story", "speaker", "text"), PASSED_ON)
def test_words_that_others_pass_on_are_those_of_who_said_them(
    statements_of: Find, story: str, speaker: str | None, text: str
) -> None:
    check(statements_of, story, [(speaker, text)])


IN_A_CLAUSE = [
    (
        "The share was put at 500 by a person familiar with the matter, who said the money was there.",
        [(None, "the money was there")],
    ),
    (
        "He will stop in Finland, whose defense minister, Antti Laine, said the visit was welcome.",
        [("Antti Laine", "the visit was welcome")],
    ),
    (
        (
            "The Pentagon said the missiles cannot be joined to the shield, a view shared by Defense "
            "Minister Olga Braun, who nevertheless said that they would be bought."
        ),
        [("Pentagon", "the missiles cannot be joined to the shield"), ("Olga Braun", "they would be bought")],
    ),
    (
        (
            'Chief Cabinet Secretary Yoshi Tanaka told reporters Japan "welcomes" the choice, which he '
            "called a sign of trust."
        ),
        [("Yoshi Tanaka", 'Japan "welcomes" the choice')],
    ),
    (
        (
            "Defense Minister Jan Nowak recalled that Poland had bought the trainer, of which 20 were "
            "supplied by 2015, and voiced confidence that ships would follow."
        ),
        [
            ("Jan Nowak", "Poland had bought the trainer, of which 20 were supplied by 2015"),
            ("Jan Nowak", "ships would follow"),
        ],
    ),
]


@pytest.mark.parametrize(("story", "expected"), IN_A_CLAUSE)
def test_a_relative_clause_tells_whose_words_follow(statements_of: Find, story: str, expected: list[Row]) -> None:
    check(statements_of, story, expected)


DIVIDED = [
    (
        (
            "Foreign Minister Anna Berg called the accord a step ahead, while Defence Minister Eva Holm said "
            'that the aim was peace: "We build it so that it never has to be used."'
        ),
        "Eva Holm",
        "the aim was peace We build it so that it never has to be used.",
    ),
    (
        "Athens has been assured, Greek Foreign Minister Giorgos Pappas said on Saturday, that the jets will stay.",
        "Giorgos Pappas",
        "Athens has been assured the jets will stay",
    ),
    (
        (
            "On Friday, when the call came, the other side had stressed the importance of keeping lines "
            "open, spokesman Dylan Reed said."
        ),
        "Dylan Reed",
        "On Friday, when the call came, the other side had stressed the importance of keeping lines open",
    ),
    (
        '"Allies have sent many systems," spokesman Dylan Reed wrote on X. Nobody knows how many will follow.',
        "Dylan Reed",
        "Allies have sent many systems,",
    ),
]


@pytest.mark.parametrize(("story", "speaker", "text"), DIVIDED)
def test_content_reaches_as_far_as_the_words_go_on(statements_of: Find, story: str, speaker: str, text: str) -> None:
    found = rows(statements_of(story), story)
    assert [row for row in found if row[0] == speaker] == [(speaker, text)]


DESCRIBED = [
    ("Saab, one of the world's leading defence groups, announced today that its yard has won the order.", "Saab"),
    ("Hanwha Ocean, one of the two bidders, said on Monday that its yard would deliver in time.", "Hanwha Ocean"),
    ("Kongsberg, one of Norway's largest firms, confirmed that its plant would grow.", "Kongsberg"),
    ("EDGE, one of the five bidders, told reporters its price was fair.", "EDGE"),
]


@pytest.mark.parametrize(("story", "speaker"), DESCRIBED)
def test_what_describes_the_speaker_is_not_the_speaker(statements_of: Find, story: str, speaker: str) -> None:
    assert [s.speaker for s in statements_of(story)] == [speaker]


def test_a_speaker_behind_a_list_is_no_apposition_of_its_end(statements_of: Find) -> None:
    text = (
        "The two ministers had conferred on Yemen, Iran's nuclear programme and the fight against Islamic State, an "
        "adviser to Hollande said."
    )
    (statement,) = statements_of(text)
    assert (statement.speaker_kind, statement.parts[0].of(text)[:16]) == ("anonymous", "The two minister")
