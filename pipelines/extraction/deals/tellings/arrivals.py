"""Goods that a clause beside the one of their deal tells to have come: `12 jets, the last of which arrived in May`.

Not here: clauses whose own words tell that goods are delivered to somebody (`frames.py`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from pipelines.extraction.deals.goods.item import Item
from pipelines.extraction.deals.grammar.arguments import arguments
from pipelines.extraction.deals.grammar.clauses import is_passive
from pipelines.extraction.deals.grammar.modality import denied, is_possible, looks_ahead, progressive
from pipelines.extraction.deals.grammar.triggers import Cluster, Trigger
from pipelines.extraction.deals.tellings.firmness import PARTIAL, Use, has_begun
from pipelines.extraction.deals.tellings.manner import Manner
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.extraction.deals.tellings.timing import timing_of
from pipelines.reading.document import Document
from pipelines.reading.quantity import find_quantities

#: What is done to goods that come, and what they do.
BROUGHT = frozenset({"deliver", "hand", "induct", "receive", "transfer", "ship", "commission", "supply", "field"})
COMING = frozenset({"arrive", "land"})
#: What goods are in, or enter, that have come.
SERVICE = frozenset({"service", "use", "operation", "inventory"})
ALL = frozenset({"all", "both"})
RELATIVES = frozenset({"which", "that"})
#: What takes goods up that a clause before has told: `ordered 13 drones; they began arriving in May`.
PRONOUNS = frozenset({"they", "these"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: Statuses of what may since have been delivered.
BOUGHT = frozenset({"signed", "approved", None})


def arrivals(document: Document, telling: Telling) -> Iterator[Telling]:
    """A telling for each clause of the sentence of goods somebody gets that says that they, or some, have come."""
    if telling.status not in BOUGHT or telling.manner is Manner.PROMISE:
        return
    for item in telling.items:
        sentence = item.token.sent
        for verb in sentence:
            come = _come(verb, item)
            if come is None or denied(verb) or looks_ahead(verb) or is_possible(verb) or progressive(verb):
                continue
            status = "delivering" if _is_part(come, item) or has_begun(verb) else "completed"
            timing = timing_of(document, Cluster((Trigger(verb, ()),), sentence), [verb], status)
            yield replace(telling, items=(item,), status=status, timing=timing, value=None, manner=Manner.STATE)


def _come(verb: Token, item: Item) -> Token | None:
    """The word for what came in the clause of a verb, if that is goods, or some of them, and the verb tells so."""
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_ in BROUGHT:
        return verb.head if verb.head.lower_ in ALL and verb.head.i > item.token.i else None
    in_service = verb.lemma_ in ("be", "enter") and any(t.lower_ in SERVICE for t in _behind(verb))
    brought = verb.lemma_ in BROUGHT and is_passive(verb)
    if not (in_service or brought or (verb.lemma_ in COMING and (verb.tag_ != "VBG" or has_begun(verb)))):
        return None
    told = (*verb.children, *(verb.head.children if has_begun(verb) else ()))
    return next((c for c in told if c.dep_ in SUBJECTS and _is_of(c, verb, item)), None)


def _behind(verb: Token) -> Iterator[Token]:
    yield from (t for child in verb.rights for t in (child, *child.children))


def _is_of(subject: Token, verb: Token, item: Item) -> bool:
    """Whether a subject is goods, or those of them that the clause describing them tells of."""
    words = list(subject.subtree)
    if item.token in words:
        return True
    if any(w.lower_ in RELATIVES for w in words):  # whatever the parse ties "the last of which arrived" to
        return bool(item.token.i < subject.i and (verb.dep_ != "relcl" or item.token.i <= verb.head.i))
    alone = subject.lower_ in ALL | PRONOUNS or subject.pos_ == "NUM"  # "ordered 16, and 12 were delivered"
    return alone and len(words) == 1 and subject.i > item.token.i


def _is_part(come: Token, item: Item) -> bool:
    """Whether what came is only some of the goods: `the first of them`, `ten of which`."""
    if come.lower_ == "last" or any(c.lower_ == "last" for c in come.children):
        return False
    if come.lower_ in PARTIAL or any(c.lower_ in PARTIAL for c in come.lefts if c.dep_ != "det"):
        return True
    counted = next(iter(find_quantities(come.text)), None)
    ordered = item.record.quantity_min
    return bool(come.i != item.token.i and counted and counted.minimum and ordered and counted.minimum < ordered)


def is_begun(uses: Iterable[Use]) -> bool:
    """Whether some of the goods have changed hands: `delivered the first of three batteries`."""
    heads = (head for token, word in uses for slot in word.theme for head in arguments(token, slot))
    return any(_stands_for_part(head) for head in heads)


def _stands_for_part(head: Token) -> bool:
    """Whether a word stands for some of the goods behind it: `the first two of eight`, `ten of the 31`."""
    if not any(c.lower_ == "of" for c in head.children):
        return False
    return head.lower_ in PARTIAL or (head.pos_ == "NUM" and not any(c.lower_ == "last" for c in head.children))
