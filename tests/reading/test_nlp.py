"""Sentences end where paragraphs do and not after a rank; no text makes the reading raise."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.reading.document import Document, read
from pipelines.reading.nlp import pipeline
from pipelines.reading.scope import in_scope
from pipelines.records import Article

Reading = Callable[..., Document]

#: Pieces that news is made of, and some that it is not.
PIECES = st.sampled_from(
    [
        *("Kim", "Kim Min-jun", "Hanwha", "bin", "Al", "Poland", "Seoul", "Norway’s", "68", "국방부", "İ", "😀"),
        *("the minister", "ministers", "counterpart", "chief of", "who heads", "former", "the former", "Gen."),
        *("the two", "his", "her", "they", "it", "’s", "of", "and", "said", "met", ", the"),
        *(",", ".", "“", "”", "(", ")", "—", "\n\n", "\u200b", "\x07"),
    ]
)


def _read_all_there_is(text: str) -> None:
    article = Article("art_test", "test.txt", text, len(text), "0" * 64)
    document = read(article, pipeline()(text))
    for token in document.doc:
        actor = document.actors.actor(token)
        assert actor is None or actor.span.end <= len(text)
    for person in document.people:
        assert person.mentions
        assert all(mention.of(text) for mention in person.mentions)
    in_scope(document)


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_no_jumble_of_news_makes_it_raise(text: str) -> None:
    _read_all_there_is(text)


@settings(max_examples=40)
@given(st.text(max_size=200))
def test_no_text_makes_it_raise(text: str) -> None:
    _read_all_there_is(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "\x00\x1f",
        "he",
        "the former",
        "국방부 장관이 회담을 열었다.",
        "وزير الدفاع",
        "Kim " * 3000,
        "," * 2000,
    ],
    ids=["empty", "blank", "paragraphs", "control", "pronoun", "former", "korean", "arabic", "huge", "commas"],
)
def test_texts_without_sentences_are_read(text: str) -> None:
    _read_all_there_is(text)


@pytest.mark.parametrize("rank", ["Gen.", "Brig. Gen.", "Lt. Col.", "Dr.", "Rep.", "Vice Adm."])
def test_a_sentence_does_not_end_after_a_rank(reading: Reading, rank: str) -> None:
    assert len(list(reading(f"On Monday, he met {rank} Jan Kos in Oslo.").sentences())) == 1


def test_a_paragraph_starts_a_sentence(reading: Reading) -> None:
    sentences = [sentence.text.strip() for sentence in reading("Talks in Oslo\n\nThe ministers met").sentences()]
    assert sentences == ["Talks in Oslo", "The ministers met"]


def test_a_verb_of_doing_together_is_one_word() -> None:
    tokens = [token.text for token in pipeline()("They co-chaired the talks and will co-host a well-known fair.")]
    assert {"co-chaired", "co-host", "well"} <= set(tokens)


@pytest.mark.parametrize(
    ("sentence", "lemma"),
    [("Oslo hopes to sell its jets.", "hope"), ("The talks were slated for May.", "slate"), ("They dined.", "dine")],
)
def test_a_verb_is_not_taken_for_a_shorter_one(sentence: str, lemma: str) -> None:
    assert lemma in {token.lemma_ for token in pipeline()(sentence)}
