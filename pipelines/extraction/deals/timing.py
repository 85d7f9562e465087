"""When a deal reached its status, and when its goods are due. Not here: reading dates (`reading/dates.py`)."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from pipelines.extraction.deals.arguments import clause
from pipelines.extraction.deals.triggers import Cluster
from pipelines.reading.dates import DateMention
from pipelines.reading.document import Document
from pipelines.records import Span, When

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
LONGEST_PATH = 8
UNRELATED = 99


@dataclass(frozen=True, slots=True)
class Timing:
    """The two times of a deal; unknown where nothing tells them."""

    event: When = field(default_factory=When)
    delivery: When = field(default_factory=When)


def timing_of(document: Document, cluster: Cluster, tokens: Iterable[Token], planned: bool) -> Timing:
    """The times told in the sentence for the deal that the tokens tell. A planned deal has no event in the future."""
    sentence = Span(cluster.sentence.start_char, cluster.sentence.end_char)
    marked = {t.i for t in tokens}
    dated = [m for m in document.dates_in(sentence) if m.kind != "duration" and m.when.precision != "unknown"]
    delivery = [m for m in dated if _tells_delivery(document, m)]
    events = [m for m in dated if m not in delivery and m.kind == "point"]
    event = min(events, key=lambda m: (_distance(document, m, marked), m.span.start), default=None)
    return Timing(
        event=event.when if event and not (planned and _is_ahead(document, event)) else When(),
        delivery=delivery[0].when if delivery else When(),
    )


def _is_ahead(document: Document, mention: DateMention) -> bool:
    published = document.article.published.latest
    return bool(published and mention.when.earliest and mention.when.earliest > published)


def _tells_delivery(document: Document, mention: DateMention) -> bool:
    token = _token(document, mention.span)
    if token is None:
        return False
    head = clause(token)
    words = {
        head.lemma_.lower(),
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
