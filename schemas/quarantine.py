"""The table of what could not be published."""

from typing import ClassVar

from schemas import fields
from schemas import vocabulary as v
from schemas.table import Table


class Quarantine(Table):
    """What could not be published and why, so that nothing is lost in silence."""

    source: str = fields.text("File, feed or record it came from; for a row, the article's source.")
    stage: str = fields.code(v.STAGES, "Where on its way it was stopped.")
    table: str = fields.optional_text("Table the row was meant for; null for an article.")
    column: str = fields.optional_text("Column that failed; null where the row or article failed as a whole.")
    check: str = fields.text("Name of the check that failed.")
    value: str = fields.optional_text("The value that failed, as text.")
    reason: str = fields.text("What is wrong, for a person.")
    version: str = fields.version("Release whose run stopped it.")

    class Config(Table.Config):
        """Name, key and rules of the table."""

        name = "quarantine"
        unique: ClassVar = ["source", "stage", "table", "column", "check", "value", "reason"]
