"""Where a meeting took place, as its clause tells: city, country, venue. Not here: what is assumed."""

import re
from functools import cache

from spacy.tokens import Token

from pipelines.extraction.meetings.party_words import POSSESSIVE
from pipelines.extraction.meetings.tellings import Place
from pipelines.extraction.meetings.triggers import VERB_TAGS, Trigger, lemma_of, top_of
from pipelines.extraction.meetings.words import words
from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.bodies import forums
from pipelines.reference.gazetteer import Name, find_names
from pipelines.reference.places import cities, countries
from pipelines.reference.speech import reporting_verbs

#: Kinds of names that stand for places, and forms of them that are towns rather than regions, bases or sites.
PLACE_KINDS = frozenset({"city", "capital", "country", "metonym"})
TOWNS = frozenset({"city", "seat"})
IN_PLACE = re.compile(
    r"\b(?P<lead>in|at|on|near|outside|to|inside|aboard|into)\s+(?:(?:an?|the|downtown|central|nearby|southern|northern|eastern|western|south|"
    r"[A-Z]\w+(?= (?:city|town|port|resort) of )|resort|port|island|city|town|of|capital|"
    r"southeastern|southwestern|northeastern|northwestern|coastal|border)\s+)*$",
    re.IGNORECASE,
)
VENUE_HEADS = (
    r"(?:palace|ministry|office|headquarters|house|hotel|base|hall|centre|center|residence|villa|lodge|chancellery|academy|compound|"
    r"pavilion|expo|site|shipyard|pentagon|kremlin|museum|airport|fairground|grounds|camp|complex|building|garden|stand|castle|embassy)"
)
VENUE = re.compile(
    rf"\b(?:at|in|aboard|inside)\s+(?P<venue>(?:the\s+|his\s+|its\s+|her\s+)?(?:[\w’'.-]+\s+){{0,5}}?(?i:{VENUE_HEADS}))\b(?![-\w])"
)
#: A venue whose town follows (`at the Presidential Villa, Abuja`).
IN_VENUE = re.compile(rf"\b(?:at|in|aboard|inside)\s+(?:[\w’'.-]+\s+){{0,6}}(?i:{VENUE_HEADS}),\s$")
PENTAGON = re.compile(r"\b(?:at|to) the (?P<venue>Pentagon|White House|Kremlin|Blue House|Elysee|Blair House)\b")
#: How many characters before `there` the town may stand that it points at.
REACH_OF_THERE = 250
HERE = re.compile(r"\b(?:here|in town|in the city-state)\b")
#: What is no longer is no sentence of a story (`SECTION: News`).
LABEL = 40
#: Words that lead to the event at whose edges two talk, whose place is theirs.
AT_THE_EVENT = re.compile(r"\b(?:on|at|along) the (?:sidelines?|margins?|fringes?|edges?) of\b")
NO_PLACE = Place()


def place_of(document: Document, trigger: Trigger, clause: Span) -> Place:
    """The place told in the clause of a trigger; where two say or agree, only what stands before the verb."""
    if trigger.row.frame == "joint":
        before = Span(clause.start, max(clause.start, trigger.head.idx))
        event = AT_THE_EVENT.search(document.text, trigger.head.idx, clause.end)
        told = place_in(document, before, trigger.head.idx)
        told = told if told.country else _right_after(document, trigger, clause)
        if told.country or event is None:
            return told
        clause = Span(event.start(), clause.end)
    told = place_in(document, clause, trigger.head.idx)
    if told.country:
        return told
    return _pointed_at(document, trigger, clause) or _above(document, trigger) or _of_forum(document, trigger) or told


def _right_after(document: Document, trigger: Trigger, clause: Span) -> Place:
    """The place told right after a verb of agreeing, before what was agreed (`decided in Seoul in May that`)."""
    prepositions = [c for c in trigger.head.children if c.lower_ in ("in", "at") and c.i == trigger.last.i + 1]
    if not prepositions:
        return NO_PLACE
    words = list(prepositions[0].subtree)
    return place_in(document, Span(words[0].idx, min(clause.end, words[-1].idx + len(words[-1]))), words[0].idx)


def _of_forum(document: Document, trigger: Trigger) -> Place | None:
    """Where the gathering is always held at whose edges two talk (`on the sidelines of the Shangri-La Dialogue`)."""
    sentence = trigger.head.sent
    event = AT_THE_EVENT.search(document.text, sentence.start_char, sentence.end_char)
    if event is None:
        return None
    named = document.names_in(Span(event.end(), sentence.end_char))
    forum = next((n for n in named if n.kind == "forum"), None)
    return _seats().get(forum.canonical) if forum is not None else None


@cache
def _seats() -> dict[str, Place]:
    """The fixed places of forums, by name."""
    return {f.name: Place(f.host, f.city) for f in forums() if f.host and f.city}


def _pointed_at(document: Document, trigger: Trigger, clause: Span) -> Place | None:
    """Where `there` points: the town told last before it."""
    there = next(
        (t for t in trigger.head.sent if t.lower_ == "there" and t.tag_ == "RB" and clause.holds(_of(t))), None
    )
    if there is None:
        return None
    before = Span(max(0, there.idx - REACH_OF_THERE), there.idx)
    towns = [n for n in document.names_in(before) if n.form in TOWNS and n.code]
    return Place(towns[-1].code, town_of(towns[-1])) if towns else None


def _above(document: Document, trigger: Trigger) -> Place | None:
    """The town that a clause with `where` is told of, or of the clause that the trigger's clause says the time of.

    `in Geelong, where A and B met`, `discussed in Bucharest when A met B`.
    """
    verb = top_of(trigger.verb)
    if verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children):
        told = [n for n in document.names_in(Span(verb.sent.start_char, verb.left_edge.idx)) if n.form in TOWNS]
        near = [n for n in told if n.span.start <= verb.head.idx < n.span.end and n.code]
        return Place(near[0].code, town_of(near[0])) if near else None
    if verb.dep_ not in ("advcl", "relcl") or not any(c.lower_ == "when" for c in verb.children):
        return None
    above = next((t for t in verb.ancestors if t.pos_ in VERB_TAGS), None)
    if above is None or lemma_of(above) in reporting_verbs():
        return None
    place = place_in(document, Span(verb.sent.start_char, verb.left_edge.idx), above.idx)
    return place if place.city else None


def _of(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))


def place_in(document: Document, clause: Span, at: int) -> Place:
    """The place told in a stretch of text; of several, the one nearest to the offset `at`."""
    text = document.text
    names = [
        n
        for n in document.names_in(clause)
        if n.kind in PLACE_KINDS and n.code and not document.in_quote(n.span.start) and _located(document, n, clause)
    ]
    towns = [n for n in names if n.form in TOWNS]
    lands = [n for n in names if n.form not in TOWNS]
    venue = _venue(text, clause, at)
    if towns:
        city = min(towns, key=lambda n: abs(n.span.start - at))
        return Place(city.code, town_of(city), venue)
    capital = _capital(document, clause)
    if capital:
        return Place(capital[0], capital[1], venue)
    if HERE.search(text, clause.start, clause.end) and document.article.dateline_place:
        return of_dateline(document, venue)
    if lands:
        land = min(lands, key=lambda n: abs(n.span.start - at))
        return Place(land.code, _city_states().get(str(land.code)), venue)
    return Place(None, None, venue)


def of_dateline(document: Document, venue: str | None = None) -> Place:
    """The place that the article was filed from."""
    place = document.article.dateline_place
    if not place:
        return NO_PLACE
    if "/" in place:  # filed from several: which of them is told in the text
        return NO_PLACE
    for part in (place.title() if place.isupper() else place).split(","):
        name = next((n for n in find_names(part.strip()) if n.kind in PLACE_KINDS and n.code), None)
        if name:
            return Place(name.code, town_of(name) if name.form in TOWNS else None, venue, assumed=True)
    return NO_PLACE


def scene_of(document: Document) -> Place:
    """Where the news of an article happened: where it was filed, or what its opening or a caption tells first."""
    filed = of_dateline(document)
    if filed.city:
        return filed
    return next(
        (p for region in opening_of(document) if (p := place_in(document, region, region.start)).city), NO_PLACE
    )


def opening_of(document: Document) -> list[Span]:
    """The first sentences of the story, then its captions."""
    told = [Span(s.start_char, s.end_char) for s in document.story_sentences()]
    story = [s for s in told if s.end - s.start > LABEL][:3]
    captions = [
        Span(s.start_char, s.end_char) for s in document.sentences() if s.start_char >= document.article.story_end
    ]
    return [*story, *captions]


#: Verbs and nouns that lead `to` a place.
MOVING = words("journey")
#: Nouns whose place is not that of the meeting (`the war in Ukraine`), and offices told where they sit.
ELSEWHERE = words("theme")
OFFICES = words("office")


@cache
def _towns() -> dict[tuple[str, str], str]:
    """The town that a district belongs to, by country and name of the district."""
    return {(c.iso3, c.city): c.part_of for c in cities() if c.part_of and c.kind == "city"}


@cache
def _city_states() -> dict[str, str]:
    """Countries that are one city, and that city."""
    return {c.iso3: c.capital for c in countries() if c.capital == c.name}


def town_of(name: Name) -> str:
    """The town that a name stands for: itself, or the town that the district belongs to."""
    return _towns().get((str(name.code), name.canonical), name.canonical)


def _located(document: Document, name: Name, clause: Span) -> bool:
    """Whether `in`, `at` and the like stand before the name, and tell where it happens, not what is spoken of."""
    before = document.text[max(clause.start, name.span.start - 60) : name.span.start]
    match = IN_PLACE.search(before)
    if match is None:
        return name.form in TOWNS and bool(IN_VENUE.search(before))
    lead = document.doc.char_span(
        name.span.start - len(before) + match.start(),
        name.span.start - len(before) + match.start() + 1,
        alignment_mode="expand",
    )
    head = lead[0].head if lead is not None and len(lead) else None
    if match["lead"].lower() in ("outside", "near") and name.form not in TOWNS:
        return False  # `the first country outside India`
    if match["lead"].lower() == "on" and POSSESSIVE.match(document.text, name.span.end):
        return False  # `on Hanoi's behalf`
    if head is None:
        return True
    if match["lead"] == "to" and not (lemma_of(head) in MOVING or lemma_of(head.head) in MOVING):
        return False
    theme = head.lower_ in ELSEWHERE and not (name.form in TOWNS and head.lower_ in words("bond"))
    return not theme and not (head.lower_ in OFFICES and head.dep_ in ("nsubj", "nsubjpass", "poss", "compound"))


def _capital(document: Document, clause: Span) -> tuple[str, str] | None:
    """`the South Korean capital`, `the Polish capital`."""
    for name in document.names_in(clause):
        if (
            name.kind in ("country", "demonym")
            and name.code
            and re.match(r"(?:[’']s)? capital\b", document.text[name.span.end :])
        ):
            capital = next((c.capital for c in countries() if c.iso3 == name.code), None)
            if capital:
                return name.code, capital
    return None


def _venue(text: str, clause: Span, at: int) -> str | None:
    found = [m for p in (PENTAGON, VENUE) for m in p.finditer(text, clause.start, clause.end)]
    if not found:
        return None
    nearest = min(found, key=lambda m: abs(m.start() - at))
    return re.sub(r"^(?:the|its|his|her) ", "", nearest["venue"])
