"""For which side somebody acts: by the offices told, by `X of Greece` and `China's Gen X`, and by what is known.

Not here: the side that a text takes for granted (`home.py`).
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipelines.reading.holders import Holding
from pipelines.reading.known_people import in_office, known_term
from pipelines.records import Published, Span
from pipelines.reference.gazetteer import Name

#: Weights of the signs that somebody acts for a side. One who is in office weighs more than any one thing told.
TOLD, IN_OFFICE, KNOWN = 4.0, 5.0, 3.0

OF_SIDE = re.compile(r"(?: \([^)]{1,30}\))? (?:of|from) (?:the )?")
#: Whose body somebody heads: `Gen. Kim, who leads the Chilean army's school`.
WHO_LEADS = re.compile(
    r",? who (?:(?:also|now|currently) )?"
    r"(?:leads|heads|commands|runs|chairs|oversees|directs|represents|speaks for|led|headed) (?:the )?"
)
RANK = r"(?:Gen|Lt|Col|Maj|Brig|Adm|Vice|Rear|Air|Chief|Marshal|General|Admiral|Sheikh|Mr|Mrs|Ms|Dr)\.?"
POSSESSIVE = re.compile(rf"[’']s? (?:{RANK} ?)*")
#: How far from a name the side may stand.
REACH = 34
#: Relations in which the side told is that of another person's office.
OF_OTHERS = frozenset({"predecessor"})


class Sides:
    """The sides named in one text, for asking who acts for them."""

    def __init__(self, text: str, names: Sequence[Name], published: Published) -> None:
        """Take the names of sides in the text, and its day of publication, on which terms of office depend."""
        self._text = text
        self._names = [name for name in names if name.code]
        self._starts = [name.span.start for name in self._names]
        self._ends = [name.span.end for name in self._names]
        self._published = published

    def of(self, name: str, rank: str, mentions: Sequence[Span], holdings: Sequence[Holding]) -> str | None:
        """The side of somebody; null where nothing tells it."""
        votes: defaultdict[str, float] = defaultdict(float)
        for holding in holdings:
            told = holding.side or next(iter(holding.phrase.sides), None)
            if told and holding.phrase.relation not in OF_OTHERS:
                votes[told] += TOLD
        for mention in mentions:
            for side in self._beside(mention):
                votes[side] += TOLD
        if term := known_term(name, rank, self._published):
            votes[term.iso3] += IN_OFFICE if in_office(term, self._published) else KNOWN
        return max(votes, key=lambda side: votes[side], default=None)

    def _beside(self, mention: Span) -> Iterator[str]:
        """Sides told right after a name (`Stefanis of Greece`) or owning it (`China's Gen Li`)."""
        after = OF_SIDE.match(self._text, mention.end) or WHO_LEADS.match(self._text, mention.end)
        if after:
            i = bisect_left(self._starts, after.end())
            if i < len(self._names) and self._starts[i] == after.end():
                yield str(self._names[i].code)
        i = bisect_right(self._ends, mention.start) - 1
        near = i >= 0 and mention.start - self._ends[i] <= REACH
        if near and POSSESSIVE.fullmatch(self._text, self._ends[i], mention.start):
            yield str(self._names[i].code)
