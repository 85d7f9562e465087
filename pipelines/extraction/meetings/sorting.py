"""From the arguments of a trigger to those who meet: one group for each meeting it tells of.

Fills in those that a word only points to (`the two ministers`, `his counterpart`, `his host`), and parts one host with
several guests into meetings of their own, unless they met as one. Not here: finding arguments (`arguments.py`).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from pipelines.extraction.meetings.arguments import Arguments
from pipelines.extraction.meetings.gathered import Group, by_side, distinct, sides_of
from pipelines.extraction.meetings.parties import Parties
from pipelines.extraction.meetings.pointers import PAIR, resolved
from pipelines.extraction.meetings.tellings import RANKS, Party, Telling
from pipelines.extraction.meetings.triggers import Trigger, lemma_of
from pipelines.extraction.meetings.units import Unit
from pipelines.records import Span

GATHERING = re.compile(
    r"\b(?:trilateral|three-way|tripartite|four-way|quadrilateral|multilateral|three-nation|four-nation|"
    r"the three|the four|"
    r"together|jointly|joined|joint|gather(?:ed|ing)|convened?|came together)\b",
    re.IGNORECASE,
)
#: Words that tell of a meeting of three wherever they stand near.
TRILATERAL = re.compile(
    r"\b(?:trilateral|three-way|tripartite|quadrilateral) (?:\w+ )?(?:meeting|talks|call|summit|session|dialogue)",
    re.IGNORECASE,
)
APART = re.compile(
    r"\b(?:separate(?:ly)?|bilaterals?|back-to-back|one after (?:the other|another)|one by one|each|one-on-one|"
    r"in turn|and then|respectively|"
    r"a series of|individual(?:ly)?|in succession|consecutive|round of meetings)\b",
    re.IGNORECASE,
)
#: Ranks of those whose mere contact with another side is told.
OF_RANK = frozenset({"leader", "minister", "deputy_minister", "military", "senior_official", "relation"})
#: People met in several countries are met one country after another.
ABROAD = re.compile(r"\b(?:officials|officers|leaders|counterparts|ministers) in (?:[A-Z]\w+,? ){1,3}and [A-Z]")


def groups_of(
    parties: Parties, trigger: Trigger, arguments: Arguments, before: Sequence[Telling], land: str | None
) -> list[Group]:
    """The parties of each meeting that a trigger tells of; none where fewer than two sides can be made out.

    `land` is the country where it took place: it stands for the other side where somebody holds talks abroad.
    """
    if not _fits(trigger, arguments):
        return []
    subject = resolved(parties, trigger, arguments.subject, (), before)
    object_ = resolved(parties, trigger, arguments.object, subject, before)
    if subject and not sides_of(subject) and len(sides_of(object_)) == 1:
        subject = _at_home(parties, subject, sides_of(object_))
    pronoun = [u.form for u in arguments.subject] == ["pronoun"] and trigger.row.phrase != "join"
    if pronoun and before and len(sides_of(object_)) == 1 and sides_of(subject) == sides_of(object_):
        subject = _visitor(object_, before) or subject  # the model's `he` is of the side he meets
    if pronoun and before and _opens_paragraph(parties, trigger):
        subject = _protagonist(subject, before)
    if (
        trigger.row.phrase != "join"
        and len(sides_of(subject)) > 1
        and _pair_and_another(parties, arguments, sides_of(object_) - sides_of(subject))
    ):
        subject = _visitor(object_, before) or subject  # `In talks with C, the two sides`, after those of A and B
    if not subject and len(sides_of(object_)) == 1 and before and any(p.present for p in object_):
        subject = _visitor(object_, before)
    together = _with_host_country(trigger, distinct((*subject, *object_)), land)
    sentence = trigger.head.sent.text
    if len(sides_of(together)) < 2:
        return []
    guests = by_side(object_, without=sides_of(subject))
    if (
        len(sides_of(subject)) == 1
        and len(guests) > 1
        and trigger.last.lower_ != "between"
        and not _as_one(trigger, arguments.object, _context(parties, trigger))
        and not any(t.sides == sides_of(together) and t.status == "held" for t in before)
    ):
        return [distinct((*subject, *guest)) for guest in guests]
    leaders = _leaders_of_one_side(object_) or _met_apart(trigger, object_)
    if len(leaders) > 1 and sides_of(object_) != sides_of(subject):
        return [distinct((*subject, leader)) for leader in leaders]
    hosts = by_side(subject, without=sides_of(object_))
    if len(sides_of(object_)) == 1 and len(hosts) > 1 and APART.search(sentence):
        return [distinct((*host, *object_)) for host in hosts]
    return [together]


def _opens_paragraph(parties: Parties, trigger: Trigger) -> bool:
    """Whether the sentence of a trigger is the first of its paragraph."""
    text, start = parties.document.text, trigger.head.sent.start_char
    return not re.search(r"\w", text[text.rfind("\n\n", 0, start) + 1 : start])


def _protagonist(subject: Group, before: Sequence[Telling]) -> Group:
    """Whoever met most of those told so far, where a new paragraph's `he` is read as a counterpart of that person."""
    met = Counter(p.person.name for t in before for p in t.parties if p.person)
    people = {p.person.name: p for t in before for p in t.parties if p.person}
    if len(subject) != 1 or subject[0].person is None or subject[0].person.name not in met:
        return subject
    first = people[met.most_common(1)[0][0]]
    other = first.side != subject[0].side and first.role_class == subject[0].role_class
    oftener = first.person is not None and met[first.person.name] > met[subject[0].person.name]
    return (replace(first, span=subject[0].span),) if other and oftener else subject


def _pair_and_another(parties: Parties, arguments: Arguments, others: frozenset[str]) -> bool:
    """Whether `the two` meet somebody of one more side, so that they are not the two told last."""
    text = parties.document.text
    pair = [u for u in arguments.subject if u.form == "group" and PAIR.search(u.span.of(text))]
    return len(others) == 1 and len(pair) == len(arguments.subject) == 1


def _leaders_of_one_side(parties: Group) -> list[Party]:
    """The president and the prime minister of one country, who receive a guest one after the other."""
    leaders = [p for p in parties if p.person and p.role_class == "leader"]
    return leaders if len(sides_of(parties)) == 1 else []


def _met_apart(trigger: Trigger, parties: Group) -> list[Party]:
    """Ministers of one country with whom somebody holds `meetings`, one with each."""
    several = trigger.head.tag_ == "NNS" and lemma_of(trigger.head) in ("meeting", "bilateral", "meet")
    people = [p for p in parties if p.person and p.role_class == "minister"]
    return people if several and len(sides_of(parties)) == 1 else []


def _at_home(parties: Parties, group: Group, others: frozenset[str]) -> Group:
    """Offices told without a side (`the Defence Secretary`) are of the side that the article takes for granted."""
    home = parties.document.home
    return tuple(replace(p, side=home) for p in group) if home and home not in others else group


def _visitor(guests: Group, before: Sequence[Telling]) -> Group:
    """Who meets those that alone are told (`Talks with the prince were off`): the one told last to meet others."""
    sides = sides_of(guests)
    last = (p for t in before[-1:] for p in t.parties if p.person and p.side and p.side not in sides)
    return tuple(islice(last, 1))


def _with_host_country(trigger: Trigger, group: Group, land: str | None) -> Group:
    """The group, and the country it met in where only visitors from one other are told (`after talks in Seoul`)."""
    told = trigger.row.pos == "noun" and trigger.row.strength == "strong" and any(p.person for p in group)
    if told and land and len(sides_of(group)) == 1 and land not in sides_of(group) and trigger.row.phrase != "summit":
        return (*group, Party(Span(trigger.head.idx, trigger.head.idx), land, None, "side"))
    return group


def _fits(trigger: Trigger, arguments: Arguments) -> bool:
    """Whether the arguments are such as the frame takes: people or offices to be received, two named sides to agree."""
    named = [u for u in (*arguments.subject, *arguments.object) if u.form != "group"]
    if trigger.row.frame == "joint":
        ranked = any(p.role_class in RANKS for u in arguments.subject if u.form == "group" for p in u.parties)
        return ranked or len({p.side for u in named for p in u.parties if p.side}) >= 2
    if trigger.row.phrase == "call on":
        asked = any(c.dep_ in ("xcomp", "advcl", "ccomp") and c.tag_ == "VB" for c in trigger.head.children)
        return not asked and any(u.form in ("person", "office") for u in arguments.object)
    if trigger.row.frame in ("host", "guest"):
        guests = arguments.object if trigger.row.frame == "host" else arguments.subject
        return any(u.form in ("person", "office", "pronoun") for u in guests)
    if trigger.row.phrase == "join":
        return any(u.form in ("person", "office") for u in arguments.object)
    if trigger.row.frame == "contact":
        return len({p.side for u in named for p in u.parties if p.present and p.role_class in OF_RANK}) > 1
    if trigger.row.phrase == "speak":
        return bool(arguments.object) or _one_list_of_sides(arguments)
    if trigger.row.phrase == "agenda":
        return bool(arguments.object)
    return True


def _one_list_of_sides(arguments: Arguments) -> bool:
    """Whether people of two sides, or a group, do it together (`The presidents spoke about`)."""
    parties = [p for u in arguments.subject for p in u.parties]
    return len({p.side for p in parties if p.present and p.side}) > 1 or any(
        u.form == "group" for u in arguments.subject
    )


def _context(parties: Parties, trigger: Trigger) -> str:
    """The headline and the paragraph of a trigger."""
    text, at = parties.document.text, trigger.head.idx
    start, end = text.rfind("\n\n", 0, at) + 1, text.find("\n\n", at)
    paragraph = text[start : end if end >= 0 else None]
    return f"{parties.document.article.title or ''}\n{paragraph}"


def _as_one(trigger: Trigger, units: Sequence[Unit], context: str) -> bool:
    """Whether several guests met as one: the words say so, or they are told as a group without names.

    Several who are rung up are rung up one by one.
    """
    sentence = trigger.head.sent.text
    if APART.search(sentence) or ABROAD.search(sentence):
        return False
    if GATHERING.search(sentence) or TRILATERAL.search(context):
        return True
    unnamed = any(len(sides_of(u.parties)) > 1 and not any(p.person for p in u.parties) for u in units)
    return unnamed and trigger.row.kind != "call" and not any(u.form == "person" for u in units)
