"""Who stands where around a trigger: those it is told of (`subject`) and those they meet, receive or visit (`object`).

Frames: `together` (X met Y; talks between X and Y), `host` (X received Y), `guest` (X was guest of Y), `travel`
(X flew to Z), `carry` (the trip takes X to Z), `attend` (X took part in F), `joint` (X and Y agreed), `contact` (X told
Y; X sat with Y). Signings are another matter (`ceremonies.py`). Not here: what parties are (`parties.py`), which of
them make one meeting (`sorting.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from pipelines.extraction.meetings.noun_arguments import of_noun
from pipelines.extraction.meetings.parties import Parties
from pipelines.extraction.meetings.subjects import (
    CUT_OFF,
    RELATIVES,
    SUBJECTS,
    end_of,
    paragraph_end,
    subject_of,
    whole_list,
)
from pipelines.extraction.meetings.triggers import VERB_TAGS, Trigger, lemma_of, tells_meeting, top_of
from pipelines.extraction.meetings.units import Unit
from pipelines.extraction.meetings.words import words
from pipelines.records import Span
from pipelines.reference.speech import reporting_verbs

#: Prepositions that lead to those met, by frame.
LEADS = {
    "together": ("with", "between", "among", "on"),
    "host": ("to", "with", "for"),
    "guest": ("of",),
    "joint": ("with",),
    "travel": (),
    "attend": ("with", "alongside"),
}
#: How the model hangs on a verb those whom it is done to, where time and place come first; and how far on they stand.
OBJECTS_OF_VERB = frozenset({"dobj", "npadvmod", "dative", "oprd", "dep"})
REACH_OF_LAST = 160
#: How many characters may stand between a word of contact and whoever it leads to.
LEAD_OF_CONTACT = 20


@dataclass(frozen=True, slots=True)
class Arguments:
    """Units in text order. `passive`: the subject is who is received, visited, met."""

    subject: tuple[Unit, ...]
    object: tuple[Unit, ...]


def arguments_of(parties: Parties, trigger: Trigger) -> Arguments:
    """The arguments of a trigger, verb or noun."""
    if trigger.row.pos == "noun":
        return Arguments(*of_noun(parties, trigger))
    return _of_verb(parties, trigger)


def _of_verb(parties: Parties, trigger: Trigger) -> Arguments:
    verb = trigger.head
    if trigger.row.frame == "carry":
        return Arguments(tuple(_carried(parties, verb)), ())
    subject = tuple(subject_of(parties, verb))
    subject = (
        _list_of_relative(parties, trigger, subject)
        if verb.dep_ == "relcl" or (verb.dep_ == "acl" and verb.tag_ == "VBG")
        else whole_list(parties, verb, subject)
    )
    if not subject and verb.tag_ == "VBG" and verb.i and verb.nbor(-1).lower_ in ("after", "before", "following"):
        subject = tuple(_speaker(parties, verb))
    if trigger.row.frame == "joint" and len({p.side for u in subject for p in u.parties if p.side}) > 1:
        return Arguments(subject, ())  # whatever else is named is what they speak of
    if trigger.row.frame == "contact":
        found = tuple(_beside(parties, trigger))
    else:
        found = tuple(_object(parties, trigger, trigger.last, LEADS.get(trigger.row.frame, ())))
    if verb.dep_ == "relcl" and any(t.lower_ == "whom" for c in verb.children for t in (c, *c.children)):
        found = tuple(u for u in parties.ending_at(verb.head) if u.form in ("person", "office")) or found
    if _in_clause_of_place(verb):
        found = tuple(_arrived(parties, verb, found)) or found
    found = found or tuple(_fronted(parties, trigger))
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        agent = next((c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")), None)
        agent = agent or next((t for t in verb.doc[verb.i : verb.sent.end] if t.lower_ == "by"), None)
        hosts = (
            tuple(parties.list_at(end_of(agent), paragraph_end(parties.document.text, verb)))
            if agent is not None
            else ()
        )
        if trigger.row.frame == "attend":
            return Arguments(hosts, ())
        return Arguments(hosts, subject) if trigger.row.frame == "host" else Arguments(subject, (*found, *hosts))
    return Arguments(subject, found)


def _speaker(parties: Parties, verb: Token) -> Iterator[Unit]:
    """Who said what the model hangs `after meeting B` on (`A said that jets were needed, after meeting B`)."""
    above = next((t for t in verb.ancestors if t.pos_ in VERB_TAGS and lemma_of(t) in reporting_verbs()), None)
    if above is not None:
        yield from (u for u in subject_of(parties, above) if u.form in ("person", "office", "pronoun"))


def _fronted(parties: Parties, trigger: Trigger) -> Iterator[Unit]:
    """With whom somebody does it, where that opens the sentence (`With A, the minister reviewed the plan`)."""
    first = trigger.head.sent[0]
    if first.lower_ == "with" and "with" in LEADS.get(trigger.row.frame, ()) and first.head.i == trigger.head.i:
        yield from (u for u in parties.list_at(end_of(first), trigger.head.idx) if u.form in ("person", "office"))


def _in_clause_of_place(verb: Token) -> bool:
    """Whether a verb is that of a clause with `where`, or hangs on it (`where B is to receive him`)."""
    top = top_of(verb)
    return top.dep_ == "relcl" and any(c.lower_ == "where" for t in (verb, top, top.head) for c in t.children)


def _beside(parties: Parties, trigger: Trigger) -> Iterator[Unit]:
    """Whoever a word of contact leads to, but none who acts after a comma (`speaking to the media later, he said`)."""
    start = end_of(trigger.last)
    found = parties.list_at(start, paragraph_end(parties.document.text, trigger.head), lead=LEAD_OF_CONTACT)
    comma = found and "," in parties.document.text[start : found[0].span.start]
    if found and not (comma and parties.opens_clause(found[0])):
        yield from found


def _arrived(parties: Parties, verb: Token, found: tuple[Unit, ...]) -> Iterator[Unit]:
    """Whom a pronoun stands for in a clause of place: whoever went there (`B flew to Oslo, where A received him`)."""
    if [u.form for u in found] != ["pronoun"]:
        return
    above = next((t for t in top_of(verb).ancestors if t.pos_ in VERB_TAGS), None)
    if above is not None:
        yield from [u for u in subject_of(parties, above) if u.form in ("person", "office")][:1]


def _carried(parties: Parties, verb: Token) -> Iterator[Unit]:
    """Whom a journey takes somewhere (`the trip brings her to`)."""
    journey = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    carried = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if journey is None or carried is None:
        return
    if lemma_of(verb.head if journey.lower_ in RELATIVES else journey) in words("journey"):
        yield from parties.of_pronoun(carried)


def _list_of_relative(parties: Parties, trigger: Trigger, subject: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The whole list that `who` stands for where it takes several to do it (`A, B and C, who met in Oslo`)."""
    verb = trigger.head
    alone = trigger.row.frame == "together" and not any(c.dep_ in ("dobj", "prep") and _leads(c) for c in verb.children)
    who = any(c.lower_ == "who" for c in verb.children)
    if not alone or len(subject) != 1 or not (who or verb.tag_ == "VBG"):
        return subject
    end = subject[0].span.end if who else verb.idx
    listed = tuple(parties.list_before(end, max(0, verb.sent.start_char - CUT_OFF)))
    return listed if set(subject) < set(listed) else subject


def _leads(token: Token) -> bool:
    """Whether a word of a clause tells whom somebody meets."""
    return bool(token.dep_ == "dobj" or token.lower_ == "with")


def _object(parties: Parties, trigger: Trigger, last: Token, leads: tuple[str, ...]) -> Iterator[Unit]:
    verb, limit = trigger.head, paragraph_end(parties.document.text, trigger.head)
    if trigger.row.frame in ("together", "host", "guest") and last.dep_ != "dobj":
        found = parties.list_at(end_of(last), limit, lead=30)
        if found and not (trigger.row.frame == "host" and _sent_by(found, verb)):
            yield from found
            return
    direct = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    if trigger.row.frame == "host" and direct is not None and not tells_meeting(direct):
        tokens = list(direct.subtree)
        within = parties.within(Span(tokens[0].idx, end_of(tokens[-1])))
        received = lemma_of(direct) in words("guests") or any(
            u.span.start <= direct.idx < u.span.end for u in parties.owning(direct)
        )
        if within and received:
            yield from within
            return
    strict = trigger.row.frame == "joint" or lemma_of(verb) == "speak"
    for token in verb.doc[last.i + 1 : min(verb.sent.end, last.i + 25)]:
        own = token.head.i in (verb.i, last.i) or (strict and token.head.dep_ == "dobj" and token.head.head.i == verb.i)
        own = own or (not strict and token.head.pos_ not in ("NOUN", "PROPN"))
        if token.lower_ in leads and own and token.dep_ in ("prep", "dative", "agent", "conj", "xcomp", "advmod"):
            found = parties.list_at(end_of(token), limit, lead=25)
            if found:
                yield from found
                return
        if token.pos_ == "VERB" and token.dep_ in ("conj", "advcl", "ccomp", "ROOT", "relcl"):
            break
    if trigger.row.frame == "together":
        found = list(_with_whom(parties, trigger, limit))
        if found:
            yield from found
            return
    if trigger.row.pos == "verb" and trigger.row.frame in ("together", "host"):
        yield from _told_last(parties, verb)


def _sent_by(found: list[Unit], verb: Token) -> bool:
    """Whether what is received is told by whose it is, and by its leader later (`a Sudanese delegation led by A`)."""
    direct = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    led = direct is not None and any(c.dep_ == "acl" for c in direct.children)
    return led and all(u.form == "side" for u in found)


def _told_last(parties: Parties, verb: Token) -> Iterator[Unit]:
    """Those told after time and place (`received in his office today Sir A`), who hang on the verb nonetheless."""
    reach = Span(end_of(verb), min(verb.sent.end_char, end_of(verb) + REACH_OF_LAST))
    for unit in parties.within(reach):
        words = verb.doc.char_span(unit.span.start, unit.span.end, alignment_mode="expand")
        if unit.form not in ("person", "office") or words is None:
            continue
        after_a_day = any(d.span.end == unit.span.start - 1 for d in parties.document.dates)
        if parties.opens_clause(unit):
            return
        if after_a_day or any(t.head.i == verb.i and t.dep_ in OBJECTS_OF_VERB for t in words):
            yield from parties.list_at(unit.span.start, paragraph_end(parties.document.text, verb), lead=0)
        return


def _with_whom(parties: Parties, trigger: Trigger, limit: int) -> Iterator[Unit]:
    """The list after a `with` that the parser hung on a name before it (`met on the edges of the X Forum with A`)."""
    for token in trigger.head.doc[trigger.last.i + 1 : trigger.head.sent.end]:
        if token.pos_ in VERB_TAGS:
            return
        if token.lower_ == "with" and lemma_of(token.nbor(-1)) not in words("bond"):
            yield from parties.list_at(end_of(token), limit, lead=25)
            return
