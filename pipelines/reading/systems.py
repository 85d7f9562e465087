"""The arms a text speaks of: noun phrases such as `18 FA-50 light combat aircraft` or `a dozen second-hand guns`.

Here: which terms make one phrase together, and what it stands for. Not here: finding the terms (`arms_terms.py`) or
quantities (`quantity.py`), which of these counts which arms (`counted_arms.py`), nor what is done with the arms.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipelines.reading.arms_terms import Term, find_terms, modifiers
from pipelines.reading.counted_arms import quantity_of
from pipelines.reading.money import sums_among
from pipelines.reading.numbers import find_numbers
from pipelines.reading.quantity import Quantity, quantities_among
from pipelines.records import Span


@dataclass(frozen=True, slots=True)
class SystemMention:
    """A noun phrase that names a system, or a kind of equipment (`designation` null).

    `origin` (ISO 3166-1 alpha-3) and `maker` are those of the reference file, none for a kind or a new designation.
    """

    span: Span
    designation: str | None
    category: str
    origin: tuple[str, ...]
    maker: str | None
    plural: bool
    quantity: Quantity | None = None


#: Categories of what stands on its own, and of what is carried by or built into it: `F-16 engines` are engines.
_PLATFORMS = frozenset({"aircraft", "helicopter", "uav", "armoured_vehicle", "ship", "submarine", "artillery"})
_PARTS = frozenset({"engine", "sensor", "munition", "missile", "small_arms"})

_GAP = re.compile(r"[)\"”’]?[\s-]|-?|[)\"”’]?[\s-](?:(?!\n\s*\n).)*[\s-]", re.DOTALL)
_MEASURE = re.compile(r"\d[\d,.]*[\s-]?(?:mm|tons?|tonnes?|(?:milli)?met(?:re|er)s?)(?!\w)|\dx\d")
_CLOSING = ')"”’'
_SAME_AGAIN = re.compile(r"[\s(/\"“”'’,-]{1,3}\Z")
_WORD_BEFORE = re.compile(rf"(?<![\w$€£₩¥-])({_MEASURE.pattern}|[^\W_][\w’'-]*)[\s-]\Z")
_CAPITAL_BEHIND = re.compile(r"\s[A-Z]")
#: Not after a full stop, where any word has a capital.
_CAPITAL_BEFORE = re.compile(r"(?<![.!?:”\"]\s)(?<![\n])\b[A-Z][\w’'&-]*(?:\sof|\sfor)?\s\Z")

_LONGEST_GAP = 60


def find_systems(text: str) -> list[SystemMention]:
    """The arms named in a text, in order, each with the quantity that modifies it."""
    numbers = find_numbers(text)
    sums = sums_among(text, numbers)
    terms = [term for term in find_terms(text) if not any(money.holds(term.span) for money in sums)]
    groups = [group for group in _phrases(text, terms) if not _is_part_of_a_name(text, group)]
    mentions = [_mention(text, group) for group in groups]
    return list(_counted(text, mentions, quantities_among(text, numbers, sums)))


def _phrases(text: str, terms: Sequence[Term]) -> Iterator[list[Term]]:
    """The terms, those that make one noun phrase together in one list."""
    group: list[Term] = []
    for term in terms:
        if group and not _continues(text, group[-1], term):
            yield group
            group = []
        group.append(term)
    if group:
        yield group


def _continues(text: str, left: Term, right: Term) -> bool:
    gap = text[left.span.end : right.span.start]
    if left.system and right.system:
        return left.system == right.system and bool(_SAME_AGAIN.match(gap))
    if right.kind:
        return not _ends_phrase(left) and _is_modified_by(gap)
    return left.kind is not None and not left.plural and gap in (" ", "-") and _agree(left, right)


def _ends_phrase(term: Term) -> bool:
    return term.kind is not None and term.plural


def _agree(kind: Term, name: Term) -> bool:
    return kind.kind is not None and name.system is not None and kind.kind.category == name.system.category


def _is_modified_by(gap: str) -> bool:
    """Whether the gap between a name and a kind holds nothing but adjectives of the kind."""
    if not _GAP.fullmatch(gap):
        return False
    return all(_is_modifier(word) for word in _MEASURE.sub("", gap.lstrip(_CLOSING)).split())


def _is_modifier(word: str) -> bool:
    """Whether a word says of what sort arms are: `used`, `troop-carrying`, `155-mm`."""
    if word[0].isdigit():
        return bool(_MEASURE.fullmatch(word))
    return word in modifiers() or ("-" in word.strip("-") and word == word.lower())


def _is_part_of_a_name(text: str, group: Sequence[Term]) -> bool:
    """Whether a bare kind belongs to the name of something else: `Missile Defense Agency`, `Unmanned Systems`."""
    start, end = group[0].span.start, group[-1].span.end
    if any(term.kind is None for term in group) or not text[start].isupper():
        return False
    return bool(_CAPITAL_BEHIND.match(text, end) or _CAPITAL_BEFORE.search(text, max(0, start - _LONGEST_GAP), start))


def _mention(text: str, group: Sequence[Term]) -> SystemMention:
    named = next((term for term in group if term.system), None)
    kind = next((term.kind for term in reversed(group) if term.kind), None)
    new = next((term for term in group if not term.system and not term.kind), None)
    span = Span(_start(text, group[0].span.start), _close(text, group))
    plural = group[-1].plural
    if named and named.system:
        system = named.system
        if kind and system.category in _PLATFORMS and kind.category in _PARTS:
            return SystemMention(span, None, kind.category, (), None, plural)
        return SystemMention(span, system.designation, system.category, system.origin, system.maker, plural)
    category = kind.category if kind else "other"
    designation = new.span.of(text).removesuffix("s" if new.plural else "") if new else None
    return SystemMention(span, designation, category, (), None, plural)


def _start(text: str, start: int) -> int:
    """Where the noun phrase begins, with the adjectives that stand before the term."""
    while match := _WORD_BEFORE.search(text, max(0, start - _LONGEST_GAP), start):
        if not _is_modifier(match[1]):
            break
        start = match.start()
    return start


def _close(text: str, group: Sequence[Term]) -> int:
    """Where the phrase ends: behind the bracket, where an opening one stands within."""
    start, end = group[0].span.start, group[-1].span.end
    within = text[start:end]
    return end + 1 if within.count("(") > within.count(")") and text[end : end + 1] == ")" else end


def _counted(text: str, mentions: Sequence[SystemMention], quantities: Sequence[Quantity]) -> Iterator[SystemMention]:
    """The mentions, each with the quantity that counts it."""
    for i, mention in enumerate(mentions):
        floor = mentions[i - 1].span.end if i else 0
        ceiling = mentions[i + 1].span.start if i + 1 < len(mentions) else len(text)
        yield replace(mention, quantity=quantity_of(text, mention.span, Span(floor, ceiling), quantities))
