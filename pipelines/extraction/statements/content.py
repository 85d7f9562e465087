"""What was said: the spans of the content that belongs to a cue. Not here: cues (`cues.py`), speakers (`sources.py`).

Content is verbatim. It stands before the attribution (`…, he said`), on both sides of it (`…, he said, …`), or after it
(`He said that …`), and is grown to the quotations it touches (`trimming.py`).
"""

import re

from spacy.tokens import Token

from pipelines.extraction.statements.attribution import swallowed_subject
from pipelines.extraction.statements.cue import Cue
from pipelines.extraction.statements.cues import reports_on
from pipelines.extraction.statements.grammar import (
    RELATIVES,
    before,
    child,
    end_of,
    following,
    heads_clause,
    in_order,
    is_finite,
    reporting_verb,
    subject_of,
)
from pipelines.extraction.statements.placement import OPENERS, goes_on, is_whole, stands_before
from pipelines.extraction.statements.trimming import tidy
from pipelines.extraction.statements.unsaid import ADDRESSING
from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.speech import reporting_nouns

WORD = re.compile(r"\w")
#: What goes on after an attribution that only interrupts: a quotation, or a linking word or verb after a comma.
RESUMES_QUOTE = re.compile(r"\s*[,:–—-]+\s*[“\"‘]")
RESUMES_LINK = re.compile(
    r"[,–—]+ (?:that|but|and|or|so|yet|nor|because|since|as|for|though|although|unless|until|once)\b"
)
RESUMES_VERB = re.compile(r"[,–—]+ (?:is|was|are|were|will|would|has|had|have|could|should|must|may|might|can)\b")
RESUMES_COLON = re.compile(r"\s*: (?=[a-z])")
RESUMPTIONS = (RESUMES_QUOTE, RESUMES_LINK, RESUMES_VERB)
#: What follows a bare `…, he said,` without going on with what was said: it tells of the speaker, or when and where.
OF_THE_SPEAKER = re.compile(
    r", (?:who|whom|whose|which|where|when|while|after|before|following|as|citing)\b|, \w+ing\b"
)
OF_THE_DAY = re.compile(
    r", (?:an?|one|two|three|\d+|some|hours|days|weeks) (?:\w+ )?(?:hours?|days?|weeks?|months?|years?)\b"
)
IN_A_STATEMENT = re.compile(r", (?:in|at|on|during|through|via) (?:an?|the|his|her|its|their)\b")
#: Verbs that open a condition without `if` (`Were the price right, he said, he would buy`).
CONDITIONALS = frozenset({"were", "had", "should"})
COLON = re.compile(r"\s*:\s*(?=[“\"‘«„])")
SEMICOLON = re.compile(r"; (?:and |but )?|: (?=[A-Z])")
#: Between reporting words and a quotation that they introduce there are this many words at most, but after a colon.
WORDS_BEFORE_QUOTE = 6
#: Longest abbreviated style between a quotation and the name of its speaker (` Brig. Lt. `).
LONGEST_STYLE = 16
#: Words that make a subordinator of `that` with it (`now that`).
BEFORE_MARK = frozenset({"now", "so", "such", "provided", "given", "in", "except"})
#: Tokens that an addressee or an occasion may take between reporting words and `that`.
ADDRESSEE = 9
#: Parts of speech that a clause without `that` opens with.
NOMINAL_STARTS = frozenset({"PROPN", "NOUN", "PRON", "DET", "NUM", "ADJ"})
#: Subordinators of a clause that tells when something was said.
TIME_MARKS = frozenset({"after", "when", "while", "as", "if"})


def content_of(document: Document, cue: Cue) -> list[Span]:
    """The parts of the content in text order; empty where the cue reports nothing."""
    if cue.kind == "source_phrase" or (cue.kind in ("verb", "quoted") and stands_before(document, cue)):
        return tidy(document, _around(document, cue))
    if cue.kind == "noun":
        return tidy(document, _that_clause(document, cue))
    if cue.kind == "phrase":
        return tidy(document, _that_clause(document, cue) or _bare_clause(document, cue))
    clause = _clause_after(document, cue) or _that_clause(document, cue) or _clause_of_addressee(document, cue)
    after = _with_colon(document, clause) if clause else _quote_after(document, cue)
    return tidy(document, after or _quote_before(document, cue))


def _with_colon(document: Document, clause: list[Span]) -> list[Span]:
    """The clause with the quotation that goes on after its colon (`said the aim was peace: "We want …"`)."""
    colon = COLON.match(document.text, clause[-1].end)
    quote = document.quote_at(colon.end()) if colon else None
    return [*clause, quote.inner] if quote is not None else clause


def _around(document: Document, cue: Cue) -> list[Span]:
    """The sentence without the attribution. What follows it counts where it goes on with what was said."""
    text = document.text
    left = Span(_after_semicolon(document, int(cue.sentence.start_char), cue.clause.start), cue.clause.start)
    right = Span(cue.clause.end, _stop(document, cue, cue.clause.end, int(cue.sentence.end_char)))
    if not WORD.search(left.of(text)):
        return [right]
    first = next((t for t in cue.sentence if t.is_alpha), cue.verb)
    fragment = not is_whole(cue) or first.pos_ in OPENERS or first.lower_ in CONDITIONALS
    unquoted = fragment and not document.in_quote(max(left.start, left.end - 3))
    patterns = (*RESUMPTIONS, RESUMES_COLON) if cue.kind == "verb" else RESUMPTIONS
    resumes = any(p.match(text, right.start) for p in patterns) or _only_interrupts(document, cue)
    between = cue.kind == "source_phrase" and cue.verb.lower_ == "in" and text.startswith(",", right.start)
    return [left, right] if resumes or between or (unquoted and goes_on(document, cue)) else [left]


def _only_interrupts(document: Document, cue: Cue) -> bool:
    """Whether a bare subject and verb between commas break what is said (`It was the first time, she said, that …`)."""
    bare = cue.kind == "verb" and cue.clause.end == cue.words.end and cue.clause.start < cue.words.start
    after = cue.clause.end
    if not bare or not document.text.startswith(", ", after):
        return False
    leaves = (OF_THE_SPEAKER, OF_THE_DAY, IN_A_STATEMENT)
    return (
        not any(pattern.match(document.text, after) for pattern in leaves)
        and _stop(document, cue, after, int(cue.sentence.end_char)) > after + 2
    )


def _after_semicolon(document: Document, start: int, end: int) -> int:
    """Where the last of the clauses parted by semicolons begins: an attribution after it covers only that one."""
    parts = [m.end() for m in SEMICOLON.finditer(document.text, start, end) if not document.in_quote(m.start())]
    return parts[-1] if parts else start


def _clause_after(document: Document, cue: Cue) -> list[Span]:
    """The clause that the verb takes, where it follows the verb."""
    kinds = ("ccomp", "advcl") if cue.kind == "participle" else ("ccomp",)
    clauses = (c for c in cue.verb.children if c.dep_ in kinds and c.i > cue.verb.i and heads_clause(c))
    complement = next(clauses, None)
    if complement is None or (document.in_quote(complement.idx) and _other_verb(cue, complement.idx)):
        return []
    mark = next((c for c in complement.children if c.dep_ == "mark" and c.lower_ == "that"), cue.verb)
    tokens = [t for t in in_order(complement) if t.i > cue.verb.i and t.i >= mark.i]
    if not tokens or (tokens[0].tag_ == "IN" and tokens[0].lower_ in TIME_MARKS):
        return []
    subject = swallowed_subject(cue.verb, complement)
    start = max(_first(subject).idx if subject is not None else tokens[0].idx, cue.words.end)
    end = end_of(tokens[-1])
    if RESUMES_VERB.match(document.text, end):  # the parse took an apposition for the end of the clause
        end = int(cue.sentence.end_char)
    return [Span(start, _stop(document, cue, start, end))]


def _clause_of_addressee(document: Document, cue: Cue) -> list[Span]:
    """A clause without `that` that the parse hung on the addressee (`told a news conference the price was right`)."""
    addressee = child(cue.verb, "dobj") or child(cue.verb, "dative")
    if cue.verb.lemma_ not in ADDRESSING or addressee is None or addressee.i < cue.verb.i:
        return []
    clause = next((c for c in addressee.children if c.dep_ == "relcl"), None)
    subject = subject_of(clause) if clause is not None else None
    if clause is None or subject is None or subject.lower_ in RELATIVES or in_order(clause)[0] != in_order(subject)[0]:
        return []
    start, end = int(in_order(subject)[0].idx), int(cue.sentence.end_char)
    return [Span(start, _stop(document, cue, start, end))]


def _first(subject: Token) -> Token:
    """First word of a noun phrase, without an addressee that runs into it (`told Reuters the navy would buy`)."""
    words = in_order(subject)
    article = next((t for t in words[1:] if t.tag_ == "DT" and words[0].tag_ == "NNP"), None)
    return article if article is not None else words[0]


def _that_clause(document: Document, cue: Cue) -> list[Span]:
    """What follows `that` right after the reporting words or their addressee, to the end of the sentence."""
    last = max((t for t in cue.sentence if t.idx < cue.words.end), key=lambda t: t.i)
    for token in following(last, ADDRESSEE):
        if token.is_punct or token.idx >= cue.sentence.end_char or document.in_quote(token.idx):
            return []
        if token.lower_ == "that":
            start, end = end_of(token), int(cue.sentence.end_char)
            opens = cue.kind == "passive" or _opens_content(token)
            return [Span(start, _stop(document, cue, start, end))] if opens else []
    return []


def _bare_clause(document: Document, cue: Cue) -> list[Span]:
    """A clause without `that` right after a phrase of saying (`made clear the navy would stay`)."""
    rest = [t for t in cue.sentence if t.idx >= cue.words.end]
    if not rest or rest[0].pos_ not in NOMINAL_STARTS or not any(is_finite(t) for t in rest):
        return []
    start, end = int(rest[0].idx), int(cue.sentence.end_char)
    return [Span(start, _stop(document, cue, start, end))]


def _opens_content(that: Token) -> bool:
    """Whether `that` opens what was said, not a relative clause (`assistance that goes by the name of`).

    After an occasion of speech the parse takes the one for the other (`said at a briefing that the guns would come`).
    """
    if that.dep_ == "mark":
        return before(that) is None or that.nbor(-1).lower_ not in BEFORE_MARK
    clause = that.head
    occasion = reporting_nouns().get(clause.head.lemma_.lower()) if clause.dep_ == "relcl" else None
    return occasion is not None and occasion.noun_class == "medium" and subject_of(clause) not in (None, that)


def _quote_after(document: Document, cue: Cue) -> list[Span]:
    """A quotation that the reporting words introduce (`He said: "…"`), no other verb of saying between."""
    quotes = [q for q in document.quotes if cue.words.end <= q.outer.start < cue.sentence.end_char]
    if not quotes or _other_verb(cue, quotes[0].outer.start):
        return []
    between = document.text[cue.words.end : quotes[0].outer.start]
    if len(between.split()) > WORDS_BEFORE_QUOTE and not between.rstrip().endswith((":", ",")):
        return []
    last = quotes[0]
    for quote in quotes[1:]:
        if WORD.search(document.text, last.inner.end, quote.inner.start):
            break
        last = quote
    return [Span(quotes[0].inner.start, last.inner.end)]


def _quote_before(document: Document, cue: Cue) -> list[Span]:
    """A quotation left open by a comma right before a sentence that the parse began too late (`…," Gen. X said`)."""
    quote = next((q for q in reversed(document.quotes) if q.outer.end <= cue.clause.start), None)
    if quote is None or cue.clause.start > cue.sentence.start_char + 1:
        return []
    gap = document.text[quote.outer.end : cue.clause.start]
    unfinished = quote.inner.of(document.text).endswith(",") and len(gap) <= LONGEST_STYLE and "\n" not in gap
    return [quote.inner] if unfinished else []


def _other_verb(cue: Cue, end: int) -> bool:
    """Whether a further finite verb of saying stands before the offset (`Speaking in Oslo, she said: "…"`)."""
    between = (t for t in cue.sentence if cue.words.end <= t.idx < end and is_finite(t))
    return any((verb := reporting_verb(t)) and verb.strength == "strong" for t in between)


def _stop(document: Document, cue: Cue, start: int, end: int) -> int:
    """Where content that starts here ends at the latest: before words that report on, outside quotations."""
    for token in cue.sentence:
        if start < token.idx < end and reports_on(document, token):
            return int(token.idx)
    return end
