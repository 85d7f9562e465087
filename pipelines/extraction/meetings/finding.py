"""The flow from an annotated article to its meetings: find → delimit → resolve → merge → complete.

Not here: how any of these steps works; each is a module beside this one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from pipelines.extraction.meetings.allegiance import allegiances
from pipelines.extraction.meetings.arguments import Arguments, arguments_of
from pipelines.extraction.meetings.ceremonies import ceremonies_of
from pipelines.extraction.meetings.company import find_company, is_dated_or_placed
from pipelines.extraction.meetings.completing import record_of, setting_of
from pipelines.extraction.meetings.delegations import told_later, with_those_aside
from pipelines.extraction.meetings.gathered import Group, distinct
from pipelines.extraction.meetings.journeys import JOURNEY_FRAMES, journeys_of
from pipelines.extraction.meetings.merging import merge
from pipelines.extraction.meetings.occasions import occasion_of
from pipelines.extraction.meetings.parties import Parties
from pipelines.extraction.meetings.places import TOWNS, place_in, place_of, town_of
from pipelines.extraction.meetings.relevance import is_relevant
from pipelines.extraction.meetings.sorting import groups_of
from pipelines.extraction.meetings.status import is_earlier, status_of
from pipelines.extraction.meetings.tellings import Place, Telling
from pipelines.extraction.meetings.times import ahead, timing_of
from pipelines.extraction.meetings.triggers import Trigger, find_triggers, top_of
from pipelines.extraction.meetings.words import words as meeting_words
from pipelines.reading.document import Document
from pipelines.records import MeetingRecord, Span, When


def find_meetings(document: Document) -> list[MeetingRecord]:
    """The meetings that an article tells of, each once, in the order first told."""
    told = tellings_of(document)
    meetings = [[_in_person(document, t, told) for t in m] for m in merge(told) if is_relevant(document, m)]
    setting = setting_of(document, meetings)
    return [record_of(document, meeting, setting) for meeting in meetings]


def tellings_of(document: Document) -> list[Telling]:
    """Every clause that tells of a meeting of two sides, in text order."""
    triggers = find_triggers(document)
    triggers = sorted((*triggers, *find_company(document, triggers)), key=lambda t: t.span)
    parties = Parties(document, allegiances(document, Parties(document), triggers))
    told: list[Telling] = []
    for number, trigger in enumerate(triggers):
        status = status_of(trigger)
        if status is None or trigger.row.frame in ("sign", "witness") or _attends_ceremony(trigger, triggers):
            continue
        if _is_occasion(trigger, triggers):
            continue
        clause = _clause(document, triggers, number)
        place = place_of(document, trigger, clause)
        groups, host = _groups(parties, trigger, told, place)
        if not groups and trigger.row.frame == "attend":
            told.extend(_with_attendants(trigger, arguments_of(parties, trigger), told))
        for group in groups:
            telling = _telling(document, trigger, clause, group, status, host)
            if trigger.row.frame == "contact" and not is_dated_or_placed(telling):
                continue
            told.append(telling)
            told.extend(replace(telling, when=day) for day in timing_of(document, trigger).others)
    told = [with_those_aside(parties, telling) for telling in told]
    told.extend(list(told_later(parties, told)))
    told.extend(ceremonies_of(document, parties, triggers))
    told.extend(_pictured(document, parties, triggers))
    return told


def _in_person(document: Document, telling: Telling, told: Sequence[Telling]) -> Telling:
    """A word of speaking of two who are told to have been in one place on that day is of talks, not of a call."""
    if telling.kind != "call" or BY_PHONE.search(telling.sentence.of(document.text)) or not telling.people:
        return telling
    beside = (t for t in told if t.kind in ("ceremony", "talks") and t.strength == "strong" and t.status == "held")
    met = any(t.people >= telling.people and _day(t) == _day(telling) for t in beside)
    return replace(telling, kind="talks") if met and telling.status == "held" else telling


def _is_occasion(trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Whether a meeting is that during which two are told to have met (`met him during a summit of the bloc`).

    So is one that only says what an event is (`the Oslo Forum, a multilateral meeting`).
    """
    noun = trigger.head
    if trigger.row.pos == "noun" and noun.dep_ == "appos" and noun.head.lower_ in meeting_words("event"):
        return True
    if trigger.row.pos != "noun" or noun.dep_ != "pobj" or noun.head.lower_ != "during":
        return False
    return any(t.row.pos == "verb" and t.row.frame == "together" and t.head.i == noun.head.head.i for t in triggers)


def _attends_ceremony(trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Whether what is attended is a ceremony (`The signing was attended by`, `a ceremony that A attended`)."""
    if trigger.row.frame != "attend":
        return False
    attended = [c for c in trigger.head.children if c.dep_ in ("nsubjpass", "dobj")]
    attended += [trigger.head.head] if trigger.head.dep_ in ("relcl", "acl") else []
    ceremonies = [t for t in triggers if t.row.pos == "noun" and t.row.frame == "witness"]
    return any(c.span.start <= t.idx < c.span.end for c in ceremonies for t in attended)


def _with_attendants(trigger: Trigger, arguments: Arguments, told: Sequence[Telling]) -> Iterator[Telling]:
    """The meeting told last, or all of them, with those of one side who attended (`The talks were attended by A`).

    So did those who `also sat in`, or had a seat at the table.
    """
    attended = next((c for c in trigger.head.children if c.dep_ == "nsubjpass"), None)
    present = distinct(p for u in arguments.subject for p in u.parties if p.person and p.side)
    if (attended is None and trigger.row.phrase not in SITS_IN) or not present:
        return
    several = attended is not None and attended.tag_ in ("NNS", "NNPS")
    for telling in told if several else told[-1:]:
        if any(p.side in telling.sides for p in present):
            yield replace(telling, parties=distinct((*telling.parties, *present)))


def _day(telling: Telling) -> date | None:
    return telling.when.earliest or telling.near.earliest


#: Phrases that add those who do it to the meeting told last.
SITS_IN = frozenset({"sit in", "have seat", "be at table", "take part", "sit at table", "be in room"})


def _pictured(document: Document, parties: Parties, triggers: Sequence[Trigger]) -> Iterator[Telling]:
    """Captions that show people of two sides together."""
    told = {t.head.sent.start_char for t in triggers if t.row.frame in ("sign", "witness", "together", "host")}
    for words in document.sentences():
        sentence = Span(words.start_char, words.start_char + len(words.text.rstrip()))
        people = distinct(p for u in parties.within(sentence) if u.form == "person" for p in u.parties if p.side)
        if sentence.start < document.article.story_end or sentence.start in told or len({p.side for p in people}) < 2:
            continue
        day = next((d.when for d in document.dates_in(sentence) if d.when.earliest and d.when.latest), When())
        place = place_in(document, sentence, sentence.start)
        yield Telling("talks", "weak", sentence, sentence, people, "held", day, When(), When(), place, None)


def _groups(
    parties: Parties, trigger: Trigger, told: Sequence[Telling], place: Place
) -> tuple[list[Group], str | None]:
    """The parties of each meeting told, and the side of the host."""
    arguments = arguments_of(parties, trigger)
    if trigger.row.frame in JOURNEY_FRAMES:
        return list(journeys_of(parties, trigger, arguments, place)), None
    groups = groups_of(parties, trigger, arguments, told, place.country)
    host = {"host": arguments.subject, "guest": arguments.object}.get(trigger.row.frame, ())
    return groups, next((p.side for u in host for p in u.parties if p.side), None)


def _telling(
    document: Document, trigger: Trigger, clause: Span, group: Group, status: str, host: str | None
) -> Telling:
    timing = timing_of(document, trigger)
    published = document.article.published.latest
    if timing.own.earliest and published and timing.own.earliest > published and status == "held":
        status = "planned"
    place = place_of(document, trigger, clause)
    if trigger.row.frame in JOURNEY_FRAMES:
        land = group[-1]
        if land.present and not place.country:
            place = Place(land.side)
        if not land.present and (place.country != land.side or not place.city):
            town = next((n for n in document.names_in(land.span) if n.form in TOWNS), None)
            place = Place(land.side, town_of(town) if town else None)
    sentence = Span(trigger.head.sent.start_char, trigger.head.sent.start_char + len(trigger.head.sent.text.rstrip()))
    return Telling(
        kind=_kind(document, trigger, clause, place.city is not None),
        strength=trigger.row.strength,
        clause=clause,
        sentence=sentence,
        parties=group,
        status=status,
        when=timing.own if status == "held" else ahead(timing.own, document.article.published),
        end=timing.end,
        near=timing.near if status == "held" else _if_ahead(trigger, timing.near, published),
        place=place,
        occasion=occasion_of(document, sentence, clause),
        host=host,
        earlier=is_earlier(trigger),
        apart=trigger.row.strength == "strong" and ASIDE.search(clause.of(document.text)) is not None,
    )


def _if_ahead(trigger: Trigger, near: When, published: date | None) -> When:
    """A day told near a planned meeting, but none of the way to it (`left on Sunday for Oslo, where he will meet`)."""
    past = near.latest and published and near.latest < published
    return When() if past and top_of(trigger.verb).dep_ == "relcl" else near


#: Words of a meeting besides a larger one.
ASIDE = re.compile(
    r"\b(?:bilaterals?|separate(?:ly)?|one-on-one|tête-à-tête|between themselves|just the two)\b", re.IGNORECASE
)
BY_PHONE = re.compile(
    r"\b(?:by|over the|on the|via) (?:tele)?phone\b|\b(?:by|via) video|\bvirtual(?:ly)?\b|"
    r"\b(?:tele)?phone (?:call|talks|conversation|meeting|discussion)|\btelephonic\b|"
    r"\bvideo[- ]?(?:link|conference|conferencing|call|talks|meeting)|\b(?:tele|video)conference",
    re.IGNORECASE,
)


#: Words that tell of a call unless a place is told.
SPOKEN = frozenset({"speak", "speak to", "speak with", "call"})


def _kind(document: Document, trigger: Trigger, clause: Span, located: bool) -> str:
    """The kind that the trigger tells, but a call where the words say so, or where two speak and no place is told."""
    if trigger.row.kind in ("talks", "call"):
        if BY_PHONE.search(clause.of(document.text)):
            return "call"
        if trigger.row.phrase in SPOKEN:
            return "talks" if located else "call"
        if trigger.row.kind == "call" and trigger.row.strength == "weak":
            return "talks"
    return trigger.row.kind


def _clause(document: Document, triggers: Sequence[Trigger], number: int) -> Span:
    """The stretch of the sentence that belongs to a trigger: up to a comma or `and` between it and its neighbours."""
    trigger = triggers[number]
    sentence = trigger.head.sent
    start, end = sentence.start_char, sentence.end_char
    before = next((t for t in reversed(triggers[:number]) if t.verb.i != trigger.verb.i), None)
    after = next((t for t in triggers[number + 1 :] if t.verb.i != trigger.verb.i), None)
    for other in (before, after):
        if other is None or other.head.sent.start != sentence.start:
            continue
        if other.head.i < trigger.head.i:
            cut = _cut(document.text, other.span.end, trigger.span.start)
            start = max(start, cut)
        else:
            end = min(end, _cut(document.text, trigger.span.end, other.span.start))
    return Span(start, end)


def _cut(text: str, start: int, end: int) -> int:
    found = [m.start() for m in re.finditer(r"[,;:—]| and | when | after | before | while | as ", text[start:end])]
    return start + found[-1] if found else end
