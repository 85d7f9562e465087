"""Who does it: the subject of a verb, with those of its list that the parser lost.

Not here: whom it is done with or to (`arguments.py`).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from pipelines.extraction.meetings.parties import Parties
from pipelines.extraction.meetings.triggers import VERB_TAGS, lemma_of
from pipelines.extraction.meetings.units import Unit
from pipelines.records import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
#: Parts of a subject's subtree that tell of something else.
ASIDE = frozenset({"relcl", "advcl", "acl", "ccomp"})
AUXILIARIES = frozenset({"be", "have"})
#: What an infinitive hangs on that is only ahead.
PENDING = frozenset({"be", "due", "set", "expect", "schedule", "slate", "plan", "likely"})
#: Verbs that tell who a delegation is made of.
LED = frozenset({"lead", "head", "comprise", "include"})
#: How many characters of a list the parser may have left to the sentence before.
CUT_OFF = 40


def subject_of(parties: Parties, verb: Token, depth: int = 0) -> Iterator[Unit]:
    """Who does it: the subject of the verb, or that of the verb it hangs on."""
    own = next((c for c in verb.children if c.dep_ in SUBJECTS and not _after_with(c)), None)
    if own is not None and own.lower_ in RELATIVES and verb.dep_ == "relcl":
        yield from parties.ending_at(verb.head)
    elif own is not None and own.dep_ != "expl":
        aside = {t.i for c in own.subtree if c.dep_ in ASIDE and lemma_of(c) not in LED for t in c.subtree}
        tokens = [t for t in own.subtree if t.i not in aside and t.i < verb.i]
        if tokens:
            region = Span(tokens[0].idx, end_of(max(tokens, key=lambda t: t.i)))
            yield from (
                u
                for u in parties.within(region)
                if not (u.form == "city" and located(parties, u))
                and not any(u.parties[0].span.start <= verb.doc[i].idx < u.parties[0].span.end for i in aside)
            )
    elif depth < 4 and verb.head.i != verb.i:
        if verb.dep_ in ("acl", "relcl") and verb.head.pos_ not in VERB_TAGS and verb.tag_ == "VBG":
            yield from parties.ending_at(verb.head)
            return
        head = verb.head
        while head.pos_ not in VERB_TAGS and head.head.i != head.i:
            head = head.head
        if head.i != verb.i:
            yield from subject_of(parties, head, depth + 1)


def _after_with(subject: Token) -> bool:
    """Whether the model takes for a subject those with whom somebody does it (`spoke with A to discuss`)."""
    first = subject.left_edge
    return bool(first.i) and str(first.nbor(-1).lower_) == "with"


def located(parties: Parties, unit: Unit) -> bool:
    """Whether a unit tells where (`A and B, meeting in Singapore`)."""
    return bool(
        re.search(r"\b(?:in|at|near|from) $", parties.document.text[max(0, unit.span.start - 6) : unit.span.start])
    )


def whole_list(parties: Parties, verb: Token, subject: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The subject with those of its list that the parser lost (`Minister A, Secretary B and General C met`)."""
    first = _first_word(verb)
    if first.tag_ not in ("VBD", "VBZ", "VBP", "MD") or any(u.form == "pronoun" for u in subject):
        return subject
    before = tuple(parties.list_before(first.idx, max(0, verb.sent.start_char - CUT_OFF)))
    text = parties.document.text
    listed = any(re.search(r"\band\b", text[a.span.end : b.span.start]) for a, b in pairwise(before))
    return before if set(subject) < set(before) and (listed or not subject) else subject


def _first_word(verb: Token) -> Token:
    """The first word of a verb with its auxiliaries, and of the `are due` that an infinitive hangs on."""
    top = verb
    while top.dep_ == "xcomp" and top.head.i < top.i and lemma_of(top.head) in PENDING:
        top = top.head
    return min(
        (top, *(c for c in top.children if c.i < top.i and (c.tag_ == "MD" or lemma_of(c) in AUXILIARIES))),
        key=lambda t: t.i,
    )


def end_of(token: Token) -> int:
    """Offset after the token."""
    end: int = token.idx + len(token)
    return end


def paragraph_end(text: str, token: Token) -> int:
    """Where a list must end: with the paragraph, for the model ends sentences within long names.

    `text` is that of the token's document, which spaCy would put together anew each time.
    """
    end = text.find("\n\n", token.idx)
    return end if end >= 0 else len(text)
