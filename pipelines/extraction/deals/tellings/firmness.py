"""How firm a deal is, by the words that govern it: what is done, planned, possible, denied.

Not here: which words tell one deal (`grammar/triggers.py`); what a word means by itself
(`reference/deal_triggers.csv`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Span as Words
from spacy.tokens import Token

from pipelines.extraction.deals.grammar.arguments import arguments
from pipelines.extraction.deals.grammar.clauses import clause, is_chosen_for, ranks
from pipelines.extraction.deals.grammar.modality import (
    denied,
    is_conditional,
    is_possible,
    is_present,
    is_subjunctive,
    is_unfulfilled,
    is_unwilling,
    looks_ahead,
    progressive,
    tentative,
)
from pipelines.extraction.deals.grammar.triggers import Cluster
from pipelines.reference.deal_words import DealWord, deal_words

ASKING = frozenset({"who", "whom", "where", "when", "why", "whether"})
#: Of a bargain and what it is struck on, the weaker word tells how firm it is: a memorandum signed is no contract.
UNBINDING = frozenset({"negotiation", "interest", "tender"})
#: What is under way, of what would else be planned.
UNDER_WAY = {"signed": "delivering", "approved": "delivering"}

#: What is to come by the words of who gives or gets it, not of who has it.
PLEDGED = frozenset({"signed", "approved"})
#: Statuses of goods that have come, and what a letter of is a contract.
ARRIVED = frozenset({"delivering", "completed"})
BINDING = frozenset({"offer", "acceptance", "award"})
WISHED = frozenset({"request", "interest"})
#: What makes of a bargain one that has yet to be struck for good: `a preliminary agreement`.
UNFINISHED = frozenset({"preliminary", "provisional", "tentative", "draft", "outline", "broad"})
#: Verbs that say of a delivery that it goes on: `began delivering`.
BEGINNING = frozenset({"begin", "start", "commence", "continue", "resume", "kick"})
#: What tells some of the goods: `the second of four radars`.
PARTIAL = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "half", "most", "some", "part"})
#: What a bargain is behind a preposition that others are after.
PRIZED = {"at": ("stake",), "for": ("grabs",)}
#: What of a bargain somebody may be in who has yet to strike it.
STAGES = frozenset({"stage", "phase", "round", "step", "throe"})
#: What a bargain is that was called off: `the deal is off`, `is on hold`.
OFF = frozenset({"off", "dead", "void"})
HELD = frozenset({"hold", "ice"})
#: Who acts, or is given something, that is nobody in particular.
ANYBODY = frozenset({"you", "one", "whoever", "anybody", "anyone", "everybody", "everyone"})
DOING = frozenset({"nsubj", "dative"})
#: Verbs of what goods of a kind go for, whoever buys them; and what of that kind is a deal.
COSTING = frozenset({"cost", "sell", "fetch"})
BARGAINS = frozenset({"contract", "deal", "order", "package", "batch", "purchase", "sale"})
SIGNING = frozenset({"sign", "conclude", "finalise", "finalize", "ink"})
AGREEING = frozenset({"agree", "decide", "pledge", "vow", "promise", "resolve"})
#: Pronouns for a deal under which something is to come.
TAKEN_UP = frozenset({"it", "them", "which", "this", "these"})
#: Of several deals told before, one: `under the first, 20 are to come`.
ONE_OF = frozenset({"first", "second", "third", "other", "former", "latter", "one"})

Use = tuple[Token, DealWord]


def status_of(uses: Sequence[Use], pact: bool = False) -> str | None:
    """The status that governing words give, outermost first: empty where none says, null where they deny the deal.

    `pact`: what is told is a memorandum or the like itself, which is signed when it is signed.
    """
    ahead = settled = False
    told: list[str] = []
    nouns: list[bool] = []
    for token, word in sorted(uses, key=_comes_last):
        if denied(token):
            return "interest" if _gives(word) and is_unwilling(token) else None
        if is_unfulfilled(token):
            return "cancelled"
        unsettled = word.role == "light" or word.status in ARRIVED
        ahead = ahead or looks_ahead(token) or (unsettled and _is_still_to_come(token))
        settled = settled or is_ground(token, word)
        if word.role != "modal" and (is_possible(token) or is_subjunctive(token) or is_conditional(token)):
            return "tender" if word.status == "tender" and not word.supplier else "interest"  # "must choose between"
        if word.role == "modal":
            if word.status == "interest" and told[:1] in (["approved"], ["cancelled"], ["tender"]):
                continue  # what was approved, called off or entered in a contest is more than the wish
            if word.status == "interest" and not _is_to_be_signed(uses):
                return "interest"
            ahead = True
            continue
        if word.role == "core" and is_at_stake(token):
            return "tender"
        if word.role == "core" and _is_being_struck(token):
            return "negotiation"
        if word.role == "core" and is_off(token):
            return "cancelled"
        if tentative(token) and word.role == "core":
            told.append("interest")
            nouns.append(True)
            continue
        status = "negotiation" if is_chosen_for(token) and not told else _of_word(token, word, ahead)
        if status:
            told.append(status)
            nouns.append(word.pos == "noun")
    if not told:
        return "negotiation" if ahead else ""
    if pact:
        talks = uses[0][1].pos == "verb" or uses[0][1].role == "light"
        return told[0] if told[0] != "negotiation" or talks else "signed"
    if told[:2] == ["negotiation", "approved"] and uses[0][1].pos == "verb":
        return "approved"  # "decided to approve the sale"
    if told[0] == "approved" and any(w.role == "light" and w.status == "negotiation" for _, w in uses):
        return "negotiation"  # "approved a plan for talks"
    if told[:2] == ["signed", "tender"] and "subject" in uses[0][1].supplier:
        return "negotiation"  # whoever won the tender was chosen
    if told[0] == "signed" and _is_agreed_to_be_signed(uses):
        return "negotiation"
    if settled and told[0] == "negotiation":
        return "signed"
    if uses[0][1].requires and any(token.lemma_.lower() in uses[0][1].requires for token, _ in uses[1:]):
        return told[0]  # "exercised its option"
    if told[0] == "signed" and len(told) > 1 and told[1] in UNBINDING and nouns[1] and not _is_extra(uses[1][0]):
        return "negotiation" if "negotiation" in told else told[1]
    return told[0]


def _gives(word: DealWord) -> bool:
    """Whether the subject of a verb lets others have goods."""
    return word.role == "core" and word.pos == "verb" and word.supplier[:1] == ("subject",)


def _is_to_be_signed(uses: Sequence[Use]) -> bool:
    """Whether what is wished is the last step of a deal: `plans to sign a contract`."""
    return any(word.role == "light" and token.lemma_ in SIGNING and token.tag_ == "VB" for token, word in uses)


def _is_agreed_to_be_signed(uses: Sequence[Use]) -> bool:
    """Whether what was agreed is to strike a deal in time: `agreed to finalise the contract at an early date`."""
    agreed, *behind = uses
    steps = (token for token, word in behind if word.role == "light" and token.lemma_ in SIGNING)
    return agreed[0].lemma_ in AGREEING and any(t.dep_ == "xcomp" and t.head == agreed[0] for t in steps)


def _is_extra(token: Token) -> bool:
    """Whether a noun is something on top of the deal: `bought 25 jets with an option on 20`."""
    return bool(token.lemma_.lower() == "option" and token.dep_ == "pobj" and token.head.lower_ == "with")


def _comes_last(use: Use) -> bool:
    """Whether a word tells less of how firm it is than others: than `scrapped` in `a deal that Manila scrapped`."""
    token, word = use
    return not (word.role == "light" and token.dep_ == "relcl")


def _of_word(token: Token, word: DealWord, ahead: bool) -> str | None:
    if ahead:
        return word.planned or (word.status if word.pos == "noun" and word.status in UNBINDING else None)
    if word.status in ARRIVED and any(c.tag_ == "TO" for c in token.children) and not ranks(token.head):
        return word.planned
    if word.status in ARRIVED and _follows_from_bargain(token):
        return word.planned
    if token.lemma_.lower() == "letter":
        kinds = {o.lemma_.lower() for o in arguments(token, "of")}
        return "signed" if kinds & BINDING else "interest" if kinds & WISHED else word.status
    if word.status == "signed" and any(c.lower_ in UNFINISHED for c in token.lefts):
        return "negotiation"
    if word.status in ARRIVED and word.planned in PLEDGED and is_present(token):
        return word.planned
    if word.planned in UNDER_WAY and (progressive(token) or has_begun(token)):
        return UNDER_WAY[word.planned]
    return word.status


def _follows_from_bargain(verb: Token) -> bool:
    """Whether a participle tells what a bargain brings: `signed for ten jets, giving Togo its first fighters`."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl":
        return False
    return any(use.status == "signed" for use in deal_words().get((verb.head.lemma_.lower(), "verb"), ()))


def is_ground(token: Token, word: DealWord) -> bool:
    """Whether what is to come follows from a deal already struck: `under the contract (under it) 20 will arrive`."""
    if is_grounded(token.sent):
        return True
    if word.pos != "noun" or word.status != "signed" or tentative(token):
        return False
    return token.dep_ == "pobj" and token.head.lower_ in ("under", "per")


def is_grounded(sentence: Words) -> bool:
    """Whether a sentence tells what a paper told before holds: `Under them Oslo gets 20`, `Under the first, ...`."""
    under = [t for t in sentence if t.lower_ == "under"]
    return any(o.lower_ in TAKEN_UP | ONE_OF and o.i - t.i <= 2 for t in under for o in t.children)


def has_begun(token: Token) -> bool:
    """Whether what a word tells has been begun: `began delivering`, `deliveries have started`."""
    governs = token.dep_ in ("xcomp", "dobj", "nsubj", "nsubjpass")
    return governs and token.head.lemma_ in BEGINNING and not looks_ahead(token.head)


def _is_still_to_come(token: Token) -> bool:
    """Whether a noun such as `signing` stands in a clause that looks ahead: `will witness the signing`."""
    verb = clause(token)
    return token.pos_ == "NOUN" and verb != token and (looks_ahead(verb) or is_possible(verb))


def asks(cluster: Cluster) -> bool:
    """Whether the clause only asks: a question, or what somebody left open (`how many guns it is getting`)."""
    if cluster.sentence.text.rstrip().endswith("?"):
        return True
    verb = clause(cluster.triggers[0].token)
    first = verb.left_edge
    if verb.dep_ not in ("ccomp", "csubj", "pcomp", "conj") or first.i + 1 >= len(first.doc):
        return False
    return first.lower_ in ASKING or (first.lower_ == "how" and first.nbor(1).lower_ in ("many", "much", "long"))


def is_general(cluster: Cluster) -> bool:
    """Whether words tell of nobody in particular: `whoever buys it`, `what one pays for a jet`, `sell you a jet`."""
    told = [(trigger.token, c) for trigger in cluster.triggers for c in trigger.token.children if c.dep_ in DOING]
    return any(c.lower_ in ANYBODY or (verb.lemma_ in COSTING and _is_any(c)) for verb, c in told)


def _is_any(noun: Token) -> bool:
    """Whether a noun tells of any of its kind: `a jet costs $5 million`, not `a second batch costs $5 million`."""
    words = [c for c in noun.lefts if c.dep_ in ("det", "amod")]
    return noun.lower_ not in BARGAINS and [c.lower_ for c in words] in (["a"], ["an"])


def with_approvals(uses: Iterable[Use]) -> list[Use]:
    """The words, a verb that gives or wins leave read as the approval it is: `gave the go-ahead for the sale`."""
    told = list(uses)
    for n, ((token, word), (_, below)) in enumerate(pairwise(told)):
        approval = below.role == "light" and below.pos == "noun" and below.status == "approved"
        if approval and word.role == "light" and word.status == "signed":
            told[n] = (token, replace(word, supplier=(), recipient=(), partner=("subject",), status="approved"))
    return told


def is_at_stake(token: Token) -> bool:
    """Whether a bargain is what others are after: `at stake is an order`, `the contract is up for grabs`."""
    verb = clause(token)
    prizes = (o for link in verb.subtree if link.lower_ in PRIZED for o in link.children if o.dep_ == "pobj")
    is_told = token.dep_ in ("nsubj", "attr") and token.head == verb and verb.lemma_ == "be"
    return is_told and any(o.lower_ in PRIZED[o.head.lower_] for o in prizes)


def _is_being_struck(token: Token) -> bool:
    """Whether a bargain is one that is being worked on: `in the final stages of a deal`."""
    of = token.head
    return bool(token.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_ in STAGES and of.head.dep_ == "pobj")


def is_off(token: Token) -> bool:
    """Whether a bargain is told to have been called off: `the deal is off`, `the order remains on hold`."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ not in ("be", "remain", "stay") or denied(verb):
        return False
    behind = [t for child in verb.rights for t in (child, *child.children)]
    held = any(t.lower_ in HELD and t.head.lower_ == "on" for t in behind)
    return held or any(t.lower_ in OFF and t.head == verb and not list(t.rights) for t in behind)
