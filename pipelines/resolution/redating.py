"""An article whose day is not known is dated by another that tells the same meeting with a date, and read again.

Not here: the evidence in the article itself (`reading/publication.py`), which rows are one event (`events`).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import polars as pl

from pipelines.reading.dating_evidence import Evidence
from pipelines.reading.intervals import Interval
from pipelines.reading.publication import date_article
from pipelines.records import Article, Extraction
from pipelines.resolution.events.profiles import MeetingProfile, meeting_profiles
from pipelines.resolution.events.uniting import MEETING_EVENTS
from pipelines.resolution.resolve import Resolved, resolve

#: What stands so far ahead in an article, in characters, is its news.
LEAD: Final = 600
#: News is told within so many days of a meeting, and ahead of one.
AFTER: Final = timedelta(days=6)
AHEAD: Final = timedelta(days=30)
#: The day of a meeting is known where it is known to within this.
KNOWN: Final = timedelta(days=3)
#: Narrows what the article itself tells; does not overthrow a date that is printed.
WEIGHT: Final = 2


@dataclass(frozen=True, slots=True)
class Redated:
    """All articles, the rows of what was extracted from them, and which articles were read again."""

    articles: list[Article]
    resolved: Resolved
    again: tuple[str, ...]


def redate(
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
    extract: Callable[[Sequence[Article]], Iterable[Extraction]],
) -> Redated:
    """Date articles by one another, have those that this dates better read again, and resolve them all."""
    resolved = resolve(articles, extractions)
    known = {article.article_id: article for article in articles}
    better = {}
    for article_id, signs in corpus_evidence(resolved.tables).items():
        dated = date_article(known[article_id], signs)
        if dated.published != known[article_id].published:
            better[article_id] = dated
    if not better:
        return Redated(list(articles), resolved, ())
    read = {extraction.article_id: extraction for extraction in extract(list(better.values()))}
    redated = [better.get(article.article_id, article) for article in articles]
    anew = [read.get(extraction.article_id, extraction) for extraction in extractions]
    return Redated(redated, resolve(redated, anew), tuple(sorted(better)))


def corpus_evidence(tables: Mapping[str, pl.DataFrame]) -> dict[str, tuple[Evidence, ...]]:
    """Evidence of the day of publication, by article, for articles whose day is not known to within a month."""
    meetings = {meeting.told.record_id: meeting for meeting in meeting_profiles(tables)}
    mentions = tables["mentions"]
    leads = set(mentions.filter((pl.col("record_table") == "meetings") & (pl.col("start") < LEAD))["record_id"])
    sources = dict(tables["articles"].select("article_id", "source").iter_rows())
    found: defaultdict[str, list[Evidence]] = defaultdict(list)
    for event in MEETING_EVENTS.events(meetings.values()):
        rows = [meetings[row] for row in event]
        dated = next(iter(sorted(_dated(rows), key=lambda row: row.told.article_id)), None)
        if dated is None:
            continue
        for row in rows:
            if row.told.record_id in leads and not row.told.published.is_close:
                reason = f"“{sources[dated.told.article_id]}” tells the same meeting, of {dated.when.first}"
                found[row.told.article_id].append(Evidence(reason, (_window(row, dated),), WEIGHT))
    return {article: tuple(evidence) for article, evidence in sorted(found.items())}


def _dated(rows: Iterable[MeetingProfile]) -> Iterator[MeetingProfile]:
    """The rows that tell the day of a meeting, in articles whose own day is known."""
    for row in rows:
        published = row.told.published
        if published.first == published.last and row.when.is_known and row.when.last - row.when.first <= KNOWN:
            yield row


def _window(row: MeetingProfile, dated: MeetingProfile) -> Interval:
    """The days on which news of a meeting is told, of one held or of one ahead."""
    if row.status == "planned":
        return Interval(dated.when.first - AHEAD, dated.when.last)
    return Interval(dated.when.first, dated.when.last + AFTER)
