"""Where in a text a phrase of time can stand at all: near a word that triggers it. Not here: the phrases themselves.

One pass over the text, by an Aho-Corasick automaton, finds the triggers of all kinds. A pattern that needs a trigger
is then tried only in the zones about those of its kind, which are a small part of the text.
"""

from collections.abc import Iterable, Iterator, Mapping

from ahocorasick_rs import AhoCorasick

from pipelines.reading.temporal_words import DAY_PART, MONTHS, SHORT_MONTHS, WEEKDAYS
from pipelines.records import Span

#: How far, in characters, a phrase and the words that its pattern looks at reach on either side of its trigger.
REACH = 80

_DAY_WORDS = ("today", "tonight", "yesterday", "tomorrow", *DAY_PART.split("|"))
_UNITS = tuple(f"{unit}{end}" for unit in ("day", "week", "month", "year", "decade") for end in ("", "s"))
#: Words that trigger, by kind: as they stand here, with a capital, and all in capitals.
_WORDS: Mapping[str, Iterable[str]] = {
    "month": (*MONTHS, *SHORT_MONTHS),
    "weekday": WEEKDAYS,
    "unit": _UNITS,
    "day word": _DAY_WORDS,
    "weekend": ("weekend",),
    "fiscal": ("fiscal", "fy"),
}
#: Digits that trigger: how a year starts, how an ordinal ends.
_YEAR_STARTS = tuple(f"{decade}" for decade in (*range(190, 210),))
_ORDINAL_ENDS = tuple(f"{digit}{end}" for digit in range(10) for end in ("st", "nd", "rd", "th"))


def _triggers() -> Iterator[tuple[str, str]]:
    for kind, words in _WORDS.items():
        yield from ((form, kind) for word in words for form in (word, word.capitalize(), word.upper()))
    yield from ((digits, "year") for digits in _YEAR_STARTS)
    yield from ((form, "ordinal") for end in _ORDINAL_ENDS for form in (end, end.upper()))


_KIND_OF = dict(_triggers())
_KINDS = tuple(_KIND_OF.values())
_AUTOMATON = AhoCorasick(list(_KIND_OF), store_patterns=False)
KINDS = frozenset(_KINDS)


def zones(text: str) -> Mapping[str, list[Span]]:
    """The stretches about the triggers of each kind, in text order, those that meet made one."""
    found: dict[str, list[Span]] = {kind: [] for kind in KINDS}
    for index, start, end in _AUTOMATON.find_matches_as_indexes(text, overlapping=True):
        kind = _KINDS[index]
        if kind in _WORDS and (text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()):
            continue
        of_kind = found[kind]
        zone = Span(max(0, start - REACH), min(len(text), end + REACH))
        if of_kind and zone.start <= of_kind[-1].end:
            of_kind[-1] = Span(of_kind[-1].start, max(zone.end, of_kind[-1].end))
        else:
            of_kind.append(zone)
    return found
