"""Who is credited: wire agencies and outlets, known by the names, domains and brackets in which pages print them.

The names are in `agencies.csv` and `outlets.csv`. Not here: finding the lines that credit (`noise.py`).
"""

import csv
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

_HERE = Path(__file__).parent
_OFFICIAL_SITE = re.compile(
    r"\ban official website of (?:the )?(?P<owner>[A-Z][\w.&’' -]+?)(?=\s*(?:$|[.|,]|Here))", re.I
)
_DOMAIN = re.compile(r"(?:@|https?://(?:www\.)?|\b)((?:[a-z0-9-]+\.)+[a-z]{2,})\b", re.IGNORECASE)
_NO_STAGE_DIRECTION = r"(?!(?:Laughter|Applause|Inaudible|Crosstalk|Through|Via|In [A-Z]\w+|Off-mike|See|Read|More)\b)"
_NAME = r"(?P<name>[A-Z][A-Za-z]*(?:[ /][A-Z][A-Za-z]*){0,4})"
_PHOTO = r"(?:Photo|PHOTO|Photograph|Image|Picture|Photo credit|Credit|Source)s?"

OUTLET_MARKS = (" - ", " | ", " – ", " — ")
"""What parts a headline from the outlet's name."""

TRAILING_CREDITS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<=[.!?…”\"’')\]])\s*[(\[]{_NO_STAGE_DIRECTION}(?P<name>[A-Zd][^()\[\].]{{1,70}})[)\]]\s*[|/]?$",
        r"(?<=\w)\s*\[(?P<name>[A-Z][A-Z /]{1,40})\]$",
        rf"(?<=[.!?…”\"’')\]])\s*\b{_PHOTO}\s*(?::|/|\bby\b)\s*(?P<name>[^.:]{{2,60}})$",
        rf"(?<=[a-z0-9)”\"’%][.!?”\"’])\s*[|/–—-]{{1,2}}\s*(?:[Ww]ith )?{_NAME}$",
        r"(?<=[.!?”\"])\s+(?P<name>Yonhap|AFP|AP|REUTERS|Reuters|EPA|PTI)(?:[/-][\w ]+)?$",
    )
)
"""How a credit stands at the end of a line, after its last sentence."""


@cache
def _agency_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    return _alternation(_HERE / "agencies.csv")


@cache
def _outlet_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    return _alternation(_HERE / "outlets.csv")


@cache
def _domains() -> dict[str, str]:
    with (_HERE / "outlets.csv").open(encoding="utf-8", newline="") as table:
        return {domain: row["name"] for row in csv.DictReader(table) for domain in row["domains"].split("|") if domain}


def _alternation(table: Path) -> tuple[re.Pattern[str], dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as rows:
        names = {alias: row["name"] for row in csv.DictReader(rows) for alias in row["aliases"].split("|") if alias}
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"), names


def agencies_in(credited: Iterable[str]) -> tuple[str, ...]:
    """The wire agencies that lines of credit name, each once, in order of mention."""
    pattern, names = _agency_pattern()
    found = (names[match.group()] for line in credited for match in pattern.finditer(line))
    return tuple(dict.fromkeys(found))


def is_agency(name: str) -> bool:
    """Whether the words are the name of a wire agency and nothing else."""
    pattern, _ = _agency_pattern()
    return bool(pattern.fullmatch(name.strip()))


def names_outlet(name: str) -> bool:
    """Whether the words are the name of an outlet and nothing else."""
    pattern, _ = _outlet_pattern()
    return bool(pattern.fullmatch(name.strip()))


def publisher_in(credited: Iterable[str]) -> str | None:
    """The outlet that lines of credit name first, by name, domain or as an official website."""
    pattern, names = _outlet_pattern()
    officials = []
    for line in credited:
        if named := pattern.search(line):
            return names[named.group()]
        if owned := publisher_at(line):
            return owned
        if official := _OFFICIAL_SITE.search(line):
            officials.append(official.group("owner").strip())
    return officials[0] if officials else None


def publisher_at(text: str) -> str | None:
    """The outlet to which a web or mail address in the text belongs."""
    for match in _DOMAIN.finditer(text):
        labels = match.group(1).lower().split(".")
        for start in range(len(labels) - 1):
            if name := _domains().get(".".join(labels[start:])):
                return name
    return None


def publisher_of_address(url: str) -> str | None:
    """The outlet that a web address belongs to, where it is a known one."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return publisher_at(host) if host else None


def without_outlet(title: str) -> str:
    """A headline without the outlet's name behind it: `… - The Korea Herald`."""
    head, mark, tail = max((title.rpartition(mark) for mark in OUTLET_MARKS), key=lambda parts: len(parts[0]))
    return head.rstrip() if mark and names_outlet(tail) else title


def without_credit(line: str) -> tuple[str, str | None]:
    """The line without the credit at its end, and that credit: `(Yonhap)`, `[AP]`, `Photo: AFP`."""
    for pattern in TRAILING_CREDITS:
        if found := pattern.search(line):
            return line[: found.start()].rstrip(), found.group("name").strip()
    return line, None
