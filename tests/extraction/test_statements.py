"""Who said what, in the constructions of news. Each row is a construction; its sentences are invented."""

from collections.abc import Callable

import pytest

from pipelines.records import StatementRecord

Row = tuple[str | None, str, str]
Find = Callable[..., list[StatementRecord]]

PEOPLE = (
    "Defense Minister Kim Min-ho of South Korea met Norway's Defence Minister Anna Berg in Oslo on Tuesday, and the "
    "two spoke for an hour.\n\n"
)


def rows(found: list[StatementRecord], text: str) -> list[Row]:
    return [(s.speaker, s.mode, " ".join(p.of(text) for p in s.parts)) for s in found]


QUOTED = [
    ('"The guns will come in May," Kim Min-ho said.', "Kim Min-ho", "direct", "The guns will come in May,"),
    ("“The guns will come in May,” Kim Min-ho said.", "Kim Min-ho", "direct", "The guns will come in May,"),
    ("'The guns will come in May,' Kim Min-ho said.", "Kim Min-ho", "direct", "The guns will come in May,"),
    ('“The guns will come in May," Berg told reporters.', "Anna Berg", "direct", "The guns will come in May,"),
    (
        "“He called it a ‘very big’ order for the yard,” Berg said.",
        "Anna Berg",
        "direct",
        "He called it a ‘very big’ order for the yard,",
    ),
    (
        'Kim said the guns were "worth every cent" to the army.',
        "Kim Min-ho",
        "mixed",
        'the guns were "worth every cent" to the army',
    ),
    ("Kim said that the guns would come in May.", "Kim Min-ho", "indirect", "the guns would come in May"),
    ("Kim said the guns would come in May.", "Kim Min-ho", "indirect", "the guns would come in May"),
    (
        '"We need the guns," Kim said, "and we need them soon."',
        "Kim Min-ho",
        "direct",
        "We need the guns, and we need them soon.",
    ),
    (
        '"We need the guns," said Berg, who took over as minister in March. "The army has waited for years."',
        "Anna Berg",
        "direct",
        "We need the guns, The army has waited for years.",
    ),
    (
        'Kim was firm. "We need the guns now," he said.',
        "Kim Min-ho",
        "direct",
        "We need the guns now,",
    ),
    (
        'Berg said: "The army has waited for years. It will not wait for another one."',
        "Anna Berg",
        "direct",
        "The army has waited for years. It will not wait for another one.",
    ),
    (
        '"The [Norwegian] army has waited for years," Berg said.',
        "Anna Berg",
        "direct",
        "The [Norwegian] army has waited for years,",
    ),
    (
        'Asked about the price, Berg said: "The price is fair to both of us."',
        "Anna Berg",
        "direct",
        "The price is fair to both of us.",
    ),
    (
        'Speaking at a joint news conference in Oslo, Kim said: "Our yards will keep their promise."',
        "Kim Min-ho",
        "direct",
        "Our yards will keep their promise.",
    ),
    ("The price, Kim said, is fair to both sides.", "Kim Min-ho", "indirect", "The price is fair to both sides"),
    (
        'Berg tweeted, "Had a good day with our Korean friends."',
        "Anna Berg",
        "direct",
        "Had a good day with our Korean friends.",
    ),
    ('"Glad to see the guns at last," Berg wrote on X.', "Anna Berg", "direct", "Glad to see the guns at last,"),
    (
        "The price is fair to both sides, Kim was quoted as saying by a newspaper.",
        "Kim Min-ho",
        "indirect",
        "The price is fair to both sides",
    ),
    ("The guns will be late, according to Kim.", "Kim Min-ho", "indirect", "The guns will be late"),
    ("According to Berg, the guns will be late.", "Anna Berg", "indirect", "the guns will be late"),
    ("In Berg's words, the guns will be late.", "Anna Berg", "indirect", "the guns will be late"),
    ("Kim expressed hope that the guns would come in May.", "Kim Min-ho", "indirect", "the guns would come in May"),
    ("Berg took the view that the guns were too heavy.", "Anna Berg", "indirect", "the guns were too heavy"),
    (
        "The South Korean defense ministry said on Monday that the guns had left the port.",
        "South Korean defense ministry",
        "indirect",
        "the guns had left the port",
    ),
    ("The Pentagon said the guns had left the port.", "Pentagon", "indirect", "the guns had left the port"),
    ("Seoul said the guns had left the port.", "Seoul", "indirect", "the guns had left the port"),
    ("NATO said the guns had left the port.", "NATO", "indirect", "the guns had left the port"),
    ("The guns have left the port, a senior official said.", None, "indirect", "The guns have left the port"),
    (
        "The guns have left the port, two people familiar with the matter said.",
        None,
        "indirect",
        "The guns have left the port",
    ),
    (
        "The joint statement said that the two sides would train together.",
        "joint statement",
        "indirect",
        "the two sides would train together",
    ),
    (
        'A statement issued by the Norwegian defence ministry read: "The two sides will train together."',
        "Norwegian defence ministry",
        "direct",
        "The two sides will train together.",
    ),
    (
        "Kim Min-ho and Anna Berg said that their navies would train together.",
        "Kim Min-ho and Anna Berg",
        "indirect",
        "their navies would train together",
    ),
    (
        "Berg said the navies would train together, her office said.",
        "Anna Berg",
        "indirect",
        "the navies would train together",
    ),
    (
        "The army has waited for years, said Lars Lund, a spokesman for the Norwegian defence ministry.",
        "Lars Lund",
        "indirect",
        "The army has waited for years",
    ),
    (
        "Berg confirmed the alliance would hold its drill in June.",
        "Anna Berg",
        "indirect",
        "the alliance would hold its drill in June",
    ),
]


@pytest.mark.parametrize(("sentence", "speaker", "mode", "content"), QUOTED, ids=[row[0][:50] for row in QUOTED])
def test_each_construction_yields_its_speaker_and_words(
    statements_of: Find, sentence: str, speaker: str | None, mode: str, content: str
) -> None:
    text = PEOPLE + sentence
    assert rows(statements_of(text), text) == [(speaker, mode, content)]


SEVERAL = [
    (
        "Kim said the guns would come in May, adding that the crews were trained.",
        [("Kim Min-ho", "the guns would come in May"), ("Kim Min-ho", "the crews were trained")],
    ),
    (
        '"The guns are cheap," Kim said, before adding that the ships were "not for sale at any price" this year.',
        [("Kim Min-ho", "The guns are cheap,"), ("Kim Min-ho", 'the ships were "not for sale at any price" this year')],
    ),
    (
        "Berg told a newspaper that such a pact, like the one Oslo has with its friends, would let her buy guns.",
        [("Anna Berg", "such a pact, like the one Oslo has with its friends, would let her buy guns")],
    ),
    (
        "Berg replied that Oslo welcomed the guns, and recalled that Norway had waited for years.",
        [("Anna Berg", "Oslo welcomed the guns"), ("Anna Berg", "Norway had waited for years")],
    ),
    (
        "Berg stressed that the two navies share a sea, and thanked Kim for the ship.",
        [("Anna Berg", "the two navies share a sea")],
    ),
    (
        '"The guns are fine," Kim said. "I would buy them."\n\n"They will last for years."\n\n"They will," Berg said.',
        [
            ("Kim Min-ho", "The guns are fine, I would buy them. They will last for years."),
            ("Anna Berg", "They will,"),
        ],
    ),
    (
        "Kim said that while the price was secret, he noted that the guns were cheap.",
        [("Kim Min-ho", "the guns were cheap")],
    ),
    (
        '"The guns are fine.\n\n"They will last for thirty years," Kim said.',
        [("Kim Min-ho", "The guns are fine. They will last for thirty years,")],
    ),
    (
        '"The guns are fine, Kim said.\n\nBerg said the price was not.',
        [("Kim Min-ho", "The guns are fine"), ("Anna Berg", "the price was not")],
    ),
]


@pytest.mark.parametrize(("story", "expected"), SEVERAL, ids=[row[0][:50] for row in SEVERAL])
def test_statements_beside_each_other_stay_apart(
    statements_of: Find, story: str, expected: list[tuple[str, str]]
) -> None:
    text = PEOPLE + story
    assert [(speaker, content) for speaker, _, content in rows(statements_of(text), text)] == expected


@pytest.mark.parametrize(
    "story",
    [
        'The "new normal" of the region worries both navies.',
        'The museum will show the film "Guns of the North" next week.',
        'The frigate "Roald" left the port with a crew of ninety.',
        'Soldiers call the gun the "Beast" for its noise.',
        "If Kim says the guns are late, the army will wait.",
        "Kim declined to say when the guns would come.",
        "Did Kim say the guns would come in May?",
        "The ministry did not comment on the price.",
        "Kim knows that the guns are late.",
        "The two agreed to meet again, and left for dinner.",
        "They discussed a frigate that Norway plans to sell to Chile.",
        'Kim welcomed the "warm" words and the "open" doors that he found in Oslo.',
    ],
)
def test_words_that_nobody_says_are_no_statements(statements_of: Find, story: str) -> None:
    assert statements_of(PEOPLE + story) == []


def test_a_caption_is_no_statement(statements_of: Find) -> None:
    story = PEOPLE + "Kim flew home on Wednesday."
    text = f"{story}\n\nA gun fires. The guns will last, Kim said. (Photo: Navy)"
    assert statements_of(text, story_end=len(story)) == []


@pytest.mark.parametrize(
    ("sentence", "cue", "venue", "said"),
    [
        ("Kim told reporters on Monday that the guns would come.", "told", "told reporters", "Monday"),
        ("The guns would come, Kim said in a statement.", "said", "in a statement", None),
        ("Berg wrote on X that the guns would come.", "wrote", "on X", None),
        ("Kim pointed out at a briefing that the guns would come.", "pointed out", "at a briefing", None),
        ("Berg, who took office on Sunday, said the guns would come.", "said", None, None),
        ("Kim told a joint news conference that the guns would come.", "told", "told a joint news conference", None),
        ("Berg told parliament on Monday that the guns would come.", "told", "told parliament", "Monday"),
        ("The guns would come, Berg said in an interview.", "said", "in an interview", None),
        ("The guns would come, Berg said on Facebook.", "said", "on Facebook", None),
    ],
)
def test_the_attribution_tells_cue_venue_and_day(
    statements_of: Find, sentence: str, cue: str, venue: str | None, said: str | None
) -> None:
    text = PEOPLE + sentence
    (statement,) = statements_of(text)
    assert (statement.cue.of(text), statement.venue, statement.said.text) == (cue, venue, said)


def test_role_and_side_come_with_the_speaker(statements_of: Find) -> None:
    (statement,) = statements_of(PEOPLE + "Berg said that Poland and NATO would train together.")
    assert statement.speaker_role is not None
    assert statement.speaker_role.endswith("Defence Minister")
    assert statement.speaker_side == "NOR"
    assert statement.countries == ("NATO", "POL")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It was the first time, the minister said, that Oslo had bought such guns.",
            "It was the first time Oslo had bought such guns",
        ),
        (
            "Talks began, the minister said, with a phone call from Riga.",
            "Talks began with a phone call from Riga",
        ),
        ("The guns are ready, the minister said, adding that crews are trained.", "The guns are ready"),
        ("The guns are ready, the minister said, who came by train.", "The guns are ready"),
    ],
)
def test_an_attribution_between_commas_breaks_a_sentence_only_where_it_goes_on(
    statements_of: Find, text: str, expected: str
) -> None:
    """What stood behind `…, he said,` was once lost, and once a clause about the speaker was taken for his words."""
    story = f"Defence Minister Ola Berg spoke in Oslo. {text}"
    first = statements_of(story)[0]
    assert " ".join(p.of(story) for p in first.parts) == expected


def test_a_body_with_its_acronym_before_the_verb_is_the_speaker(statements_of: Find) -> None:
    """The parse took `…, the agency (XYZ) confirmed` for an apposition, and the statement was lost."""
    text = (
        "A dozen new fighters will join the air force over the next five years under a contract with Korea Aerospace "
        "Industries (KAI), the Department of National Defense (DND) confirmed on Wednesday."
    )
    (found,) = statements_of(text)
    assert "Department of National Defense" in str(found.speaker)
