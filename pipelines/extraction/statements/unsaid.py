"""Verbs of saying that report nothing: they modify, are wished, denied or supposed, or name a medium (`quoted by`).

Not here: those that do (`cues.py`).
"""

from spacy.tokens import Token

from pipelines.extraction.statements.grammar import (
    RELATIVES,
    SUBJECTS,
    before,
    child,
    following,
    in_order,
    is_plural,
    reporting_verb,
    subject_of,
)
from pipelines.reference.speech import leads_to_saying

#: Verbs that, when denied, report that nothing was said (`did not say`).
DENIED = frozenset({"say", "tell", "comment"})
#: Verbs that open a sentence without reporting what was asked (`Asked why, he …`).
ASKED = frozenset({"ask", "press", "question", "quiz"})
NOBODY = frozenset({"neither", "none", "nobody", "no"})
CONDITIONS = frozenset({"if", "unless", "whether", "when", "whenever"})
#: Verbs by which a text names who passed on what another said.
QUOTES = frozenset({"quote", "cite", "report"})
#: Verbs whose object is the one spoken to.
ADDRESSING = frozenset({"tell", "inform", "notify", "brief", "assure", "remind", "warn", "advise"})
#: Auxiliaries of what has not been said (`may ask for more`).
UNDONE = frozenset({"will", "'ll", "’ll", "shall", "may", "might", "should", "must"})
#: Verbs by which several come to the same mind.
SETTLING = frozenset({"agree", "concur"})
#: How far before an infinitive stands what it hangs on, and how far after a verb of quoting its `as saying`.
LEAD, AS_SAYING = 4, 20


def reports_nothing(token: Token) -> bool:
    """Whether the verb only modifies, is wished or denied, opens a sentence (`Asked why, he …`), or supposes."""
    return (
        _is_infinitive(token)
        or token.dep_ == "amod"
        or (token.lemma_ in ASKED and token.tag_ in ("VBN", "VBD") and _opens_aside(token))
        or (child(token, "neg") is not None and token.lemma_ in DENIED)
        or (token.tag_ == "VBN" and token.dep_ == "advcl" and child(token, "auxpass") is None)
        or (token.dep_ == "relcl" and not (tells_in_passive(token) or _has_clause(token) or _trails(token)))
        or any(_is_nobody(c) for c in token.children if c.dep_ in SUBJECTS)
        or any(c.dep_ == "aux" and c.lower_ in UNDONE for c in token.children)
        or _is_hypothetical(token)
        or _only_quotes(token)
        or _settles(token)
        or _wants_to_keep(token)
    )


def _wants_to_keep(verb: Token) -> bool:
    """Whether the clause behind is of what somebody means to do: `hopes to keep a promise that`."""
    done = [c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB"]
    kept = (o for c in done for o in c.children if o.dep_ == "dobj")
    told = (c for noun in kept for c in noun.children if c.dep_ in ("acl", "ccomp") and child(c, "mark") is not None)
    return not any(c.dep_ == "ccomp" for c in verb.children) and any(told)


def tells_in_passive(verb: Token) -> bool:
    """Whether the subject is the one who is told (`the committee was told that …`)."""
    return verb.lemma_ in ADDRESSING and verb.tag_ == "VBN" and child(verb, "auxpass") is not None


def _has_clause(verb: Token) -> bool:
    return any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)


def _trails(verb: Token) -> bool:
    """Whether the clause is an attribution that the parse hung on a noun before its comma (`…, one of them said`)."""
    first = in_order(subject)[0] if (subject := subject_of(verb)) is not None else None
    previous = before(first) if first is not None else None
    return first is not None and previous is not None and first.lower_ not in RELATIVES and previous.text == ","


def _settles(verb: Token) -> bool:
    """`the ministers agreed that`: what several settle among them is the outcome of their meeting, said by nobody."""
    subject = subject_of(verb)
    return verb.lemma_ in SETTLING and subject is not None and is_plural(subject)


def _is_infinitive(token: Token) -> bool:
    """`to say`, `declined to say`. `went on to say`, `took the opportunity to say` are attributions."""
    to = next((c for c in token.children if c.dep_ == "aux" and c.lower_ == "to"), None)
    if to is None:
        return False
    return not any(t.lemma_.lower() in leads_to_saying() for t in to.doc[max(to.sent.start, to.i - LEAD) : to.i])


def _opens_aside(token: Token) -> bool:
    """Whether the verb opens its sentence, or stands after a comma (`Asked why, he …`; `a spokesman, asked why, …`)."""
    first = next(t for t in token.sent if t.is_alpha)
    previous = before(token)
    return token == first or (token.dep_ == "acl" and previous is not None and previous.text == ",")


def _is_nobody(subject: Token) -> bool:
    """`neither side said`, `nobody said`."""
    return any(t.lower_ in NOBODY for t in (subject, *subject.children))


def _is_hypothetical(token: Token) -> bool:
    """`When Washington says "modernization"`, `if he says so`: told as a case, not as a fact."""
    opens = (c for c in token.children if c.dep_ in ("mark", "advmod") and c.i < token.i)
    return token.dep_ == "advcl" and token.tag_ in ("VBZ", "VBP") and any(c.lower_ in CONDITIONS for c in opens)


def _only_quotes(token: Token) -> bool:
    """`the agency quoted X as saying`: the saying reports; `X, quoted by the agency, said`: the other verb does."""
    if token.lemma_ not in QUOTES:
        return False
    modifies = token.tag_ == "VBN" and child(token, "auxpass") is None
    by_agency = modifies and (child(token, "agent") is not None or token.dep_ == "acl")
    return by_agency or as_saying(token) is not None


def as_saying(quoting: Token) -> Token | None:
    """The participle of saying that a verb of quoting takes (`quoted X as telling him`)."""
    return next((t for t in following(quoting, AS_SAYING) if t.sent == quoting.sent and follows_as(t)), None)


def follows_as(token: Token) -> bool:
    """Whether a verb of saying stands as in `as saying`, `as having said`."""
    words = [t.lower_ for t in token.doc[max(0, token.i - 2) : token.i]]
    telling = words[-1:] == ["as"] and token.tag_ == "VBG"
    having_told = words == ["as", "having"] and token.tag_ in ("VBN", "VBD")
    return (telling or having_told) and reporting_verb(token) is not None
