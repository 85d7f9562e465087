"""The table of evidence: which words of which article a row rests on."""

from typing import ClassVar

from schemas import fields
from schemas.table import Table

#: Tables whose rows rest on evidence.
EVIDENCED = ("meetings", "deals", "statements")
#: Identifier of a row of one of them.
RECORD_PATTERN = r"^(mt|dl|st)_[0-9a-f]{16}$"


class Mentions(Table):
    """The evidence: a verbatim span of an article that a row of `meetings`, `deals` or `statements` rests on."""

    record_id: str = fields.matching(RECORD_PATTERN, "Identifier of the row the span supports.")
    record_table: str = fields.code(EVIDENCED, "Table of that row.")
    article_id: str = fields.reference("articles", "art", "The article.")
    start: int = fields.count("Offset of the span's first character in the cleaned text, from 0.")
    end: int = fields.count("Offset of the character after its last one.")
    text: str = fields.text("That span, verbatim.")

    class Config(Table.Config):
        """Name, key and rules of the table."""

        name = "mentions"
        unique: ClassVar = ["record_id", "article_id", "start"]
        metadata: ClassVar = {"intervals": (("start", "end"),)}
