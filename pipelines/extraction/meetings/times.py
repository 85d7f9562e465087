"""When a meeting that a clause tells of took place: the date of its own clause, of its sentence, of its paragraph.

Not here: what a date means (`reading/dates.py`).
"""

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from dateutil.relativedelta import relativedelta
from spacy.tokens import Token

from pipelines.extraction.meetings.party_words import POSSESSIVE
from pipelines.extraction.meetings.triggers import NOUN_TAGS, VERB_TAGS, Trigger, lemma_of, trigger_table
from pipelines.extraction.meetings.words import words
from pipelines.reading.dates import DateMention
from pipelines.reading.document import Document
from pipelines.records import Published, Span, When
from pipelines.reference.speech import reporting_verbs

NO_DATE = When()
#: Dependencies over which a verb shares the date of the verb above it; so does `in March, when they met`.
CLIMBS = frozenset({"xcomp", "conj", "advcl", "pcomp", "acl"})
#: Times told without a week or year, and after how long they come back.
COMES_BACK = (
    (re.compile(r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"), relativedelta(weeks=1)),
    (
        re.compile(r"(?:(?:early|mid|late)[ -])?[A-Z][a-z]{2,8}\.?(?: \d{1,2})?|\d{1,2} [A-Z][a-z]{2,8}\.?"),
        relativedelta(years=1),
    ),
)
#: Nouns of events, and of their edges, whose date is that of who meets there.
EVENTS = words("event")
#: Prepositions before what came earlier than what is told.
EARLIER = frozenset({"after", "following", "since"})
#: How long before the news, at most and at least, that was which it came `days after`.
SHORTLY = {
    "hours": (timedelta(days=1), timedelta()),
    "days": (timedelta(days=10), timedelta(days=1)),
    "weeks": (timedelta(weeks=6), timedelta(weeks=1)),
}
#: What counts how often, and tells no day (`for the second time this year`).
COUNTED = re.compile(r"\b(?:time|times|twice)(?: already)? $")
#: What stands before `after` where that counts.
STEPS = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years"})
LISTED = re.compile(r",?\s+and\s+(?:again\s+)?(?:on\s+)?")


@dataclass(frozen=True, slots=True)
class Timing:
    """`own`: the date of the clause; `near`: one told in its sentence or just before; `end`: the last day, where told.

    `others` are further days of the same list (`on March 21 and June 4`): each is a meeting of its own.
    """

    own: When = NO_DATE
    near: When = NO_DATE
    end: When = NO_DATE
    others: tuple[When, ...] = ()


def timing_of(document: Document, trigger: Trigger) -> Timing:
    """The dates of a trigger's clause and surroundings."""
    sentence = trigger.head.sent
    region = Span(sentence.start_char, sentence.end_char)
    found = [d for d in document.dates_in(region) if not document.in_quote(d.span.start)]
    last = next((d.told for d in found if d.kind == "since" and d.told and _last_time(document, trigger, d)), None)
    if last is not None:
        return Timing(last)
    vague = _shortly_before(document, trigger)
    if vague is not None:
        return Timing(vague)
    found = [d for d in found if not COUNTED.search(document.text, max(0, d.span.start - 12), d.span.start)]
    told = [d for d in found if _dates(d) and not _of_aside(document, trigger, d) and not _owns(document, trigger, d)]
    own = [d for d in told if _governor(document, d) in _chain(trigger) and not _of_theme(document, trigger, d)]
    if own:
        first = min(own, key=lambda d: (_looseness(d), abs(d.span.start - trigger.head.idx)))
        others = tuple(d.when for d in own if _listed_with(document, first, d))
        return Timing(first.when, end=first.until or NO_DATE, others=others)
    above = trigger.verb.head if trigger.verb.dep_ == "relcl" else trigger.verb
    events = [
        d
        for d in told
        if (d.when.precision == "day" or _verb_of(document, d).is_ancestor(above))
        and lemma_of(_verb_of(document, d)) not in reporting_verbs()
    ]
    if events:
        return Timing(near=min(events, key=lambda d: abs(d.span.start - trigger.head.idx)).when)
    if told:
        return Timing(near=NO_DATE)
    return Timing(near=_earlier_in_paragraph(document, region))


def _of_aside(document: Document, trigger: Trigger, mention: DateMention) -> bool:
    """Whether a day is that of an event told aside (`received A, come for the forum, which opened a day earlier`)."""
    verb = _verb_of(document, mention)
    event = verb.dep_ == "relcl" and lemma_of(verb.head) in EVENTS and any(c.lower_ == "which" for c in verb.children)
    return event and trigger.verb.is_ancestor(verb)


def _shortly_before(document: Document, trigger: Trigger) -> When | None:
    """Some days before the news, for what it came `days after` (`met on Monday, days after B and C held a summit`)."""
    published = document.article.published
    marks = (c.nbor(-1) for c in trigger.verb.children if c.lower_ == "after" and c.dep_ == "mark" and c.i)
    span = next((SHORTLY[m.lower_] for m in marks if m.lower_ in SHORTLY and not list(m.children)), None)
    if span is None or published.earliest is None or published.latest is None:
        return None
    most, least = span
    return When(published.earliest - most, published.latest - least, "range", "shortly before")


def _owns(document: Document, trigger: Trigger, mention: DateMention) -> bool:
    """Whether a day is that of some other thing than the meeting (`Today's contract follows talks that`)."""
    if not POSSESSIVE.match(document.text, mention.span.end):
        return False
    owned = _token(document, mention).head
    return owned.dep_ in ("nsubj", "nsubjpass") and trigger.head.i != owned.i and not owned.is_ancestor(trigger.head)


def _last_time(document: Document, trigger: Trigger, mention: DateMention) -> bool:
    """Whether a day is when two met last (`had not met since May 3`)."""
    negated = any(c.dep_ == "neg" or c.lower_ in ("not", "never") for c in trigger.verb.children)
    return negated and _governor(document, mention) == trigger.verb.i


def _listed_with(document: Document, first: DateMention, other: DateMention) -> bool:
    """Whether two days stand in one list."""
    gap = document.text[min(first.span.end, other.span.end) : max(first.span.start, other.span.start)]
    return other is not first and other.when.precision == "day" and bool(LISTED.fullmatch(gap))


def ahead(when: When, published: Published) -> When:
    """A weekday, day or month that a planned or cancelled meeting was to be in, ahead where it was read as past."""
    past = when.latest and published.earliest and when.latest < published.earliest
    words = when.text or ""
    cycle = next((step for pattern, step in COMES_BACK if pattern.fullmatch(words)), None)
    if not past or cycle is None or when.earliest is None or when.latest is None:
        return when
    return replace(when, earliest=when.earliest + cycle, latest=when.latest + cycle)


def _dates(mention: DateMention) -> bool:
    when = mention.when
    return mention.kind in ("point", "span", "start") and when.earliest is not None and when.latest is not None


def _looseness(mention: DateMention) -> int:
    return {"day": 0, "range": 1, "month": 2}.get(mention.when.precision, 3)


def _token(document: Document, mention: DateMention) -> Token:
    span = document.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    return span.root if span is not None else document.doc[0]


def _verb_of(document: Document, mention: DateMention) -> Token:
    token = _token(document, mention)
    while token.pos_ not in VERB_TAGS and token.head.i != token.i:
        token = token.head
    return token


def _governor(document: Document, mention: DateMention) -> int:
    """The trigger-like token that the date hangs on: the first noun above it that is no date word, or its verb."""
    verb: int = _verb_of(document, mention).i
    return verb


def _of_theme(document: Document, trigger: Trigger, mention: DateMention) -> bool:
    """Whether a date hangs on a noun of the clause: on what is spoken of, not on the meeting (`ties opened in 1961`).

    A day told of talks may hang on their venue; for what two say or agree, and for months and years, a noun is a theme.
    """
    token = _token(document, mention)
    if mention.when.precision == "day" and trigger.row.frame != "joint":
        return False
    while token.pos_ not in VERB_TAGS and token.head.i != token.i:
        token = token.head
        if token.lower_ in EARLIER and token.dep_ == "prep" and not token.is_ancestor(trigger.head):
            return True  # `got together in May, following a meeting in Oslo in January`
        meeting = ("noun", lemma_of(token)) in trigger_table() and trigger.row.frame != "joint"
        event = meeting or token.lower_ in EVENTS
        if token.pos_ in NOUN_TAGS and token.ent_type_ not in ("DATE", "TIME") and not event:
            return True
    return False


def _chain(trigger: Trigger) -> frozenset[int]:
    """The tokens whose date is that of the trigger: its verb, and light verbs and purposes around it."""
    verb = trigger.verb
    found = {verb.i, trigger.head.i, trigger.last.i}
    while verb.head.i != verb.i and (verb.dep_ in CLIMBS or (verb.dep_ == "relcl" and verb.head.ent_type_ == "DATE")):
        if any(c.lower_ == "after" and c.dep_ == "mark" and c.nbor(-1).lower_ in STEPS for c in verb.children):
            break  # `came on Monday, two days after they met`
        verb = verb.head
        while verb.pos_ not in VERB_TAGS and verb.head.i != verb.i:
            verb = verb.head
        if lemma_of(verb) in reporting_verbs():
            break
        found.add(verb.i)
    found.update(c.i for c in trigger.verb.children if c.dep_ in ("xcomp", "advcl"))
    found.update(c.i for c in trigger.head.children if c.dep_ == "acl" and c.tag_ == "VBN")  # `talks held Monday`
    return frozenset(found)


def _earlier_in_paragraph(document: Document, sentence: Span) -> When:
    """The last date told before the sentence in its paragraph, of an event rather than of a saying."""
    start = document.text.rfind("\n\n", 0, sentence.start) + 1
    before = [
        d
        for d in document.dates_in(Span(max(0, start), sentence.start))
        if _dates(d) and d.when.precision == "day" and not document.in_quote(d.span.start)
    ]
    return before[-1].when if before else NO_DATE
