"""The tables of meetings and of those who took part."""

from datetime import date
from typing import Annotated, ClassVar

import polars as pl

from schemas import fields
from schemas import vocabulary as v
from schemas.table import Table


class Meetings(Table):
    """Representatives of two or more sides meet, call, visit or convene on defence, security or arms matters."""

    meeting_id: str = fields.key("mt", "Identifier of the meeting.")
    kind: str = fields.code(
        v.MEETING_KINDS,
        "talks: sit-down meeting or summit; call: phone or video; visit: a trip where no particular talks are told; "
        "forum: a named multilateral gathering; ceremony: a signing, roll-out or honours event of both sides.",
    )
    level: str = fields.code(
        v.LEVELS,
        "Of the highest-ranking participant that the article names on the junior side. leader: head of state or "
        "government; minister: cabinet minister or head of an international organisation; military: uniformed chief; "
        "senior_official: director-general, agency head, ambassador, national security adviser.",
    )
    status: str = fields.code(v.MEETING_STATUSES, "As of the article.")
    start_earliest: date = fields.day("First day, as an interval: its earliest.")
    start_latest: date = fields.day("First day, as an interval: its latest.")
    end_earliest: date = fields.day("Last day, where it lasts longer than one day: its earliest.")
    end_latest: date = fields.day("Last day, where it lasts longer than one day: its latest.")
    date_precision: str = fields.code(v.PRECISIONS, "How exactly the first day is known.")
    date_text: str = fields.optional_text("The words the date was read from (`late Monday`).")
    country: str = fields.code(v.COUNTRIES, "Where it took place, ISO 3166-1 alpha-3.", nullable=True)
    city: str = fields.optional_text("City (`Riyadh`).")
    venue: str = fields.optional_text("Building or place in it (`Al Yamamah Palace`).")
    occasion: str = fields.optional_text(
        "The event on whose sidelines or within which it took place (`Seoul Defense Dialogue`, `state visit`)."
    )
    sides: Annotated[pl.List, pl.String] = fields.sides("Sorted codes of the sides.")
    topics: Annotated[pl.List, pl.String] = fields.codes(v.TOPICS, "What it was about.")
    outcomes: Annotated[pl.List, pl.String] = fields.texts(
        "What was agreed, decided or discussed, as clauses of the article, verbatim."
    )
    confidence: float = fields.share("Share of rows with this number that were right on articles read by hand.")
    first_version: str = fields.version("Release in which the row first appeared.")
    last_changed_version: str = fields.version("Release in which the row, its child rows or its evidence last changed.")

    class Config(Table.Config):
        """Name, key and rules of the table."""

        name = "meetings"
        unique: ClassVar = ["meeting_id"]
        metadata: ClassVar = {
            "intervals": (
                ("start_earliest", "start_latest"),
                ("end_earliest", "end_latest"),
                ("start_earliest", "end_latest"),
            )
        }


class MeetingParticipants(Table):
    """Who took part in a meeting: one row per person or office, in order of mention."""

    meeting_id: str = fields.reference("meetings", "mt", "The meeting.")
    position: int = fields.count("Order of mention, from 0.")
    name: str = fields.optional_text("Fullest form in the article; null where only the office is told.")
    role: str = fields.optional_text("As printed (`first deputy director of the National Security Office`).")
    role_class: str = fields.code(v.ROLE_CLASSES, "Rank of the office; vocabulary of `meetings.level`, and `company`.")
    organization: str = fields.optional_text("Organisation, as printed.")
    side: str = fields.side("Country or organisation represented.")
    person_id: str = fields.reference("people", "pe", "The person, where one is named.", nullable=True)

    class Config(Table.Config):
        """Name, key and rules of the table."""

        name = "meeting_participants"
        unique: ClassVar = ["meeting_id", "position"]
