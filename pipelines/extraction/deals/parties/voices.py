"""For which side somebody speaks who says `we`. Not here: who says what (`extraction/statements`).

Within quotation marks that is the side of whoever the paragraph names around them; outside, in a government's own
release, that of the release.
"""

from spacy.tokens import Token

from pipelines.extraction.deals.grammar.clauses import subjects
from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.deal_words import deal_words
from pipelines.reference.speech import reporting_verbs

PARAGRAPH = "\n\n"


def speaking_side(document: Document, pronoun: Token) -> str | None:
    """The side that a first-person pronoun stands for; null where nobody with a side speaks."""
    quote = document.quote_at(pronoun.idx)
    if quote is None:
        return reporting_side(document, pronoun) or document.home
    start = document.text.rfind(PARAGRAPH, 0, quote.outer.start) + 1
    end = document.text.find(PARAGRAPH, quote.outer.end)
    around = Span(start, end if end >= 0 else len(document.text))
    named = [
        (
            abs(mention.start - (quote.outer.end if mention.start > quote.outer.start else quote.outer.start)),
            person.side,
        )
        for person in document.people
        if person.side
        for mention in person.mentions
        if around.holds(mention) and not quote.outer.holds(mention)
    ]
    return min(named)[1] if named else _spokes_office(document, around, quote.outer)


def reporting_side(document: Document, told: Token) -> str | None:
    """The side of whoever the clause of a word is reported of: `we will send ten, the Swedish government said`."""
    for verb in told.ancestors:
        if verb.lemma_.lower() in reporting_verbs() and not _gives(verb):
            speakers = (document.actors.actor(t) for t in subjects(verb) if t != told)
            return next((actor.side for actor in speakers if actor and actor.side), None)
    return None


def _gives(verb: Token) -> bool:
    """Whether a verb that reports tells rather what its subject would supply: `offered its F-16`."""
    return any("subject" in use.supplier for use in deal_words().get((verb.lemma_.lower(), "verb"), ()))


def _spokes_office(document: Document, around: Span, quote: Span) -> str | None:
    """The side of an office told around a quotation: `said the Polish minister`."""
    told = [o for o in document.offices if o.sides and around.holds(o.span) and not quote.holds(o.span)]
    nearest = min(told, key=lambda o: min(abs(o.span.start - quote.end), abs(quote.start - o.span.end)), default=None)
    return next(iter(nearest.sides), None) if nearest else None
