"""When a deal reached its status, and when its goods are due. Not here: reading dates (`reading/dates.py`)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from spacy.tokens import Span as Words
from spacy.tokens import Token

from pipelines.extraction.deals.grammar.clauses import clause, is_passive, ranks
from pipelines.extraction.deals.grammar.triggers import Cluster
from pipelines.reading.dates import DateMention
from pipelines.reading.document import Document
from pipelines.records import Span, When
from pipelines.reference.deal_words import deal_words
from pipelines.reference.speech import reporting_verbs

#: Verbs and nouns that date the goods, not the deal.
ARRIVING = frozenset({"deliver", "delivery", "due", "arrive", "arrival", "handover", "hand", "ship", "shipment"})
#: Nouns that a clause may say the time of: `with delivery to begin in May`.
ARRIVALS = frozenset({"delivery", "arrival", "handover", "shipment"})
#: Verbs with which a paper is said to be of a time: `the order dates from May`.
DATING = frozenset({"date", "stem"})
#: Kinds of date that tell until or from when the goods are due.
BOUNDS = frozenset({"by", "until", "start"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: Verbs of goods that change hands on the day they are told for.
DELIVERING = frozenset(
    {"deliver", "receive", "get", "donate", "supply", "send", "arrive", "provide", "hand", "transfer", "give", "ship"}
)
#: What is done to the paper a deal is told by, or to the goods it is about.
SIGNING = frozenset(
    {"sign", "conclude", "seal", "ink", "strike", "reach", "award", "place", "finalise", "finalize", "contract",
     "initial", "agree", "clinch"}
)  # fmt: skip
DESCRIBING = frozenset({"compound", "amod", "nmod", "poss"})
#: What comes before an event on the day of which a deal may be struck: `during Tuesday's visit`.
OCCASIONS = frozenset({"during", "at", "on", "in"})
#: Statuses that goods reach when they come.
ARRIVED = frozenset({"delivering", "completed"})
#: What is no deal yet, and the kinds of date that may tell when a status was reached.
OPEN = frozenset({"interest", "tender", "negotiation"})
REACHED = frozenset({"point", "span", "since", "start"})
#: How a stretch ends that counts from a day to that of another event.
COUNTED_TO = re.compile(r"(?:day|week|month)s? (?:before|after|ahead of)$", re.IGNORECASE)
LONGEST_PATH = 8
#: How near the start of its sentence a date stands that dates the whole of it, in tokens.
FRONTED = 10
#: What stands behind the day in a dateline: `Aug. 14 (Agency) --`.
DATELINE = frozenset({"(", "--", "–", "—"})
UNRELATED = 99


class Tie(IntEnum):
    """How a date is tied to the words that tell a deal, the closest first."""

    OWN = 0  #: It stands in their clause, or tells when the paper was signed.
    SHARED = 1  #: It opens the sentence.
    REPORTED = 2  #: It tells when somebody told of the deal.
    BEFORE = 3  #: It stands in a clause that theirs goes on from.


@dataclass(frozen=True, slots=True)
class Timing:
    """The two times of a deal, unknown where nothing tells them, and how closely the first is tied to it.

    `around` is the time of a clause about that of the deal, which may be that of a deal with no time of its own.
    """

    event: When = field(default_factory=When)
    delivery: When = field(default_factory=When)
    tie: Tie = Tie.REPORTED
    around: When = field(default_factory=When)


def timing_of(document: Document, cluster: Cluster, tokens: Iterable[Token], status: str | None) -> Timing:
    """The times told in the sentence for the deal of that status that the tokens tell.

    A deal still to come has no event in the future; one that is delivered came about when the goods did.
    """
    sentence = Span(cluster.sentence.start_char, cluster.sentence.end_char)
    told = list(tokens)
    marked = {t.i for t in (*told, *(trigger.token for trigger in cluster.triggers))}
    dated = [m for m in document.dates_in(sentence) if m.kind != "duration" and m.when.precision != "unknown"]
    delivery = [m for m in dated if _tells_delivery(document, m)]
    if status in ARRIVED:
        come = [m for m in delivery if not _is_ahead(document, _reached(m, status))]
        ties = {m: tie for m in come or dated if (tie := _tie(document, m, marked)) is not None}
    else:
        ties = {m: tie for m in dated if m not in delivery and (tie := _tie(document, m, marked)) is not None}
    known = [m for m in ties if m.kind in REACHED]
    first = min(
        known,
        key=lambda m: (ties[m], _counts_to_another(m), _distance(document, m, marked), m.span.start),
        default=None,
    )
    if first is None:
        others = (
            m for m in dated if m.kind in REACHED and m not in delivery and _is_around(document, m, marked, status)
        )
        nearest = min(others, key=lambda m: _distance(document, m, marked), default=None)
        return Timing(
            delivery=delivery[0].when if delivery else When(), around=_reached(nearest, status) if nearest else When()
        )
    event = _reached(first, status)
    if _is_ahead(document, event):  # what is done or promised for a day to come is due then
        due = status not in OPEN and any(t.lemma_.lower() in DELIVERING for t in told)
        delivery = delivery or [first] * due
        event = When()
    return Timing(event, delivery[0].when if delivery else When(), ties[first])


def _reached(mention: DateMention, status: str | None) -> When:
    """When a status was reached that is told of a date: from its first day on, or on its last where all have come."""
    if mention.kind == "span" and mention.until and status == "completed":
        return mention.until
    return mention.told or mention.when if mention.kind == "since" else mention.when


def _tie(document: Document, mention: DateMention, marked: set[int]) -> Tie | None:
    """How a date is tied to the words that tell the deal; null where it is not: `since the May attack`."""
    at = _token(document, mention.span)
    if at is None:
        return None
    fronted = Tie.SHARED if _is_fronted(at, marked) else None
    while at.pos_ not in ("VERB", "AUX") and at.head.i != at.i:
        if at.i in marked:
            return Tie.OWN
        if at.dep_ in DESCRIBING and at.head.pos_ in ("NOUN", "PROPN") and at.head.i not in marked:
            during = at.head.dep_ == "pobj" and at.head.head.lower_ in OCCASIONS
            return Tie.SHARED if during else fronted
        at = at.head
    if not _reports(at) and (_holds(at, marked) or _is_at_the_time(at, marked)):
        return Tie.OWN
    if fronted is not None:
        return fronted
    if any(_leads_up(document.doc[i], at) for i in marked) or at.i in marked or (_reports(at) and at.head.i in marked):
        return Tie.REPORTED
    return Tie.BEFORE if any(_goes_on(document.doc[i], at) for i in marked) else None


def _counts_to_another(mention: DateMention) -> bool:
    """Whether a date is that of what stands behind it: `two days before the vote`."""
    return COUNTED_TO.search(mention.when.text or "") is not None


def _is_fronted(date: Token, marked: Iterable[int]) -> bool:
    """Whether a date opens the sentence, or its part, that tells the deal: `On Monday it was the turn of ...`."""
    parted = [t.i for t in date.sent if t.lower_ == ";" and t.i < date.i]
    before = date.doc[max(parted, default=date.sent.start) : date.i]
    dateline = date.i + 1 < len(date.doc) and date.nbor(1).text in DATELINE
    if dateline or len(before) > FRONTED or any(t.pos_ in ("VERB", "AUX") or t.dep_ in SUBJECTS for t in before):
        return False
    return any(i > date.i and not _is_parted(date.doc[date.i : i]) for i in marked)


def _reports(verb: Token) -> bool:
    """Whether a verb tells of deals without striking any: `disclosed`, not `ordered`."""
    lemma = verb.lemma_.lower()
    return lemma in reporting_verbs() and not any(use.status for use in deal_words().get((lemma, "verb"), ()))


def _holds(verb: Token, marked: Iterable[int]) -> bool:
    """Whether a verb is one of the words that tell the deal, or the verb of one of them."""
    return any(verb.i in (i, clause(verb.doc[i]).i) for i in marked)


def _is_parted(words: Words) -> bool:
    return any(t.lower_ == ";" for t in words)


def _is_at_the_time(verb: Token, marked: set[int]) -> bool:
    """Whether another clause tells when it was: `ordered them when he visited in May`, `a deal signed on Monday`."""
    if verb.dep_ == "acl" or (verb.dep_ == "relcl" and is_passive(verb)):
        return verb.lemma_.lower() in SIGNING | DATING and verb.head.pos_ == "NOUN"
    if verb.head.i not in marked or verb.dep_ != "advcl":
        return False
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod") and c.i < verb.i}
    return bool(marks & {"when", "as", "while"}) or (verb.tag_ == "VBG" and not marks)


def _leads_up(token: Token, verb: Token) -> bool:
    """Whether a clause that holds the token is part of what the verb reports: `said on Monday that it bought`."""
    while token.i != verb.i:
        if token.head.i == token.i or token.dep_ == "conj" or (token.dep_ == "relcl" and not ranks(token.head)):
            return False
        token = token.head
    return True


def _goes_on(token: Token, verb: Token) -> bool:
    """Whether the clause of a token goes on from a verb before it in the same tense: `met on Monday and signed`."""
    own = clause(token)
    tenses = [any(c.dep_ == "aux" for c in t.children) for t in (own, verb)]
    return (
        own.dep_ == "conj"
        and own.head.i == verb.i < own.i
        and tenses[0] == tenses[1]
        and not _is_parted(own.doc[verb.i : own.i])
    )


def _is_around(document: Document, mention: DateMention, marked: Iterable[int], status: str | None) -> bool:
    """Whether a date tells the time of a clause that the deal is told under, or of a trade told under that of the deal.

    `Hosted a ceremony on Monday, where they signed for 20`, `thanked them for the ship that they sent in May`; but not
    `want the ship that was sold in May`.
    """
    at = _token(document, mention.span)
    if at is None or mention.forward or _is_ahead(document, mention.when):
        return False
    while at.head.i != at.i and (at.head.pos_ == "ADP" or at.pos_ == "ADP"):
        at = at.head
    verb = at if at.pos_ in ("VERB", "AUX") else at.head
    if verb.pos_ not in ("VERB", "AUX"):  # "after the February attack"
        return False
    words = [verb.doc[i] for i in marked]
    if any(_is_under(t, verb) for t in words):
        return True
    if verb.dep_ not in ("acl", "relcl") or status in OPEN or verb.head.dep_ in SUBJECTS:
        return False
    return _trades(verb) and any(t.is_ancestor(verb) or clause(t) == clause(verb.head) for t in words)


def _is_under(token: Token, verb: Token) -> bool:
    """Whether a token stands in a clause under that of a verb before it; not in one beside it: `met and signed`."""
    joined = {c.i for c in verb.children if c.dep_ == "conj"}
    above = [token.i, *(t.i for t in token.ancestors)]
    return (
        verb.i in above and verb.i < token.i and joined.isdisjoint(above) and not _is_parted(verb.doc[verb.i : token.i])
    )


def _trades(verb: Token) -> bool:
    """Whether a verb tells what becomes of goods, or of the paper that they are told in."""
    lemma = verb.lemma_.lower()
    return lemma in SIGNING | DELIVERING or any(
        use.role != "modal" and use.status for use in deal_words().get((lemma, "verb"), ())
    )


def _is_ahead(document: Document, when: When) -> bool:
    """Whether it is all to come: a day, or the years from now on."""
    published = document.article.published.latest
    if not (published and when.earliest and when.latest):
        return False
    return when.earliest > published or (when.earliest == published < when.latest and when.precision == "range")


def _tells_delivery(document: Document, mention: DateMention) -> bool:
    token = _token(document, mention.span)
    if token is None:
        return False
    head = clause(token)
    if head.lemma_.lower() in DATING:
        return False
    if mention.kind in BOUNDS and not (mention.kind == "start" and mention.forward is False):
        return True  # but not "as early as March they signed"
    told = {c.lemma_.lower() for c in head.children if c.dep_ in ("nsubj", "acomp", "nsubjpass", "attr")}
    described = {head.head.lemma_.lower()} & ARRIVALS if head.dep_ in ("acl", "relcl") else set()
    return bool({head.lemma_.lower(), *told, *described} & ARRIVING)


def _distance(document: Document, mention: DateMention, marked: set[int]) -> int:
    """Steps through the parse from the date to a word that tells the deal, or from both to where they meet."""
    token = _token(document, mention.span)
    if token is None:
        return UNRELATED
    up = [token, *token.ancestors]
    for steps, above in enumerate(up[:LONGEST_PATH]):
        if above.i in marked:
            return steps
    ancestors = {a.i: steps for steps, a in enumerate(up)}
    meeting = [
        ancestors[a.i] + steps + LONGEST_PATH
        for i in marked
        for steps, a in enumerate([document.doc[i], *document.doc[i].ancestors])
        if a.i in ancestors
    ]
    return min(meeting, default=UNRELATED)


def _token(document: Document, span: Span) -> Token | None:
    found = document.doc.char_span(span.start, span.end, alignment_mode="expand")
    return found.root if found is not None and len(found) else None
