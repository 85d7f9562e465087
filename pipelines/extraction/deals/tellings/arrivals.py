"""Goods that a clause beside the one of their deal tells to have come: `12 jets, the last of which arrived in May`.

Not here: clauses whose own words tell that goods are delivered to somebody (`frames.py`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Span as Words
from spacy.tokens import Token

from pipelines.extraction.deals.goods.item import Item
from pipelines.extraction.deals.grammar.arguments import arguments
from pipelines.extraction.deals.grammar.clauses import is_passive
from pipelines.extraction.deals.grammar.modality import denied, is_possible, looks_ahead, progressive
from pipelines.extraction.deals.grammar.triggers import Cluster, Trigger
from pipelines.extraction.deals.tellings.firmness import BEGINNING, PARTIAL, Use, has_begun
from pipelines.extraction.deals.tellings.manner import Manner
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.extraction.deals.tellings.timing import timing_of
from pipelines.reading.document import Document
from pipelines.reading.quantity import find_quantities
from pipelines.records import Span

PARAGRAPH = "\n\n"
#: What is done to goods that come, and what they do.
BROUGHT = frozenset({"deliver", "hand", "induct", "receive", "transfer", "ship", "commission", "supply", "field"})
COMING = frozenset({"arrive", "land"})
#: What goods are in, or enter, that have come.
SERVICE = frozenset({"service", "use", "operation", "inventory"})
ALL = frozenset({"all", "both"})
#: Which of the goods come before the others, which come last, and what of them are all but some.
OPENING = frozenset({"first", "initial"})
ENDING = frozenset({"last", "rest", "remainder"})
FEW = frozenset({"few", "handful", "dozen", "half-dozen"})
#: What begins, or is under way, where goods begin to come.
DELIVERIES = frozenset({"delivery", "handover", "shipment"})
UNDER_WAY = frozenset({"way", "underway"})
RELATIVES = frozenset({"which", "that"})
#: What takes goods up that a clause before has told: `ordered 13 drones; they began arriving in May`.
PRONOUNS = frozenset({"they", "these"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: Statuses of what may since have been delivered.
BOUGHT = frozenset({"signed", "approved", "delivering", None})


def arrivals(document: Document, telling: Telling) -> Iterator[Telling]:
    """A telling for each clause of the sentence of goods somebody gets that says that they, or some, have come."""
    if telling.status not in BOUGHT:
        return
    for item in telling.items:
        for sentence in _told_in(document, item):
            for verb in sentence:
                come = _come(document, verb, item)
                if come is None or denied(verb) or looks_ahead(verb) or is_possible(verb) or progressive(verb):
                    continue
                status = "delivering" if _are_under_way(verb) or _is_part(come, item) else "completed"
                if telling.status == "delivering" and sentence == item.token.sent:
                    continue  # "the first six were delivered", which is told already
                if telling.manner is Manner.PROMISE and status == "completed":
                    continue  # what is promised of goods that came is another matter
                timing = timing_of(document, Cluster((Trigger(verb, ()),), sentence), [verb], status)
                evidence = tuple(dict.fromkeys((*telling.evidence, Span(sentence.start_char, sentence.end_char))))
                told = replace(telling, items=(item,), status=status, timing=timing, evidence=evidence)
                yield replace(told, value=None, manner=Manner.STATE)


def _told_in(document: Document, item: Item) -> Iterator[Words]:
    """The sentence of goods, and the one behind it in their paragraph."""
    sentence = item.token.sent
    yield sentence
    if sentence.end < len(sentence.doc):
        following = sentence.doc[sentence.end].sent
        if PARAGRAPH not in document.text[item.span.end : following.start_char]:
            yield following


def _come(document: Document, verb: Token, item: Item) -> Token | None:
    """The word for what came in the clause of a verb, if that is goods, or some of them, and the verb tells so."""
    here = verb.sent == item.token.sent
    if here and verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_ in BROUGHT:
        return verb.head if verb.head.lower_ in ALL and verb.head.i > item.token.i else None
    if not _tells_arrival(verb):
        return None
    children = (*verb.children, *(verb.head.children if has_begun(verb) else ()))
    subjects = [c for c in children if c.dep_ in SUBJECTS]
    return next((c for c in subjects if (here and _is_of(c, verb, item)) or _is_count_of(document, c, item)), None)


def _tells_arrival(verb: Token) -> bool:
    """Whether a verb says of its subject that it came, or began to: `entered service`, `started arriving`."""
    if _are_under_way(verb):
        return True
    in_service = verb.lemma_ in ("be", "enter") and any(t.lower_ in SERVICE for t in _behind(verb))
    brought = verb.lemma_ in BROUGHT and is_passive(verb)
    coming = verb.lemma_ in COMING and verb.tag_ not in ("VB", "VBG")
    return in_service or brought or coming or _has_come(verb)


def _are_under_way(verb: Token) -> bool:
    """Whether a verb says that goods, or their deliveries, began to come: `began arriving`, `are under way`."""
    if any(c.lemma_ in DELIVERIES for c in verb.children if c.dep_ in SUBJECTS):
        ways = {t.lower_ for t in _behind(verb)}
        return verb.lemma_ in BEGINNING or (verb.lemma_ == "be" and bool(ways & UNDER_WAY))
    return verb.lemma_ in COMING and has_begun(verb)


def _has_come(verb: Token) -> bool:
    """Whether goods `have come`, not from whom or with what they do."""
    perfect = verb.lemma_ == "come" and any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)
    return perfect and all(c.dep_ in (*SUBJECTS, "aux", "advmod", "punct", "cc", "conj") for c in verb.children)


def _behind(verb: Token) -> Iterator[Token]:
    yield from (t for child in verb.rights for t in (child, *child.children))


def _is_of(subject: Token, verb: Token, item: Item) -> bool:
    """Whether a subject is goods, or those of them that the clause describing them tells of."""
    words = list(subject.subtree)
    if item.token in words:
        return True
    if any(w.lower_ in RELATIVES for w in (*words, *(w for c in verb.lefts for w in c.subtree))):
        # whatever the parse ties "the last of which arrived", or "of which five arrived", to
        return bool(item.token.i < subject.i and (verb.dep_ != "relcl" or item.token.i <= verb.head.i))
    return subject.lower_ in ALL | PRONOUNS and len(words) == 1 and subject.i > item.token.i


def _is_count_of(document: Document, subject: Token, item: Item) -> bool:
    """Whether a bare count, or deliveries of no goods told, takes up the goods told last: `the first ten arrived`."""
    bare = subject.pos_ == "NUM" or subject.lower_ in PARTIAL | ALL | FEW | ENDING or subject.lemma_ in DELIVERIES
    if bare and _is_some_of_named(document, subject, item):
        return True
    if not bare or subject.idx < item.span.end or any(c.dep_ in ("prep", "compound") for c in subject.rights):
        return False
    return not any(item.span.end <= m.span.start < subject.idx for m in document.systems)


def _is_some_of_named(document: Document, count: Token, item: Item) -> bool:
    """Whether a count is of goods called by the name of some told before: `Six of the Gripens arrived`."""
    whole = [g.idx for c in count.rights if c.lower_ == "of" for g in c.subtree]
    same = [m.span for m in document.systems if item.record.system and m.designation == item.record.system]
    again = [span for span in same if span.start >= item.span.end and span.end <= count.sent.end_char]
    return len(again) == 1 and any(again[0].start <= at < again[0].end for at in whole)


def _is_part(come: Token, item: Item) -> bool:
    """Whether what came is only some of the goods: `the first of them`, `ten of which`."""
    if come.lower_ == "last" or any(c.lower_ == "last" for c in come.children):
        return False
    if come.lower_ in PARTIAL | FEW or any(c.lower_ in PARTIAL for c in come.lefts if c.dep_ != "det"):
        return True
    counted = next(iter(find_quantities(come.text)), None)
    ordered = item.record.quantity_min
    return bool(come.i != item.token.i and counted and counted.minimum and ordered and counted.minimum < ordered)


def is_begun(uses: Iterable[Use], items: Iterable[Item]) -> bool:
    """Whether some of the goods have changed hands: `delivered the first of three batteries`, `the first batch`."""
    heads = [head for token, word in uses for slot in word.theme for head in arguments(token, slot)]
    taken = [goods for head in heads if head.lemma_ == "delivery" for goods in arguments(head, "of")]
    return any(_stands_for_part(head) for head in (*heads, *taken)) or any(_is_some(item) for item in items)


def _stands_for_part(head: Token) -> bool:
    """Whether a word stands for some of the goods behind it: `the first two of eight`, `ten of the 31`."""
    if not any(c.lower_ == "of" for c in head.children):
        return False
    return head.lower_ in PARTIAL or (head.pos_ == "NUM" and not any(c.lower_ == "last" for c in head.children))


def _is_some(item: Item) -> bool:
    """Whether goods are told as those that come first, or as some of a number: `the initial six`, `two of the six`."""
    governor = item.token.head.head if item.token.dep_ == "pobj" and item.token.head.lower_ == "of" else None
    told = [w for w in (item.token, governor) if w is not None]
    first = any(c.lower_ in OPENING for w in told for c in w.lefts)
    return first or (governor is not None and item.is_counted and _stands_for_part(governor))
