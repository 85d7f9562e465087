"""When a deal reached its status, and when its goods are due. Not here: reading dates (`reading/dates.py`)."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from pipelines.extraction.deals.clauses import clause, ranks
from pipelines.extraction.deals.triggers import Cluster
from pipelines.reading.dates import DateMention
from pipelines.reading.document import Document
from pipelines.records import Span, When
from pipelines.reference.speech import reporting_verbs

#: Verbs and nouns that date the goods, not the deal.
DELIVERY_WORDS = frozenset(
    {
        "deliver",
        "delivery",
        "deliveries",
        "arrive",
        "arrival",
        "due",
        "hand",
        "handover",
        "begin",
        "start",
        "ship",
        "shipment",
        "receive",
        "enter",
        "complete",
        "by",
        "finish",
    }
)
#: Verbs of goods that change hands on the day they are told for.
DELIVERING = frozenset(
    {"deliver", "receive", "get", "donate", "supply", "send", "arrive", "provide", "hand", "transfer", "give", "ship"}
)
#: What is done to the paper a deal is told by.
SIGNING = frozenset({"sign", "conclude", "seal", "ink", "strike", "reach", "award", "place", "finalise", "finalize"})
DESCRIBING = frozenset({"compound", "amod", "nmod", "poss"})
#: What comes before an event on the day of which a deal may be struck: `during Tuesday's visit`.
OCCASIONS = frozenset({"during", "at", "on", "in"})
LONGEST_PATH = 8
#: How near the start of its sentence a date stands that dates the whole of it, in tokens and characters.
FRONTED = 5
FRONTED_CHARACTERS = 12
UNRELATED = 99


@dataclass(frozen=True, slots=True)
class Timing:
    """The two times of a deal; unknown where nothing tells them."""

    event: When = field(default_factory=When)
    delivery: When = field(default_factory=When)


def timing_of(document: Document, cluster: Cluster, tokens: Iterable[Token], planned: bool) -> Timing:
    """The times told in the sentence for the deal that the tokens tell. A planned deal has no event in the future."""
    sentence = Span(cluster.sentence.start_char, cluster.sentence.end_char)
    told = list(tokens)
    marked = {t.i for t in (*told, *(trigger.token for trigger in cluster.triggers))}
    dated = [m for m in document.dates_in(sentence) if m.kind != "duration" and m.when.precision != "unknown"]
    delivery = [m for m in dated if _tells_delivery(document, m)]
    events = [m for m in dated if m not in delivery and m.kind == "point" and _is_of_clause(document, m, marked)]
    event = min(events, key=lambda m: (_distance(document, m, marked), m.span.start), default=None)
    if event and _is_ahead(document, event):  # what is done or promised for a day to come is due then
        delivers = not planned and any(t.lemma_.lower() in DELIVERING for t in told)
        delivery = delivery or [event] * delivers
        event = None
    return Timing(event=event.when if event else When(), delivery=delivery[0].when if delivery else When())


def _is_of_clause(document: Document, mention: DateMention, marked: set[int]) -> bool:
    """Whether a date stands in the clause that tells the deal, or one that reports it; not `since the May attack`."""
    at = _token(document, mention.span)
    if at is None:
        return False
    if at.i - at.sent.start < FRONTED and mention.span.start - at.sent.start_char < FRONTED_CHARACTERS:
        return True  # "On Monday it was the turn of ...", whatever clause the parse ties it to
    while at.pos_ not in ("VERB", "AUX") and at.head.i != at.i:
        if at.i in marked:
            return True
        if at.dep_ in DESCRIBING and at.head.pos_ in ("NOUN", "PROPN") and at.head.i not in marked:
            return at.head.dep_ == "pobj" and at.head.head.lower_ in OCCASIONS
        at = at.head
    if at.i in marked or _is_at_the_time(at, marked):
        return True
    return any(_leads_up(document.doc[i], at) for i in marked)


def _is_at_the_time(verb: Token, marked: set[int]) -> bool:
    """Whether another clause tells when it was: `ordered them when he visited in May`, `a deal signed on Monday`.

    One of saying counts however the parse ties it.
    """
    lemma = verb.lemma_.lower()
    if verb.dep_ == "acl":
        return lemma in SIGNING and verb.head.pos_ == "NOUN"
    if verb.head.i not in marked:
        return False
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod") and c.i < verb.i}
    meanwhile = verb.dep_ == "advcl" and (bool(marks & {"when", "as", "while"}) or (verb.tag_ == "VBG" and not marks))
    return meanwhile or lemma in reporting_verbs()


def _leads_up(token: Token, verb: Token) -> bool:
    """Whether a clause that holds the token is part of what the verb reports: `said on Monday that it bought`."""
    while token.i != verb.i:
        if token.head.i == token.i or token.dep_ == "conj" or (token.dep_ == "relcl" and not ranks(token.head)):
            return False
        token = token.head
    return True


def _is_ahead(document: Document, mention: DateMention) -> bool:
    published = document.article.published.latest
    return bool(published and mention.when.earliest and mention.when.earliest > published)


def _tells_delivery(document: Document, mention: DateMention) -> bool:
    token = _token(document, mention.span)
    if token is None:
        return False
    head = clause(token)
    noun = [head.head.lemma_.lower()] if head.dep_ in ("acl", "relcl") else []  # "with delivery to begin in May"
    words = {
        head.lemma_.lower(),
        *noun,
        *(c.lemma_.lower() for c in head.children if c.dep_ in ("nsubj", "acomp", "nsubjpass", "attr")),
    }
    return (bool(words & DELIVERY_WORDS) or mention.kind in ("by", "until", "start", "since")) and (
        mention.kind in ("by", "until", "start")
        or bool(words & {"deliver", "delivery", "due", "arrive", "handover", "hand", "ship"})
    )


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
