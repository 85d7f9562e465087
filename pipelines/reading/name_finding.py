"""Where people's names stand in a text: after titles, before appositions, in lists, and where the model sees one.

Not here: the shape and spellings of names (`person_names.py`), whose mention a name is (`people.py`).
"""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from pipelines.reading.offices import OfficePhrase
from pipelines.reading.person_names import NAME
from pipelines.reading.tokens import Tokens
from pipelines.records import Span
from pipelines.reference.beside_names import may_precede
from pipelines.reference.gazetteer import Name
from pipelines.reference.name_words import name_words
from pipelines.reference.nouns import organization_nouns
from pipelines.reference.people import terms_of

BRACKETS = r"(?: \([^)]{1,40}\))?"
#: `Stephen Smith MP, [minister]`; `Yaşar Güler, 68, the [minister]`.
BEFORE_APPOSITION = re.compile(
    rf"(?<![\w-])({NAME.pattern}){BRACKETS}, (?:\d\d, )?(?:(?:the|a|an|then|now|currently|also|all of them|both) )*$"
)
#: `Nebojsa Stefanovic and Charalambos Petrides, the [Ministers]`.
LISTED_BEFORE = re.compile(rf"(?<![\w-])({NAME.pattern})(?:, {NAME.pattern})*,? and ({NAME.pattern}), (?:the )?$")
AFTER_TITLE = re.compile(r"(?:,? \([^)]{1,30}\))?,? (?=\S)")
IN_LIST = re.compile(r"(?: (?:of|from) (?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*)?)?(?:, and |, | and )")
#: The label of a turn in a transcript (`JOE BIDEN: …`); its name is told in the text as well.
LABEL = re.compile(r"(?m)^([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){1,3}):")
#: Titles that are given names as well (`Hassan Sheikh Mohamud`).
GIVEN = frozenset({"sheikh", "sheik", "prince"})
#: A ship's name opens so: `HMS Queen Elizabeth`.
SHIP = re.compile(r"\b(?:HMS|HMAS|HMCS|USS|ROKS|INS|JS|RFS|FS|HNLMS|HDMS|KRI|BRP|TCG)(?: [A-Z][\w’'-]*)* $")
#: A word that may open a sentence, and be no part of the name after it: `Besides Shoigu`.
OPENING = re.compile(r"([^\W\d_]{2,}) (?=\w)")
INITIAL = re.compile(r"[A-Z]\.")
POSSESSIVE_END = re.compile(r"[’']s?$")
#: Characters before a title that an apposition, and a list of names, may take.
APPOSITION_REACH, LIST_REACH = 90, 140

#: Kinds of gazetteer names that no person's name lies in or starts with, and those that none is alone.
OTHER_KINDS = frozenset({"country", "organization", "agency", "forum", "company", "system", "metonym", "demonym"})
PLACE_KINDS = frozenset({"capital", "city"})
#: How the name of somebody who acts hangs on the rest of its clause.
ACTING = frozenset({"nsubj", "nsubjpass", "poss", "agent", "conj", "dobj", "dative", "ROOT"})
#: What the model sees where it sees no person.
#: The rank of titles that are told of nobody in particular as a rule.
UNNAMED = "working"
OTHER_ENTITIES = frozenset({"ORG", "LAW", "FAC", "EVENT", "WORK_OF_ART", "NORP"})


def find_person_names(tokens: Tokens, names: Sequence[Name], phrases: Sequence[OfficePhrase]) -> list[Span]:
    """Spans of people's names, in order, none within another."""
    blocks = _Blocks(names)
    kept: list[Span] = []
    for span in sorted(set(_candidates(tokens, phrases)), key=lambda span: (span.start, -span.end)):
        trimmed = _trim(tokens.text, span, phrases)
        if trimmed is None or (kept and trimmed.start < kept[-1].end):
            continue
        if not blocks.hold(trimmed) and not SHIP.search(tokens.text, max(0, trimmed.start - 30), trimmed.start):
            kept.append(trimmed)
    return kept


def _candidates(tokens: Tokens, phrases: Sequence[OfficePhrase]) -> Iterator[Span]:
    for entity in tokens.doc.ents:
        match = NAME.match(tokens.text, entity.start_char) if entity.label_ == "PERSON" else None
        whole = match is not None and not tokens.text[match.end() : match.end() + 1].isalnum()  # not in `TB2`
        if match and whole and (" " in match.group() or _acts(entity.root)):
            yield Span(*match.span())
    for label in LABEL.finditer(tokens.text):
        if label.group(1).split()[-1].title() in tokens.text:
            yield Span(*label.span(1))
    for phrase in phrases:
        yield from _listed_beside(tokens.text, phrase) if phrase.plural else _told_beside(tokens, phrase)


def _acts(token: Token) -> bool:
    """Whether a single word that the model takes for a name does something or owns something, as people do."""
    return token.dep_ in ACTING or any(child.dep_ in ("appos", "relcl") for child in token.children)


def _told_beside(tokens: Tokens, phrase: OfficePhrase) -> Iterator[Span]:
    """The name before an office in apposition, and the one that the office is the title of."""
    text = tokens.text
    before = BEFORE_APPOSITION.search(text, max(0, phrase.span.start - APPOSITION_REACH), phrase.span.start)
    if before and " " in before.group(1) and phrase.relation is None:
        yield Span(*before.span(1))
    gap = AFTER_TITLE.match(text, phrase.span.end)
    match = NAME.match(text, gap.end()) if gap else None
    if gap and match:
        seen = phrase.role_class != UNNAMED or _is_person(tokens, gap.end())
        titled = seen and gap.group() == " " and not _is_other_name(tokens, gap.end())
        if titled or (seen and " " in match.group()):
            yield Span(*match.span())


def _is_person(tokens: Tokens, at: int) -> bool:
    """Whether the model sees a person there (`Official Development Assistance` is none)."""
    token = tokens.at(at)
    return token is not None and token.ent_type_ == "PERSON"


def _is_other_name(tokens: Tokens, at: int) -> bool:
    """Whether the model sees no person there (`General Security of Military Information Agreement`)."""
    token = tokens.at(at)
    return token is not None and token.ent_type_ in OTHER_ENTITIES


def _listed_beside(text: str, phrase: OfficePhrase) -> Iterator[Span]:
    """Names of several words in the list right before or after an office of several people."""
    before = LISTED_BEFORE.search(text, max(0, phrase.span.start - LIST_REACH), phrase.span.start)
    if before:
        yield from _list_from(text, before.start(), phrase.span.start)
    if gap := AFTER_TITLE.match(text, phrase.span.end):
        yield from _list_from(text, gap.end(), len(text))


def _list_from(text: str, at: int, end: int) -> Iterator[Span]:
    while at < end and (match := NAME.match(text, at)):
        if " " not in match.group():
            return
        yield Span(*match.span())
        joint = IN_LIST.match(text, match.end())
        at = joint.end() if joint else end


def _trim(text: str, span: Span, phrases: Sequence[OfficePhrase]) -> Span | None:
    """The span without a title before the name and without words that are no part of it; null if nothing is left."""
    start, end = _without_titles(text, span, phrases)
    while start < end and not text[start].isalnum():
        start += 1
    opening = OPENING.match(text, start, end)
    # Behind a title, or where somebody is known by it, the first word is part of the name: `President To Lam`.
    whole = opening is not None and _is_whole(text, Span(start, end), phrases)
    if opening and not whole and may_precede(opening.group(1)):
        start = opening.end()
    words = itertools.islice(re.finditer(r"\S+", text[start:end]), 1 if whole else 0, None)
    stop = next((w for w in words if not INITIAL.fullmatch(w.group()) and _opens_more(w.group())), None)
    name = POSSESSIVE_END.sub("", text[start : start + stop.start() if stop else end].rstrip(" ,;:"))
    return Span(start, start + len(name)) if len(name) > 1 and name[0].isalpha() else None


def _opens_more(word: str) -> bool:
    """Whether a word is none of the name, nor is what follows it."""
    return word.strip(".,’'").casefold() in _ends()


def _is_whole(text: str, span: Span, phrases: Sequence[OfficePhrase]) -> bool:
    i = bisect_right(phrases, span.start, key=lambda phrase: phrase.title.start) - 1
    titled = i >= 0 and phrases[i].title.end == span.start - 1 and text[span.start - 1] == " "
    return titled or bool(terms_of(POSSESSIVE_END.sub("", span.of(text))))


def _without_titles(text: str, span: Span, phrases: Sequence[OfficePhrase]) -> tuple[int, int]:
    start, end = span.start, span.end
    first = max(0, bisect_right(phrases, start, key=lambda phrase: phrase.title.start) - 1)
    for phrase in phrases[first:]:
        if phrase.title.start >= end:
            break
        if phrase.title.start <= start < phrase.title.end:
            start = phrase.title.end
        elif start < phrase.title.start < end and phrase.title.of(text).lower() not in GIVEN:
            end = phrase.title.start
    return start, end


@cache
def _ends() -> frozenset[str]:
    """Words that are no part of a name where they stand capitalised behind one."""
    return name_words("ends") | frozenset(organization_nouns())


class _Blocks:
    """Where names of other things than people stand."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = [name for name in names if name.kind in OTHER_KINDS | PLACE_KINDS]
        self._starts = [name.span.start for name in self._names]

    def hold(self, span: Span) -> bool:
        """Whether the span starts within the name of something else, or is that of a place."""
        i = bisect_right(self._starts, span.start) - 1
        if i < 0 or self._names[i].span.end <= span.start:
            return False
        return self._names[i].kind in OTHER_KINDS or self._names[i].span.holds(span)
