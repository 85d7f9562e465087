"""The tables of doubt: what articles say against a row, and which rows are no more."""

from typing import ClassVar

from schemas import fields
from schemas import vocabulary as v
from schemas.mentions import RECORD_PATTERN
from schemas.table import Table


class Conflicts(Table):
    """What an article says against the value that a row keeps. A row keeps the value that most articles support."""

    record_id: str = fields.matching(RECORD_PATTERN, "Identifier of the row.")
    field: str = fields.text("Column of the row, or `items.<system>.quantity` of a deal.")
    value: str = fields.text("What the article has instead; an interval as `first/last`, a list joined by `|`.")
    article_id: str = fields.reference("articles", "art", "The article.")

    class Config(Table.Config):
        """Name, key and rules of the table."""

        name = "conflicts"
        unique: ClassVar = ["record_id", "field", "value", "article_id"]


class Retractions(Table):
    """Identifiers that an earlier release gave and that stand for no row any more. They are never given again."""

    record_id: str = fields.matching(r"^(mt|dl|st|pe)_[0-9a-f]{16}$", "The identifier.")
    reason: str = fields.code(
        v.RETRACTION_REASONS,
        "merged: the row turned out to be another one's; withdrawn: no article of the release tells it any more.",
    )
    merged_into: str = fields.optional_text(
        "Identifier of the row it was merged into; where that was merged, too, of the last."
    )
    version: str = fields.version("Release from which on the identifier stands for no row.")

    class Config(Table.Config):
        """Name, key and rules of the table."""

        name = "retractions"
        unique: ClassVar = ["record_id"]
