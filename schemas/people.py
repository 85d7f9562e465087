"""The table of people."""

from datetime import date
from typing import Annotated, ClassVar

import polars as pl

from schemas import fields
from schemas.table import Table


class People(Table):
    """One person, in whatever articles and spellings: whoever takes part in a meeting or says something by name."""

    person_id: str = fields.key("pe", "Identifier of the person.")
    name: str = fields.text("Fullest form of the name; of several, the commonest.")
    spellings: Annotated[pl.List, pl.String] = fields.texts("Every form in which an article gives the name, sorted.")
    sides: Annotated[pl.List, pl.String] = fields.sides("Countries and organisations represented, sorted.")
    roles: Annotated[pl.List, pl.String] = fields.texts(
        "Every office as printed, sorted; not what somebody is to another (`his counterpart`)."
    )
    first_seen: date = fields.day("Earliest day on which an article that names the person may have been published.")
    last_seen: date = fields.day("Latest day on which such an article may have been published.")

    class Config(Table.Config):
        """Name, key and rules of the table."""

        name = "people"
        unique: ClassVar = ["person_id"]
        metadata: ClassVar = {"intervals": (("first_seen", "last_seen"),)}
