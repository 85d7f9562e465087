"""Stories of a line or two, read as the pipeline reads articles: what the tests of deals and of meetings share."""

from datetime import date

from pipelines.extraction.deals import find_deals
from pipelines.extraction.meetings import find_meetings
from pipelines.reading.document import Document, read
from pipelines.reading.nlp import pipeline
from pipelines.records import Article, DealRecord, MeetingRecord, Published

DEAL_DAY = date(2024, 6, 12)  # a Wednesday
MEETING_DAY = date(2024, 3, 14)  # a Thursday
HOST = "Norwegian Defence Minister Nils Haugen"
GUEST = "Finnish Defence Minister Aino Salmela"
BOTH = {"Nils Haugen", "Aino Salmela"}

#: Supplier, recipient, status and least number of the first goods of a deal.
Row = tuple[str, str, str, int | None]


def deals_in(text: str, **fields: str) -> list[DealRecord]:
    """The deals of a text that was published on 12 June 2024; `fields` are further columns of its article."""
    article = Article("art_0", "test", text, len(text), "0", published=on(DEAL_DAY), **fields)  # type: ignore[arg-type]
    return find_deals(_read(article))


def rows(text: str) -> set[Row]:
    """The deals of a text, each as a row."""
    return {
        (
            "+".join(d.supplier_countries),
            "+".join(d.recipient_countries),
            d.status,
            d.items[0].quantity_min if d.items else None,
        )
        for d in deals_in(text)
    }


def sides_in(text: str) -> list[tuple[str, str]]:
    """Suppliers and recipients of each deal of a text."""
    return [(" ".join(deal.supplier_countries), " ".join(deal.recipient_countries)) for deal in deals_in(text)]


def goods(deal: DealRecord) -> set[tuple[str | None, int | None]]:
    """Designation (or words) and least number of each item."""
    return {(item.system or item.system_text, item.quantity_min) for item in deal.items}


def meetings_in(
    text: str, *, caption: str = "", dateline: str | None = None, published: Published | None = None
) -> list[MeetingRecord]:
    """The meetings of a text that was published on 14 March 2024; a caption stands below the story."""
    article = Article(
        article_id="art_test",
        source="test.txt",
        text=f"{text}\n\n{caption}" if caption else text,
        story_end=len(text),
        content_sha256="0",
        dateline_place=dateline,
        published=published or on(MEETING_DAY),
    )
    return find_meetings(_read(article))


def only_meeting(text: str, *, caption: str = "", dateline: str | None = None) -> MeetingRecord:
    """The meeting of a text that tells one."""
    found = meetings_in(text, caption=caption, dateline=dateline)
    assert len(found) == 1, [(m.kind, m.sides, m.status) for m in found]
    return found[0]


def names(meeting: MeetingRecord) -> set[str | None]:
    """Who took part."""
    return {p.name for p in meeting.participants}


def on(day: date) -> Published:
    """Published on a day that stands in the heading."""
    return Published(day, day, "day", "header")


def _read(article: Article) -> Document:
    return read(article, pipeline()(article.text))
