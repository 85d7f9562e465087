"""Journeys: who visits which country, from the words that name it, the site they see, or whoever they go to see.

Not here: trips on which people of two sides talk, which the words of talking tell (`sorting.py`).
"""

import re
from collections.abc import Iterator

from pipelines.extraction.meetings.arguments import Arguments
from pipelines.extraction.meetings.destinations import destinations
from pipelines.extraction.meetings.gathered import Group, distinct
from pipelines.extraction.meetings.parties import Parties
from pipelines.extraction.meetings.places import of_dateline
from pipelines.extraction.meetings.subjects import end_of
from pipelines.extraction.meetings.tellings import Party, Place
from pipelines.extraction.meetings.triggers import Trigger, lemma_of, site_after
from pipelines.extraction.meetings.units import Unit
from pipelines.records import Span

#: Frames of those who travel, of journeys that take them somewhere, and of those who see a site.
JOURNEY_FRAMES = frozenset({"travel", "carry", "inspect"})
#: Forms of those who are visited.
HOSTS = frozenset({"person", "office", "pronoun"})
#: What stands between a nation and its site (`South Korean defence plants`).
TO_SITE = re.compile(r"(?:[’']s)? (?:[\w-]+ ){0,3}")


def journeys_of(parties: Parties, trigger: Trigger, arguments: Arguments, place: Place) -> Iterator[Group]:
    """A visit for each country travelled to, of those who travel; one where people of two sides travel together.

    `place` is what the clause tells; a site that is seen lies there, or where the article was filed.
    """
    visitors = distinct(p for u in arguments.subject for p in u.parties if p.side and p.present)
    guided = tuple(_guided(parties, trigger, visitors))
    if guided:
        yield (*guided, *visitors)
        return
    guides = distinct(_guides(parties, trigger))
    if visitors and guides and not {p.side for p in visitors} & {p.side for p in guides}:
        yield (*visitors, *guides)
        return
    if len({p.side for p in visitors}) > 1:
        host = next((p for u in destinations(parties, trigger) for p in u.parties if p.side), None)
        apart = host is not None and all(v.side != host.side for v in visitors)
        if place.country:
            yield (*visitors, host) if host is not None and apart else visitors
        return
    if not visitors:
        return
    for unit in _visited(parties, trigger, place):
        hosts = tuple(p for p in unit.parties if all(v.side != p.side for v in visitors))
        if unit.form == "place":
            yield from ((*visitors, host) for host in hosts)
        elif hosts:
            yield (*visitors, *hosts)


def _guided(parties: Parties, trigger: Trigger, hosts: Group) -> Iterator[Party]:
    """Whom somebody of another side shows a site (`walked him through the yard`)."""
    shown = next((c for c in trigger.head.children if c.dep_ in ("dobj", "dative")), None)
    if trigger.row.frame == "inspect" and shown is not None:
        units = [u for u in parties.owning(shown) if u.form in HOSTS] or list(parties.of_pronoun(shown))
        sides = {p.side for p in hosts}
        yield from (p for u in units for p in u.parties if p.present and p.side and p.side not in sides)


def _guides(parties: Parties, trigger: Trigger) -> Iterator[Party]:
    """By whom somebody is shown a site (`was shown around the yard by B and C`)."""
    verb = trigger.head.head if trigger.head.dep_ == "auxpass" else trigger.head
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    by = next((t for t in verb.doc[verb.i : verb.sent.end] if t.lower_ == "by" and t.dep_ in ("agent", "prep")), None)
    if trigger.row.frame == "inspect" and passive and by is not None:
        told = parties.list_at(end_of(by), verb.sent.end_char)
        yield from (p for u in told for p in u.parties if p.present and p.side)


def _visited(parties: Parties, trigger: Trigger, place: Place) -> list[Unit]:
    """The countries travelled to, in the order of how plainly they are told."""
    if trigger.row.frame != "inspect":
        told = list(destinations(parties, trigger))
        if told:
            return told
    return _paid(parties, trigger) or _sites(parties, trigger, place)


def _paid(parties: Parties, trigger: Trigger) -> list[Unit]:
    """Whom a visit is paid to (`paid the king a visit`, `a courtesy visit to the king`)."""
    if trigger.row.phrase == "visit" and trigger.row.pos == "verb":
        received = next((c for c in trigger.head.children if c.dep_ == "dobj"), None)
        return [u for u in parties.owning(received) if u.form in HOSTS][:1] if received is not None else []
    to = next((t for t in trigger.head.doc[trigger.last.i + 1 : trigger.last.i + 3] if t.lower_ == "to"), None)
    if to is not None:
        return [u for u in parties.list_at(end_of(to), trigger.head.sent.end_char) if u.form in ("person", "office")][
            :1
        ]
    verb = trigger.head.head
    if trigger.row.pos != "noun" or lemma_of(verb) not in ("pay", "make"):
        return []
    return [u for u in parties.within(Span(end_of(verb), trigger.head.idx)) if u.form in ("person", "office")][:1]


def _sites(parties: Parties, trigger: Trigger, place: Place) -> list[Unit]:
    """The country of a site that is seen: that of the nation named before it, of the clause, or of the dateline."""
    site = site_after(trigger.last)
    if site is None or (trigger.row.pos == "noun" and trigger.row.phrase != "tour"):
        return []
    between = Span(end_of(trigger.last), site.idx)
    for name in parties.document.names_in(between):
        if name.kind in ("country", "demonym") and name.code:
            gap = parties.document.text[name.span.end : site.idx]
            if TO_SITE.fullmatch(gap):
                return [_land(name.span, str(name.code))]
    country = place.country or of_dateline(parties.document).country
    return [_land(between, country)] if country else []


def _land(span: Span, code: str) -> Unit:
    return Unit(span, (Party(span, code, None, "side"),), "place")
