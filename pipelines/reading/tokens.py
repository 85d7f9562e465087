"""From characters to spaCy tokens. spaCy's own `char_span` walks the whole document at each call; this looks up."""

from bisect import bisect_left, bisect_right

from spacy.tokens import Doc, Token

from pipelines.records import Span


class Tokens:
    """The tokens of a document by character offset."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._starts = [token.idx for token in doc]

    def at(self, offset: int) -> Token | None:
        """The token that covers the character, or the last one before it; null before the first."""
        i = bisect_right(self._starts, offset) - 1
        return self._doc[i] if i >= 0 else None

    def after(self, offset: int) -> Token | None:
        """The first token that starts at the character or after it; null where there is none."""
        i = bisect_left(self._starts, offset)
        return self._doc[i] if i < len(self._starts) else None

    def root(self, span: Span) -> Token | None:
        """The token of the span that heads the others; null where the document has no tokens."""
        first, last = self.at(span.start), self.at(max(span.start, span.end - 1))
        if first is None or last is None:
            return None
        return self._doc[first.i : last.i + 1].root
