"""The side of those whose office is told without one.

Not here: sides that are told or known (`sides.py`), which side is taken for granted (`home.py`).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipelines.reading.home import NAMING_KINDS
from pipelines.reading.offices import OfficePhrase
from pipelines.reading.people import Person, last_before
from pipelines.reading.served import Served
from pipelines.reference.gazetteer import Name
from pipelines.reference.titles import side_of_title

#: Who owns an office that is another person's.
OWNERS = frozenset({"his", "her"})
#: Portfolios of those who are told by their office alone once their body is named; and the kinds of these.
FOR_BODIES = frozenset({"spokesperson", "company"})
BODIES = frozenset({"agency", "company", "organization"})
#: Titles of those who are sent to the side that a text takes for granted.
SENT = frozenset({"ambassador", "high commissioner", "charge d'affaires", "chargé d'affaires", "defense attache"})
#: How far before the office, in characters, the body may be named.
NEAR = 250


def at_home(
    text: str, people: Sequence[Person], phrases: Sequence[OfficePhrase], names: Sequence[Name], home: str | None
) -> list[Person]:
    """The people, those with an office and no side on one.

    It is that of its owner (`her attaché`) or of whom it serves, that of the body told before (`the State Department
    agreed. Spokesperson Kim said`), that of the only state with such offices, or `home`.
    """
    offices = {phrase.span: phrase for phrase in phrases if not phrase.honorific and phrase.relation is None}
    served = Served(text, people, phrases)
    bodies = [name for name in names if name.kind in BODIES and name.code]
    abroad = _named_most([name for name in names if name.kind in NAMING_KINDS and name.code != home])
    found: list[Person] = []
    for person in people:
        held = [offices[span] for span in person.offices if span in offices]
        if person.side is None and held:
            master = _master(people, held, person, served)
            body = next((body for phrase in held if (body := _body_before(phrase, bodies))), None)
            own = next((side for phrase in held if (side := side_of_title(phrase.title.of(text)))), None)
            taken = abroad if any(phrase.title.of(text).lower() in SENT for phrase in held) else home
            person = replace(person, side=(master.side if master else None) or body or own or taken)
        found.append(person)
    return found


def _named_most(names: Sequence[Name]) -> str | None:
    """The side that an envoy comes from who is told without it: whichever is named most but for the home side."""
    return next((code for code, _ in Counter(name.code for name in names if name.code).most_common(1)), None)


def _body_before(phrase: OfficePhrase, bodies: Sequence[Name]) -> str | None:
    """The side of the body that a spokesperson speaks for who is told by that alone: the one named last."""
    if phrase.portfolio not in FOR_BODIES or phrase.sides or phrase.organization or phrase.span != phrase.title:
        return None
    i = bisect_left(bodies, phrase.span.start, key=lambda name: name.span.start) - 1
    near = i >= 0 and phrase.span.start - bodies[i].span.end <= NEAR
    return bodies[i].code if near else None


def _master(people: Sequence[Person], held: Sequence[OfficePhrase], person: Person, served: Served) -> Person | None:
    """Whose office it is that somebody holds, or whom its holder serves."""
    owned = next((phrase for phrase in held if phrase.owner in OWNERS), None)
    if owned:
        return last_before(people, owned.span.start, person)
    return next((master for phrase in held if (master := served.by(phrase))), None)
