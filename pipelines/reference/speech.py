"""The words of saying, and who may say something without a name. Not here: finding them in a text."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipelines.reference.csv_table import read_table


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb of saying, with its particle where it has one.

    `strength` is `strong` where the verb alone reports speech, `weak` where only a quotation or a that-clause makes it
    do so; `takes` are the contents it can have: `clause`, `quote`, `np`. One that is not `spoken` tells a state of mind
    (`know that`): only a quotation makes it report speech.
    """

    lemma: str
    strength: str
    takes: tuple[str, ...]
    spoken: bool


@dataclass(frozen=True, slots=True)
class ReportingNoun:
    """A noun of saying; `noun_class` is `medium` (`statement`) or `content` (`hope`)."""

    noun: str
    noun_class: str


@dataclass(frozen=True, slots=True)
class AnonymousSpeaker:
    """A noun for somebody unnamed who speaks; `number` is `person` or `group`."""

    noun: str
    number: str


@cache
def reporting_verbs() -> Mapping[str, ReportingVerb]:
    """The verbs of saying, by lemma."""
    return {row.lemma: row for row in read_table("reporting_verbs.csv", ReportingVerb)}


@cache
def reporting_nouns() -> Mapping[str, ReportingNoun]:
    """The nouns of saying, by noun."""
    return {row.noun: row for row in read_table("reporting_nouns.csv", ReportingNoun)}


@cache
def anonymous_speakers() -> Mapping[str, AnonymousSpeaker]:
    """The nouns for unnamed speakers, by noun."""
    return {row.noun: row for row in read_table("anonymous_speakers.csv", AnonymousSpeaker)}


@dataclass(frozen=True, slots=True)
class SayingPhrase:
    """Words that make a saying of a verb that is none, lemma by lemma.

    `use` is `phrase` for one that reports by itself (`make it clear that`) and `lead` for a word on which an infinitive
    of saying hangs that did happen (`was quick to add`, `took the opportunity to stress`).
    """

    phrase: str
    use: str


@cache
def saying_phrases() -> tuple[tuple[str, ...], ...]:
    """The phrases of saying, each as its lemmas, the longest first."""
    phrases = (tuple(row.phrase.split()) for row in _phrases() if row.use == "phrase")
    return tuple(sorted(phrases, key=len, reverse=True))


@cache
def leads_to_saying() -> frozenset[str]:
    """The words on which an infinitive of saying hangs that did happen."""
    return frozenset(row.phrase for row in _phrases() if row.use == "lead")


@cache
def _phrases() -> tuple[SayingPhrase, ...]:
    return tuple(read_table("saying_phrases.csv", SayingPhrase))
