"""Which organisation, or side, a noun phrase stands for: `Seoul`, `DAPA`, `the ministry`, `the company`, `it`.

Not here: people and groups of them (`actors.py`).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from pipelines.reading.actor import Actor
from pipelines.reading.noun_phrases import noun_phrase, without_determiner
from pipelines.reading.spans import SpanIndex
from pipelines.reading.tokens import Tokens
from pipelines.records import Span
from pipelines.reference.gazetteer import Name
from pipelines.reference.nouns import organization_nouns
from pipelines.reference.speech import reporting_verbs

#: Kinds of gazetteer names that can speak and act, and those of them that a phrase may end with.
ACTING_KINDS = frozenset({"agency", "company", "organization", "metonym", "capital", "country"})
CLOSING_KINDS = frozenset({"company", "agency"})
#: Which kinds of names `the company`, `the agency` take up again, by the kind of the noun.
TAKEN_UP = {
    "company": frozenset({"company"}),
    "government": frozenset({"agency", "metonym"}),
    "bloc": frozenset({"organization"}),
}
#: Forms of agencies that nobody calls `the agency`, `the department`.
NOT_TAKEN_UP = frozenset({"forces", "parliament", "police"})
#: Nouns of government that stand for themselves and not for an agency named before.
OWN_NAMES = frozenset(
    {"ministry", "government", "office", "department", "presidency", "embassy", "delegation", "cabinet"}
)
QUALIFIERS = frozenset({"amod", "compound", "poss", "nmod", "prep"})


class Organizations:
    """Resolves noun phrases of one text to organisations and sides."""

    def __init__(self, tokens: Tokens, names: Sequence[Name], home: str | None) -> None:
        """Take the parse and the gazetteer's names; `home` is the side that the text takes for granted."""
        self._doc = tokens.doc
        self._text = tokens.text
        self._names = SpanIndex((name.span, name) for name in names)
        self._home = home
        self._by_lemma: dict[str, list[Token]] = {}
        for token in tokens.all:
            if (lemma := token.lemma_.lower()) in organization_nouns():
                self._by_lemma.setdefault(lemma, []).append(token)

    def name_at(self, offset: int) -> Name | None:
        """The gazetteer name that covers the character."""
        return self._names.at(offset)

    def side_in(self, span: Span) -> str | None:
        """The side that is named first within a span."""
        return next((name.code for where, name in self._names if name.code and span.holds(where)), None)

    def actor(self, token: Token, span: Span, owner_side: str | None) -> Actor | None:
        """The organisation, side or unlisted person that a phrase names; `owner_side` is whose in `his ministry`."""
        last = self._names.at(span.end - 1)
        closing = last if last and last.kind in CLOSING_KINDS and span.holds(last.span) else None
        name = self.name_at(token.idx) or closing
        if name and name.kind in ACTING_KINDS:
            return self._named(name, span)
        noun = organization_nouns().get(token.lemma_.lower()) or organization_nouns().get(token.lower_)
        if noun:
            earlier = self._taken_up(token, noun.kind) if noun.noun not in OWN_NAMES else None
            if earlier:
                return self._named(earlier, span)
            side = self.side_in(span) or owner_side or self._side_of_earlier(token) or self._home
            return _organization(without_determiner(span.of(self._text)), side, span)
        return self._entity(token, span)

    def last_reporting(self, pronoun: Token, is_person: Callable[[Token], bool]) -> Actor | None:
        """What `it` stands for: the organisation that last said something, before the pronoun."""
        for i in range(pronoun.i - 1, -1, -1):
            earlier = self._doc[i]
            if not (_reports(earlier) or _is_cited(earlier)) or earlier.lower_ == "it" or is_person(earlier):
                continue
            if actor := self.actor(earlier, noun_phrase(earlier), None):
                return actor
        return None

    def sources_of(self, pronoun: Token) -> Token | None:
        """Who `they` are that say more: the subject of what was said last, in their sentence or the one before."""
        if not _reports(pronoun):
            return None
        start = self._doc[max(0, pronoun.sent.start - 1)].sent.start
        said = (t for t in reversed(self._doc[start : pronoun.i]) if _reports(t) and not pronoun.head.is_ancestor(t))
        last = next(said, None)
        return last if last is not None and last.tag_ == "NNS" else None

    def _entity(self, token: Token, span: Span) -> Actor | None:
        """What the model sees there, for names that no list holds."""
        entity = next((e for e in self._doc.ents if e.start <= token.i < e.end), None) if token.ent_type_ else None
        if entity is not None and entity.label_ == "ORG":
            return _organization(without_determiner(entity.text), self.side_in(span), span)
        if entity is not None and entity.label_ == "PERSON" and token.pos_ == "PROPN":
            return Actor("person", entity.text, None, "unknown", None, None, span)
        return None

    def _named(self, name: Name, span: Span) -> Actor:
        """The body that a name names: as printed there, and beside it in the fullest form that the text prints."""
        printed = name.span.of(self._text)
        forms = (other.span.of(self._text) for _, other in self._names if other.canonical == name.canonical)
        fullest = max(forms, key=len, default=printed)
        actor = _organization(printed, name.code, span)
        return replace(actor, organization=fullest) if len(fullest) > len(printed) else actor

    def _taken_up(self, token: Token, kind: str) -> Name | None:
        """The name that a bare definite noun takes up again: the last of its kind before it."""
        told_anew = any(child.dep_ in QUALIFIERS for child in token.children)
        if told_anew and not (kind == "company" and any(child.lower_ == "the" for child in token.children)):
            return None
        kinds = TAKEN_UP.get(kind, frozenset())
        before = self._names.before(token.idx)
        return next((name for name in before if name.kind in kinds and name.form not in NOT_TAKEN_UP), None)

    def _side_of_earlier(self, token: Token) -> str | None:
        """The side last told for an organisation of the same noun (`the ministry` after `Seoul's defense ministry`)."""
        for earlier in reversed(self._by_lemma.get(token.lemma_.lower(), [])):
            if earlier.i < token.i and (side := self.side_in(noun_phrase(earlier))):
                return side
        return None


def _organization(name: str, side: str | None, span: Span) -> Actor:
    return Actor("organization", name, None, "unknown", None, side, span)


def _reports(token: Token) -> bool:
    return bool(token.dep_ == "nsubj" and token.head.lemma_.lower() in reporting_verbs())


def _is_cited(token: Token) -> bool:
    """Whether it stands behind `according to`."""
    link = token.head
    return bool(token.dep_ == "pobj" and link.lower_ == "to" and link.i > 0 and link.nbor(-1).lower_ == "according")
