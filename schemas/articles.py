"""The table of source articles."""

from datetime import date
from typing import Annotated, ClassVar

import polars as pl

from schemas import fields
from schemas import vocabulary as v
from schemas.table import Table


class Articles(Table):
    """One row per distinct source article. The text itself is not published; offsets refer to its cleaned text."""

    article_id: str = fields.key("art", "`art_` and the first 16 hex digits of the SHA-256 of the cleaned text.")
    source: str = fields.text("The file name, feed URL or WARC record the article came from.")
    url: str = fields.optional_text("Canonical address, where known.")
    publisher: str = fields.optional_text("Outlet, as it names itself (`The Korea Herald`).")
    agencies: Annotated[pl.List, pl.String] = fields.texts("Wire agencies credited (`Yonhap`, `AFP`).")
    title: str = fields.optional_text("Headline, where the source has one.")
    language: str = fields.matching(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", "Language of the article, BCP 47.")
    published_earliest: date = fields.day("First day on which the article may have been published.")
    published_latest: date = fields.day("Last day on which it may have been; equal where the day is known.")
    published_precision: str = fields.code(v.PRECISIONS, "How exactly the day of publication is known.")
    published_basis: str = fields.code(
        v.PUBLICATION_BASES,
        "Where the date comes from; `inferred`: worked out from the text (weekday, office holders, named events) or "
        "from another article that tells the same meeting.",
    )
    published_flags: Annotated[pl.List, pl.String] = fields.codes(
        v.PUBLICATION_FLAGS,
        "What to doubt in the date. `evidence_contradicts`: signs in the text contradict each other, and the interval "
        "holds both readings, where they are trusted alike; `printed_date_doubted`: a sign contradicts the printed "
        "date, which stands; `printed_date_rejected`: the printed date was given up.",
    )
    n_chars: int = fields.count("Length of the cleaned text that offsets refer to, in characters.")
    content_sha256: str = fields.matching(r"^[0-9a-f]{64}$", "SHA-256 of the raw input bytes, hexadecimal.")

    class Config(Table.Config):
        """Name, key and rules of the table."""

        name = "articles"
        unique: ClassVar = ["article_id"]
        metadata: ClassVar = {"intervals": (("published_earliest", "published_latest"),)}
