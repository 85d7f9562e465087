"""The days on which the people of a story held the offices it names them with.

Not here: the holders (`reference/office_holders.csv`), and who is who in a story (`people.py`).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from pipelines.reading.dating_evidence import YEARS, Evidence
from pipelines.reading.intervals import Days, Interval, together, year_of
from pipelines.reading.named_rows import NamedRows
from pipelines.reading.temporal_words import MONTHS
from pipelines.reference import countries
from pipelines.reference.people import OfficeHolder

# What an office is called beside its holder's name; an office not listed goes by the name alone.
TITLES = {
    "leader": r"president|king|emir|crown prince|sultan|ruler|prime minister|premier|chancellor|leader|head of state",
    "head_of_state": r"president|king|emir|crown prince|sultan|ruler|head of state",
    "deputy_leader": r"vice|deputy",
    "defence_minister": r"defen[cs]e|secretary of war|war secretary|armed forces",
    "defence_director_general": r"defen[cs]e|director[ -]general",
    "deputy_defence_minister": r"defen[cs]e|secretary of war|war secretary|deputy secretary",
    "foreign_minister": r"foreign|secretary of state|external|diplomat",
    "deputy_foreign_minister": r"foreign|secretary of state|deputy secretary|political affairs",
    "commander": r"commander|command|chief|gen|general|adm|admiral",
    "military_chief": r"chief|chiefs|chair|chairman|commander",
    "service_chief": r"chief|chiefs|commander|navy|naval|air|army",
    "military_committee_chair": r"committee|chair|chairman|chairwoman",
    "national_security_adviser": r"security",
    "deputy_national_security_adviser": r"security",
    "assistant_secretary": r"assistant secretary",
    "chief_cabinet_secretary": r"cabinet secretary|government spokes\w+",
    "deputy_secretary_general": r"secretary[ -]general",
    "special_representative": r"special (?:representative|envoy)|nuclear (?:envoy|negotiator)|director[ -]general",
    "secretary_general": r"secretary[ -]general|nato|alliance|chief|chair\w*|head|director",
    "spokesperson": r"spokes(?:person|man|woman)|press secretary|communications adviser",
    "unification_minister": r"unification",
    "arms_agency_head": r"procurement|acquisition|dapa|arms|defen[cs]e",
    "intelligence_chief": r"intelligence|spy|cia",
}
# How far from a name, in characters, its title may stand.
BEFORE, AFTER = 60, 70
FORMER = re.compile(
    r"\b(?:former|then|ex|late|predecessor|previous|elect|successor|under(?![ -]?secretar)|candidate)\b[^.]{0,30}$"
)
FORMER_BEHIND = re.compile(
    r",? (?:then|who (?:then|was|led|headed|served|had)|(?:the|a|its|his|her) (?:former|then)|at the time)\b"
)
# The deputy of an office holder is none, and holds an office that is called so.
DEPUTY = re.compile(
    r"\b(?:(?:deputy|vice)[\s-](?:[\w-]+\s){0,3}|under ?secretary\s(?:[\w-]+\s){0,8})\|"
    r"|\|,? (?:(?:the|an?) )?(?:[\w'’]+ )?(?:deputy|vice|under ?secretary)\b"
)
OFFICE_OF_DEPUTY = "deputy_"
OF_DEPUTY = re.compile(r"\b(?:deputy|vice|under ?secretary)\b")
# An office of several people, told so far ahead of one of them.
GROUP = re.compile(
    r"\b(?:defen[cs]e|foreign) (?:ministers|secretaries|chiefs)\b|\b(?:presidents|prime ministers|premiers)\b"
)
GROUP_REACH = 260
# Somebody who holds the office of another, told so far ahead.
PEER = re.compile(
    r"\b(?:counterpart|colleague|opposite number|host|guest|homologue)(?:,? |s,? (?:(?:[\w'’]+,? ){1,9}?and )?)$"
)
# Somebody new in office, who has held it no longer than `NEW` days.
NEWCOMER = re.compile(r"\bnew(?:ly (?:appointed|named|elected|minted))? [^.,]{0,40},? ?$")
NEW = timedelta(days=180)
# A sentence that tells of earlier times tells only that the holder had come into office.
EARLIER = re.compile(
    r"\b(?:in|since|of|from|until|by|before)\s(?:\w+\.?\s){0,2}(?:19|20)\d\d\b"
    r"|\b(?:last year|years? (?:ago|earlier|before)|decade|of the day|at the time)\b"
    rf"|\b(?:in|last) (?:{'|'.join(MONTHS)})\b"
)
MIDDLE_INITIAL = re.compile(r"(?<=[a-z] )[a-z]\. (?=[a-z])")


def roster(terms: Sequence[OfficeHolder]) -> NamedRows[OfficeHolder]:
    """The terms of office by the folded spellings of their holders."""
    return NamedRows(terms, lambda term: (_fold(spelling) for spelling in (term.person, *term.spellings)))


def office_evidence(text: str, holders: NamedRows[OfficeHolder]) -> Iterator[Evidence]:
    """For each person named with an office, in the order of the text, when he or she held it."""
    folded = _fold(text)
    seen: set[tuple[str, bool]] = set()
    for name, known, span in holders.named_in(folded):
        start, end = span.start, span.end
        first, last = _sentence_around(folded, start, end)
        before, after = folded[max(0, start - BEFORE) : start], folded[end : min(last, end + AFTER)]
        group = _offices_of_others(folded, start, before)
        held = [term for term in known if _named_with(term, before, after, group) or _owned(term, before)]
        if not held:
            continue
        past = FORMER.search(before) or FORMER_BEHIND.match(after) or EARLIER.search(folded[first:last])
        now = past is None
        if (name, now) in seen:
            continue
        seen.add((name, now))
        if days := _days(held, now=now, new=NEWCOMER.search(before) is not None):
            words = "is in office" if now else "has been in office"
            yield Evidence(f"{held[0].person} ({held[0].office}) {words}", days, 3 if now else 2)
    if seen:
        newest = _newest(holders)
        yield Evidence(f"offices are known up to {newest}", (Interval(YEARS.earliest, year_of(newest).latest),), 1)


def _offices_of_others(folded: str, start: int, before: str) -> Sequence[str]:
    """What tells of an office ahead of a name that is one of several holders, or the peer of another."""
    told = max(0, start - GROUP_REACH)
    return [folded[told:start]] if PEER.search(before) else GROUP.findall(folded, told, start)


@cache
def _newest(holders: NamedRows[OfficeHolder]) -> date:
    """The day on which the newest of the terms began."""
    return max(term.earliest for term in holders.rows)


def _days(terms: Sequence[OfficeHolder], *, now: bool, new: bool) -> Days:
    """When the terms ran: all of it, from when `now` is not told on, their first days where somebody is `new`."""
    return together(
        Interval(max(YEARS.earliest, term.earliest), min(YEARS.latest, last))
        for term in terms
        for last in [_last_day(term, now=now, new=new)]
        if term.earliest <= YEARS.latest and last >= YEARS.earliest
    )


def _last_day(term: OfficeHolder, *, now: bool, new: bool) -> date:
    if not now:
        return date.max
    return min(term.latest, term.earliest + NEW) if new and term.since else term.latest


def _named_with(term: OfficeHolder, before: str, after: str, groups: Sequence[str]) -> bool:
    """Whether somebody is named with the office, or close behind those who hold it (`the defence chiefs of …`)."""
    title = TITLES.get(term.office)
    around = f"{before}|{after}|{' | '.join(groups)}"
    if term.office.startswith(OFFICE_OF_DEPUTY):
        fits = OF_DEPUTY.search(around) is not None
    else:
        fits = DEPUTY.search(around) is None
    return fits and (title is None or re.search(rf"\b(?:{title})\b", around) is not None)


def _owned(term: OfficeHolder, before: str) -> bool:
    """Whether the country is told as whose somebody is, without an office: `South Korea's Kim` is in one."""
    return any(before.endswith((f"{name}'s ", f"{name}s ")) for name in _names_of(term.iso3))


@cache
def _names_of(iso3: str) -> tuple[str, ...]:
    return tuple(_fold(name) for row in countries() if row.iso3 == iso3 for name in (row.name, *row.aliases))


def _sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    first = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start)) + 1
    last = min(i if (i := text.find(mark, end)) >= 0 else len(text) for mark in (". ", "\n"))
    return first, last


def _fold(text: str) -> str:
    """Without accents, capitals, hyphens and middle initials."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return MIDDLE_INITIAL.sub("", plain.replace("-", " "))
