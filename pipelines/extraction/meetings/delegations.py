"""Those told aside as taking part: who leads a delegation, chairs, represents a side or comes along.

Not here: who stands around a word of meeting (`arguments.py`), and whoever witnesses a signing (`ceremonies.py`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipelines.extraction.meetings.gathered import Group, distinct
from pipelines.extraction.meetings.parties import Parties
from pipelines.extraction.meetings.party_words import GROUP_OF
from pipelines.extraction.meetings.tellings import Party, Telling
from pipelines.reading.document import Document
from pipelines.records import Span

#: Words that lead to those who take part besides, or for, those told.
ASIDE = re.compile(
    r"\b(?:(?:co-?)?(?:led|headed|chaired|hosted)|represented|presided over|accompanied|joined|flanked)"
    r"(?: jointly)? by "
    r"|\b(?<!came )(?<!come )(?<!travelled )(?<!traveled )(?<!flew )(?:together|along) with |\balongside |\bside by "
)
#: A side that sends somebody, and the same with its verb left out (`and Azerbaijan by B`).
SENDS = re.compile(r" (?:was|were|is|are|will be|would be) represented by ")
BY = re.compile(r" by ")
#: Those who stand for the side told after them (`A and B represented India`).
REPRESENTED = re.compile(r"\brepresent(?:ed|s|ing) (?:the )?")
#: What stands between a nation and whoever leads those it sent (`A Finnish army team led by Col. B`).
RANKED = r"(?:[^;.\n]|\b(?:Gen|Lt|Col|Maj|Brig|Adm|Capt|Dr)\.){0,60}"
LED = r",? (?:(?:which|that) )?(?:(?:is|was|were) )?(?:co-?)?(?:led|headed|chaired|represented) by " + RANKED
LED_BY = re.compile(LED)
LEADS = re.compile(rf" (?:[\w-]+ ){{0,4}}(?:side|delegation|team|group|contingent|mission|officials|officers){LED}")
#: How far from the telling of a meeting those who took part may be told.
REACH = 700


def leaders_of_delegations(document: Document) -> dict[str, str]:
    """The sides of those told to lead what a nation sent, by name."""
    found: dict[str, str] = {}
    for person in document.people:
        start = person.mentions[0].start
        near = document.names_in(Span(max(0, start - 160), start))
        sent = [n for n in near if n.kind in ("demonym", "country") and n.code][-1:]
        for name in sent:
            of = GROUP_OF.search(document.text, max(0, name.span.start - 80), name.span.start)
            if (LED_BY if of else LEADS).fullmatch(document.text, name.span.end, start):
                found[person.name] = str(name.code)
    return found


def with_those_aside(parties: Parties, telling: Telling) -> Telling:
    """The telling with those of its sides who are told aside in its clause."""
    text = parties.document.text
    besides = [
        p
        for match in ASIDE.finditer(text, telling.clause.start, telling.clause.end)
        for unit in parties.list_at(match.end(), telling.sentence.end, lead=30)
        for p in unit.parties
        if p.person and p.side in telling.sides
    ]
    return replace(telling, parties=distinct((*telling.parties, *besides))) if besides else telling


def told_later(parties: Parties, told: Sequence[Telling]) -> Iterator[Telling]:
    """The meeting told last again, with those who a later sentence says hosted it or stood for a side."""
    for words in parties.document.story_sentences():
        sentence = Span(words.start_char, words.end_char)
        last = [t for t in told if t.sentence.end <= sentence.start + 1 and sentence.start - t.sentence.end < REACH]
        if not last or any(t.sentence.overlaps(sentence) for t in told):
            continue
        meeting = max(last, key=lambda t: (t.sentence, len(t.sides)))
        lacking = {s for s in meeting.sides if not any(p.person and p.side == s for p in meeting.parties)}
        sent = [p for p in (*_sent(parties, sentence), *_hosts(parties, sentence)) if p.side in lacking]
        if sent:
            yield replace(meeting, parties=distinct((*meeting.parties, *sent)))


def _sent(parties: Parties, sentence: Span) -> Iterator[Party]:
    """Those who stand for the side told right before them (`Turkey was represented by A, and Azerbaijan by B`)."""
    units = parties.within(sentence)
    text = parties.document.text
    for match in REPRESENTED.finditer(text, sentence.start, sentence.end):
        sides = [u for u in parties.list_at(match.end(), sentence.end, lead=0) if u.form in ("side", "city")]
        people = [u for u in parties.list_before(match.start(), sentence.start) if u.form == "person"] if sides else []
        yield from (replace(unit.parties[0], side=sides[0].parties[0].side) for unit in people)
    told = False
    for side, unit in pairwise(units):
        gap = text[side.span.end : unit.span.start]
        sends = bool(SENDS.match(gap))
        elided = told and bool(BY.match(gap))
        told = told or sends
        if side.form in ("side", "city") and unit.form == "person" and (sends or elided):
            yield replace(unit.parties[0], side=side.parties[0].side)


def _hosts(parties: Parties, sentence: Span) -> Group:
    text = parties.document.text
    return tuple(
        p
        for match in ASIDE.finditer(text, sentence.start, sentence.end)
        for unit in parties.list_at(match.end(), sentence.end, lead=30)
        for p in unit.parties
        if p.person
    )
