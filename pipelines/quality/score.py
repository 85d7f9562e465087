"""Scoring a release against gold: sums over articles, tables and slots. Not here: the printed report (`report.py`).

meetings, deals: every filled value of every row is a slot; a row that pairs with nothing loses, or spuriously adds, all
its slots. statements: one is right when its text and its speaker are. An article is known by its file's name.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import polars as pl

from pipelines.quality.by_article import NOTHING, by_article
from pipelines.quality.gold import Gold, Row, interval, is_optional
from pipelines.quality.matching import pair, same_speaker
from pipelines.quality.scores import Scores
from pipelines.quality.slots import SLOTS, Outcome, deal_outcomes, deal_values, meeting_outcomes, meeting_values
from schemas.mentions import EVIDENCED

#: A day of publication known no better than this many days counts as not known.
WIDEST_PUBLICATION: Final = 366


@dataclass(frozen=True, slots=True)
class TableReport:
    """One table: its slots by name, and whether its rows were found at all."""

    slots: dict[str, Scores]
    rows: Scores

    @property
    def total(self) -> Scores:
        """All slots together."""
        return sum(self.slots.values(), Scores())


@dataclass(frozen=True, slots=True)
class Dates:
    """Days of publication: of how many articles the day is told, and how many intervals hold it, and are that day."""

    articles: int = 0
    inside: int = 0
    exact: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """All figures; and what went wrong, line by line, by file name of the article."""

    articles: int
    tables: dict[str, TableReport]
    dates: Dates
    irrelevant_articles: int
    irrelevant_rows: int
    errors: dict[str, list[str]]

    @property
    def headline(self) -> float:
        """Mean F1 of the tables."""
        return sum(table.total.f1 for table in self.tables.values()) / len(self.tables)


@dataclass(slots=True)
class _Tally:
    """Counts that grow article by article."""

    slots: dict[str, dict[str, Counter[str]]] = field(
        default_factory=lambda: {table: {slot: Counter() for slot in slots} for table, slots in SLOTS.items()}
    )
    rows: dict[str, Counter[str]] = field(default_factory=lambda: {table: Counter() for table in EVIDENCED})
    dates: Counter[str] = field(default_factory=Counter)

    def slot(self, table: str, outcome: Outcome) -> None:
        counts = self.slots[table][outcome.slot]
        counts["right"] += outcome.right
        counts["spurious"] += outcome.spurious
        counts["missing"] += outcome.missing


def score(tables: Mapping[str, pl.DataFrame], gold: Gold) -> Report:
    """Score the tables of a release, or of one in the making, against gold. Articles without gold play no part."""
    found = by_article(tables)
    tally = _Tally()
    errors: dict[str, list[str]] = {}
    irrelevant = [name for name, told in gold.items() if not any(told.get(table) for table in EVIDENCED)]
    for name, told in sorted(gold.items()):
        article = found.get(name, NOTHING)
        lines = [] if name in found else ["not in the release"]
        lines += _score_date(tally, told.get("published") or {}, article["articles"])
        for table in EVIDENCED:
            lines += _SCORERS[table](tally, told[table], article[table])
        if lines:
            errors[name] = lines
    return Report(
        articles=len(gold),
        tables={
            table: TableReport(
                {slot: Scores(**counts) for slot, counts in tally.slots[table].items()}, Scores(**tally.rows[table])
            )
            for table in EVIDENCED
        },
        dates=Dates(**tally.dates),
        irrelevant_articles=len(irrelevant),
        irrelevant_rows=sum(len(found.get(name, NOTHING)[table]) for name in irrelevant for table in EVIDENCED),
        errors=errors,
    )


def _score_date(tally: _Tally, told: Row, article: list[Row]) -> Iterator[str]:
    if not told.get("date"):
        return
    earliest, latest = (article[0]["published_earliest"], article[0]["published_latest"]) if article else (None, None)
    tally.dates["articles"] += 1
    if not earliest or not latest:
        yield f"published: gold={told['date']} found=none"
        return
    day = interval(told["date"])
    if accepted := told.get("accept_range"):
        first, last = interval(accepted[0])[0], interval(accepted[1])[1]
    else:
        first, last = day
    width = (latest - earliest).days
    inside = earliest <= last and latest >= first and width <= WIDEST_PUBLICATION
    exact = inside and first <= earliest and latest <= last and width <= (day[1] - day[0]).days
    tally.dates["inside"] += inside
    tally.dates["exact"] += exact
    if not inside:
        yield f"published: gold={told['date']} found={earliest}..{latest}"


def _score_slots(
    table: str,
    outcomes: Callable[[Row, Row], Iterable[Outcome]],
    values: Callable[[Row, str], Iterable[tuple[str, Any]]],
    day: str,
) -> Callable[[_Tally, list[Row], list[Row]], Iterator[str]]:
    """The scorer of a table that is scored slot by slot; `day` is the name of its date in gold."""

    def scorer(tally: _Tally, gold: list[Row], found: list[Row]) -> Iterator[str]:
        paired = pair(table, gold, found)
        for told, row in paired.pairs:
            if is_optional(told):
                continue
            tally.rows[table]["right"] += 1
            for outcome in outcomes(told, row):
                tally.slot(table, outcome)
                if not outcome.right:
                    yield f"{table} [{_name(told)}] {outcome.slot}: gold={outcome.gold!r} found={outcome.found!r}"
        for told in paired.missed:
            if not is_optional(told):
                tally.rows[table]["missing"] += 1
                for slot, value in values(told, day):
                    tally.slot(table, Outcome(slot, value, None))
                yield f"{table} MISSED: {_told(told)}"
        for row in paired.spurious:
            tally.rows[table]["spurious"] += 1
            for slot, value in values(row, f"{day}_earliest"):
                tally.slot(table, Outcome(slot, None, value))
            yield f"{table} SPURIOUS: {_told(row)}"

    return scorer


def _score_statements(tally: _Tally, gold: list[Row], found: list[Row]) -> Iterator[str]:
    paired = pair("statements", gold, found)
    for told, row in paired.pairs:
        if is_optional(told):
            continue
        tally.rows["statements"]["right"] += 1
        right = same_speaker(told, row)
        tally.slot("statements", Outcome("attributed", "text", "text", right))
        if not right:
            yield f"statements ATTRIBUTED to {row['speaker']!r}, gold {told['speaker']!r}: {row['text'][:100]}"
    for told in paired.missed:
        if not is_optional(told):
            tally.rows["statements"]["missing"] += 1
            tally.slot("statements", Outcome("attributed", "text", None))
            yield f"statements MISSED: {told['speaker']!r} {' '.join(told['parts'])[:140]}"
    for row in paired.spurious:
        tally.rows["statements"]["spurious"] += 1
        tally.slot("statements", Outcome("attributed", None, "text"))
        yield f"statements SPURIOUS: {row['speaker']!r} {row['text'][:140]}"


_SCORERS: Final[dict[str, Callable[[_Tally, list[Row], list[Row]], Iterator[str]]]] = {
    "meetings": _score_slots("meetings", meeting_outcomes, meeting_values, "start"),
    "deals": _score_slots("deals", deal_outcomes, deal_values, "event"),
    "statements": _score_statements,
}


def _name(row: Row) -> str:
    return "-".join(row.get("sides") or [*row["supplier_countries"], "to", *row["recipient_countries"]])


def _told(row: Row) -> str:
    return ", ".join(f"{name}={value!r}" for name, value in row.items() if value)[:260]
