"""Which actor of the article a noun phrase stands for: a person, an organisation, or somebody unnamed.

Names, surnames, pronouns, `the minister`, `his Polish counterpart`, `the ministry`, `a senior official`, `Seoul`.
Not here: finding the people and names themselves (`people.py`, the gazetteer).
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipelines.reading.offices import OfficePhrase
from pipelines.reading.people import Person
from pipelines.reading.quotes import Quote
from pipelines.records import Span
from pipelines.reference.gazetteer import Name
from pipelines.reference.nouns import anonymous_speakers, organization_nouns

SINGULAR = frozenset({"he", "she", "him", "her", "his"})
PLURAL = frozenset({"they", "them", "both", "two", "three", "all"})
INDEFINITE = frozenset({"a", "an", "another", "one", "some", "several", "many", "no", "two", "any"})
#: Kinds of gazetteer names that can speak and act.
ACTING_KINDS = frozenset({"agency", "company", "organization", "metonym", "capital", "country"})
NP_MODIFIERS = frozenset({"det", "compound", "amod", "poss", "nmod", "nummod", "case", "predet", "quantmod"})


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that speaks, meets, buys. `kind` is `person`, `organization` or `anonymous`."""

    kind: str
    name: str | None
    role: str | None
    role_class: str
    organization: str | None
    side: str | None
    span: Span
    person: Person | None = None


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
        self.doc = doc
        self.names = list(names)
        self.phrases = list(phrases)
        self.quotes = list(quotes)
        self.home = home
        self._people_by_span = sorted(((m, p) for p in people for m in p.mentions), key=lambda pair: pair[0])
        self._starts = [m.start for m, _ in self._people_by_span]
        self._person_by_office = {office: person for person in people for office in person.offices}
        self._sentence_of = [0] * len(doc)
        for number, sentence in enumerate(doc.sents):
            for token in sentence:
                self._sentence_of[token.i] = number

    # --- finding -------------------------------------------------------------------------------------------------

    def person_at(self, offset: int) -> Person | None:
        """The person whose name covers the character."""
        i = bisect_right(self._starts, offset) - 1
        if i >= 0 and self._people_by_span[i][0].end > offset:
            return self._people_by_span[i][1]
        return None

    def phrase_at(self, offset: int) -> OfficePhrase | None:
        """The office phrase whose title covers the character."""
        return next((p for p in self.phrases if p.title.start <= offset < p.title.end), None)

    def name_at(self, offset: int) -> Name | None:
        """The gazetteer name that covers the character."""
        return next((n for n in self.names if n.span.start <= offset < n.span.end), None)

    def actor(self, token: Token) -> Actor | None:
        """The actor that the noun phrase headed by the token stands for; null where it is none."""
        span = noun_phrase(token)
        person = self.person_at(token.idx) or next(
            (p for t in token.subtree if t.dep_ in ("compound", "flat", "appos") and t.head == token and (p := self.person_at(t.idx))),
            None,
        )
        if person:
            return of_person(person, span)
        word = token.lower_
        if word in SINGULAR and token.pos_ == "PRON":
            antecedent = self.antecedent(token)
            return of_person(antecedent, span) if antecedent else None
        phrase = self.phrase_at(token.idx)
        if phrase:
            return self._office_holder(phrase, token)
        if (word in PLURAL and token.pos_ in ("PRON", "NUM", "DET")) or (word == "sides" or (token.pos_ == "NOUN" and word == "leaders")):
            return Actor("organization", span.of(self.doc.text), None, "unknown", None, None, span)
        if word == "it":
            return self._last_organization(token)
        if token.lemma_.lower() in anonymous_speakers() or word in anonymous_speakers():
            return Actor("anonymous", None, span.of(self.doc.text), "unknown", None, self._side_in(span), span)
        return self._organization(token, span)

    # --- people --------------------------------------------------------------------------------------------------

    def antecedent(self, pronoun: Token) -> Person | None:
        """Whom `he`, `she` or `his` stands for: the most salient person before it.

        Nearness in sentences counts most; subjects come before other mentions, mentions in quotations last.
        """
        here = self._sentence_of[pronoun.i]
        best: tuple[float, int] | None = None
        chosen: Person | None = None
        for mention, person in self._people_by_span:
            if mention.start >= pronoun.idx:
                break
            token = self._token(mention)
            distance = here - self._sentence_of[token.i]
            if distance > 8:
                continue
            score = -float(distance)
            head = token
            while head.dep_ in ("compound", "appos", "flat") and head.head.i != head.i:
                head = head.head
            if head.dep_ in ("nsubj", "nsubjpass"):
                score += 1.3
                if head.head.dep_ == "ROOT":
                    score += 0.4
            elif head.dep_ == "poss":
                score -= 0.4
            if any(q.inner.holds(mention) for q in self.quotes):
                score -= 1.5
            if best is None or (score, mention.start) >= best:
                best, chosen = (score, mention.start), person
        return chosen

    def _office_holder(self, phrase: OfficePhrase, token: Token) -> Actor | None:
        person = self._person_by_office.get(phrase.span)
        if person:
            return of_person(person, phrase.span)
        text = self.doc.text
        first = text[phrase.span.start : phrase.span.end].split()[0].lower()
        indefinite = first in INDEFINITE or (token.i > 0 and token.nbor(-1).lower_ in INDEFINITE)
        if phrase.plural:
            return Actor("organization", phrase.span.of(text), None, phrase.role_class or "unknown", None, None, phrase.span)
        person = None if indefinite else self._named_before(phrase)
        if person:
            return of_person(person, phrase.span)
        side = next(iter(phrase.sides), None)
        return Actor("anonymous", None, phrase.span.of(text), phrase.role_class or "unknown", phrase.organization, side, phrase.span)

    def _named_before(self, phrase: OfficePhrase) -> Person | None:
        """The person last named before the phrase who holds such an office, and for that side where one is told."""
        text = self.doc.text
        head = text[phrase.title.start : phrase.title.end].split()[0 if " of " in phrase.title.of(text) else -1].casefold()
        fitting = [
            (mention.start, person)
            for mention, person in self._people_by_span
            if mention.start < phrase.span.start
            and (not phrase.sides or person.side is None or person.side in phrase.sides)
            and (
                (person.role and head in person.role.casefold())
                or (person.role_class == phrase.role_class and person.role_class not in ("unknown", "relation"))
            )
        ]
        exact = [pair for pair in fitting if pair[1].role and head in pair[1].role.casefold()]
        return max(exact or fitting, key=lambda pair: pair[0])[1] if fitting else None

    # --- organisations -------------------------------------------------------------------------------------------

    def _organization(self, token: Token, span: Span) -> Actor | None:
        text = self.doc.text
        name = self.name_at(token.idx)
        if name and name.kind in ACTING_KINDS:
            return Actor("organization", name.span.of(text), None, "unknown", None, name.code, span)
        if token.lemma_.lower() in organization_nouns() or token.lower_ in organization_nouns():
            side = self._side_in(span) or self._owner_side(token) or self._side_of_earlier(token) or self.home
            printed = span.of(text)
            return Actor("organization", _without_article(printed), None, "unknown", None, side, span)
        if token.ent_type_ == "ORG":
            entity = next(e for e in self.doc.ents if e.start <= token.i < e.end)
            return Actor("organization", _without_article(entity.text), None, "unknown", None, self._side_in(span), span)
        if token.ent_type_ == "PERSON" and token.pos_ == "PROPN":
            entity = next(e for e in self.doc.ents if e.start <= token.i < e.end)
            return Actor("person", entity.text, None, "unknown", None, None, span)
        return None

    def _side_in(self, span: Span) -> str | None:
        return next((n.code for n in self.names if n.code and span.holds(n.span)), None)

    def _owner_side(self, token: Token) -> str | None:
        """The side of the person whose office it is (`his ministry`)."""
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        person = (self.person_at(owner.idx) or (self.antecedent(owner) if owner.lower_ in SINGULAR else None)) if owner else None
        return person.side if person else None

    def _side_of_earlier(self, token: Token) -> str | None:
        """The side last told for an organisation of the same noun (`the ministry` after `Seoul's defense ministry`)."""
        for earlier in reversed(self.doc[: token.i]):
            if earlier.lemma_.lower() == token.lemma_.lower():
                side = self._side_in(noun_phrase(earlier))
                if side:
                    return side
        return None

    def _last_organization(self, token: Token) -> Actor | None:
        """What `it` stands for: the organisation last told as a subject or after `according to`."""
        for earlier in reversed(self.doc[: token.i]):
            if earlier.dep_ in ("nsubj", "nsubjpass", "pobj") and not self.person_at(earlier.idx):
                if earlier.dep_ == "pobj" and earlier.head.lower_ != "to":
                    continue
                if earlier.lower_ == "it":
                    continue
                actor = self._organization(earlier, noun_phrase(earlier))
                if actor:
                    return actor
        return None

    def _token(self, span: Span) -> Token:
        found = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        return found.root if found is not None else self.doc[0]


def of_person(person: Person, span: Span) -> Actor:
    """The actor that a person is."""
    return Actor("person", person.name, person.role, person.role_class, person.organization, person.side, span, person)


def noun_phrase(token: Token) -> Span:
    """The words of a noun phrase around its head: modifiers before it, and `of`, `for`, `at`, `in` phrases after it."""
    left = min([token, *(t for c in token.children if c.dep_ in NP_MODIFIERS and c.i < token.i for t in c.subtree)], key=lambda t: t.i)
    right = token
    for child in token.children:
        if child.dep_ == "prep" and child.i > token.i and child.lower_ in ("of", "for", "at", "in") and child.i <= right.i + 1:
            tail = [t for t in child.subtree if t.dep_ not in ("punct",)]
            stop = next((t.i for t in child.subtree if t.text in (",", ";", "(", "—") or t.dep_ in ("relcl", "appos")), None)
            tail = [t for t in tail if stop is None or t.i < stop]
            right = max([right, *tail], key=lambda t: t.i)
    return Span(left.idx, right.idx + len(right))


def _without_article(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an", "its", "his", "her", "their") else words
