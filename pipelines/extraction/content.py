"""What was said: the spans of the content that belongs to a cue. Not here: cues themselves (`cues.py`), speakers.

Content is verbatim: a clause after the cue, what stands before the cue, or both, grown to the quotations it touches.
"""

import re

from spacy.tokens import Token

from pipelines.extraction.cues import Cue
from pipelines.reading.document import Document
from pipelines.records import Span

LEADING = re.compile(r"^[\s,;:–—-]*(?:that\b(?! (?:is|was|will|would|has|day|same)\b)\s*)?[\s,;:–—-]*", re.IGNORECASE)
TRAILING = re.compile(r"[\s,;:–—-]+$")
OPENING_MARKS, CLOSING_MARKS = "“\"‘'„«", "”\"’'“»"
#: What may stand between the content and an attribution that follows it.
BEFORE_ATTRIBUTION = re.compile(r"[,?!…][”\"’']?\s*$|[”\"’'][,.]?\s*$|[–—-]\s*$")
CONTENT_DEPENDENCIES = ("ccomp", "xcomp", "parataxis")


def content_of(document: Document, cue: Cue) -> list[Span]:
    """The parts of the content in text order; empty where the cue reports nothing."""
    if cue.kind == "source_phrase":
        parts = _around(document, cue)
    else:
        parts = _clause_after(document, cue) or _before(document, cue) or _quote_after(document, cue)
    return tidy(document, parts)


def _around(document: Document, cue: Cue) -> list[Span]:
    """The sentence without the attribution. Of two parts that it parts, the second counts where the clause goes on."""
    start, end = cue.sentence.start_char, _sentence_end(cue)
    left, right = Span(start, cue.clause.start), Span(cue.clause.end, end)
    if not _has_words(document, left):
        return [right]
    resumes = re.match(r", (?!adding|who|which|where|when|while|as\b|noting|saying|citing)", document.text[right.start : right.end])
    return [left, right] if resumes and _has_words(document, right) else [left]


def _clause_after(document: Document, cue: Cue) -> list[Span]:
    """The clause that the verb takes, where it follows the verb."""
    verb = cue.verb
    complement = next((c for c in verb.children if c.dep_ in ("ccomp",) and c.i > verb.i), None)
    if complement is None and cue.kind == "participle":
        complement = next((c for c in verb.children if c.dep_ in ("ccomp", "advcl") and c.i > verb.i), None)
    if complement is None:
        return []
    tokens = sorted(complement.subtree, key=lambda t: t.i)
    tokens = [t for t in tokens if t.i > verb.i]
    if not tokens or not _is_clause(complement):
        return []
    start = max(tokens[0].idx, cue.words.end)
    if start < cue.clause.end and cue.clause.start <= verb.idx:
        start = max(start, tokens[0].idx)
    end = _cut(document, verb, tokens)
    return [Span(start, end)] if end > start else []


def _is_clause(token: Token) -> bool:
    """Whether a complement is one: it has a subject, or is quoted."""
    return any(c.dep_ in ("nsubj", "nsubjpass", "csubj", "expl", "attr", "aux", "auxpass") for c in token.children) or token.pos_ == "AUX"


def _cut(document: Document, verb: Token, tokens: list[Token]) -> int:
    """End of a clause: before a participle that reports on (`, adding that`), before `, according to`, before `, he said`."""
    last = tokens[-1]
    end = last.idx + len(last)
    text = document.text[tokens[0].idx : end]
    stop = re.search(r",? (?:according to|adding|noting|saying|stressing|emphasi[sz]ing|explaining|citing|calling|pointing out|insisting|warning)\b", text)
    if stop and not document.in_quote(tokens[0].idx + stop.start() + 2):
        end = tokens[0].idx + stop.start()
    return end


def _before(document: Document, cue: Cue) -> list[Span]:
    """What stands before an attribution that follows (`…, he said`), and what comes after it where it only interrupts."""
    text = document.text
    sentence_start, end = cue.sentence.start_char, _sentence_end(cue)
    clause = cue.clause
    if cue.kind == "participle" or not BEFORE_ATTRIBUTION.search(text[sentence_start : clause.start]):
        quoted = document.quote_at(clause.start - 2) if clause.start - 2 > 0 else None
        fresh = clause.start - sentence_start <= 2 and quoted is None
        if cue.kind == "participle" or fresh or quoted is None or quoted.outer.end > clause.start:
            return []
    left = Span(sentence_start, clause.start)
    if not _has_words(document, left):
        return []
    parts = [left]
    rest = text[clause.end : end]
    if re.match(r"\s*[,:—–-]+\s*[“\"‘]", rest) or (re.match(r", (?:but|and|or|so|is|was|are|were|will|would|has|had)\b", rest)):
        parts.append(Span(clause.end, _until_participle(document, clause.end, end)))
    return parts


def _until_participle(document: Document, start: int, end: int) -> int:
    stop = re.search(r", (?:adding|noting|saying|according)\b", document.text[start:end])
    return start + stop.start() if stop and not document.in_quote(start + stop.start() + 2) else end


def _quote_after(document: Document, cue: Cue) -> list[Span]:
    """A quotation that follows the reporting words in their sentence (`He said: "…"`, `Asked whether …, she answered, "…"`)."""
    following = [q for q in document.quotes if cue.words.end <= q.outer.start < max(_sentence_end(cue), cue.words.end + 1)]
    if not following:
        return []
    first = following[0]
    between = document.text[cue.clause.end : first.outer.start] if first.outer.start >= cue.clause.end else ""
    if len(between.split()) > 6 and not between.rstrip().endswith((":", ",")):
        return []
    return [Span(first.inner.start, following[-1].inner.end)]


def _sentence_end(cue: Cue) -> int:
    return int(cue.sentence.end_char)


def _has_words(document: Document, span: Span) -> bool:
    return len(re.findall(r"\w+", span.of(document.text))) >= 1


def tidy(document: Document, parts: list[Span]) -> list[Span]:
    """Parts grown to the quotations they touch, without outer quotation marks, linking words or trailing commas."""
    tidied: list[Span] = []
    for part in parts:
        grown = _grow(document, part)
        trimmed = _trim(document, grown)
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
    if not document.in_quote(end - 1):
        end -= len(text[start:end]) - len(text[start:end].rstrip(" .,;:—–"))
    return _nonblank(text, Span(start, end))


def _nonblank(text: str, span: Span) -> Span | None:
    words = span.of(text)
    stripped = words.strip()
    if not re.search(r"\w", stripped):
        return None
    start = span.start + words.index(stripped)
    return Span(start, start + len(stripped))
