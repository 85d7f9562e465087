"""The country that a text gives the side of a deal which its clause leaves out.

The one last spoken for before the goods in their paragraph; failing that, one that the article is about. Not here:
which side is left out, and what else may tell it (`context.py`).
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from pipelines.extraction.deals.goods.item import head_of
from pipelines.extraction.deals.parties.nations import COUNTRY_KINDS, pair_of_the_text
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.gazetteer import Name

PARAGRAPH = "\n\n"
FROM = re.compile(r"\bfrom\s+(?:the\s+)?\Z")
#: What speaks for a country as a side of a deal: how often it is named, and the deals told before, the last most.
NAMED_MOST, TOLD_LAST, FADING, LEAST_WEIGHT = 1.5, 1.5, 0.6, 0.7
MOST_PROTAGONISTS = 3


def country_before(
    document: Document, telling: Telling, other: Collection[str], same: Sequence[str], unlikely: Collection[str] = ()
) -> str | None:
    """The country that the context gives the missing side; null where it gives none.

    The one last spoken for before the goods in the paragraph that is not on the other side; else the one that the
    article is about, or whoever speaks in the sentence. `same` are those on that side of the deals told before; one of
    the `unlikely` is taken where there is no other.
    """
    start = document.text.rfind(PARAGRAPH, 0, telling.start) + 1
    end = min((i.span.start for i in telling.items), default=telling.start)
    before, rest = Span(start, end), Span(end, telling.evidence[-1].end)
    candidates = (
        *reversed(spoken_for(document, before)),
        *_protagonists(document, same),
        *pair_of_the_text(document),
        *_persons_sides(document, rest),
        *reversed(_adjectives(document, before)),
    )
    left = [code for code in candidates if code not in other]
    return next((code for code in left if code not in unlikely), next(iter(left), None))


def _protagonists(document: Document, same: Sequence[str]) -> Iterator[str]:
    """The countries that a text is about, the likeliest for a side first: named often, or on that side before."""
    named = Counter(n.code for n in document.names if n.code and n.kind in COUNTRY_KINDS)
    named.update(p.side for p in document.people for _ in p.mentions if p.side)
    most = max(named.values(), default=1)
    weights = {code: NAMED_MOST * count / most for code, count in named.items()}
    for ago, code in enumerate(reversed(same)):
        weights[code] = weights.get(code, 0) + TOLD_LAST * FADING**ago
    likeliest = sorted(weights, key=lambda code: -weights[code])[:MOST_PROTAGONISTS]
    yield from (code for code in likeliest if weights[code] > LEAST_WEIGHT)


def spoken_for(document: Document, span: Span) -> list[str]:
    """The countries that act or are acted for in a span, in text order."""
    named = [
        (n.span.start, n.code)
        for n in document.names_in(span)
        if n.code and n.kind in (*COUNTRY_KINDS, "agency") and _speaks(document, n)
    ]
    persons = [(m.start, p.side) for p in document.people for m in p.mentions if p.side and span.holds(m)]
    return [code for _, code in sorted([*named, *persons])]


def _speaks(document: Document, name: Name) -> bool:
    """Whether a name tells who acts or is acted for: no adjective, nor where other goods come from, nor an aside."""
    if FROM.search(document.text, max(0, name.span.start - 10), name.span.start) or _is_aside(document, name):
        return False
    return not _describes(document, name) or _acts(document, name.span)


def _is_aside(document: Document, name: Name) -> bool:
    """Whether a name stands in a clause that only describes arms: `the missile, which India makes with Russia`."""
    root = head_of(document, name.span)
    told = (t for t in root.ancestors if t.dep_ == "relcl") if root is not None else ()
    clauses = (t for t in told if t.left_edge.i > t.sent.start and t.left_edge.nbor(-1).text == ",")
    return any(m.span.start <= clause.head.idx < m.span.end for clause in clauses for m in document.systems)


def _describes(document: Document, name: Name) -> bool:
    """Whether a name only tells of what kind or whose something is: `Polish guns`, `Sweden's accession`.

    A deal `of Kuwait's` is told of Kuwait.
    """
    root = head_of(document, name.span)
    owns = root is not None and root.dep_ == "poss" and not (root.i > root.sent.start and root.nbor(-1).lower_ == "of")
    return name.kind == "demonym" or owns


def _acts(document: Document, demonym: Span) -> bool:
    """Whether a demonym names who acts (`the Polish army`, `the Poles`), not what something is like."""
    root = head_of(document, demonym)
    if root is None:
        return False
    head = root.head if root.dep_ in ("amod", "compound", "nmod", "poss") else root
    return document.actors.actor(head) is not None


def _persons_sides(document: Document, span: Span) -> list[str]:
    return [p.side for p in document.people for m in p.mentions if p.side and span.holds(m)]


def _adjectives(document: Document, span: Span) -> list[str]:
    return [n.code for n in document.names_in(span) if n.code and _describes(document, n)]
