"""All tellings of one meeting together. Two tell of the same one where sides, people, dates, status and kind agree.

Not here: what a merged meeting says (`completing.py`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.extraction.meetings.tellings import Telling
from pipelines.reading.person_names import fold
from pipelines.records import When

#: Ranks that are never told for one another; those below are (`the chair`, `the admiral`).
POLITICAL = frozenset({"leader", "minister"})
#: Kinds that may be told of one meeting; of two, the first here is its kind.
ABSORBS = (
    frozenset({"talks", "visit"}),
    frozenset({"call", "talks"}),
    frozenset({"ceremony", "visit"}),
    frozenset({"forum", "visit"}),
)
YEAR = 360
#: Words of dates that do not tell one from another.
PLAIN = frozenset(
    {"last", "the", "late", "early", "this", "next", "morning", "afternoon", "evening", "day", "week", "month", "year"}
)
PRECEDENCE = ("call", "talks", "ceremony", "forum", "visit")


def merge(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """The tellings of each meeting, in text order; meetings in the order first told."""
    meetings: list[list[Telling]] = []
    for telling in sorted(tellings, key=_firmness):
        fitting = [m for m in meetings if all(same_meeting(telling, other) for other in m)]
        if fitting:
            max(fitting, key=lambda m: _closeness(telling, m)).append(telling)
        else:
            meetings.append([telling])
    for meeting in meetings:
        meeting.sort(key=lambda t: t.clause)
    return sorted(meetings, key=lambda m: m[0].clause)


def _firmness(telling: Telling) -> tuple[int, int, int]:
    """Those with most people and a date of their own first, so that vague ones find what they tell of."""
    return (-len(telling.people), telling.when.earliest is None, telling.clause.start)


def _closeness(telling: Telling, meeting: Sequence[Telling]) -> tuple[int, int, int]:
    people = frozenset[str]().union(*(t.people for t in meeting))
    return (
        len(telling.people & people),
        sum(t.when.earliest is not None and overlap(t.when, telling.when) for t in meeting),
        -min(abs(t.clause.start - telling.clause.start) for t in meeting),
    )


def same_meeting(one: Telling, other: Telling) -> bool:
    """Whether two tellings may be of one meeting."""
    return (
        _same_kind(one, other)
        and (one.sides == other.sides or (_part_of(one, other) and one.kind == other.kind))
        and not _other_people(one, other)
        and not _pair_of_several(one, other)
        and _same_time(one, other)
        and _same_place(one, other)
    )


def _same_kind(one: Telling, other: Telling) -> bool:
    if one.kind == other.kind:
        return True
    if {one.kind, other.kind} == {"talks", "ceremony"}:
        talks, ceremony = (one, other) if one.kind == "talks" else (other, one)
        return bool(talks.people) and talks.people <= ceremony.people
    if {one.kind, other.kind} == {"call", "talks"}:
        return "weak" in (one.strength, other.strength) or _told_of_call(one, other)
    visit = next((t for t in (one, other) if t.kind == "visit"), None)
    apart = visit is not None and len({p.side for p in visit.parties if p.present}) > 1
    if apart and not overlap(one.when, other.when) and "strong" in {t.strength for t in (one, other) if t is not visit}:
        return False  # people of two sides who travel together are told of for the journey
    return frozenset({one.kind, other.kind}) in ABSORBS


def _told_of_call(one: Telling, other: Telling) -> bool:
    """Whether a call is told as talks, too: of the same day or of nobody by name, and in no place."""
    talks = one if one.kind == "talks" else other
    alike = overlap(one.when, other.when) if one.people == other.people else not (one.people and other.people)
    return alike and talks.place.city is None


def _part_of(one: Telling, other: Telling) -> bool:
    """Whether one names fewer of the sides of the same gathering."""
    small, large = sorted((one, other), key=lambda t: len(t.sides))
    return len(small.sides) > 2 and small.sides < large.sides


def _other_people(one: Telling, other: Telling) -> bool:
    """Whether some side is stood for by different people, or by people of different rank."""
    for side in one.sides & other.sides:
        a = {p.person.name for p in one.parties if p.side == side and p.person}
        b = {p.person.name for p in other.parties if p.side == side and p.person}
        if a and b:
            if not any(_same_name(x, y) for x in a for y in b):
                return True
            continue
        ranks_a, ranks_b = one.ranks_of(side), other.ranks_of(side)
        if ranks_a and ranks_b and not ranks_a & ranks_b and (ranks_a | ranks_b) & POLITICAL:
            return True
    return False


def _pair_of_several(one: Telling, other: Telling) -> bool:
    """Whether one tells of a pair apart who met in a larger round, too (`Before the 2+2, A and B held a bilateral`)."""
    pair, round_ = sorted((one, other), key=lambda t: len(t.people))
    return pair.apart and not round_.apart and _people_a_side(pair) == {1} and min(_people_a_side(round_)) > 1


def _people_a_side(telling: Telling) -> set[int]:
    """How many people are named for each side."""
    return {len({p.person.name for p in telling.parties if p.side == side and p.person}) for side in telling.sides}


def _same_name(one: str, other: str) -> bool:
    """Whether two names are one, or one the end of the other, however they are hyphenated."""
    a, b = sorted((" ".join(fold(n.replace("-", " "))) for n in (one, other)), key=len)
    return a == b or b.endswith(f" {a}")


def _same_time(one: Telling, other: Telling) -> bool:
    if one.when.earliest and other.when.earliest:
        return overlap(extent(one), extent(other))
    dated, undated = (one, other) if one.when.earliest else (other, one)
    if dated.when.earliest and dated.earlier and not undated.earlier and undated.strength == "strong":
        return False  # `had met in May` beside `received him`
    return one.status == other.status or "cancelled" in (one.status, other.status)


def extent(telling: Telling) -> When:
    """The days of a telling; of a visit, up to its last."""
    last = telling.end.latest if telling.kind == "visit" else None
    return replace(telling.when, latest=max(last, telling.when.latest or last)) if last else telling.when


def _same_place(one: Telling, other: Telling) -> bool:
    """Whether no two countries are told."""
    told = {p.country for p in (one.place, other.place) if p.country}
    return len(told) < 2


def _vague(when: When) -> bool:
    """Whether the words of a date leave its year open, as they do where the day of publication is not known."""
    return bool(when.earliest and when.latest and (when.latest - when.earliest).days > YEAR)


def _words(when: When) -> frozenset[str]:
    return frozenset(re.findall(r"\w{3,}", (when.text or "").lower())) - PLAIN


def overlap(one: When, other: When) -> bool:
    """Whether two intervals share a day; where the year is not known, whether they are told alike."""
    if _vague(one) and _vague(other):
        return not _words(one) or not _words(other) or bool(_words(one) & _words(other))
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    return one.earliest <= other.latest and other.earliest <= one.latest
