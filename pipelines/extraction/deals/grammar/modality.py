"""What a clause says of what it tells: that it is to come, goes on, may be, hangs on something else, is not so.

Not here: how firm that makes a deal (`tellings/firmness.py`), in what manner it tells it (`tellings/manner.py`).
"""

from spacy.tokens import Token

from pipelines.extraction.deals.grammar.clauses import is_let, is_passive, ranks

NEGATIONS = frozenset({"not", "n't", "n’t", "no", "never", "neither", "nor", "without", "nothing"})
AHEAD = frozenset({"will", "shall", "'ll", "’ll", "would", "wo"})
#: Helpers that, denied, tell of a will that is wanting.
WILLING = AHEAD | {"can", "could", "ca"}
#: What makes of a refusal a matter of time or number.
PUTTING_OFF = frozenset({"until", "before", "till", "yet", "more", "only", "if", "unless"})
POSSIBLE = frozenset({"may", "might", "could", "can", "should", "must", "ought"})
NOTHING = {"nothing": ("dobj",), "none": ("dobj",), "nobody": ("dobj", "nsubj", "dative")}
#: Words that what depends on them has not come about.
FAILING = frozenset({"unable", "fail", "incapable", "powerless", "struggle"})
HYPOTHETICAL = frozenset({"if", "unless", "whether", "once", "until", "provided", "providing", "assuming"})
EXCLUDING = frozenset({"against", "without", "instead", "than", "from", "provided", "providing", "assuming"})
TENTATIVE = frozenset(
    {
        "possible",
        "potential",
        "proposed",
        "planned",
        "prospective",
        "future",
        "envisaged",
        "likely",
        "hypothetical",
        "expected",
        "desired",
    }
)
#: Papers under which nothing is settled yet.
PROPOSALS = frozenset({"proposal", "offer", "bid", "pitch"})
#: Prepositions before a gerund that leave open whether it was done: `an agreement on delivering them`.
LEAVING_OPEN = frozenset({"on", "about", "to", "towards", "toward", "with"})


def denied(token: Token) -> bool:
    """Whether the clause says that it is not so, or only asks whether it is."""
    if token.dep_ == "pcomp" and token.head.lower_ in EXCLUDING:
        return True
    for child in token.children:
        if child.lower_ in NEGATIONS and child.dep_ in ("neg", "det", "preconj", "advmod", "cc"):
            return not (child.i + 1 < len(child.doc) and child.nbor(1).lower_ in ("only", "just"))
        if child.dep_ in ("mark", "advmod") and child.lower_ in HYPOTHETICAL:
            return True
        if child.dep_ in ("nsubj", "dobj", "nsubjpass") and any(
            t.lower_ in ("no", "not") for t in child.subtree if t.i < child.i
        ):
            return True
        if child.dep_ in NOTHING.get(child.lower_, ()):
            return True
    if token.dep_ in ("xcomp", "ccomp", "advcl") and token.tag_ == "VB" and token.head.lemma_ in FAILING:
        return True
    if is_let(token) and denied(token.head):
        return True
    governs = token.head.pos_ in ("VERB", "AUX") and token.dep_ in ("xcomp", "dobj", "nsubjpass")
    return governs and any(c.dep_ == "neg" for c in token.head.children)


def is_unwilling(verb: Token) -> bool:
    """Whether the clause says that somebody will not do it: `would not sell the jets`, not `will not before May`."""
    negated = any(c.dep_ == "neg" for c in verb.children) and not is_passive(verb)
    willing = any(c.lower_ in WILLING and c.dep_ == "aux" for c in verb.children)
    return negated and willing and not any(t.lower_ in PUTTING_OFF for t in verb.subtree)


def looks_ahead(token: Token) -> bool:
    """Whether the clause tells of what is to come: `will buy`, `is to sign`, `jets to be built`."""
    if any(c.lower_ in AHEAD and c.dep_ == "aux" for c in token.children):
        return True
    if _is_joined_bare(token):
        return looks_ahead(token.head)
    if token.tag_ == "VBG" and token.dep_ == "pcomp" and token.head.lower_ in LEAVING_OPEN:
        return True
    to = any(c.tag_ == "TO" for c in token.children)
    if not to or token.head.i == token.i:
        return False
    ranked = (token.head, *(c for c in token.head.children if c.dep_ == "attr"))
    if token.dep_ in ("acl", "relcl", "advcl") and any(ranks(noun) for noun in ranked):
        return False
    if token.dep_ in ("advcl", "xcomp") and any(c.lower_ in AHEAD and c.dep_ == "aux" for c in token.head.children):
        return True  # "will fly to Lima to sign a contract"
    if _is_purpose(token):
        return False
    if token.head.lemma_ in ("have", "remain") and (
        token.tag_ == "VBN" or any(c.lower_ == "yet" for c in token.head.children)
    ):
        return True  # "has yet to sign", "has to be signed"
    described = token.dep_ == "relcl" or (token.dep_ == "acl" and any(c.dep_ == "auxpass" for c in token.children))
    wanted = any(c.dep_ == "mark" and c.lower_ == "for" for c in token.children)  # "asked for jets to be delivered"
    return token.head.lemma_ == "be" or described or wanted


def is_unfulfilled(token: Token) -> bool:
    """Whether the clause tells of what was to be and was not: `was to have bought`."""
    helpers = {c.lower_ for c in token.children if c.dep_ == "aux"}
    meant = token.head.lemma_ == "be" and token.head.tag_ == "VBD"
    return token.tag_ == "VBN" and {"to", "have"} <= helpers and meant


def is_present(token: Token) -> bool:
    """Whether a verb stands in the plain present, in which goods have not come yet: `Peru gets ten jets`."""
    return token.tag_ in ("VBZ", "VBP") and not any(c.dep_ in ("aux", "auxpass") for c in token.children)


def _is_purpose(token: Token) -> bool:
    """Whether an infinitive says what somebody was somewhere for: `was in Paris to sign`."""
    verb = token.head
    return verb.lemma_ == "be" and any(c.dep_ == "prep" and verb.i < c.i < token.i for c in verb.children)


def is_possible(token: Token) -> bool:
    """Whether the clause tells of what may be: `could buy`."""
    if _is_joined_bare(token):
        return is_possible(token.head)
    return any(c.lower_ in POSSIBLE and c.dep_ == "aux" for c in token.children)


def _is_joined_bare(token: Token) -> bool:
    """Whether a verb has its auxiliaries from the one it is joined to: `would retire ten jets and buy others`."""
    own = any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in token.children)
    return token.dep_ == "conj" and token.tag_ == "VB" and token.head.pos_ == "VERB" and not own


def is_subjunctive(token: Token) -> bool:
    """Whether the clause tells what somebody wants done: `suggested that the shells be sold`."""
    helpers = [c for c in token.children if c.dep_ in ("aux", "auxpass")]
    return len(helpers) == 1 and helpers[0].lower_ == "be" and helpers[0].dep_ == "auxpass"


def is_conditional(token: Token) -> bool:
    """Whether the clause tells of what is to come if something else is: `if chosen, it will build`, `under its bid`."""
    clauses = (c for c in token.children if c.dep_ == "advcl")
    unless = any(t.lower_ == "if" and t.dep_ == "mark" for c in clauses for t in c.children)
    links = (c for c in token.children if c.dep_ == "prep" and c.lower_ == "under")
    offered = any(o.lemma_ in PROPOSALS for link in links for o in link.children)
    return looks_ahead(token) and (unless or offered)


def tentative(token: Token) -> bool:
    """Whether an adjective takes the noun back: `a possible sale`."""
    return any(c.lower_ in TENTATIVE and c.dep_ in ("amod", "compound") for c in token.children)


def progressive(token: Token) -> bool:
    """Whether the clause tells of what is going on: `is supplying`, `are being delivered`."""
    if token.tag_ == "VBG" and any(
        c.dep_ == "aux" and c.lemma_ == "be" and c.tag_ in ("VBZ", "VBP", "VBN") for c in token.children
    ):
        return True
    return any(c.lower_ == "being" for c in token.children)
