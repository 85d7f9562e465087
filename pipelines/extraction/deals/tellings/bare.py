"""Goods told with whom they come from or go to, where no word of the clause tells a deal by itself.

`Three fighters from Pakistan were shown to the press`, `the Army's 40 Apaches from Boeing`: arms of a foreign make that
somebody has, gets or awaits. Not here: clauses with such a word (`frames.py`).
"""

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from pipelines.extraction.deals.goods.items import all_items
from pipelines.extraction.deals.grammar.clauses import clause
from pipelines.extraction.deals.grammar.modality import denied, is_possible, looks_ahead
from pipelines.extraction.deals.grammar.triggers import Cluster, Trigger
from pipelines.extraction.deals.parties.beside_goods import around_goods
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.extraction.deals.tellings.timing import timing_of
from pipelines.extraction.deals.tellings.values import own_sum
from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.deal_words import deal_sign

#: Verbs of goods in use or at war: where they come from is no news of a deal.
IN_USE = frozenset(
    {"fire", "launch", "shoot", "hit", "strike", "intercept", "down", "crash", "attack", "destroy", "test", "land",
     "fly", "take", "scramble", "sink", "lose", "capture", "seize", "station", "patrol", "threaten", "defend",
     "protect", "carry", "kill", "track", "detect"}
)  # fmt: skip

AWAITING = frozenset({"expect", "await", "anticipate"})


def bare_tellings(document: Document, told: Collection[Span]) -> Iterator[Telling]:
    """The tellings of goods with a source or a destination that stand outside the spans told already."""
    for item in all_items(document):
        if any(span.overlaps(item.span) for span in told) or document.in_quote(item.span.start):
            continue
        if item.span.start >= document.article.story_end or not item.is_counted:
            continue
        around = around_goods(document, (item,))
        suppliers = tuple(p for p in around["supplier"] if p.country)
        verb = clause(item.token)
        if not suppliers or verb.lemma_ in IN_USE or denied(verb):
            continue
        sentence, status = item.token.sent, _status(item.token, verb)
        words = [item.token, verb]
        cluster = Cluster(tuple(Trigger(token, ()) for token in words), sentence)
        yield Telling(
            kind="arms_transfer",
            status=status,
            items=(item,),
            suppliers=suppliers,
            recipients=around["recipient"],
            partners=(),
            nation_hints=(),
            value=own_sum(document, item.span.end),
            timing=timing_of(document, cluster, words, status),
            evidence=(Span(sentence.start_char, sentence.end_char),),
            strength="noun",
            back=False,
        )


def _status(goods: Token, verb: Token) -> str:
    if looks_ahead(verb) or verb == goods or _is_awaited(goods):
        return "signed"
    return "interest" if is_possible(verb) else "completed"


def _is_awaited(goods: Token) -> bool:
    """Whether the sentence of goods says that they are still to come: `on the way`, `it expects`, `to be built`."""
    to_come = any(c.dep_ in ("acl", "relcl") and looks_ahead(c) for c in goods.children)
    expected = any(t.lemma_ in AWAITING and t.pos_ == "VERB" for t in goods.sent)
    return to_come or expected or bool(deal_sign("awaited").search(goods.sent.text))
