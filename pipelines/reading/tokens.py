"""From characters to spaCy tokens. spaCy's own `char_span` and `text` walk the document at each call; this looks up."""

from bisect import bisect_left, bisect_right

from spacy.attrs import IDX
from spacy.tokens import Doc, Token

from pipelines.records import Span


class Tokens:
    """The tokens of a document by character offset, and its text. Made once a document."""

    def __init__(self, doc: Doc) -> None:
        """Read text and offsets of the document, once."""
        self.doc = doc
        self.text: str = doc.text
        self.all: list[Token] = list(doc)
        self._starts: list[int] = doc.to_array(IDX).tolist()

    def at(self, offset: int) -> Token | None:
        """The token that covers the character, or the last one before it; null before the first."""
        i = bisect_right(self._starts, offset) - 1
        return self.all[i] if i >= 0 else None

    def after(self, offset: int) -> Token | None:
        """The first token that starts at the character or after it; null where there is none."""
        i = bisect_left(self._starts, offset)
        return self.all[i] if i < len(self._starts) else None

    def root(self, span: Span) -> Token | None:
        """The token of the span that heads the others; null where the document has no tokens."""
        first, last = self.at(span.start), self.at(max(span.start, span.end - 1))
        if first is None or last is None:
            return None
        return self.doc[first.i : last.i + 1].root
