"""Talks told without their goods: `Nigeria is in talks with Baykar`, `negotiations with Indonesia are well advanced`.

They are about what the maker sells, or what the text is about. Not here: talks that name goods (`frames.py`).
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from spacy.tokens import Token

from pipelines.extraction.deals.goods.item import Item, item_of
from pipelines.extraction.deals.grammar.arguments import arguments
from pipelines.extraction.deals.grammar.clauses import clause
from pipelines.extraction.deals.grammar.modality import denied, is_possible
from pipelines.extraction.deals.parties.party import Party, parties
from pipelines.extraction.deals.parties.voices import reporting_side
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.extraction.deals.tellings.timing import Timing
from pipelines.reading.document import Document
from pipelines.records import Span

TALKS = frozenset({"talk", "negotiation", "negotiate"})
PARAGRAPH = "\n\n"
#: Talks that may be about anything unless a maker of arms takes part or the paragraph tells of who bought such.
OF_ALL_KINDS = frozenset({"talk"})
GOING_ON = frozenset({"be", "go", "continue", "begin", "start", "remain", "progress", "proceed", "advance"})
TOPICS = ("on", "about", "over", "to", "of", "into")
#: How far back, in characters, what they are about is told.
MEMORY = 900


def talks_tellings(document: Document, told: Collection[Telling]) -> Iterator[Telling]:
    """The tellings of talks, with whom no other telling of their sentence deals."""
    for sentence in document.story_sentences():
        span = Span(sentence.start_char, sentence.end_char)
        here = [t for t in told if any(span.overlaps(other) for other in t.evidence)]
        known = {p.country for t in here for p in (*t.recipients, *t.partners, *t.suppliers)}
        paragraph = document.text.rfind(PARAGRAPH, 0, span.start)
        for token in sentence:
            if token.lemma_.lower() in TALKS and token.pos_ in ("NOUN", "VERB") and not document.in_quote(token.idx):
                since = paragraph if token.lemma_.lower() in OF_ALL_KINDS else 0
                before = (t for t in told if since <= t.start < span.start)
                sold = {item.record.system for t in before for item in t.items} - {None}
                yield from (t for t in _tellings(document, token, span, sold) if t.recipients[0].country not in known)


def _tellings(document: Document, token: Token, sentence: Span, sold: Collection[str | None]) -> Iterator[Telling]:
    verb = clause(token)
    modified = any(c.dep_ in ("compound", "amod") and c.pos_ == "NOUN" for c in token.lefts)
    topics = [t for slot in TOPICS for t in arguments(token, slot)]
    if modified or topics or denied(verb) or is_possible(verb):
        return
    slots = ("with", "subject") if token.pos_ == "VERB" else ("with", "between", "poss")
    taking_part = [p for slot in slots for p in parties(document, arguments(token, slot))]
    if token.dep_ in ("nsubj", "nsubjpass"):  # "talks are going on with Peru"
        taking_part += parties(document, arguments(token.head, "with"))
    makers = tuple(p for p in taking_part if p.is_company)
    others = tuple(p for p in taking_part if p.country and not p.is_company)
    speaker = reporting_side(document, token) if makers and not others else None
    others = others or ((Party(speaker, None, False, sentence),) if speaker else ())
    item = _talked_about(document, token, makers, sold)
    if item is None or not others or not (makers or _goes_on(token)):
        return
    yield from (
        Telling(
            kind="arms_transfer",
            status="negotiation",
            items=(item,),
            suppliers=makers,
            recipients=(other,),
            partners=(),
            nation_hints=(),
            value=None,
            timing=Timing(),
            evidence=(sentence,),
            strength="noun",
            back=False,
        )
        for other in others
        if other.country not in item.origins
    )


def _goes_on(talks: Token) -> bool:
    """Whether talks are told as going on, not as a meeting: `talks with Peru are under way`, `in talks with Peru`."""
    if talks.lemma_.lower() not in OF_ALL_KINDS:
        return True
    under_way = talks.dep_ == "nsubj" and talks.head.lemma_ in GOING_ON
    return under_way or (talks.dep_ == "pobj" and talks.head.lower_ == "in")


def _talked_about(
    document: Document, token: Token, makers: tuple[Party, ...], sold: Collection[str | None]
) -> Item | None:
    """The system last told that a maker's country makes; without a maker, the one last sold."""
    before = [m for m in document.systems if m.designation and 0 < token.idx - m.span.start < MEMORY]
    codes = {p.country for p in makers if p.country}
    meant = [m for m in before if (codes & {*m.origin} if codes else m.designation in sold)]
    if not meant:
        return None
    item, span = item_of(document, meant[-1]), Span(token.idx, token.idx + len(token))
    record = replace(item.record, quantity_min=None, quantity_max=None, quantity_unit=None)
    return replace(item, record=record, span=span, token=token, further=False, elliptic=True)
