"""Goods that a pronoun, a number or a unit stands for: `it`, `six more`, `12 of the same`, `a further battery`.

They are those last told. Not here: words that name goods (`items.py`); systems that `the jet` means (`goods.py`).
"""

from dataclasses import replace

from spacy.tokens import Token

from pipelines.extraction.deals.goods import BATCHES, FURTHER, Item, head_of, is_further, item_of
from pipelines.reading.document import Document
from pipelines.reading.quantity import Quantity, find_quantities
from pipelines.reading.systems import SystemMention
from pipelines.records import Span

PARAGRAPH = "\n\n"
#: Pronouns and nouns that stand for the goods last told.
COUNTING = frozenset({"dozen", "dozens", "pair", "score", "more", "hundreds"})
STANDING_FOR = frozenset(
    {"it", "its", "them", "they", "one", "ones", "type", "system", "platform", "both", "batch", "lot"}
)
#: Nouns that, counted and without a word of what kind, do so too: `a contract for six systems`.
UNITS = frozenset({"system", "battery", "battalion", "squadron", "unit", "piece", "platform", "airframe", "example"})
#: What `12 of the same` is no part of.
KINDS = frozenset({"same", "type", "kind", "model", "sort"})


def meant_by(document: Document, head: Token) -> list[Item]:
    """The goods last told, where a pronoun, a bare number or a unit stands for them."""
    goods = _last_told(document, head)
    if goods is None:
        return []
    span = Span(head.idx, head.idx + len(head))
    counted = _count(head)
    if counted is not None and not (_is_part(head) and goods.record.quantity_min):
        record = replace(
            goods.record, quantity_min=counted.minimum, quantity_max=counted.maximum, quantity_unit=counted.unit
        )
        return [Item(record, goods.origins, (), is_further(document, span), span, head, elliptic=True)]
    if head.lower_ in STANDING_FOR and not document.in_quote(head.idx) and (head.pos_ == "PRON" or _is_definite(head)):
        record = replace(goods.record, quantity_min=None, quantity_max=None, quantity_unit=None)
        return [replace(goods, record=record, span=span, token=head, further=False, elliptic=True)]
    return []


def _count(head: Token) -> Quantity | None:
    """How many of the goods last told a bare number or a counted unit tells."""
    if head.pos_ == "NUM" or head.lower_ in COUNTING:
        return _quantity_at(head) or next((q for c in head.lefts if (q := _quantity_at(c))), None)
    if head.lemma_.lower() not in UNITS or any(c.dep_ in ("compound", "nmod", "poss", "relcl") for c in head.children):
        return None
    described = [c for c in head.lefts if c.dep_ == "amod" and not FURTHER.fullmatch(c.text)]
    if described or any(c.lower_ == "of" for c in head.rights):
        return None
    one = Quantity(Span(head.idx, head.idx), 1, 1, "unit")
    counted = next((q for c in head.lefts if c.dep_ == "nummod" and (q := _quantity_at(c))), None)
    return counted or (one if any(FURTHER.fullmatch(c.text) for c in head.lefts) and head.tag_ == "NN" else None)


def _is_definite(head: Token) -> bool:
    return any(c.lower_ in ("the", "this", "that", "same") for c in head.lefts)


def _last_told(document: Document, head: Token) -> Item | None:
    paragraph = document.text.rfind(PARAGRAPH, 0, head.idx) + 1
    if head.lower_ in BATCHES or head.lemma_.lower() in UNITS:  # may be told paragraphs before
        paragraph = 0
    before = [m for m in document.systems if paragraph <= m.span.start < head.idx]
    # "The K9 outranges other guns. Peru signed up for it", not for other guns
    before = [m for m in before if m.designation or m.quantity] or before
    if before and head.pos_ != "PRON":  # "bought 12 chassis for its Krab. Two came from Spain", two chassis
        told = [m for m in before if _sentence(document, m) == _sentence(document, before[-1])]
        before = [m for m in told if m.quantity] or told
    return item_of(document, before[-1]) if before else None


def _sentence(document: Document, mention: SystemMention) -> int | None:
    """Where the sentence of a mention starts."""
    token = head_of(document, mention.span)
    return token.sent.start if token is not None else None


def _is_part(head: Token) -> bool:
    """Whether a number counts some of what was told: `ten of them`."""
    governed = [g for c in head.children if c.lower_ == "of" for g in c.children if g.lower_ not in KINDS]
    return any((g.pos_ == "PRON" and g.lower_ != "which") or _is_definite(g) for g in governed)


def _quantity_at(head: Token) -> Quantity | None:
    """The count that a bare number tells."""
    sentence = head.sent
    at = head.idx - sentence.start_char
    return next((q for q in find_quantities(sentence.text) if q.span.start <= at < q.span.end), None)
