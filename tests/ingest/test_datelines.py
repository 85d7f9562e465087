import pytest

from pipelines.ingest.datelines import dateline_of, opening_place_of

STORY = "South Korea and Norway agreed to talk."


@pytest.mark.parametrize(
    ("dateline", "place", "credit", "day"),
    [
        ("SEOUL, May 30 (Yonhap) -- ", "SEOUL", "Yonhap", (None, 5, 30)),
        ("TOKYO, July 18, 2024 — ", "TOKYO", None, (2024, 7, 18)),
        ("SEOUL, Oct. 28 -- ", "SEOUL", None, (None, 10, 28)),
        ("SEOUL/NAGOYA, Nov. 22 — ", "SEOUL/NAGOYA", None, (None, 11, 22)),
        ("New Delhi, April 28 (PTI) ", "New Delhi", "PTI", (None, 4, 28)),
        ("New Delhi [India], March 5 (ANI): ", "New Delhi [India]", "ANI", (None, 3, 5)),
        ("ABU DHABI, 23rd February, 2021 (WAM) -- ", "ABU DHABI", "WAM", (2021, 2, 23)),
        ("MOSCOW, June 5. /TASS/. ", "MOSCOW", "TASS", (None, 6, 5)),
        ("Tokyo, Nov. 1 (Jiji Press)--", "Tokyo", "Jiji Press", (None, 11, 1)),
        ("INOWROCLAW, Poland (AFP) – ", "INOWROCLAW, Poland", "AFP", None),
        ("LANGKAWI, Malaysia — ", "LANGKAWI, Malaysia", None, None),
        ("HO CHI MINH CITY — ", "HO CHI MINH CITY", None, None),
        ("BUSAN - ", "BUSAN", None, None),
        ("NEW DELHI: ", "NEW DELHI", None, None),
        ("Warsaw, Poland – ", "Warsaw, Poland", None, None),
        ("(CNN) — ", None, "CNN", None),
        ("PANO - ", None, "PANO", None),
        ("By Lee Min-ho SEOUL, May 2 (Yonhap) -- ", "SEOUL", "Yonhap", (None, 5, 2)),
    ],
)
def test_a_dateline_is_taken_off_and_told(
    dateline: str, place: str | None, credit: str | None, day: tuple[int | None, int, int] | None
) -> None:
    read = dateline_of(dateline + STORY)
    assert read is not None
    assert (read.rest, read.place, read.credit) == (STORY, place, credit)
    assert (read.date and (read.date.year, read.date.month, read.date.day)) == day


@pytest.mark.parametrize(
    "paragraph",
    [
        "KAI — Korea Aerospace Industries — said it won.",
        "NATO - Russia talks failed.",
        "“Yes,” he said.",
        "Lee (Yonhap) Min-ho said.",
        "The K9 - Korea's howitzer - won.",
        "SECRETARY JONES: Good afternoon, everyone.",
        "South Korea, May 30 (Monday) Said no one.",
    ],
)
def test_the_first_words_of_a_sentence_are_no_dateline(paragraph: str) -> None:
    assert dateline_of(paragraph) is None


def test_a_town_and_a_full_stop_open_a_story_but_a_word_of_comment_does_not() -> None:
    read = opening_place_of("Jakarta. " + STORY)
    assert read is not None
    assert (read.place, read.rest) == ("Jakarta", STORY)
    assert opening_place_of("Impossible. " + STORY) is None
