"""Who is named where: the text as a row of parties (people, offices, sides, groups), and lists of them.

A list is read from the words: parties that only commas, `and`, titles and the like part. The parser's tree says where
a list starts, but loses its way in long names and appositions. Not here: who takes part in what (`arguments.py`).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipelines.extraction.meetings.party_words import (
    ACTING,
    ASIDE,
    BODY,
    BODY_NAME,
    CAPITAL_OF,
    FROM_SIDES,
    GROUP,
    GROUP_OF,
    IN_DIGITS,
    JOINT,
    JOURNEYS,
    LIST_LINK,
    NATIONS,
    NO_OPENING,
    OBJECTS,
    ON_A_DAY,
    OWN_SIDE,
    PERSON_PRONOUNS,
    PLACE_JOINT,
    PLACE_OPENS,
    POSSESSIVE,
    SEATED,
    WHEN_GAP,
)
from pipelines.extraction.meetings.ranks import rank_of
from pipelines.extraction.meetings.tellings import Party
from pipelines.reading.document import Document
from pipelines.reading.offices import OfficePhrase
from pipelines.reading.people import Person
from pipelines.records import Span
from pipelines.reference.speech import reporting_verbs


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text that stands for one party or several.

    `form` is `person`, `office`, `side`, `city`, `place`, `pronoun` or `group`.
    """

    span: Span
    parties: tuple[Party, ...]
    form: str
    possessive: bool = False


class Parties:
    """The parties of one document, in text order."""

    def __init__(self, document: Document, allegiances: Mapping[str, str] | None = None) -> None:
        """Read the parties of a document; `allegiances` are the sides of people that it does not tell, by name."""
        self.document = document
        self._allegiances = allegiances or {}
        self._ending = {office.span.end: office for office in document.offices}
        self._named: Sequence[Unit] = list(self._people())
        self.units: Sequence[Unit] = sorted(_without_overlap(self._units()), key=lambda u: u.span)
        self._starts = [u.span.start for u in self.units]

    def within(self, span: Span) -> list[Unit]:
        """The units within a span, owners (`Lee's`) left out."""
        return [u for u in self._touching(span) if span.holds(u.span) and not u.possessive]

    def list_at(self, start: int, limit: int, lead: int = 45) -> list[Unit]:
        """The units of the list that starts at most `lead` characters after `start`, before `limit`."""
        found: list[Unit] = []
        at, gap = start, ""
        for unit in self._touching(Span(start, limit)):
            if unit.span.start < at:
                continue
            gap += self.document.text[at : unit.span.start] if found else self._without_days(at, unit.span.start)
            if "\n\n" in gap or unit.span.end > limit:
                break
            if not (JOINT.fullmatch(gap) if found else self._opens(gap, lead)):
                break
            if found and gap.strip() == "," and (self.opens_clause(unit) or self._speaks(unit)):
                break  # `after talks with A, B said`
            at = unit.span.end
            if unit.possessive:
                gap += " "
                continue
            gap = ""
            found.append(unit)
        return found

    def list_before(self, end: int, start: int) -> list[Unit]:
        """The units of the list that ends right before `end`, not before `start`."""
        found: list[Unit] = []
        at = end
        for unit in reversed(self.within(Span(start, end))):
            gap = self.document.text[unit.span.end : at]
            if not (JOINT if found else WHEN_GAP).fullmatch(gap) or (not found and len(gap) > 25):
                break
            found.insert(0, unit)
            at = unit.span.start
        return found

    def places_at(self, start: int, limit: int) -> list[Unit]:
        """The countries and cities listed right after `start`, each as the unit of its country."""
        found: list[Unit] = []
        at = start
        for name in self.document.names:
            if name.span.start < at or name.kind not in JOURNEYS or not name.code:
                continue
            gap = self.document.text[at : name.span.start]
            if name.span.end > limit or not (PLACE_JOINT if found else PLACE_OPENS).fullmatch(gap):
                break
            if name.kind == "demonym" and not CAPITAL_OF.match(self.document.text, name.span.end):
                break
            found.append(Unit(name.span, (Party(name.span, name.code, None, "side"),), "place"))
            at = name.span.end
        return found

    def of_pronoun(self, token: Token) -> Iterator[Unit]:
        """Whom a pronoun stands for; after another verb of the same subject, whom that was done to."""
        shared = self._object_before(token)
        if shared is not None:
            yield replace(shared, span=Span(token.idx, token.idx + len(token)), form="pronoun")
            return
        actor = self.document.actors.actor(token)
        if actor and (actor.person or actor.side):
            span = Span(token.idx, token.idx + len(token))
            party = self._party(span, actor.person) if actor.person else Party(span, actor.side, None, actor.role_class)
            yield Unit(span, (party,), "pronoun")

    def _object_before(self, token: Token) -> Unit | None:
        """The object of the verb that the pronoun's verb is joined to (`received A and held talks with him`)."""
        verb = next((t for t in token.ancestors if t.pos_ == "VERB"), None)
        if verb is None or verb.dep_ != "conj" or token.dep_ not in ("pobj", "dobj") or token.lower_ not in OBJECTS:
            return None
        if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
            return None
        done_to = next((c for c in verb.head.children if c.dep_ in ("dobj", "dative")), None)
        return next((u for u in self._named if done_to and u.span.start <= done_to.idx < u.span.end), None)

    def group_at(self, token: Token) -> Unit:
        """A group that only a word like `their` stands for."""
        span = Span(token.idx, token.idx + len(token))
        return Unit(span, (Party(span, None),), "group")

    def ending_at(self, token: Token) -> list[Unit]:
        """The unit that the token belongs to, or else the one told last before it in its sentence."""
        before = [u for u in self.units if token.sent.start_char <= u.span.start <= token.idx and not u.possessive]
        return before[-1:] if before and token.idx - before[-1].span.end < 40 else []

    def owning(self, token: Token) -> list[Unit]:
        """The unit that the token stands in, one told as an owner among them."""
        return [u for u in self.units if u.span.start <= token.idx < u.span.end]

    def sides_between(self, span: Span) -> list[Unit]:
        """All sides named in a span, adjectives included."""
        return [
            Unit(n.span, (Party(n.span, n.code, None, "side"),), "side")
            for n in self.document.names_in(span)
            if n.code and n.kind in (*NATIONS, "demonym")
        ]

    def _without_days(self, start: int, end: int) -> str:
        """The text without the days told in it (`received on Tuesday the Greek minister`)."""
        text, at = "", start
        for mention in self.document.dates_in(Span(start, end)):
            text += ON_A_DAY.sub(" ", self.document.text[at : mention.span.start])
            at = mention.span.end
        return IN_DIGITS.sub("", text + self.document.text[at:end])

    def opens_clause(self, unit: Unit) -> bool:
        """Whether a unit is the subject of a verb told after it."""
        words = self.document.doc.char_span(unit.span.start, unit.span.end, alignment_mode="expand")
        return words is not None and any(t.dep_ in ("nsubj", "nsubjpass") and t.head.i >= words.end for t in words)

    def _speaks(self, unit: Unit) -> bool:
        """Whether a verb of saying follows a unit (`…, B, a colonel, said`)."""
        aside = ASIDE.match(self.document.text, unit.span.end)
        verb = self._token_at(aside.end()) if aside else None
        return verb is not None and verb.lemma_.lower() in reporting_verbs()

    def _opens(self, gap: str, lead: int) -> bool:
        bare = GROUP_OF.sub("", BODY_NAME.sub("", gap))
        return len(bare) <= lead and not NO_OPENING.search(bare)

    def _touching(self, span: Span) -> Iterator[Unit]:
        for unit in self.units[bisect_left(self._starts, span.start) :]:
            if unit.span.start >= span.end:
                return
            yield unit

    # --- building ------------------------------------------------------------------------------------------------

    def _units(self) -> Iterator[Unit]:
        taken: list[Span] = []
        for unit in (*self._named, *self._surnames(), *self._offices()):
            taken.append(unit.span)
            yield unit
        yield from self._sides(taken)
        yield from self._pronouns(taken)

    def _people(self) -> Iterator[Unit]:
        """A unit for each mention, with the offices told right before and after it."""
        text = self.document.text
        for person in self.document.people:
            for mention in person.mentions:
                start, end = mention.start, mention.end
                for office in person.offices:
                    if office.end <= mention.start <= office.end + 34 and self._adjoins(
                        Span(office.end, mention.start)
                    ):
                        start = min(start, office.start)
                    if mention.end <= office.start <= mention.end + 60 and self._adjoins(
                        Span(mention.end, office.start)
                    ):
                        end = max(end, office.end)
                party = self._party(mention, person)
                title = self._ending.get(start - 1)
                if title is not None and title.relation is None and not title.plural and text[start - 1] == " ":
                    start = title.span.start  # `U.S. Special Envoy for Sudan Ambassador X`
                    party = replace(party, side=title.sides[0]) if len(title.sides) == 1 else party
                yield Unit(Span(start, end), (party,), "person", bool(POSSESSIVE.match(text, end)))

    def _surnames(self) -> Iterator[Unit]:
        """People told by surnames that are names of towns, too (`Austin`), where the model reads a person."""
        for person in self.document.people:
            surname = person.name.split()[-1]
            if not person.role or surname == person.name:
                continue
            for token in self.document.doc:
                later = token.idx >= person.mentions[0].start
                if later and token.text == surname and token.ent_type_ == "PERSON" and token.pos_ == "PROPN":
                    span = Span(token.idx, token.idx + len(token))
                    possessive = bool(POSSESSIVE.match(self.document.text, span.end))
                    yield Unit(span, (self._party(span, person),), "person", possessive)

    def _adjoins(self, gap: Span) -> bool:
        """Whether nothing but words of an apposition stands between an office and a name."""
        words = gap.of(self.document.text)
        return not re.search(r"[.;\n]\s|\n", words) and not any(
            gap.holds(m) for p in self.document.people for m in p.mentions
        )

    def _party(self, span: Span, person: Person) -> Party:
        side = self._allegiances.get(person.name, person.side)
        return Party(span, side, person, rank_of(self.document, person), person.portfolio)

    def _offices(self) -> Iterator[Unit]:
        text = self.document.text
        held = [office for person in self.document.people for office in person.offices]
        for phrase in self.document.offices:
            if phrase.span in held:
                continue
            span, sides = self._with_sides_after(phrase)
            parties = tuple(self._office_parties(phrase, sides))
            if parties:
                form = "office" if any(p.side for p in parties) else "group" if phrase.plural else "office"
                yield Unit(span, parties, form, bool(POSSESSIVE.match(text, span.end)))

    def _office_parties(self, phrase: OfficePhrase, sides: tuple[str, ...]) -> Iterator[Party]:
        if phrase.plural or len(sides) > 1:
            for side in sides or (None,):
                yield Party(phrase.span, side, None, phrase.role_class or "unknown", phrase.portfolio or "")
            return
        holder = self._holder(phrase, sides)
        if holder:
            yield self._party(phrase.span, holder)
            return
        head = self._token_at(phrase.title.start)
        actor = self.document.actors.actor(head) if head is not None else None
        if actor and actor.person and not (sides and actor.side not in sides):
            yield self._party(phrase.span, actor.person)
        else:
            side = next(iter(sides), None) or (actor.side if actor else None)
            yield Party(phrase.span, side, None, phrase.role_class or "unknown", phrase.portfolio or "")

    def _holder(self, phrase: OfficePhrase, sides: tuple[str, ...]) -> Person | None:
        """Whoever was last named before with this very title, where it has several words (`the Minister of State`)."""
        title = phrase.title.of(self.document.text).casefold()
        if " " not in title:
            return None
        named = [
            (mention.start, person)
            for person in self.document.people
            if person.role and title in person.role.casefold() and (not sides or person.side in sides)
            for mention in person.mentions
            if mention.start < phrase.span.start
        ]
        return max(named, key=lambda pair: pair[0])[1] if named else None

    def _with_sides_after(self, phrase: OfficePhrase) -> tuple[Span, tuple[str, ...]]:
        """The phrase with the sides listed after it (`counterparts from Poland, Hungary and Slovakia`)."""
        if phrase.sides and not phrase.plural:
            return phrase.span, phrase.sides
        text, codes, end = self.document.text, list(phrase.sides), phrase.span.end
        starts = {n.span.start: n for n in self.document.names if n.kind in SEATED and n.code}
        link = FROM_SIDES.match(text, end)
        while link and (name := starts.get(link.end())):
            codes.append(str(name.code))
            end = name.span.end
            link = LIST_LINK.match(text, end)
        return Span(phrase.span.start, end), tuple(dict.fromkeys(codes))

    def _sides(self, taken: Sequence[Span]) -> Iterator[Unit]:
        """Countries, capitals and organisations that are told as acting."""
        text = self.document.text
        for name in self.document.names:
            if not name.code or name.kind not in ACTING or any(t.overlaps(name.span) for t in taken):
                continue
            if name.kind == "demonym" and not BODY.match(text, name.span.end):
                continue
            yield Unit(
                name.span,
                (Party(name.span, name.code, None, "side"),),
                "city" if name.kind == "capital" else "side",
                bool(POSSESSIVE.match(text, name.span.end)),
            )

    def _pronouns(self, taken: Sequence[Span]) -> Iterator[Unit]:
        text = self.document.text
        for token in self.document.doc:
            if token.lower_ in PERSON_PRONOUNS and token.dep_ != "poss" and not self.document.in_quote(token.idx):
                yield from self.of_pronoun(token)
        author = self._author()
        for match in OWN_SIDE.finditer(text):
            span = Span(*match.span())
            if author and not self.document.in_quote(span.start):
                yield Unit(span, (self._party(span, author),), "pronoun")
        for match in GROUP.finditer(text):
            span = Span(*match.span())
            if not any(t.overlaps(span) for t in taken) and not self.document.in_quote(span.start):
                yield Unit(span, (Party(span, None, None, "unknown"),), "group")

    def _author(self) -> Person | None:
        """Who writes `I` in a release: whoever is named, with an office, at its very head."""
        first = next(iter(self.document.people), None)
        return first if first and first.mentions[0].start < 60 and first.role else None

    def _token_at(self, offset: int) -> Token | None:
        span = self.document.doc.char_span(offset, offset + 1, alignment_mode="expand")
        return span[0] if span is not None and len(span) else None


def _without_overlap(units: Iterator[Unit]) -> Iterator[Unit]:
    end = -1
    for unit in sorted(units, key=lambda u: (u.span.start, -u.span.end)):
        if unit.span.start >= end:
            end = unit.span.end
            yield unit
