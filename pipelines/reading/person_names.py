"""Names of people in a text: where they stand, and which of them are spellings of one name.

Not here: what office somebody holds (`people.py`), or who a pronoun stands for (`coreference.py`).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from spacy.tokens import Doc

from pipelines.reading.offices import OfficePhrase
from pipelines.reading.tokens import Tokens
from pipelines.records import Span
from pipelines.reference.gazetteer import Name

UPPER = "A-ZÀ-ÖØ-ÞĀ-Ž"
WORD = rf"(?:[{UPPER}][’'][{UPPER}])?[{UPPER}][^\W\d_]*(?:-[^\W\d_]+)*"
INITIAL = rf"[{UPPER}]\.|CQ|JD|[{UPPER}][{UPPER}]?(?= [{UPPER}][a-z])"
PARTICLE = r"(?:al|el|bin|bint|ibn|abu|de|del|della|da|dos|du|di|la|van|von|der|den|ter|ten|y|e|zu)"
PART = rf"(?:{INITIAL}|{PARTICLE}[- ]{WORD}|{WORD})"
NAME = re.compile(
    rf"(?:{INITIAL}|(?:al|Al|El|el|bin|de|van|von)[- ]{WORD}|{WORD})(?: (?:{PARTICLE} )*{PART}){{0,6}}(?: (?:Jr\.?|Sr\.?|II|III|3rd|2nd)(?!\w))?"
)

APPOSITION = re.compile(
    rf"({NAME.pattern})(?: \([^)]{{1,40}}\))?, (?:\d\d, )?(?:the |a |an |then |now |currently |also )*$"
)

#: Capitalised words that end a name where they follow it, and never are one.
NOT_NAMES = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "the",
        "a",
        "an",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "in",
        "on",
        "at",
        "by",
        "to",
        "and",
        "but",
        "for",
        "with",
        "from",
        "as",
        "after",
        "before",
        "during",
        "while",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "mr",
        "mrs",
        "ms",
        "minister",
        "ministry",
        "president",
        "defense",
        "defence",
        "foreign",
        "secretary",
        "general",
        "government",
        "national",
        "state",
        "department",
        "office",
        "expo",
        "summit",
        "army",
        "navy",
        "force",
    ]
)
KINSHIP = frozenset({"bin", "bint", "ibn", "ben"})
#: Kinds of gazetteer names that a person's name may not start with.
OTHER_KINDS = frozenset({"country", "organization", "agency", "forum", "company", "system", "metonym", "demonym"})


def find_person_names(doc: Doc, names: Sequence[Name], phrases: Sequence[OfficePhrase]) -> list[Span]:
    """Spans of people's names, in order, none within another: after titles, in apposition, and what the model sees."""
    blocked = [name.span for name in names if name.kind in OTHER_KINDS]
    text = doc.text
    spans = {span for span in _candidates(doc, phrases) if span.end > span.start}
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        trimmed = _trim(text, span, phrases)
        if trimmed is None or (kept and trimmed.start < kept[-1].end):
            continue
        if any(block.holds(trimmed) or (block.start <= trimmed.start < block.end) for block in blocked):
            continue
        kept.append(trimmed)
    return kept


def _candidates(doc: Doc, phrases: Sequence[OfficePhrase]) -> Iterator[Span]:
    text = doc.text
    tokens = Tokens(doc)
    for entity in doc.ents:
        if entity.label_ == "PERSON":
            at = entity.start_char
            match = NAME.match(text, at)
            if match:
                yield Span(at, max(match.end(), at))
    for phrase in phrases:
        before = APPOSITION.search(text, max(0, phrase.span.start - 80), phrase.span.start)
        if before and " " in before.group(1) and not phrase.plural and phrase.relation is None:
            yield Span(*before.span(1))
        gap = re.compile(r"(?:,? \([^)]{1,30}\))?,? (?=\S)").match(text, phrase.span.end)
        if gap and not phrase.plural:
            match = NAME.match(text, gap.end())
            titled = gap.group() == " " and not _is_other_name(tokens, gap.end())
            if match and (titled or " " in match.group()):
                yield Span(*match.span())
        if gap and phrase.plural:
            yield from _listed(text, gap.end())


def _is_other_name(tokens: Tokens, at: int) -> bool:
    """Whether the model sees something else than a person there (`General Security of Military Information Agreement`)."""
    token = tokens.at(at)
    return token is not None and token.ent_type_ in ("ORG", "LAW", "FAC", "EVENT", "WORK_OF_ART", "NORP")


def _listed(text: str, at: int) -> Iterator[Span]:
    """Names in a list from `at` on: `Arvydas Anusauskas, Sebastien Lecornu and Ben Wallace`."""
    while match := NAME.match(text, at):
        if " " not in match.group():
            return
        yield Span(*match.span())
        joint = re.compile(r", and |, | and ").match(text, match.end())
        if not joint:
            return
        at = joint.end()


def _trim(text: str, span: Span, phrases: Sequence[OfficePhrase]) -> Span | None:
    """The span without a title before the name and without words that are no part of it; null if nothing is left."""
    start, end = span.start, span.end
    for phrase in phrases:
        if phrase.title.start <= start < phrase.title.end:
            start = phrase.title.end
        elif start < phrase.title.start < end:
            end = phrase.title.start
    while start < end and not text[start].isalnum():
        start += 1
    words = list(re.finditer(r"\S+", text[start:end]))
    stop = next((w for w in words if w.group().strip(".,’'").casefold() in NOT_NAMES), None)
    if stop:
        end = start + stop.start()
    name = re.sub(r"[’']s?$", "", text[start:end].rstrip(" ,;:"))
    return Span(start, start + len(name)) if len(name) > 1 and name[0].isalpha() else None


def fold(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents, hyphens and dots: what two spellings of it are compared by."""
    plain = unicodedata.normalize(
        "NFKD", name.replace("ł", "l").replace("Ł", "L").replace("ı", "i").replace("ø", "o").replace("đ", "d")
    )
    letters = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return tuple(re.sub(r"[-'’.]", "", letters).split())


def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: equal but for spelling, or one a part of the other."""
    a, b = fold(one), fold(other)
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    if "".join(a) == "".join(b) or (len(short) == 1 and short[0] in long):
        return True
    if set(short) <= set(long):
        kin = frozenset(long[: len(long) - len(short)]) & KINSHIP  # "Khaled bin Mohamed …" is a son of "Mohamed …"
        return short[0] == long[0] or (short[-1] == long[-1] and not kin)
    return min(len(a), len(b)) >= 2 and (
        SequenceMatcher(None, "".join(a), "".join(b)).ratio() >= 0.86 and (a[0] == b[0] or a[-1] == b[-1])
    )
