"""Which goods a noun phrase names: systems and kinds of equipment with their quantities.

Not here: finding systems and quantities in a text (`reading/systems.py`); words that only stand for goods
(`ellipses.py`).
"""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from pipelines.extraction.deals.goods.ellipses import meant_by
from pipelines.extraction.deals.goods.item import Item, head_of, is_fitted, item_of, start_of
from pipelines.extraction.deals.grammar.arguments import arguments, phrase
from pipelines.extraction.deals.grammar.predication import version_told
from pipelines.reading.document import Document
from pipelines.reading.systems import SystemMention
from pipelines.records import Span

LIST_LINK = re.compile(
    r"(?:[,;]|[,;]? and(?: for)?|,? as well as|,? plus|,? along with|, including|,? such as)\s+"
    r"(?:(?:the|a|an|some|its|new|used|modern|several|other)\s+)*"
    r"(?:(?:undisclosed|unspecified|unknown|large|small|certain)?\s*(?:number|batch|set|range) of\s+)?",
    re.IGNORECASE,
)
#: From a noun to the colon that opens the list of what it is about, and from there to the first goods.
COLON = re.compile(r"[^.:;!?\n]{0,70}:\s+")
OPENING = re.compile(r"(?:(?:the|a|an|some|its|new|used|modern)\s+)*", re.IGNORECASE)
BRACKET = re.compile(r"\s*\([^()]*\)")
LONGEST_ASIDE = 60
MAKERS = frozenset({"company", "country", "capital"})
MADE_BY = re.compile(r"\s+(?:(?:made|built|produced)\s+by|from|by|of)\s+(?:the\s+)?")
#: Nouns that, behind goods, still mean the goods: "FA-50 variants".
STILL_THE_GOODS = frozenset(
    {"unit", "variant", "version", "system", "family", "package", "fleet", "set", "battery", "squadron", "battalion",
     "series", "type", "model", "class", "platform", "contract", "order", "deal", "dozen", "pair", "capability",
     "transport", "transporter", "tanker", "trainer", "hunter", "gunship", "regiment", "brigade", "airframe", "machine"}
)  # fmt: skip
#: Nouns that, behind goods, tell what is done about such.
ABOUT_ARMS = frozenset(
    {"production", "manufacture", "manufacturing", "industry", "cooperation", "development", "research", "trade"}
)
#: How many words goods may stand behind the word that tells of them.
NEAR = 7


def items_of(document: Document, token: Token, slots: Iterable[str]) -> list[Item]:
    """The goods in the first of the slots of a word that holds any."""
    for slot in slots:
        found = [item for head in arguments(token, slot) for item in _of_phrase(document, head)]
        found = found or _right_after(document, token, slot)
        if found:
            told = [detail for item in found for detail in _in_detail(document, item)]
            return list({item.span: item for item in told}.values())
    return _behind_colon(document, token) if token.pos_ == "NOUN" else []


def _behind_colon(document: Document, noun: Token) -> list[Item]:
    """The goods of a list that a colon opens behind a noun: `approved three sales to Chile: 11 launchers, six pods`."""
    opening = COLON.match(document.text, noun.idx + len(noun))
    mention = next((m for m in document.systems if opening and start_of(m) >= opening.end()), None)
    if opening is None or mention is None or not OPENING.fullmatch(document.text[opening.end() : start_of(mention)]):
        return []
    head = head_of(document, mention.span)
    if head is not None and head.dep_ in ("nsubj", "nsubjpass"):  # "what counts is the price: a jet costs $5 million"
        return []
    return [item_of(document, m) for m in with_list(document, [mention], mention.span.end)]


def _in_detail(document: Document, item: Item) -> list[Item]:
    """The goods that a colon opens a list of, if as many: `four ships for Peru: one frigate, three corvettes`."""
    whole = item.record.quantity_min
    opening = COLON.match(document.text, item.span.end) if whole and item.record.system is None else None
    mention = next((m for m in document.systems if opening and start_of(m) >= opening.end()), None)
    if opening is None or mention is None or not OPENING.fullmatch(document.text[opening.end() : start_of(mention)]):
        return [item]
    parts = [item_of(document, m) for m in with_list(document, [mention], mention.span.end)]
    return parts if len(parts) > 1 and sum(part.record.quantity_min or 0 for part in parts) == whole else [item]


def all_items(document: Document) -> Iterator[Item]:
    """The goods of the text, each by itself; not those that a list tells in detail."""
    headed = ((m, head_of(document, m.span)) for m in document.systems if not is_fitted(document, m))
    items = (item_of(document, mention) for mention, head in headed if head is not None and version_told(head) == head)
    return (item for item in items if _in_detail(document, item) == [item])


def named_in(document: Document, sentence: Span) -> list[Item]:
    """The first goods that a sentence calls by their designation."""
    named = (m for m in document.systems if m.designation and sentence.holds(m.span))
    return [item_of(document, mention) for mention in named][:1]


def _right_after(document: Document, token: Token, slot: str) -> list[Item]:
    """Goods that stand right behind a word or its preposition, where the parse ties them to something else."""
    start = token
    misread = [m for m in document.systems if slot == "about" and _is_about(document, m, token)]
    if misread:
        return [item_of(document, misread[0])]
    if slot != "object":
        following = token.nbor(1) if token.i + 1 < len(token.doc) else None
        if following is None or following.lower_ != slot:
            return []
        start = following
    elif token.pos_ == "VERB" and (before := _right_before(document, token)):
        return before
    elif token.pos_ != "VERB" or any(c.dep_ in ("dobj", "nsubjpass", "ccomp", "xcomp") for c in token.children):
        return []
    mention = next((m for m in document.systems if m.span.start > start.idx), None)
    head = head_of(document, mention.span) if mention else None
    if mention is not None and start_of(mention) == start.idx + len(start) + 1:
        if head is not None and head.dep_ == "compound" and head.head.lemma_.lower() in ABOUT_ARMS:
            return []  # "a memorandum on arms production"
        return [item_of(document, m) for m in with_list(document, [mention], mention.span.end)]
    if mention is None or head is None or head.i - start.i > NEAR or head.sent.start != token.sent.start:
        return []
    between = document.doc[start.i + 1 : head.i]
    if any(t.pos_ in ("VERB", "AUX", "PUNCT", "ADP") and t.i < head.left_edge.i for t in between):
        return []
    return [item_of(document, m) for m in with_list(document, [mention], mention.span.end)]


def _is_about(document: Document, mention: SystemMention, talks: Token) -> bool:
    """Whether goods behind talks follow an `about` that the parse takes for `roughly`: `talks with Spain about 40`."""
    start = min(mention.span.start, mention.quantity.span.start) if mention.quantity else mention.span.start
    words = document.text[talks.idx : mention.span.start] if talks.idx < start < talks.sent.end_char else ""
    return bool(mention.quantity) and bool(re.search(r"\babout\s+(?:[\w-]+\s+){1,4}\Z", words))


def _right_before(document: Document, verb: Token) -> list[Item]:
    """Goods that a participle behind a comma describes, taken by the parse for a verb: `jets, bought in 1998`."""
    if verb.tag_ not in ("VBD", "VBN") or verb.i < 2 or verb.nbor(-1).text != ",":
        return []
    if any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in verb.children):
        return []
    end = verb.nbor(-1).idx
    mention = next((m for m in document.systems if _phrase_end(document, m) == end), None)
    return [item_of(document, m) for m in _list_up_to(document, mention)] if mention else []


def _list_up_to(document: Document, last: SystemMention) -> list[SystemMention]:
    """The goods of a list that ends with some: `30 guns and 15 carriers, ordered in 2021`."""
    listed = [last]
    for mention in reversed([m for m in document.systems if m.span.end <= start_of(last)]):
        if not LIST_LINK.fullmatch(document.text, _phrase_end(document, mention), start_of(listed[0])):
            break
        listed.insert(0, mention)
    return listed


def _of_phrase(document: Document, named: Token) -> list[Item]:
    head = version_told(named)
    tokens = phrase(head)
    covered = {t.i for t in tokens}
    mentions = [
        m
        for m in document.systems
        if (t := head_of(document, m.span)) is not None and t.i in covered and not _describes(document, t, head)
    ]
    mentions = [m for m in mentions if not is_fitted(document, m)] or mentions
    mentions = mentions or [m for m in document.systems if _counts(m, head)]
    if mentions:
        return [item_of(document, mention) for mention in with_list(document, mentions, mentions[-1].span.end)]
    return [
        told
        for item in meant_by(document, head)
        for told in (item, *(item_of(document, m) for m in with_list(document, [], item.span.end)))
    ]


def _counts(mention: SystemMention, head: Token) -> bool:
    """Whether a noun phrase is the number of goods that the parse parts from it: `116 used M1A1s were offered`."""
    at = mention.quantity.span if mention.quantity else None
    return at is not None and at.start <= head.idx < at.end and mention.span.end <= head.sent.end_char


def _phrase_end(document: Document, mention: SystemMention) -> int:
    """Where the noun ends that the words of the goods lead to: `C-130J transports`, `tanks made by Rotem`."""
    token = head_of(document, mention.span)
    end = mention.span.end
    if token is not None and token.dep_ == "compound" and token.head.i - token.i <= NEAR:
        end = max(end, int(token.head.idx) + len(token.head))
    maker = MADE_BY.match(document.text, end)
    named = (n for n in document.names if maker and n.kind in MAKERS and n.span.start == maker.end())
    return next((n.span.end for n in named), end)


def _describes(document: Document, goods: Token, head: Token) -> bool:
    """Whether the goods only say what something else is about: `missile launches`, `a drone crash`."""
    if goods == head or goods.dep_ not in ("compound", "amod", "nmod", "poss"):
        return False
    described = goods.head
    inside = any(m.span.start <= described.idx < m.span.end for m in document.systems)
    return not inside and not {described.lemma_.lower(), described.lower_.removesuffix("s")} & STILL_THE_GOODS


def with_list(document: Document, mentions: list[SystemMention], end: int) -> list[SystemMention]:
    """The goods with those that follow in a list from `end` on, however the parse ties these."""
    listed = list(mentions)
    end = max([end, *(_phrase_end(document, m) for m in mentions)])
    for mention in document.systems:
        start = start_of(mention)
        link = LIST_LINK.fullmatch(_without_asides(document, end, start)) if start >= end else None
        if link and not (" and" in link[0] and _opens_clause(document, mention)):
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
    token = head_of(document, mention.span)
    if token is not None and token.dep_ == "pobj" and token.head.lower_ == "of":  # "19 of its jets"
        token = token.head.head
    return token is not None and token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in ("conj", "ROOT")
