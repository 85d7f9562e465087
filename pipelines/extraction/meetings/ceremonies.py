"""Signings and handovers that officials of two sides attend: who signs, who looks on, and for which sides.

One ceremony is often told over several sentences: the signing first, who was there later. Not here: what is signed
(`extraction/deals`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from pipelines.extraction.meetings.gathered import distinct
from pipelines.extraction.meetings.occasions import occasion_of
from pipelines.extraction.meetings.parties import Parties
from pipelines.extraction.meetings.places import place_of, scene_of
from pipelines.extraction.meetings.status import status_of
from pipelines.extraction.meetings.subjects import end_of, subject_of, whole_list
from pipelines.extraction.meetings.tellings import Party, Place, Telling
from pipelines.extraction.meetings.times import Timing, ahead, timing_of
from pipelines.extraction.meetings.triggers import Trigger, lemma_of, trigger_table
from pipelines.extraction.meetings.units import Unit
from pipelines.reading.document import Document
from pipelines.records import Span

#: Phrases that bring witnesses into the sentence of a signing.
IN_PRESENCE = re.compile(
    r"\b(?:in the presence of|witnessed by|attended by|in front of|under the eyes of|"
    r"with (?=[^.;]{3,90}?\b(?:looking on|in attendance|as witness(?:es)?|watching|present|on hand)\b))",
    re.IGNORECASE,
)
PAPER = re.compile(
    r"\b(?:contracts?|agreements?|memorand(?:um|ums|a)|mous?|deals?|pacts?|letters?|documents?|accords?|treat(?:y|ies)|papers?|statements?|"
    r"terms of reference|protocols?|declarations?|arrangements?|final papers|it)\b",
    re.IGNORECASE,
)
SIGNING = re.compile(
    r"\b(?:sign(?:ed|ing|s)?|ink(?:ed|ing|s)?|initial+ed|ceremony|rites|contract|"
    r"memorandum|concluded|handover|handed over|hand over|roll(?:ed)?[ -]?out|unveil\w*|"
    r"christen\w*|naming|to be named|commission(?:ed|ing)|launch(?:ed|ing)?|maiden|paces|demonstrat\w+|test-fir\w+)\b",
    re.IGNORECASE,
)

#: Nouns that tell of onlookers only where those follow (`in the presence of A`, not `the presence of troops`).
PRESENCE = frozenset({"presence of"})


@dataclass(frozen=True, slots=True)
class _Scene:
    """One sentence of a ceremony: those told to be there, and the sides told as signing."""

    trigger: Trigger
    sentence: Span
    present: tuple[Party, ...]
    signing: tuple[Party, ...]
    timing: Timing
    place: Place
    status: str


def ceremonies_of(document: Document, parties: Parties, triggers: Sequence[Trigger]) -> Iterator[Telling]:
    """The tellings of ceremonies, one a sentence, each with the parties of the whole ceremony."""
    scenes = [s for t in triggers if t.row.frame in ("sign", "witness") and (s := _scene(document, parties, t))]
    for group in _grouped(scenes):
        present = distinct(p for s in group for p in s.present)
        signing = distinct(p for s in group for p in s.signing)
        land = next((s.place.country for s in group if s.place.country), scene_of(document).country)
        everybody = _with_second_side(present, signing, land)
        if len({p.side for p in everybody if p.side}) < 2 or not any(
            p.person or p.role_class != "side" for p in present
        ):
            continue
        for scene in group:
            yield Telling(
                kind="ceremony",
                strength=scene.trigger.row.strength,
                clause=scene.sentence,
                sentence=scene.sentence,
                parties=everybody,
                status=scene.status,
                when=scene.timing.own
                if scene.status == "held"
                else ahead(scene.timing.own, document.article.published),
                end=scene.timing.end,
                near=scene.timing.near,
                place=scene.place,
                occasion=occasion_of(document, scene.sentence, scene.sentence),
            )


def _scene(document: Document, parties: Parties, trigger: Trigger) -> _Scene | None:
    sentence = Span(trigger.head.sent.start_char, trigger.head.sent.start_char + len(trigger.head.sent.text.rstrip()))
    text = sentence.of(document.text)
    status = status_of(trigger)
    if status not in ("held", "planned") or (trigger.row.phrase in PRESENCE and not IN_PRESENCE.search(text)):
        return None
    signs = trigger.row.frame == "sign"
    if signs and any(c.dep_ == "dobj" and ("noun", lemma_of(c)) in trigger_table() for c in trigger.head.children):
        return None  # `concluded their consultations`
    if not signs and not SIGNING.search(document.text[max(0, sentence.start - 700) : sentence.end]):
        return None
    subject = [u for u in _actors(parties, trigger) if u.form != "group"]
    present = [
        p
        for u in (*subject, *_companions(parties, trigger, sentence))
        if u.form in ("person", "office", "pronoun")
        for p in u.parties
    ]
    sides = {p.side for p in present if p.side}
    if (not signs and not present) or (signs and not PAPER.search(text) and len(sides) < 2):
        return None
    timing, place = timing_of(document, trigger), place_of(document, trigger, sentence)
    set_for = timing.own.precision == "day" or (place.country is not None and not place.assumed)
    if signs and status == "planned" and (len(sides) < 2 or not set_for):
        return None  # `will sign a contract with` tells of no ceremony
    signing = [p for u in (*(subject if signs else ()), *_buyers(parties, sentence)) for p in u.parties]
    return _Scene(
        trigger,
        sentence,
        distinct(present),
        distinct(signing),
        timing,
        place,
        status,
    )


def _actors(parties: Parties, trigger: Trigger) -> Iterator[Unit]:
    """Who signs or looks on; for a noun (`at the ceremony`), whoever acts; `had it initialled`: whoever had."""
    yield from whole_list(parties, trigger.verb, tuple(subject_of(parties, trigger.verb)))
    by = next((c for c in trigger.verb.children if c.lower_ == "by" and c.dep_ in ("agent", "prep")), None)
    if by is not None and trigger.row.frame == "sign":
        yield from parties.list_at(end_of(by), trigger.verb.sent.end_char)
    head = trigger.verb.head
    if trigger.row.frame == "sign" and lemma_of(head) == "have" and head.i != trigger.verb.i:
        yield from subject_of(parties, head)


def _companions(parties: Parties, trigger: Trigger, sentence: Span) -> Iterator[Unit]:
    """Those told beside the subject: signed `with` them, in their presence, `as were` they."""
    text = parties.document.text
    if trigger.row.frame == "witness":
        aside = [t.idx for c in trigger.verb.children if _tells_before(c) for t in c.subtree]
        yield from (
            u
            for u in parties.within(sentence)
            if u.form in ("person", "office")
            and not parties.document.in_quote(u.span.start)
            and not any(u.span.start <= offset < u.span.end for offset in aside)
        )
        return
    for match in IN_PRESENCE.finditer(text, sentence.start, sentence.end):
        yield from parties.list_at(match.end(), sentence.end, lead=60)
    for match in re.finditer(r"\b[Ww]ith\b", text[sentence.start : sentence.end]):
        yield from parties.list_at(sentence.start + match.end(), sentence.end, lead=10)


def _tells_before(clause: Token) -> bool:
    """Whether a clause tells what came before a ceremony (`The signing comes a month after A and B met`)."""
    return clause.dep_ == "advcl" and any(c.lower_ in ("after", "since") and c.dep_ == "mark" for c in clause.children)


def _buyers(parties: Parties, sentence: Span) -> Iterator[Unit]:
    """The sides named in the sentence of a signing, then in the one before."""
    before = max(0, parties.document.text.rfind(".", 0, max(0, sentence.start - 2)))
    for region in (sentence, Span(before, sentence.start)):
        yield from parties.sides_between(region)


def _grouped(scenes: Sequence[_Scene]) -> Iterator[list[_Scene]]:
    """Scenes of one ceremony: those of one day or place, told one after the other."""
    groups: list[list[_Scene]] = []
    for scene in scenes:
        fitting = next((g for g in reversed(groups) if _continues(g, scene)), None)
        if fitting is not None:
            fitting.append(scene)
        else:
            groups.append([scene])
    yield from groups


def _continues(group: Sequence[_Scene], scene: _Scene) -> bool:
    if group[-1].status != scene.status:
        return False
    people = {p.person.name for s in group for p in s.present if p.person}
    shared = people & {p.person.name for p in scene.present if p.person}
    sides, others = ({p.side for s in group for p in s.present if p.side}, {p.side for p in scene.present if p.side})
    if len(sides) > 1 and len(others) > 1 and sides != others:
        return False
    days = {s.timing.own.earliest for s in group if s.timing.own.earliest}
    own = scene.timing.own.earliest
    if own and days and own not in days:
        return False
    countries = {s.place.country for s in group if s.place.country}
    if scene.place.country and countries and scene.place.country not in countries:
        return False
    near = scene.sentence.start - group[-1].sentence.end < 500
    same_day = bool(own and own in days)
    return bool(shared) or same_day or (near and scene.trigger.row.frame == "witness")


def _with_second_side(present: Sequence[Party], signing: Sequence[Party], land: str | None) -> tuple[Party, ...]:
    """The parties, and where only one side is told as present, the side that signs with it or whose land it is."""
    sides = {p.side for p in present if p.side}
    if len(sides) >= 2:
        return tuple(present)
    other = next((p for p in signing if p.side and p.side not in sides), None)
    if other is None and land and sides and land not in sides:
        other = Party(present[0].span, land, None, "side")
    return (*present, other) if other is not None else tuple(present)
