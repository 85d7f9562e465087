"""Who stands where around a trigger: those it is told of (`subject`) and those they meet, receive or visit (`object`).

Frames: `together` (X met Y; talks between X and Y), `host` (X received Y), `guest` (X was guest of Y), `travel`
(X flew to Z), `carry` (the trip takes X to Z), `attend` (X took part in F), `joint` (X and Y agreed), `contact` (X told
Y; X sat with Y). Signings are another matter (`ceremonies.py`). Not here: what parties are (`parties.py`), which of
them make one meeting (`sorting.py`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Token

from pipelines.extraction.meetings.parties import Parties, Unit
from pipelines.extraction.meetings.places import of_dateline
from pipelines.extraction.meetings.tellings import Party
from pipelines.extraction.meetings.triggers import VERB_TAGS, Trigger, lemma_of, tells_meeting, trigger_table
from pipelines.extraction.meetings.words import words
from pipelines.records import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS = frozenset({"dobj", "dative", "oprd"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
#: Parts of a subject's subtree that tell of something else.
ASIDE = frozenset({"relcl", "advcl", "acl", "ccomp"})
#: Prepositions that lead to what is spoken of.
THEME_LEADS = frozenset({"about", "on", "regarding", "for", "of"})
#: Verbs that a meeting is the subject of (`a call took place between`).
TAKES_PLACE = frozenset({"take", "hold", "occur"})
#: Verbs that tell who a delegation is made of.
LED = frozenset({"lead", "head", "comprise", "include"})
#: Prepositions that lead to those met, by frame.
LEADS = {
    "together": ("with", "between", "among", "on"),
    "host": ("to", "with", "for"),
    "guest": ("of",),
    "joint": ("with",),
    "travel": (),
    "attend": ("with", "alongside"),
}
#: Prepositions before a destination, and those before a place where somebody arrives.
JOURNEYS = frozenset({"to", "into", "through", "across"})
ARRIVALS = frozenset({"in", "at"})
DESTINATION_LEADS = frozenset({"to", "in", "for", "at", "into", "through", "across", "of"})


#: How many characters may stand between a word of contact and whoever it leads to.
LEAD_OF_CONTACT = 20
#: How many characters of a list the parser may have left to the sentence before.
CUT_OFF = 40
#: How many words after a noun of meeting `of` may stand where its place comes first.
REACH_OF_OF = 6
#: How many words after a noun of meeting `with` may stand.
REACH_OF_WITH = 14
#: Verbs by which a meeting comes after what was just told.
FOLLOWS = frozenset({"follow", "ensue"})
OPPOSITE = re.compile(r"(?:his|her) (?:[\w-]+ ){0,3}(?:opposite number|counterpart|colleague|host|guest)\b")


@dataclass(frozen=True, slots=True)
class Arguments:
    """Units in text order. `passive`: the subject is who is received, visited, met."""

    subject: tuple[Unit, ...]
    object: tuple[Unit, ...]


def arguments_of(parties: Parties, trigger: Trigger) -> Arguments:
    """The arguments of a trigger, verb or noun."""
    if trigger.row.pos == "noun":
        return _of_noun(parties, trigger)
    return _of_verb(parties, trigger)


def _of_verb(parties: Parties, trigger: Trigger) -> Arguments:
    verb = trigger.head
    if trigger.row.frame == "carry":
        return Arguments(tuple(_carried(parties, verb)), ())
    subject = tuple(subject_of(parties, verb))
    subject = (
        _whole_list(parties, verb, subject) if verb.dep_ != "relcl" else _list_of_relative(parties, trigger, subject)
    )
    if trigger.row.frame == "joint" and len({p.side for u in subject for p in u.parties if p.side}) > 1:
        return Arguments(subject, ())  # whatever else is named is what they speak of
    if trigger.row.frame == "contact":
        found = tuple(_beside(parties, trigger))
    else:
        found = tuple(_object(parties, trigger, trigger.last, LEADS.get(trigger.row.frame, ())))
    if _in_clause_of_place(verb):
        found = tuple(_arrived(parties, verb, found)) or found
    found = found or tuple(_fronted(parties, trigger))
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        agent = next((c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")), None)
        agent = agent or next((t for t in verb.doc[verb.i : verb.sent.end] if t.lower_ == "by"), None)
        hosts = tuple(parties.list_at(end_of(agent), _paragraph_end(verb))) if agent is not None else ()
        if trigger.row.frame == "attend":
            return Arguments(hosts, ())
        return Arguments(hosts, subject) if trigger.row.frame == "host" else Arguments(subject, (*found, *hosts))
    return Arguments(subject, found)


def _top_of(verb: Token) -> Token:
    """The verb that an infinitive hangs on."""
    top = verb
    while top.dep_ == "xcomp":
        top = top.head
    return top


def _fronted(parties: Parties, trigger: Trigger) -> Iterator[Unit]:
    """With whom somebody does it, where that opens the sentence (`With A, the minister reviewed the plan`)."""
    first = trigger.head.sent[0]
    if first.lower_ == "with" and "with" in LEADS.get(trigger.row.frame, ()) and first.head.i == trigger.head.i:
        yield from (u for u in parties.list_at(end_of(first), trigger.head.idx) if u.form in ("person", "office"))


def _in_clause_of_place(verb: Token) -> bool:
    """Whether a verb is that of a clause with `where`, or hangs on it (`where B is to receive him`)."""
    top = _top_of(verb)
    return top.dep_ == "relcl" and any(c.lower_ == "where" for t in (verb, top, top.head) for c in t.children)


def _beside(parties: Parties, trigger: Trigger) -> Iterator[Unit]:
    """Whoever a word of contact leads to, but none who acts after a comma (`speaking to the media later, he said`)."""
    start = end_of(trigger.last)
    found = parties.list_at(start, _paragraph_end(trigger.head), lead=LEAD_OF_CONTACT)
    comma = found and "," in parties.document.text[start : found[0].span.start]
    if found and not (comma and parties.opens_clause(found[0])):
        yield from found


def _arrived(parties: Parties, verb: Token, found: tuple[Unit, ...]) -> Iterator[Unit]:
    """Whom a pronoun stands for in a clause of place: whoever went there (`B flew to Oslo, where A received him`)."""
    if [u.form for u in found] != ["pronoun"]:
        return
    above = next((t for t in _top_of(verb).ancestors if t.pos_ in VERB_TAGS), None)
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


def _whole_list(parties: Parties, verb: Token, subject: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The subject with those of its list that the parser lost (`Minister A, Secretary B and General C met`)."""
    infinitive = verb.i > 0 and verb.nbor(-1).lower_ == "to"
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or infinitive or any(u.form == "pronoun" for u in subject):
        return subject
    before = tuple(parties.list_before(verb.idx, max(0, verb.sent.start_char - CUT_OFF)))
    text = parties.document.text
    listed = any(re.search(r"\band\b", text[a.span.end : b.span.start]) for a, b in pairwise(before))
    return before if set(subject) < set(before) and (listed or not subject) else subject


def _list_of_relative(parties: Parties, trigger: Trigger, subject: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The whole list that `who` stands for where it takes several to do it (`A, B and C, who met in Oslo`)."""
    verb = trigger.head
    alone = trigger.row.frame == "together" and not any(c.dep_ in ("dobj", "prep") and _leads(c) for c in verb.children)
    if not alone or len(subject) != 1 or not any(c.lower_ == "who" for c in verb.children):
        return subject
    listed = tuple(parties.list_before(subject[0].span.end, max(0, verb.sent.start_char - CUT_OFF)))
    return listed if set(subject) < set(listed) else subject


def _leads(token: Token) -> bool:
    """Whether a word of a clause tells whom somebody meets."""
    return bool(token.dep_ == "dobj" or token.lower_ == "with")


def _of_noun(parties: Parties, trigger: Trigger) -> Arguments:
    noun = trigger.head
    limit = _paragraph_end(noun)
    if trigger.row.frame == "guest":
        named = tuple(u for u in parties.owning(noun) if u.form == "person") or tuple(
            parties.list_at(end_of(noun), limit, lead=20)
        )
        if noun.dep_ == "attr" and not named:
            named = tuple(_owners(parties, noun))  # `when B was his guest`
        return Arguments(tuple(_actor_of(parties, noun)), tuple(u for u in named if u.form in ("person", "pronoun")))
    between = _lead(noun, ("between", "among", "involving"), reach=16)
    if between is not None:
        return Arguments((), tuple(parties.list_at(end_of(between), limit)))
    subject = (*_owners(parties, noun), *_before_noun(parties, noun))
    reach = REACH_OF_WITH + max(0, trigger.last.i - noun.i)
    on = trigger.last if trigger.last.pos_ == "ADP" else None
    with_ = on or _lead(noun, ("with", "on") if trigger.row.phrase == "courtesy call" else ("with",), reach)
    found = tuple(parties.list_at(end_of(with_), limit)) if with_ is not None else ()
    by = next(_led_by(noun), None)
    if by is not None and not subject:
        subject = tuple(u for u in parties.list_at(end_of(by), limit) if u not in found)
    if not subject and not _refers_back(noun, found):
        subject = tuple(_actor_of(parties, noun))
    if found and not subject:
        subject = tuple(_owner_of_list(parties, end_of(with_ or noun), found)) or tuple(_opposite(parties, noun, found))
    if subject and not found:
        found = tuple(_told_in(parties, noun))
    if not subject and not found and _follows(noun):
        subject = (parties.group_at(noun),)
    return Arguments(tuple(subject), found)


def _led_by(noun: Token) -> Iterator[Token]:
    """The preposition before those whose meeting it is (`a meeting in Oslo of`, `talks held in Oslo by`)."""
    yield from (c for c in noun.children if c.lower_ in ("by", "of") and c.dep_ in ("prep", "agent"))
    after = noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + REACH_OF_OF)]
    yield from (t for t in after if t.lower_ == "of" and t.head.dep_ == "pobj" and t.head.head.head.i == noun.i)
    held = next((c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" and lemma_of(c) in TAKES_PLACE), None)
    if held is not None:
        yield from (c for c in held.subtree if c.lower_ == "by" and c.dep_ in ("prep", "agent"))


def _follows(noun: Token) -> bool:
    """Whether a meeting is one in a row of those told (`Talks followed`, `The inaugural 2+2 was held in`)."""
    if noun.dep_ not in SUBJECTS:
        return False
    numbered = any(t.lower_ in words("edition") for t in noun.subtree if t.i < noun.i)
    return lemma_of(noun.head) in FOLLOWS or (numbered and lemma_of(noun.head) in TAKES_PLACE)


def _told_in(parties: Parties, noun: Token) -> Iterator[Unit]:
    """Whom somebody tells something in a meeting (`told A in a phone call`)."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "during", "at", "over") or verb.pos_ not in VERB_TAGS:
        return
    told = next((c for c in verb.children if c.dep_ in ("dobj", "dative") and verb.i < c.i < noun.i), None)
    if told is not None:
        yield from (u for u in parties.owning(told) if u.form in ("person", "office"))


def _opposite(parties: Parties, noun: Token, found: tuple[Unit, ...]) -> Iterator[Unit]:
    """The counterpart told later in the sentence (`it was at talks with A that his opposite number, B, said`)."""
    rest = Span(found[-1].span.end, noun.sent.end_char)
    text = parties.document.text
    yield from [u for u in parties.within(rest) if OPPOSITE.match(u.span.of(text)) and u.form in ("person", "office")][
        :1
    ]


def _refers_back(noun: Token, found: tuple[Unit, ...]) -> bool:
    """`After the talks`: a meeting told elsewhere, not one of whoever acts in this clause."""
    definite = any(c.dep_ == "det" and c.lower_ in ("the", "that", "this", "these", "those") for c in noun.children)
    of = noun.head.head
    edition = noun.head.lower_ == "of" and of.dep_ in ("dobj", "nsubj", "nsubjpass")  # `held the second round of the`
    return definite and not found and noun.dep_ == "pobj" and not edition


def _owner_of_list(parties: Parties, start: int, found: tuple[Unit, ...]) -> Iterator[Unit]:
    """Whose counterpart, host or guest those of a list are (`talks with his host`)."""
    for token in parties.document.doc:
        if start <= token.idx < found[0].span.end and token.lower_ in ("his", "her") and token.dep_ == "poss":
            yield from parties.of_pronoun(token)
            return


def _lead(noun: Token, words: tuple[str, ...], reach: int) -> Token | None:
    """The preposition that leads to the parties of a noun: its own, or the nearest within reach."""
    own = next((c for c in noun.children if c.lower_ in words and c.dep_ == "prep"), None)
    if own is not None:
        return own
    stop = min(noun.sent.end, noun.i + reach)
    for token in noun.doc[noun.i + 1 : stop]:
        if token.lower_ in words:
            return token
        if token.text in (";", "—", "--"):
            return None
        acting = token.pos_ in VERB_TAGS and token.dep_ not in ("aux", "auxpass", "acl")
        if acting and lemma_of(token) not in TAKES_PLACE:
            return None
    return None


def _owners(parties: Parties, noun: Token) -> Iterator[Unit]:
    """Whose meeting it is: `Lee's summit`, `their talks`, `his visit`."""
    for child in noun.children:
        if child.dep_ != "poss":
            continue
        unit = next((u for u in parties.units if u.span.start <= child.idx < u.span.end), None)
        if unit:
            yield unit
        elif child.lower_ in ("his", "her"):
            yield from parties.of_pronoun(child)
        elif child.lower_ == "their":
            yield parties.group_at(child)


def _before_noun(parties: Parties, noun: Token) -> Iterator[Unit]:
    """`South Korea-Poland talks`, `the Biden-Yoon summit`, `US-Vietnam defence dialogue`."""
    left = min(
        (c.left_edge for c in noun.children if c.i < noun.i and c.dep_ in ("compound", "amod", "nmod")),
        key=lambda t: t.i,
        default=noun,
    )
    codes = parties.sides_between(Span(left.idx, noun.idx))
    if len({p.side for u in codes for p in u.parties}) > 1:
        yield from (_of_leaders(u) for u in codes) if lemma_of(noun) == "summit" else codes


def _of_leaders(unit: Unit) -> Unit:
    """A side that its leader stands for, as at a summit."""
    return replace(unit, parties=tuple(replace(p, role_class="leader") for p in unit.parties), form="office")


def _actor_of(parties: Parties, noun: Token) -> Iterator[Unit]:
    """Who holds the talks: the subject of the verb they hang on (`held talks`, `spoke in a meeting`, `after talks`)."""
    held = noun.nbor(-1) if noun.i else noun
    if held.dep_ == "amod" and lemma_of(held) == "hold":  # the model's reading of `A, B and C held talks`
        yield from parties.list_before(held.idx, noun.sent.start_char)
        return
    token = noun
    while (
        token.head.i != token.i
        and token.dep_ in ("conj", "appos", "compound", "nmod")
        and token.head.pos_ not in VERB_TAGS
    ):
        token = token.head
    if token.dep_ in SUBJECTS:
        return
    while token.head.i != token.i and token.pos_ not in VERB_TAGS:
        token = token.head
    if token.pos_ in VERB_TAGS and not _spoken_of(token, noun):
        yield from _whole_list(parties, token, tuple(subject_of(parties, token)))


def _spoken_of(verb: Token, noun: Token) -> bool:
    """Whether a meeting is what somebody speaks of: object of a verb of agreeing, or of its theme, and another noun's.

    `discussed plans for the upcoming summit` tells of no summit of those who discuss it.
    """
    top = noun
    while top.head.i not in (top.i, verb.i):
        top = top.head
    joint = any(row.frame == "joint" for _, row in trigger_table().get(("verb", lemma_of(verb)), ()))
    theme = top.dep_ in ("dobj", "nsubjpass") or (top.dep_ == "prep" and top.lower_ in THEME_LEADS)
    return joint and theme


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


def _object(parties: Parties, trigger: Trigger, last: Token, leads: tuple[str, ...]) -> Iterator[Unit]:
    verb, limit = trigger.head, _paragraph_end(trigger.head)
    if trigger.row.frame in ("together", "host", "guest") and last.dep_ != "dobj":
        found = parties.list_at(end_of(last), limit, lead=30)
        if found:
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
        yield from _with_whom(parties, trigger, limit)


def _with_whom(parties: Parties, trigger: Trigger, limit: int) -> Iterator[Unit]:
    """The list after a `with` that the parser hung on a name before it (`met on the edges of the X Forum with A`)."""
    for token in trigger.head.doc[trigger.last.i + 1 : trigger.head.sent.end]:
        if token.pos_ in VERB_TAGS:
            return
        if token.lower_ == "with" and lemma_of(token.nbor(-1)) not in words("bond"):
            yield from parties.list_at(end_of(token), limit, lead=25)
            return


def destinations(parties: Parties, trigger: Trigger) -> Iterator[Unit]:
    """The places that a journey leads to, as units of their countries."""
    noun_or_last = trigger.last
    if trigger.row.pos == "noun":
        yield from _named_before(parties, noun_or_last)
    limit = _paragraph_end(noun_or_last)
    leads = ARRIVALS | JOURNEYS if lemma_of(trigger.head) in ("arrive", "arrival", "stopover", "land") else JOURNEYS
    if trigger.row.pos == "verb" and (
        trigger.last.lower_ in DESTINATION_LEADS or lemma_of(trigger.head) in ("visit", "tour")
    ):
        found = parties.places_at(end_of(trigger.last), limit)
        if found:
            yield from found
            return
    for token in noun_or_last.doc[noun_or_last.i + 1 : min(noun_or_last.sent.end, noun_or_last.i + 12)]:
        if token.lower_ in leads and token.pos_ in ("ADP", "PART"):
            found = parties.places_at(end_of(token), limit)
            if found:
                yield from found
                return
        if token.pos_ in VERB_TAGS and token.dep_ not in ("aux",):
            return
        if token.lower_ == "here" and token.head.i == trigger.head.i:
            span = Span(token.idx, end_of(token))
            filed = of_dateline(parties.document).country
            if filed:
                yield Unit(span, (Party(span, filed, None, "side"),), "place")
            return


def _named_before(parties: Parties, noun: Token) -> Iterator[Unit]:
    """`the upcoming Russia visit`, `his Seoul trip`."""
    for child in noun.children:
        if child.dep_ == "compound":
            yield from parties.places_at(child.idx, end_of(child))


def end_of(token: Token) -> int:
    """Offset after the token."""
    end: int = token.idx + len(token)
    return end


def _paragraph_end(token: Token) -> int:
    """Where a list must end: with the paragraph, for the model ends sentences within long names."""
    end = token.doc.text.find("\n\n", token.idx)
    return end if end >= 0 else len(token.doc.text)
