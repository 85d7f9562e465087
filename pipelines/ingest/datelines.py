"""The dateline that opens a story (`SEOUL, May 30 (Yonhap) -- `): where, when, by whom.

Not here: date lines above the story (`heading.py`).
"""

import re
from dataclasses import dataclass

from pipelines.ingest.credits import is_agency, names_outlet
from pipelines.ingest.dates import PrintedDate, dates_in

_UPPER = r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
_CAPITALS = rf"{_UPPER}[{_UPPER[1:-1]}.'’-]*{_UPPER}\.?(?:[ /]{_UPPER}[{_UPPER[1:-1]}.'’-]*)*"
_TITLED = rf"{_UPPER}[\w.'’-]+(?:[ /]{_UPPER}[\w.'’-]+){{0,3}}"
_MONTH_NEXT = r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
_REGION = rf"(?:,\s{_MONTH_NEXT}(?:{_TITLED}|D\.?C\.?|[A-Z]\. Korea))?"
_WHEN = r"(?P<when>,?\s[^()\[\]“”\"]{3,34}?)"
_BY = r"(?:\s?[(/\[](?P<by>[A-Z][^()/\[\]]{1,40})[)/\]])"
_DASH = r"\s?(?:--+|[—–―]|-)\s*"

FORMS = tuple(
    re.compile(pattern + r"(?=[A-Z0-9À-Ž“\"‘'’$€£(])")
    for pattern in (
        rf"(?P<place>(?:{_CAPITALS}|{_TITLED}){_REGION}){_WHEN}{_BY}\.?(?:{_DASH}|:\s|\s)",
        rf"(?P<place>(?:{_CAPITALS}|{_TITLED}){_REGION}){_BY}(?:{_DASH}|:\s)",
        rf"(?P<place>{_CAPITALS}{_REGION}){_WHEN}{_DASH}",
        rf"(?P<place>{_TITLED}{_REGION}){_WHEN}(?:\s?--+|\s[—–―-])\s*",
        rf"(?P<place>{_CAPITALS}{_REGION})(?:\s?--+|\s?[—–―]|\s-)\s*",
        rf"{_BY}{_DASH}",
    )
)
"""How datelines are printed; what follows opens a sentence."""
_ONE_PLACE = re.compile(rf"(?P<place>{_UPPER}[\w’'-]+(?: {_UPPER}[\w’'-]+)?)\. (?=[A-Z“\"])")


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
    for form in FORMS:
        if match := form.match(paragraph):
            parts = match.groupdict()
            dates = dates_in(parts.get("when") or "")
            if parts.get("when") and not dates:
                continue
            place, credit = parts.get("place"), parts.get("by")
            if credit and not dates and not (is_agency(credit) or names_outlet(credit)):
                continue
            if place and (is_agency(place) or names_outlet(place)):
                place, credit = None, place
            return Dateline(paragraph[match.end() :], match.group().strip(), place, dates[0] if dates else None, credit)
    return None


def place_named_first(paragraph: str, elsewhere: str) -> Dateline | None:
    """The place and full stop that open a story (`Jakarta. The government …`), where the page names it `elsewhere` too.

    A one-word sentence looks the same.
    """
    match = _ONE_PLACE.match(paragraph)
    if match and re.search(rf"\b{re.escape(match.group('place'))}\b", elsewhere):
        return Dateline(paragraph[match.end() :], match.group().strip(), match.group("place"), None, None)
    return None
