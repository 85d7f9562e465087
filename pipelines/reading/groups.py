"""Whom a word for several people stands for: `the two leaders`, `both ministers`, `the three`, `they`.

Not here: single people (`salience.py`), sides that act as such (`both sides`).
"""

from collections.abc import Iterable

from pipelines.reading.people import Person

#: How many people a word stands for, where it says so.
COUNTS = {"both": 2, "two": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4}
#: Ranks that a noun for a group tells.
RANKS = {"leaders": "leader", "presidents": "leader", "officers": "military", "generals": "military"}
#: Nouns for groups of states and bodies, never of people.
OF_STATES = frozenset({"sides", "countries", "nations", "parties", "allies", "governments", "militaries", "neighbors"})
#: Sentences back in which people are told whom a word without number and rank stands for.
NEAR = 2


def members(told: Iterable[tuple[int, Person]], rank: str | None, count: int | None) -> tuple[Person, ...]:
    """The people of a group, in the order named; none where fewer are told.

    `told` are people told before, the last first, each with how many sentences ago. Where the word says how many, they
    act for different sides; where it does not, they are those of the nearest sentence by which there are two.
    """
    found: list[Person] = []
    reached = 0
    for distance, person in told:
        if person in found or (rank and person.role_class != rank):
            continue
        if count is None and ((rank is None and distance > NEAR) or (len(found) > 1 and distance > reached)):
            break
        if count is not None and person.side and any(person.side == other.side for other in found):
            continue
        found.append(person)
        reached = distance
        if len(found) == count:
            break
    return tuple(reversed(found)) if len(found) >= (count or 2) else ()
