"""From the arguments of a trigger to those who meet: one group for each meeting it tells of.

Fills in those that a word only points to (`the two ministers`, `his counterpart`, `his host`), and parts one host with
several guests into meetings of their own, unless they met as one. Not here: finding arguments (`arguments.py`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipelines.extraction.meetings.arguments import Arguments
from pipelines.extraction.meetings.noun_arguments import TAKES_PLACE
from pipelines.extraction.meetings.parties import Parties, Unit
from pipelines.extraction.meetings.tellings import RANKS, Party, Telling
from pipelines.extraction.meetings.triggers import Trigger, lemma_of
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
MANY = 99
#: Ranks of those told as `officials`, who may be introduced later.
UNNAMED = frozenset({"working", "senior_official"})
#: Ranks whose plural (`the ministers`) points further back than `the two` or `officials`.
HIGH = frozenset({"leader", "minister", "deputy_minister"})
#: Ranks of those whose mere contact with another side is told.
OF_RANK = frozenset({"leader", "minister", "deputy_minister", "military", "senior_official", "relation"})
#: People met in several countries are met one country after another.
ABROAD = re.compile(r"\b(?:officials|officers|leaders|counterparts|ministers) in (?:[A-Z]\w+,? ){1,3}and [A-Z]")
#: What a group that points back opens with.
DEFINITE = re.compile(r"(?:the|both|these|those|their|its|two|three)\b", re.IGNORECASE)
#: What follows a group that is of others than those told.
OF_OTHERS = re.compile(r" (?:of|from) (?!both|the two|their)")
REACH_OF_OTHERS = 10
#: Words for people of any high rank (`The two leaders` of two ministers).
LOOSE = re.compile(r"\b(?:leaders|chiefs|officials|heads)$")
#: Words for a group of no more than two.
PAIR = re.compile(r"\b(?:two|both|pair|duo)\b", re.IGNORECASE)
#: How far back, in characters, a group or a counterpart may point.
REACH = 900

Group = tuple[Party, ...]


def groups_of(
    parties: Parties, trigger: Trigger, arguments: Arguments, before: Sequence[Telling], land: str | None
) -> list[Group]:
    """The parties of each meeting that a trigger tells of; none where fewer than two sides can be made out.

    `land` is the country where it took place: it stands for the other side where somebody holds talks abroad.
    """
    if not _fits(trigger, arguments):
        return []
    subject = _resolved(parties, trigger, arguments.subject, (), before)
    object_ = _resolved(parties, trigger, arguments.object, subject, before)
    if subject and not _sides(subject) and len(_sides(object_)) == 1:
        subject = _at_home(parties, subject, _sides(object_))
    pronoun = [u.form for u in arguments.subject] == ["pronoun"] and trigger.row.phrase != "join"
    if pronoun and before and len(_sides(object_)) == 1 and _sides(subject) == _sides(object_):
        subject = _visitor(object_, before) or subject  # the model's `he` is of the side he meets
    if pronoun and before and _opens_paragraph(parties, trigger):
        subject = _protagonist(subject, before)
    if len(_sides(subject)) > 1 and _pair_and_another(parties, arguments, _sides(object_) - _sides(subject)):
        subject = _visitor(object_, before) or subject  # `In talks with C, the two sides`, after those of A and B
    if not subject and len(_sides(object_)) == 1 and before and any(p.present for p in object_):
        subject = _visitor(object_, before)
    together = _with_host_country(trigger, distinct((*subject, *object_)), land)
    sentence = trigger.head.sent.text
    if len(_sides(together)) < 2:
        return []
    guests = _by_side(object_, without=_sides(subject))
    if (
        len(_sides(subject)) == 1
        and len(guests) > 1
        and trigger.last.lower_ != "between"
        and not _as_one(trigger, arguments.object, _context(parties, trigger))
        and not any(t.sides == _sides(together) and t.status == "held" for t in before)
    ):
        return [distinct((*subject, *guest)) for guest in guests]
    leaders = _leaders_of_one_side(object_)
    if len(leaders) > 1 and _sides(object_) != _sides(subject):
        return [distinct((*subject, leader)) for leader in leaders]
    hosts = _by_side(subject, without=_sides(object_))
    if len(_sides(object_)) == 1 and len(hosts) > 1 and APART.search(sentence):
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
    return leaders if len(_sides(parties)) == 1 else []


def _somebody_else(parties: Parties, unit: Unit, others: Group) -> list[Party]:
    """Whom `him` stands for in `he met him`: the last told before of the same rank and another side."""
    sides, ranks = _sides(others), {p.role_class for p in others}
    region = Span(max(0, unit.span.start - REACH), unit.span.start)
    told = [p for u in parties.within(region) for p in u.parties if p.person and p.side and p.side not in sides]
    return ([p for p in told if p.role_class in ranks] or told)[-1:]


def _at_home(parties: Parties, group: Group, others: frozenset[str]) -> Group:
    """Offices told without a side (`the Defence Secretary`) are of the side that the article takes for granted."""
    home = parties.document.home
    return tuple(replace(p, side=home) for p in group) if home and home not in others else group


def _visitor(guests: Group, before: Sequence[Telling]) -> Group:
    """Who meets those that alone are told (`Talks with the prince were off`): the one told last to meet others."""
    sides = _sides(guests)
    last = [p for p in before[-1].parties if p.person and p.side and p.side not in sides]
    return tuple(last[:1])


def _with_host_country(trigger: Trigger, group: Group, land: str | None) -> Group:
    """The group, and the country it met in where only visitors from one other are told (`after talks in Seoul`)."""
    told = trigger.row.pos == "noun" and trigger.row.strength == "strong" and any(p.person for p in group)
    if told and land and len(_sides(group)) == 1 and land not in _sides(group) and trigger.row.phrase != "summit":
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
    unnamed = any(len(_sides(u.parties)) > 1 and not any(p.person for p in u.parties) for u in units)
    return unnamed and trigger.row.kind != "call" and not any(u.form == "person" for u in units)


def _resolved(
    parties: Parties, trigger: Trigger, units: Iterable[Unit], others: Group, before: Sequence[Telling]
) -> Group:
    """The parties of units, those that words only point to found."""
    found: list[Party] = []
    units = list(_without_pointers(units))
    named = {p.side for u in units for p in u.parties if p.person}
    for unit in units:
        for party in unit.parties:
            if unit.form == "office" and party.person is None and party.side in named:
                continue  # `his Lithuanian, French and British counterparts, A, B and C`
            if unit.form == "pronoun" and party.person and any(o.person == party.person for o in others):
                found.extend(_somebody_else(parties, unit, others))
            elif party.side or party.person:
                found.append(_introduced_later(parties, _named_holder(parties, party, others), others))
            elif unit.form == "group" and party.role_class != "company":
                found.extend(_group(parties, trigger, unit, before))
            elif unit.form == "office" and party.role_class == "relation":
                found.extend(_counterpart(parties, unit, (*others, *found), before))
            elif unit.form == "office" and party.role_class in RANKS and party.role_class != "company":
                found.append(party)
    return distinct(found)


def _without_pointers(units: Iterable[Unit]) -> Iterator[Unit]:
    """The units, but for `the two` right before what they are (`the two presidents`)."""
    told = list(units)
    for unit, following in pairwise([*told, None]):
        pointer = unit and following and unit.form == following.form == "group"
        if unit and not (pointer and following and following.span.start - unit.span.end <= 1):
            yield unit


def _named_holder(parties: Parties, party: Party, others: Group) -> Party:
    """Whoever alone is named for a side in the rank and field of an unnamed office (`counterparts from A, B and C`)."""
    if party.person is not None or not party.present:
        return party
    alike = others if party.role_class == "relation" else (party,)
    kinds = {(p.role_class, portfolio) for p in alike for portfolio in (p.portfolio, "")}
    told = [p for u in parties.units for p in u.parties if p.person and p.side == party.side]
    fitting = distinct(p for p in told if (p.role_class, p.portfolio) in kinds)
    return replace(fitting[0], span=party.span) if len(fitting) == 1 else party


def _introduced_later(parties: Parties, party: Party, others: Group) -> Party:
    """The only person of a side that the rest of the article names, for officials received in a row."""
    if party.person is not None or party.role_class not in UNNAMED or not any(p.person for p in others):
        return party
    after = distinct(
        p
        for u in parties.units
        for p in u.parties
        if p.person and p.side == party.side and p.present and p.person.mentions[0].start > party.span.start
    )
    return replace(after[0], span=party.span) if len(after) == 1 else party


def _group(parties: Parties, trigger: Trigger, unit: Unit, before: Sequence[Telling]) -> Iterator[Party]:
    """Whom `the two`, `both ministers`, `they` stand for: those just named, or those of the meeting told last."""
    start = trigger.head.sent.start_char
    text = parties.document.text
    working = any(p.role_class == "working" for p in unit.parties)
    of_others = OF_OTHERS.search(text, unit.span.start, unit.span.end + REACH_OF_OTHERS)
    if not DEFINITE.match(text, unit.span.start) and (working or of_others):
        return  # `some 900 officials and experts`, `Ministers of the bloc`
    ranked = any(p.role_class in HIGH for p in unit.parties)
    reach = 3 * REACH if ranked else REACH
    last = before[-1] if before and unit.span.start - before[-1].clause.end < reach else None
    named = distinct(
        p for u in parties.within(Span(start, unit.span.start)) for p in u.parties if p.side and u.form != "city"
    )
    ranks = [p.role_class for u in (unit, *_groups_before(parties, start, unit)) for p in u.parties]
    rank = next((r for r in ranks if r in RANKS), None)
    just = _just_named(parties, start)
    most = 2 if PAIR.search(parties.document.text, max(0, unit.span.start - 8), unit.span.end) else MANY
    again = any(t.lower_ == "again" for t in trigger.head.subtree)
    if again and before:
        chosen: Group = before[-1].parties
    elif 2 <= len(_sides(named)) <= most:
        chosen = named
    elif 2 <= len(_sides(just)) <= most:
        chosen = just
    elif last is not None:
        chosen = last.parties
    else:
        recent = [u for u in parties.within(Span(max(0, unit.span.start - REACH), unit.span.start)) if u.form != "city"]
        chosen = distinct(p for u in recent[-4:] for p in u.parties if p.side and (p.present or not ranked))
    if rank in RANKS and chosen and not any(p.role_class == rank for p in chosen):
        ranking = _last_of_rank(parties, unit, rank, most)
        chosen, rank = ranking or chosen, rank if ranking or not LOOSE.search(unit.span.of(text)) else None
    other = unit.span.start == trigger.head.idx and lemma_of(trigger.head.head) in TAKES_PLACE  # whoever came to it
    for party in chosen:
        if other:
            yield Party(unit.span, party.side, None, party.role_class, party.portfolio)
        elif rank and (party.person is None or party.role_class not in (rank, "unknown", "relation")):
            yield Party(unit.span, party.side, None, rank, next((p.portfolio for p in unit.parties), ""))
        else:
            yield party


def _last_of_rank(parties: Parties, unit: Unit, rank: str, most: int) -> Group:
    """The people of a rank named last for each side (`The two presidents` after a word on their ministers)."""
    told = [
        p
        for u in reversed(parties.within(Span(0, unit.span.start)))
        for p in u.parties
        if p.person and p.side and p.role_class == rank
    ]
    found = tuple(side[0] for side in _by_side(told, without=frozenset()))[:most]
    return found if len(found) > 1 else ()


def _just_named(parties: Parties, start: int) -> Group:
    """The people named in the sentence before, where it stands in the same paragraph."""
    sentence = next((s for s in parties.document.doc.sents if s.end_char <= start and start - s.end_char < 3), None)
    if sentence is None or "\n\n" in parties.document.text[sentence.start_char : start].strip("\n"):
        return ()
    return distinct(
        p for u in parties.within(Span(sentence.start_char, start)) for p in u.parties if p.person and p.side
    )


def _groups_before(parties: Parties, start: int, unit: Unit) -> list[Unit]:
    """The groups told earlier in the sentence, the last first: `they` may stand for `the ministers`."""
    if unit.span.of(parties.document.text).lower() not in ("they", "both", "their"):
        return []
    return [u for u in reversed(parties.within(Span(start, unit.span.start))) if u.form == "group"]


def _counterpart(parties: Parties, unit: Unit, others: Iterable[Party], before: Sequence[Telling]) -> Iterator[Party]:
    """`his counterpart`, `his host` without a side: the other side of the meeting told last, or of the sentence."""
    own = {p.side for p in others if p.side}
    last = before[-1].parties if before else ()
    others_told = [p for p in last if p.side and p.side not in own]
    other = max(others_told, key=lambda p: len(p.person.mentions) if p.person else 0, default=None)
    if other is None:
        sentence = next((s for s in parties.document.doc.sents if s.start_char <= unit.span.start < s.end_char), None)
        if sentence is not None:
            near = [
                p
                for u in parties.within(Span(sentence.start_char, unit.span.start))
                for p in u.parties
                if p.side and p.side not in own
            ]
            other = near[-1] if near else None
    if other is not None:
        yield other


def distinct(parties: Iterable[Party]) -> Group:
    """Each person once, and a side or an unnamed office only where nobody of that rank is told for it."""
    told = list(parties)
    kept: list[Party] = []
    for party in told:
        if party.person is not None:
            if any(k.person is not None and k.person.name == party.person.name for k in kept):
                continue
        elif any(k is not party and k.side == party.side and (k.person is not None or k in kept) for k in told):
            better = any(
                k.side == party.side and (k.person is not None or (k.present and not party.present)) for k in told
            )
            if better or any(k.side == party.side and k.role_class == party.role_class for k in kept):
                continue
        kept.append(party)
    return tuple(kept)


def _by_side(parties: Iterable[Party], without: frozenset[str]) -> list[Group]:
    """The parties of each side, in the order told."""
    sides: dict[str, list[Party]] = {}
    for party in parties:
        if party.side and party.side not in without:
            sides.setdefault(party.side, []).append(party)
    return [tuple(group) for group in sides.values()]


def _sides(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(p.side for p in parties if p.side)
