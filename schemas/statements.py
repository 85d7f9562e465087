"""The table of statements."""

from datetime import date
from typing import Annotated, ClassVar

import polars as pl

from schemas import fields
from schemas import vocabulary as v
from schemas.table import Table


class Statements(Table):
    """Something said or written, attributed to somebody. One row a statement."""

    statement_id: str = fields.key("st", "Identifier of the statement.")
    speaker: str = fields.optional_text("Fullest name in the article; null for an unnamed speaker.")
    speaker_role: str = fields.optional_text("Office, as printed (`first deputy director`).")
    speaker_organization: str = fields.optional_text("Organisation, as printed (`National Security Office`).")
    speaker_side: str = fields.side("Country or organisation the speaker speaks for.")
    speaker_kind: str = fields.code(
        v.SPEAKER_KINDS,
        "`a high-ranking official` is anonymous; `the ministry`, `Cheong Wa Dae` are organizations.",
    )
    person_id: str = fields.reference("people", "pe", "The speaker, where a person is named.", nullable=True)
    mode: str = fields.code(
        v.STATEMENT_MODES,
        "How much of it stands in quotation marks. direct: all of it; mixed: a part; indirect: nothing.",
    )
    text: str = fields.text(
        "The content, verbatim, without the attribution; the parts of a quote broken by its attribution are joined by "
        "one space."
    )
    cue: str = fields.text("The reporting verb or phrase, as printed (`said`, `according to`).")
    venue: str = fields.optional_text("Where or how it was said (`told reporters`, `in a statement`).")
    said_earliest: date = fields.day("When it was said, as an interval: its earliest day.")
    said_latest: date = fields.day("When it was said, as an interval: its latest day.")
    date_precision: str = fields.code(v.PRECISIONS, "How exactly that day is known.")
    date_text: str = fields.optional_text("The words the date was read from.")
    topics: Annotated[pl.List, pl.String] = fields.codes(v.TOPICS, "What it is about.")
    countries: Annotated[pl.List, pl.String] = fields.sides("Countries and organisations that the content names.")
    meeting_id: str = fields.reference(
        "meetings", "mt", "The meeting it was said at or reports on, where there is one.", nullable=True
    )
    deal_id: str = fields.reference("deals", "dl", "The deal it is about, where there is one.", nullable=True)
    confidence: float = fields.share("Share of rows with this number that were right on articles read by hand.")
    first_version: str = fields.version("Release in which the row first appeared.")
    last_changed_version: str = fields.version("Release in which the row, its child rows or its evidence last changed.")

    class Config(Table.Config):
        """Name, key and rules of the table."""

        name = "statements"
        unique: ClassVar = ["statement_id"]
        metadata: ClassVar = {"intervals": (("said_earliest", "said_latest"),)}
