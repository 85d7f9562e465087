"""The names of a text that stand for parties: people with their offices, offices alone, countries and bodies.

Not here: pronouns, and lists of parties (`parties.py`); who takes part in what (`arguments.py`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipelines.extraction.meetings.party_words import ACTING, BODY, FROM_SIDES, LIST_LINK, POSSESSIVE, SEATED
from pipelines.extraction.meetings.ranks import rank_of
from pipelines.extraction.meetings.tellings import Party
from pipelines.reading.document import Document
from pipelines.reading.offices import OfficePhrase
from pipelines.reading.people import Person
from pipelines.records import Span


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text that stands for one party or several.

    `form` is `person`, `office`, `side`, `city`, `place`, `pronoun` or `group`.
    """

    span: Span
    parties: tuple[Party, ...]
    form: str
    possessive: bool = False


class Naming:
    """Units for what one document names, given the sides of people that it does not tell (`allegiances`, by name)."""

    def __init__(self, document: Document, allegiances: Mapping[str, str]) -> None:
        """Take a document, and the sides of people that it does not tell."""
        self.document = document
        self._allegiances = allegiances
        self._ending = {office.span.end: office for office in document.offices}

    def people(self) -> Iterator[Unit]:
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
                party = self.party(mention, person)
                title = self._ending.get(start - 1)
                if title is not None and title.relation is None and not title.plural and text[start - 1] == " ":
                    start = title.span.start  # `U.S. Special Envoy for Sudan Ambassador X`
                    party = replace(party, side=title.sides[0]) if len(title.sides) == 1 else party
                yield Unit(Span(start, end), (party,), "person", bool(POSSESSIVE.match(text, end)))

    def surnames(self) -> Iterator[Unit]:
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
                    yield Unit(span, (self.party(span, person),), "person", possessive)

    def _adjoins(self, gap: Span) -> bool:
        """Whether nothing but words of an apposition stands between an office and a name."""
        words = gap.of(self.document.text)
        return not re.search(r"[.;\n]\s|\n", words) and not any(
            gap.holds(m) for p in self.document.people for m in p.mentions
        )

    def party(self, span: Span, person: Person) -> Party:
        """Somebody as a party, of the side told, known or worked out."""
        side = self._allegiances.get(person.name, person.side)
        return Party(span, side, person, rank_of(self.document, person), person.portfolio)

    def offices(self) -> Iterator[Unit]:
        """A unit for each office told without a name."""
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
            yield self.party(phrase.span, holder)
            return
        head = token_at(self.document, phrase.title.start)
        actor = self.document.actors.actor(head) if head is not None else None
        if actor and actor.person and not (sides and actor.side not in sides):
            yield self.party(phrase.span, actor.person)
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

    def sides(self, taken: Sequence[Span]) -> Iterator[Unit]:
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


def token_at(document: Document, offset: int) -> Token | None:
    """The token that a character belongs to."""
    span = document.doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None
