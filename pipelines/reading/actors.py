"""Which actor of the article a noun phrase stands for: a person, an organisation, or somebody unnamed.

Names, surnames, pronouns, `the minister`, `his Polish counterpart`, `the ministry`, `a senior official`, `Seoul`.
Not here: finding people and names (`people.py`, the gazetteer), choosing an antecedent (`salience.py`), who is told of
by an office (`told_offices.py`), organisations (`organizations.py`).
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from pipelines.reading.actor import Actor, of_person
from pipelines.reading.cataphora import announced
from pipelines.reading.groups import COUNTS, OF_STATES, RANKS, members
from pipelines.reading.noun_phrases import noun_phrase
from pipelines.reading.offices import OfficePhrase
from pipelines.reading.organizations import Organizations
from pipelines.reading.people import Person
from pipelines.reading.pronouns import GENDERS, OBJECTS, SINGULAR, fitness, subject_over, subjects_told
from pipelines.reading.quotes import Quote
from pipelines.reading.salience import SUBJECTS, Salience
from pipelines.reading.served import Served
from pipelines.reading.spans import SpanIndex
from pipelines.reading.tokens import Tokens
from pipelines.reading.told_offices import INDEFINITE, last_named, next_named, peer_of, speaks, visited
from pipelines.records import Span
from pipelines.reference.gazetteer import Name
from pipelines.reference.nouns import organization_nouns
from pipelines.reference.speech import anonymous_speakers

__all__ = ["Actor", "Actors", "noun_phrase", "of_person"]

PLURAL = frozenset({"they", "them", "their", "both", "two", "three", "four", "five", "six", "all"})
VISITORS = frozenset({"guest", "visitor", "host"})
PRONOUNS = frozenset({"they", "them", "their"})
GROUPS = frozenset({*OF_STATES, "leaders", "pair", "duo", "trio"})
SEVERAL = PLURAL | GROUPS
#: Words for the first and the second of two who were just told.
OF_TWO = {"former": 0, "latter": -1}
#: Parts of a name, or of an apposition, that tell whose name a word belongs to.
NAME_PARTS = frozenset({"compound", "flat", "appos"})
#: Kinds of names that a word in them is no noun of its own (`Joint Chiefs of Staff`).
BODIES = frozenset({"agency", "organization", "company"})
#: Plural ranks that stand for nobody in particular.
UNNAMED_RANKS = frozenset({"working", "unknown", "senior_official"})


class Actors:
    """Resolves noun phrases of one text."""

    def __init__(
        self,
        tokens: Tokens,
        names: Sequence[Name],
        phrases: Sequence[OfficePhrase],
        people: Sequence[Person],
        quotes: Sequence[Quote],
        home: str | None,
    ) -> None:
        """Read the whole text once; `home` is the side that it takes for granted."""
        self._tokens = tokens
        self.doc = tokens.doc
        self.text = tokens.text
        self.names = names
        self.phrases = phrases
        self.home = home
        self._mentions = SpanIndex((mention, person) for person in people for mention in person.mentions)
        self._quotes = SpanIndex((quote.outer, quote) for quote in quotes)
        self._phrases = SpanIndex((phrase.span, phrase) for phrase in phrases)
        self._served = Served(tokens.text, people, phrases)
        self._by_office = {office: person for person in people for office in person.offices}
        self._organizations = Organizations(tokens, names, home)
        self._salience: Salience[Actor] = Salience(tokens, quotes)
        self._pronouns: dict[int, Actor] = {}
        self._groups: dict[int, tuple[Person, ...]] = {}
        self._genders = {person: person.gender for person in people if person.gender}
        for mention, person in self._mentions:
            self._salience.add(mention, of_person(person, mention))
        self._follow()

    def _follow(self) -> None:
        """Go through the text once, so that a pronoun may stand for what an earlier pronoun stood for."""
        groups = {root.i for p in self.phrases if p.plural and (root := self._tokens.root(p.title)) is not None}
        roots = (
            (self._tokens.root(p.title), p) for p in self.phrases if not p.plural and p.span not in self._by_office
        )
        told = {root.i: phrase for root, phrase in roots if root is not None}
        for token in self._tokens.all:
            if token.lower_ in SINGULAR and token.pos_ == "PRON":
                actor = self._antecedent(token)
                if actor is not None:
                    self._pronouns[token.i] = actor
                    if actor.person is not None:
                        self._genders.setdefault(actor.person, GENDERS[token.lower_])
            elif token.lower_ in SEVERAL or token.i in groups:
                actor = self.actor(token)
                if actor is not None and actor.members:
                    self._groups[token.i] = actor.members
                continue
            elif token.dep_ not in SUBJECTS:
                continue
            elif token.i in told:
                actor = self._office_holder(told[token.i], token)
            elif token.lower_ in anonymous_speakers() and token.pos_ == "NOUN":
                actor = self.actor(token)
            else:
                continue
            if actor is not None:
                self._salience.add(Span(token.idx, token.idx + len(token)), actor)

    def person_at(self, offset: int) -> Person | None:
        """The person whose name covers the character."""
        return self._mentions.at(offset)

    def phrase_at(self, offset: int) -> OfficePhrase | None:
        """The office phrase whose title covers the character."""
        phrase = self._phrases.at(offset)
        return phrase if phrase and phrase.title.start <= offset < phrase.title.end else None

    def name_at(self, offset: int) -> Name | None:
        """The gazetteer name that covers the character."""
        return self._organizations.name_at(offset)

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
        word = token.lower_
        if word in SINGULAR and token.pos_ == "PRON":
            return self._antecedent(token)
        if person := self._person_of(token):
            return of_person(person, span)
        body = self.name_at(token.idx)
        if body is not None and body.kind in BODIES:
            return self._organizations.actor(token, span, self._owner_side(token))
        if phrase := self.phrase_at(token.idx):
            return self._office_holder(phrase, token)
        if person := self._countryman(token) or self._visitor(token):
            return of_person(person, span)
        if word in OF_TWO and _stands_alone(token):
            return self._one_of_two(token)
        if (word in PLURAL and token.pos_ in ("PRON", "NUM", "DET")) or (word in GROUPS and token.pos_ == "NOUN"):
            sources = self._organizations.sources_of(token) if word == "they" else None
            return (self.actor(sources) if sources is not None else None) or self._group(token, span)
        if word == "it":
            return self._organizations.last_reporting(token, lambda earlier: self._person_of(earlier) is not None)
        noun = token.lemma_.lower()
        if noun not in organization_nouns() and (noun in anonymous_speakers() or word in anonymous_speakers()):
            side = self._organizations.side_in(span)
            return Actor("anonymous", None, span.of(self.text), "unknown", None, side, span)
        return self._organizations.actor(token, span, self._owner_side(token))

    def _person_of(self, token: Token) -> Person | None:
        """Whose name the token is, or belongs to (`Kim, director of …`), or whose office it is told within."""
        if person := self.person_at(token.idx):
            return person
        for child in token.children:
            if child.dep_ in NAME_PARTS and (person := self.person_at(child.idx)):
                return person
        phrase = self._phrases.at(token.idx)
        return self._by_office.get(phrase.span) if phrase else None

    def _antecedent(self, pronoun: Token) -> Actor | None:
        """Whom a pronoun stands for: not whose office it stands in (`Kim, his counterpart`), nor its own subject."""
        if pronoun.i in self._pronouns:
            return self._pronouns[pronoun.i]
        subject = announced(pronoun)
        if subject is not None and (person := self._person_of(subject)):
            return of_person(person, noun_phrase(subject))
        phrase = self._phrases.at(pronoun.idx)
        barred = [self._by_office.get(phrase.span) if phrase else None]
        barred.append(self._subject_over(pronoun))
        barred.extend(self._person_of(subject) for subject in subjects_told(pronoun, self._quotes))
        others = [person for person in barred if person is not None]
        return self._salience.antecedent(pronoun, fitness(pronoun, self._genders, others))

    def _subject_over(self, pronoun: Token) -> Person | None:
        """Who is the subject of the clause that the pronoun is the object of."""
        subject = subject_over(pronoun)
        if subject is None:
            return None
        known = self._pronouns.get(subject.i)
        return known.person if known else self._person_of(subject)

    def _office_holder(self, phrase: OfficePhrase, token: Token) -> Actor:
        if person := self._by_office.get(phrase.span):
            return of_person(person, phrase.span)
        words = phrase.span.of(self.text)
        rank = phrase.role_class or "unknown"
        if phrase.plural:
            group = self._members(token, phrase.span) if not phrase.sides else ()
            if rank in UNNAMED_RANKS:
                return Actor("anonymous", None, words, rank, None, None, phrase.span, members=group)
            return Actor("organization", words, words, rank, None, None, phrase.span, members=group)
        served = self._served.by(phrase)
        if served is None and (person := self._holder_told(phrase, token)):
            return of_person(person, phrase.span)
        side = next(iter(phrase.sides), served.side if served else None)
        return Actor("anonymous", None, words, rank, phrase.organization, side, phrase.span)

    def _holder_told(self, phrase: OfficePhrase, token: Token) -> Person | None:
        """The person named before, or else right after, who is told of by an office alone; null for `a minister`."""
        first = phrase.span.of(self.text).split()[0].lower()
        near = (*token.children, *([token.nbor(-1)] if token.i > 0 else ()))
        if first in INDEFINITE or any(t.lower_ in INDEFINITE and t.i < token.i for t in near):
            return None
        if phrase.relation and (person := self._related(phrase, token)):
            return person
        away_from = visited(self.text, phrase, self.names, self.home)
        before = last_named(self.text, phrase, self._mentions, away_from)
        return before or next_named(self.text, phrase, self._mentions, lambda name: speaks(self._tokens.root(name)))

    def _countryman(self, token: Token) -> Person | None:
        """Whoever was told last of the people of a side, by which one of them is told alone (`the Pole said`)."""
        name = self.name_at(token.idx)
        alone = token.dep_ in SUBJECTS | OBJECTS and any(c.lower_ == "the" for c in token.children)
        if name is None or name.kind != "demonym" or not alone:
            return None
        return next((person for _, person in self._people_before(token) if person.side == name.code), None)

    def _visitor(self, token: Token) -> Person | None:
        """Who is somebody's guest (`his guest replied`): told last, of like rank, for another side."""
        owner = next((child for child in token.children if child.dep_ == "poss" and child.lower_ in SINGULAR), None)
        return self._other_than(owner) if owner is not None and token.lower_ in VISITORS else None

    def _related(self, phrase: OfficePhrase, token: Token) -> Person | None:
        """Whoever was told last of those who may be `his host` to the owner: of like rank, for another side."""
        if phrase.sides:
            return next((p for _, p in self._people_before(token) if p.side in phrase.sides), None)
        owner = self._tokens.at(phrase.span.start)
        return self._other_than(owner) if owner is not None and owner.lower_ in SINGULAR else None

    def _other_than(self, owner: Token) -> Person | None:
        """The person told last before a pronoun who is of like rank as the one it stands for, and for another side."""
        one = self._antecedent(owner)
        if one is None or one.person is None:
            return None
        return peer_of(one.person, (person for _, person in self._people_before(owner)))

    def _group(self, token: Token, span: Span) -> Actor:
        group = self._members(token, span)
        return Actor("organization", span.of(self.text), None, "unknown", None, None, span, members=group)

    def _members(self, token: Token, span: Span) -> tuple[Person, ...]:
        """The people of a group told by a definite noun, a number or a pronoun."""
        words = [word.lower() for word in (span.of(self.text) + " " + noun_phrase(token).of(self.text)).split()]
        if token.lower_ in OF_STATES or words[0] in INDEFINITE - {"two"}:
            return ()
        if token.lower_ in PRONOUNS and (group := self._group_before(token)):
            return group
        count = next((COUNTS[word] for word in words if word in COUNTS), None)
        phrase = self._phrases.at(token.idx)
        rank = RANKS.get(token.lower_) or (phrase.role_class if phrase else None)
        return members(self._people_before(token), rank, count)

    def _group_before(self, pronoun: Token) -> tuple[Person, ...]:
        """The group told last in this sentence or the one before, with nobody else told after it."""
        last = max((i for i in self._groups if i < pronoun.i), default=None)
        if last is None:
            return ()
        start = self.doc[max(0, pronoun.sent.start - 1)].sent.start
        after = {p for m, p in self._mentions if self.doc[last].idx < m.start < pronoun.idx}
        return self._groups[last] if last >= start and after <= set(self._groups[last]) else ()

    def _people_before(self, token: Token) -> Iterator[tuple[int, Person]]:
        """People told before the token by whatever words, the last first, with how many sentences ago."""
        for distance, actor in self._salience.told_before(token):
            if actor.person is not None:
                yield distance, actor.person

    def _one_of_two(self, token: Token) -> Actor | None:
        last = list(dict.fromkeys(person for _, person in self._people_before(token)))[:2]
        if not last:
            return None
        return of_person(last[::-1][OF_TWO[token.lower_]], Span(token.idx, token.idx + len(token)))

    def _owner_side(self, token: Token) -> str | None:
        """The side of the person whose office it is (`his ministry`)."""
        owner = next((child for child in token.children if child.dep_ == "poss"), None)
        if owner is None:
            return None
        if person := self.person_at(owner.idx):
            return person.side
        actor = self._antecedent(owner) if owner.lower_ in SINGULAR else None
        return actor.side if actor else None


def _stands_alone(token: Token) -> bool:
    """Whether an adjective has no noun after it (`the former said`, not `the former minister`)."""
    return token.i + 1 == len(token.doc) or token.nbor(1).pos_ in ("PUNCT", "VERB", "AUX", "PART", "SPACE", "CCONJ")
