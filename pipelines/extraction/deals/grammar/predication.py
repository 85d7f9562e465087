"""Of whom or what a noun is said: `Spain is a bidder`, `the bidders include Spain`, `Peru has six on order`.

Not here: what depends on the noun itself (`arguments.py`).
"""

from collections.abc import Iterator

from spacy.tokens import Token

from pipelines.extraction.deals.grammar.clauses import CHOOSING, OBJECTS, is_passive, objects, subjects
from pipelines.extraction.deals.grammar.prepositions import prepositional

#: Verbs that say who or what those are that their subject speaks of.
LISTING = frozenset({"be", "include", "remain", "consist", "comprise"})
HAVING = frozenset({"have", "keep", "place", "put", "hold", "get"})
#: Verbs whose subject is in what a phrase behind them tells: `is in talks`, `remains in the running`.
TAKING_PART_VERBS = frozenset({"be", "remain", "stand", "stay", "engage", "enter", "hold"})
#: What goods are of others, whose name says only what they are like.
VERSIONS = frozenset(
    {"variant", "version", "derivative", "form", "relative", "offshoot", "development", "cousin", "copy", "adaptation"}
)
#: Words for a choice besides those of choosing whom to do something, and what leads from it to those not chosen.
PREFERRING = frozenset({"prefer", "favour", "favor", "opt", "decide", "choice", "preference", "selection", "plump"})
PASSING = frozenset({"over", "against"})


def who_is(noun: Token) -> Iterator[Token]:
    """Of whom a noun is said: `Spain is a bidder`, `the bidders include Spain`, `with Spain among (as) the bidders`."""
    if noun.dep_ in ("attr", "oprd", "acomp", "dobj") and noun.head.lemma_ in CHOOSING and not is_passive(noun.head):
        named = (c for c in noun.head.children if c != noun)  # "named it the winner"
        yield from (c for c in named if c.dep_ in (*OBJECTS, "dative"))
    elif noun.dep_ in ("attr", "oprd", "acomp"):
        yield from subjects(noun.head)
    elif noun.pos_ == "ADJ" and noun.dep_ == "amod":
        yield noun.head
    elif noun.dep_ == "nsubj" and noun.head.lemma_ in LISTING:
        yield from (c for c in noun.head.children if c.dep_ in OBJECTS)
        yield from prepositional(noun.head, "of")
    elif noun.dep_ == "pobj" and noun.head.lower_ in ("as", "among"):
        verb = noun.head.head
        chosen = list(objects(verb)) if verb.lemma_ in CHOOSING and not is_passive(verb) else []
        told = list(_in_company_of(noun)) or chosen
        yield from told or subjects(verb)  # "chose Spain as supplier of its next frigates"


def rivals(noun: Token) -> Iterator[Token]:
    """Of what a noun of a contest is said: `the F-16 is a contender (in the running)`, `the rivals are the F-16`."""
    if noun.dep_ == "nsubj" and noun.head.lemma_ in LISTING:
        yield from (c for c in noun.head.children if c.dep_ in OBJECTS)
        yield from prepositional(noun.head, "of")
    elif noun.dep_ == "attr":
        yield from subjects(noun.head)
    elif noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.lemma_ in TAKING_PART_VERBS:
        yield from subjects(noun.head.head)
    elif noun.dep_ == "pobj" and noun.head.lower_ in ("as", "among"):
        yield from _in_company_of(noun)


def said_of(noun: Token) -> Iterator[Token]:
    """What a noun behind a preposition is said of: `has six on order`, `six more are on order`, `six on order from`."""
    told_of = noun.head.head
    if noun.dep_ != "pobj":
        return
    if told_of.pos_ not in ("VERB", "AUX"):
        yield told_of
    elif told_of.lemma_ == "be":
        yield from subjects(told_of)
    else:
        yield from list(objects(told_of)) or subjects(told_of)  # "has six on order", "six went as gifts"


def holders(noun: Token) -> Iterator[Token]:
    """Who has what a noun behind a preposition is said of: `Poland has six on order`."""
    for verb in (noun.head.head, noun.head.head.head):
        if verb.lemma_ in HAVING and verb.pos_ in ("VERB", "AUX"):
            yield from subjects(verb)
            return


def _in_company_of(noun: Token) -> Iterator[Token]:
    """Of what a noun in an absolute phrase is said: `with Spain and Peru among (as) the bidders`."""
    for token in reversed(noun.doc[noun.sent.start : noun.head.i]):
        if token.pos_ in ("VERB", "AUX"):
            return
        if token.lower_ == "with" and token.dep_ == "prep":
            yield from (t for t in token.children if t.dep_ == "pobj" and t.i < noun.head.i)
            return


def is_passed_over(noun: Token) -> bool:
    """Whether somebody chose others than what a noun names: `picked the C-390 over the C-130J (and the A400M)`."""
    while noun.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head
    over = noun.head
    return noun.dep_ == "pobj" and over.lower_ in PASSING and over.head.lemma_.lower() in CHOOSING | PREFERRING


def version_told(noun: Token) -> Token:
    """The goods that a noun explains as a version of others; else the noun: `T-50s, a variant of the FA-50`."""
    version = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return version.head if version.lemma_.lower() in VERSIONS and version.dep_ == "appos" else noun
