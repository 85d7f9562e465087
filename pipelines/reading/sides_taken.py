"""The side of those whose office is told without one.

Not here: sides that are told or known (`sides.py`), which side is taken for granted (`home.py`).
"""

from collections.abc import Sequence
from dataclasses import replace

from pipelines.reading.offices import OfficePhrase
from pipelines.reading.people import Person, last_before
from pipelines.reading.served import Served
from pipelines.reference.titles import side_of_title

#: Who owns an office that is another person's.
OWNERS = frozenset({"his", "her"})


def at_home(text: str, people: Sequence[Person], phrases: Sequence[OfficePhrase], home: str | None) -> list[Person]:
    """The people, those with an office and no side on one.

    It is that of its owner (`her attaché`) or of whom it serves, that of the only state with such offices, or `home`.
    """
    offices = {phrase.span: phrase for phrase in phrases if not phrase.honorific and phrase.relation is None}
    served = Served(text, people, phrases)
    found: list[Person] = []
    for person in people:
        held = [offices[span] for span in person.offices if span in offices]
        if person.side is None and held:
            master = _master(people, held, person, served)
            own = next((side for phrase in held if (side := side_of_title(phrase.title.of(text)))), None)
            person = replace(person, side=(master.side if master else None) or own or home)
        found.append(person)
    return found


def _master(people: Sequence[Person], held: Sequence[OfficePhrase], person: Person, served: Served) -> Person | None:
    """Whose office it is that somebody holds, or whom its holder serves."""
    owned = next((phrase for phrase in held if phrase.owner in OWNERS), None)
    if owned:
        return last_before(people, owned.span.start, person)
    return next((master for phrase in held if (master := served.by(phrase))), None)
