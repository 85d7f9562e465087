"""Which use of each word that tells a deal applies, and whom its slots name.

`requires` of a word asks for: `recipient` or `supplier`, told in its clause; `abroad`, that whoever does it does so in
another country; `foreign`, goods of another country than the subject's; `quantity`; `jointly`, a word of togetherness
in the clause; `let`, to be let happen (`let them have`); `wished`, to depend on another verb (`would like to have`);
`bargain`, a deal as its subject (`the contract includes`); `wishing`, a wish to have as its object (`rebuffed Oslo's
request`), and `bidding`, one to sell (`put in an offer`);
`service`, that it puts something `into service`; `talks`, to stand behind a word for these; `at`, to have that
preposition (`put it at`); `on`, to stand behind that one (`has six on order`); `signed`, that it was (`the papers were
signed`); `deal`, that the noun may stand for a deal without naming goods; any other word, that it stands with that one
(`call off`, `take delivery`, `would like`, `come to nothing`, `wish list`).
"""

from collections.abc import Iterator

from spacy.tokens import Token

from pipelines.extraction.deals.goods.item import Item, held_before
from pipelines.extraction.deals.goods.items import items_of
from pipelines.extraction.deals.grammar.arguments import arguments
from pipelines.extraction.deals.grammar.clauses import CHOOSING, is_chosen_for, is_let, is_participle
from pipelines.extraction.deals.grammar.triggers import Cluster, Trigger, lacks_its_subject
from pipelines.extraction.deals.parties.beside_goods import MAKING, around_goods
from pipelines.extraction.deals.parties.party import Party, parties
from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.deal_words import DealWord, deal_sign, deal_words

#: How a word may stand with another that makes it tell a deal.
BESIDE = frozenset({"prt", "prep", "advmod", "dobj", "aux", "amod", "compound", "attr"})
#: Tags of what tells whose something is.
OWNING = frozenset({"POS", "PRP$"})
#: What stands for one of several deals.
RANKED = frozenset({"first", "second", "third", "last", "other", "another", "list"})
#: Into what goods are taken that have arrived.
SERVICE = frozenset({"service", "fleet", "inventory", "arsenal", "ranks", "use", "force", "squadron"})
#: What may be done to talks, an approval or a bargain that tells the deal by another word.
DECIDED = frozenset({"approved", "negotiation", "signed", "cancelled"})
#: Tags of verbs that tell what was done to a deal: `a contract (that was) signed in May`.
PAST = frozenset({"VBD", "VBN"})
SIGNING = frozenset({"sign", "conclude", "ink", "initial", "seal"})
EXCHANGED = SIGNING | {"exchange"}
#: Who is told of a sale without getting anything.
LEGISLATURES = frozenset({"congress", "parliament", "senate", "lawmakers", "legislators"})
TALKING = frozenset({"discussion", "talk", "negotiation", "negotiate", "consultation"})

Use = tuple[Token, DealWord]


def uses_of(document: Document, cluster: Cluster) -> Iterator[Use]:
    """The use of each word that fits what depends on it."""
    for n, trigger in enumerate(cluster.triggers):
        if held_before(trigger.token):
            continue
        later = cluster.triggers[n + 1 :]
        approval = any(u.pos == "noun" and u.status == "approved" for u in trigger.uses)
        parted = lacks_its_subject(trigger.token)
        below = [t for t in later if approval or parted or trigger.token.is_ancestor(t.token)]
        describing = trigger.token.dep_ in ("relcl", "acl") and trigger.token.tag_ in PAST
        described = [t for t in cluster.triggers[:n] if describing and t.token.is_ancestor(trigger.token)]
        use = _choose(document, trigger, below + described)
        if use:
            yield trigger.token, use


def _choose(document: Document, trigger: Trigger, below: list[Trigger]) -> DealWord | None:
    token = trigger.token
    by_role = {role: [u for u in trigger.uses if u.role == role] for role in ("modal", "light", "core")}
    noun_below = any(u.role == "core" and u.pos == "noun" for t in below for u in t.uses)
    lights = [u for u in by_role["light"] if meets(document, token, u, [])]
    for use in by_role["core"]:
        goods = _own_goods(document, token, use, below)
        if goods and meets(document, token, use, goods):
            return use
    certain = [u for u in by_role["core"] if len(u.requires) > 1 and meets(document, token, u, [])]
    if certain:  # "an executive plan" is signed, not wished
        return certain[0]
    if by_role["modal"] and below and not any(use.requires for use in lights):  # not "invited bids"
        return by_role["modal"][0]
    if lights and lights[0].supplier == ("subject",) and by_role["core"]:  # "receive an order", not "a delivery"
        lights = lights if any("deal" in u.requires for t in below for u in t.uses) else []
    if lights and below and (noun_below or lights[0].status in DECIDED):
        return lights[0]
    for use in by_role["core"]:
        if (use.needs_no_goods or below) and meets(document, token, use, []):
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


def meets(document: Document, token: Token, use: DealWord, goods: list[Item]) -> bool:
    """Whether what depends on a word is as one of its uses requires."""
    return all(_requirement(document, token, use, goods, name) for name in use.requires)


def _requirement(document: Document, token: Token, use: DealWord, goods: list[Item], name: str) -> bool:
    match name:
        case "recipient" | "supplier":
            if _says_whose_make(token):
                return bool(role(document, [(token, use)], tuple(goods), name))
            around = around_goods(document, tuple(goods))
            given = name == "recipient" and (any(g.nations for g in goods) or is_chosen_for(token))
            given = given or (name == "recipient" and use.kind == "aid" and _is_among_aid(document, token))
            given = given or (
                name == "recipient" and any(h.lower_ in ("it", "they") for h in arguments(token, "dative"))
            )
            given = given or (name == "recipient" and use.kind == "service" and _is_ordered_from(document, token))
            given = given or (name == "recipient" and _completes_a_verb(token))
            return bool(role(document, [(token, use)], tuple(goods), name) or around[name] or given)
        case "quantity":
            return any(g.is_counted for g in goods)
        case "foreign":
            owners = {p.country for p in role(document, [(token, use)], tuple(goods), "recipient")}
            return bool(owners) and any(of and not owners & set(of) for g in goods for of in (g.origins, g.nations))
        case "jointly" if _is_of_pact(token):
            return True
        case "jointly":
            around = token.doc[max(token.sent.start, token.i - 6) : min(token.sent.end, token.i + 12)]
            with_others = use.kind == "joint_development" and parties(document, arguments(token, "with"))
            told = not _says_whose_make(token) and deal_sign("together").search(around.text)
            return bool(told or with_others)
        case "abroad":
            home, place = (
                {p.country for p in role(document, [(token, use)], tuple(goods), name)}
                for name in ("supplier", "recipient")
            )
            return bool(home and place) and not home & place
        case "let":
            return is_let(token)
        case "wished":
            return str(token.dep_) == "xcomp"
        case "deal":
            return True
        case "undone":
            return _is_undone(document, token)
        case "talks":
            return any(t.lemma_ in TALKING and t.i < token.i for t in token.sent)
        case "signed":
            return token.head.lemma_ in EXCHANGED and token.dep_ in ("nsubjpass", "dobj")
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
        case "wishing":
            return any("poss" in use.recipient for use in _wishes(token))
        case "bidding":
            return any("poss" in use.supplier for use in _wishes(token))
    return _has_beside(token, name) or (name == "over" and _is_before(token, name))


def _is_undone(document: Document, noun: Token) -> bool:
    """Whether a verb says of what a noun stands for that it was called off: `rejected the purchase`."""
    verbs = deal_words().get((noun.head.lemma_.lower(), "verb"), ()) if noun.dep_ in ("dobj", "nsubjpass") else ()
    return any(use.status == "cancelled" and meets(document, noun.head, use, []) for use in verbs)


def _is_ordered_from(document: Document, verb: Token) -> bool:
    """Whether a bargain with somebody is to do what a verb tells: `won a contract from the navy to overhaul a ship`."""
    before = (t for t in verb.doc[verb.sent.start : verb.i] if verb.tag_ == "VB" and _is_bargain(t))
    bargains = [t for t in before if verb.head in (t, t.head)]
    slots = ("from", "with", "by", "poss", "compound")
    return any(parties(document, arguments(noun, slot)) for noun in bargains for slot in slots)


def _completes_a_verb(noun: Token) -> bool:
    """Whether a verb tells a deal by having a noun as its object: `took delivery of the first two`."""
    uses = deal_words().get((noun.head.lemma_.lower(), "verb"), ()) if noun.dep_ == "dobj" else ()
    return any(noun.lemma_.lower() in use.requires for use in uses)


def _is_bargain(token: Token) -> bool:
    uses = deal_words().get((token.lemma_.lower(), "noun"), ()) if token.pos_ == "NOUN" else ()
    return any("deal" in use.requires for use in uses)


def _says_whose_make(verb: Token) -> bool:
    """Whether a verb only describes goods by who makes them: `the Rafale, built by Dassault`."""
    return verb.lemma_ in MAKING and is_participle(verb)


def _is_before(token: Token, word: str) -> bool:
    """Whether a word is the next: `handed over 20 tanks`, which the parse may take for `more than 20`."""
    return token.i + 1 < len(token.doc) and bool(token.nbor(1).lower_ == word)


def _has_beside(token: Token, word: str) -> bool:
    """Whether a word stands with another that makes it tell a deal: `call off`, `would like`, `come to nothing`."""
    governed = (o for c in token.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj")
    beside = (
        c for c in token.children if c.dep_ in ("prt", "prep", "advmod", "dobj", "aux", "amod", "compound", "attr")
    )
    return any(c.lower_ == word for c in (*beside, *governed))


def _is_among_aid(document: Document, token: Token) -> bool:
    """Whether the sentence of a word speaks of aid: `Estonia will provide missiles` beside `military aid`."""
    return bool(deal_sign("aid").search(token.sent.text)) and not document.in_quote(token.idx)


def _is_of_pact(token: Token) -> bool:
    """Whether a verb tells what two sides signed: `signed a protocol with Serbia to manufacture shells`."""
    signing = next((t for t in token.ancestors if t.lemma_ in SIGNING), None)
    return token.tag_ == "VB" and signing is not None and bool(arguments(signing, "with"))


def is_ranked(noun: Token) -> bool:
    """Whether a noun tells what place something has among its like: `the largest order`, `its second since 2014`."""
    owned = any(t.tag_ in OWNING for c in noun.lefts for t in c.subtree)
    return any(t.tag_ == "JJS" or (owned and t.lower_ in RANKED) for c in noun.children for t in (c, *c.children))


def _stands_for_deal(token: Token) -> bool:
    if token.tag_ == "JJS" or token.lower_ in RANKED:  # "the biggest of them concerns 18 jets"
        return True
    uses = deal_words().get((token.lemma_.lower(), "noun"), ())
    return any("deal" in use.requires and "subject" not in use.supplier for use in uses)  # not "the bidders include"


def _wishes(verb: Token) -> Iterator[DealWord]:
    """The uses of the object of a verb in which it tells what somebody would like to buy or to sell."""
    for noun in arguments(verb, "object"):
        uses = deal_words().get((noun.lemma_.lower(), "noun"), ())
        yield from (use for use in uses if use.role == "core" and use.status in ("interest", "tender"))


def role(document: Document, uses: list[Use], items: tuple[Item, ...], name: str) -> tuple[Party, ...]:
    """The parties in one role: of each word, those in the first of its slots that names any."""
    found: dict[tuple[Span, str], Party] = {}
    if name == "recipient" and len(uses) > 1 and uses[0][0].lemma_ in CHOOSING:  # whom the chosen one is to supply
        served = role(document, [u for u in uses[1:] if u[1].pos == "verb"], items, name)
        if served:
            return served
    goods = [item.span for item in items]
    for token, word in uses:
        for slot in getattr(word, name):
            named = (h for h in arguments(token, slot) if h.lower_ not in LEGISLATURES or name != "recipient")
            heads = [h for h in named if not any(g.start <= h.idx < g.end for g in goods)]
            told = [p for p in parties(document, heads) if not any(g.holds(p.span) for g in goods)]
            if slot == "owner":  # not "Peru builds Sweden's CV90", nor "Lima and Seoul upgrade Peru's defences"
                own = {p.country for p in parties(document, arguments(token, "subject"))}
                own.update(code for item in items for code in item.origins)
                told = [p for p in told if p.country not in own]
            if told:
                found.update(((p.span, p.country or ""), p) for p in told)
                if name != "partner" and word.status != "tender":  # "is bidding against TKMS"
                    break
    return tuple(found[place] for place in sorted(found))
