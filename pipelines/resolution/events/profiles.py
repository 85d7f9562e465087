"""What two rows are compared by, taken from the tables. Not here: the comparing (`comparisons.py`).

A profile is of one row of one article. Days are intervals with both ends; an end that is not told is that of time.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final, TypeVar

import polars as pl

Tables = Mapping[str, pl.DataFrame]
Row = Mapping[str, Any]
K = TypeVar("K")

#: A day known no better than this may be that of many events between the same sides.
CLOSE: Final = timedelta(days=31)
_STOP: Final = frozenset(
    "a an and are as at be by for from has in is it its of on or that the this to was were will with".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Interval:
    """Days, both ends included."""

    first: date = date.min
    last: date = date.max

    @property
    def is_known(self) -> bool:
        """Whether both ends are told."""
        return self.first > date.min and self.last < date.max

    @property
    def is_close(self) -> bool:
        """Whether it is known to within a month."""
        return self.is_known and self.last - self.first <= CLOSE

    def gap(self, other: "Interval") -> timedelta:
        """Days between the two; none where they share a day or touch."""
        return max(self.first - other.last, other.first - self.last, timedelta(0))


@dataclass(frozen=True, slots=True)
class Told:
    """Where a row comes from: its id, its article, and when that was published."""

    record_id: str
    article_id: str
    published: Interval


@dataclass(frozen=True, slots=True)
class MeetingProfile:
    """What a meeting is known by. `by_side`: people in a known office; `principals`: the same by class of office."""

    told: Told
    kind: str
    level: str
    status: str
    when: Interval
    country: str | None
    city: str | None
    occasion: frozenset[str]
    sides: frozenset[str]
    people: frozenset[str]
    by_side: Mapping[str, frozenset[str]]
    principals: Mapping[tuple[str, str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class DealProfile:
    """What a deal is known by. `quantities`: least and greatest number by system, or, where none is named, category."""

    told: Told
    kind: str
    status: str
    when: Interval
    suppliers: frozenset[str]
    recipients: frozenset[str]
    organizations: frozenset[str]
    systems: frozenset[str]
    categories: frozenset[str]
    quantities: Mapping[str, tuple[int | None, int | None]]
    amount: tuple[Decimal, str] | None
    dollars: Decimal | None

    @property
    def is_unmarked(self) -> bool:
        """Whether neither day nor sum nor number tells it from others."""
        return not (self.when.is_known or self.amount or self.quantities)


@dataclass(frozen=True, slots=True)
class StatementProfile:
    """What a statement is known by. `speaker` is a person, or an organisation of a side, or nobody known."""

    told: Told
    speaker: str | None
    words: frozenset[str]
    when: Interval


Profile = MeetingProfile | DealProfile | StatementProfile


def meeting_profiles(tables: Tables) -> Iterator[MeetingProfile]:
    """A profile of each meeting."""
    told, participants = _told(tables), _children(tables["meeting_participants"], "meeting_id")
    for row in tables["meetings"].iter_rows(named=True):
        named = [one for one in participants[row["meeting_id"]] if one["person_id"]]
        sided = [one for one in named if one["side"] and one["role_class"] != "unknown"]
        yield MeetingProfile(
            told=told[row["meeting_id"]],
            kind=row["kind"],
            level=row["level"],
            status=row["status"],
            when=_interval(row["start_earliest"], row["start_latest"]),
            country=row["country"],
            city=" ".join(words(row["city"])) or None,
            occasion=frozenset(words(row["occasion"])),
            sides=frozenset(row["sides"]),
            people=frozenset(one["person_id"] for one in named),
            by_side=_grouped((one["side"], one["person_id"]) for one in sided),
            principals=_grouped(((one["side"], one["role_class"]), one["person_id"]) for one in sided),
        )


def deal_profiles(tables: Tables) -> Iterator[DealProfile]:
    """A profile of each deal."""
    told, items = _told(tables), _children(tables["deal_items"], "deal_id")
    for row in tables["deals"].iter_rows(named=True):
        of_deal = items[row["deal_id"]]
        amount = row["value_max"] if row["value_max"] is not None else row["value_min"]
        usd = row["value_usd_max"] if row["value_usd_max"] is not None else row["value_usd_min"]
        yield DealProfile(
            told=told[row["deal_id"]],
            kind=row["kind"],
            status=row["status"],
            when=_interval(row["event_earliest"], row["event_latest"]),
            suppliers=frozenset(row["supplier_countries"]),
            recipients=frozenset(row["recipient_countries"]),
            organizations=frozenset(
                " ".join(words(name)) for name in row["supplier_organizations"] + row["recipient_organizations"]
            ),
            systems=frozenset(item["system"] for item in of_deal if item["system"]),
            categories=frozenset(item["category"] for item in of_deal),
            quantities={
                item["system"] or item["category"]: (item["quantity_min"], item["quantity_max"])
                for item in of_deal
                if item["quantity_min"] is not None or item["quantity_max"] is not None
            },
            amount=(amount, row["value_currency"]) if amount is not None and row["value_currency"] else None,
            dollars=usd,
        )


def statement_profiles(tables: Tables) -> Iterator[StatementProfile]:
    """A profile of each statement."""
    told = _told(tables)
    for row in tables["statements"].iter_rows(named=True):
        organization = words(row["speaker"] or row["speaker_organization"])
        speaker = f"{row['speaker_side']} {' '.join(organization)}" if organization and row["speaker_side"] else None
        yield StatementProfile(
            told=told[row["statement_id"]],
            speaker=row["person_id"] or (speaker if row["speaker_kind"] == "organization" else None),
            words=frozenset(_stem(word) for word in words(row["text"]) if word not in _STOP),
            when=_interval(row["said_earliest"], row["said_latest"]),
        )


def words(text: str | None) -> list[str]:
    """The words of a text without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().casefold()
    return re.findall(r"[a-z0-9]+", plain.replace("'", "").replace("-", ""))


def _stem(word: str) -> str:
    """A word without the commonest endings, so that retellings of a sentence share it."""
    return re.sub(r"(?:ing|ed|es|s)$", "", word) if len(word) > 4 else word


def _told(tables: Tables) -> dict[str, Told]:
    published = {
        article_id: _interval(earliest, latest)
        for article_id, earliest, latest in tables["articles"]
        .select("article_id", "published_earliest", "published_latest")
        .iter_rows()
    }
    pairs: Iterable[tuple[str, str]] = tables["mentions"].select("record_id", "article_id").unique().iter_rows()
    return {record_id: Told(record_id, article_id, published[article_id]) for record_id, article_id in pairs}


def _children(frame: pl.DataFrame, key: str) -> defaultdict[str, list[dict[str, Any]]]:
    children: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in frame.sort(key, "position").iter_rows(named=True):
        children[row[key]].append(row)
    return children


def _grouped(pairs: Iterable[tuple[K, str]]) -> dict[K, frozenset[str]]:
    grouped: defaultdict[K, set[str]] = defaultdict(set)
    for key, value in pairs:
        grouped[key].add(value)
    return {key: frozenset(values) for key, values in grouped.items()}


def _interval(earliest: date | None, latest: date | None) -> Interval:
    return Interval(earliest or date.min, latest or date.max)
