"""The words of a text that name arms: known systems, kinds of equipment, and new designations of letters and digits.

Here: each word or phrase by itself, with what the reference files know of it. Not here: the noun phrases that such
terms make together, nor how many (`systems.py`); the lists (`reference/systems.csv`, `reference/equipment_kinds.csv`).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import ahocorasick_rs

from pipelines.records import Span
from pipelines.reference.csv_table import read_table

NOT_ARMS = "none"
MODIFIER = "modifier"


@dataclass(frozen=True, slots=True)
class System:
    """A system with a name of its own. `ambiguous` are those of its names that are also ordinary words."""

    designation: str
    aliases: tuple[str, ...]
    category: str
    origin: tuple[str, ...]
    maker: str | None
    ambiguous: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of equipment; the category `none` marks phrases in which its words are none, `modifier` its adjectives."""

    kind: str
    plural: str | None
    category: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that names arms: a known system, a kind, or (with neither) a new designation.

    One that is not `certain` is also an ordinary word, or looks like a road or a flight.
    """

    span: Span
    plural: bool
    certain: bool
    system: System | None = None
    kind: Kind | None = None


SYSTEMS = read_table("systems.csv", System)
KINDS = read_table("equipment_kinds.csv", Kind)

#: What a version adds to a designation: the `PL` of `FA-50PL`, the `C/D` of `F-16C/D`, `Block 70`.
_VERSION = re.compile(r"(?:[A-Z]{1,4}\d{0,2}[A-Z]{0,3}(?:/[A-Z])?\+?)?(?=s?(?![^\W_]))")
_BLOCK = re.compile(r"\s(?:Block|Batch|Mk|Mark)[\s-]?(?:\d+(?:/\d+)?|[IVX]+)\+?(?![\w-])")
_PLURAL = re.compile(r"s(?![^\W_])")
#: Not `the A8 version`, which is one of a system told before.
_NEW_DESIGNATION = re.compile(
    r"(?<![\w$€£.,/-])(?:[A-Z]{1,5}(?:/[A-Z]{1,3})?-?|[A-Z][a-z]{1,4}-)\d{1,4}(?:-\d{1,2})?[A-Z]{0,4}(?P<plural>s)?"
    r"(?![\w%]|[.,:/-]\w|\s(?:version|variant|standard|configuration)s?\b)"
)
#: What the ships of navies are called by before their names: `USNS Yukon`, `HMAS Perth`.
_SHIP = re.compile(
    r"\b(?:USNS|USS|HMS|HMAS|HMNZS|HMCS|HMNLS|HNLMS|HNoMS|INS|ROKS|BRP|KRI|TCG|PNS|BNS|SLNS|RSS|JS|BAP|ARA|ARC|NRP)"
    r"\s[A-Z][\w-]+(?:\s[A-Z]\.)?(?:\s[A-Z][a-z][\w-]*){0,2}"
)
#: Behind letters and digits, the name of a system: the `Globemaster` of `C-17 Globemaster III`.
_SECOND_NAME = re.compile(r"\S*\d\S*\s([A-Z][a-z]{4,}(?:\s[A-Z][a-z]+)*)(?:\sI+)?")
_ONLY_LETTERS = re.compile(r"[^\W\d_]+")
_SHORTEST_CAPITALS = 5
_NEAR = 80
_COUNTED = re.compile(
    r"\b(?:\d[\d,]*(?:-plus)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred)"
    r"(?:\s[a-z-]+){0,2}\s\Z"
)
#: What a name of arms is counted in: `Patriot batteries`.
_UNIT_BEHIND = re.compile(r"\s(?:batter(?:y|ies)|systems?|fire units?)\b")
_MILITARY = re.compile(r"\b(?:weapon|arms|military|armament|lethal|armou?r)")
#: Categories whose words speak for each other.
_FAMILIES = (
    frozenset({"missile", "air_defence", "munition", "sensor"}),
    frozenset({"artillery", "armoured_vehicle", "munition"}),
    frozenset({"aircraft", "helicopter", "uav", "engine"}),
    frozenset({"aircraft", "missile", "munition"}),
    frozenset({"ship", "submarine", "munition"}),
    frozenset({"small_arms", "munition"}),
    frozenset({"satellite", "sensor"}),
    frozenset({"other"}),
)
_DASHES = "-‐‑‒–"
#: Letters that Unicode does not take apart into a base and an accent.
_UNACCENTED = {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d"}


def find_terms(text: str) -> list[Term]:
    """The terms of a text in order, none overlapping: the longest system name first, then kinds, then what is new."""
    folded = fold(text)
    names = _longest(reversed([*_system_names(text, folded)]))  # the listed `F-35A` before an `F-35` in version A
    names += _apart_from(_by_second_name(folded, names), names)
    kinds = _longest(_apart_from(_kind_words(folded.lower()), names))
    named_by_kind = {term.span.end + 1 for term in kinds}  # "the carrier HMS Albion" is a carrier
    names += (ship for ship in _apart_from(_named_ships(text), names) if ship.span.start not in named_by_kind)
    new = _apart_from(_new_designations(text), [*names, *kinds])
    terms = [term for term in (*names, *kinds, *new) if not (term.kind and term.kind.category in (NOT_ARMS, MODIFIER))]
    return sorted(_credible(text, terms), key=lambda term: term.span)


def _credible(text: str, terms: Sequence[Term]) -> Iterator[Term]:
    """The terms but for ordinary words: an uncertain name needs arms beside it, a number, a unit or a surer mention."""
    context = [term for term in terms if term.certain and _tells_arms(term)]
    sure = {term.system.designation for term in context if term.system}
    for term in terms:
        if (
            term.certain
            or (term.system and term.system.designation in sure)
            or _COUNTED.search(text, max(0, term.span.start - _NEAR), term.span.start)
            or (term.system and _UNIT_BEHIND.match(text, term.span.end))
            or _is_among_arms(text, term, context)
            or any(term.span.end + 1 == other.span.start and other.kind for other in terms)
        ):
            yield term


def _is_among_arms(text: str, term: Term, context: Iterable[Term]) -> bool:
    """Whether arms stand near: those of its own family for a word (`Tiger`), any for letters and digits (`K9`)."""
    near = (other for other in context if other is not term and _distance(term.span, other.span) <= _NEAR)
    has_digits = any(char.isdigit() for char in term.span.of(text))
    return any(has_digits or _are_kin(term, other) for other in near)


def _are_kin(one: Term, other: Term) -> bool:
    return any({_category(one), _category(other)} <= family for family in _FAMILIES)


def _category(term: Term) -> str | None:
    if term.system:
        return term.system.category
    return term.kind.category if term.kind else None


def _tells_arms(term: Term) -> bool:
    """Whether the term says by itself that arms are spoken of; `fuel`, `software` and `parts` do not."""
    return term.kind is None or term.kind.category != "other" or bool(_MILITARY.search(term.kind.kind))


def _distance(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end, 0)


def _longest(terms: Iterable[Term]) -> list[Term]:
    """Of terms that overlap, the one that begins first, and of those the longest."""
    kept: list[Term] = []
    for term in sorted(terms, key=lambda term: (term.span.start, -term.span.end)):
        if not kept or kept[-1].span.end <= term.span.start:
            kept.append(term)
    return kept


def _apart_from(terms: Iterable[Term], others: Iterable[Term]) -> Iterator[Term]:
    taken = [other.span for other in others]
    return (term for term in terms if not any(span.overlaps(term.span) for span in taken))


def _system_names(text: str, folded: str) -> Iterator[Term]:
    matcher, listed = _name_index()
    for index, start, end in matcher.find_matches_as_indexes(folded, overlapping=True):
        if start and folded[start - 1].isalnum():
            continue
        if folded[end - 1].isdigit():
            end = _end(_VERSION, text, end)
        end = _end(_BLOCK, text, end)
        spelled_out = _end(_spelled_out(listed[index][0]), text, end)
        stop = _end(_PLURAL, text, spelled_out)
        if stop == len(text) or not (text[stop].isalnum() or text[stop] == "_"):
            system, ambiguous = listed[index]
            plural = stop > spelled_out
            certain = not ambiguous or spelled_out > end or (plural and folded[end - 1].isdigit())
            yield Term(Span(start, stop), plural, certain, system=system)


def _by_second_name(folded: str, names: Sequence[Term]) -> Iterator[Term]:
    """The systems that a text calls by the second name alone: `six C-17s. The Globemaster carries a tank`."""
    told: dict[str, Term] = {}
    for term in names:
        second = _SECOND_NAME.fullmatch(term.system.designation) if term.system and term.certain else None
        if second:
            told.setdefault(fold(second[1]), term)
    for name, first in told.items():
        for match in re.finditer(rf"\b{re.escape(name)}(?P<plural>s)?\b", folded[first.span.end :]):
            span = Span(first.span.end + match.start(), first.span.end + match.end())
            yield replace(first, span=span, plural=bool(match["plural"]))


@cache
def _spelled_out(system: System) -> re.Pattern[str]:
    """The words of its names that may follow one of them: the `Millennium` of `Embraer KC-390 Millennium`."""
    words = {word for name in (system.designation, *system.aliases) for word in name.split() if len(word) > 1}
    forms = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True) if word[0].isupper())
    return re.compile(rf"(?:\s(?:{forms})(?![\w-]))+" if forms else r"(?!)")


def _named_ships(text: str) -> Iterator[Term]:
    for match in _SHIP.finditer(text):
        ship = System(match.group(), (), "ship", (), None, ())
        yield Term(Span(*match.span()), False, True, system=ship)


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match else start


def _kind_words(folded: str) -> Iterator[Term]:
    matcher, listed = _kind_index()
    for index, start, end in matcher.find_matches_as_indexes(folded, overlapping=True):
        is_word = not (start and folded[start - 1].isalnum()) and not (end < len(folded) and folded[end].isalnum())
        if is_word:
            kind, plural = listed[index]
            yield Term(Span(start, end), plural, True, kind=kind)


def _new_designations(text: str) -> Iterator[Term]:
    for match in _NEW_DESIGNATION.finditer(text):
        yield Term(Span(*match.span()), bool(match["plural"]), False)


@cache
def modifiers() -> frozenset[str]:
    """The adjectives, lower case, that belong to the noun phrase of a system (`used`, `self-propelled`)."""
    return frozenset(kind.kind for kind in KINDS if kind.category == MODIFIER)


class _Folding(dict[int, str]):
    """Letter to letter, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _folded(chr(code))
        return self[code]


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text letter by letter without accents, every dash and blank a space: offsets stay the same."""
    return text.translate(_FOLDING)


def _folded(letter: str) -> str:
    if letter in _DASHES or letter.isspace():
        return " "
    if letter in "’‘":
        return "'"
    base = _UNACCENTED.get(letter, unicodedata.normalize("NFD", letter)[0])
    return base if len(base.lower()) == 1 else letter


def _printed_forms(name: str) -> set[str]:
    """A name as news prints it: `K9`, `K-9` and `K 9`; `HIMARS` and `Himars`; `Rafale` and `RAFALE`."""
    forms = {fold(name)}
    if any(char.isdigit() for char in name):
        forms |= {re.sub(r"(?<=[A-Za-z])(?=\d)", " ", form) for form in forms}
        forms |= {re.sub(r"^([A-Za-z]{1,4}) (?=\d)", r"\1", form) for form in forms}
    elif len(name) >= _SHORTEST_CAPITALS:
        forms |= {form.upper() for form in forms if any(char.islower() for char in form)}
    if _ONLY_LETTERS.fullmatch(name) and name.isupper() and len(name) >= _SHORTEST_CAPITALS:
        forms.add(fold(name).capitalize())
    return forms


@cache
def _name_index() -> tuple[ahocorasick_rs.AhoCorasick, list[tuple[System, bool]]]:
    """A matcher of all printed names, and for each its system and whether the name is ambiguous."""
    listed: dict[str, tuple[System, bool]] = {}
    for system in SYSTEMS:
        for name in (system.designation, *system.aliases):
            for form in _printed_forms(name):
                listed.setdefault(form, (system, name in system.ambiguous))
    return ahocorasick_rs.AhoCorasick(list(listed)), list(listed.values())


@cache
def _kind_index() -> tuple[ahocorasick_rs.AhoCorasick, list[tuple[Kind, bool]]]:
    """A matcher of all kinds in both numbers, and for each the kind and whether the form is its plural."""
    listed: dict[str, tuple[Kind, bool]] = {}
    for kind in KINDS:
        listed.setdefault(fold(kind.kind).lower(), (kind, False))
        if kind.plural:
            listed[fold(kind.plural).lower()] = (kind, True)
    return ahocorasick_rs.AhoCorasick(list(listed)), list(listed.values())
