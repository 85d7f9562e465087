import gzip
import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.ingest import ingest_folder
from pipelines.ingest.sources import LARGEST_ARTICLE
from pipelines.records import Article, Rejected

STORY = (
    "The defense ministers of {0} and South Korea met in {1} on Tuesday and signed an agreement on artillery.\n\n"
    "“We look forward to a long partnership with {0},” the minister told reporters in {1} after the ceremony.\n\n"
    "The two countries have worked together since 2017, when {0} ordered its first batch of howitzers from Seoul."
)
NORWAY, POLAND = STORY.format("Norway", "Oslo"), STORY.format("Poland", "Warsaw")
URL = "https://news.example/2024/07/03/a"
MARKED_UP = f"<p>{NORWAY.replace(chr(10) * 2, '</p><p>')}</p>"
HTML = f"""<html><head><title>Oslo deal - Example Times</title><meta property="og:site_name" content="Example Times">
<meta property="article:published_time" content="2024-07-03T10:00:00Z"><link rel="canonical" href="https://example.org/deal">
</head><body><nav><a href="/">Home</a></nav><article><h1>Oslo deal</h1>
{MARKED_UP}</article><footer>© Example</footer></body></html>"""


def articles(folder: Path) -> list[Article]:
    return [item for item in ingest_folder(folder) if isinstance(item, Article)]


def refusals(folder: Path) -> dict[str, str]:
    return {item.source: item.check for item in ingest_folder(folder) if isinstance(item, Rejected)}


def test_files_come_in_order_of_path_whatever_the_disk_says(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a.txt", "a/b/c.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name} tells a story of its own about {name * 9}.")
    assert [item.source for item in ingest_folder(tmp_path)] == ["a/b/c.txt", "a/z.txt", "a.txt", "b.txt"]


def test_hidden_files_and_files_of_other_kinds_are_passed_over(tmp_path: Path) -> None:
    for name in ("README.md", "LICENSE", "index.csv", ".hidden.txt", ".git/a.txt", "photo.jpg"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(NORWAY)
    assert list(ingest_folder(tmp_path)) == []


def test_a_missing_folder_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError, match="nowhere"):
        list(ingest_folder(tmp_path / "nowhere"))


def test_every_format_gives_the_same_story_packed_or_not(tmp_path: Path) -> None:
    record = json.dumps({"title": "Oslo deal", "body": NORWAY})
    written = {"a.txt": NORWAY, "a.html": HTML, "a.json": record, "a.jsonl": record + "\n"}
    for name, text in written.items():
        for folder, data in (("plain", text.encode()), ("packed", gzip.compress(text.encode(), mtime=0))):
            path = tmp_path / f"{folder}-{name}" / (name + (".gz" if folder == "packed" else ""))
            path.parent.mkdir()
            path.write_bytes(data)
            (article,) = articles(path.parent)
            assert article.text == NORWAY
            assert article.source.split("#")[0] == path.name


def test_what_html_tells_about_itself_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(HTML)
    (article,) = articles(tmp_path)
    assert (article.title, article.publisher, article.url) == ("Oslo deal", "Example Times", "https://example.org/deal")
    assert [(clue.basis, clue.year, clue.month, clue.day) for clue in article.clues] == [("metadata", 2024, 7, 3)]


@pytest.mark.parametrize(
    "record",
    [
        {"headline": "Oslo deal", "text": NORWAY, "link": URL, "published_at": "2024-07-03"},
        {"title": "Oslo deal", "content": NORWAY, "url": URL, "date": 1720000000},
        {
            "title": "Oslo deal",
            "body": MARKED_UP,
            "url": URL,
            "date": "Wed, 03 Jul 2024 10:00:00 GMT",
            "source": {"id": 1},
        },
    ],
)
def test_the_usual_keys_of_json_are_known(tmp_path: Path, record: dict[str, object]) -> None:
    (tmp_path / "a.json").write_text(json.dumps([record]))
    (article,) = articles(tmp_path)
    assert (article.source, article.title, article.text) == ("a.json#1", "Oslo deal", NORWAY)
    assert [(clue.basis, clue.year, clue.month, clue.day) for clue in article.clues] == [
        ("metadata", 2024, 7, 3),
        ("url", 2024, 7, 3),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_one_bad_record_does_not_lose_the_others(tmp_path: Path, encoding: str) -> None:
    lines = [
        json.dumps({"text": NORWAY}, ensure_ascii=False),
        "{broken",
        "[1]",
        '{"title": "x"}',
        json.dumps({"text": POLAND}),
    ]
    (tmp_path / "a.jsonl").write_bytes("\n".join(lines).encode(encoding))
    assert [article.source for article in articles(tmp_path)] == ["a.jsonl#1", "a.jsonl#5"]
    assert refusals(tmp_path) == {
        "a.jsonl#2": "malformed_json",
        "a.jsonl#3": "malformed_record",
        "a.jsonl#4": "no_text",
    }


@pytest.mark.parametrize(
    ("name", "data", "check"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"1234 5678 --- \n", "no_letters"),
        ("a.txt", b"word " * (LARGEST_ARTICLE // 5 + 1), "too_large"),
        ("a.txt", bytes(range(256)) * 9, "undecodable"),
        ("a.txt.gz", b"not packed", "unreadable"),
        ("a.txt.gz", gzip.compress(b"cut off in transit" * 99, mtime=0)[:-20], "unreadable"),
        ("a.json", b"[]", "empty"),
        ("a.json", b"{", "malformed_json"),
        ("a.jsonl", b"\n\n", "empty"),
        ("a.html", b"<html><body></body></html>", "no_letters"),
    ],
)
def test_a_file_that_is_no_article_is_refused_with_its_reason(
    tmp_path: Path, name: str, data: bytes, check: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (refused,) = ingest_folder(tmp_path)
    assert isinstance(refused, Rejected)
    assert (refused.source, refused.stage, refused.check) == (name, "ingest", check)
    assert refused.reason


def test_of_copies_the_one_that_tells_most_is_kept_and_the_others_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NORWAY)
    (tmp_path / "b.json").write_text(json.dumps({"title": "Oslo deal", "url": "https://news.example", "text": NORWAY}))
    (tmp_path / "c.txt").write_text(f"Oslo deal\n\n{NORWAY} (Yonhap)\n\nMOST READ\n1 Something else")
    (tmp_path / "d.txt").write_text(POLAND + " It is another deal, and another country, to which all this applies.")
    assert [article.source for article in articles(tmp_path)] == ["b.json", "d.txt"]
    assert refusals(tmp_path) == {"a.txt": "duplicate", "c.txt": "duplicate"}


def test_two_reports_of_one_event_are_two_articles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NORWAY)
    (tmp_path / "b.txt").write_text(
        "Seoul and Oslo have put their names to an artillery agreement, officials said after ministers met.\n\n"
        "“We look forward to a long partnership with Norway,” the minister told reporters in Oslo after the ceremony."
    )
    assert len(articles(tmp_path)) == 2


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.json", "a.txt.gz", "a.htm"]))
def test_any_file_gives_exactly_one_article_or_refusal(data: bytes, name: str) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(data)
        assert len(list(ingest_folder(Path(folder)))) == 1
