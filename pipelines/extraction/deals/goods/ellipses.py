"""Goods that a pronoun, a number or a unit stands for: `it`, `six more`, `12 of the same`, `a further battery`.

They are those last told. Not here: words that name goods (`items.py`); systems that `the jet` means (`item.py`).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from pipelines.extraction.deals.goods.item import (
    BATCHES,
    FURTHER,
    Item,
    head_of,
    is_further,
    item_of,
    most_told,
    nations_of,
)
from pipelines.reading.document import Document
from pipelines.reading.quantity import Quantity, find_quantities
from pipelines.reading.systems import SystemMention
from pipelines.records import ItemRecord, Span

PARAGRAPH = "\n\n"
#: Pronouns and nouns that stand for the goods last told.
COUNTING = frozenset({"dozen", "dozens", "pair", "score", "more", "hundreds"})
STANDING_FOR = frozenset(
    {"it", "its", "them", "they", "one", "ones", "type", "system", "platform", "both", "batch", "lot"}
)
#: Nouns that, counted and without a word of what kind, do so too: `a contract for six systems`.
UNITS = frozenset({"system", "battery", "battalion", "squadron", "unit", "piece", "platform", "airframe", "example"})
#: Nouns that, with a nation, mean its goods told before, or goods of the kind told beside them: `the Brazilian type`,
#: `preferred a French design to the Soryu`.
DESIGNS = frozenset({"design", "model", "competitor", "rival", "equivalent", "type"})
#: Of what `the system` and `batteries` are told, where there is any of it.
SYSTEMS = frozenset({"air_defence", "missile", "artillery", "sensor"})
#: Which of the last two told a word means.
OF_TWO = {"former": 0, "latter": 1}
#: What sets goods that somebody has apart from those that come instead.
OLD = frozenset({"old", "older", "oldest", "used", "retired", "existing"})
#: What is done to goods that are then no longer one's own.
GIVING = frozenset({"give", "donate", "promise", "pledge", "gift", "lend", "earmark", "sell", "resell"})
#: Of a number of goods, those told apart: `received the first of 13`.
RANKED = frozenset({"first", "second", "third", "fourth", "last", "final"})
#: How one more of those who did so before is told: `Kuwait joined with a contract worth $367 million`.
JOINING = frozenset({"join", "follow"})
#: By what a bargain is told to be like another: `a deal of similar volume`.
MEASURES = frozenset({"volume", "size", "value", "scale", "scope", "magnitude"})
#: What `12 of the same` is no part of.
KINDS = frozenset({"same", "type", "kind", "model", "sort"})


def meant_by(document: Document, head: Token) -> list[Item]:
    """The goods last told, where a pronoun, a bare number or a unit stands for them."""
    span = Span(head.idx, head.idx + len(head))
    if head.lemma_.lower() in DESIGNS and (nations := nations_of(document, head, span)):
        return list(_design(document, head, span, nations))
    if head.lower_ in OF_TWO:
        return list(_of_two(document, head, span))
    goods = _last_told(document, head)
    if goods is None:
        return []
    counted = _count(head)
    known = _is_part(head) and not _is_given_on(head)
    if counted is not None and not (known and _is_some_of(counted, goods)):
        record = replace(
            goods.record, quantity_min=counted.minimum, quantity_max=counted.maximum, quantity_unit=counted.unit
        )
        return [Item(record, goods.origins, (), is_further(document, span), span, head, elliptic=True)]
    if head.lower_ in STANDING_FOR and not document.in_quote(head.idx) and (head.pos_ == "PRON" or _is_definite(head)):
        record = replace(goods.record, quantity_min=None, quantity_max=None, quantity_unit=None)
        return [replace(goods, record=record, span=span, token=head, further=False, elliptic=True)]
    return []


def meant_by_joining(document: Document, bargain: Token) -> list[Item]:
    """The goods last told, of who followed others with a bargain of its own: `Oman joined with a contract`."""
    verb = bargain.head.head if bargain.dep_ == "pobj" and bargain.head.lower_ == "with" else None
    goods = _last_told(document, bargain) if verb is not None and verb.lemma_ in JOINING else None
    topics = (o for c in bargain.children if c.lower_ in ("for", "on", "of") for o in c.children)
    if goods is None or any(o.dep_ == "pobj" and o.lemma_.lower() not in MEASURES for o in topics):
        return []
    record = replace(goods.record, quantity_min=None, quantity_max=None, quantity_unit=None)
    span = Span(bargain.idx, bargain.idx + len(bargain))
    return [replace(goods, record=record, span=span, token=bargain, further=False, elliptic=True)]


def _of_two(document: Document, head: Token, span: Span) -> Iterator[Item]:
    """The second or the first of the last two systems told: `Diehl makes the IRIS-T. Estonia ordered the latter`."""
    before = [m for m in document.systems if m.designation and m.span.start < head.idx]
    last = {m.designation: m for m in before}
    systems = sorted(last.values(), key=lambda m: m.span)[-2:]
    if len(systems) == 2:
        item = item_of(document, systems[OF_TWO[head.lower_]])
        record = replace(item.record, quantity_min=None, quantity_max=None, quantity_unit=None)
        yield replace(item, record=record, span=span, token=head, further=False, elliptic=True)


def _design(document: Document, head: Token, span: Span, nations: tuple[str, ...]) -> Iterator[Item]:
    """Goods of a nation, told by no name: those of its make told before; else of the kind that stands beside them."""
    told = [m for m in document.systems if m.span.start < span.start and {*m.origin} & {*nations}]
    if told and _is_definite(head):
        item = item_of(document, told[-1])
        record = replace(item.record, quantity_min=None, quantity_max=None, quantity_unit=None)
        yield replace(item, record=record, span=span, token=head, further=False, elliptic=True)
        return
    sentence = Span(head.sent.start_char, head.sent.end_char)
    for beside in (m for m in document.systems if sentence.holds(m.span)):
        record = ItemRecord(None, f"{head.nbor(-1).text} {head.text}", beside.category, None, None, None)
        yield Item(record, (), nations, False, span, head)
        return


def _is_some_of(counted: Quantity, goods: Item) -> bool:
    """Whether goods are at least as many as what is counted of them: `for 24. Twelve of them`, not `28 of the jets`."""
    return (goods.record.quantity_min or 0) >= (counted.minimum or counted.maximum or 0)


def _count(head: Token) -> Quantity | None:
    """How many of the goods last told a bare number or a counted unit tells."""
    another = any(FURTHER.fullmatch(c.text) for c in head.lefts)
    one = Quantity(Span(head.idx, head.idx), 1, 1, "unit")
    if head.lower_ == "one" and another:
        return one
    if head.lower_ in RANKED and head.pos_ != "NOUN":
        whole = [g for c in head.children if c.lower_ == "of" for g in c.children if g.pos_ == "NUM"]
        return next((q for number in whole if (q := _quantity_at(number))), None)
    if head.pos_ == "NUM" or head.lower_ in COUNTING:
        return _quantity_at(head) or next((q for c in head.lefts if (q := _quantity_at(c))), None)
    if head.lemma_.lower() not in UNITS or any(c.dep_ in ("compound", "nmod", "poss", "relcl") for c in head.children):
        return None
    described = [c for c in head.lefts if c.dep_ == "amod" and not FURTHER.fullmatch(c.text)]
    if described or any(c.lower_ == "of" for c in head.rights):
        return None
    counted = next((q for c in head.lefts if c.dep_ == "nummod" and (q := _quantity_at(c))), None)
    return counted or (one if another and head.tag_ == "NN" else None)


def _is_definite(head: Token) -> bool:
    return any(c.lower_ in ("the", "this", "that", "same") for c in head.lefts)


def _last_told(document: Document, head: Token) -> Item | None:
    paragraph = document.text.rfind(PARAGRAPH, 0, head.idx) + 1
    if head.lower_ in BATCHES or head.lemma_.lower() in UNITS:  # may be told paragraphs before
        paragraph = 0
    before = [m for m in document.systems if paragraph <= m.span.start < head.idx]
    fitting = [m for m in before if m.category in SYSTEMS]
    before = fitting if head.lemma_.lower() in ("system", "battery") and fitting else before
    # "The K9 outranges other guns. Peru signed up for it", not for other guns
    before = [m for m in before if m.designation or m.quantity] or before
    if any(t.lower_ in OLD for t in head.subtree):  # "exchanges its F-16s for 27 F-35s, and gives 19 of the old ones"
        before = [m for m in before if _is_owned(document, m)] or before
    same = [t.head for t in head.subtree if t.lower_ == "same" and t.head.lemma_.lower() in KINDS]
    if same and not any(c.dep_ == "appos" for c in same[0].children):  # "the same model" is what the text is about
        often = Counter(m.designation for m in document.systems if m.designation and m.span.start < head.idx)
        main = [m for m in document.systems if [m.designation] == [name for name, _ in often.most_common(1)]]
        before = [m for m in main if m.span.start < head.idx][-1:] or before
    if before and head.pos_ != "PRON":  # "bought 12 chassis for its Krab. Two came from Spain", two chassis
        told = [m for m in before if _sentence(document, m) == _sentence(document, before[-1])]
        before = [m for m in told if m.quantity] or told
    if not before and (head.pos_ == "NUM" or head.head.head.lemma_ in JOINING):  # "Kosovo bought five", of one system
        before = [m for m in document.systems if m.designation == most_told(document) and m.span.start < head.idx]
    return item_of(document, before[-1]) if before else None


def _is_owned(document: Document, mention: SystemMention) -> bool:
    """Whether goods are told as what somebody has: `its F-16s`."""
    token = head_of(document, mention.span)
    return token is not None and any(c.dep_ == "poss" for c in token.lefts)


def _sentence(document: Document, mention: SystemMention) -> int | None:
    """Where the sentence of a mention starts."""
    token = head_of(document, mention.span)
    return token.sent.start if token is not None else None


def _is_part(head: Token) -> bool:
    """Whether a number counts some of what was told: `ten of them`."""
    governed = [g for c in head.children if c.lower_ == "of" for g in c.children if g.lower_ not in KINDS]
    return any((g.pos_ == "PRON" and g.lower_ != "which") or _is_definite(g) for g in governed)


def _is_given_on(head: Token) -> bool:
    """Whether some of what somebody has is for somebody else: `has 250 of them and has given 50 of them to Kyiv`."""
    return head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_ in GIVING


def _quantity_at(head: Token) -> Quantity | None:
    """The count that a bare number tells."""
    sentence = head.sent
    at = head.idx - sentence.start_char
    return next((q for q in find_quantities(sentence.text) if q.span.start <= at < q.span.end), None)
