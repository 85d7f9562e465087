"""Where a journey leads: the countries and towns told after its words, or before them.

Not here: who travels (`arguments.py`), and what a visit is (`journeys.py`).
"""

from collections.abc import Iterator

from spacy.tokens import Token

from pipelines.extraction.meetings.parties import Parties
from pipelines.extraction.meetings.places import of_dateline
from pipelines.extraction.meetings.subjects import end_of, paragraph_end
from pipelines.extraction.meetings.tellings import Party
from pipelines.extraction.meetings.triggers import VERB_TAGS, Trigger, lemma_of
from pipelines.extraction.meetings.units import Unit
from pipelines.records import Span

#: Prepositions before a destination, and those before a place where somebody arrives.
JOURNEYS = frozenset({"to", "into", "through", "across"})
ARRIVALS = frozenset({"in", "at"})
DESTINATION_LEADS = frozenset({"to", "in", "for", "at", "into", "through", "across", "of"})


def destinations(parties: Parties, trigger: Trigger) -> Iterator[Unit]:
    """The places that a journey leads to, as units of their countries."""
    noun_or_last = trigger.last
    if trigger.row.pos == "noun":
        yield from _named_before(parties, noun_or_last)
    limit = paragraph_end(parties.document.text, noun_or_last)
    leads = ARRIVALS | JOURNEYS if lemma_of(trigger.head) in ("arrive", "arrival", "stopover", "land") else JOURNEYS
    if trigger.row.pos == "verb" and (
        trigger.last.lower_ in DESTINATION_LEADS or lemma_of(trigger.head) in ("visit", "tour")
    ):
        found = parties.places_at(end_of(trigger.last), limit)
        if found:
            yield from found
            return
    for token in noun_or_last.doc[noun_or_last.i + 1 : min(noun_or_last.sent.end, noun_or_last.i + 12)]:
        if token.lower_ in leads and token.pos_ in ("ADP", "PART"):
            found = parties.places_at(end_of(token), limit)
            if found:
                yield from found
                return
        if token.pos_ in VERB_TAGS and token.dep_ not in ("aux",):
            return
        if token.lower_ == "here" and token.head.i == trigger.head.i:
            span = Span(token.idx, end_of(token))
            filed = of_dateline(parties.document).country
            if filed:
                yield Unit(span, (Party(span, filed, None, "side"),), "place")
            return


def _named_before(parties: Parties, noun: Token) -> Iterator[Unit]:
    """`the upcoming Russia visit`, `his Seoul trip`."""
    for child in noun.children:
        if child.dep_ == "compound":
            yield from parties.places_at(child.idx, end_of(child))
