"""How far a deal has come as of the article, and since when, by all that is told of it.

The day is the one told with that status; failing that, the day that what the text tells there happened on: that of the
paper a clause builds on, or of the news. Not here: what one clause tells (`tellings/firmness.py`,
`tellings/timing.py`).
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import islice

from pipelines.extraction.deals.tellings.manner import Manner
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.reading.dates import DateMention
from pipelines.reading.document import Document
from pipelines.records import Span, When

#: How far a deal has come; a cancelled one is cancelled whatever came before.
PROGRESS = ("interest", "tender", "negotiation", "approved", "signed", "delivering", "completed", "cancelled")
#: What a promise of goods does not make a contract: it is still to be signed.
PENDING = frozenset({"tender", "negotiation", "approved"})
#: Kinds whose goods are taken to have come when so many years have passed since they were bought.
GOODS = frozenset({"arms_transfer", "aid"})
LONG_AGO = 10
#: Statuses reached on a day of the news; goods that came are news where a story opens with them.
REACHED = frozenset({"negotiation", "approved", "signed", "delivering", "cancelled"})
ARRIVED = "completed"
#: The kind of a paper, signed where other papers are.
PACT = "agreement"
PARAGRAPH = "\n\n"
#: How many sentences open a story with its news, and how old, in days, and how vague the day of news may be.
LEAD = 2
FRESH, EXACT = timedelta(days=14), timedelta(days=2)
#: What a story without any day tells happened on the day it was published or the one before.
JUST_NOW = timedelta(days=1)
MONTH = timedelta(days=31)


def furthest(tellings: Iterable[Telling]) -> str | None:
    """The furthest status told; a promise of goods goes no further than what is told of their contract, or their wish.

    `Oslo asked for jets to be delivered next year` is a wish.
    """
    every = [t for t in tellings if t.status]
    wishes = {t.evidence[0] for t in every if t.status == "interest" and t.manner != Manner.PROMISE}
    told = [t for t in every if not (t.manner == Manner.PROMISE and t.status == "signed" and t.evidence[0] in wishes)]
    plain = [t.status for t in told if t.status and t.manner != Manner.PROMISE]
    pending = max(plain, key=PROGRESS.index, default=None)
    if pending in PENDING:
        return pending
    return max((t.status for t in told if t.status), key=PROGRESS.index, default=None)


def day_told(tellings: Iterable[Telling], status: str | None) -> When:
    """When a status was reached, as closely as told; else the time told of the deal."""
    dated = [t for t in tellings if t.timing.event.earliest]
    best = min(dated, key=lambda t: (t.status != status, t.timing.tie, days(t.timing.event)), default=None)
    return best.timing.event if best else When()


def since(document: Document, tellings: Sequence[Telling], status: str) -> When:
    """When a deal got to its status: the day told with that, else that of the news, else any told of the deal."""
    told = [t for t in tellings if t.status in (status, None)]
    around = (t.timing.around for t in told)
    known = (day_told(told, status), *around, day_of_news(document, told, status), day_told(tellings, status))
    return next((when for when in known if when.earliest), When())


def days(when: When) -> int:
    """How long a time is, in days; very long where one of its ends is open."""
    return (when.latest - when.earliest).days if when.earliest and when.latest else timedelta.max.days


def as_of_article(document: Document, kind: str, status: str, event: When) -> str:
    """A status as of the article: goods bought long ago have come since."""
    published = document.article.published.latest
    old = bool(published and event.latest and published.year - event.latest.year >= LONG_AGO)
    return "completed" if old and status == "signed" and kind in GOODS else status


def day_of_news(document: Document, tellings: Sequence[Telling], status: str) -> When:
    """The day on which a deal whose own clauses tell none got to its status; unknown where it is no news."""
    end = _end_of_lead(document)
    news = [t for t in tellings if status in REACHED or (status == ARRIVED and t.start < end)]
    days = (_day(document, telling) for telling in news)
    return next((when for when in days if when.earliest), When())


def _day(document: Document, telling: Telling) -> When:
    sentence = telling.evidence[0]
    if telling.grounded:
        return _last_told(document, sentence)
    lead = sentence.start < _end_of_lead(document)
    if telling.kind == PACT and not lead and (beside := _told_beside(document, sentence)).earliest:
        return beside
    if telling.manner is Manner.STATE or (telling.manner is Manner.RESULT and not lead):
        return When()
    return _of_lead(document) if lead else _running(document, sentence)


def _last_told(document: Document, sentence: Span) -> When:
    """The day told last before a sentence, in its paragraph or the one before."""
    start = document.text.rfind(PARAGRAPH, 0, max(0, document.text.rfind(PARAGRAPH, 0, sentence.start)))
    before = [m for m in _past(document) if start < m.span.start < sentence.start]
    return next((m.when for m in reversed(before) if timedelta(days=days(m.when)) < MONTH), _of_lead(document))


def _told_beside(document: Document, sentence: Span) -> When:
    """The day told last before a sentence in its paragraph: `On May 4 they signed a contract. A pact came too`."""
    start = document.text.rfind(PARAGRAPH, 0, sentence.start)
    days_told = [m.when for m in _past(document) if start < m.span.start < sentence.end and days(m.when) < MONTH.days]
    return days_told[-1] if days_told else When()


def _running(document: Document, sentence: Span) -> When:
    """The day that the text is at: the last told before, if it is of the news; unknown where it tells of the past."""
    before = [m for m in _past(document) if m.span.start < sentence.end]
    if not before:
        return _of_lead(document)
    start = document.text.rfind(PARAGRAPH, 0, sentence.start)
    fresh = [m for m in before if _is_fresh(document, m)]
    return fresh[-1].when if fresh and (fresh[-1] is before[-1] or before[-1].span.start < start) else When()


def _of_lead(document: Document) -> When:
    """The day of the news that a story opens with: told there, or that of publication."""
    end = _end_of_lead(document)
    told = next((m.when for m in _past(document) if m.span.start < end and _is_fresh(document, m)), None)
    published = document.article.published
    if told or not (published.earliest and published.latest):
        return told or When()
    exact = published.latest - published.earliest <= EXACT
    return When(published.earliest - JUST_NOW, published.latest, "range") if exact else When()


def _end_of_lead(document: Document) -> int:
    """Where the first sentences end that tell something: those with a verb."""
    telling = (s for s in document.story_sentences() if any(t.pos_ in ("VERB", "AUX") for t in s))
    return max((s.end_char for s in islice(telling, LEAD)), default=0)


def _past(document: Document) -> list[DateMention]:
    """The days and times that a story tells as past."""
    return [m for m in document.dates if m.kind == "point" and m.when.earliest and m.when.latest and not m.forward]


def _is_fresh(document: Document, mention: DateMention) -> bool:
    """Whether a day is one of those just before publication."""
    first, when = document.article.published.earliest, mention.when
    return bool(
        first
        and when.earliest
        and when.latest
        and when.latest - when.earliest <= EXACT
        and first - when.earliest <= FRESH
    )
