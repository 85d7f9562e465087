"""For whom somebody acts whom the article names without a country, worked out from whom he or she meets.

Articles leave out the country of their own officials, and of guests once a headline has told it. Two who meet act for
different sides: where one is known, the other stands for the other side that the sentence, or the article, names most.
Not here: sides that are told, or known of office holders (`reading/people.py`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from pipelines.extraction.meetings.arguments import Arguments, arguments_of
from pipelines.extraction.meetings.delegations import leaders_of_delegations
from pipelines.extraction.meetings.parties import Parties
from pipelines.extraction.meetings.ranks import term_of
from pipelines.extraction.meetings.tellings import Party
from pipelines.extraction.meetings.triggers import VERB_TAGS, Trigger
from pipelines.extraction.meetings.units import Unit
from pipelines.reading.document import Document
from pipelines.reading.people import Person
from pipelines.records import Span

#: Offices told by those of another, and those of one who stands for a country abroad.
OPPOSITE = re.compile(r"(?:his|her|their) (?:[\w-]+ ){0,2}(?:opposite number|counterpart|colleague)", re.IGNORECASE)
ENVOY = re.compile(r"\b(?:ambassador|high commissioner|charg[eé] d.affaires)\b", re.IGNORECASE)
#: How many characters before a counterpart the town may stand that tells his or her side.
REACH = 140
FRAMES = frozenset({"together", "host", "guest", "joint"})
#: What those are to whoever tells them something who are visited, or visit.
AS_GUEST = re.compile(r"\b(?:his|her|then) (?:(?P<guest>visitor|guest)|host)\b")


def allegiances(document: Document, parties: Parties, triggers: Sequence[Trigger]) -> Mapping[str, str]:
    """The side of each person whose side is neither told nor known, by name, as far as their meetings tell it."""
    terms = {p.name: term_of(document, p) for p in document.people}
    found = {name: term.iso3 for name, term in terms.items() if term is not None} | leaders_of_delegations(document)
    found.update(_abroad(document, found))
    for trigger in triggers:
        arguments = arguments_of(parties, trigger)
        if trigger.row.frame == "contact":
            found.update(_told_as_guest(document, trigger, arguments, found))
        if trigger.row.frame not in FRAMES:
            continue
        one, other = _people(arguments.subject), _people(arguments.object)
        found.update(_shared(document, one, other, found))
        if not arguments.object:
            found.update(_listed(document, one, found))
        if not arguments.object and len(one) == 2:
            one, other = one[:1], one[1:]
        sides = _sides(one, found) | _sides(other, found)
        same = {p.person.name for p in one if p.person} & {p.person.name for p in other if p.person}
        if (
            not one
            or not other
            or same
            or not sides
            or (_sides(one, found).isdisjoint(_sides(other, found)) and None not in sides)
        ):
            continue
        doubtful = _doubtful(document, other, found, _sides(one, found))
        doubtful = doubtful or _doubtful(document, one, found, _sides(other, found))
        known = frozenset(str(s) for s in _sides([p for p in (*one, *other) if p not in doubtful], found) - {None})
        second = _other_side(document, trigger, known or frozenset(str(s) for s in sides - {None}))
        for party in doubtful:
            beside = _of_neighbour(party, one if party in one else other, doubtful, found)
            side = _side_before(document, party) or beside or second
            if party.person is not None and side:
                found[party.person.name] = side
    return found


def _told_as_guest(
    document: Document, trigger: Trigger, arguments: Arguments, found: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The host who tells a guest something, or is told it: of the country they are in (`told his visitor in Oslo`)."""
    one, other = _people(arguments.subject), _people(arguments.object)
    relation = AS_GUEST.search(document.text, trigger.span.end, other[0].span.end) if other else None
    towns = [n.code for n in document.names_in(_sentence(trigger)) if n.kind in ("capital", "city") and n.code]
    if relation is None or not towns:
        return
    for host in one if relation["guest"] else other:
        if host.person and host.person.name not in found and not is_told(document, host.person):
            yield host.person.name, towns[0]


def _abroad(document: Document, found: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Counterparts told without a side, and envoys: of the other side than whoever is told before, or than home."""
    before: str | None = None
    for person in document.people:
        side = found.get(person.name, person.side)
        other = OPPOSITE.match(person.role or "")
        envoy = ENVOY.search(person.role or "")
        mine = before if other else document.home
        if (other or envoy) and mine and person.name not in found and not is_told(document, person):
            told = _town_before(document, person) if other else None
            second = told if told and told != mine else _most_named(document, frozenset({mine}))
            if second:
                yield person.name, second
                side = second
        before = side or before


def _town_before(document: Document, person: Person) -> str | None:
    """The country of the town told in the words before somebody (`signed in Rabat with his opposite number`)."""
    start = person.mentions[0].start
    near = document.names_in(Span(max(0, start - REACH), start))
    towns = [n.code for n in near if n.kind in ("capital", "city") and n.code]
    return towns[-1] if towns and "." not in document.text[near[-1].span.end : start] else None


def _people(units: Iterable[Unit]) -> list[Party]:
    return [p for u in units if u.form != "group" for p in u.parties if p.person]


def _sides(parties: Iterable[Party], found: Mapping[str, str]) -> set[str | None]:
    return {found.get(p.person.name, p.side) if p.person else p.side for p in parties}


def _shared(
    document: Document, hosts: Sequence[Party], guests: Sequence[Party], found: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Guests told without a side after one whose side is told (`Polish Minister A and Deputy Minister B`)."""
    sides = _sides(hosts, found)
    for before, guest in pairwise(guests):
        if before.person is None or guest.person is None or guest.person.name in found:
            continue
        told = before.side if is_told(document, before.person) else None
        if told and told not in sides and guest.side in sides and not is_told(document, guest.person):
            yield guest.person.name, told


def _listed(document: Document, listed: Sequence[Party], found: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Those of one list of several sides told without one, after one of another side than home.

    `Norwegian Minister A, Finnish Minister B and Foreign Minister C met` tells of two Finns.
    """
    told = {p.side for p in listed if p.person and is_told(document, p.person)}
    if len(told) < 2:
        return
    side: str | None = None
    for party in listed:
        if party.person is None:
            continue
        if is_told(document, party.person):
            side = party.side
        elif side and side != document.home and party.person.name not in found:
            yield party.person.name, side


def _doubtful(
    document: Document, parties: Sequence[Party], found: Mapping[str, str], others: set[str | None]
) -> list[Party]:
    """Those of the parties whose side nobody tells; where some are sure, those taken for fellows of who they meet."""
    unsure = [p for p in parties if p.person and p.person.name not in found and not is_told(document, p.person)]
    sure = _sides([p for p in parties if p not in unsure], found)
    return unsure if not sure or others.isdisjoint(sure) else []


def _of_neighbour(
    party: Party, listed: Sequence[Party], doubtful: Sequence[Party], found: Mapping[str, str]
) -> str | None:
    """The side of those listed with somebody, unless heads of state, of whom a list has one a country."""
    sure = [p for p in listed if p not in doubtful]
    sides = _sides(sure, found) - {None}
    return sides.pop() if len(sides) == 1 and party.role_class != "leader" else None


def is_told(document: Document, person: Person) -> bool:
    """Whether the article tells the side of somebody, or it is known: it is not the one taken for granted."""
    if person.side is None:
        return False
    if person.side != document.home:
        return True
    return any(person.side in phrase.sides for phrase in document.offices if phrase.span in person.offices)


def _side_before(document: Document, party: Party) -> str | None:
    """The side named in the words before a name, with nobody else between (`Japanese envoy X`)."""
    start = max(0, party.span.start - 90)
    named = [n for n in document.names_in(Span(start, party.span.start)) if n.code and n.kind in ("country", "demonym")]
    if not named or any(o.span.holds(named[-1].span) and named[-1].code not in o.sides for o in document.offices):
        return None  # of an envoy to that side
    gap = Span(named[-1].span.end, party.span.start)
    between = any(gap.holds(m) for p in document.people for m in p.mentions)
    apart = re.search(r"[.;\n]|\b(?:and|in|with|on|for)\b", gap.of(document.text)) or any(
        t.pos_ in VERB_TAGS for t in document.doc if gap.start <= t.idx < gap.end
    )
    return None if between or apart else named[-1].code


def _other_side(document: Document, trigger: Trigger, known: frozenset[str]) -> str | None:
    """The side other than those known that the sentence names, or else the article names most."""
    near = _most_named(document, known, _sentence(trigger))
    return near or _most_named(document, known)


def _most_named(document: Document, known: frozenset[str], region: Span | None = None) -> str | None:
    """The side that a stretch of the text, or all of it, names most, but for those known."""
    counts = Counter(
        n.code
        for n in document.names_in(region or Span(0, len(document.text)))
        if n.code
        and n.kind in ("country", "demonym", "capital", "city")
        and n.code not in known
        and not any(m.holds(n.span) for p in document.people for m in p.mentions)
    )
    return str(counts.most_common(1)[0][0]) if counts else None


def _sentence(trigger: Trigger) -> Span:
    return Span(trigger.head.sent.start_char, trigger.head.sent.end_char)
