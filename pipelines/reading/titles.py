"""Titles in a text, whole words only: `defence minister`, `Chiefs of Staff`. Not here: held for whom (`offices.py`)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from pipelines.records import Span
from pipelines.reference.titles import Office, offices

#: How the head of a title forms its plural: the first pattern that fits.
PLURALS = ((re.compile(r"man$"), "men"), (re.compile(r"(?<!e)y$"), "ies"), (re.compile(r"$"), "s"))
COMPLEMENT = re.compile(r"(?= of | for | to | at )")


@dataclass(frozen=True, slots=True)
class Title:
    """A title as printed: where, what office it is, and whether of several people."""

    span: Span
    office: Office
    plural: bool


def find_titles(text: str) -> Iterator[Title]:
    """The titles of a text, the first and longest of those that overlap."""
    automaton, by_form = _automaton()
    whole = [
        (start, -end, index)
        for index, start, end in automaton.find_matches_as_indexes(_lower(text), overlapping=True)
        if _opens_word(text, start) and _ends_word(text, end)
    ]
    taken = 0
    for start, minus_end, index in sorted(whole):
        if start >= taken:
            taken = -minus_end
            office, plural = by_form[index]
            yield Title(Span(start, taken), office, plural)


def office_called(words: str) -> Office | None:
    """The office with the longest title that the words open with; null where they open with none."""
    lower = words.lower()
    ends = [match.start() for match in re.finditer(r"(?!\w)", lower)]
    return next((found[0] for end in reversed(ends) if (found := _forms().get(lower[:end]))), None)


@cache
def _forms() -> Mapping[str, tuple[Office, bool]]:
    """Every title in lower case, singular and plural, with its office and whether it is the plural."""
    forms: dict[str, tuple[Office, bool]] = {}
    for office in offices():
        forms.setdefault(office.title.lower(), (office, False))
        forms.setdefault(_plural(office.title.lower()), (office, True))
    return forms


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, Sequence[tuple[Office, bool]]]:
    forms = _forms()
    return ahocorasick_rs.AhoCorasick(list(forms), store_patterns=False), tuple(forms.values())


def _lower(text: str) -> str:
    """The text in lower case, character by character, so that offsets hold (`İ` grows when lowered)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _opens_word(text: str, start: int) -> bool:
    return not (start and (text[start - 1].isalnum() or text[start - 1] == "-"))


def _ends_word(text: str, end: int) -> bool:
    after = text[end : end + 1]
    return not (after.isalnum() or (after == "-" and text[end + 1 : end + 2].isalnum()))


def _plural(title: str) -> str:
    head, *rest = COMPLEMENT.split(title, maxsplit=1)
    form = next(pattern.sub(ending, head, count=1) for pattern, ending in PLURALS if pattern.search(head))
    return "".join([form, *rest])
