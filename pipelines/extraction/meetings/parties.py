"""Who is named where: the text as a row of parties (people, offices, sides, groups), and lists of them.

A list is read from the words: parties that only commas, `and`, titles and the like part. The parser's tree says where
a list starts, but loses its way in long names and appositions. Not here: who takes part in what (`arguments.py`).
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from pipelines.extraction.meetings.party_words import (
    ASIDE,
    BODY_NAME,
    CAPITAL_OF,
    GROUP,
    GROUP_OF,
    IN_DIGITS,
    JOINT,
    JOURNEYS,
    NATIONS,
    NO_OPENING,
    OBJECTS,
    ON_A_DAY,
    OWN_SIDE,
    PERSON_PRONOUNS,
    PLACE_JOINT,
    PLACE_OPENS,
    WHEN_GAP,
)
from pipelines.extraction.meetings.tellings import Party
from pipelines.extraction.meetings.units import Naming, Unit, token_at
from pipelines.reading.document import Document
from pipelines.reading.people import Person
from pipelines.records import Span
from pipelines.reference.speech import reporting_verbs


class Parties:
    """The parties of one document, in text order."""

    def __init__(self, document: Document, allegiances: Mapping[str, str] | None = None) -> None:
        """Read the parties of a document; `allegiances` are the sides of people that it does not tell, by name."""
        self.document = document
        self._naming = Naming(document, allegiances or {})
        self._named: Sequence[Unit] = list(self._naming.people())
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
            party = (
                self._naming.party(span, actor.person)
                if actor.person
                else Party(span, actor.side, None, actor.role_class)
            )
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
        verb = token_at(self.document, aside.end()) if aside else None
        return verb is not None and verb.lemma_.lower() in reporting_verbs()

    def _opens(self, gap: str, lead: int) -> bool:
        bare = GROUP_OF.sub("", BODY_NAME.sub("", gap))
        return len(bare) <= lead and not NO_OPENING.search(bare)

    def _touching(self, span: Span) -> Iterator[Unit]:
        for unit in self.units[bisect_left(self._starts, span.start) :]:
            if unit.span.start >= span.end:
                return
            yield unit

    def _units(self) -> Iterator[Unit]:
        taken: list[Span] = []
        for unit in (*self._named, *self._naming.surnames(), *self._naming.offices()):
            taken.append(unit.span)
            yield unit
        yield from self._naming.sides(taken)
        yield from self._pronouns(taken)

    def _pronouns(self, taken: Sequence[Span]) -> Iterator[Unit]:
        text = self.document.text
        for token in self.document.doc:
            if token.lower_ in PERSON_PRONOUNS and token.dep_ != "poss" and not self.document.in_quote(token.idx):
                yield from self.of_pronoun(token)
        author = self._author()
        for match in OWN_SIDE.finditer(text):
            span = Span(*match.span())
            if author and not self.document.in_quote(span.start):
                yield Unit(span, (self._naming.party(span, author),), "pronoun")
        for match in GROUP.finditer(text):
            span = Span(*match.span())
            if not any(t.overlaps(span) for t in taken) and not self.document.in_quote(span.start):
                yield Unit(span, (Party(span, None, None, "unknown"),), "group")

    def _author(self) -> Person | None:
        """Who writes `I` in a release: whoever is named, with an office, at its very head."""
        first = next(iter(self.document.people), None)
        return first if first and first.mentions[0].start < 60 and first.role else None


def _without_overlap(units: Iterator[Unit]) -> Iterator[Unit]:
    end = -1
    for unit in sorted(units, key=lambda u: (u.span.start, -u.span.end)):
        if unit.span.start >= end:
            end = unit.span.end
            yield unit
