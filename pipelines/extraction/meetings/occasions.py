"""The event on whose sidelines or within which a meeting took place, as printed. Not here: whether it is a row."""

import re
from collections.abc import Sequence

from pipelines.reading.document import Document
from pipelines.records import Span

#: Nouns that head the name of an event which several sides attend, and those that a visit may be told by.
FORUM_HEADS = (
    "summit|dialogue|forum|conference|exhibition|expo|fair|assembly|session|show|seminar|symposium|air show|airshow|"
    "convention|congress|gathering|consultative meeting|exercise|conclave|ADMM-Plus|IDEX|LIMA|ADEX|MSPO|DSEI|IDEF|SCM"
)
#: Heads of names of forums, as these are printed.
FORUM_NAMES = (
    "Summit|Dialogue|Forum|Conference|Exhibition|Expo|Fair|Assembly|Show|Seminar|Symposium|Convention|Congress"
)
EVENT_HEADS = f"{FORUM_HEADS}|meetings?|talks|visit|tour|trip|gatherings|events|summits"
#: Words that lead to an event: its edges, or taking part in it.
EDGES = r"\b(?:[Oo]n|[Aa]t|along) the (?:sidelines?|margins?|fringes?|edges?) of (?:the |a |an |this year[’']s )?"
#: Words that lead to the event for which those who meet have come.
COME_FOR = (
    r"\b(?:(?:delegations|delegates|visitors|participants) to|(?:come|came|in \w+|flown in|visiting|here) for|"
    r"gathered (?:at|for)|taking part in|attending) (?:the |this year[’']s |an? )?"
    r"(?:\w+(?:st|nd|rd|th) |first |second |third |annual )?"
)
WITHIN = (
    r"\b(?:[Dd]uring|at|for|guests of|part in|attend|attended|attending|as part of|within|in the framework of|"
    r"opening|opened|chaired|co-chaired) (?:the |his |her |a |an |their )?"
)
ORDINAL = r"(?:\d+(?:st|nd|rd|th) |first |second |third |annual )?"
WORDS = r"(?:[\w.,'’()&+/-]+ ){0,14}?"
CAPITALISED = r"(?:[A-Z][\w.'’&+-]*(?: and| of| on| the| for|,)? ){1,8}"
TAIL = r"(?: \([A-Z][\w-]+\)| [A-Z][\w-]+)?(?: of [A-Z][\w ]+?)?"
#: What follows the edges of an event, with a head noun or as a bare name.
AT_THE_EDGES = (
    re.compile(rf"{EDGES}(?P<event>{WORDS}(?i:{EVENT_HEADS}){TAIL})(?!\w)"),
    re.compile(rf"{EDGES}(?P<event>[A-Z][\w-]+(?: [A-Z0-9][\w-]*)*)"),
)
COMING = re.compile(rf"{COME_FOR}(?P<event>{CAPITALISED}(?:{FORUM_NAMES})(?: \([^)]{{2,12}}\))?)(?!\w)")
INSIDE = (
    re.compile(rf"{WITHIN}(?P<event>{ORDINAL}{CAPITALISED}(?i:{FORUM_HEADS})(?: \([^)]{{2,12}}\))?(?: 20\d\d)?)\b"),
    re.compile(r"\bduring (?:the |his |her |a |an )(?P<event>(?:state|official|working|surprise|\w+-day) visit)\b"),
)


def occasion_of(document: Document, sentence: Span, clause: Span) -> str | None:
    """The occasion told: an event within which it was, in the clause; one at whose edges, in the sentence."""
    for pattern in (*AT_THE_EDGES, *INSIDE):
        region = clause if pattern in INSIDE else sentence
        match = pattern.search(document.text, region.start, region.end)
        if match and not document.in_quote(match.start()):
            return _trimmed(match["event"])
    return None


def article_occasion(document: Document, ahead: Sequence[Span]) -> str | None:
    """The event at whose edges, or for which, the article says that people met, but in sentences of what is `ahead`."""
    found = (m for p in (*AT_THE_EDGES, COMING) for m in p.finditer(document.text) if not document.in_quote(m.start()))
    first = next((m for m in found if not any(s.start <= m.start() < s.end for s in ahead)), None)
    return _trimmed(first["event"]) if first else None


def _trimmed(words: str) -> str:
    return re.sub(r"^(?:the|a|an|this|his|her|annual) ", "", words.strip(" ,"))
