"""A page to a clean article: the order in which all that is not the story is taken off, and what it tells is gathered.

Not here: how each is known (`noise.py`, `captions.py`, `heading.py`, `datelines.py`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import py3langid

from pipelines.ingest.captions import without_captions
from pipelines.ingest.characters import mended, with_sentences_apart
from pipelines.ingest.credits import agencies_in, publisher_in, publisher_of_address, without_outlet
from pipelines.ingest.datelines import Dateline, dateline_of, opening_place_of
from pipelines.ingest.dates import dates_in, dates_in_address
from pipelines.ingest.heading import Heading, part_archive_header, part_heading, untagged
from pipelines.ingest.lines import Line, letters_of, lines_of
from pipelines.ingest.noise import swept
from pipelines.ingest.page import Page, refused, sha256
from pipelines.records import Article, DateClue, Rejected

CROSSHEAD_WORDS = 10
"""A line within the story with no more words than this, and no full stop, is a cross-head."""
LANGUAGE_SAMPLE = 2000
"""Characters from which the language is told."""
PARAGRAPH_BREAK = "\n\n"

_BROADCAST_LABEL = re.compile(r"(?:^|(?<=[.!?”\"]) )(?:Anchor|Report|Reporter|Narration)\s?:\s(?=\S)")


def clean(page: Page) -> Article | Rejected:
    """The article of a page, or why there is none."""
    text = mended(page.text)
    if not any(character.isalpha() for character in text):
        return refused(page.source, "no_letters", "its text holds no letters")

    lines = [line.with_text(with_sentences_apart(line.text)) for line in lines_of(text)]
    heading, lines = part_archive_header(lines)
    sweep = swept(lines)
    pictured = without_captions(sweep.lines)
    body = part_heading(_once(_without_title(pictured.story, page.title)), heading)
    datelines: list[Dateline] = []
    story = PARAGRAPH_BREAK.join([*heading.authors, *_paragraphs(body, datelines)])
    if not story and not pictured.captions:
        return refused(page.source, "no_story", "nothing is left of its text without headline and page furniture")

    whole = PARAGRAPH_BREAK.join(part for part in (story, *pictured.captions) if part)
    titled = " ".join(mended(page.title).split()) if page.title else None
    credited = [
        *heading.credits,
        *sweep.credits,
        *(line.credit for line in datelines if line.credit),
        *pictured.credits,
    ]
    url = page.url or heading.url
    return Article(
        article_id="art_" + sha256(whole.encode())[:16],
        source=page.source,
        text=whole,
        story_end=len(story),
        content_sha256=page.content_sha256,
        language=py3langid.classify(whole[:LANGUAGE_SAMPLE])[0],
        url=url,
        publisher=_publisher(page.publisher, url, credited),
        agencies=agencies_in([*credited, page.publisher or ""]),
        title=without_outlet(untagged(titled or heading.title or "")) or None,
        dateline_place=next((line.place for line in datelines if line.place), heading.place),
        clues=tuple(dict.fromkeys(_clues(page, url, heading, sweep.dated, datelines))),
    )


def _without_title(lines: Sequence[Line], title: str | None) -> list[Line]:
    """The lines without the headline that the format itself has told."""
    known = letters_of(title) if title else ""
    return [line for line in lines if not known or letters_of(line.text) != known]


def _once(lines: Sequence[Line]) -> list[Line]:
    """The lines without paragraphs that stand there a second time, as pull quotes do."""
    seen: set[str] = set()
    once: list[Line] = []
    for line in lines:
        words = letters_of(line.text)
        if line.words < CROSSHEAD_WORDS or words not in seen:
            once.append(line)
        seen.add(words)
    return once


def _paragraphs(body: Sequence[Line], datelines: list[Dateline]) -> Iterator[str]:
    """The paragraphs of the story, without datelines and cross-heads; the datelines are told to the list."""
    for index, line in enumerate(_story_lines(body)):
        dateline = dateline_of(line.text) or (opening_place_of(line.text) if index == 0 else None)
        if dateline is not None:
            datelines.append(dateline)
        yield from _spoken_parts(dateline.rest if dateline else line.text)


def _spoken_parts(paragraph: str) -> Iterator[str]:
    yield from (part.strip() for part in _BROADCAST_LABEL.split(paragraph) if part.strip())


def _story_lines(body: Sequence[Line]) -> Iterator[Line]:
    """The lines that are the story's: not cross-heads, nor short lines left over at the end."""
    last_sentence = max((index for index, line in enumerate(body) if line.is_sentence), default=None)
    if last_sentence is None:
        yield from body
        return
    listed = False
    for index, line in enumerate(body):
        listed = bool(line.bullet) and (listed or index < last_sentence)
        if line.is_sentence or listed or (not line.bullet and line.words > CROSSHEAD_WORDS):
            yield line
            listed = bool(line.bullet) or line.text.endswith(":")


def _publisher(told: str | None, url: str | None, credited: Sequence[str]) -> str | None:
    if told:
        return publisher_in([told]) or told
    return (publisher_of_address(url) if url else None) or publisher_in(credited)


def _clues(
    page: Page, url: str | None, heading: Heading, dated: Iterable[str], datelines: Iterable[Dateline]
) -> Iterator[DateClue]:
    """Every sign of the day of publication: of the format, the address, the lines above the story, the datelines."""
    if page.dated:
        yield from (date.clue("metadata", page.dated) for date in dates_in(page.dated)[:1])
    if url:
        yield from (date.clue("url", url) for date in dates_in_address(url)[:1])
    yield from heading.clues
    yield from (date.clue("header", line) for line in dated for date in dates_in(line)[:1])
    yield from (line.date.clue("dateline", line.text) for line in datelines if line.date)
