"""Reads a cluster of words that tell a deal into what they tell: goods, parties, how firm, for how much, when.

Not here: which use of each word applies (`uses.py`).
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from pipelines.extraction.deals.goods.ellipses import meant_by_joining
from pipelines.extraction.deals.goods.item import NO_ARMS, Item
from pipelines.extraction.deals.goods.items import items_of, named_in
from pipelines.extraction.deals.grammar.arguments import arguments
from pipelines.extraction.deals.grammar.clauses import objects
from pipelines.extraction.deals.grammar.pronouns import OWNING
from pipelines.extraction.deals.grammar.triggers import Cluster
from pipelines.extraction.deals.parties.beside_goods import around_goods
from pipelines.extraction.deals.parties.party import Party, parties
from pipelines.extraction.deals.tellings.arrivals import is_begun
from pipelines.extraction.deals.tellings.firmness import asks, is_general, is_grounded, status_of, with_approvals
from pipelines.extraction.deals.tellings.kinds import BETWEEN_EQUALS, kind_of, takes_up_industry
from pipelines.extraction.deals.tellings.manner import manner_of
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.extraction.deals.tellings.timing import timing_of
from pipelines.extraction.deals.tellings.uses import Use, is_ranked, role, uses_of
from pipelines.extraction.deals.tellings.values import value_of
from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.deal_words import DealWord, deal_sign, deal_words

#: What a sale is, by the words of a sentence that says its government has cleared it.
NOTIFIED = frozenset({"interest", "negotiation", "signed"})
SOLD = frozenset({"arms_transfer", "service"})
#: What is told of a deal by no verb: `the bidders`, `the deal is off`.
SAID_OF_NOUNS = frozenset({"tender", "cancelled"})
#: What is sent or given that is no goods.
OTHER_THINGS = frozenset(
    {"letter", "message", "note", "signal", "invitation", "delegation", "troop", "soldier", "visit", "tribute",
     "respect", "attention"}
)  # fmt: skip
#: What leaves open who the other side is.
UNNAMED = frozenset({"countries", "nations", "states", "customers", "buyers"})


def _points_back(token: Token) -> bool:
    """Whether a word speaks of a deal as one already told: `the order`, `its price`; a verb (`is priced at`) may."""
    determined = {c.lower_ for c in token.children if c.dep_ in ("det", "poss")}
    return token.pos_ in ("VERB", "AUX") or not determined & {"a", "an", "another", "any", "no"}


def _is_next_batch(cluster: Cluster, uses: list[Use]) -> bool:
    """Whether the clause tells of more of the same: chosen again, in a second phase."""
    again = any(c.lower_ in ("again", "anew") for token, _ in uses for c in token.children)
    return again or bool(deal_sign("next_batch").search(cluster.sentence.text))


def telling_of(document: Document, cluster: Cluster) -> Telling | None:
    """What the words of a cluster tell of a deal; null where they tell none."""
    if (
        document.in_quote(cluster.triggers[0].token.idx)
        and len(cluster.triggers) == 1
        and cluster.triggers[0].token.pos_ == "NOUN"
    ):
        return None
    uses = with_approvals(use for use in uses_of(document, cluster) if not _is_of_other_things(*use))
    telling_uses = [(t, w) for t, w in uses if w.role != "modal"]
    if not any(w.role == "core" or items_of(document, t, w.theme) for t, w in telling_uses):
        return None
    items = _items(document, telling_uses)
    if _is_next_batch(cluster, telling_uses):
        items = tuple(replace(item, further=True) for item in items)
    tokens = [t for t, _ in telling_uses]
    suppliers, recipients, partners = (
        role(document, telling_uses, items, name) for name in ("supplier", "recipient", "partner")
    )
    if not suppliers and any(_is_cleared_for_sale(uses)):
        suppliers, partners = partners, ()
    around = around_goods(document, items)
    suppliers = suppliers or tuple(p for p in around["supplier"] if p not in recipients)
    recipients = recipients or around["recipient"]
    suppliers = suppliers or _former_owners(document, items, recipients)
    kind = kind_of(document, cluster, telling_uses, items, suppliers, recipients)
    items = items if kind != "agreement" else ()
    if kind == "aid" and not suppliers and all(item.is_aid for item in items):  # "Berlin approved military aid"
        suppliers, partners = partners, ()
    if (
        kind is None
        or asks(cluster)
        or is_general(cluster)
        or _is_with_many(telling_uses, (*suppliers, *recipients, *partners))
    ):
        return None
    status = _as_sold(kind, telling_uses, status_of(uses, pact=kind in BETWEEN_EQUALS))
    continues = any("bargain" in w.requires for _, w in telling_uses)
    wished = any(w.role == "core" and w.pos == "noun" and w.status == "interest" for _, w in telling_uses)
    if continues and all(_points_back(token) for token in tokens):
        status = status and ("interest" if wished else "")  # "the package comprises 40 jets", however firm it is
    if status is None or (
        any(i.elliptic and not i.is_batch for i in items) and not (suppliers or recipients or partners)
    ):
        return None
    if status in NOTIFIED and deal_sign("notice").search(cluster.sentence.text):
        status = "approved"
    back = not items and kind != "agreement"
    if back and status not in SAID_OF_NOUNS and all(word.pos == "noun" for _, word in telling_uses):
        status = ""  # "the order", however firm it is; "the bidders" are still that
    if back and not any(_points_back(token) for token in tokens):
        return None
    if status == "completed" and is_begun(telling_uses, items):
        status = "delivering"
    sentence = Span(cluster.sentence.start_char, cluster.sentence.end_char)
    return Telling(
        kind=kind,
        status=status or None,
        items=items,
        suppliers=suppliers,
        recipients=recipients,
        partners=partners,
        nation_hints=tuple(dict.fromkeys(code for item in items for code in item.nations)),
        value=value_of(document, cluster, [*tokens, *(i.token for i in items)]),
        timing=timing_of(document, cluster, tokens, status),
        evidence=(sentence,),
        strength=_strength(telling_uses, items),
        back=back,
        about=tuple(named_in(document, sentence)) if back else (),
        continues=bool(items) and kind in ("arms_transfer", "aid") and continues,
        ranks=_ranks(telling_uses, items),
        manner=manner_of(uses),
        grounded=is_grounded(cluster.sentence),
    )


def _as_sold(kind: str, uses: Sequence[Use], status: str | None) -> str | None:
    """How firm a sale is that a word for aid tells: `Saab will provide 12 jets` has been agreed on, not granted."""
    given = any(w.role == "core" and w.kind == "aid" for _, w in uses)
    granted = any(w.status == "approved" for _, w in uses)
    return "signed" if status == "approved" and kind in SOLD and given and not granted else status


def _former_owners(document: Document, items: tuple[Item, ...], recipients: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whose goods go to somebody else, where a pronoun tells it: `19 of its jets were pledged to Kyiv`."""
    owners = [c for i in items for c in i.token.children if c.dep_ == "poss" and c.lower_ in OWNING]
    told = parties(document, owners) if recipients else []
    return tuple(p for p in told if p.country and p.country not in {r.country for r in recipients})


def _ranks(uses: list[Use], items: tuple[Item, ...]) -> bool:
    """Whether words say what place a deal has among others: `the largest sale of arms abroad`, `its second of jets`."""
    ranked = any(is_ranked(token) for token, word in uses if word.pos == "noun")
    return ranked and bool(items) and all(_is_plain(item) for item in items)


def _is_of_other_things(verb: Token, word: DealWord) -> bool:
    """Whether a verb that tells of goods is told of something else: `sent a letter`."""
    return word.role == "core" and any(c.dep_ == "dobj" and c.lemma_.lower() in OTHER_THINGS for c in verb.children)


def _is_cleared_for_sale(uses: list[Use]) -> Iterator[bool]:
    """Whether each word is told of a seller whose government cleared it: whoever approves a sale supplies."""
    for token, word in uses:
        if word.role == "light" and word.status == "approved":
            below = (use for thing in objects(token) for use in deal_words().get((thing.lemma_.lower(), "noun"), ()))
            cores = (use for use in (*below, *(w for _, w in uses)) if use.role == "core")
            yield any({"poss", "subject"} & set(use.supplier) for use in cores)


def _is_with_many(uses: list[Use], told: tuple[Party, ...]) -> bool:
    """Whether the other side is a number of countries left unnamed: `signed contracts with 22 countries`."""
    slots = {slot for _, word in uses for slot in (*word.recipient, *word.partner) if slot not in ("subject", "poss")}
    heads = (head for token, _ in uses for slot in slots for head in arguments(token, slot))
    return any(
        head.lower_ in UNNAMED
        and not any(c.lower_ in ("the", "two", "both", "these", "their") for c in head.lefts)
        and not any(p.span.start <= head.idx < p.span.end for p in told)
        for head in heads
    )


def _items(document: Document, uses: list[Use]) -> tuple[Item, ...]:
    """The goods that the words name, each once, in text order."""
    on_industry = any(takes_up_industry(token) for token, _ in uses)  # "a memorandum on it", which is no goods
    named_by = ((token, item) for token, word in uses for item in items_of(document, token, word.theme))
    told = [(item, is_ranked(token)) for token, item in named_by if not (item.elliptic and on_industry)]
    plainly = any(not (ranked and _is_plain(item)) for item, ranked in told)  # not "12 jets, its biggest order of arms"
    found = {item.span: item for item, ranked in told if not (plainly and ranked and _is_plain(item))}
    contests = [token for token, word in uses if word.status == "tender" and word.pos == "noun"]
    rivals = {head for token in contests for head in arguments(token, "rivals")}
    competing = (item for token in contests for item in items_of(document, token, ("rivals",)))
    found.update({item.span: item for item in competing if item.token in rivals})
    named = {item.record.category for item in found.values() if item.record.system}
    goods = [found[span] for span in sorted(found)]
    goods = goods or [
        item for token, word in uses if "deal" in word.requires for item in meant_by_joining(document, token)
    ]
    kept = (item for item in goods if not (_is_plain(item) and _is_said_better(item, goods, named)))
    return tuple(_each_system_once(kept))


def _each_system_once(goods: Iterable[Item]) -> Iterator[Item]:
    """The goods without those that only say again of what kind the system before them is, and count nothing."""
    systems: set[str] = set()
    for item in goods:
        system = item.record.system
        if system is None or item.is_counted or item.further or system not in systems:
            yield item
        systems.update({system} if system else ())


def _is_plain(item: Item) -> bool:
    """Whether goods are told by their kind alone: the `fighter` of `its biggest fighter export, 24 Typhoons`."""
    return not (item.record.system or item.is_counted or item.elliptic)


def _is_said_better(item: Item, goods: Sequence[Item], named: Collection[str]) -> bool:
    """Whether other goods of the same words tell what it is, or it is the mere `equipment` that goes with them."""
    return item.record.category in named or (len(goods) > 1 and item.record.system_text.lower() in NO_ARMS)


def _strength(uses: list[Use], items: tuple[Item, ...]) -> str:
    if not items:
        return "agreement"
    if any(w.role == "light" for _, w in uses):
        return "light"
    return "verb" if any(w.role == "core" and w.pos == "verb" for _, w in uses) else "noun"
