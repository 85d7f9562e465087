"""The tables of deals and of what they are about."""

from datetime import date
from typing import Annotated, ClassVar

import polars as pl

from schemas import fields
from schemas import vocabulary as v
from schemas.table import Table


class Deals(Table):
    """An arms transfer, or an agreement about one, between a supplier and a recipient."""

    deal_id: str = fields.key("dl", "Identifier of the deal.")
    kind: str = fields.code(
        v.DEAL_KINDS,
        "service: maintenance, upgrade, training; aid: donation or grant; agreement: memorandum or framework on arms "
        "cooperation with no system named.",
    )
    status: str = fields.code(
        v.DEAL_STATUSES,
        "How firm it is as of the article. interest: a wish, offer, pitch or request; tender: in a competition; "
        "negotiation: talks under way, the final stage included; approved: cleared by a government or parliament but "
        "unsigned; delivering: deliveries have begun; completed: delivered or in service.",
    )
    supplier_countries: Annotated[pl.List, pl.String] = fields.sides(
        "Who supplies; for `agreement`, all parties, sorted."
    )
    recipient_countries: Annotated[pl.List, pl.String] = fields.sides(
        "Who receives; for `agreement`, all parties, sorted."
    )
    supplier_organizations: Annotated[pl.List, pl.String] = fields.texts(
        "Companies, ministries, agencies that supply, as printed."
    )
    recipient_organizations: Annotated[pl.List, pl.String] = fields.texts(
        "Companies, ministries, agencies that receive, as printed."
    )
    value_min: Annotated[pl.Decimal, 20, 2] = fields.amount(
        "Least value in units of the currency, not millions; null where only an upper bound is told."
    )
    value_max: Annotated[pl.Decimal, 20, 2] = fields.amount(
        "Greatest value; equal to `value_min` where one figure is told, null where only a lower bound is."
    )
    value_currency: str = fields.code(v.CURRENCIES, "Currency of the value, ISO 4217.", nullable=True)
    value_scope: str = fields.code(v.VALUE_SCOPES, "Whether the value is that of the deal or of a unit.", nullable=True)
    value_usd_min: Annotated[pl.Decimal, 20, 2] = fields.amount("Least value in US dollars.")
    value_usd_max: Annotated[pl.Decimal, 20, 2] = fields.amount("Greatest value in US dollars.")
    value_usd_basis: str = fields.code(
        v.USD_BASES, "stated: the article gives dollars; converted: reference rate of the date.", nullable=True
    )
    value_text: str = fields.optional_text("The value, as printed.")
    event_earliest: date = fields.day("When that status was reached, as an interval: its earliest day.")
    event_latest: date = fields.day("When that status was reached, as an interval: its latest day.")
    date_precision: str = fields.code(v.PRECISIONS, "How exactly that day is known.")
    date_text: str = fields.optional_text("The words the date was read from.")
    delivery_earliest: date = fields.day("When deliveries are due or took place: earliest day.")
    delivery_latest: date = fields.day("When deliveries are due or took place: latest day.")
    flags: Annotated[pl.List, pl.String] = fields.codes(
        v.DEAL_FLAGS,
        "Sanity findings. value_mismatch: the printed conversions contradict each other by more than 3×.",
    )
    confidence: float = fields.share("Share of rows with this number that were right on articles read by hand.")
    first_version: str = fields.version("Release in which the row first appeared.")
    last_changed_version: str = fields.version("Release in which the row, its child rows or its evidence last changed.")

    class Config(Table.Config):
        """Name, key and rules of the table."""

        name = "deals"
        unique: ClassVar = ["deal_id"]
        metadata: ClassVar = {
            "intervals": (
                ("value_min", "value_max"),
                ("value_usd_min", "value_usd_max"),
                ("event_earliest", "event_latest"),
                ("delivery_earliest", "delivery_latest"),
            )
        }


class DealItems(Table):
    """What a deal is about: one row per system or kind of equipment, in order of mention."""

    deal_id: str = fields.reference("deals", "dl", "The deal.")
    position: int = fields.count("Order of mention, from 0.")
    system: str = fields.optional_text(
        "Canonical designation (`K9 Thunder`, `KM-SAM`); null where only a kind is told (`submarines`)."
    )
    system_text: str = fields.text("The system, as printed (`K-9 self-propelled howitzers`).")
    category: str = fields.code(v.CATEGORIES, "Kind of equipment.")
    quantity_min: int = fields.optional_count("Least number; null where only an upper bound is told, or none.")
    quantity_max: int = fields.optional_count("Greatest number; null where only a lower bound is told, or none.")
    quantity_unit: str = fields.code(v.QUANTITY_UNITS, "What is counted.", nullable=True)

    class Config(Table.Config):
        """Name, key and rules of the table."""

        name = "deal_items"
        unique: ClassVar = ["deal_id", "position"]
        metadata: ClassVar = {"intervals": (("quantity_min", "quantity_max"),)}
