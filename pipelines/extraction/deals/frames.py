"""Reads a cluster of words that tell a deal into what they tell: goods, parties, how firm, for how much, when.

Which use of each word applies is chosen here. `requires` of a word asks for: `recipient` or `supplier`, told in its
clause; `foreign`, goods of another country than the subject's; `quantity`; `jointly`, a word of togetherness in the
clause; `wished`, to depend on another verb (`would like to have`); `bargain`, a deal as its subject (`the contract
includes`); `service`, that it puts something `into service`; `talks`, to stand behind
a word for these; `at`, to have that preposition (`put it at`); `on`, to
stand behind that one (`has six on order`); `deal`, that the noun may stand for a deal without naming goods; any other
word, that the verb has it as its particle or object (`call off`, `take delivery`).
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from pipelines.extraction.deals.arguments import arguments
from pipelines.extraction.deals.bare import bare_tellings
from pipelines.extraction.deals.batches import around_goods, batches
from pipelines.extraction.deals.clauses import CHOOSING
from pipelines.extraction.deals.firmness import asks, is_begun, status_of, with_approvals
from pipelines.extraction.deals.goods import NO_ARMS, Item
from pipelines.extraction.deals.items import items_of, named_in
from pipelines.extraction.deals.kinds import kind_of
from pipelines.extraction.deals.parties import Party, parties
from pipelines.extraction.deals.sides import MUTUAL
from pipelines.extraction.deals.telling import Telling
from pipelines.extraction.deals.timing import timing_of
from pipelines.extraction.deals.triggers import Cluster, Trigger, find_clusters
from pipelines.extraction.deals.values import value_of
from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.deal_words import DealWord, deal_sign, deal_words

#: What leaves open who the other side is.
UNNAMED = frozenset({"countries", "nations", "states", "customers", "buyers"})
TALKING = frozenset({"discussion", "talk", "negotiation", "negotiate", "consultation"})
SIGNING = frozenset({"sign", "conclude", "ink", "initial", "seal"})
#: Into what goods are taken that have arrived.
SERVICE = frozenset({"service", "fleet", "inventory", "arsenal", "ranks", "use", "force", "squadron"})
#: What stands for one of several deals.
RANKED = frozenset({"first", "second", "third", "last", "other", "another", "list"})

Use = tuple[Token, DealWord]


def find_tellings(document: Document) -> list[Telling]:
    """The tellings of the story in text order."""
    found: list[Telling] = []
    for cluster in find_clusters(document):
        telling = _telling(document, cluster)
        if telling:
            found.extend(batches(document, cluster, telling))
    found.extend(bare_tellings(document, [item.span for telling in found for item in telling.items]))
    return _with_sums_once(sorted(found, key=lambda telling: telling.start))


def _points_back(token: Token) -> bool:
    """Whether a word speaks of a deal as one already told: `the order`, `its price`; a verb (`is priced at`) may."""
    determined = {c.lower_ for c in token.children if c.dep_ in ("det", "poss")}
    return token.pos_ in ("VERB", "AUX") or not determined & {"a", "an", "another", "any", "no"}


def _is_next_batch(cluster: Cluster, uses: list[Use]) -> bool:
    """Whether the clause tells of more of the same: chosen again, in a second phase."""
    again = any(c.lower_ in ("again", "anew") for token, _ in uses for c in token.children)
    return again or bool(deal_sign("next_batch").search(cluster.sentence.text))


def _with_sums_once(tellings: list[Telling]) -> list[Telling]:
    """The tellings, a sum that several of one sentence claim left to the first that names goods."""
    owners: dict[Span, Telling] = {}
    for telling in sorted(tellings, key=lambda t: t.back):
        if telling.value:
            owners.setdefault(telling.value.span, telling)
    return [t if t.value is None or owners[t.value.span] is t else replace(t, value=None) for t in tellings]


def _telling(document: Document, cluster: Cluster) -> Telling | None:
    if (
        document.in_quote(cluster.triggers[0].token.idx)
        and len(cluster.triggers) == 1
        and cluster.triggers[0].token.pos_ == "NOUN"
    ):
        return None
    uses = with_approvals(_uses(document, cluster))
    telling_uses = [(t, w) for t, w in uses if w.role != "modal"]
    if not any(w.role == "core" or items_of(document, t, w.theme) for t, w in telling_uses):
        return None
    items = _items(document, telling_uses)
    if _is_next_batch(cluster, telling_uses):
        items = tuple(replace(item, further=True) for item in items)
    tokens = [t for t, _ in telling_uses]
    suppliers, recipients, partners = (
        _role(document, telling_uses, items, name) for name in ("supplier", "recipient", "partner")
    )
    if not suppliers and any(_is_cleared_for_sale(uses)):
        suppliers, partners = partners, ()
    around = around_goods(document, items)
    suppliers = suppliers or tuple(p for p in around["supplier"] if p not in recipients)
    recipients = recipients or around["recipient"]
    kind = kind_of(document, cluster, telling_uses, items, suppliers)
    if kind == "aid" and not suppliers and all(item.is_aid for item in items):  # "Berlin approved military aid"
        suppliers, partners = partners, ()
    if kind is None or asks(cluster) or _is_with_many(telling_uses, (*suppliers, *recipients, *partners)):
        return None
    status = status_of(uses, pact=kind in MUTUAL)
    continues = any("bargain" in w.requires for _, w in telling_uses)
    wished = any(w.role == "core" and w.pos == "noun" and w.status == "interest" for _, w in telling_uses)
    if continues and all(_points_back(token) for token in tokens):
        status = status and ("interest" if wished else "")  # "the package comprises 40 jets", however firm it is
    if status is None or (
        any(i.elliptic and not i.is_batch for i in items) and not (suppliers or recipients or partners)
    ):
        return None
    back = not items and kind != "agreement"
    if back and all(word.pos == "noun" for _, word in telling_uses):
        status = ""  # "the order", however firm it is
    if back and not any(_points_back(token) for token in tokens):
        return None
    if status == "completed" and is_begun(telling_uses):
        status = "delivering"
    sentence = Span(cluster.sentence.start_char, cluster.sentence.end_char)
    planned = status in ("interest", "tender", "negotiation")
    return Telling(
        kind=kind,
        status=status or None,
        items=items,
        suppliers=suppliers,
        recipients=recipients,
        partners=partners,
        nation_hints=tuple(dict.fromkeys(code for item in items for code in item.nations)),
        value=value_of(document, cluster, [*tokens, *(i.token for i in items)]),
        timing=timing_of(document, cluster, tokens, planned),
        evidence=(sentence,),
        strength=_strength(telling_uses, items),
        back=back,
        about=tuple(named_in(document, sentence)) if back else (),
        continues=bool(items) and kind in ("arms_transfer", "aid") and continues,
    )


def _uses(document: Document, cluster: Cluster) -> Iterator[Use]:
    """The use of each word that fits what depends on it."""
    for n, trigger in enumerate(cluster.triggers):
        later = cluster.triggers[n + 1 :]
        approval = any(u.pos == "noun" and u.status == "approved" for u in trigger.uses)
        below = [t for t in later if approval or trigger.token.is_ancestor(t.token)]
        described = [t for t in cluster.triggers[:n] if trigger.token.dep_ == "relcl" and t.token == trigger.token.head]
        use = _choose(document, trigger, below + described)
        if use:
            yield trigger.token, use


def _choose(document: Document, trigger: Trigger, below: list[Trigger]) -> DealWord | None:
    token = trigger.token
    by_role = {role: [u for u in trigger.uses if u.role == role] for role in ("modal", "light", "core")}
    noun_below = any(u.role == "core" and u.pos == "noun" for t in below for u in t.uses)
    lights = [u for u in by_role["light"] if _meets(document, token, u, [])]
    for use in by_role["core"]:
        goods = _own_goods(document, token, use, below)
        if goods and _meets(document, token, use, goods):
            return use
    if by_role["modal"] and below:
        return by_role["modal"][0]
    if lights and lights[0].supplier == ("subject",):  # "receive an order", not "receive a delivery"
        noun_below = any("deal" in u.requires for t in below for u in t.uses)
        lights = lights if noun_below or not by_role["core"] else []
    if lights and below and (noun_below or lights[0].status in ("approved", "negotiation", "signed")):
        return lights[0]
    for use in by_role["core"]:
        if "deal" in use.requires or (below and _meets(document, token, use, [])):
            return use
    for use in lights:
        named = tuple(s for s in use.theme if s != "object") if use.status == "signed" else use.theme
        goods = items_of(document, token, named) if use.status and use.partner else []
        if any(use.status != "negotiation" or g.record.system or g.record.quantity_min for g in goods):
            return use
    return None


def _own_goods(document: Document, token: Token, use: DealWord, below: list[Trigger]) -> list[Item]:
    """The goods that a word names itself, not by a word that depends on it."""
    goods = items_of(document, token, use.theme)
    own = [b.token for b in below if not b.token.is_ancestor(token)]
    return [g for g in goods if not any(b == g.token or b.is_ancestor(g.token) for b in own)]


def _meets(document: Document, token: Token, use: DealWord, goods: list[Item]) -> bool:
    return all(_requirement(document, token, use, goods, name) for name in use.requires)


def _requirement(document: Document, token: Token, use: DealWord, goods: list[Item], name: str) -> bool:
    match name:
        case "recipient" | "supplier":
            around = around_goods(document, tuple(goods))
            given = name == "recipient" and any(g.nations for g in goods)
            given = given or (name == "recipient" and use.kind == "aid" and _is_among_aid(document, token))
            given = given or (
                name == "recipient" and any(h.lower_ in ("it", "they") for h in arguments(token, "dative"))
            )
            return bool(_role(document, [(token, use)], tuple(goods), name) or around[name] or given)
        case "quantity":
            return any(g.record.quantity_min or g.record.quantity_max for g in goods)
        case "foreign":
            owners = {p.country for p in _role(document, [(token, use)], tuple(goods), "recipient")}
            return bool(owners) and any(of and not owners & set(of) for g in goods for of in (g.origins, g.nations))
        case "jointly" if _is_of_pact(token):
            return True
        case "jointly":
            around = token.doc[max(token.sent.start, token.i - 6) : min(token.sent.end, token.i + 12)]
            with_others = use.kind == "joint_development" and parties(document, arguments(token, "with"))
            return bool(deal_sign("together").search(around.text) or with_others)
        case "wished":
            return str(token.dep_) == "xcomp"
        case "deal":
            return True
        case "talks":
            return any(t.lemma_ in TALKING and t.i < token.i for t in token.sent)
        case "at":
            return any(c.lower_ == "at" for c in token.children)
        case "service":
            into = (o for c in token.children if c.lower_ in ("into", "in") for o in c.children)
            return any(o.lower_ in SERVICE for o in into)
        case "on":
            bare = not any(c.dep_ in ("det", "poss") for c in token.children)
            return bare and token.dep_ == "pobj" and str(token.head.lower_) in ("on", "under")
        case "bargain":
            return any(_stands_for_deal(t) for t in arguments(token, "subject"))
    return any(c.dep_ in ("prt", "advmod", "dobj") and c.lower_ == name for c in token.children)


def _is_among_aid(document: Document, token: Token) -> bool:
    """Whether the sentence of a word speaks of aid: `Estonia will provide missiles` beside `military aid to Ukraine`."""
    return bool(deal_sign("aid").search(token.sent.text)) and not document.in_quote(token.idx)


def _is_of_pact(token: Token) -> bool:
    """Whether a verb tells what two sides signed: `signed a protocol with Serbia to manufacture shells`."""
    signing = next((t for t in token.ancestors if t.lemma_ in SIGNING), None)
    return token.tag_ == "VB" and signing is not None and bool(arguments(signing, "with"))


def _is_cleared_for_sale(uses: list[Use]) -> Iterator[bool]:
    """Whether each word is told of a seller whose government cleared it: whoever approves a sale supplies."""
    if any(word.role == "light" and word.status == "approved" for _, word in uses):
        yield from (word.role == "core" and bool({"poss", "subject"} & set(word.supplier)) for _, word in uses)


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


def _stands_for_deal(token: Token) -> bool:
    if token.tag_ == "JJS" or token.lower_ in RANKED:  # "the biggest of them concerns 18 jets"
        return True
    return any("deal" in use.requires for use in deal_words().get((token.lemma_.lower(), "noun"), ()))


def _items(document: Document, uses: list[Use]) -> tuple[Item, ...]:
    """The goods that the words name, each once, in text order."""
    found = {item.span: item for token, word in uses for item in items_of(document, token, word.theme)}
    named = {item.record.category for item in found.values() if item.record.system}
    goods = [found[span] for span in sorted(found)]
    return tuple(item for item in goods if not (_is_plain(item) and _is_said_better(item, goods, named)))


def _is_plain(item: Item) -> bool:
    """Whether goods are told by their kind alone: the `fighter` of `its biggest fighter export, 24 Typhoons`."""
    return not (item.record.system or item.record.quantity_min or item.record.quantity_max or item.elliptic)


def _is_said_better(item: Item, goods: Sequence[Item], named: Collection[str]) -> bool:
    """Whether other goods of the same words tell what it is, or it is the mere `equipment` that goes with them."""
    return item.record.category in named or (len(goods) > 1 and item.record.system_text.lower() in NO_ARMS)


def _role(document: Document, uses: list[Use], items: tuple[Item, ...], name: str) -> tuple[Party, ...]:
    """The parties in one role: of each word, those in the first of its slots that names any."""
    found: dict[Span, Party] = {}
    if name == "recipient" and len(uses) > 1 and uses[0][0].lemma_ in CHOOSING:  # whom the chosen one is to supply
        served = _role(document, [u for u in uses[1:] if u[1].pos == "verb"], items, name)
        if served:
            return served
    goods = [item.span for item in items]
    for token, word in uses:
        for slot in getattr(word, name):
            heads = [h for h in arguments(token, slot) if not any(g.start <= h.idx < g.end for g in goods)]
            told = [p for p in parties(document, heads) if not any(g.holds(p.span) for g in goods)]
            if told:
                found.update((p.span, p) for p in told)
                if name != "partner":
                    break
    return tuple(found[span] for span in sorted(found))


def _strength(uses: list[Use], items: tuple[Item, ...]) -> str:
    if not items:
        return "agreement"
    if any(w.role == "light" for _, w in uses):
        return "light"
    return "verb" if any(w.role == "core" and w.pos == "verb" for _, w in uses) else "noun"
