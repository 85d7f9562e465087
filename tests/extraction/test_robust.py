"""No text makes the chain raise, and all that it returns is verbatim: wild bytes from ingest through all extractors."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.extraction.deals import find_deals
from pipelines.extraction.meetings import find_meetings
from pipelines.extraction.statements import find_statements
from pipelines.ingest import ingest_folder
from pipelines.reading.document import Document, read
from pipelines.reading.nlp import pipeline
from pipelines.reading.publication import date_article
from pipelines.reading.scope import in_scope
from pipelines.records import Article, Rejected, Span

#: Pieces that, in any order, make news with everything wrong about it: marks, names, deals, meetings, dates, figures.
PIECES = (
    *('"', "“", "”", "‘", "’", "'", "«", "»", "„", "″", "(", ")", "[", "—", "…", ", ", ". ", "? ", ": ", "\n\n", "\n"),
    *(" said ", " told reporters ", "according to ", "was quoted as saying", "adding ", "in his words", "statement"),
    *("made it clear that ", "was told that ", "As ", "who ", "whose ", " - ", "as having warned ", "in the view of "),
    *("Kim Min-ho", "Defence Minister Anna Berg", "the ministry", "he ", "I ", "that ", " and ", "the guns will come"),
    *(
        " met ",
        " signed a contract with ",
        " talks ",
        " visited ",
        " will buy ",
        " ordered ",
        "the two ministers",
        "both ",
    ),
    *("24 K9 howitzers", "two dozen ", "$", "1.2 billion euros", "worth ", "Poland", "Seoul", "NATO", "KAI", "Hanwha "),
    *("on Monday", "in May", "last year", "Feb. 30", "2025-13-45", "99/99/9999", "between ", "up to ", "0", "-1", "½"),
    *("MR PRICE: ", "QUESTION: ", "Quotes attributable to Anna Berg:\n\n", "in Oslo on Monday", "(Yonhap) -- ", "□ "),
    *("국방부", "министр", "السفير", "\u200b", "\ufeff", "\x00", "\x1f", "🙂", "\u2028", "\r", "\t", "<b>", "&amp;"),
)


def annotated(article: Article) -> Document:
    return read(article, pipeline()(article.text))


def check(article: Article) -> None:
    """All extractors run, and each span that they return is one of the text."""
    document = annotated(article)
    in_scope(document)
    statements = find_statements(document)
    rows = [m.evidence for m in find_meetings(document)] + [d.evidence for d in find_deals(document)]
    evidence: list[Span] = [span for spans in rows for span in spans]
    parts = sorted(p for s in statements for p in s.parts)
    text = article.text
    assert all(s.parts and s.cue.of(text).strip() for s in statements)
    assert all(rows)
    assert all(0 <= span.start < span.end <= len(text) for span in (*evidence, *parts))
    assert all(p.of(text).strip() == p.of(text) for p in parts)
    assert all(one.end <= other.start for one, other in pairwise(parts))


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes, str], list[Article | Rejected]]:
    folder: Path = tmp_path_factory.mktemp("wild")

    def run(content: bytes, suffix: str) -> list[Article | Rejected]:
        for old in folder.iterdir():
            old.unlink()
        (folder / f"wild{suffix}").write_bytes(content)
        return list(ingest_folder(folder))

    return run


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_news_with_broken_marks_never_raises(text: str) -> None:
    check(Article("art_0", "fuzz", text, len(text), ""))


@settings(max_examples=30)
@given(st.text(max_size=120))
def test_any_characters_never_raise(text: str) -> None:
    check(Article("art_0", "fuzz", text, len(text), ""))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(st.sampled_from(PIECES), min_size=10, max_size=80),
    suffix=st.sampled_from((".txt", ".html")),
    junk=st.binary(max_size=6),
)
def test_the_whole_chain_takes_any_file(
    ingested: Callable[[bytes, str], list[Article | Rejected]], words: list[str], suffix: str, junk: bytes
) -> None:
    found = ingested("".join(words).encode() + junk, suffix)
    assert len(found) == 1
    for article in found:
        if isinstance(article, Article):
            check(date_article(article))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        '"' * 500,
        "Kim Min-ho said " * 200 + "the guns will come.",
        '"The guns will come, ' + "and come, " * 1500 + '" Kim Min-ho said.',
        "said said said. According to. According to",
        "MR PRICE: ",
        "Quotes attributable to Anna Berg:",
        "국방부 장관은 “포가 5월에 온다”고 말했다.",
        "Poland ordered 24 K9 howitzers " * 200,
        "Kim Min-ho met Anna Berg and " * 200,
        "(" * 300 + "K9" + ")" * 300,
        'Quotes attributable to Anna Berg:\n\n"No guns will come this year," Anna Berg said.',
    ],
    ids=[
        *("empty", "blank", "marks", "cues", "huge", "bare cues", "bare label", "bare heading", "Korean"),
        *("deals", "meetings", "brackets", "headed and said"),
    ],
)
def test_odd_texts_never_raise(text: str) -> None:
    check(Article("art_0", "odd", text, len(text), ""))
