"""Made-up rows of single articles, as many as asked for, to measure how resolution grows. Not here: the measuring.

Each event is told by one to six articles, with what reports differ in: spellings, days, rounded values, statuses; each
person takes part in about ten. The same number gives the same rows.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

import polars as pl

from schemas import TABLES, derive
from schemas.vocabulary import CATEGORIES, UNPUBLISHED

Row = dict[str, Any]

_SIDES: Final = tuple("AUS CAN DEU EGY EST FIN FRA GBR IDN IND JPN KOR MYS NOR PHL POL ROU SAU TUR USA VNM".split())  # noqa: SIM905
_SYSTEMS: Final = tuple((f"System {number}", CATEGORIES[number % len(CATEGORIES)]) for number in range(800))
_SYLLABLES: Final = tuple("ba chi do fen gu hal ik jo kam lu min nor ot pe ri sun tak u vel wi yo zan".split())  # noqa: SIM905
EVENTS_PER_PERSON: Final = 10
_VERSIONS: Final = {"first_version": UNPUBLISHED, "last_changed_version": UNPUBLISHED}


def rows_of_articles(events: int, seed: int = 0) -> dict[str, pl.DataFrame]:
    """Tables of single articles, but `people`: about three rows for each event, half of them statements."""
    chance = random.Random(seed)
    names = [_name(chance) for _ in range(max(2, events // EVENTS_PER_PERSON))]
    made: defaultdict[str, list[Row]] = defaultdict(list)
    serial = 0
    for event in range(events):
        kind = ("meetings", "deals", "statements", "statements")[event % 4]
        for row in _TELLINGS[kind](chance, names):
            serial += 1
            _add(made, kind, row, serial)
    return {name: derive.frame(TABLES[name], made[name]) for name in TABLES if name not in _LATER}


_LATER: Final = ("retractions", "quarantine", "people")


def _add(made: defaultdict[str, list[Row]], table: str, row: Row, serial: int) -> None:
    """A row, its child rows, the article that tells it, and its mention."""
    key, prefix = {"meetings": ("meeting_id", "mt"), "deals": ("deal_id", "dl"), "statements": ("statement_id", "st")}[
        table
    ]
    record_id, article_id = f"{prefix}_{serial:016x}", f"art_{serial:016x}"
    day = row.pop("published")
    for child, rows in (("meeting_participants", row.pop("participants", ())), ("deal_items", row.pop("items", ()))):
        made[child] += [{key: record_id, "position": position, **one} for position, one in enumerate(rows)]
    made[table].append({key: record_id, **row, **_VERSIONS})
    made["articles"].append(
        {
            "article_id": article_id,
            "source": f"{serial}.txt",
            "agencies": [],
            "language": "en",
            "published_earliest": day,
            "published_latest": day,
            "published_precision": "day",
            "published_basis": "header",
            "n_chars": 100,
            "content_sha256": f"{serial:064x}",
        }
    )
    span = {"start": 0, "end": 9, "text": "told here"}
    made["mentions"].append({"record_id": record_id, "record_table": table, "article_id": article_id, **span})


def _meetings(chance: random.Random, names: list[str]) -> Iterator[Row]:
    sides, day = sorted(chance.sample(_SIDES, 2)), _day(chance)
    people = chance.sample(names, 2)
    for planned in _tellings(chance):
        told = day + timedelta(days=chance.choice((0, 0, 0, 1)))
        yield {
            "published": told - timedelta(days=3) if planned else told,
            "kind": "talks",
            "level": "minister",
            "status": "planned" if planned else "held",
            **_interval("start", told),
            "country": sides[0],
            "sides": sides,
            "topics": [],
            "outcomes": [],
            "confidence": 0.8,
            "participants": [
                {"name": chance.choice((name, name.replace(" ", "-", 1))), "role_class": "minister", "side": side}
                for name, side in zip(people, sides, strict=True)
            ],
        }


def _deals(chance: random.Random, _: list[str]) -> Iterator[Row]:
    supplier, recipient = chance.sample(_SIDES, 2)
    (system, category), day, count = chance.choice(_SYSTEMS), _day(chance), chance.randrange(2, 200)
    value = chance.randrange(10, 9000)
    for early in _tellings(chance):
        amount = Decimal(round(value * chance.choice((1, 1, 1.02)))) * 1_000_000
        yield {
            "published": day,
            "kind": "arms_transfer",
            "status": "negotiation" if early else "signed",
            "supplier_countries": [supplier],
            "recipient_countries": [recipient],
            "supplier_organizations": [],
            "recipient_organizations": [],
            "value_min": amount,
            "value_max": amount,
            "value_currency": "USD",
            "value_scope": "total",
            **_interval("event", day),
            "flags": [],
            "confidence": 0.7,
            "items": [
                {
                    "system": system,
                    "system_text": system,
                    "category": category,
                    "quantity_min": count,
                    "quantity_max": count,
                }
            ],
        }


def _statements(chance: random.Random, names: list[str]) -> Iterator[Row]:
    speaker, side, day = chance.choice(names), chance.choice(_SIDES), _day(chance)
    words = ["".join(chance.choices(_SYLLABLES, k=3)) for _ in range(12)]
    for _ in _tellings(chance):
        yield {
            "published": day,
            "speaker": speaker,
            "speaker_side": side,
            "speaker_kind": "person",
            "mode": "direct",
            "text": " ".join(chance.sample(words, len(words) - 2)),
            "cue": "said",
            **_interval("said", day),
            "topics": [],
            "countries": [],
            "confidence": 0.9,
        }


_TELLINGS: Final[dict[str, Callable[[random.Random, list[str]], Iterator[Row]]]] = {
    "meetings": _meetings,
    "deals": _deals,
    "statements": _statements,
}


def _tellings(chance: random.Random) -> Iterator[bool]:
    """One to six articles; whether each tells of the event before it came about."""
    for _ in range(chance.choice((1, 2, 3, 3, 4, 6))):
        yield chance.random() < 0.2


def _day(chance: random.Random) -> date:
    return date(2015, 1, 1) + timedelta(days=chance.randrange(4000))


def _interval(name: str, day: date) -> Row:
    return {f"{name}_earliest": day, f"{name}_latest": day, "date_precision": "day"}


def _name(chance: random.Random) -> str:
    return " ".join("".join(chance.choices(_SYLLABLES, k=2)).capitalize() for _ in range(2))
