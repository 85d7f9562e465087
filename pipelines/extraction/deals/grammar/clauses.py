"""Who does what to what in a clause: its doers and what it is done to, told or taken over from a governing clause.

Not here: what a preposition governs (`prepositions.py`), the slots that the table of words names (`arguments.py`).
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Token

from pipelines.extraction.deals.grammar.prepositions import RELATIVES, prepositional

SUBJECTS = frozenset({"nsubj", "csubj"})
OBJECTS = frozenset({"dobj", "attr", "oprd"})
#: What stands for an open number of those told before: `jets, some of which were a gift`.
SOME = frozenset({"some", "most", "many", "several", "all"})
CONTAINING = frozenset({"cover", "involve", "include", "comprise", "concern"})
#: Verbs whose object is who does what follows: `cleared Poland to buy`.
HANDING_ON = frozenset(
    {"ask", "urge", "press", "allow", "help", "let", "license", "request", "approve", "clear", "permit", "authorize",
     "authorise", "enable", "invite"}
)  # fmt: skip
#: Verbs whose object does what an infinitive behind them tells: `chose Saab to supply 12 jets`.
CHOOSING = frozenset({"choose", "select", "pick", "name", "contract", "commission", "hire", "tap", "task", "enlist"})
#: Verbs whose subject was chosen before others: `beat Saab to build it`.
WINNING = frozenset({"beat", "defeat", "edge", "outbid"})
#: Verbs whose object does what a gerund behind them tells: `accuse the North of supplying shells`.
BLAMING = frozenset({"accuse", "suspect", "blame", "stop", "prevent", "ban", "bar", "keep", "thank", "discourage"})
#: Verbs whose object does what a gerund behind `in` tells: `assisted Peru in buying ten jets`.
ASSISTING = frozenset({"assist", "support", "aid", "help", "back", "join"})
#: Verbs whose subject does what their object, a paper, tells of: `issued a notice approving the sale`.
ISSUING = frozenset({"make", "issue", "take", "release", "publish", "sign", "send", "pass", "adopt"})
#: Adjectives of rank: `the third country to buy it` has bought it.
RANKS = frozenset({"first", "last", "latest", "only", "second", "next"})
#: What somebody means to do, by the noun that an infinitive explains.
INTENDING = frozenset(
    {"attempt", "bid", "decision", "effort", "intention", "offer", "plan", "pledge", "promise", "proposal", "refusal",
     "request", "wish", "commitment", "desire"}
)  # fmt: skip
#: What is told of goods by who has them: `they use guns bought in Korea`; not `they get guns built in Korea`.
ACQUIRING = frozenset({"buy", "purchase", "acquire", "order", "procure", "import", "obtain", "lease", "rent"})
#: Verbs whose subject has sold what their object is told to have been ordered.
SELLING = frozenset({"sell", "deliver", "supply", "export", "provide", "give", "build", "ship", "send", "transfer"})
#: How money is let have, and what it is called; whoever gets it buys with it.
LENDING = frozenset({"lend", "loan", "extend", "grant", "offer", "provide", "give", "advance", "approve"})
SUMS = frozenset({"loan", "credit", "line", "money", "million", "billion", "fund", "funds", "financing", "grant"})
#: Tags of verbs that stand in the active by themselves.
FINITE = frozenset({"VBD", "VBP", "VBZ"})
#: A system in the plural: `F-16s`, `K9s`.
PLURAL_NAME = re.compile(r"[A-Z][\w-]*\d\w*s")
#: Words that begin a time behind a number, and how far behind a verb the first of them may stand.
RELATIVE_TIMES = frozenset({"last", "this", "next", "earlier"})
LONGEST_NUMBER = 7
LONGEST_INHERITANCE = 4
UNRELATED = 99


def is_passive(verb: Token) -> bool:
    """Whether the verb is told of what it is done to."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    bare = not any(c.dep_ == "aux" for c in verb.children)
    return bare and (is_participle(verb) or (verb.tag_ == "VBN" and verb.dep_ in ("amod", "advcl")))


def is_participle(verb: Token) -> bool:
    """Whether a verb describes the noun before it: `jets built in France`, which may be tagged as a past tense."""
    return verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD")


def agents(verb: Token) -> Iterator[Token]:
    """Who does it, in a clause told in the passive."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            yield from (c for c in child.children if c.dep_ == "pobj")
    yield from (maker for given in second_object(verb) for maker in prepositional(given, "by"))


def subjects(verb: Token, depth: int = 0) -> Iterator[Token]:
    """Who does it: the subject, the agent of a passive, or that of the clause that the verb depends on."""
    if is_passive(verb):
        doers = list(agents(verb))
        if not doers and verb.dep_ == "acl" and verb.head.dep_ in OBJECTS and verb.lemma_ in ACQUIRING:
            over = verb.head.head  # not whoever sells what others ordered
            doers = (
                list(subjects(over, depth + 1)) if depth < LONGEST_INHERITANCE and over.lemma_ not in SELLING else []
            )
        yield from doers
        return
    own = [c for c in verb.children if c.dep_ in SUBJECTS] or list(_adjacent_subject(verb))
    if own:
        yield from (_antecedent(verb, t) for t in own)
    elif depth < LONGEST_INHERITANCE:
        yield from _inherited_subjects(verb, depth + 1)


def _adjacent_subject(verb: Token) -> Iterator[Token]:
    """The noun right before a finite verb that the parse ties to something else (`told Reuters the army would buy`)."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "neg", "advmod") and c.i < verb.i]
    finite = any(c.tag_ in ("MD", "VBZ", "VBD", "VBP") for c in auxiliaries) or verb.tag_ in ("VBZ", "VBP", "VBD")
    first = min((c.i for c in auxiliaries), default=verb.i)
    if finite and verb.dep_ in ("ccomp", "ROOT") and first > verb.sent.start:
        before = verb.doc[first - 1]
        if before.pos_ in ("PROPN", "NOUN", "PRON"):
            yield before


def borrowers(verb: Token) -> list[Token]:
    """Who gets money, in a clause that tells of such: `lent Peru $50 million`, `extended a line of credit to Peru`."""
    sums = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.lemma_.lower() in SUMS]
    if verb.lemma_ not in LENDING or not sums:
        return []
    given = [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    return given or [t for word in (verb, *sums) for t in prepositional(word, "to")]


def _of_funds(verb: Token) -> list[Token]:
    """Who does with borrowed money what it is for: `agreed to lend Peru $50 million to buy jets`."""
    to_end = verb.tag_ == "VB" and verb.dep_ in ("acl", "relcl", "advcl", "xcomp")
    return borrowers(verb.head if verb.head.pos_ == "VERB" else verb.head.head) if to_end else []


def _inherited_subjects(verb: Token, depth: int) -> Iterator[Token]:
    head = verb.head
    if head.i == verb.i:
        return
    if funded := _of_funds(verb):
        yield from funded
        return
    match verb.dep_:
        case "xcomp" | "ccomp" | "conj" | "advcl" | "prep" | "pcomp" if head.pos_ in ("VERB", "AUX"):
            controlled = [c for c in head.children if c.dep_ in ("dobj", "dative")]
            controlled = controlled if verb.dep_ == "xcomp" or is_let(verb) else []
            chosen = [c for c in head.children if c.dep_ == "dobj"] if verb.tag_ == "VB" else []
            if chosen and head.lemma_ in CHOOSING and verb.dep_ != "conj":
                yield from chosen
            elif controlled and head.lemma_ in HANDING_ON:
                yield from controlled
            elif is_passive(head) and (
                verb.dep_ != "conj" or verb.tag_ in FINITE
            ):  # "was expelled, and asked for jets"
                yield from (c for c in head.children if c.dep_ == "nsubjpass")
            else:
                yield from subjects(head, depth)
        case "acl" if verb.tag_ == "VBG" and head.dep_ == "dobj" and head.head.lemma_ in ISSUING:
            yield from subjects(head.head, depth)  # "has made a determination approving the sale"
        case "acl" | "relcl" if verb.tag_ == "VBG":
            yield head
        case "xcomp" if head.pos_ == "ADJ" and head.head.pos_ == "AUX":  # "is due to deliver"
            yield from subjects(head.head, depth)
        case "acl" | "relcl" if verb.tag_ == "VB" and ranks(head):
            yield from subjects(head.head, depth) if head.dep_ in ("attr", "oprd") else (head,)
        case "acl" if head.pos_ in ("NOUN", "PROPN"):
            owners = [c for c in head.children if c.dep_ == "poss"] or list(_whose_intent(head))
            if owners:
                yield from owners
            elif head.head.pos_ in ("VERB", "AUX") and head.dep_ in ("dobj", "attr", "nsubjpass"):
                yield from subjects(head.head, depth)
            elif head.dep_ == "pobj" and head.head.lower_ == "in" and head.head.head.pos_ in ("VERB", "AUX"):
                yield from subjects(head.head.head, depth)  # "are in talks to buy"
        case "pcomp" if head.pos_ == "ADP" and head.head.lemma_ in (
            ASSISTING if head.lower_ == "in" else BLAMING | CHOOSING
        ):
            yield from objects(head.head)
        case "pcomp" if head.pos_ == "ADP" and head.head.pos_ in ("VERB", "AUX"):
            yield from subjects(head.head, depth)
        case "pcomp" if head.head.dep_ == "dobj" and head.head.head.pos_ == "VERB":  # "has success in exporting"
            yield from subjects(head.head.head, depth)


def _whose_intent(noun: Token) -> Iterator[Token]:
    """Of which country an intention is: `a Swedish offer to sell`; not `an Australian contract to build`."""
    if noun.lemma_.lower() in INTENDING:
        yield from (c for c in noun.lefts if c.dep_ in ("amod", "compound", "nmod") and c.text[0].isupper())


def _number_before_a_time(verb: Token) -> list[Token]:
    """A bare number that the parse takes for part of the time behind it: `received the first five last year`."""
    if verb.pos_ != "VERB":
        return []
    behind = list(takewhile(lambda t: t.lower_ not in RELATIVE_TIMES, verb.doc[verb.i + 1 : verb.i + LONGEST_NUMBER]))
    number = behind[-1] if behind and behind[-1].i + 1 < len(verb.doc) else None
    is_number = number is not None and (number.pos_ == "NUM" or number.lower_ == "dozen")
    bare = is_number and all(t.pos_ in ("DET", "ADJ", "NUM", "PUNCT") for t in behind[:-1])
    return behind[-1:] if bare and behind[-1].nbor(1).lower_ in RELATIVE_TIMES else []


def _goods_before_subject(verb: Token) -> list[Token]:
    """What the parse takes for part of the name of the subject behind it: `the F-16s Poland bought`."""
    names = (c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "PROPN")
    return [c for name in names for c in name.lefts if c.dep_ == "compound" and PLURAL_NAME.fullmatch(c.text)]


def objects(verb: Token) -> Iterator[Token]:
    """What it is done to: the object, the subject of a passive, or the noun that the clause describes."""
    given = second_object(verb) if is_passive(verb) else []
    if given:
        yield from given
        return
    kind = ("nsubjpass",) if is_passive(verb) else tuple(OBJECTS)
    served = receiver(verb)
    own = [c for c in verb.children if c.dep_ in kind and c != served]
    own = own or _number_before_a_time(verb)
    if not own and verb.tag_ == "VBG" and verb.lemma_ in CONTAINING:
        own = [c for c in verb.children if c.dep_ in ("pobj", "dobj", "ccomp")]
    if own:
        yield from (_antecedent(verb, t) for t in own)
        yield from (c for c in verb.children if c.dep_ == "conj" and c.pos_ in ("NUM", "NOUN") and not is_passive(verb))
    elif verb.dep_ == "relcl" and (before := _goods_before_subject(verb)):
        yield from before
    elif verb.dep_ == "amod" or (verb.dep_ in ("acl", "relcl") and verb.tag_ != "VBG"):
        yield verb.head
    elif verb.dep_ == "xcomp" and is_passive(verb):  # "jets are due to be sold", "are to be built"
        raised = (
            t for above in (verb.head, verb.head.head) for t in above.children if t.dep_ in ("nsubj", "nsubjpass")
        )
        yield from list(raised)[:1]
    elif verb.dep_ == "conj" and verb.head.pos_ == "VERB" and is_passive(verb.head) and verb.tag_ not in FINITE:
        yield from objects(verb.head)


def receiver(verb: Token) -> Token | None:
    """Who is given something, where the parse sees two objects: `lease Kenya (the country) up to five aircraft`."""
    things = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    two = len(things) == 2 and verb.lemma_ not in CHOOSING
    names_first = two and _is_told_of(things[0]) and things[1].pos_ == "NOUN"
    return things[0] if names_first and things[1].left_edge.i == things[0].i + 1 else None


def _is_told_of(noun: Token) -> bool:
    """Whether a noun is a name, or speaks of what was named: `the country`."""
    return noun.pos_ == "PROPN" or any(c.lower_ in ("the", "this", "its", "their") for c in noun.lefts)


def second_object(verb: Token) -> list[Token]:
    """What somebody is given, where a passive has the receiver as its subject: `Peru was given two ships`."""
    receivers = [c for c in verb.children if c.dep_ == "nsubjpass"]
    return [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i] if receivers else []


def is_chosen_for(verb: Token) -> bool:
    """Whether somebody was chosen to do what a verb tells: `picked Saab to build it`, `tasked it with building 12`."""
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ in ("with", "for"):
        return verb.head.head.lemma_ in CHOOSING
    return bool(verb.tag_ == "VB" and verb.dep_ in ("xcomp", "advcl", "acl") and verb.head.lemma_ in CHOOSING | WINNING)


def is_let(verb: Token) -> bool:
    """Whether somebody lets what a verb tells happen: `let Ukraine have the jets`."""
    return bool(verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ == "let")


def ranks(noun: Token) -> bool:
    """Whether an infinitive behind the noun tells what it has done: `the third country to buy it`."""
    return any(c.lower_ in RANKS or (c.pos_ == "ADJ" and c.lower_.endswith(("rd", "th"))) for c in noun.children)


def _antecedent(verb: Token, token: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    clause = verb
    while clause.dep_ in ("conj", "xcomp", "ccomp", "pcomp", "prep") and clause.head.i != clause.i:
        clause = clause.head
    some = token.lower_ in SOME and any(t.lower_ in RELATIVES for link in token.children for t in link.children)
    return clause.head if (some or token.lower_ in RELATIVES) and clause.dep_ == "relcl" else token


def clause(token: Token) -> Token:
    """The verb that heads the clause of a token."""
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


def path_length(a: Token, b: Token) -> int:
    """Steps through the parse from one token to the other; far apart where they stand in different sentences."""
    above = {t.i: steps for steps, t in enumerate((a, *a.ancestors))}
    return next((above[t.i] + steps for steps, t in enumerate((b, *b.ancestors)) if t.i in above), UNRELATED)
