"""The dataset contract as code: one Pandera model a table. Everything else about a column derives from here."""

from typing import Final

from schemas.articles import Articles
from schemas.deals import DealItems, Deals
from schemas.doubt import Conflicts, Retractions
from schemas.meetings import MeetingParticipants, Meetings
from schemas.mentions import Mentions
from schemas.people import People
from schemas.quarantine import Quarantine
from schemas.statements import Statements
from schemas.table import Table

#: The tables of a release, parents before children.
TABLES: Final[dict[str, type[Table]]] = {
    table.table_name(): table
    for table in (
        Articles,
        People,
        Meetings,
        MeetingParticipants,
        Deals,
        DealItems,
        Statements,
        Mentions,
        Conflicts,
        Retractions,
        Quarantine,
    )
}

__all__ = [
    "TABLES",
    "Articles",
    "Conflicts",
    "DealItems",
    "Deals",
    "MeetingParticipants",
    "Meetings",
    "Mentions",
    "People",
    "Quarantine",
    "Retractions",
    "Statements",
    "Table",
]
