"""Finds the words that tell a deal, and which of them tell one deal together (`signed a contract to supply`).

Not here: what the deal is (`tellings/frames.py`); the words themselves (`reference/deal_triggers.csv`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from pipelines.reading.document import Document
from pipelines.reference.deal_words import DealWord, deal_words

PARTS_OF_SPEECH = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
#: How a word that tells a deal may depend on another that tells the same one.
LINKS = frozenset(
    {"dobj", "pobj", "nsubjpass", "nsubj", "xcomp", "attr", "acl", "pcomp", "prep", "oprd", "dative", "agent"}
)
LINKING_PREPOSITIONS = frozenset(
    {
        "of",
        "for",
        "on",
        "in",
        "to",
        "about",
        "over",
        "into",
        "under",
        "with",
        "towards",
        "toward",
        "at",
        "through",
        "out",
    }
)
#: Verbs that stand between, too: `is due to begin delivering`.
BEGINNING = frozenset({"begin", "start", "commence", "continue", "resume", "finish", "complete"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
#: What opens a clause that tells of something else: `delivers two after it signed for four`.
OTHER_TIMES = frozenset({"after", "before", "since", "when", "while", "as", "because", "although", "though"})
#: Nouns that stand between: "the papers for the contract", "a series of orders".
CONTAINERS = frozenset(
    {
        "paper",
        "papers",
        "part",
        "series",
        "number",
        "leave",
        "process",
        "stage",
        "stages",
        "phase",
        "round",
        "set",
        "ink",
        "name",
        "signature",
        "understanding",
        "intent",
        "veto",
        "ban",
        "hold",
        "freeze",
    }
)
#: Participles that say what goods are like, not what is done to them: `upgraded tanks`, `ships armed with guns`.
FITTED = frozenset({"equip", "arm", "outfit", "fit", "furnish"})
WORKED_ON = frozenset(
    {"upgrade", "modernise", "modernize", "refurbish", "refit", "overhaul", "retrofit", "use", "maintain", "prefer"}
)
DESCRIBING = {"amod": FITTED | WORKED_ON, "acl": FITTED, "relcl": FITTED, "advcl": FITTED}
#: What makes of `be` a word that tells a deal: `Poland was first, with 24 of them`.
FOREMOST = "first"
#: Verbs that tell no deal of what goes back to whose it is: `hand back the fleet`, `took home its guns`.
GIVING = frozenset({"hand", "give", "send", "ship", "pass", "transfer", "turn", "take", "bring"})
BORROWED = frozenset({"loan", "credit", "line"})
PAPERS = frozenset({"letter", "declaration", "statement", "memorandum"})
RETURNING = frozenset({"back", "home"})
#: Verbs whose subject something is yet to be done to: `the order remains to be signed`.
RAISING = frozenset({"be", "remain", "have"})
#: Verbs whose clause says what is given: `promised that it would get 20`.
PROMISING = frozenset({"promise", "pledge"})
#: What is done to a deal in a clause that describes it: `the contract that it signed`, `a deal that Manila scrapped`.
DECIDED = frozenset({"signed", "cancelled", "approved"})
LONGEST_LINK = 5


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that may tell a deal, with its uses in the order of the table."""

    token: Token
    uses: tuple[DealWord, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Triggers that tell one deal together, the governing one first."""

    triggers: tuple[Trigger, ...]
    sentence: Words


def find_clusters(document: Document) -> Iterator[Cluster]:
    """The clusters of the story, in text order of their governing words."""
    for sentence in document.story_sentences():
        goods = [m.span for m in document.systems if sentence.start_char <= m.span.start < sentence.end_char]
        free = [t for t in sentence if not any(g.start <= t.idx < g.end for g in goods)]
        marked = {token.i: Trigger(token, uses) for token in free if (uses := _uses(token))}
        heads = {i: _governor(trigger.token, marked) for i, trigger in marked.items()}
        heads |= {i: _verb_before(marked[i], marked) for i, head in heads.items() if head is None}
        roots: dict[int, list[Trigger]] = {}
        for i in sorted(marked, key=lambda i: (_depth(i, heads), i)):
            roots.setdefault(_root(i, heads), []).append(marked[i])
        yield from (Cluster(tuple(roots[root]), sentence) for root in sorted(roots))


def _uses(token: Token) -> tuple[DealWord, ...]:
    pos = PARTS_OF_SPEECH.get(token.pos_)
    if pos is None or (pos == "noun" and token.ent_type_ == "PERSON"):
        return ()
    lemma = token.lemma_.lower()
    if token.dep_ == "pobj" and token.head.head.lemma_ in PAPERS and lemma == "intent":
        return ()  # "a letter of intent", which is a paper, not a wish
    if pos == "verb" and any(c.dep_ == "dobj" and c.lemma_ in BORROWED for c in token.children):
        return ()  # "granted Peru a loan", which is to buy with
    if token.i > 1 and token.nbor(-1).text == "-":  # "the go-ahead" is a word of its own, "Korean-made" is none
        return deal_words().get((f"{token.nbor(-2).lower_}-{lemma}", pos), ())
    if lemma in GIVING and any(c.lower_ in RETURNING and c.dep_ in ("prt", "advmod") for c in token.children):
        return ()
    if token.tag_ == "VBN" and lemma in DESCRIBING.get(token.dep_, ()):
        return ()
    if lemma == "be" and not any(c.lower_ == FOREMOST for c in token.children):
        return ()
    return deal_words().get((lemma, pos), ()) or (
        deal_words().get((lemma.rstrip("s"), pos), ()) if pos == "noun" else ()
    )


def _governor(token: Token, marked: dict[int, Trigger]) -> int | None:
    """The next trigger above a token that it depends on as part of what that tells."""
    if token.tag_ == "VB" and token.i > 1 and token.nbor(-1).lower_ == "to" and _is_deal(marked.get(token.i - 2)):
        return int(token.i) - 2  # "a deal to export", whatever the infinitive is tied to
    for reading in (_described, _raised, _participle_before, _gerund_behind):
        above = reading(token, marked)
        if above is not None:
            return above
    at = token
    while _shares_its_governor(at):  # "discussed making and selling them"
        at = at.head
    for _ in range(LONGEST_LINK):
        if any(c.dep_ == "mark" and c.lower_ in OTHER_TIMES for c in at.children):
            return None
        through_modal_clause = (
            at.dep_ == "ccomp"
            and at.head.i in marked
            and (_is_modal(marked[at.head.i]) or at.head.lemma_.lower() in PROMISING)
        )
        to_end = at.dep_ == "advcl" and at.tag_ == "VB" and at.head.i in marked and not is_sequel(at)
        if (at.dep_ not in LINKS and not through_modal_clause and not to_end) or at.head.i == at.i:
            return None
        if at.dep_ == "nsubj" and at.head.pos_ not in ("VERB", "AUX"):
            return None
        at = at.head
        if at.i in marked:
            return int(at.i)
        if at.pos_ == "ADP" and at.lower_ not in LINKING_PREPOSITIONS:
            return None
        if at.pos_ not in ("ADP", "PART", "AUX", "SCONJ") and at.lemma_.lower() not in CONTAINERS | BEGINNING:
            return None
    return None


def _shares_its_governor(verb: Token) -> bool:
    """Whether a verb is joined to one that something governs; not in `wants to bring jets and broke off the talks`."""
    joined = verb.dep_ == "conj" and verb.pos_ == "VERB" and verb.head.pos_ == "VERB"
    return joined and not (verb.tag_ in FINITE and verb.head.tag_ == "VB")


def _described(token: Token, marked: dict[int, Trigger]) -> int | None:
    """The deal that a clause says was signed or called off: `a contract for boats with Peru, which it tore up`."""
    if token.dep_ != "relcl" or not _is_light(marked[token.i]):
        return None
    nouns = [token.head, *(a for a in token.head.ancestors if a.pos_ in ("NOUN", "PROPN"))][:LONGEST_LINK]
    deals = [noun for noun in nouns if _is_deal(marked.get(noun.i)) and noun.i > _verb_over(token.head).i]
    told = deals[:1] if any(c.lower_ == "which" for c in token.children) else [d for d in deals if d == token.head]
    return next((int(deal.i) for deal in told), None)


def _verb_over(noun: Token) -> Token:
    """The verb whose clause a noun stands in."""
    return next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), noun.sent.root)


def _raised(token: Token, marked: dict[int, Trigger]) -> int | None:
    """What is to be done to a deal that is the subject of the verb above it: `The order is (due) to be signed`."""
    if token.dep_ != "nsubj" or token.head.lemma_ not in RAISING or not _is_deal(marked[token.i]):
        return None
    heads = (token.head, *(c for c in token.head.children if c.dep_ == "acomp"))  # "is to be", "is due to be"
    steps = (c for head in heads for c in head.children if c.dep_ == "xcomp")
    done = (c for c in steps if c.tag_ == "VBN" and c.i in marked)
    return next((int(verb.i) for verb in done if _is_light(marked[verb.i])), None)


def _participle_before(token: Token, marked: dict[int, Trigger]) -> int | None:
    """What was done at last to a deal that a participle describes: `The order, agreed in May, was called off`."""
    if token.i == token.sent.start or token.nbor(-1).lower_ != "," or token.tag_ not in ("VBD", "VBN"):
        return None
    if not _is_light(marked[token.i]):
        return None
    later = (t for t in token.sent if t.i > token.i and t.i in marked and _is_light(marked[t.i]))
    return next((int(verb.i) for verb in later if lacks_its_subject(verb)), None)


def lacks_its_subject(verb: Token) -> bool:
    """Whether the subject of a passive hangs elsewhere: on the participle before it, on `is` in `is to be signed`."""
    helpers = {c.dep_ for c in verb.children}
    return verb.dep_ in ("conj", "ROOT", "xcomp") and "auxpass" in helpers and not helpers & {"nsubj", "nsubjpass"}


def _gerund_behind(token: Token, marked: dict[int, Trigger]) -> int | None:
    """The verb right before a gerund that the parse takes for an adjective: `discussed developing missiles`."""
    if token.tag_ != "VBG" or token.dep_ != "amod" or token.i - 1 not in marked:
        return None
    before = marked[token.i - 1]
    return int(token.i) - 1 if before.token.pos_ == "VERB" and before.token.is_ancestor(token) else None


def is_sequel(verb: Token) -> bool:
    """Whether an infinitive tells what came after, not to what end: `bought jets only to drop the contract`."""
    return any(c.dep_ == "advmod" and c.lower_ == "only" for c in verb.children)


def _verb_before(trigger: Trigger, marked: dict[int, Trigger]) -> int | None:
    """The verb that a noun such as `contract` completes, where the parse ties the noun to something between them."""
    token = trigger.token
    deal = any("deal" in use.requires for use in trigger.uses) and token.dep_ in ("appos", "conj", "nmod", "dep")
    leave = any(use.pos == "noun" and use.status == "approved" for use in trigger.uses) and token.dep_ == "dobj"
    if not (deal or leave):
        return None
    for before in reversed([t for t in token.doc[token.sent.start : token.i] if t.head != token]):
        if before.i in marked and any(use.role == "light" for use in marked[before.i].uses):
            taken = any(c.dep_ in ("dobj", "nsubjpass") for c in before.children)
            return None if taken else int(before.i)
        if before.pos_ in ("VERB", "AUX") and before.tag_ != "VBN" and before != token.head:
            return None
    return None


def _is_deal(trigger: Trigger | None) -> bool:
    return trigger is not None and any("deal" in use.requires and use.pos == "noun" for use in trigger.uses)


def _is_light(trigger: Trigger) -> bool:
    return any(use.role == "light" and use.status in DECIDED for use in trigger.uses)


def _is_modal(trigger: Trigger) -> bool:
    return any(use.role == "modal" for use in trigger.uses)


def _root(i: int, heads: dict[int, int | None]) -> int:
    seen = {i}
    while (above := heads[i]) is not None and above not in seen:
        seen.add(above)
        i = above
    return i


def _depth(i: int, heads: dict[int, int | None]) -> int:
    depth, seen = 0, {i}
    while (above := heads[i]) is not None and above not in seen:
        seen.add(above)
        i, depth = above, depth + 1
    return depth
