"""Words that tell of a meeting: verbs and nouns of `reference/meeting_triggers.csv`, found in a parsed text.

Not here: who takes part (`arguments.py`), and whether a meeting that is told belongs in the dataset (`relevance.py`).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from pipelines.extraction.meetings.words import words
from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.csv_table import read_table

NOUN_TAGS = frozenset({"NOUN", "PROPN"})
VERB_TAGS = frozenset({"VERB", "AUX"})
#: Words passed over within a phrase (`paid a brief courtesy call on`, `sat briefly down`).
FILLERS = frozenset({"ADJ", "ADV", "DET", "PRON"})
#: How many words after a word of seeing its site may stand.
REACH_OF_SITE = 9
#: Verbs of doing something together, which the model does not know.
TOGETHER = re.compile(r"(co-(?:chair|host|lead))(?:s|ed|ing)?")
#: Lemmas that the model tends to get wrong.
LEMMAS = {
    "met": "meet",
    "talks": "talk",
    "hosting": "host",
    "sat": "sit",
    "hopes": "hope",
    "hoped": "hope",
    "hoping": "hope",
    "confers": "confer",
    "conferred": "confer",
    "been": "been",  # `had been to Poland` tells of a visit, `is to sign` does not
}


@dataclass(frozen=True, slots=True)
class TriggerRow:
    """A row of the table. `frame` says who stands where: see `arguments.py`."""

    phrase: str
    pos: str
    kind: str
    frame: str
    strength: str


PRESENT = TriggerRow("be present", "verb", "ceremony", "witness", "strong")
#: What a consultation that is told by its name tells.
NAMED = TriggerRow("consultation", "noun", "talks", "together", "strong")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger found: `head` is its verb or noun, `last` the last token of the phrase."""

    row: TriggerRow
    head: Token
    last: Token

    @property
    def span(self) -> Span:
        """Its words."""
        first = min(self.head.idx, self.last.idx)
        return Span(first, max(self.last.idx + len(self.last), self.head.idx + len(self.head)))

    @property
    def words(self) -> Sequence[Token]:
        """The tokens of its phrase, and those passed over within."""
        return list(self.head.doc[min(self.head.i, self.last.i) : max(self.head.i, self.last.i) + 1])

    @property
    def verb(self) -> Token:
        """The verb whose clause it stands in; the trigger itself where it is one."""
        token = self.head
        while token.pos_ not in VERB_TAGS and token.head.i != token.i:
            token = token.head
        return token


@cache
def trigger_table() -> Mapping[tuple[str, str], Sequence[tuple[tuple[str, ...], TriggerRow]]]:
    """Rows by part of speech and first word of the phrase, longest phrases first."""
    by_first: defaultdict[tuple[str, str], list[tuple[tuple[str, ...], TriggerRow]]] = defaultdict(list)
    for row in read_table("meeting_triggers.csv", TriggerRow):
        phrase = tuple(row.phrase.replace("-", " - ").split() if row.pos == "noun" else row.phrase.split())
        by_first[row.pos, phrase[0]].append((phrase, row))
    return {key: sorted(rows, key=lambda r: (-len(r[0]), r[1].frame != "inspect")) for key, rows in by_first.items()}


def find_triggers(document: Document) -> list[Trigger]:
    """The triggers of the text in order, those within quotations left out."""
    told = list(_told_by_words(document))
    return sorted((*told, *_told_by_name(document, told)), key=lambda t: t.span)


def _told_by_name(document: Document, told: Sequence[Trigger]) -> Iterator[Trigger]:
    """Consultations told by their name alone (`the 2+2 in Oslo`, `held AUSMIN`)."""
    for name in document.names:
        if name.form != "consultation" or name.code or document.in_quote(name.span.start):
            continue
        words = document.doc.char_span(name.span.start, name.span.end, alignment_mode="expand")
        reach = Span(name.span.start, name.span.end + 10)  # `2+2 meeting`
        if words is not None and not any(t.span.overlaps(reach) for t in told):
            head = next((t for t in words if t.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")), words[-1])
            yield Trigger(NAMED, head, words[-1])


def _told_by_words(document: Document) -> Iterator[Trigger]:
    table = trigger_table()
    end = -1
    for token in document.doc:
        if token.i <= end or document.in_quote(token.idx) or token.is_space:
            continue
        trigger = _at(table, token) or _inverted(token)
        if trigger and trigger.row.frame != "none":
            end = trigger.last.i
            yield trigger


def _at(table: Mapping[tuple[str, str], Sequence[tuple[tuple[str, ...], TriggerRow]]], token: Token) -> Trigger | None:
    pos = "verb" if token.pos_ in VERB_TAGS else "noun" if token.pos_ in NOUN_TAGS or token.pos_ == "ADJ" else None
    if pos is None:
        return None
    if pos == "verb" and token.dep_ == "amod" and token.tag_ == "VBG":
        return None  # `the visiting minister`
    for phrase, row in table.get((pos, lemma_of(token)), ()):
        last = _matched(phrase, token)
        if last is None:
            continue
        if row.frame == "inspect" and site_after(last) is None:
            continue
        if row.phrase == "attend" and not any(c.dep_ in ("dobj", "nsubjpass", "prep") for c in token.children):
            row = PRESENT  # `The minister attended, as did`
        if row.frame == "guest" and row.pos == "noun" and not _told_beside_a_name(last):
            continue
        if row.pos == "noun":
            head = token if last.pos_ == "ADP" else last  # `a call on`
            if head.dep_ in ("compound", "nmod", "amod") and head.head.i > last.i and head.head.pos_ in NOUN_TAGS:
                return None  # `summit venue`, `meeting room`
            return Trigger(row, head, last)
        return Trigger(row, token, last)
    return None


def _inverted(token: Token) -> Trigger | None:
    """`Also there was`, `Also present were`: those told after the verb were there."""
    if token.lower_ != "also" or not token.is_sent_start:
        return None
    start = token.doc[token.i : min(token.sent.end, token.i + REACH_OF_SITE)]
    verb = next((t for t in start if lemma_of(t) == "be"), None)
    here = any(lemma_of(t) in words("present") for t in start if verb is not None and t.i < verb.i)
    return Trigger(PRESENT, verb, verb) if verb is not None and here else None


def _matched(phrase: tuple[str, ...], token: Token) -> Token | None:
    """The last token of the phrase where it stands at the token."""
    at = token
    for word in phrase[1:]:
        following = at.nbor(1) if at.i + 1 < len(at.doc) else None
        skipped = 0
        while following is not None and lemma_of(following) != word and _is_filler(following) and skipped < 3:
            following = following.nbor(1) if following.i + 1 < len(at.doc) else None
            skipped += 1
        if following is None or lemma_of(following) != word:
            following = next((c for c in token.children if c.dep_ == "prt" and c.lower_ == word), None)
        if following is None:
            return None
        at = following
    return at


def _is_filler(token: Token) -> bool:
    return token.pos_ in FILLERS or token.dep_ == "amod"


def tells_meeting(noun: Token) -> bool:
    """Whether a noun is the meeting itself, not one who takes part."""
    return any(row.frame != "guest" for _, row in trigger_table().get(("noun", lemma_of(noun)), ()))


def _told_beside_a_name(noun: Token) -> bool:
    """Whether `his host`, `the visitor` is one person's, and not what another trigger receives."""
    received = noun.dep_ == "dobj" and ("verb", lemma_of(noun.head)) in trigger_table() and lemma_of(noun.head) != "be"
    return noun.tag_ == "NN" and not received


def site_after(token: Token) -> Token | None:
    """The site told of soon after a word of seeing (`toured the two yards`)."""
    window = token.doc[token.i + 1 : min(token.sent.end, token.i + REACH_OF_SITE)]
    return next((t for t in window if t.pos_ in NOUN_TAGS and lemma_of(t) in words("site")), None)


def top_of(verb: Token) -> Token:
    """The verb that an infinitive hangs on."""
    top = verb
    while top.dep_ == "xcomp":
        top = top.head
    return top


def lemma_of(token: Token) -> str:
    """The lemma in lower case, mended where the model is known to err."""
    together = TOGETHER.fullmatch(token.lower_)
    if together:
        return together[1]
    lemma: str = LEMMAS.get(token.lower_) or token.lemma_.lower()
    return lemma
