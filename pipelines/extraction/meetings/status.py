"""Whether a meeting that a clause tells of was held, is planned or was cancelled, or is a mere hope (no status).

Read from auxiliaries, the verbs above, and words around. Not here: dates, which may overrule (`times.py`).
"""

import re

from spacy.tokens import Token

from pipelines.extraction.meetings.triggers import VERB_TAGS, Trigger, lemma_of, trigger_table
from pipelines.extraction.meetings.words import words

#: Verbs and adjectives over an infinitive (`due to meet`), and what they make of it.
PLANS = words("plan")
HOPES = words("hope")
MODALS = {
    "will": "planned",
    "shall": "planned",
    "'ll": "planned",
    "’ll": "planned",
    "wo": None,
    "would": "planned",
    "should": "planned",
    "may": None,
    "might": None,
    "could": None,
    "can": None,
    "must": None,
}
#: What two will do in writing, without meeting for it.
PAPERS = frozenset({"adopt", "issue communique", "issue statement"})
#: Verbs over an infinitive that tell what two have resolved to do.
RESOLVES = frozenset({"agree", "decide", "intend", "pledge", "promise", "vow"})
#: Tags of verbs in the past.
PAST = frozenset({"VBD", "VBN"})
#: Verbs whose object takes place.
HOLDS = frozenset({"hold", "co-chair", "co-host", "chair", "host", "convene", "conclude", "complete", "attend"})
#: Words of courtesy over an infinitive.
GLAD = words("glad")
#: Verbs whose object is what somebody is for or against, not what takes place (`reaffirmed openness to dialogue`).
STANDS = words("stand")
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "hardly"})
#: What is done with a meeting that stands as object or subject.
ENDED = words("call_off")
#: How many words after a call whatever it asks for may stand.
REACH_OF_APPEAL = 12
AHEAD = re.compile(
    r"\b(?:planned|upcoming|scheduled|forthcoming|future|proposed|expected|next|possible|potential|would-be)\b",
    re.IGNORECASE,
)
UNREAL = re.compile(r"\b(?:possible|potential|proposed|would-be|any|every|future|no)\b", re.IGNORECASE)
#: Words for what comes round again: unreal unless it is told as held.
RECURRING = re.compile(r"\b(?:annual|regular|yearly|biannual|periodic)\b", re.IGNORECASE)
WAS_TO_HAVE = re.compile(
    r"\b(?:was|were|had been) (?:to have|supposed to|to)\b(?: have)?|\bwould have\b|"
    r"\bhad (?:been )?(?:planned|scheduled|hoped|due)\b"
)
NOT_AS_PLANNED = re.compile(
    r"\b(?:will|would|wo)\b.*\b(?:as|had) (?:\w+ )?(?:planned|scheduled|intended)\b|\bafter all\b"
)
OFF = re.compile(
    r"\b(?:cancel+ed|called (?:\w+ ){0,3}off|call(?:ing)? off|scrapped|postponed|never took place|fell through|"
    r"did not take place|"
    r"didn[’']t take place|was put off|put off|dropped out)\b",
    re.IGNORECASE,
)


def status_of(trigger: Trigger) -> str | None:
    """`held`, `planned`, `cancelled`; null for what is only hoped, denied or possible."""
    sentence = trigger.head.sent.text
    if trigger.row.kind != "ceremony" and OFF.search(sentence) and _about(trigger):
        return "cancelled"
    if trigger.row.pos == "verb" and _negated(trigger.head) and NOT_AS_PLANNED.search(sentence):
        return "cancelled"
    if _wished(trigger.head) or _appeal(trigger):
        return None
    if trigger.row.pos == "noun":
        return _of_noun(trigger)
    if trigger.row.frame == "joint" and _resolve(trigger.head):
        return None
    status = _of_verb(trigger.head)
    if status == "held" and any(t.lower_ in ("due", "expected") for t in trigger.words):
        return "planned"
    return None if status == "planned" and trigger.row.phrase in PAPERS else status


def is_earlier(trigger: Trigger) -> bool:
    """Whether a clause tells of it as before what else is told (`had met`, `last met`, `their previous meeting`)."""
    beside = {c.lower_ for c in trigger.verb.children if c.dep_ in ("aux", "advmod") and c.i < trigger.verb.i}
    before = {c.lower_ for c in trigger.head.children if c.dep_ == "amod"} if trigger.row.pos == "noun" else set()
    if trigger.head.dep_ in ("nsubj", "nsubjpass") and "inaugural" in before:
        return True  # `The inaugural 2+2 was held in May`
    followed = trigger.row.pos == "noun" and trigger.head.dep_ == "pobj" and trigger.head.head.lower_ == "following"
    return followed or bool(beside & {"had", "last"} or before & {"previous", "last", "preceding"})


def _resolve(verb: Token) -> bool:
    """Whether it is what two resolve to do, not a meeting to come (`agreed to explore joint patrols`)."""
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return infinitive and lemma_of(verb.head) in RESOLVES


def _appeal(trigger: Trigger) -> bool:
    """`their call on Pyongyang to disarm`, `a call for restraint`: no phone call."""
    if trigger.row.phrase not in ("call", "call on") or trigger.row.pos != "noun":
        return False
    after = trigger.head.doc[trigger.head.i + 1 : min(trigger.head.sent.end, trigger.head.i + REACH_OF_APPEAL)]
    asked = any(t.lower_ == "to" and t.head.tag_ == "VB" for t in after)
    return asked or any(t.lower_ in ("for", "to") for t in after[:1])


def _about(trigger: Trigger) -> bool:
    """Whether the words of cancelling are said of this meeting: they govern it, or it was to be."""
    sentence = trigger.head.sent
    if WAS_TO_HAVE.search(sentence.text):
        return True
    if trigger.row.pos == "verb":
        return False
    chain = [trigger.head, *trigger.head.ancestors]
    return any(lemma_of(t) in ENDED or (lemma_of(t) == "take" and _negated(t)) for t in chain[:3])


def _wished(token: Token) -> bool:
    """Whether a word of hoping stands right before `to meet`, `to meeting`, wherever the parser hangs it."""
    before = token.doc[max(0, token.i - 2) : token.i]
    return len(before) == 2 and before[1].lower_ == "to" and lemma_of(before[0]) in HOPES and not _accepted(before[0])


def _accepted(hope: Token) -> bool:
    """Whether what is wished for has been taken up (`accepted an invitation to visit`)."""
    return lemma_of(hope.head) == "accept" and not _negated(hope.head)


def _yet_to_come(verb: Token) -> str | None:
    """`when they meet`, `once the two sit down`: ahead, unless it is only looked forward to or conditional."""
    above = verb.head
    chain = (above, *above.ancestors)
    wished = any(lemma_of(t) in HOPES or any(c.lower_ == "forward" for c in t.children) for t in chain)
    return None if wished else "planned"


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ in NEGATIONS for c in verb.children)


def _last_time(verb: Token) -> bool:
    """`had not met since May`: they met in May."""
    return any(c.dep_ in ("prep", "mark", "advmod") and c.lower_ == "since" for c in verb.children)


def _of_verb(verb: Token, depth: int = 0) -> str | None:
    if _negated(verb):
        return "held" if _last_time(verb) else None
    if depth > 5:
        return None
    modal = next((c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass") and c.lower_ in MODALS), None)
    if modal is not None:
        perfect = any(c.dep_ in ("aux", "auxpass") and c.lower_ == "have" for c in verb.children)
        return None if perfect else MODALS[modal]
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if infinitive:
        return _of_infinitive(verb, depth)
    if verb.tag_ == "VBG":
        if any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children):
            going = lemma_of(verb) in (
                "head",
                "travel",
                "fly",
                "go",
                "come",
                "arrive",
                "leave",
                "meet",
                "depart",
            ) and any(c.lower_ in ("is", "are") for c in verb.children)
            return "planned" if going else "held"
        wished = verb.dep_ == "pcomp" and lemma_of(verb.head.head) in HOPES
        return None if wished else "held"
    if verb.tag_ in ("VB",) and verb.dep_ == "conj" and verb.head.pos_ in VERB_TAGS:
        return _of_verb(verb.head, depth + 1)
    if verb.tag_ in ("VBP", "VBZ") and any(c.lower_ in ("when", "once") for c in verb.children):
        return _yet_to_come(verb)
    if verb.tag_ in ("VBP", "VBZ") and verb.lemma_ in ("travel", "fly", "leave", "depart", "head", "arrive"):
        return "planned"
    return "held"


def _of_infinitive(verb: Token, depth: int) -> str | None:
    head = verb.head
    lemma = lemma_of(head)
    if head.i == verb.i:
        return "planned"
    if lemma in HOPES:
        return "planned" if _accepted(head) else None
    if lemma == "time" and head.head.pos_ in VERB_TAGS:
        return _of_verb(head.head, depth + 1)  # `It was the first time for A to meet B`
    if any(c.lower_ == "for" and c.dep_ == "mark" for c in verb.children):
        return None if _negated(head) else "planned"  # `arrangements are made for A to meet B`
    if lemma == "go" and head.tag_ != "VBG":
        return _of_verb(head, depth + 1)
    if lemma in GLAD:
        return "held"  # `it is a pleasure to welcome`
    if lemma == "be" and head.tag_ in PAST and verb.dep_ == "advcl":
        return _of_verb(head, depth + 1)  # `was in Oslo to see`
    if lemma in PLANS or lemma == "be":
        return None if _negated(head) else "planned"
    if verb.dep_ == "acl" and ("noun", lemma) in trigger_table() and head.head.pos_ in VERB_TAGS:
        return _of_verb(head.head, depth + 1)  # `held talks to discuss`
    if verb.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN"):
        return "held" if head.lower_ in ("first", "last", "pair") or head.head.lower_ == "since" else "planned"
    if lemma in ("first", "last"):
        return "held"
    return "held" if head.tag_ in ("VBD", "VBN") else "planned"


def _of_noun(trigger: Trigger) -> str | None:
    noun = trigger.head
    if noun.tag_ == "NNS" and lemma_of(noun) not in ("talk", "consultation") and lemma_of(noun.head) in words("resume"):
        return None  # `Calls between commanders will resume`
    modifiers = " ".join(
        t.text
        for c in noun.children
        if c.i < noun.i and c.dep_ in ("amod", "det", "compound", "nummod", "advmod")
        for t in c.subtree
    )
    if UNREAL.search(modifiers):
        return (
            "planned"
            if AHEAD.search(modifiers)
            and not re.search(r"\b(?:possible|potential|any|every|no)\b", modifiers, re.IGNORECASE)
            else None
        )
    if AHEAD.search(modifiers):
        return "planned"
    if RECURRING.search(modifiers) and not (noun.dep_ == "dobj" and lemma_of(noun.head) in HOLDS):
        return None
    above = noun
    while above.head.i != above.i and above.pos_ not in VERB_TAGS:
        if above.i != noun.i and lemma_of(above) in HOPES:
            return None
        if above.lower_ in ("ahead", "before") and any(lemma_of(t) in words("pose") for t in above.ancestors):
            return "held"  # `A and B pose ahead of their talks`
        if above.lower_ == "ahead" or (above.lower_ == "before" and above.dep_ == "prep"):
            return "held" if above.lower_ == "before" else "planned"
        if above.lower_ == "for" and lemma_of(above.head) in words("journey") and above.head.tag_ not in PAST:
            return "planned"  # `is visiting Oslo for talks with`
        if above.lower_ == "through" and trigger.row.strength == "weak":
            return None  # `to be solved through dialogue`
        if above.lower_ in ("during", "at") and above.head.pos_ in VERB_TAGS and above.head.i < above.i:
            return _of_verb(above.head)  # `will sit down at a meeting`
        if above.lower_ in ("after", "following", "since", "during", "at"):
            return "held"
        above = above.head
    if above.pos_ not in VERB_TAGS:
        return "held"
    if lemma_of(above) in HOPES and noun.dep_ in ("dobj", "pobj", "nsubjpass"):
        return None
    if trigger.row.strength == "weak" and lemma_of(above) in STANDS and noun.dep_ in ("dobj", "conj", "pobj"):
        return None
    if lemma_of(above) in ("plan", "schedule", "slate", "expect", "set") and noun.dep_ in ("dobj", "nsubjpass", "pobj"):
        return "planned"
    if noun.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "pobj", "conj"):
        return _of_verb(above)
    return "held"
