"""The annotated document: one article with everything that the readers of this package found in it.

Built once an article and handed to every extractor. Not here: any reading itself.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from pipelines.reading.actors import Actors
from pipelines.reading.dates import DateMention, find_dates
from pipelines.reading.home import home_side
from pipelines.reading.home_currency import home_currency
from pipelines.reading.money import Money, find_money
from pipelines.reading.offices import OfficePhrase, find_offices
from pipelines.reading.people import Person, find_people
from pipelines.reading.quotes import Quote, find_quotes
from pipelines.reading.sides_taken import at_home
from pipelines.reading.systems import SystemMention, find_systems
from pipelines.reading.tokens import Tokens
from pipelines.records import Article, Span
from pipelines.reference.gazetteer import Name, find_names

Found = TypeVar("Found", Name, DateMention)


@dataclass(frozen=True)
class Document:
    """An article with its annotations; all spans index `article.text`."""

    article: Article
    doc: Doc
    names: Sequence[Name]
    quotes: Sequence[Quote]
    offices: Sequence[OfficePhrase]
    people: Sequence[Person]
    dates: Sequence[DateMention]
    money: Sequence[Money]
    systems: Sequence[SystemMention]
    actors: Actors
    home: str | None

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.article.text

    def sentences(self) -> Iterator[Words]:
        """All sentences that hold a word, captions included."""
        return iter(self._sentences)

    @cached_property
    def _sentences(self) -> tuple[Words, ...]:
        return tuple(s for s in self.doc.sents if s.text.strip())

    def story_sentences(self) -> Iterator[Words]:
        """The sentences of the story, without captions."""
        return (s for s in self.sentences() if s.start_char < self.article.story_end)

    def in_quote(self, offset: int) -> bool:
        """Whether the character stands within quotation marks."""
        return self.quote_at(offset) is not None

    def quote_at(self, offset: int) -> Quote | None:
        """The quotation that covers the character."""
        i = bisect_right(self.quotes, offset, key=lambda q: q.outer.start) - 1
        return self.quotes[i] if i >= 0 and self.quotes[i].outer.start <= offset < self.quotes[i].outer.end else None

    def names_in(self, span: Span) -> list[Name]:
        """The names within a span, in order."""
        return _within(self.names, span)

    def dates_in(self, span: Span) -> list[DateMention]:
        """The temporal expressions within a span, in order."""
        return _within(self.dates, span)


def _within(found: Sequence[Found], span: Span) -> list[Found]:
    """Of what was found, in text order and none overlapping, that which lies within a span."""
    first = bisect_left(found, span.start, key=lambda one: one.span.start)
    last = bisect_right(found, span.end, key=lambda one: one.span.end)
    return list(found[first:last])


def read(article: Article, doc: Doc) -> Document:
    """Annotate a parsed article. `doc` is the parse of `article.text`."""
    tokens = Tokens(doc)
    names = find_names(article.text)
    quotes = find_quotes(article.text)
    offices = find_offices(tokens, names)
    people = find_people(tokens, names, offices, article.published)
    home = home_side(article, names, people, offices)
    people = at_home(article.text, people, offices, names, home)
    money = find_money(article.text, home_currency(article, home, people, offices))
    names = [n for n in names if not any(m.holds(n.span) for m in money)]  # "2 billion U.S. dollars"
    actors = Actors(tokens, names, offices, people, quotes, home)
    dates = find_dates(article.text, article.published)
    named = [mention for person in people for mention in person.mentions]
    systems = [
        s for s in find_systems(article.text) if not any(_is_surname(article.text, s.span, m) for m in named)
    ]  # "Haluk Bayraktar"
    return Document(article, doc, names, quotes, offices, people, dates, money, systems, actors, home)


def _is_surname(text: str, name: Span, person: Span) -> bool:
    """Whether the name of a system is that of somebody told in full: `Haluk Bayraktar`."""
    return person.start < name.start and person.end == name.end and name.of(text).isalpha()
