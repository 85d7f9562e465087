"""What was said: the spans of the content that belongs to a cue. Not here: cues themselves (`cues.py`), speakers.

Content is verbatim. It stands before the attribution (`…, he said`), on both sides of it (`…, he said, …`), or after it
(`He said that …`), and is grown to the quotations it touches.
"""

import re

from spacy.tokens import Token

from pipelines.extraction.statements.cues import Cue
from pipelines.reading.document import Document
from pipelines.records import Span

LEADING = re.compile(r"^[\s,;:–—-]*(?:that\b(?! (?:is|was|will|would|has|day|same)\b)\s*)?[\s,;:–—-]*", re.IGNORECASE)
TRAILING = re.compile(r"[\s,;:–—-]+$")
#: How text ends that an attribution follows.
ENDS_SPEECH = re.compile(r"(?:[,?!…][”\"’']?|[”\"’'][,.]?|[–—-])\s*$")
#: How text goes on after an attribution that only interrupts it, where what stands before is a sentence by itself.
RESUMES = re.compile(
    r"\s*(?:[,:–—-]+\s*[“\"‘]|[,–—]+ (?:but|and|or|so|yet|nor|because|since|as|for|though|although|unless|until|is|was|are|were|"
    r"will|would|has|had|have|could|should|must|may|might|can)\b)"
)
#: Words after which a clause reports on, or tells when it was said; they end the content.
BREAKS = re.compile(
    r",? (?:according to|adding|noting|saying|stressing|emphasi[sz]ing|explaining|citing|calling|pointing out|insisting|"
    r"warning|urging|referring to)\b|, (?:he|she|it|they) (?:said|added|noted)\b"
)
CLAUSE_SIGNS = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "attr", "aux", "auxpass"})
#: Words that open a part of a sentence which is no statement by itself (`After the talks, he said …`).
OPENERS = frozenset({"ADP", "SCONJ"})


def content_of(document: Document, cue: Cue) -> list[Span]:
    """The parts of the content in text order; empty where the cue reports nothing."""
    if cue.kind == "source_phrase":
        return tidy(document, _around(document, cue))
    if cue.kind == "noun":
        return tidy(document, _that_clause(document, cue))
    if cue.kind != "participle" and _stands_before(document, cue):
        return tidy(document, _around(document, cue))
    return tidy(document, _clause_after(document, cue) or _that_clause(document, cue) or _quote_after(document, cue))


def _stands_before(document: Document, cue: Cue) -> bool:
    """Whether what was said stands before the attribution: the text ends like speech there, and is more than an opener."""
    left = Span(cue.sentence.start_char, cue.clause.start)
    words = left.of(document.text)
    if not re.search(r"\w", words) or not ENDS_SPEECH.search(words):
        return False
    quoted = document.quote_at(len(words.rstrip()) + left.start - 1) is not None or words.rstrip().endswith(
        tuple("”\"’'")
    )
    if quoted:
        return True
    complements = [c for c in cue.verb.children if c.dep_ == "ccomp"]
    if any(c.i > cue.verb.i and any(m.lower_ == "that" for m in c.children) for c in complements):
        return False
    if any(c.i < cue.verb.i for c in complements) or (
        cue.verb.head.i != cue.verb.i and cue.verb.dep_ in ("parataxis", "ccomp")
    ):
        return True
    first = next((t for t in cue.sentence if t.is_alpha), cue.verb)
    finite = any(
        t.pos_ in ("VERB", "AUX") and t.morph.get("VerbForm") == ["Fin"]
        for t in cue.sentence
        if t.idx < cue.clause.start
    )
    if first.pos_ in OPENERS or first.tag_ in ("VBG", "WRB") or not finite:
        return not complements and _goes_on(document, cue)
    return True


def _goes_on(document: Document, cue: Cue) -> bool:
    """Whether the sentence goes on with a clause after an attribution between commas (`The Bell, he said, takes seven`)."""
    rest = document.text[cue.clause.end : cue.sentence.end_char]
    after = [
        t
        for t in cue.sentence
        if t.idx >= cue.clause.end and t.pos_ in ("VERB", "AUX") and t.morph.get("VerbForm") == ["Fin"]
    ]
    return rest.startswith(",") and bool(after) and not BREAKS.match(rest)


def _around(document: Document, cue: Cue) -> list[Span]:
    """The sentence without the attribution. What follows it counts where it goes on with what was said."""
    text = document.text
    left = Span(_after_semicolon(document, cue.sentence.start_char, cue.clause.start), cue.clause.start)
    right = Span(cue.clause.end, _break(document, cue.clause.end, int(cue.sentence.end_char)))
    if not re.search(r"\w", left.of(text)):
        return [right]
    whole = any(
        t.pos_ in ("VERB", "AUX") and t.morph.get("VerbForm") == ["Fin"] for t in cue.sentence if t.idx < left.end
    )
    first = next((t for t in cue.sentence if t.is_alpha), cue.verb)
    fragment = (not whole or first.pos_ in OPENERS) and not document.in_quote(max(left.start, left.end - 3))
    if RESUMES.match(text[right.start :]) or (fragment and _goes_on(document, cue)):
        return [left, right]
    return [left]


def _after_semicolon(document: Document, start: int, end: int) -> int:
    """Where the last of the clauses parted by semicolons begins: an attribution after it covers only that one."""
    parts = [
        m.end()
        for m in re.finditer(r"; (?:and |but )?", document.text[start:end])
        if not document.in_quote(start + m.start())
    ]
    return start + parts[-1] if parts else start


def _clause_after(document: Document, cue: Cue) -> list[Span]:
    """The clause that the verb takes, where it follows the verb."""
    verb = cue.verb
    kinds = ("ccomp", "advcl") if cue.kind == "participle" else ("ccomp",)
    complement = next((c for c in verb.children if c.dep_ in kinds and c.i > verb.i and _is_clause(c)), None)
    if complement is None:
        return []
    tokens = [t for t in sorted(complement.subtree, key=lambda t: t.i) if t.i > verb.i]
    if not tokens or (tokens[0].tag_ == "IN" and tokens[0].lower_ in ("after", "when", "while", "as", "if")):
        return []
    start = max(tokens[0].idx, cue.words.end)
    return [Span(start, _break(document, start, tokens[-1].idx + len(tokens[-1])))]


def _is_clause(token: Token) -> bool:
    return any(c.dep_ in CLAUSE_SIGNS for c in token.children) or token.pos_ == "AUX"


def _that_clause(document: Document, cue: Cue) -> list[Span]:
    """What follows `that` right after the reporting words or their addressee, to the end of the sentence."""
    rest = document.text[cue.words.end : cue.sentence.end_char]
    that = re.match(r"(?: [\w’'-]+){0,5}? that\b", rest)
    if not that or document.in_quote(cue.words.end + that.end() - 1):
        return []
    word = next((t for t in cue.sentence if t.idx == cue.words.end + that.end() - 4), None)
    if word is None or word.dep_ != "mark":  # "assistance that goes by the name of": a relative clause
        return []
    start = cue.words.end + that.end()
    return [Span(start, _break(document, start, int(cue.sentence.end_char)))]


def _quote_after(document: Document, cue: Cue) -> list[Span]:
    """A quotation that follows the reporting words in their sentence (`He said: "…"`, `Asked why, she answered, "…"`)."""
    following = [q for q in document.quotes if cue.words.end <= q.outer.start < cue.sentence.end_char]
    if not following:
        return []
    between = document.text[cue.words.end : following[0].outer.start]
    if len(between.split()) > 6 and not between.rstrip().endswith((":", ",")):
        return []
    return [Span(following[0].inner.start, following[-1].inner.end)]


def _break(document: Document, start: int, end: int) -> int:
    """Where content that starts here ends at the latest: before words that report on, outside quotations."""
    for stop in BREAKS.finditer(document.text, start, end):
        if not document.in_quote(stop.end() - 1):
            return stop.start()
    return end


def tidy(document: Document, parts: list[Span]) -> list[Span]:
    """Parts grown to the quotations they touch, without outer quotation marks, linking words or trailing commas."""
    tidied: list[Span] = []
    for part in parts:
        trimmed = _trim(document, _grow(document, part))
        if trimmed and not any(trimmed.overlaps(other) for other in tidied):
            tidied.append(trimmed)
    return sorted(tidied)


def _grow(document: Document, part: Span) -> Span:
    """The part with the whole of each quotation that begins before it or ends after it."""
    start, end = part.start, part.end
    for quote in document.quotes:
        if quote.inner.start < start < quote.inner.end - 1:
            start = quote.outer.start
        if quote.inner.start < end - 1 and end < quote.inner.end:
            end = quote.outer.end
    return Span(start, end)


def _trim(document: Document, part: Span) -> Span | None:
    text = document.text
    start, end = part.start, part.end
    lead = LEADING.match(text[start:end])
    start += lead.end() if lead else 0
    tail = TRAILING.search(text[start:end])
    end = start + tail.start() if tail else end
    for quote in document.quotes:
        inside = Span(start, end)
        if quote.outer.start == start and quote.outer.end >= end - 1:
            return _nonblank(text, Span(quote.inner.start, min(end, quote.inner.end)))
        if quote.inner.holds(inside):
            return _nonblank(text, inside)
    if end > start and not document.in_quote(end - 1):
        end -= len(text[start:end]) - len(text[start:end].rstrip(" .,;:—–"))
    return _nonblank(text, Span(start, end))


def _nonblank(text: str, span: Span) -> Span | None:
    stripped = span.of(text).strip()
    if not re.search(r"\w", stripped):
        return None
    start = span.start + span.of(text).index(stripped)
    return Span(start, start + len(stripped))
