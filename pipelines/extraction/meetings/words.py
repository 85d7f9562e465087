"""Word lists that several steps of finding meetings share, by the part they play (`reference/meeting_words.csv`).

`plan`: over an infinitive it makes a meeting planned; `hope`: it leaves it a wish; `call_off`: done with a meeting that
does not take place; `journey`: leads `to` a place; `theme`: a noun whose place is not the meeting's (`the war in X`);
`office`: a body told with its seat; `apart`: a verb done with somebody who is not there (`compete with`); `bond`: a
noun of what is between two (`ties with`); `resume`: a verb of what comes time and again; `present`: what those are who
look on (`Also present were`); `edition`: which of several meetings it is; `event`: a noun of a gathering or of its
edges (`on the margins of`).
Not here: triggers (`triggers.py`).
"""

from dataclasses import dataclass
from functools import cache

from pipelines.reference.csv_table import read_table


@dataclass(frozen=True, slots=True)
class MeetingWord:
    """A word, as lemma or as printed, and the part it plays."""

    word: str
    role: str


@cache
def words(role: str) -> frozenset[str]:
    """The words that play a part."""
    return frozenset(row.word for row in read_table("meeting_words.csv", MeetingWord) if row.role == role)
