import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.ingest.cleaning import clean
from pipelines.ingest.page import Page
from pipelines.records import Article, Rejected

LEAD = (
    "The defense ministers of Norway and South Korea met in Oslo on Tuesday and signed an agreement, a ministry said."
)
QUOTE = "“We look forward to a long partnership,” Minister Kim told reporters, adding that deliveries begin in 2027."
LAST = "The two countries have worked together since 2017, when Oslo ordered its first batch of howitzers."
STORY = "\n\n".join((LEAD, QUOTE, LAST))


def cleaned(text: str) -> Article:
    article = clean(Page(source="a.txt", text=text, content_sha256="0"))
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    "furniture",
    [
        "Link copied",
        "Advertisement",
        "Comments 1,243   Share this article",
        "Comments (0)",
        "We use cookies to improve your experience. ACCEPT ALL",
        "SHARE ON TWITTER   SHARE ON FACEBOOK   SUBSCRIBE: 1 euro the first month",
        "Subscribe to our newsletter to get the news in your inbox.",
        "newsdesk@example.com",
        "BY THE POLITICAL DESK",
        "By Jane Doe and John Smith",
        "By Staff Reporter (desk@example.com)",
        "Copyright ⓒ All rights reserved. Unauthorized reproduction and redistribution prohibited.",
        "(C) Example Corporation. All rights reserved.",
        "Translated by Jane Doe",
        "Reporting by Jane Doe; Editing by John Smith",
        "한국어 | 日本語 | 中文",
        "READ: Navy to get new frigates",
        "ALSO READ: Points table | Stocks fall",
        "Tags: defense, Norway",
        "-------------------",
        "Follow us and never miss an update!",
        "For more information, please contact press@example.gov.",
        "An official website of the United States Government   Here's how you know",
        "This story has not been edited and is auto-generated from a syndicated feed.",
        "CAIRO",
        "Looking to Tangible Results",
        "document.addEventListener('x', function(event) {\n\tjQuery(this).hide();\n});",
    ],
)
def test_page_furniture_is_no_part_of_the_story_wherever_it_stands(furniture: str) -> None:
    assert cleaned(f"{LEAD}\n\n{furniture}\n\n{QUOTE}\n\n{LAST}").text == STORY
    assert cleaned(f"{STORY}\n\n{furniture}").text == STORY


@pytest.mark.parametrize(
    "tail",
    [
        "MOST POPULAR\n1 Where to see cherry blossoms\n2 Gold hits a record: what next?",
        "Most Popular\n1. Navy's new frigate passes sea trial\n2. Ferry surfaces",
        "More in Diplomacy\n1 Omicron cases top 4,000\n2 Army swaps trucks",
        "RELATED\n▶ Why the show kept Korea up\n▶ $1 billion for an arena?",
        "(END)\n-\n(LEAD) N. Korea reports cases\n-\nShares up 6.4 pct at close",
        "Media contacts\nPrime Minister’s Office: (02) 0000 0000\nOther related releases\nNext steps | Rail | Send-off",
        "-30-",
        "// End //",
        "Related: Strike called off • Poland beat Serbia",
    ],
)
def test_what_hangs_on_a_list_of_other_stories_goes_with_it(tail: str) -> None:
    assert cleaned(f"{STORY}\n\n{tail}").text == STORY


def test_the_story_goes_on_after_a_list_in_its_middle() -> None:
    assert (
        cleaned(f"{LEAD}\n\nRelated articles\nNorway says no\nHow Krab got its name\n\n{QUOTE}\n\n{LAST}").text == STORY
    )


def test_a_list_of_headlines_above_the_headline_is_not_the_headline() -> None:
    article = cleaned(f"- Commissioner sits out\n- Rain: toll climbs to 13\n\nOslo and Seoul sign gun deal\n\n{STORY}")
    assert (article.title, article.text) == ("Oslo and Seoul sign gun deal", STORY)


@pytest.mark.parametrize(
    ("head", "title", "clue"),
    [
        (" date 2023-10-23 (LEAD) Oslo, Seoul sign gun deal", "Oslo, Seoul sign gun deal", (2023, 10, 23)),
        (" date 2023-05 Photo : YONHAP News", None, (2023, 5, None)),
        ("(2nd LD) Oslo, Seoul sign gun dealBy Yonhap", "Oslo, Seoul sign gun deal", None),
        ("Oslo signs gun deal. October. 29, 2022 07:30. by staff reporters.", "Oslo signs gun deal", (2022, 10, 29)),
        ("News Zone\n\nPress Release\n\nOslo and Seoul sign deal\nTalks go on", "Oslo and Seoul sign deal", None),
        ("Oslo and Seoul sign\ngun deal\n10 July 2023", "Oslo and Seoul sign gun deal", (2023, 7, 10)),
        ("Oslo, Seoul sign gun deal\nPublished : Mar 23, 2017 - 17:26", "Oslo, Seoul sign gun deal", (2017, 3, 23)),
        ("By: PTI | New Delhi | Updated: April 28, 2023 17:05 IST", None, (2023, 4, 28)),
        ("Oslo, Seoul sign gun deal\nAug. 5, 2025  (Mainichi Japan)", "Oslo, Seoul sign gun deal", (2025, 8, 5)),
        ("Oslo, Seoul sign gun deal\nTuesday, 5 August 2025, Oslo", "Oslo, Seoul sign gun deal", (2025, 8, 5)),
        ("Aug. 5, 2025 was a good day for Oslo", "Aug. 5, 2025 was a good day for Oslo", None),
        ("Will Oslo buy?", "Will Oslo buy?", None),
    ],
)  # fmt: skip
def test_the_lines_above_the_story_are_told_and_taken_off(
    head: str, title: str | None, clue: tuple[int, int, int | None] | None
) -> None:
    article = cleaned(f"{head}\n\n{STORY}")
    assert (article.title, article.text) == (title, STORY)
    assert [(found.year, found.month, found.day) for found in article.clues[:1]] == ([clue] if clue else [])


@pytest.mark.parametrize(
    ("line", "agencies", "publisher"),
    [
        ("(Yonhap)", ("Yonhap",), None),
        ("With AFP", ("AFP",), None),
        ("© Agence France-Presse", ("AFP",), None),
        ("WAM/TF/HB", ("WAM",), None),
        ("Photo : YONHAP News", ("Yonhap",), None),
        ("By Korea Herald", (), "The Korea Herald"),
        ("(weekender@heraldcorp.com)", (), "The Korea Herald"),
        ("Subscribe to Defense.gov Products", (), "U.S. Department of Defense"),
    ],
)
def test_a_credit_is_kept_though_its_line_goes(line: str, agencies: tuple[str, ...], publisher: str | None) -> None:
    article = cleaned(f"{STORY}\n\n{line}")
    assert (article.text, article.agencies, article.publisher) == (STORY, agencies, publisher)


def test_an_agency_that_the_story_only_quotes_is_not_credited() -> None:
    assert cleaned(f"{LEAD}\n\nAn official told Reuters that the Yonhap report was wrong.").agencies == ()


@pytest.mark.parametrize(
    "kept",
    [
        "Quotes attributable to Minister Kim:",
        "MINISTER KIM: Thank you.",
        "[Sound bite: Defense Minister Kim (May 2)]",
        "SOUNDBITE (English) Ola Lund, Minister",
        "In a short while, we shall see.",
        "□ The two sides agreed to meet at regular intervals.".removeprefix("□ "),
        "What stood out, in order of weight:",
    ],
)
def test_a_short_line_that_is_the_storys_stays(kept: str) -> None:
    assert cleaned(f"{LEAD}\n\n{kept}\n\n{LAST}").text == f"{LEAD}\n\n{kept}\n\n{LAST}"


def test_whose_words_a_release_is_stays_in_the_text() -> None:
    article = cleaned(
        f"Jane Doe MP\nMINISTER FOR DEFENCE\n\nMEDIA RELEASE  14 December 2011\n\nFIRST DIALOGUE HELD\n\n{LEAD}"
    )
    assert article.text == f"Jane Doe MP, MINISTER FOR DEFENCE\n\n{LEAD}"
    assert article.title == "FIRST DIALOGUE HELD"


def test_hard_wrapped_lines_become_paragraphs_and_headlines_stay_apart() -> None:
    article = cleaned(
        "Oslo buys more howitzers\n\n"
        "The defense ministers of Norway and South Korea met in Oslo\non Tuesday and signed an agreement on self-\n"
        "propelled artillery, a ministry said in a statement that\nit gave out.\n\n"
        "The two countries have worked together since 2017, when the\nfirst batch was ordered."
    )
    assert article.title == "Oslo buys more howitzers"
    assert article.text == (
        "The defense ministers of Norway and South Korea met in Oslo on Tuesday and signed an agreement on "
        "self-propelled artillery, a ministry said in a statement that it gave out.\n\n"
        "The two countries have worked together since 2017, when the first batch was ordered."
    )


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("The ministry said.Lee agreed.", "The ministry said. Lee agreed."),
        ("It began in 2015.In return, he left.", "It began in 2015. In return, he left."),
        ("“Yes,” he said.“No,” she said.", "“Yes,” he said. “No,” she said."),
        ('He said "Yes."Lee did not.', 'He said "Yes." Lee did not.'),
        ('He did not.Lee said.', "He did not. Lee said."),
        ("The U.S. Army paid 3.5 million, Defense.gov and yna.co.kr told J.K. Lee.",) * 2,
        ("TÃ¼rkiye&#8217;s minister met AT&amp;T.", "Türkiye’s minister met AT&T."),
        ("He paid 14\xa0billion\u2009euros\u200b.", "He paid 14 billion euros."),
        ("“Curly” and ‘single’ stay.",) * 2,
    ],
)  # fmt: skip
def test_characters_are_as_their_writer_meant_them(printed: str, meant: str) -> None:
    assert cleaned(printed).text == meant


@pytest.mark.parametrize("text", ["", "  \n ", "12345 --- 678", "(END)"])
def test_a_page_without_words_of_a_story_is_refused_with_its_reason(text: str) -> None:
    refused = clean(Page(source="a.txt", text=text, content_sha256="0"))
    assert isinstance(refused, Rejected)
    assert refused.reason


@given(
    st.lists(
        st.sampled_from([LEAD, QUOTE, LAST, "READ: more", "MOST READ", "1 A list", "CAIRO", "(Yonhap)", "Oslo deal"])
    )
)
def test_cleaning_what_is_clean_changes_nothing(lines: list[str]) -> None:
    once = clean(Page(source="a.txt", text="\n\n".join(lines), content_sha256="0"))
    if isinstance(once, Article) and "." in once.text:
        assert cleaned(once.text).text == once.text


@given(st.text())
def test_any_text_is_cleaned_or_refused(text: str) -> None:
    result = clean(Page(source="a.txt", text=text, content_sha256="0"))
    assert isinstance(result, Rejected) or 0 <= result.story_end <= len(result.text)
