"""Deals that came to nothing by what stands behind their goods: `chose jets, only to drop the plan`.

Not here: clauses that call off a deal and name its goods themselves (`frames.py`).
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span as Words
from spacy.tokens import Token

from pipelines.extraction.deals.grammar.arguments import arguments
from pipelines.extraction.deals.grammar.modality import denied, is_possible, looks_ahead, progressive
from pipelines.extraction.deals.grammar.triggers import Cluster, Trigger, is_sequel
from pipelines.extraction.deals.parties.party import parties
from pipelines.extraction.deals.tellings.manner import Manner
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.extraction.deals.tellings.timing import timing_of
from pipelines.extraction.deals.tellings.uses import meets
from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.deal_words import DealWord, deal_words

ENDED = "cancelled"
#: Statuses of what may still come to nothing: what somebody has is called off no more.
UNFINISHED = frozenset({"interest", "tender", "negotiation", "approved", "signed", "delivering", None})
#: What takes up a deal told before, and so does whose it is.
TAKING_UP = frozenset({"the", "that", "this", "those", "these"})
#: What a deal has, of whom the text may tell one here and the other there.
SIDES = ("supplier", "recipient")
#: What was meant to become a deal.
PLANS = frozenset({"plan", "project", "programme", "program", "idea", "intention"})
#: Verb forms that say that it has happened.
DONE = frozenset({"VBD", "VBN", "VBZ", "VBP"})


def endings(document: Document, telling: Telling) -> Iterator[Telling]:
    """A telling for what the sentence of goods, or the one behind it, says of their deal: that it was called off."""
    if telling.status not in UNFINISHED or not telling.items:
        return
    last = max(telling.items, key=lambda item: item.span.start)
    for sentence in _told_in(last.token):
        for verb, deal in _called_off(document, sentence):
            if deal.i < last.token.i or not _is_of_telling(document, telling, verb, deal):
                continue
            timing = timing_of(document, Cluster((Trigger(verb, ()),), sentence), [verb], ENDED)
            evidence = tuple(dict.fromkeys((*telling.evidence, Span(sentence.start_char, sentence.end_char))))
            told = replace(telling, status=ENDED, timing=timing, evidence=evidence)
            yield replace(told, value=None, manner=Manner.STATE)


def _told_in(token: Token) -> Iterator[Words]:
    """The sentence of a word and the one behind it."""
    yield token.sent
    if token.sent.end < len(token.doc):
        yield token.doc[token.sent.end].sent


def _called_off(document: Document, sentence: Words) -> Iterator[tuple[Token, Token]]:
    """The verbs that say that a deal told before came to nothing, each with the word for the deal."""
    for verb in sentence:
        uses = deal_words().get((verb.lemma_.lower(), "verb"), ()) if verb.pos_ == "VERB" else ()
        use = next((u for u in uses if u.role == "light" and meets(document, verb, u, [])), None)
        if use is None or use.status != ENDED or not _is_done(verb):
            continue
        nouns = (noun for slot in use.theme for noun in arguments(verb, slot) if _takes_up_deal(document, noun, verb))
        yield from ((verb, noun) for noun in nouns)


def _is_done(verb: Token) -> bool:
    """Whether a verb tells what has happened: not `may scrap the deal`, nor `wants to`."""
    if denied(verb) or looks_ahead(verb) or is_possible(verb) or progressive(verb):
        return False
    return verb.tag_ in DONE or is_sequel(verb)


def _takes_up_deal(document: Document, noun: Token, verb: Token) -> bool:
    """Whether a noun stands for a deal told before: `the contract`, `its plan`, not `a plan for jets`."""
    uses = deal_words().get((noun.lemma_.lower(), "noun"), ()) if noun.pos_ == "NOUN" else ()
    if noun.lemma_.lower() not in PLANS and not any(_is_of_deal(use) for use in uses):
        return False
    taken_up = any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in TAKING_UP) for c in noun.lefts)
    whole = Span(noun.left_edge.idx, max(noun.right_edge.idx, verb.idx))  # "That order, for 16 jets, was torn up"
    return taken_up and not any(whole.start <= m.span.start < whole.end for m in document.systems)


def _is_of_deal(use: DealWord) -> bool:
    """Whether a use of a noun is of a deal or of talks on one; not of what is paid, a bid or a delivery."""
    if use.status is None:
        return use.role == "core" and not use.requires
    return use.status == "negotiation" or (use.status == "signed" and "deal" in use.requires)


def _is_of_telling(document: Document, telling: Telling, verb: Token, deal: Token) -> bool:
    """Whether a deal called off is the one of a telling: whose it is, and who does it, are among the parties told.

    No other goods may stand between, unless the deal is told by the country of one of them: `That French order`.
    """
    told = {p.country for p in (*telling.suppliers, *telling.recipients, *telling.partners)}
    told.update(telling.nation_hints, *(item.origins for item in telling.items))
    doers = [doer for doer in arguments(verb, "subject") if doer != deal]
    owners = {p.country for p in parties(document, deal.lefts)} - {None}
    named = {p.country for p in parties(document, doers)} - {None} | owners
    end = max(item.span.end for item in telling.items)
    if not owners & told and any(end <= m.span.start < deal.idx for m in document.systems):
        return False
    return named <= told or len(named | told) <= len(SIDES)
