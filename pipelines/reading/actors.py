"""Which actor of the article a noun phrase stands for: a person, an organisation, or somebody unnamed.

Names, surnames, pronouns, `the minister`, `his Polish counterpart`, `the ministry`, `a senior official`, `Seoul`.
Not here: finding the people and names themselves (`people.py`, the gazetteer), choosing an antecedent (`salience.py`).
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipelines.reading.offices import OfficePhrase
from pipelines.reading.people import Person
from pipelines.reading.quotes import Quote
from pipelines.reading.salience import Salience
from pipelines.reading.tokens import Tokens
from pipelines.records import Span
from pipelines.reference.gazetteer import Name
from pipelines.reference.nouns import organization_nouns
from pipelines.reference.speech import anonymous_speakers, reporting_verbs

SINGULAR = frozenset({"he", "she", "him", "her", "his"})
PLURAL = frozenset({"they", "them", "both", "two", "three", "all"})
GROUPS = frozenset({"sides", "leaders", "countries", "nations", "parties", "allies", "pair", "duo"})
INDEFINITE = frozenset({"a", "an", "another", "one", "some", "several", "many", "no", "two", "any"})
#: Kinds of gazetteer names that can speak and act.
ACTING_KINDS = frozenset({"agency", "company", "organization", "metonym", "capital", "country"})
#: Which kinds of names `the company`, `the agency` take up again, by the kind of the noun.
TAKEN_UP = {
    "company": frozenset({"company"}),
    "government": frozenset({"agency", "metonym"}),
    "bloc": frozenset({"organization"}),
}
#: Nouns of government that stand for themselves and not for an agency named before.
OWN_NAMES = frozenset(
    {"ministry", "government", "office", "department", "presidency", "embassy", "delegation", "cabinet"}
)
NP_MODIFIERS = frozenset({"det", "compound", "amod", "poss", "nmod", "nummod", "case", "predet", "quantmod"})


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that speaks, meets, buys. `kind` is `person`, `organization` or `anonymous`.

    `members` are the people of a group (`the two leaders`), where they are told.
    """

    kind: str
    name: str | None
    role: str | None
    role_class: str
    organization: str | None
    side: str | None
    span: Span
    person: Person | None = None
    members: tuple[Person, ...] = ()


class Actors:
    """Resolves noun phrases of one text."""

    def __init__(
        self,
        doc: Doc,
        names: Sequence[Name],
        phrases: Sequence[OfficePhrase],
        people: Sequence[Person],
        quotes: Sequence[Quote],
        home: str | None,
    ) -> None:
        tokens = Tokens(doc)
        self._tokens = tokens
        self.doc = doc
        self.text = doc.text
        self.names = names
        self.phrases = phrases
        self.home = home
        self._by_span = sorted(((m, p) for p in people for m in p.mentions), key=lambda pair: pair[0])
        self._starts = [m.start for m, _ in self._by_span]
        self._by_office = {office: person for person in people for office in person.offices}
        self._salience: Salience[Actor] = Salience(doc, tokens, quotes)
        for mention, person in self._by_span:
            self._salience.add(mention, of_person(person, mention))
        self._follow()

    def _follow(self) -> None:
        """Go through the text once, so that a pronoun may stand for what an earlier pronoun stood for."""
        heads = (
            (self._tokens.root(phrase.title), phrase) for phrase in self.phrases if phrase.span not in self._by_office
        )
        phrases = {head.i: phrase for head, phrase in heads if head is not None}
        for token in self.doc:
            if token.lower_ in SINGULAR and token.pos_ == "PRON":
                actor = self._salience.antecedent(token)
            elif token.i in phrases and not phrases[token.i].plural and token.dep_ in ("nsubj", "nsubjpass"):
                actor = self._office_holder(phrases[token.i], token)
            elif token.dep_ in ("nsubj", "nsubjpass") and token.lower_ in anonymous_speakers() and token.pos_ == "NOUN":
                actor = self.actor(token)
            else:
                continue
            if actor is not None:
                self._salience.add(Span(token.idx, token.idx + len(token)), actor)

    def person_at(self, offset: int) -> Person | None:
        """The person whose name covers the character."""
        i = bisect_right(self._starts, offset) - 1
        return self._by_span[i][1] if i >= 0 and self._by_span[i][0].end > offset else None

    def phrase_at(self, offset: int) -> OfficePhrase | None:
        """The office phrase whose title covers the character."""
        return next((p for p in self.phrases if p.title.start <= offset < p.title.end), None)

    def name_at(self, offset: int) -> Name | None:
        """The gazetteer name that covers the character."""
        return next((n for n in self.names if n.span.start <= offset < n.span.end), None)

    def people_of(self, span: Span) -> tuple[Person, ...]:
        """The people of the article that some words stand for, as one phrase; none where they are unnamed or a body."""
        token = self._tokens.root(span)
        actor = self.actor(token) if token is not None else None
        if actor is None:
            return ()
        return (actor.person,) if actor.person else actor.members

    def actor(self, token: Token) -> Actor | None:
        """The actor that the noun phrase headed by the token stands for; null where it is none."""
        span = noun_phrase(token)
        person = self._person_of(token)
        if person:
            return of_person(person, span)
        word = token.lower_
        if word in SINGULAR and token.pos_ == "PRON":
            return self._salience.antecedent(token)
        phrase = self.phrase_at(token.idx)
        if phrase:
            return self._office_holder(phrase, token)
        if (word in PLURAL and token.pos_ in ("PRON", "NUM", "DET")) or (word in GROUPS and token.pos_ == "NOUN"):
            return Actor("organization", span.of(self.text), None, "unknown", None, None, span)
        if word == "it":
            return self._last_reporting(token)
        noun = token.lemma_.lower()
        if noun not in organization_nouns() and (noun in anonymous_speakers() or word in anonymous_speakers()):
            return Actor("anonymous", None, span.of(self.text), "unknown", None, self._side_in(span), span)
        return self._organization(token, span)

    def _person_of(self, token: Token) -> Person | None:
        """Whose name the token is, or belongs to (`Kim, director of …`), or whose office it is told within."""
        if person := self.person_at(token.idx):
            return person
        for child in token.children:
            if child.dep_ in ("compound", "flat", "appos") and (person := self.person_at(child.idx)):
                return person
        inside = Span(token.idx, token.idx + len(token))
        return next((person for office, person in self._by_office.items() if office.holds(inside)), None)

    def _office_holder(self, phrase: OfficePhrase, token: Token) -> Actor | None:
        if person := self._by_office.get(phrase.span):
            return of_person(person, phrase.span)
        text = self.text
        words = phrase.span.of(text)
        first = words.split()[0].lower()
        rank = phrase.role_class or "unknown"
        indefinite = first in INDEFINITE or (token.i > 0 and token.nbor(-1).lower_ in INDEFINITE)
        if phrase.plural:
            kind = "anonymous" if rank in ("working", "unknown", "senior_official") else "organization"
            return Actor(kind, words if kind == "organization" else None, words, rank, None, None, phrase.span)
        person = None if indefinite else self._named_before(phrase)
        if person:
            return of_person(person, phrase.span)
        side = next(iter(phrase.sides), None)
        return Actor("anonymous", None, words, rank, phrase.organization, side, phrase.span)

    def _named_before(self, phrase: OfficePhrase) -> Person | None:
        """The person last named before the phrase who holds such an office, and for that side where one is told."""
        text = self.text
        title = phrase.title.of(text)
        head = title.split()[0 if " of " in title else -1].casefold()
        fitting = [
            (mention.start, person)
            for mention, person in self._by_span
            if mention.start < phrase.span.start
            and (not phrase.sides or person.side is None or person.side in phrase.sides)
            and (
                (person.role and head in person.role.casefold())
                or (
                    person.role_class == phrase.role_class
                    and person.role_class not in ("unknown", "relation", "working")
                )
            )
        ]
        exact = [pair for pair in fitting if pair[1].role and head in pair[1].role.casefold()]
        return max(exact or fitting, key=lambda pair: pair[0])[1] if fitting else None

    def _organization(self, token: Token, span: Span) -> Actor | None:
        text = self.text
        name = self.name_at(token.idx) or next(
            (
                n
                for n in self.names
                if span.holds(n.span) and n.kind in ("company", "agency") and n.span.end == span.end
            ),
            None,
        )
        if name and name.kind in ACTING_KINDS:
            return Actor("organization", name.span.of(text), None, "unknown", None, name.code, span)
        noun = organization_nouns().get(token.lemma_.lower()) or organization_nouns().get(token.lower_)
        if noun:
            earlier = self._taken_up(token, noun.kind) if noun.noun not in OWN_NAMES else None
            if earlier:
                return Actor("organization", earlier.canonical, None, "unknown", None, earlier.code, span)
            side = self._side_in(span) or self._owner_side(token) or self._side_of_earlier(token) or self.home
            return Actor("organization", _without_article(span.of(text)), None, "unknown", None, side, span)
        entity = next((e for e in self.doc.ents if e.start <= token.i < e.end), None)
        if entity is not None and entity.label_ == "ORG":
            return Actor(
                "organization", _without_article(entity.text), None, "unknown", None, self._side_in(span), span
            )
        if entity is not None and entity.label_ == "PERSON" and token.pos_ == "PROPN":
            return Actor("person", entity.text, None, "unknown", None, None, span)
        return None

    def _taken_up(self, token: Token, kind: str) -> Name | None:
        """The name that a bare definite noun takes up again (`the company`, `the agency`): the last of its kind before it."""
        if any(c.dep_ in ("amod", "compound", "poss", "nmod", "prep") for c in token.children):
            return None
        kinds = TAKEN_UP.get(kind, frozenset())
        return next((n for n in reversed(self.names) if n.span.end <= token.idx and n.kind in kinds), None)

    def _side_in(self, span: Span) -> str | None:
        return next((n.code for n in self.names if n.code and span.holds(n.span)), None)

    def _owner_side(self, token: Token) -> str | None:
        """The side of the person whose office it is (`his ministry`)."""
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        if owner is None:
            return None
        actor = self._salience.antecedent(owner) if owner.lower_ in SINGULAR else None
        person = self.person_at(owner.idx)
        return person.side if person else actor.side if actor else None

    def _side_of_earlier(self, token: Token) -> str | None:
        """The side last told for an organisation of the same noun (`the ministry` after `Seoul's defense ministry`)."""
        for earlier in reversed(self.doc[: token.i]):
            if earlier.lemma_.lower() == token.lemma_.lower() and (side := self._side_in(noun_phrase(earlier))):
                return side
        return None

    def _last_reporting(self, token: Token) -> Actor | None:
        """What `it` stands for: the organisation that last said something, before the pronoun."""
        for earlier in reversed(self.doc[: token.i]):
            reports = earlier.dep_ == "nsubj" and earlier.head.lemma_.lower() in reporting_verbs()
            cited = (
                earlier.dep_ == "pobj"
                and earlier.head.lower_ == "to"
                and earlier.head.i > 0
                and earlier.head.nbor(-1).lower_ == "according"
            )
            if (reports or cited) and earlier.lower_ != "it" and not self._person_of(earlier):
                actor = self._organization(earlier, noun_phrase(earlier))
                if actor:
                    return actor
        return None


def of_person(person: Person, span: Span) -> Actor:
    """The actor that a person is."""
    return Actor("person", person.name, person.role, person.role_class, person.organization, person.side, span, person)


def noun_phrase(token: Token) -> Span:
    """The words of a noun phrase around its head: modifiers before it, and `of`, `for`, `at`, `in` phrases after it."""
    modifiers = [t for c in token.children if c.dep_ in NP_MODIFIERS and c.i < token.i for t in c.subtree]
    left = min([token, *modifiers], key=lambda t: t.i)
    right = token
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "at", "in") and token.i < child.i <= right.i + 1:
            stop = next(
                (t.i for t in child.subtree if t.text in (",", ";", "(", "—") or t.dep_ in ("relcl", "appos")), None
            )
            right = max([right, *(t for t in child.subtree if stop is None or t.i < stop)], key=lambda t: t.i)
    return Span(left.idx, right.idx + len(right))


def _without_article(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an", "its", "his", "her", "their") else words
