"""Whom the holder of an office works for: `a spokesman for Minister Kim`, `Kim's chief of staff`, `aides to Kim`.

Not here: offices held for a side (`offices.py`), the side of whoever owns an office told by a pronoun (`people.py`).
"""

import re
from collections.abc import Sequence

from pipelines.reading.offices import OfficePhrase
from pipelines.reading.people import Person

LINK = re.compile(r" (?:for|to|of) (?:the |then )?")
POSSESSIVE = re.compile(r"[’']s? (?:\w+ )?$")
#: Characters before an office in which the end of its owner's name has room.
REACH = 24


class Served:
    """The people of a text by where they are named, for asking whom an office serves."""

    def __init__(self, text: str, people: Sequence[Person], phrases: Sequence[OfficePhrase]) -> None:
        """Take who is named where, and with which offices."""
        self._text = text
        by_office = {office: person for person in people for office in person.offices}
        self._starting = {phrase.span.start: by_office[phrase.span] for phrase in phrases if phrase.span in by_office}
        self._starting |= {mention.start: person for person in people for mention in person.mentions}
        self._ending = {mention.end: person for person in people for mention in person.mentions}

    def by(self, phrase: OfficePhrase) -> Person | None:
        """The person that the office serves; null where none is told."""
        link = LINK.match(self._text, phrase.span.end)
        if link and (person := self._starting.get(link.end())):
            return person
        owner = POSSESSIVE.search(self._text, max(0, phrase.span.start - REACH), phrase.span.start)
        return self._ending.get(owner.start()) if owner else None
