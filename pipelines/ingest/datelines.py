"""The dateline that opens a story (`SEOUL, May 30 (Yonhap) -- `): where, when, by whom.

Not here: date lines above the story (`heading.py`).
"""

import re
from dataclasses import dataclass
from functools import cache

from pipelines.ingest.credits import is_agency, names_outlet
from pipelines.ingest.dates import PrintedDate, dates_in
from pipelines.reference import cities, countries

LONGEST_ACRONYM = 5
"""Letters: `NATO`, `ASEAN`. One longer word in capitals before a dash is a place, whether listed or not."""

LONGEST_DATELINE = 120
"""Characters from the start of a paragraph."""

_UPPER = "A-ZÀ-ÖØ-ÞĀ-Ž"
_CAPITALS = rf"[{_UPPER}][{_UPPER}.'’-]*[{_UPPER}]\.?(?:[ /][{_UPPER}][{_UPPER}.'’-]*)*"
_TITLED = rf"[{_UPPER}][\w.'’-]+(?:[ /][{_UPPER}][\w.'’-]+){{0,3}}"
_NO_MONTH = r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
_REGION = rf"(?P<region>,\s{_NO_MONTH}(?:{_TITLED}|D\.?C\.?|[A-Z]\. Korea)|\s?[(\[]{_TITLED}[)\]](?=,))?"
_WHEN = r"(?P<when>,?\s[^()\[\]“”\"]{3,34}?)"
_BY = r"(?:\s?[(/\[](?P<by>[A-Z][^()/\[\]]{1,40}|dpa)[)/\]])"
_DASH = r"\s?(?:--+|[—–―]|-)\s*"
_BYLINE = r"(?:By (?:[A-Z][a-z][\w.’'-]* ){1,3})?"

FORMS = tuple(
    (name, re.compile(_BYLINE + pattern + rf"(?=[{_UPPER}0-9“\"‘'’$€£(])"))
    for name, pattern in (
        ("dated, credited", rf"(?P<place>(?:{_CAPITALS}|{_TITLED})){_REGION}{_WHEN}{_BY}\.?(?:{_DASH}|:\s|\s)"),
        ("credited", rf"(?P<place>(?:{_CAPITALS}|{_TITLED})){_REGION}{_BY}(?:{_DASH}|:\s)"),
        ("dated", rf"(?P<place>{_CAPITALS}){_REGION}{_WHEN}{_DASH}"),
        ("dated, in small letters", rf"(?P<place>{_TITLED}){_REGION}{_WHEN}(?:\s?--+|\s[—–―-])\s*"),
        ("place", rf"(?P<place>{_CAPITALS}){_REGION}(?:\s?--+|\s?[—–―]|\s-)\s*"),
        ("known place", rf"(?P<place>(?:{_CAPITALS}|{_TITLED})){_REGION}(?:\s?--+|\s[—–―-]|:)\s+"),
        ("credit", rf"{_BY}{_DASH}"),
    )
)
"""How datelines are printed; what follows opens a sentence."""
_PLACE_AND_STOP = re.compile(rf"(?P<place>[{_UPPER}][\w’'-]+(?: [{_UPPER}][\w’'-]+)?)\. (?=[A-Z“\"])")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline tells, and the paragraph without it (`rest`).

    `credit` is what stands in its brackets, or an outlet's name that stands where a place should.
    """

    rest: str
    text: str
    place: str | None
    date: PrintedDate | None
    credit: str | None


def dateline_of(paragraph: str) -> Dateline | None:
    """The dateline at the start of a paragraph, where there is one."""
    opening = paragraph[:LONGEST_DATELINE]
    matches = ((name, form.match(opening)) for name, form in FORMS)
    return next((read for name, match in matches if match and (read := _read(name, match, paragraph))), None)


def opening_place_of(paragraph: str) -> Dateline | None:
    """The place and full stop that open a story (`Jakarta. The government …`); one-word sentences look the same."""
    match = _PLACE_AND_STOP.match(paragraph)
    if match is None or not is_known_place(match.group("place")):
        return None
    return Dateline(paragraph[match.end() :], match.group().strip(), match.group("place"), None, None)


def _read(form: str, match: re.Match[str], paragraph: str) -> Dateline | None:
    parts = match.groupdict()
    place, region, when, credit = (parts.get(part) for part in ("place", "region", "when", "by"))
    dates = dates_in(when or "")
    known = place is not None and is_known_place(place)
    if when and not dates:
        return None
    set_off = not match.group().rstrip(". ").endswith((")", "]", "/"))
    if credit and not (dates and set_off) and not (is_agency(credit) or names_outlet(credit)):
        return None
    if place and (is_agency(place) or names_outlet(place)):
        place, region, credit = None, None, place
    elif (form == "known place" and not known) or (
        form == "place" and not (known or region or len(place or "") > LONGEST_ACRONYM)
    ):
        return None
    where = f"{place}{region or ''}" if place else None
    return Dateline(paragraph[match.end() :], match.group().strip(), where, dates[0] if dates else None, credit)


def is_known_place(words: str) -> bool:
    """Whether the words name a listed town, or several parted by strokes."""
    return all(part.strip(" .").casefold() in _places() for part in words.split("/"))


@cache
def _places() -> frozenset[str]:
    towns = (name for row in cities() for name in (row.city, *row.aliases))
    return frozenset(name.casefold() for name in (*towns, *(row.capital for row in countries())))
