"""Whether what was said stands before its attribution, or goes on after it. Not here: its spans (`content.py`)."""

import re

from spacy.tokens import Token

from pipelines.extraction.statements.cue import Cue
from pipelines.extraction.statements.cues import reports_on
from pipelines.extraction.statements.grammar import RELATIVES, SUBJECTS, child, is_finite
from pipelines.extraction.statements.unsaid import ADDRESSING
from pipelines.reading.document import Document

WORD = re.compile(r"\w")
CLOSING_MARKS = tuple("”\"’'")
#: How text ends that an attribution follows.
ENDS_SPEECH = re.compile(r"(?:[,?!…][”\"’']?|[”\"’'][,.]?|[–—-])\s*$")
#: A title in quotation marks before an attribution (`In a speech entitled "Peace," he said …`).
TITLED = re.compile(
    r"\b(?:titled|entitled|called|named|themed|headlined|dubbed|codenamed) [“\"‘'][^”\"]{1,80}[”\"’'],?\s*$"
)
#: Parts of speech that open a part of a sentence which is no statement by itself (`After the talks, he said …`).
OPENERS = frozenset({"ADP", "SCONJ"})
OPENING_TAGS = frozenset({"VBG", "VBN", "WRB"})
#: How an attribution hangs on the words before it; `acl` is a verb with a tense that the parse put wrongly.
HANGS_ON_SPEECH = frozenset({"parataxis", "ccomp", "acl"})
#: Words that what was said before an attribution has at least.
SHORTEST_BEFORE = 3


def stands_before(document: Document, cue: Cue) -> bool:
    """Whether what was said stands before the attribution: the text ends like speech, and is more than an opener."""
    words = document.text[cue.sentence.start_char : cue.clause.start]
    if not WORD.search(words) or not ENDS_SPEECH.search(words) or _starts_before(cue) or TITLED.search(words):
        return False
    if document.in_quote(cue.sentence.start_char + len(words.rstrip()) - 1) or words.rstrip().endswith(CLOSING_MARKS):
        return True
    if _opens_relative(cue) or _has_object(document, cue):
        return False
    if _ends_sentence(document, cue):
        return len(words.split()) >= SHORTEST_BEFORE and _holds_verb(cue)
    complements = [c for c in cue.verb.children if c.dep_ == "ccomp"]
    parted = document.text.startswith(", that", cue.clause.end)  # `It was the first time, he said, that …`
    if not parted and any(c.i > cue.verb.i and any(m.lower_ == "that" for m in c.children) for c in complements):
        return False
    opener = _is_opener(cue)
    hangs_on_speech = cue.verb.dep_ in HANGS_ON_SPEECH and cue.verb.tag_ != "VBN" and cue.verb.head != cue.verb
    if any(c.i < cue.verb.i for c in complements) or (hangs_on_speech and (cue.verb.head.i < cue.verb.i or not opener)):
        return True
    if opener:
        return not complements and goes_on(document, cue)
    return True


def _starts_before(cue: Cue) -> bool:
    """Whether the speaker is told before, parted from the verb (`X, when he came in April, suggested that …`)."""
    source = cue.source
    if cue.kind != "verb" or source is None or not cue.sentence.start_char <= source.idx < cue.clause.start:
        return False
    return bool(source.head == cue.verb)


def _ends_sentence(document: Document, cue: Cue) -> bool:
    """Whether nothing follows the attribution, so that what was said must stand before it, however it is parsed."""
    return not WORD.search(document.text, cue.clause.end, cue.sentence.end_char)


def _holds_verb(cue: Cue) -> bool:
    """Whether a verb stands before the attribution, by whatever tag, but for one that only leads up to it."""
    words = [t for t in cue.sentence if not t.is_punct and not t.is_space and t.idx < cue.clause.start]
    return any(t.tag_.startswith("VB") or t.tag_ == "MD" for t in words[1:])


def _opens_relative(cue: Cue) -> bool:
    """Whether the attribution is a relative clause (`…, whose minister, X, said`): what was said follows it."""
    first = next((t for t in cue.sentence if t.idx >= cue.clause.start), cue.verb)
    return first.lower_ in RELATIVES and first.lower_ != "that"


def _has_object(document: Document, cue: Cue) -> bool:
    """Whether the verb's object is the thing told (`X stressed the importance of …`), not somebody spoken to."""
    taken = child(cue.verb, "dobj")
    if taken is None or taken.i < cue.verb.i or cue.verb.lemma_ in ADDRESSING or document.in_quote(taken.idx):
        return False
    named = document.actors.actor(taken) is not None
    return taken.pos_ == "NOUN" and not named


def _is_opener(cue: Cue) -> bool:
    """Whether what stands before the attribution cannot be a statement: no finite verb, or a clause that leads up."""
    first = next((t for t in cue.sentence if t.is_alpha), cue.verb)
    return first.pos_ in OPENERS or first.tag_ in OPENING_TAGS or first.dep_ == "advcl" or not is_whole(cue)


def is_whole(cue: Cue) -> bool:
    """Whether a verb with a tense stands before the attribution."""
    return any(is_finite(t) for t in cue.sentence if t.idx < cue.clause.start)


def goes_on(document: Document, cue: Cue) -> bool:
    """Whether a clause goes on after an attribution between commas (`The Bell, he said, takes two`)."""
    if not document.text.startswith(",", cue.clause.end):
        return False
    rest = [t for t in cue.sentence if t.idx >= cue.clause.end]
    clauses = [t for t in rest if is_finite(t) and not _shares_subject(cue.verb, t) and not _opens_anew(document, t)]
    return bool(clauses) and not any(reports_on(document, t) for t in rest[1:2])


def _shares_subject(verb: Token, other: Token) -> bool:
    """Whether the other verb is what the speaker did next (`he thanked them, and left`)."""
    joined = other.dep_ == "conj" and other.head == verb and child(verb, "cc") is not None
    return joined and not any(c.dep_ in SUBJECTS for c in other.children)


def _opens_anew(document: Document, token: Token) -> bool:
    """Whether the token stands in a quotation that starts with a capital, as a sentence of its own does."""
    quote = document.quote_at(token.idx)
    return quote is not None and quote.inner.of(document.text).lstrip()[:1].isupper()
