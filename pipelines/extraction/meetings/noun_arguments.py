"""Who stands around a noun of meeting (`talks between A and B`, `A's summit with B`, `the A-B dialogue`).

Not here: verbs, and what frames are (`arguments.py`).
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from pipelines.extraction.meetings.parties import Parties
from pipelines.extraction.meetings.subjects import SUBJECTS, end_of, paragraph_end, subject_of, whole_list
from pipelines.extraction.meetings.tellings import RANKS
from pipelines.extraction.meetings.triggers import VERB_TAGS, Trigger, lemma_of, trigger_table
from pipelines.extraction.meetings.units import Unit
from pipelines.extraction.meetings.words import words
from pipelines.records import Span

#: Prepositions that lead to what is spoken of.
THEME_LEADS = frozenset({"about", "on", "regarding", "for", "of"})
#: Verbs that a meeting is the subject of (`a call took place between`).
TAKES_PLACE = frozenset({"take", "hold", "occur"})
#: How many words after a noun of meeting `of` may stand where its place comes first.
REACH_OF_OF = 6
#: How many words after a noun of meeting `with` may stand.
REACH_OF_WITH = 14
#: Verbs by which a meeting comes after what was just told.
FOLLOWS = frozenset({"follow", "ensue"})
OPPOSITE = re.compile(r"(?:his|her) (?:[\w-]+ ){0,3}(?:opposite number|counterpart|colleague|host|guest)\b")


def of_noun(parties: Parties, trigger: Trigger) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """Those that a noun of meeting is told of, and those they meet, receive or visit."""
    noun = trigger.head
    limit = paragraph_end(parties.document.text, noun)
    if trigger.row.frame == "guest":
        named = tuple(u for u in parties.owning(noun) if u.form == "person") or tuple(
            parties.list_at(end_of(noun), limit, lead=20)
        )
        if noun.dep_ == "attr" and not named:
            named = tuple(_owners(parties, noun))  # `when B was his guest`
        return tuple(_actor_of(parties, noun)), tuple(u for u in named if u.form in ("person", "pronoun"))
    between = _lead(noun, ("between", "among", "involving"), reach=16)
    if between is not None:
        return (), tuple(parties.list_at(end_of(between), limit))
    subject = tuple(_before_noun(parties, noun)) or tuple(_owners(parties, noun))
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
    if not subject and not found and (_follows(noun) or _came_before(noun)):
        subject = (parties.group_at(noun),)
    return tuple(subject), found


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


def _came_before(noun: Token) -> bool:
    """Whether a meeting is an earlier one of those who met (`got together in May, following a meeting in Oslo`)."""
    other = any(c.lower_ in ("a", "an", "one", "their", "another") for c in noun.children)
    return other and noun.dep_ == "pobj" and noun.head.lower_ in ("after", "following", "since")


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
    """`South Korea-Poland talks`, `the Biden-Yoon summit`, `Japan-U.S. Defense Ministers' Meeting`."""
    before = [c for c in noun.children if c.i < noun.i and c.dep_ in ("compound", "amod", "nmod", "poss")]
    left = min((c.left_edge for c in before), key=lambda t: t.i, default=noun)
    codes = parties.sides_between(Span(left.idx, noun.idx))
    if len({p.side for u in codes for p in u.parties}) < 2:
        return
    owners = [u for c in before if c.dep_ == "poss" for u in parties.owning(c)]
    ranks = {p.role_class for u in owners for p in u.parties if p.role_class in RANKS}
    rank = "leader" if lemma_of(noun) == "summit" else next(iter(ranks), None)
    yield from (_of_rank(u, rank) for u in codes) if rank else codes


def _of_rank(unit: Unit, rank: str) -> Unit:
    """A side that somebody of a rank stands for, as its leader does at a summit."""
    return replace(unit, parties=tuple(replace(p, role_class=rank) for p in unit.parties), form="office")


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
    owned = next((c for c in token.children if c.dep_ in SUBJECTS and lemma_of(c) in words("journey")), None)
    if owned is not None and any(c.dep_ == "poss" for c in owned.children):
        yield from _owners(parties, owned)  # `A's visit ended with a meeting with B`
        return
    if token.pos_ in VERB_TAGS and not _spoken_of(token, noun):
        yield from whole_list(parties, token, tuple(subject_of(parties, token)))


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
