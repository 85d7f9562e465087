"""What a meeting's tellings say together, as one record: kind, status, day, place, people, level, topics, outcomes.

A value comes from the clause that tells it; failing that from what the article tells around it. Not here: which
tellings are of one meeting (`merging.py`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.extraction.meetings.merging import PRECEDENCE, extent
from pipelines.extraction.meetings.occasions import article_occasion
from pipelines.extraction.meetings.outcomes import outcomes_of
from pipelines.extraction.meetings.places import NO_PLACE, of_dateline, opening_of, scene_of
from pipelines.extraction.meetings.tellings import RANKS, Party, Place, Telling
from pipelines.reading.document import Document
from pipelines.reading.topics import topics_of
from pipelines.records import MeetingRecord, ParticipantRecord, When

#: Share of rows of each kind that were right on the sample's gold.
CONFIDENCE = {"talks": 0.9, "call": 0.85, "ceremony": 0.85, "visit": 0.8, "forum": 0.7}
COMPANY_LEVEL = "senior_official"


@dataclass(frozen=True, slots=True)
class Setting:
    """What the article tells for its main meetings: the day, the place it was filed from, and the occasion."""

    day: When
    place: Place
    occasion: str | None


def setting_of(document: Document, meetings: Sequence[Sequence[Telling]]) -> Setting:
    """The setting: day and occasion of the first meeting that was held and has them."""
    held = [t for m in meetings for t in m if t.status == "held" and t.kind != "visit"]
    recent = [t.when for t in held if t.when.precision == "day" and _is_news(document, t.when)]
    recent += [t.near for t in held if t.near.precision == "day" and _is_news(document, t.near)]
    recent += list(_lead_days(document))
    last = document.article.published.latest
    past = [w for w in recent if w.latest and last and w.latest <= last]
    day = max(past, key=lambda w: str(w.latest), default=recent[0] if recent else When())
    ahead = [t.sentence for m in meetings for t in m if t.status == "planned"]
    return Setting(day, _scene(document, held, day), article_occasion(document, ahead))


def _scene(document: Document, held: Sequence[Telling], day: When) -> Place:
    """Where the article was filed; else the town that a meeting of the day is told to have been in, or the opening."""
    filed = of_dateline(document)
    told = [t.place for t in held if t.place.city and day.earliest and t.when == day]
    if filed.city or not told:
        return scene_of(document)
    return told[0]


def _lead_days(document: Document) -> Iterator[When]:
    """Days told in the first sentences and in captions, as far as they are of the news."""
    for region in opening_of(document):
        for mention in document.dates_in(region):
            if (
                mention.when.precision == "day"
                and _is_news(document, mention.when)
                and not mention.forward
                and not document.in_quote(mention.span.start)
            ):
                yield mention.when


def record_of(document: Document, tellings: Sequence[Telling], setting: Setting) -> MeetingRecord:
    """The record of one meeting."""
    kind = _kind(tellings)
    status = _status(tellings)
    start = _start(document, tellings, status, setting)
    current = status == "held" and (start == setting.day or not start.earliest or _is_news(document, start))
    place = NO_PLACE if kind == "call" else _place(document, tellings, setting, current)
    parties = _participants(tellings)
    sides = tuple(sorted({s for t in tellings for s in t.sides}))
    sentences = [t.sentence for t in tellings]
    outcomes = outcomes_of(document, tellings)
    words = " ".join(dict.fromkeys(s.of(document.text) for s in (*sentences, *outcomes)))
    return MeetingRecord(
        kind=kind,
        level=_level(tellings, sides),
        status=status,
        start=start,
        end=next((t.end for t in tellings if t.end.earliest), When()),
        country=place.country,
        city=place.city,
        venue=place.venue,
        occasion=_occasion(tellings, kind, start, setting),
        sides=sides,
        participants=tuple(_participant(p) for p in parties if p.person),
        topics=topics_of(words),
        outcomes=tuple(outcomes),
        evidence=tuple(sorted(set(sentences))),
        confidence=CONFIDENCE[kind],
    )


def _kind(tellings: Sequence[Telling]) -> str:
    """The kind told most surely: `they also spoke about` makes no call of two who met."""
    met = any(t.kind == "talks" and t.strength == "strong" for t in tellings)
    kinds = [t.kind for t in tellings if not (met and t.kind == "call" and t.strength == "weak")]
    return min(kinds, key=PRECEDENCE.index)


def _occasion(tellings: Sequence[Telling], kind: str, start: When, setting: Setting) -> str | None:
    """The occasion told in the clauses; for talks on the day of the news, the one the article tells."""
    told = next((t.occasion for t in tellings if t.occasion), None)
    if kind == "call" or told:
        return None if kind == "call" else told
    news = kind == "talks" and start == setting.day and not any(t.status == "planned" for t in tellings)
    return setting.occasion if news else None


def _is_news(document: Document, when: When) -> bool:
    """Whether a day lies within ten days of publication."""
    published = document.article.published
    if when.earliest is None or published.latest is None or published.earliest is None or when.latest is None:
        return False
    return (published.earliest - when.latest).days <= 10 and (when.earliest - published.latest).days <= 10


def _status(tellings: Sequence[Telling]) -> str:
    told = [t.status for t in tellings]
    return "cancelled" if "cancelled" in told else "held" if "held" in told else "planned"


def _start(document: Document, tellings: Sequence[Telling], status: str, setting: Setting) -> When:
    """The most precise day told in a clause of the meeting, or near one, or that of the article's main meeting."""
    own = sorted((t for t in tellings if t.when.earliest), key=lambda t: _width(extent(t)))
    if own:
        return own[0].when
    near = sorted((t.near for t in tellings if t.near.earliest), key=_width)
    if near:
        return near[0]
    return setting.day if status == "held" and not any(t.kind == "visit" for t in tellings) else When()


def _width(when: When) -> int:
    return (when.latest - when.earliest).days if when.latest and when.earliest else 10_000


def _place(document: Document, tellings: Sequence[Telling], setting: Setting, current: bool) -> Place:
    """City and country as told in the clauses; else of the host; else where the article was filed from."""
    told = [t.place for t in tellings if t.place.country]
    venue = next((t.place.venue for t in tellings if t.place.venue), None)
    cities = [p for p in told if p.city]
    if cities:
        return Place(cities[0].country, cities[0].city, venue)
    host = next((t.host for t in tellings if t.host), None)
    country = told[0].country if told else host if host and len(host) == 3 else None
    filed = setting.place
    stayed = current and any(t.kind != "visit" for t in tellings)
    sides = {s for t in tellings for s in t.sides}
    likely = country == filed.country or (country is None and (filed.assumed or filed.country in sides))
    if stayed and filed.city and likely:
        return Place(filed.country, filed.city, venue)
    return Place(country, None, venue)


def _participants(tellings: Sequence[Telling]) -> list[Party]:
    """Everybody named, once, in the order of first mention."""
    kept: dict[str, Party] = {}
    for telling in sorted(tellings, key=lambda t: t.clause):
        for party in telling.parties:
            if party.person:
                kept.setdefault(party.person.name, party)
    return list(kept.values())


def _participant(party: Party) -> ParticipantRecord:
    person = party.person
    assert person is not None
    role_class = person.role_class if person.role_class != "relation" else "unknown"
    return ParticipantRecord(person.name, person.role, role_class, person.organization, party.side)


def _level(tellings: Sequence[Telling], sides: Sequence[str]) -> str:
    """The highest rank on the side whose highest rank is lowest; sides without a known rank do not count."""
    tops = []
    for side in sides:
        ranks = {r for t in tellings for r in t.ranks_of(side)}
        if ranks:
            tops.append(min(ranks, key=RANKS.index))
    if not tops:
        return "unknown"
    lowest = max(tops, key=RANKS.index)
    return COMPANY_LEVEL if lowest == "company" else lowest
