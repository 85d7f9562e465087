"""The day an article was published: from what its page prints, checked against its text, else from evidence in that.

Not here: the single signs (`dating_evidence.py` and its neighbours), what they add up to (`dating_chain.py`), and dates
told in the text (`dates.py`).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from pipelines.reading.dates import find_dates
from pipelines.reading.dating_by_rate import rate_evidence
from pipelines.reading.dating_by_world import evidence_of_the_world
from pipelines.reading.dating_chain import (
    PRINTED_DATE_DOUBTED,
    PRINTED_DATE_REJECTED,
    WIDE,
    Chain,
    narrowed,
    words_of,
)
from pipelines.reading.dating_evidence import (
    YEARS,
    Evidence,
    NamedWeekday,
    clue_evidence,
    month_day_evidence,
    named_weekdays,
    told_evidence,
    weekday_evidence,
)
from pipelines.reading.intervals import Interval, common, precision_of, span_of
from pipelines.reading.temporal_words import MONTH
from pipelines.records import Article, DateClue, Published

World = Callable[[Sequence[NamedWeekday]], Iterable[Evidence]]

MONTH_NAME = re.compile(MONTH)
# Words of a story that is printed on the day it tells of.
OF_THE_DAY = re.compile(r"\b(?:earlier|later)\s(?:in the day|today)\b", re.IGNORECASE)
# In this order printed dates are trusted.
TRUST = ("header", "dateline", "metadata", "url")
# A dateline is as old as a page that prints its own date, or at most so many days older.
DATELINE_LAG = 3
# Within so many days the weekday that a story names picks out one.
WEEKDAY_REACH = 9


def date_article(article: Article, corpus: Sequence[Evidence] = ()) -> Article:
    """The article with its day of publication; `corpus` is what other articles say of it."""
    story = article.text[: article.story_end]

    def world(weekdays: Sequence[NamedWeekday]) -> Iterator[Evidence]:
        yield from evidence_of_the_world(article, weekdays)
        yield from corpus

    return replace(article, published=publication_day(article.clues, story, world))


def publication_day(clues: Sequence[DateClue], story: str, world: World = lambda _: ()) -> Published:
    """The day of publication from clues outside the story and from its text, as an interval.

    `reasons` tell each step, `flags` what a person should look at. `world` tells what is known of the people and events
    of the story, given its weekdays.
    """
    mentions = find_dates(story, Published())
    weekdays = named_weekdays(story, mentions)
    told = [*told_evidence(story, mentions), *month_day_evidence(story, mentions), *world(weekdays)]
    chain = Chain((YEARS,))
    put_online: list[Evidence] = []
    for clue in sorted(clues, key=_trust):
        for day, reason in _readings(clue):
            against, stands = _objections(day, clue, clues, told)
            for objection in against:
                chain = chain.told(f"{reason}; but {objection}")
            if stands:
                chain = chain.flagged(PRINTED_DATE_DOUBTED) if against else chain
                return Published(day, day, "day", clue.basis, (*chain.reasons, reason), chain.flags)
            chain = chain.flagged(PRINTED_DATE_REJECTED)
            put_online.append(Evidence(f"not after {reason}", (Interval(YEARS.earliest, max(day, YEARS.earliest)),), 2))
    incomplete = [c for c in sorted(clues, key=_trust) if c.year is None or c.day is None]
    printed = [e for c in incomplete if (e := clue_evidence(c))]
    signs = sorted([*told, *put_online, *weekday_evidence(clues, weekdays)], key=lambda e: -e.weight)
    chain = narrowed(chain, [*printed, *signs])
    if span_of(*chain.days).days > WIDE:
        chain = narrowed(chain, rate_evidence(story))
    interval, chain = _on_the_weekday(chain, weekdays, OF_THE_DAY.search(story) is not None)
    if interval.earliest == YEARS.earliest or interval.latest.year == YEARS.latest.year:
        return Published(reasons=chain.reasons, flags=chain.flags)
    basis = next((c.basis for c in incomplete if (e := clue_evidence(c)) and e.days == (interval,)), "inferred")
    return Published(interval.earliest, interval.latest, precision_of(interval), basis, chain.reasons, chain.flags)


def _trust(clue: DateClue) -> int:
    return TRUST.index(clue.basis)


def _readings(clue: DateClue) -> list[tuple[date, str]]:
    """The days a clue with a year may mean: as printed, then with day and month the other way round."""
    if clue.year is None or clue.month is None or clue.day is None:
        return []
    readings = []
    for month, day, words in ((clue.month, clue.day, ""), (clue.day, clue.month, ", day and month swapped")):
        try:
            readings.append((date(clue.year, month, day), f"{clue.basis} “{clue.text}”{words}"))
        except ValueError:
            continue
    swappable = clue.month != clue.day and not MONTH_NAME.search(clue.text)
    return readings if swappable else readings[:1]


def _objections(
    day: date, clue: DateClue, clues: Sequence[DateClue], evidence: Sequence[Evidence]
) -> tuple[list[str], bool]:
    """What speaks against the day, and whether it stands all the same.

    Another month and day in the dateline overthrow it; so do signs in the text, where most speak against it.
    """
    told = Interval(day, day)
    for other in clues:
        if other is not clue and other.year is None and (dated := clue_evidence(other)):
            window = Interval(day - timedelta(days=DATELINE_LAG), day)
            if not common(dated.days, (window,)):
                return [f"{dated.reason} is another day"], False
    strong = [e for e in evidence if e.weight == 3]
    against = [e.reason for e in strong if not common(e.days, (told,))]
    return against, len(against) <= max(1, len(strong) // 2)


def _on_the_weekday(chain: Chain, weekdays: Sequence[NamedWeekday], of_the_day: bool) -> tuple[Interval, Chain]:
    """Of a few days left, the one that the story names, and the next where the news may be of the day before."""
    whole = span_of(*chain.days)
    if not weekdays or not 1 < whole.days <= WEEKDAY_REACH:
        return whole, chain
    newest = _newest(weekdays)
    days = (i.earliest + timedelta(days=n) for i in chain.days for n in range(i.days))
    left = [day for day in days if day.weekday() == newest.weekday]
    if len(left) != 1:
        return whole, chain
    day = left[0] + timedelta(days=1) if newest.elsewhere else left[0]
    sure = newest.elsewhere or ((of_the_day or newest.reported) and not newest.late)
    found = Interval(min(day, whole.latest), min(whole.latest, day if sure else day + timedelta(days=1)))
    words = f"“{newest.text}” is the day of the news{'' if sure else ' or the day before'}"
    return found, chain.told(f"{words}: {words_of((found,))}")


def _newest(weekdays: Sequence[NamedWeekday]) -> NamedWeekday:
    """The latest of the weekdays named: the first told, unless another is the day after it."""
    newest = weekdays[0]
    for other in weekdays[1:]:
        if (other.weekday - newest.weekday) % 7 == 1:
            newest = other
        elif other.weekday == newest.weekday and other.reported:
            newest = replace(newest, reported=True)
    return newest
