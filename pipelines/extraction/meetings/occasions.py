"""The event on whose sidelines or within which a meeting took place, as printed. Not here: whether the event is a row."""

import re

from pipelines.reading.document import Document
from pipelines.records import Span

EVENT_HEADS = (
    r"(?:summit|dialogue|forum|conference|exhibition|expo|fair|meeting|assembly|session|show|seminar|symposium|air show|airshow|"
    r"convention|congress|gathering|consultative meeting|exercise|talks|visit|tour|trip|conclave|ADMM-Plus|IDEX|LIMA|ADEX|MSPO|DSEI|IDEF|SCM)"
)
FORUM_HEADS = EVENT_HEADS.replace("|talks|visit|tour|trip", "").replace("|meeting|", "|")
NAME = r"(?:[\w.,'’()&+/-]+ ){0,14}?"
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:[Oo]n|[Aa]t|along) the (?:sidelines?|margins?|fringes?|edges?) of (?:the |a |an |this year[’']s )?(?P<event>{NAME}{EVENT_HEADS}(?: \(?[A-Z][\w-]+\)?)?(?: of [A-Z][\w ]+?)?)\b",
        r"\b(?:[Oo]n|[Aa]t) the (?:sidelines?|margins?) of (?:the |a |an )?(?P<event>[A-Z][\w-]+(?: [A-Z0-9][\w-]*)*)",
        rf"\b(?:[Dd]uring|at|for|guests of|part in|attending|attended|attend|as part of|within|in the framework of|opening|opened|chaired|co-chaired) (?:the |his |her |a |an |their )?(?P<event>(?:\d+(?:st|nd|rd|th) |first |eighth )?(?:[A-Z][\w.'’&+-]*(?: and| of| on| the| for|,)? ){{1,8}}(?i:{FORUM_HEADS})(?: \([^)]{{2,12}}\))?(?: 20\d\d)?)\b",
        r"\bduring (?:the |his |her |a |an )(?P<event>(?:state|official|working|two-day|three-day|four-day|surprise) visit)\b",
    )
)
GATHERED = re.compile(
    r"\b(?:where|when|as) (?:the )?(?P<event>[^,.;]{0,60}?(?:leaders|ministers|chiefs)[^,.;]{0,40}? (?:gathered|came together|convened|were gathered|met|opened[^,.;]{0,25}meeting))\b"
)


def occasion_of(document: Document, clause: Span) -> str | None:
    """The occasion told in a clause."""
    for pattern in PATTERNS:
        match = pattern.search(document.text, clause.start, clause.end)
        if match and not document.in_quote(match.start()):
            return _trimmed(match["event"])
    return None


def article_occasion(document: Document) -> str | None:
    """The event on whose sidelines the article says that something happened, wherever it says so."""
    found = (m for pattern in PATTERNS[:2] for m in pattern.finditer(document.text) if not document.in_quote(m.start()))
    first = next(found, None)
    return _trimmed(first["event"]) if first else None


def _trimmed(words: str) -> str:
    return re.sub(r"^(?:the|a|an|this|his|her) ", "", words.strip(" ,"))
