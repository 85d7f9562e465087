import pytest

from pipelines.ingest.cleaning import clean
from pipelines.ingest.page import Page
from pipelines.records import Article

LEAD = "Norway and South Korea agreed to hold talks on artillery, the defense ministry in Oslo said on Tuesday."
LAST = "The two countries have worked together since 2017, when Oslo ordered its first howitzers."


def cleaned(text: str) -> Article:
    article = clean(Page(source="a.txt", text=text, content_sha256="0"))
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    ("bare", "credit", "agencies"),
    [
        ("Kim and Hansen hold talks in Oslo on Tuesday.", " (Yonhap)", ("Yonhap",)),
        ("Kim, left, and Hansen at the palace on Tuesday.", " [YONHAP]", ("Yonhap",)),
        ("Kim (third from left) and others join hands for a photo in Oslo, Friday.", " (Defense Ministry)", ()),
        ("Minister Kim (L) and his host at the fair.", " Photo: AFP", ("AFP",)),
        ("Kim and Hansen shake hands in Oslo on Monday.", " [JOINT PRESS CORPS]", ()),
        ("Kim and Hansen, from right, before their talks.", " (Pool photo via Yonhap)", ("Yonhap",)),
        ("A howitzer crosses a river during a drill.", " (Hanwha Defense)", ()),
        ("This photo, given out by a ministry, shows a signing.", " (PHOTO NOT FOR SALE) (Yonhap)", ("Yonhap",)),
    ],
)
def test_captions_stand_once_after_the_story_without_their_credit(
    bare: str, credit: str, agencies: tuple[str, ...]
) -> None:
    caption = bare + credit
    above, within = f"{caption}\n\n{LEAD}\n\n{LAST}", f"{LEAD}\n\n{caption}\n\n{LAST}"
    for text in (above, within, within.replace(caption, f"{caption}\n{caption}")):
        article = cleaned(text)
        assert article.text[: article.story_end] == f"{LEAD}\n\n{LAST}"
        assert article.text[article.story_end :] == f"\n\n{bare}"
        assert article.agencies == agencies


@pytest.mark.parametrize("label", ["(Photo) ", "[Photo] ", "▲ ", "FILE PHOTO: "])
def test_a_line_that_calls_itself_a_picture_is_a_caption(label: str) -> None:
    article = cleaned(f"{LEAD}\n\n{LAST} // End //\n\n • {label}Kim and Hansen pose ahead of their meeting")
    assert article.text[article.story_end :] == "\n\nKim and Hansen pose ahead of their meeting"


def test_the_agency_behind_the_last_paragraph_does_not_make_it_a_caption() -> None:
    article = cleaned(f"{LEAD}\n\n{LAST} (Yonhap)")
    assert (article.text, article.story_end) == (f"{LEAD}\n\n{LAST}", len(article.text))
    assert article.agencies == ("Yonhap",)


@pytest.mark.parametrize(
    "paragraph",
    [
        "President Lee arrives in Oslo on Monday for talks with the prime minister, his office said.",
        "The center-left party (and its allies) holds talks on the budget this week.",
        "Thank you all very much for coming here today. (Laughter.)",
        "The army holds drills in May (Operation North) and signs the papers in June.",
    ],
)
def test_a_paragraph_in_the_present_tense_is_no_caption(paragraph: str) -> None:
    article = cleaned(f"{paragraph}\n\n{LAST}")
    assert article.story_end == len(article.text)


def test_a_story_paragraph_printed_twice_stands_once_in_its_place() -> None:
    assert cleaned(f"{LEAD}\n\n{LAST}\n\n{LEAD}").text == f"{LEAD}\n\n{LAST}"
