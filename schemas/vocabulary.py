"""The closed lists of codes that columns may hold. Not here: the columns themselves (one module a table).

Source: the dataset contract (`CONTRACT.md` of the release's data card); country codes are ISO 3166-1 alpha-3
and currencies ISO 4217 as packaged by `pycountry`, and `XKX`, the code in use for Kosovo.
"""

from typing import Final

import pycountry

COUNTRIES: Final = frozenset(country.alpha_3 for country in pycountry.countries) | {"XKX"}
CURRENCIES: Final = frozenset(currency.alpha_3 for currency in pycountry.currencies)

PRECISIONS: Final = ("day", "month", "year", "range", "unknown")
PUBLICATION_BASES: Final = ("metadata", "header", "dateline", "url", "inferred", "unknown")
PUBLICATION_FLAGS: Final = ("evidence_contradicts", "printed_date_doubted", "printed_date_rejected")

MEETING_KINDS: Final = ("talks", "call", "visit", "forum", "ceremony")
MEETING_STATUSES: Final = ("held", "planned", "cancelled")
LEVELS: Final = ("leader", "minister", "deputy_minister", "military", "senior_official", "working", "unknown")
ROLE_CLASSES: Final = (*LEVELS, "company")

DEAL_KINDS: Final = ("arms_transfer", "co_production", "joint_development", "service", "aid", "agreement")
DEAL_STATUSES: Final = (
    "interest",
    "tender",
    "negotiation",
    "approved",
    "signed",
    "delivering",
    "completed",
    "cancelled",
)
VALUE_SCOPES: Final = ("total", "per_unit")
USD_BASES: Final = ("stated", "converted")
DEAL_FLAGS: Final = ("value_mismatch",)

CATEGORIES: Final = (
    "aircraft",
    "helicopter",
    "uav",
    "armoured_vehicle",
    "artillery",
    "air_defence",
    "missile",
    "munition",
    "ship",
    "submarine",
    "sensor",
    "engine",
    "satellite",
    "small_arms",
    "other",
)
QUANTITY_UNITS: Final = ("unit", "battalion", "battery", "squadron", "round")

SPEAKER_KINDS: Final = ("person", "organization", "anonymous")
STATEMENT_MODES: Final = ("direct", "mixed", "indirect")

TOPICS: Final = (
    "arms_industry",
    "arms_transfer",
    "air_missile_defence",
    "north_korea",
    "nuclear",
    "cyber",
    "space",
    "intelligence",
    "training_exercise",
    "exchange",
    "peacekeeping",
    "maritime",
    "counterterrorism",
    "technology_research",
    "regional_security",
    "war_in_ukraine",
    "middle_east",
    "humanitarian",
    "alliance",
    "trilateral",
    "economy",
    "nonproliferation",
    "logistics_mro",
    "personnel",
    "other",
)

#: Stands for the version in rows that are not in a release yet.
UNPUBLISHED: Final = "0000.00.00"
RETRACTION_REASONS: Final = ("merged", "withdrawn")

STAGES: Final = ("ingest", "extract", "validate")
