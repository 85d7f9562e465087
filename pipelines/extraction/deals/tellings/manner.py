"""In what manner a clause tells a deal: as what happened, what is so, what is to come, or a mere state of things.

Not here: how firm it makes the deal (`firmness.py`).
"""

from collections.abc import Sequence
from enum import StrEnum

from spacy.tokens import Token

from pipelines.extraction.deals.grammar.clauses import clause
from pipelines.extraction.deals.grammar.modality import looks_ahead
from pipelines.extraction.deals.tellings.firmness import is_ground
from pipelines.reference.deal_words import DealWord

Use = tuple[Token, DealWord]

#: Clauses that describe what another one tells of.
DESCRIBING = frozenset({"relcl", "acl", "amod"})
#: Forms in which one is part of what the other tells: `a decision approving`, `a contract to supply`.
PART = frozenset({"VBG", "VB"})
#: Clauses that are told in the tense of the one they depend on.
DEPENDENT = frozenset({"xcomp", "pcomp", "advcl", "conj"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
LONGEST_CLIMB = 4


class Manner(StrEnum):
    """How a clause tells a deal."""

    EVENT = "event"  #: It happened: `signed`, `was ordered`.
    RESULT = "result"  #: It has come about, or is going on: `has signed`, `is buying`.
    PROMISE = "promise"  #: It is to come: `will get`.
    STATE = "state"  #: It is told in passing: `the jets bought from`, `its order for`, `had ordered`.


def manner_of(uses: Sequence[Use]) -> Manner:
    """The manner in which words tell a deal, the governing one first."""
    if any(looks_ahead(token) or word.status == "planned" for token, word in uses):
        return Manner.STATE if any(is_ground(token, word) for token, word in uses) else Manner.PROMISE
    return manner_of_clause(clause(uses[0][0]))


def manner_of_clause(verb: Token) -> Manner:
    """The manner in which the clause of a verb tells what it does."""
    if looks_ahead(verb):
        return Manner.PROMISE
    verb = _finite(verb)
    if verb.pos_ not in ("VERB", "AUX") or verb.dep_ in DESCRIBING:
        return Manner.STATE
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if "had" in helpers:
        return Manner.RESULT if verb.dep_ == "ccomp" else Manner.STATE
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and not helpers - {"was", "were"}):
        return Manner.EVENT
    return Manner.RESULT


def _finite(verb: Token) -> Token:
    """The verb whose tense a verb is told in."""
    for _ in range(LONGEST_CLIMB):
        finite = verb.tag_ in FINITE or any(c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE for c in verb.children)
        if finite or not (verb.dep_ in DEPENDENT or (verb.dep_ == "acl" and verb.tag_ in PART)):
            return verb
        verb = clause(verb.head)
    return verb
