"""Whom words that only point stand for: `the two ministers`, `they`, `his counterpart`, `officials from Poland`.

Not here: parties and pronouns (`parties.py`), and which parties make one meeting (`sorting.py`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipelines.extraction.meetings.gathered import Group, by_side, distinct, sides_of
from pipelines.extraction.meetings.noun_arguments import TAKES_PLACE
from pipelines.extraction.meetings.parties import Parties
from pipelines.extraction.meetings.tellings import RANKS, Party, Telling
from pipelines.extraction.meetings.triggers import Trigger, lemma_of
from pipelines.extraction.meetings.units import Unit
from pipelines.records import Span

MANY = 99
#: Ranks of those told as `officials`, who may be introduced later.
UNNAMED = frozenset({"working", "senior_official"})
#: Ranks whose plural (`the ministers`) points further back than `the two` or `officials`.
HIGH = frozenset({"leader", "minister", "deputy_minister"})
#: What a group that points back opens with.
DEFINITE = re.compile(r"(?:the|both|these|those|their|its|two|three)\b", re.IGNORECASE)
#: What follows a group that is of others than those told.
OF_OTHERS = re.compile(r" (?:of|from) (?!both|the two|their)")
REACH_OF_OTHERS = 10
#: What stands before a group of the members of a body (`the APEC leaders`).
OF_BODY = re.compile(r"\b(?:[A-Z]{2,}|[A-Z][a-z]+[-A-Za-z]*ion) $")
REACH_OF_BODY = 24
#: Words for people of any high rank (`The two leaders` of two ministers).
LOOSE = re.compile(r"\b(?:leaders|chiefs|officials|heads)$")
#: Words for a group of no more than two.
PAIR = re.compile(r"\b(?:two|both|pair|duo)\b", re.IGNORECASE)
#: How far back, in characters, a group or a counterpart may point.
REACH = 900


def resolved(
    parties: Parties, trigger: Trigger, units: Iterable[Unit], others: Group, before: Sequence[Telling]
) -> Group:
    """The parties of units, those that words only point to found."""
    found: list[Party] = []
    units = list(_without_pointers(units))
    named = {p.side for u in units for p in u.parties if p.person}
    for unit in units:
        for party in unit.parties:
            if unit.form == "office" and party.person is None and party.side in named:
                continue  # `his Lithuanian, French and British counterparts, A, B and C`
            if unit.form == "pronoun" and party.person and any(o.person == party.person for o in others):
                found.extend(_somebody_else(parties, unit, others))
            elif party.side or party.person:
                found.append(_introduced_later(parties, _named_holder(parties, party, others), others))
            elif unit.form == "group" and party.role_class != "company":
                found.extend(_group(parties, trigger, unit, before))
            elif unit.form == "office" and party.role_class == "relation":
                found.extend(_counterpart(parties, unit, (*others, *found), before))
            elif unit.form == "office" and party.role_class in RANKS and party.role_class != "company":
                found.append(party)
    return distinct(found)


def _somebody_else(parties: Parties, unit: Unit, others: Group) -> list[Party]:
    """Whom `him` stands for in `he met him`: the last told before of the same rank and another side."""
    sides, ranks = sides_of(others), {p.role_class for p in others}
    region = Span(max(0, unit.span.start - REACH), unit.span.start)
    told = [p for u in parties.within(region) for p in u.parties if p.person and p.side and p.side not in sides]
    return ([p for p in told if p.role_class in ranks] or told)[-1:]


def _without_pointers(units: Iterable[Unit]) -> Iterator[Unit]:
    """The units, but for `the two` right before what they are (`the two presidents`)."""
    told = list(units)
    for unit, following in pairwise([*told, None]):
        pointer = unit and following and unit.form == following.form == "group"
        if unit and not (pointer and following and following.span.start - unit.span.end <= 1):
            yield unit


def _named_holder(parties: Parties, party: Party, others: Group) -> Party:
    """Whoever alone is named for a side in the rank and field of an unnamed office (`counterparts from A, B and C`)."""
    if party.person is not None or not party.present:
        return party
    alike = others if party.role_class == "relation" else (party,)
    kinds = {(p.role_class, portfolio) for p in alike for portfolio in (p.portfolio, "")}
    told = [p for u in parties.units for p in u.parties if p.person and p.side == party.side]
    fitting = distinct(p for p in told if (p.role_class, p.portfolio) in kinds)
    return replace(fitting[0], span=party.span) if len(fitting) == 1 else party


def _introduced_later(parties: Parties, party: Party, others: Group) -> Party:
    """The only person of a side that the rest of the article names, for officials received in a row."""
    if party.person is not None or party.role_class not in UNNAMED or not any(p.person for p in others):
        return party
    after = distinct(
        p
        for u in parties.units
        for p in u.parties
        if p.person and p.side == party.side and p.present and p.person.mentions[0].start > party.span.start
    )
    return replace(after[0], span=party.span) if len(after) == 1 else party


def _group(parties: Parties, trigger: Trigger, unit: Unit, before: Sequence[Telling]) -> Iterator[Party]:
    """Whom `the two`, `both ministers`, `they` stand for: those just named, or those of the meeting told last."""
    start = trigger.head.sent.start_char
    text = parties.document.text
    working = any(p.role_class == "working" for p in unit.parties)
    of_others = OF_OTHERS.search(text, unit.span.start, unit.span.end + REACH_OF_OTHERS)
    of_others = of_others or OF_BODY.search(text, max(0, unit.span.start - REACH_OF_BODY), unit.span.start)
    if not DEFINITE.match(text, unit.span.start) and (working or of_others):
        return  # `some 900 officials and experts`, `Ministers of the bloc`, `the NATO ministers`
    ranked = any(p.role_class in HIGH for p in unit.parties)
    reach = 3 * REACH if ranked else REACH
    last = before[-1] if before and unit.span.start - before[-1].clause.end < reach else None
    named = distinct(
        p for u in parties.within(Span(start, unit.span.start)) for p in u.parties if p.side and u.form != "city"
    )
    ranks = [p.role_class for u in (unit, *_groups_before(parties, start, unit)) for p in u.parties]
    rank = next((r for r in ranks if r in RANKS), None)
    just = _just_named(parties, start)
    most = 2 if PAIR.search(parties.document.text, max(0, unit.span.start - 8), unit.span.end) else MANY
    again = any(t.lower_ == "again" for t in trigger.head.subtree)
    if again and before:
        chosen: Group = before[-1].parties
    elif 2 <= len(sides_of(named)) <= most:
        chosen = named
    elif 2 <= len(sides_of(just)) <= most:
        chosen = just
    elif last is not None:
        chosen = last.parties
    else:
        recent = [u for u in parties.within(Span(max(0, unit.span.start - REACH), unit.span.start)) if u.form != "city"]
        chosen = distinct(p for u in recent[-4:] for p in u.parties if p.side and (p.present or not ranked))
    if rank in RANKS and chosen and not any(p.role_class == rank for p in chosen):
        ranking = _last_of_rank(parties, unit, rank, most)
        chosen, rank = ranking or chosen, rank if ranking or not LOOSE.search(unit.span.of(text)) else None
    other = unit.span.start == trigger.head.idx and lemma_of(trigger.head.head) in TAKES_PLACE  # whoever came to it
    other = other or any(c.lower_ == "next" for c in trigger.head.children if trigger.row.pos == "noun")
    for party in chosen:
        if other:
            yield Party(unit.span, party.side, None, party.role_class, party.portfolio)
        elif rank and (party.person is None or party.role_class not in (rank, "unknown", "relation")):
            yield Party(unit.span, party.side, None, rank, next((p.portfolio for p in unit.parties), ""))
        else:
            yield party


def _last_of_rank(parties: Parties, unit: Unit, rank: str, most: int) -> Group:
    """The people of a rank named last for each side (`The two presidents` after a word on their ministers)."""
    told = [
        p
        for u in reversed(parties.within(Span(0, unit.span.start)))
        for p in u.parties
        if p.person and p.side and p.role_class == rank
    ]
    found = tuple(side[0] for side in by_side(told, without=frozenset()))[:most]
    return found if len(found) > 1 else ()


def _just_named(parties: Parties, start: int) -> Group:
    """The people named in the sentence before, where it stands in the same paragraph."""
    sentence = next((s for s in parties.document.doc.sents if s.end_char <= start and start - s.end_char < 3), None)
    if sentence is None or "\n\n" in parties.document.text[sentence.start_char : start].strip("\n"):
        return ()
    return distinct(
        p for u in parties.within(Span(sentence.start_char, start)) for p in u.parties if p.person and p.side
    )


def _groups_before(parties: Parties, start: int, unit: Unit) -> list[Unit]:
    """The groups told earlier in the sentence, the last first: `they` may stand for `the ministers`."""
    if unit.span.of(parties.document.text).lower() not in ("they", "both", "their"):
        return []
    return [u for u in reversed(parties.within(Span(start, unit.span.start))) if u.form == "group"]


def _counterpart(parties: Parties, unit: Unit, others: Iterable[Party], before: Sequence[Telling]) -> Iterator[Party]:
    """`his counterpart`, `his host` without a side: the other side of the meeting told last, or of the sentence."""
    own = {p.side for p in others if p.side}
    last = before[-1].parties if before else ()
    others_told = [p for p in last if p.side and p.side not in own]
    other = max(others_told, key=lambda p: len(p.person.mentions) if p.person else 0, default=None)
    if other is None:
        sentence = next((s for s in parties.document.doc.sents if s.start_char <= unit.span.start < s.end_char), None)
        if sentence is not None:
            near = [
                p
                for u in parties.within(Span(sentence.start_char, unit.span.start))
                for p in u.parties
                if p.side and p.side not in own
            ]
            other = near[-1] if near else None
    if other is not None:
        yield other
