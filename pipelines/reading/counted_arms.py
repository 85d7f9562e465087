"""Which of the quantities of a text counts which of its arms.

`48 used K9s`, `two squadrons, or 24 units, of the FA-50`, `31 of the naval version of the NH90`; and behind them,
`T-72s, more than 240 of them`, `doubles its order of F-16s to 16`. Not here: finding quantities (`quantity.py`) or
arms (`systems.py`); numbers told in another sentence (extraction).
"""

import re
from collections.abc import Sequence

from spacy.lang.en.stop_words import STOP_WORDS

from pipelines.reading.quantity import Quantity, unit_words
from pipelines.records import Span

_DETERMINERS = r"(?:(?:the|its|their|these|those|his|our|this|that)\s+)?"
_OF = rf"(?:,?\s+of\s+{_DETERMINERS})"
_UNIT = rf"(?:[\w-]+\s+)?(?:{'|'.join(sorted(map(re.escape, unit_words()), reverse=True))})"
#: From a number to the noun phrase that it counts.
_TO_THE_NOUN = re.compile(rf"(?:\s+or\s+so)?\s*(?:\s(?:more|other))?(?:\s+{_UNIT}{_OF}|{_OF}|\s+)")
#: Goods may be counted as a version of others: `three of the coastal variant of the missile`.
_VERSION = re.compile(
    rf"(?:[\w’'/-]+\s+){{0,4}}?(?:version|variant|model|derivative|edition|type|class)s?\s+of\s+{_DETERMINERS}"
)
_PREMODIFIER = re.compile(r"([^\W_](?:[\w’'./+-]|,(?=\d))*)(?:\s+|-)")
_PARTICIPLES = frozenset({"remaining", "existing", "ageing", "aging", "fighting", "flying", "training", "outstanding"})
_MOST_PREMODIFIERS = 4
_LONGEST_GAP = 60

#: From goods to a number of them behind, and what must follow that number.
_ASIDE = re.compile(r"(?:\s[^\W\d_][\w’'-]*){0,5}\s*[,(:–—-]+\s*(?:(?:with|about|or|namely|including)\s+)?")
_OF_THEM = re.compile(
    r"(?:\s+or\s+so)?\s+(?:of\s+(?:them|which|these)\b|in\s+(?:all|total)\b|all\s+told\b|altogether\b)"
)
_OF_WHICH = re.compile(r"(?:\s[^\W\d_][\w’'-]*){0,5}\s*[,(–—-]\s*of\s+which\s+(?:the\s+)?(?:first\s+|last\s+)?")
_GROWING = re.compile(
    r"\b(?:doubl|tripl|quadrupl|rais|increas|expand|boost|cut|reduc|trim|halv|grow)\w*\s[^.;,]{0,60}\Z", re.IGNORECASE
)
_GROWN_TO = re.compile(r"(?:\s[^\W\d_][\w’'.-]*){0,5}\s+to\s+(?:a\s+total\s+of\s+)?")


def quantity_of(text: str, arms: Span, around: Span, quantities: Sequence[Quantity]) -> Quantity | None:
    """The quantity that counts arms: the nearest before them that leads to them, else one behind that refers back.

    `around` reaches from the arms told before to those told next.
    """
    before = [q for q in quantities if around.start <= q.span.start and q.span.end <= arms.start]
    if before and _leads_to(text, before[-1].span.end, arms.start):
        return before[-1]
    behind = next((q for q in quantities if arms.end <= q.span.start < around.end), None)
    return behind if behind and _refers_back(text, arms, behind.span) else None


def _leads_to(text: str, end: int, start: int) -> bool:
    """Whether only words of the same noun phrase stand between a number and the noun."""
    if start - end > _LONGEST_GAP or "\n" in text[end:start]:
        return False
    if text[end:start] in (" ", "-"):
        return True
    match = _TO_THE_NOUN.match(text, end, start)
    position = match.end() if match else end
    version = _VERSION.match(text, position, start)
    position = version.end() if version else position
    for _ in range(_MOST_PREMODIFIERS):
        if position >= start:
            break
        word = _PREMODIFIER.match(text, position, start)
        if not word or not _may_premodify(word[1]):
            return False
        position = word.end()
    return position == start


def _may_premodify(word: str) -> bool:
    if word.lower() in STOP_WORDS - {"other", "further", "more"}:
        return False
    if word.islower() and word.endswith("ing"):
        return word in _PARTICIPLES
    return not (word.islower() and word.endswith("s") and not word.endswith("ss"))


def _refers_back(text: str, arms: Span, number: Span) -> bool:
    """Whether a number behind arms tells how many they are."""
    if number.start - arms.end > _LONGEST_GAP:
        return False
    if _ASIDE.fullmatch(text, arms.end, number.start):
        return bool(_OF_THEM.match(text, number.end))
    if _OF_WHICH.fullmatch(text, arms.end, number.start):
        return True
    grown = _GROWING.search(text, max(0, arms.start - 2 * _LONGEST_GAP), arms.start)
    return bool(grown and _GROWN_TO.fullmatch(text, arms.end, number.start))
