from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.ingest.decoding import UndecodableError, decode

REPORT = "The minister said “yes” — and no more. " * 3
ACCENTED = "El ministro de defensa visitó España; la señora Müller, de Zürich, no. " * 3
POLISH = "Minister Błaszczak powiedział, że umowa zostanie podpisana w Stalowej Woli. " * 5
KOREAN = "한국과 노르웨이는 화요일 오슬로에서 회담을 열고 협력을 강화하기로 했다. " * 5


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (REPORT, "utf-8"),
        (REPORT, "utf-8-sig"),
        (REPORT, "utf-16"),
        (REPORT, "utf-16-le"),
        (REPORT, "utf-16-be"),
        (REPORT, "utf-32"),
        (REPORT, "cp1252"),
        (ACCENTED, "latin-1"),
        (ACCENTED, "cp1252"),
        (POLISH, "cp1250"),
        (KOREAN, "utf-8"),
        (KOREAN, "utf-16"),
        (KOREAN, "euc-kr"),
    ],
)
def test_no_encoding_of_a_newsroom_garbles_its_text(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_file_cut_within_a_character_loses_that_character_only() -> None:
    assert decode("Güler met Görgü".encode()[:-1]) == "Güler met Görg"


def test_a_pasted_windows_quote_does_not_turn_the_whole_file_into_mojibake() -> None:
    assert decode("Türkiye’s Güler said ".encode() + b"\x93yes\x94") == "Türkiye’s Güler said “yes”"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01", bytes(range(256)) * 4])
def test_a_picture_named_txt_is_no_article(data: bytes) -> None:
    with pytest.raises(UndecodableError):
        decode(data)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])).map(lambda text: f"Seoul {text}"))
def test_any_utf_8_text_comes_through_unchanged(text: str) -> None:
    assert decode(text.encode()) == text


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with suppress(UndecodableError):
        assert isinstance(decode(data), str)
