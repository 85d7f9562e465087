"""Where a verb or noun keeps its arguments in the parse: subject, object, prepositions, in every voice.

Slots are those of `reference/deal_triggers.csv`. Not here: what the arguments stand for (`parties/party.py`,
`goods/items.py`).
"""

from collections.abc import Iterator

from spacy.tokens import Token

from pipelines.extraction.deals.grammar.clauses import (
    CONTAINING,
    OBJECTS,
    agents,
    borrowers,
    clause,
    is_let,
    is_passive,
    objects,
    receiver,
    second_object,
    subjects,
)
from pipelines.extraction.deals.grammar.predication import TAKING_PART_VERBS, holders, rivals, said_of, who_is
from pipelines.extraction.deals.grammar.prepositions import prepositional
from pipelines.extraction.deals.grammar.pronouns import TAKING_UP, antecedents
from pipelines.reference.speech import reporting_verbs

#: Clauses that describe a noun; what they name is no part of what the noun stands for.
DESCRIPTIONS = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis", "appos", "nsubj", "cc"})
#: Prepositions that lead from a noun to more of the same thing.
OF_THE_SAME = frozenset({"of", "including", "with", "plus", "for", "like", "as"})
#: Countries left unnamed but for those told as examples of them.
GROUPS = frozenset(
    {"countries", "nations", "states", "customers", "buyers", "allies", "partners", "operators", "clients"}
)
EXAMPLES = frozenset({"including", "like", "as", "namely"})
#: Nouns that are about goods, not the goods themselves: `take the place of the MiG-29`.
ABOUT_THEM = frozenset(
    {"place", "role", "use", "test", "demonstration", "loss", "part", "breakdown", "account", "overview", "outline",
     "description", "glimpse", "tour", "view", "image", "picture", "photo", "footage", "model", "idea", "detail"}
)  # fmt: skip
MONEY = frozenset(
    {"dollar", "euro", "krone", "kroner", "krona", "kronor", "pound", "yen", "won", "zloty", "franc", "crore"}
)
#: What leads to goods that others were taken for: `rather than the Leopard`, `instead of the Leopard`.
IN_STEAD = frozenset({"than", "instead"})
NAMING = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
#: What a memorandum or letter may be of.
PAPERS = frozenset({"understanding", "intent", "acceptance", "agreement", "cooperation", "offer"})
#: Verbs of a deal given up, behind which `for` leads to what came instead: `the contract was scrapped for a new one`.
DROPPING = frozenset({"abandon", "scrap", "drop", "ditch", "dump", "cancel", "swap", "exchange", "forsake"})
TAKING_PART = frozenset({"in", "behind"})
#: Prepositions of the parties, in whose phrase the parse may put what belongs to the verb; and of the goods.
NAMING_PARTIES = frozenset({"from", "with", "by", "to"})
HOLDING = {"with": NAMING_PARTIES | {"for", "on", "over"}, "against": NAMING_PARTIES | {"for"},
           "to": NAMING_PARTIES | {"for"}}  # fmt: skip
#: Words beside `with` that make of whom it names one more subject.
TOGETHER = frozenset({"together", "along", "jointly", "alongside"})
#: Verbs whose subject is against what it speaks of: `Athens protested against the sale`.
OPPOSING = frozenset(
    {"oppose", "protest", "criticise", "criticize", "condemn", "block", "lose", "fear", "question", "denounce",
     "regret", "veto", "object", "win", "land", "secure", "get", "receive", "book", "compete", "bid", "vie", "beat"}
)  # fmt: skip


def arguments(token: Token, slot: str) -> list[Token]:
    """The heads of the noun phrases in a slot of a verb or noun, each with those joined to it by `and`."""
    heads = list(_verb_slot(token, slot) if token.pos_ in ("VERB", "AUX") else _noun_slot(token, slot))
    return list(dict.fromkeys(token for head in heads for token in (*_examples(head),) or joined(head)))


def joined(head: Token) -> tuple[Token, ...]:
    """A noun with those joined to it by `and`, which the parse may hang before it: `the Gripen and Boeing's F-15`."""
    hung = (c for c in head.lefts if c.dep_ == "nmod" and head.pos_ != "NOUN")
    before = (c for c in hung if any(t.dep_ == "cc" for t in c.children))
    return (*before, head, *_conjuncts(head))


def _examples(head: Token) -> Iterator[Token]:
    """The countries told as examples of several: `sold to countries including Ukraine, Qatar and Poland`."""
    if head.lower_ in GROUPS:
        links = (c for c in head.children if c.dep_ == "prep" and c.lower_ in EXAMPLES)
        yield from (token for link in links for c in link.children if c.dep_ == "pobj" for token in joined(c))


def _verb_slot(verb: Token, slot: str) -> Iterator[Token]:
    match slot:
        case "subject":
            doers = list(subjects(verb))
            yield from doers
            yield from _in_company(verb) if doers else ()
        case "object":
            yield from objects(verb)
        case "dative":
            if is_passive(verb) and second_object(verb):  # "Peru was given two ships"
                yield from (c for c in verb.children if c.dep_ == "nsubjpass")
            if (served := receiver(verb)) is not None:
                yield served
            for child in verb.children:
                if child.dep_ == "dative":
                    yield from (c for c in child.children if c.dep_ == "pobj") if child.pos_ == "ADP" else (child,)
        case "owner":
            yield from (owner for thing in objects(verb) for owner in _owners(verb, thing))
        case "permitter":
            yield from subjects(verb.head) if is_let(verb) else ()
        case "by" if is_passive(verb):
            yield from agents(verb)
        case _:
            yield from list(prepositional(verb, slot)) or _tied_to_others(verb, slot)


def _owners(verb: Token, thing: Token) -> Iterator[Token]:
    """Whose something is that others do it for: `Peru said that Saab would build its frigates`."""
    doers = list(subjects(verb))
    for owner in thing.children:
        if owner.dep_ == "poss" and owner.lower_ in TAKING_UP:
            told = (t for t in antecedents(owner) if t.sent == verb.sent and t not in doers)
            yield from list(told)[:1]
        elif owner.dep_ == "poss":
            yield owner


def _in_company(verb: Token) -> Iterator[Token]:
    """Who does it along with the subject: `together with Denmark, Norway ordered`, `which along with Peru ordered`."""
    for link in verb.children:
        chain = (link, *(c for c in link.children if c.dep_ == "prep"))
        company = {t.lower_ for c in chain for t in (c, *c.children)} & TOGETHER
        if link.dep_ == "prep" and company:
            yield from (t for c in chain if c.lower_ in ("with", "alongside") for t in c.children if t.dep_ == "pobj")


def _noun_slot(noun: Token, slot: str) -> Iterator[Token]:
    match slot:
        case "poss":
            yield from (t for verb in _verb_over_gerund(noun) for t in subjects(verb))
            yield from _taking_part(noun)
            yield from (o for o in prepositional(noun, "of") if any(c.dep_ == "case" for c in o.children))
            yield from (c for c in noun.children if c.dep_ in ("poss", "amod", "compound", "nmod") and c.i < noun.i)
        case "compound":
            yield from (c for c in noun.children if c.dep_ in ("compound", "amod", "nmod", "poss") and c.i < noun.i)
        case "clause":
            yield from _clause_subjects(noun)
        case "bearer":
            yield from said_of(noun)
        case "holder":
            yield from holders(noun)
        case "rivals":
            yield from rivals(noun)
        case "subject":
            yield from who_is(noun)
        case "object" | "dative":
            return
        case _:
            yield from list(prepositional(noun, slot)) or _tied_to_others(noun, slot)
            if slot == "for":  # "a contract covering 20 guns"
                yield from (o for c in noun.children if c.dep_ == "acl" and c.lemma_ in CONTAINING for o in objects(c))
            for kind in prepositional(noun, "of"):  # "a memorandum of understanding on ..."
                if kind.lemma_ in PAPERS:
                    yield from prepositional(kind, slot)
            if noun.dep_ in ("dobj", "nsubjpass", "nsubj", "attr"):  # "a contract was signed for 18 jets"
                if not (slot == "for" and noun.dep_ == "nsubjpass" and noun.head.lemma_ in DROPPING):
                    yield from list(prepositional(noun.head, slot)) or _tied_to_others(noun.head, slot)
            elif noun.dep_ == "pobj" and noun.head.lower_ in ("in", "as"):  # "is in talks with Spain", "go as gifts to"
                yield from prepositional(noun.head.head, slot)
            elif noun.dep_ == "pobj" and noun.head.head.dep_ == "acomp":  # "is close to a deal with Spain for 40 jets"
                yield from prepositional(noun.head.head.head, slot)
            if slot == "of":  # "vehicles that Qatar thinks of buying"
                yield from (verb.head for verb in _verb_over_gerund(noun) if verb.dep_ == "relcl")
            if slot == "of" and noun.dep_ == "appos":  # "five radars, a gift from Japan"
                yield noun.head


def _clause_subjects(noun: Token) -> Iterator[Token]:
    """Who the clause of a noun is about: `Peru opened the way with an order for 16 planes`."""
    verb = clause(noun)
    about_it = noun.dep_ == "dobj" or (noun.dep_ == "pobj" and verb.lemma_ not in reporting_verbs())
    if verb != noun and about_it and verb.lemma_ not in OPPOSING:
        yield from borrowers(verb) or subjects(verb)  # "lent Peru $50 million for the purchase of jets"


def _taking_part(noun: Token) -> Iterator[Token]:
    """Who is in what a noun tells: `Indonesia is in talks`, `Spain is behind the purchase`."""
    if noun.dep_ == "pobj" and noun.head.lower_ in TAKING_PART and noun.head.head.lemma_ in TAKING_PART_VERBS:
        yield from subjects(noun.head.head)


def _verb_over_gerund(noun: Token) -> Iterator[Token]:
    """The verb that a gerund taken for a noun completes: `is thinking of buying`."""
    if noun.lower_.endswith("ing") and noun.dep_ == "pobj" and noun.head.head.pos_ == "VERB":
        yield noun.head.head


def _tied_to_others(head: Token, preposition: str) -> Iterator[Token]:
    """What a preposition governs that the parse ties to another argument: `paid the maker 300 million euros for it`."""
    for child in head.children:
        if child.dep_ in OBJECTS:
            yield from _nested(child, preposition)
        elif child.dep_ in ("prep", "dative"):
            holding = child.lower_ in HOLDING.get(preposition, NAMING_PARTIES)
            for governed in child.children:
                timed = preposition == "of" and governed.ent_type_ == "DATE"  # "took delivery in May of two jets"
                if governed.dep_ == "pobj" and (holding or timed):
                    yield from _nested(governed, preposition)


def _nested(head: Token, preposition: str) -> Iterator[Token]:
    """What a preposition governs within a phrase: `a sale to the Government of Norway of six helicopters`."""
    yield from prepositional(head, preposition)
    for owner in prepositional(head, "of"):
        yield from prepositional(owner, preposition)


def _conjuncts(head: Token) -> Iterator[Token]:
    """What is joined to a noun; not what it is told in the stead of: `the K2 rather than the Leopard`."""
    links = {t.lower_ for c in head.children if c.dep_ == "cc" for t in (c, *c.lefts)}
    for child in head.children:
        if child.dep_ == "conj" and child.i > head.i and child.pos_ in NAMING and not links & IN_STEAD:
            yield child
            yield from _conjuncts(child)


def _is_some_of(noun: Token) -> bool:
    """Whether a noun stands for some of what is told behind it: `part(s) of its fleet`, not `a part of the missile`."""
    return bool(noun.lower_ == "parts") or (bool(noun.lower_ == "part") and not any(True for _ in noun.lefts))


def phrase(head: Token) -> list[Token]:
    """The tokens that the noun phrase of a head consists of, without what is told about it and what is joined to it."""
    kept = [head]
    for child in head.children:
        if child.dep_ in DESCRIPTIONS or child.dep_ in ("conj", "punct"):
            continue
        if child.dep_ == "amod" and child.i > head.i:  # "Peru, long dependent on Russia"
            continue
        if child.dep_ == "prep":
            of_it = child.lower_ in OF_THE_SAME and (head.lemma_ not in ABOUT_THEM or _is_some_of(head))
            if of_it or (
                child.lower_ == "in" and (head.pos_ == "NUM" or head.lemma_.lower() in MONEY)
            ):  # "$500 million in military financing"
                kept.extend(t for governed in child.children if governed.dep_ == "pobj" for t in phrase(governed))
            continue
        kept.extend(child.subtree)
    return sorted(set(kept), key=lambda t: t.i)
