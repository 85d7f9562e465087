"""What stands above the story: headline, sub-headline, section, byline, date line, place, author of a release.

Not here: furniture that may stand anywhere (`noise.py`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipelines.ingest.credits import is_agency
from pipelines.ingest.datelines import dateline_of, is_known_place
from pipelines.ingest.dates import PrintedDate, dates_in
from pipelines.ingest.lines import Line
from pipelines.ingest.noise import is_time_of_day
from pipelines.records import DateClue

LONGEST_HEADLINE = 30
"""Words. What is longer, and no sentence, is a paragraph that lost its full stop."""
LONGEST_LABEL = 4
"""Words beside a date that are a label or a place, not a headline."""

_ARCHIVE_DATE = re.compile(r"^date:? (?P<date>\d{4}(?:-\d\d){0,2})(?:\s+|$)", re.IGNORECASE)
_FIELD = re.compile(
    r"^(?P<name>title|headline|url|link|source|publisher|date|published|author|by)\s?:\s(?P<value>\S.*)$", re.I
)
_WIRE_TAG = re.compile(
    r"^\s*[(\[](?:LEAD|URGENT|UPDATE|UPDATED|Photo|PHOTO|\d(?:st|nd|rd|th) LD|News Focus|Yonhap \w+)[)\]]\s*", re.I
)
_GLUED_BYLINE = re.compile(r"(?<=[a-z0-9”’'\"!?.)])(?P<byline>By (?:[A-Z][\w.'’-]+ ?){1,4})$")
_TRAILING_BYLINE = re.compile(
    r"(?<=[.:\d]) (?P<byline>by (?:staff reporters?|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3})(?: ?/ ?[a-z ]{4,30})?)\.?$"
)
_SECTION = re.compile(
    r"(?:news zone|news|latest news|breaking news|(?:joint |official )?(?:press|media|news) (?:release|statement|room)"
    r"|press statement|readout|release|immediate release|for immediate release|politics|national|world|international"
    r"|diplomacy|defen[cs]e|military|business|economy|korea|asia|europe|middle east|opinion|editorial|security|speeches"
    r"|transcripts?|statements?|features?|north korea|home|exclusive|analysis|briefings?)",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:prime minister|minister|secretary|president|spokes(?:person|man|woman)|ambassador|chancellor|commissioner"
    r"|undersecretary|chief of (?:staff|defen[cs]e)|chairman|chairperson|director(?:-| )general|MP|MdB|MEP)\b",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?:the )?(?:rt\.? )?hon\b\.?.*|[A-Z][\w.'’-]+(?: [\w.'’-]+){1,4} (?:MP|MEP|Senator)(?:,.*)?", re.I
)
_NAME_AND_OFFICE = re.compile(r"(?:Dr\. |Gen\. |Adm\. )?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,4}, (?P<office>.+)")
_OFFICE_ONLY = re.compile(
    r"(?:deputy |acting |first )?(?:minister|secretary|under ?secretary|chief|president|governor)\b.{0,50}", re.I
)
_BODY_ONLY = re.compile(
    r"(?:office|ministry|department|embassy|bureau|mission|permanent mission) (?:of|for) (?:the )?.{2,60}", re.I
)
_PLACE = re.compile(
    r"[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){0,2}(?:, (?:[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){0,2}|D\.?C\.?))"
)
_BESIDE_DATES = " ,/|-–—·•()[]:"
_CAPITALS_PLACE = re.compile(r"[A-ZÀ-Þ]{3,}(?:[ /-][A-ZÀ-Þ]{2,}){0,2}")


@dataclass(slots=True)
class Heading:
    """What the lines above the story tell.

    `authors` say whose words a release is: they stay in the text, because its `I` and `the Minister` refer to them.
    """

    title: str | None = None
    place: str | None = None
    url: str | None = None
    authors: list[str] = field(default_factory=list)
    clues: list[DateClue] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)


def part_archive_header(lines: Sequence[Line]) -> tuple[Heading, list[Line]]:
    """What an archive wrote over the page (`date 2023-10-23`, `URL: …`), and the lines below it."""
    heading = Heading()
    left = list(lines)
    while left:
        if stamp := _ARCHIVE_DATE.match(left[0].text):
            heading.clues.extend(date.clue("header", stamp.group().strip()) for date in dates_in(stamp.group("date")))
            if rest := left[0].text[stamp.end() :]:
                left[0] = left[0].with_text(rest)
                break
        elif told := _FIELD.match(left[0].text):
            _take_field(told.group("name").lower(), told.group("value"), heading)
        else:
            break
        left.pop(0)
    return heading, left


def part_heading(lines: Sequence[Line], heading: Heading) -> list[Line]:
    """The lines from the story's first on; what those above it tell is added to the heading.

    Where no line reads as a story, all of them are it: nothing is lost.
    """
    start = next((index for index in range(len(lines)) if _opens_story(lines, index)), None)
    if start is None:
        return list(lines)
    candidates: list[Line] = []
    for line in lines[:start]:
        candidates.extend(_told(line, heading))
    heading.title = heading.title or _headline(candidates)
    heading.place = heading.place or next((line.text for line in candidates[1:] if _is_place(line.text)), None)
    return list(lines[start:])


def untagged(title: str) -> str:
    """A headline without the wire's marks: `(LEAD)`, `(2nd LD)`."""
    bare = _WIRE_TAG.sub("", title)
    return bare if bare == title else untagged(bare)


def _take_field(name: str, value: str, heading: Heading) -> None:
    if name in {"title", "headline"}:
        heading.title = value
    elif name in {"url", "link"}:
        heading.url = value
    elif name in {"date", "published"}:
        heading.clues.extend(date.clue("header", value) for date in dates_in(value)[:1])
    else:
        heading.credits.append(value)
        heading.clues.extend(date.clue("header", value) for date in dates_in(value)[:1])


def _opens_story(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if _date_line(_without_byline(line.text)[0]) or _is_author(line.text):
        return False
    dateline = dateline_of(line.text)
    if line.is_turn or (dateline and (dateline.date or dateline.credit) and line.words > LONGEST_LABEL + 2):
        return True
    if line.words > (LONGEST_HEADLINE // 2 if line.holds_sentence else LONGEST_HEADLINE):
        return True
    asks = index == 0 and line.text.endswith(("?", "!")) and len(lines) > 1
    return line.is_sentence and not asks


def _told(line: Line, heading: Heading) -> list[Line]:
    """Reads one line above the story; gives back what may be a headline."""
    text, byline = _without_byline(line.text)
    heading.credits.extend([byline] if byline else [])
    if dated := _date_line(text):
        date, beside, label = dated
        heading.credits.extend([label] if label else [])
        heading.clues.append(date.clue("header", text if len(beside.split()) <= LONGEST_LABEL else text[date.start :]))
        if beside and not _SECTION.fullmatch(beside) and (_is_place(beside) or is_known_place(beside)):
            heading.place = heading.place or beside
            return []
        text = beside
    if not text or _SECTION.fullmatch(text):
        return []
    agency, _, place = text.partition(", ")
    if place and is_agency(agency):
        heading.credits.append(agency)
        heading.place = heading.place or place
        return []
    if _is_author(text) or (_OFFICE_ONLY.fullmatch(text) and heading.authors and "," not in heading.authors[-1]):
        _add_author(text, heading)
        return []
    if _BODY_ONLY.fullmatch(text):
        heading.credits.append(text)
        return []
    return [line.with_text(text)]


def _without_byline(text: str) -> tuple[str, str | None]:
    """A line without the byline that stands glued to it, and the byline."""
    for pattern in (_GLUED_BYLINE, _TRAILING_BYLINE):
        if found := pattern.search(text):
            return text[: found.start()].rstrip(), found.group("byline")
    return text, None


def _add_author(text: str, heading: Heading) -> None:
    """A name on one line and the office on the next are one author."""
    if _OFFICE_ONLY.fullmatch(text) and heading.authors and "," not in heading.authors[-1]:
        heading.authors[-1] += f", {text}"
    else:
        heading.authors.append(text)
    heading.credits.append(text)


def _is_author(text: str) -> bool:
    named = _NAME_AND_OFFICE.fullmatch(text)
    return bool(
        _AUTHOR.fullmatch(text) or (named and _OFFICE.search(named.group("office")) and len(text.split()) <= 12)
    )


def _date_line(text: str) -> tuple[PrintedDate, str, str] | None:
    """The date of a line that is there to date the page, what the line says before it, and a label behind it.

    A date with an hour dates the page whatever stands before it; a bare date does where only a label is beside it.
    """
    dates = dates_in(text)
    if not dates:
        return None
    date = dates[0]
    before, after = text[: date.start].strip(_BESIDE_DATES), text[date.end :]
    before = re.sub(
        r"[\s,/|]*\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?$", "", before, flags=re.I
    )
    if not is_time_of_day(after):
        label = after.strip(_BESIDE_DATES)
        return (date, "", label) if date.year and date.day and not before and _is_label(label) else None
    timed = bool(re.search(r"\d[:.]\d\d", after))
    if timed or len(before.split()) <= LONGEST_LABEL:
        return date, before.strip(" /|").removesuffix(".") if timed else before, ""
    return None


def _is_label(text: str) -> bool:
    """Whether words behind a date only label it: an outlet, a place, the number of a release."""
    return len(text.split()) <= LONGEST_LABEL and text[:1].isupper() and not text.endswith((".", "!", "?"))


def _headline(candidates: Sequence[Line]) -> str | None:
    """The headline among the lines above the story, with its second line where it runs over two.

    A line of few words before a longer one is a section's name; a line after the headline is a sub-headline; a list is
    of other stories.
    """
    candidates = [line for line in candidates if not line.bullet]
    if not candidates:
        return None
    first = next((index for index, line in enumerate(candidates) if line.words >= 4), 0)
    title = candidates[first].text
    for line in candidates[first + 1 :]:
        runs_on = not line.gap and (
            (title.isupper() and line.text.isupper()) or line.text[0].islower() or title[-1] in ",–—-"
        )
        if not runs_on:
            break
        title = f"{title} {line.text}"
    return untagged(title)


def _is_place(text: str) -> bool:
    return bool(_PLACE.fullmatch(text) or _CAPITALS_PLACE.fullmatch(text))
