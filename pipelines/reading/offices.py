"""Offices told in a text: `South Korea's Defense Minister`, `the chair of the NATO Military Committee`, `his Polish counterpart`.

Finds the phrase, the side and organisation it is held for, and its rank. Not here: who holds it (`people.py`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs
from spacy.tokens import Doc

from pipelines.reading.tokens import Tokens
from pipelines.records import Span
from pipelines.reference.gazetteer import Name
from pipelines.reference.nouns import relational_titles
from pipelines.reference.titles import Office, offices

#: Names of these kinds tell for which side an office is held.
SIDE_KINDS = frozenset({"country", "demonym", "capital", "metonym", "organization", "agency"})

MODIFIER = re.compile(
    r"\b(the|a|an|his|her|its|their|our|then|former|ex|acting|new|newly appointed|newly elected|visiting|outgoing|"
    r"incoming|current|late|interim|caretaker|top|senior|first|second|previous|de facto|retired|presidential|"
    r"respective|fellow)[ -]$",
    re.IGNORECASE,
)
OWNER = re.compile(r"^(his|her|its|their|our)\b", re.IGNORECASE)
LIST_JOINT = re.compile(r"(?:, | and |, and )$")
ORGANIZATION_WORD = re.compile(
    r"\b(?:ministry|office|agency|bureau|department|command|council|committee|administration|authority|staff|"
    r"commission|institute|centre|center|directorate|division|force|forces|assembly|parliament)\b",
    re.IGNORECASE,
)
#: Prepositions that lead from a title to what it is held over, and those that may follow inside that.
TITLE_LINKS = frozenset({"of", "for", "at"})
INNER_LINKS = frozenset({"of", "for", "and", "under", "&"})
NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM"})


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """An office as printed. `span` is all of it, `title` the bare title; `sides` are codes in the order named.

    `relation` is `counterpart`, `predecessor` … for offices told by their relation to another person's.
    """

    span: Span
    title: Span
    role_class: str | None
    portfolio: str | None
    honorific: bool
    plural: bool
    sides: tuple[str, ...]
    organization: str | None
    owner: str | None
    relation: str | None


@cache
def _titles() -> tuple[ahocorasick_rs.AhoCorasick, Sequence[tuple[Office, bool]]]:
    """An automaton over all titles in lower case, singular and plural; and of each form the office and whether plural."""
    related = (Office(row.title, "relation", row.relation, honorific=False) for row in relational_titles())
    forms: dict[str, tuple[Office, bool]] = {}
    for office in (*offices(), *related):
        forms.setdefault(office.title.lower(), (office, False))
        forms.setdefault(_plural(office.title.lower()), (office, True))
    return ahocorasick_rs.AhoCorasick(list(forms), store_patterns=False), tuple(forms.values())


def _title_matches(text: str) -> Iterator[tuple[Span, Office, bool]]:
    """Titles that stand as whole words, the first and longest of those that overlap."""
    automaton, by_form = _titles()
    lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    whole = [
        (start, -end, index)
        for index, start, end in automaton.find_matches_as_indexes(lower, overlapping=True)
        if not (start and (text[start - 1].isalnum() or text[start - 1] == "-"))
        and not (text[end : end + 1].isalnum() or (text[end : end + 1] == "-" and text[end + 1 : end + 2].isalnum()))
    ]
    taken = 0
    for start, end, index in sorted(whole):
        if start >= taken:
            taken = -end
            yield Span(start, -end), *by_form[index]


def _plural(title: str) -> str:
    head, *rest = re.split(r"(?= of | for | to | at )", title, maxsplit=1)
    ending = (
        head[:-1] + "ies"
        if head.endswith("y") and not head.endswith("ey")
        else head[:-3] + "men"
        if head.endswith("man")
        else head + "s"
    )
    return "".join([ending, *rest])


def find_offices(doc: Doc, names: Sequence[Name]) -> list[OfficePhrase]:
    """The offices told in a text, in order; none lies within another."""
    text = doc.text
    tokens = Tokens(doc)
    ends = {name.span.end: name for name in names if name.kind in SIDE_KINDS}
    found: list[OfficePhrase] = []
    for title, office, plural in _title_matches(text):
        if found and title.start < found[-1].span.end:
            continue
        start = _left_edge(text, title.start, ends, plural)
        end = _right_edge(text, doc, tokens, title.end, names, plural, office)
        inside = [n for n in names if n.kind in SIDE_KINDS and n.code and start <= n.span.start and n.span.end <= end]
        left = [n.code for n in inside if n.span.start < title.start]
        right = [n.code for n in inside if n.span.start >= title.start]
        owner = OWNER.match(text[start:end])
        found.append(
            OfficePhrase(
                span=Span(start, end),
                title=title,
                role_class=office.role_class,
                portfolio=office.portfolio,
                honorific=office.honorific,
                plural=plural,
                sides=tuple(dict.fromkeys(code for code in (*left, *right) if code)),
                organization=_organization(text, title.end, end),
                owner=owner.group(1).lower() if owner else None,
                relation=office.portfolio if office.role_class == "relation" else None,
            )
        )
    return found


def _left_edge(text: str, at: int, ends: Mapping[int, Name], plural: bool) -> int:
    """Start of the phrase whose title starts at `at`: take in modifiers, and names of sides with or without 's."""
    while True:
        gap = len(text[:at]) - len(text[:at].rstrip(" "))
        bare = at - gap
        side = ends.get(bare) or next(
            (ends[bare - n] for n in (2, 1) if bare - n in ends and text[bare - n : bare] in ("'s", "’s", "'", "’")),
            None,
        )
        modifier = MODIFIER.search(text, max(0, at - 20), at)
        joint = LIST_JOINT.search(text, max(0, at - 6), at)
        if gap and side:
            at = side.span.start
        elif modifier:
            at = modifier.start()
        elif plural and joint and joint.start() in ends and text[at : at + 1].isupper():
            at = ends[joint.start()].span.start
        else:
            return at


def _right_edge(
    text: str, doc: Doc, tokens: Tokens, at: int, names: Sequence[Name], plural: bool, office: Office
) -> int:
    """End of the phrase whose title ends at `at`: take in what the office is held over (`of the Joint Chiefs of Staff`)."""
    token = tokens.after(at + 1)
    if token is None or text[at : at + 1] != " " or token.lower_ not in TITLE_LINKS or office.honorific:
        return at
    side_starts = {name.span.start: name for name in names if name.kind in SIDE_KINDS}
    end, pending = at, True  # pending: a link was taken and awaits its noun
    while token is not None:
        following = token.nbor(1) if token.i + 1 < len(doc) else None
        if token.idx in side_starts:
            end, pending = side_starts[token.idx].span.end, False
            token = tokens.after(end)
            while token is not None and token.is_space:
                token = token.nbor(1) if token.i + 1 < len(doc) else None
            continue
        if token.lower_ in TITLE_LINKS | INNER_LINKS and following is not None and (following.pos_ in NOMINAL):
            if (
                token.lower_ == "and"
                and not (plural and following.idx in side_starts)
                and following.ent_type_ == "PERSON"
            ):
                break
            if token.lower_ == "at" and not ORGANIZATION_WORD.search(text, token.idx, token.idx + 60):
                break
            pending = True
        elif token.text == "," and plural and following is not None and following.idx in side_starts:
            pending = True
        elif token.pos_ in NOMINAL and token.ent_type_ not in ("PERSON", "DATE", "TIME"):
            end, pending = token.idx + len(token), False
        else:
            break
        token = following
    return end


def _organization(text: str, start: int, end: int) -> str | None:
    """The organisation an office is held in, as printed, where the phrase names one."""
    words = re.sub(r"^ (?:of|for|at)(?: the)? ", "", text[start:end])
    return (
        words
        if (words and ORGANIZATION_WORD.search(words)) or any(w.isupper() and len(w) > 2 for w in words.split())
        else None
    )
