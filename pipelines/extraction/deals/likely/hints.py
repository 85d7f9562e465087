"""How firm a deal seems by the words beside its goods, where no word that governs them says so.

`Oslo has sounded out Washington about Seahawks`, `Estonia also has howitzers`, `Also on the way are two helicopters`.
Not here: words that govern goods (`tellings/firmness.py`); the phrases themselves (`reference/deal_signs.csv`).
"""

from collections.abc import Iterator

from pipelines.extraction.deals.goods.item import Item
from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.deal_words import deal_sign

#: The sign for each status that a phrase may hint at.
HINTS = {
    f"like_{status}": status
    for status in ("interest", "tender", "negotiation", "approved", "delivering", "completed", "cancelled")
}
#: How far from goods, in characters, a phrase may stand.
FAR = 120


def hinted_status(document: Document, item: Item) -> str | None:
    """The status that the nearest such phrase of the sentence hints at; null where there is none."""
    return min(_hints(document, item), default=(0, None))[1]


def _hints(document: Document, item: Item) -> Iterator[tuple[int, str]]:
    sentence = item.token.sent
    others = [m.span for m in document.systems if not m.span.overlaps(item.span)]
    for sign, status in HINTS.items():
        for found in deal_sign(sign).finditer(document.text, sentence.start_char, sentence.end_char):
            at = Span(*found.span())
            gap = max(at.start - item.span.end, item.span.start - at.end, 0)
            if gap <= FAR and not any(o.overlaps(at) for o in others):
                yield gap, status
