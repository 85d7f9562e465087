"""Goods of a deal, as one mention of a text tells them: which system, how many, of whose make, more of the same or new.

Not here: which goods a word of a deal has (`items.py`); finding systems in a text (`reading/systems.py`).
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipelines.reading.document import Document
from pipelines.reading.systems import SystemMention
from pipelines.records import ItemRecord, Span
from pipelines.reference.gazetteer import Name

#: Words that make of goods a batch of their own.
FURTHER = re.compile(
    r"\b(?:more|another|additional|further|extra|again|second(?!-?hand)|third|fourth|follow-on|next|other)\b",
    re.IGNORECASE,
)
MORE_BEHIND = re.compile(r"\s+(?:more|others|additional|again)\b", re.IGNORECASE)
PARAGRAPH = "\n\n"
#: Adjectives that leave the kind of goods open.
OF_ANY_KIND = frozenset({"used", "new", "second-hand", "brand-new", "surplus", "refurbished", "such", "same"})
#: Words for goods that somebody had before.
USED = re.compile(
    r"\b(?:used|second-?hand|surplus|pre-owned|retired|decommissioned|mothballed|ex-[A-Z]\w+)\b[\w\s/-]*\Z"
)
#: Nouns that may take up goods of a narrower category told before: `13 of the aircraft`, `the boats`.
WIDER = {
    "aircraft": ("uav", "helicopter"), "plane": ("uav",), "machine": ("uav", "helicopter", "aircraft"),
    "boat": ("submarine",), "vessel": ("submarine",), "ship": ("submarine",),
    "missile": ("air_defence",), "interceptor": ("air_defence",), "launcher": ("artillery", "air_defence"),
    "vehicle": ("armoured_vehicle", "artillery"),
}  # fmt: skip
#: Nouns that stand for goods told anywhere before.
BATCHES = frozenset({"batch", "lot"})
#: What tells of goods as of those told before.
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
#: Goods so large that `a frigate` is one of them, not their kind; what makes it the kind all the same.
COUNTED_SINGLY = frozenset({"ship", "satellite"})
ONE_OF_THEM = frozenset({"a", "an", "another"})
#: Boats, which bear names of their own: `the corvette INS Kirpan`, `the tanker Aotearoa`, `USNS Yukon`.
NAMED_SINGLY = frozenset({"ship", "submarine"})
SHIP_BY_NAME = re.compile(r"(?:(?:[a-z][\w-]*\s)+(?:[A-Z]{2,5}\s)?|[A-Z]{2,5}\s)[A-Z][a-z]+(?:\s[A-Z][a-z]+)*")
#: Goods that are one where somebody hands over `a transport`, and verbs of that.
HANDED_SINGLY = frozenset({"aircraft", "helicopter", "air_defence", "submarine", "sensor"})
HANDING = frozenset({"hand", "donate", "deliver", "give", "present", "transfer", "receive", "gift"})
#: Goods that are arms only beside others that are.
AID = re.compile(
    r"(?:[\w-]+ )*?(?:military|security|defen[cs]e|lethal|weapons|arms) (?:aid|assistance|financing|grant|support)",
    re.IGNORECASE,
)
#: Verbs that tell whose goods are, and words that make of these whoever had them before.
HOLDING = frozenset({"operate", "fly", "own", "use", "field", "belong", "serve"})
FORMERLY = frozenset({"formerly", "previously", "once", "earlier"})
#: What leads from goods to whoever had them before.
ONCE_OF = re.compile(
    r",?\s(?:(?:that|which)\s(?:(?:were|had|have|was)\s)?)?(?:formerly|previously|once|earlier)\s(?:been\s)?"
    r"(?:(?:operated|flown|owned|used|fielded)\sby|belong(?:ed|ing)\sto|in\s(?:service|use)\swith)\s"
    r"(?:the\s)?(?:Royal\s)?"
)
#: What is done to goods that their owner no longer needs.
PARTING = frozenset({"retire", "decommission", "withdraw", "phase", "mothball", "discard", "replace", "shed"})
#: What carries other arms, what is carried by it, and what leads from this to that.
CARRYING = frozenset(
    {"aircraft", "helicopter", "uav", "armoured_vehicle", "ship", "submarine", "artillery", "air_defence"}
)
CARRIED = frozenset({"engine", "sensor", "missile", "munition"})
PUT_ON = re.compile(r"\s(?:for|on|aboard)\s(?:(?:the|its|their|his|her|those|existing|other)\s)*")
#: Names of countries.
NATIONS = frozenset({"country", "demonym", "capital"})
#: Goods that any report of arms may speak of.
AT_LARGE = frozenset({"arms", "weapons", "weapon", "weaponry", "armament", "armaments", "lethal weapons", "ammunition"})
NO_ARMS = frozenset({"equipment", "related equipment", "spares", "supplies", "fuel"})


@dataclass(frozen=True, slots=True)
class Item:
    """Goods of a deal.

    `origins`: countries the system comes from; `nations`: those that the text gives them (`Korean guns`).
    `further`: told as more of the same. `token` heads the words at `span`; `elliptic`: they name the goods by number or
    pronoun only; `known`: by their kind, as goods told before (`the jets`). `used`: the text
    tells such goods as second-hand, so that whoever parts with them supplies, not whoever makes them.
    """

    record: ItemRecord
    origins: tuple[str, ...]
    nations: tuple[str, ...]
    further: bool
    span: Span
    token: Token
    elliptic: bool = False
    known: bool = False
    used: bool = False

    @property
    def is_aid(self) -> bool:
        """Whether the words name no goods but help in general: `security assistance`."""
        return bool(AID.fullmatch(self.record.system_text))

    @property
    def is_at_large(self) -> bool:
        """Whether the words name arms in general: `arms`, `the second-largest arms` deal."""
        return self.record.system is None and self.record.system_text.lower().split()[-1] in AT_LARGE

    @property
    def is_counted(self) -> bool:
        """Whether the words say how many there are, if only at least or at most."""
        return bool(self.record.quantity_min or self.record.quantity_max)

    @property
    def sentence(self) -> Span:
        """The sentence that tells of them."""
        return Span(self.token.sent.start_char, self.token.sent.end_char)

    @property
    def is_batch(self) -> bool:
        """Whether the words are `the first batch`, which is bought or delivered like any goods."""
        return self.token.lower_ in BATCHES


def item_of(document: Document, mention: SystemMention) -> Item:
    """The goods that a mention names."""
    quantity = mention.quantity
    span = Span(min(mention.span.start, quantity.span.start), mention.span.end) if quantity else mention.span
    token = head_of(document, mention.span)
    assert token is not None
    further = is_further(document, span)
    single = 1 if _is_single(mention, token) else None
    record = ItemRecord(
        system=mention.designation,
        system_text=mention.span.of(document.text),
        category=mention.category,
        quantity_min=quantity.minimum if quantity else single,
        quantity_max=quantity.maximum if quantity else single,
        quantity_unit=quantity.unit if quantity else "unit" if single else None,
    )
    nations = nations_of(document, token, mention.span)
    known, used = _is_known(mention, token), _is_used(document, mention)
    item = Item(record, mention.origin, nations, further, span, token, known=known, used=used)
    return _named_before(document, item, bool(quantity)) if mention.designation is None else item


def _is_used(document: Document, mention: SystemMention) -> bool:
    """Whether the goods, or others of the system, are told as somebody's before: `second-hand F-16s`."""
    same = [m for m in document.systems if mention.designation and m.designation == mention.designation] or [mention]
    name = mention.span.of(document.text).split()[0].rstrip("s")
    heading = (document.article.title or "").partition(name)
    told = (document.text[max(0, m.span.start - 30) : m.span.end] for m in same)
    return any(USED.search(words) for words in (*told, heading[0] if heading[1] else ""))


def _is_single(mention: SystemMention, token: Token) -> bool:
    """Whether the words tell of one ship or the like: `took delivery of a frigate`, not of how many classes."""
    if mention.category in NAMED_SINGLY and SHIP_BY_NAME.fullmatch(mention.span.of(token.doc.text)):
        return True
    while token.dep_ == "compound" and token.head.i == token.i + 1:  # "a C-130H Hercules transport"
        token = token.head
    singular = token.tag_ in ("NN", "NNP") and token.dep_ not in ("compound", "amod", "nmod")
    handed = mention.category in HANDED_SINGLY and token.dep_ == "dobj" and token.head.lemma_ in HANDING
    may_be = mention.category in COUNTED_SINGLY or handed
    return may_be and singular and any(c.lower_ in ONE_OF_THEM for c in token.lefts)


def _is_known(mention: SystemMention, token: Token) -> bool:
    """Whether words tell of goods by their mere kind as of those told before: not `12 of the jets`, which are some."""
    if mention.designation or len(mention.span.of(token.doc.text).split()) > 1:
        return False
    start = mention.quantity.span.start if mention.quantity else mention.span.start
    described = any(c.dep_ in ("amod", "compound", "nmod") and c.lower_ not in OF_ANY_KIND for c in token.lefts)
    return not described and any(c.lower_ in DEFINITE and c.idx < start for c in token.lefts)


def is_further(document: Document, span: Span) -> bool:
    """Whether the words in and right around the goods make of them more of the same."""
    before = document.text[max(0, span.start - 25) : span.start].rpartition(",")[2]
    after = document.text[span.end : span.end + 12]
    return bool(FURTHER.search(before) or FURTHER.search(span.of(document.text)) or MORE_BEHIND.match(after))


def _named_before(document: Document, item: Item, counted: bool) -> Item:
    """The item with the system that `the jet` or `a dozen guns` means.

    That is the one last told where the words point back to it, and for goods named by nothing but their kind the one
    of that kind that the text is about.
    """
    meant_by = {item.record.category, *WIDER.get(item.token.lemma_.lower(), ())}
    named = [m for m in document.systems if m.designation and m.category in meant_by]
    first = next(iter(item.token.lefts), None)
    points_back = first is not None and first.lower_ in ("the", "this", "that", "these", "those", "its", "same")
    start = document.text.rfind(PARAGRAPH, 0, item.span.start) + 1
    before = [m for m in named if m.span.start < item.span.start] if points_back else []
    near = [m for m in before if m.span.start >= start]
    far = [m for m in before if m.designation == most_told(document, item.record.category)]
    meant = next(iter([*near[-1:], *far[-1:], *before[-1:]]), None)
    if meant is None and (points_back or counted) and _is_bare(item):
        known = most_told(document, item.record.category)
        end = document.text.find(PARAGRAPH, item.span.end) % (len(document.text) + 1)
        meant = next((m for m in named if m.designation == known and m.span.start < end), None)
        if meant is None and item.record.category == "other":  # "chose the HIMARS. Peru ordered six launchers"
            meant = next((m for m in reversed(named) if start <= m.span.start < item.sentence.start), None)
    return replace(item, record=replace(item.record, system=meant.designation), origins=meant.origin) if meant else item


def most_told(document: Document, category: str | None = None) -> str | None:
    """The designation that the text names far more than any other of the category, or than any other at all."""
    named = (m for m in document.systems if category in (None, m.category))
    counts = Counter(m.designation for m in named if m.designation)
    top = counts.most_common(2)
    return top[0][0] if len(top) == 1 or (top and top[0][1] >= 3 * top[1][1]) else None


def is_fitted(document: Document, mention: SystemMention) -> bool:
    """Whether arms are told as what others are put on: the ships of `a contract for missiles for six ships`."""
    before = [m for m in document.systems if m.span.end <= start_of(mention) and m.category in CARRIED]
    between = Span(before[-1].span.end, start_of(mention)) if before else None
    return mention.category in CARRYING and between is not None and bool(PUT_ON.fullmatch(between.of(document.text)))


def _is_bare(item: Item) -> bool:
    words = re.split(r"\s+", item.record.system_text.lower())
    return all(word in OF_ANY_KIND for word in words[:-1])


def nations_of(document: Document, token: Token, span: Span) -> tuple[str, ...]:
    """Countries that words give the goods: `Israel's`, `U.S.-made` before them, `formerly flown by Spain` behind."""
    start = min((t.idx for t in token.subtree if t.i < token.i and t.dep_ != "relcl"), default=span.start)
    start = max(start, span.start - 60)
    inside = [n for n in document.names_in(Span(start, span.end)) if n.kind in NATIONS or _has_them(document, n)]
    before = [n for n in inside if _is_modifier(document, n.span, token)]
    owners = (*before, *_once_had_by(document, span.end), *_parted_with_by(document, token))
    return tuple(dict.fromkeys(n.code for n in owners if n.code))


def _has_them(document: Document, name: Name) -> bool:
    """Whether forces are told to have the goods: `the Royal Danish Air Force's F-16s`."""
    return name.form == "forces" and document.text[name.span.end : name.span.end + 1] in ("'", "’")


def _once_had_by(document: Document, end: int) -> Iterator[Name]:
    """The country whose the goods that end there once were: `jets formerly flown by Spain`."""
    behind = ONCE_OF.match(document.text, end)
    yield from (n for n in document.names if behind and n.code and n.span.start <= behind.end() < n.span.end)


def _parted_with_by(document: Document, goods: Token) -> Iterator[Name]:
    """The country that no longer needs the goods: `jets that the Dutch air force has retired`."""
    for verb in goods.children:
        doers = [c for c in verb.children if c.dep_ in ("nsubj", "agent")]
        if verb.dep_ in ("relcl", "acl") and verb.lemma_ in PARTING and doers:
            told = Span(doers[0].left_edge.idx, doers[0].right_edge.idx + len(doers[0].right_edge))
            yield from (n for n in document.names_in(told) if n.kind in NATIONS | {"agency"})


def held_before(verb: Token) -> bool:
    """Whether a verb tells whose goods were before they changed hands."""
    return verb.lemma_ in HOLDING and any(c.lower_ in FORMERLY for c in verb.children)


def _is_modifier(document: Document, name: Span, goods: Token) -> bool:
    found = document.doc.char_span(name.start, name.end, alignment_mode="expand")
    return found is not None and (found.root == goods or goods in found.root.ancestors)


def head_of(document: Document, span: Span) -> Token | None:
    """The token that heads some words."""
    found = document.doc.char_span(span.start, span.end, alignment_mode="expand")
    return found.root if found is not None and len(found) else None


def start_of(mention: SystemMention) -> int:
    """Where a mention begins, its number included."""
    return min(mention.span.start, mention.quantity.span.start) if mention.quantity else mention.span.start
