"""Which goods a noun phrase names: systems and kinds of equipment with their quantities, or the goods last told.

Not here: finding systems and quantities in a text (`reading/systems.py`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipelines.extraction.deals.arguments import arguments, phrase
from pipelines.reading.document import Document
from pipelines.reading.quantity import Quantity, find_quantities
from pipelines.reading.systems import SystemMention
from pipelines.records import ItemRecord, Span

#: Words that make of goods a batch of their own.
FURTHER = re.compile(
    r"\b(?:more|another|additional|further|extra|again|second|third|fourth|follow-on|next|other)\b", re.IGNORECASE
)
MORE_BEHIND = re.compile(r"\s+(?:more|others|additional|again)\b", re.IGNORECASE)
LIST_LINK = re.compile(
    r"(?:,|,? and|,? as well as|,? plus|,? along with|, including|,? such as)\s+"
    r"(?:(?:the|a|an|some|its|new|used|modern|several|other)\s+)*"
    r"(?:(?:undisclosed|unspecified|unknown|large|small|certain)?\s*(?:number|batch|set|range) of\s+)?",
    re.IGNORECASE,
)
#: From a noun to the colon that opens the list of what it is about, and from there to the first goods.
COLON = re.compile(r"[^.:;!?\n]{0,70}:\s+")
OPENING = re.compile(r"(?:(?:the|a|an|some|its|new|used|modern)\s+)*", re.IGNORECASE)
BRACKET = re.compile(r"\s*\([^()]*\)")
LONGEST_ASIDE = 60
MADE_BY = re.compile(r"\s+(?:(?:made|built|produced)\s+by|from|by|of)\s+(?:the\s+)?")
#: Nouns that, behind goods, still mean the goods: "FA-50 variants".
STILL_THE_GOODS = frozenset(
    {"unit", "variant", "version", "system", "family", "package", "fleet", "set", "battery", "squadron", "battalion",
     "series", "type", "model", "class", "platform", "contract", "order", "deal", "dozen", "pair", "capability"}
)  # fmt: skip
#: Adjectives that leave the kind of goods open.
OF_ANY_KIND = frozenset({"used", "new", "second-hand", "brand-new", "surplus", "refurbished", "such", "same"})
#: Goods that are arms only beside others that are.
NO_ARMS = frozenset({"equipment", "related equipment", "spares", "supplies", "fuel"})
#: How many words goods may stand behind the word that tells of them.
NEAR = 7
PARAGRAPH = "\n\n"
#: Nouns that stand for goods told anywhere before.
BATCHES = frozenset({"batch", "lot"})
#: Pronouns and nouns that stand for the goods last told.
COUNTING = frozenset({"dozen", "dozens", "pair", "score", "more", "hundreds"})
STANDING_FOR = frozenset({"it", "them", "they", "one", "ones", "type", "system", "platform", "both", "batch", "lot"})


@dataclass(frozen=True, slots=True)
class Item:
    """Goods of a deal.

    `origins`: countries the system comes from; `nations`: those that the text gives them (`Korean guns`).
    `further`: told as more of the same. `token` heads the words at `span`; `elliptic`: they name the goods by number or
    pronoun only.
    """

    record: ItemRecord
    origins: tuple[str, ...]
    nations: tuple[str, ...]
    further: bool
    span: Span
    token: Token
    elliptic: bool = False

    @property
    def is_batch(self) -> bool:
        """Whether the words are `the first batch`, which is bought or delivered like any goods."""
        return self.token.lower_ in BATCHES


def items_of(document: Document, token: Token, slots: Iterable[str]) -> list[Item]:
    """The goods in the first of the slots of a word that holds any."""
    for slot in slots:
        found = [item for head in arguments(token, slot) for item in _of_phrase(document, head)]
        found = found or _right_after(document, token, slot)
        if found:
            return list({item.span: item for item in found}.values())
    return _behind_colon(document, token) if token.pos_ == "NOUN" else []


def _behind_colon(document: Document, noun: Token) -> list[Item]:
    """The goods of a list that a colon opens behind a noun: `approved three sales to Chile: 11 launchers, six pods`."""
    opening = COLON.match(document.text, noun.idx + len(noun))
    mention = next((m for m in document.systems if opening and _start_of(m) >= opening.end()), None)
    if opening is None or mention is None or not OPENING.fullmatch(document.text[opening.end() : _start_of(mention)]):
        return []
    return [_item(document, m) for m in _with_list(document, [mention], mention.span.end)]


def _start_of(mention: SystemMention) -> int:
    return min(mention.span.start, mention.quantity.span.start) if mention.quantity else mention.span.start


def all_items(document: Document) -> Iterator[Item]:
    """The goods of the text, each by itself."""
    return (_item(document, mention) for mention in document.systems if _head_of(document, mention.span) is not None)


def named_in(document: Document, sentence: Span) -> list[Item]:
    """The first goods that a sentence calls by their designation."""
    named = (m for m in document.systems if m.designation and sentence.holds(m.span))
    return [_item(document, mention) for mention in named][:1]


def _right_after(document: Document, token: Token, slot: str) -> list[Item]:
    """Goods that stand right behind a word or its preposition, where the parse ties them to something else."""
    start = token
    misread = [m for m in document.systems if slot == "about" and _is_about(document, m, token)]
    if misread:
        return [_item(document, misread[0])]
    if slot != "object":
        following = token.nbor(1) if token.i + 1 < len(token.doc) else None
        if following is None or following.lower_ != slot:
            return []
        start = following
    elif token.pos_ == "VERB" and (before := _right_before(document, token)) is not None:
        return [before]
    elif token.pos_ != "VERB" or any(c.dep_ in ("dobj", "nsubjpass", "ccomp", "xcomp") for c in token.children):
        return []
    mention = next((m for m in document.systems if m.span.start > start.idx), None)
    head = _head_of(document, mention.span) if mention else None
    if mention is None or head is None or head.i - start.i > NEAR or head.sent.start != token.sent.start:
        return []
    between = document.doc[start.i + 1 : head.i]
    if any(t.pos_ in ("VERB", "AUX", "PUNCT", "ADP") and t.i < head.left_edge.i for t in between):
        return []
    return [_item(document, mention)]


def _is_about(document: Document, mention: SystemMention, talks: Token) -> bool:
    """Whether goods behind talks follow an `about` that the parse takes for `roughly`: `talks with Spain about 40`."""
    start = min(mention.span.start, mention.quantity.span.start) if mention.quantity else mention.span.start
    words = document.text[talks.idx : mention.span.start] if talks.idx < start < talks.sent.end_char else ""
    return bool(mention.quantity) and bool(re.search(r"\babout\s+(?:[\w-]+\s+){1,4}\Z", words))


def _right_before(document: Document, verb: Token) -> Item | None:
    """Goods that a participle behind a comma describes, taken by the parse for a verb: `jets, bought in 1998`."""
    if verb.tag_ not in ("VBD", "VBN") or verb.i < 2 or verb.nbor(-1).text != ",":
        return None
    if any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in verb.children):
        return None
    end = verb.nbor(-1).idx
    mention = next((m for m in document.systems if _phrase_end(document, m) == end), None)
    return _item(document, mention) if mention else None


def _of_phrase(document: Document, head: Token) -> list[Item]:
    tokens = phrase(head)
    covered = {t.i for t in tokens}
    mentions = [
        m
        for m in document.systems
        if (t := _head_of(document, m.span)) is not None and t.i in covered and not _describes(document, t, head)
    ]
    if mentions:
        return [_item(document, mention) for mention in _with_list(document, mentions, mentions[-1].span.end)]
    return list(_standing_for(document, head))


def _phrase_end(document: Document, mention: SystemMention) -> int:
    """Where the noun ends that the words of the goods lead to: `C-130J transports`, `tanks made by Rotem`."""
    token = _head_of(document, mention.span)
    end = mention.span.end
    if token is not None and token.dep_ == "compound" and token.head.i - token.i <= NEAR:
        end = max(end, int(token.head.idx) + len(token.head))
    maker = MADE_BY.match(document.text, end)
    named = (n for n in document.names if maker and n.kind == "company" and n.span.start == maker.end())
    return next((n.span.end for n in named), end)


def _describes(document: Document, goods: Token, head: Token) -> bool:
    """Whether the goods only say what something else is about: `missile launches`, `a drone crash`."""
    if goods == head or goods.dep_ not in ("compound", "amod", "nmod", "poss"):
        return False
    described = goods.head
    inside = any(m.span.start <= described.idx < m.span.end for m in document.systems)
    return not inside and not {described.lemma_.lower(), described.lower_.removesuffix("s")} & STILL_THE_GOODS


def _with_list(document: Document, mentions: list[SystemMention], end: int) -> list[SystemMention]:
    """The goods with those that follow in a list from `end` on, however the parse ties these."""
    listed = list(mentions)
    end = max([end, *(_phrase_end(document, m) for m in mentions)])
    for mention in document.systems:
        start = _start_of(mention)
        if (
            start >= end
            and LIST_LINK.fullmatch(_without_asides(document, end, start))
            and not _opens_clause(document, mention)
        ):
            listed.append(mention)
            end = _phrase_end(document, mention)
    return listed


def _without_asides(document: Document, start: int, end: int) -> str:
    """The text between goods without what is told of the first of them: sums, brackets, days (`in 2023`)."""
    if end - start > LONGEST_ASIDE:
        return document.text[start:end]
    text = document.text[start:end]
    for date in document.dates_in(Span(start, end)):
        dated = date.span.of(document.text)
        text = re.sub(rf"\s+(?:in\s+|by\s+|from\s+|on\s+|for\s+)?{re.escape(dated)}", "", text)
    return BRACKET.sub("", text)


def _opens_clause(document: Document, mention: SystemMention) -> bool:
    """Whether goods behind `and` are what a new clause is about: `A buys 66, and 24 jets are to be sold to B`."""
    token = _head_of(document, mention.span)
    return token is not None and token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in ("conj", "ROOT")


def _item(document: Document, mention: SystemMention) -> Item:
    quantity = mention.quantity
    span = Span(min(mention.span.start, quantity.span.start), mention.span.end) if quantity else mention.span
    token = _head_of(document, mention.span)
    assert token is not None
    further = _is_further(document, span)
    record = ItemRecord(
        system=mention.designation,
        system_text=mention.span.of(document.text),
        category=mention.category,
        quantity_min=quantity.minimum if quantity else None,
        quantity_max=quantity.maximum if quantity else None,
        quantity_unit=quantity.unit if quantity else None,
    )
    item = Item(record, mention.origin, _nations(document, token, mention.span), further, span, token)
    return _named_before(document, item) if mention.designation is None else item


def _is_further(document: Document, span: Span) -> bool:
    """Whether the words in and right around the goods make of them more of the same."""
    before = document.text[max(0, span.start - 25) : span.start].rpartition(",")[2]
    after = document.text[span.end : span.end + 12]
    return bool(FURTHER.search(before) or FURTHER.search(span.of(document.text)) or MORE_BEHIND.match(after))


def _named_before(document: Document, item: Item) -> Item:
    """The item with the system that `the jet` or `a dozen guns` means.

    That is the one last told where the words point back to it, and for goods named by nothing but their kind the one
    of that kind that the text is about.
    """
    named = [m for m in document.systems if m.designation and m.category == item.record.category]
    first = next(iter(item.token.lefts), None)
    points_back = first is not None and first.lower_ in ("the", "this", "that", "these", "those", "its", "same")
    before = [m for m in named if m.span.start < item.span.start] if points_back else []
    meant = before[-1] if before else None
    if meant is None and (points_back or item.record.quantity_min) and _is_bare(item):
        most_told = _most_told(document, item.record.category)
        meant = next((m for m in named if m.designation == most_told), None)
    return replace(item, record=replace(item.record, system=meant.designation), origins=meant.origin) if meant else item


def _most_told(document: Document, category: str) -> str | None:
    """The designation that the text names far more than any other of the category."""
    counts = Counter(m.designation for m in document.systems if m.designation and m.category == category)
    top = counts.most_common(2)
    return top[0][0] if len(top) == 1 or (top and top[0][1] >= 3 * top[1][1]) else None


def _is_bare(item: Item) -> bool:
    words = re.split(r"\s+", item.record.system_text.lower())
    return all(word in OF_ANY_KIND for word in words[:-1])


def _standing_for(document: Document, head: Token) -> Iterator[Item]:
    """The goods last told in the paragraph, where a pronoun or a bare number stands for them."""
    goods = _last_told(document, head)
    if goods is None:
        return
    span = Span(head.idx, head.idx + len(head))
    counted = _quantity_at(head)
    if counted is not None and (head.pos_ == "NUM" or head.lower_ in COUNTING) and not _is_part(head):
        record = replace(
            goods.record, quantity_min=counted.minimum, quantity_max=counted.maximum, quantity_unit=counted.unit
        )
        yield Item(record, goods.origins, (), _is_further(document, span), span, head, elliptic=True)
        for mention in _with_list(document, [], span.end):
            yield _item(document, mention)
    elif (
        head.lower_ in STANDING_FOR and not document.in_quote(head.idx) and (head.pos_ == "PRON" or _is_definite(head))
    ):
        record = replace(goods.record, quantity_min=None, quantity_max=None, quantity_unit=None)
        yield replace(goods, record=record, span=span, token=head, further=False, elliptic=True)


def _is_definite(head: Token) -> bool:
    return any(c.lower_ in ("the", "this", "that", "same") for c in head.lefts)


def _last_told(document: Document, head: Token) -> Item | None:
    paragraph = document.text.rfind(PARAGRAPH, 0, head.idx) + 1
    if head.lower_ in BATCHES:  # may be told paragraphs before
        paragraph = 0
    before = [m for m in document.systems if paragraph <= m.span.start < head.idx]
    return _item(document, before[-1]) if before else None


def _is_part(head: Token) -> bool:
    """Whether a number counts some of what was told: `ten of them`."""
    governed = [g for c in head.children if c.lower_ == "of" for g in c.children]
    return any((g.pos_ == "PRON" and g.lower_ != "which") or _is_definite(g) for g in governed)


def _quantity_at(head: Token) -> Quantity | None:
    """The count that a bare number tells."""
    sentence = head.sent
    at = head.idx - sentence.start_char
    return next((q for q in find_quantities(sentence.text) if q.span.start <= at < q.span.end), None)


def _nations(document: Document, token: Token, span: Span) -> tuple[str, ...]:
    """The countries that the words before the goods give them: `Israel's`, `South Korean`, `U.S.-made`."""
    start = min((t.idx for t in token.subtree if t.i < token.i and t.dep_ != "relcl"), default=span.start)
    start = max(start, span.start - 60)
    kinds = {"country", "demonym", "capital"}
    inside = [
        n for n in document.names if start <= n.span.start and n.span.end <= span.end and n.kind in kinds and n.code
    ]
    return tuple(dict.fromkeys(n.code for n in inside if n.code and _is_modifier(document, n.span, token)))


def _is_modifier(document: Document, name: Span, goods: Token) -> bool:
    found = document.doc.char_span(name.start, name.end, alignment_mode="expand")
    return found is not None and (found.root == goods or goods in found.root.ancestors)


def _head_of(document: Document, span: Span) -> Token | None:
    found = document.doc.char_span(span.start, span.end, alignment_mode="expand")
    return found.root if found is not None and len(found) else None
