"""In whose company somebody acts: `sat for hours with B`, `with B at his side`, where no word tells of a meeting.

Whoever does something with, beside or between people of rank on another side has met them, if a day or place is told;
so has whoever tells them something (frame `contact` in `reference/meeting_triggers.csv`). Not here: words of meeting
(`triggers.py`), and who stands around them (`arguments.py`).
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from pipelines.extraction.meetings.tellings import Telling
from pipelines.extraction.meetings.triggers import VERB_TAGS, Trigger, TriggerRow, lemma_of
from pipelines.extraction.meetings.words import words
from pipelines.reading.document import Document

COMPANY = TriggerRow("company", "verb", "talks", "contact", "weak")
#: Words that put one beside another; with a second word where they need it.
BESIDE = {
    "between": (),
    "with": (),
    "alongside": (),
    "beside": (),
    "together": (),
    "flanked": ("by",),
    "accompanied": ("by",),
    "next": ("to",),
    "company": ("of",),
}


#: Frames of words that may tell of no meeting by themselves.
UNSURE = frozenset({"joint", "contact"})


def find_company(document: Document, told: Sequence[Trigger]) -> Iterator[Trigger]:
    """A trigger for each verb whose clause tells of company and has no other word of meeting."""
    sure = [t for t in told if t.row.frame not in UNSURE]
    taken = {t.verb.i for t in sure} | {t.head.i for t in sure}
    for token in document.doc:
        if token.lower_ not in BESIDE or document.in_quote(token.idx):
            continue
        verb = _verb_of(token)
        last = _last_word(token)
        if verb is not None and last is not None and verb.i not in taken:
            taken.add(verb.i)
            yield Trigger(COMPANY, verb, last)


def is_dated_or_placed(telling: Telling) -> bool:
    """Whether a clause of mere contact says when or where it was."""
    return bool(telling.when.earliest or (telling.place.country and not telling.place.assumed))


def _last_word(token: Token) -> Token | None:
    """The last word of those that put one beside another; null where the second is lacking."""
    needed = BESIDE[token.lower_]
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if not needed:
        return token
    return following if following is not None and following.lower_ in needed else None


def _verb_of(token: Token) -> Token | None:
    """The verb that is done in company, unless the word hangs on a noun right before it (`cooperation with`)."""
    if token.i and lemma_of(token.nbor(-1)) in words("bond"):
        return None
    above = next((t for t in token.ancestors if t.pos_ in VERB_TAGS), None)
    return above if above is not None and lemma_of(above) not in words("apart") else None
