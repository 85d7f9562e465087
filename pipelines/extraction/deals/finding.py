"""The deals of one article: read every telling, say who is on which side, join the tellings of one deal.

Not here: any of these steps (see the package).
"""

from pipelines.extraction.deals.joining.counts import counted
from pipelines.extraction.deals.joining.deal import Deal
from pipelines.extraction.deals.joining.inventory import inventoried
from pipelines.extraction.deals.joining.merging import merge
from pipelines.extraction.deals.joining.packages import accompanied, packaged
from pipelines.extraction.deals.joining.papers import without_papers
from pipelines.extraction.deals.joining.prices import priced
from pipelines.extraction.deals.joining.projects import as_joint_work, project_deals
from pipelines.extraction.deals.joining.rivals import each_rival, offers
from pipelines.extraction.deals.joining.standing import as_of_article, since
from pipelines.extraction.deals.likely.making import likely_deals
from pipelines.extraction.deals.parting.of_story import find_tellings
from pipelines.extraction.deals.sides.context import completed_sides
from pipelines.extraction.deals.sides.each_buyer import each_buyer
from pipelines.extraction.deals.sides.of_telling import sides_of
from pipelines.extraction.deals.tellings.kinds import BETWEEN_EQUALS
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.reading.document import Document
from pipelines.records import DealRecord

#: How sure rows of each strength are: some way below their share that the sample's gold has, as unseen articles are
#: harder. Constants, until they are calibrated on articles held back.
CONFIDENCE = {"light": 0.85, "verb": 0.8, "noun": 0.75, "agreement": 0.75, "likely": 0.5}
#: What a deal is taken to be whose words do not say how firm it is.
DEFAULT_STATUS = "signed"


def find_deals(document: Document) -> list[DealRecord]:
    """The deals that an article tells of, in the order first told."""
    deals = accompanied(document, counted(document, inventoried(document, told_deals(document))))
    likely = [rival for deal in likely_deals(document, deals) for rival in each_rival(document, deal)]
    found = counted(document, packaged(document, sorted([*deals, *likely], key=_start)))
    return [record_of(document, deal) for deal in priced(document, found)]


def told_deals(document: Document) -> list[Deal]:
    """The deals that words of an article tell by themselves."""
    tellings = (offer for telling in find_tellings(document) for offer in offers(document, telling))
    read = ((telling, sides_of(document, telling)) for telling in tellings)
    told = [part for telling, sides in read for part in each_buyer(document, telling, sides)]
    stand = [deal for deal in merge(completed_sides(document, told)) if _stands(deal)]
    told_once = [rival for deal in without_papers(document, stand) for rival in each_rival(document, deal)]
    joint = as_joint_work(document, told_once)
    return [*joint, *project_deals(document, joint)]


def _start(deal: Deal) -> int:
    return deal.tellings[0].start


def _stands(deal: Deal) -> bool:
    """Whether what was told amounts to a deal: two sides, or a recipient of named goods."""
    sides = deal.sides
    if not any(_counts(telling) for telling in deal.tellings):
        return False
    if deal.items and deal.value is None and all(item.is_aid for item in deal.items):
        return False
    if deal.kind in BETWEEN_EQUALS:
        return len({*sides.recipients, *sides.suppliers}) > 1
    return bool(sides.recipients) and sides.recipients != sides.suppliers


def _counts(telling: Telling) -> bool:
    """Whether a telling makes a deal: of goods, or of who supplies what was told before."""
    return not telling.vague and not (telling.back and not telling.suppliers and not telling.about)


def record_of(document: Document, deal: Deal) -> DealRecord:
    """The deal as a record."""
    value, sides, status = deal.value, deal.sides, deal.status or DEFAULT_STATUS
    event = since(document, deal.tellings, status)
    return DealRecord(
        kind=deal.kind,
        status=as_of_article(document, deal.kind, status, event),
        supplier_countries=tuple(sorted(sides.suppliers)),
        recipient_countries=tuple(sorted(sides.recipients)),
        supplier_organizations=sides.supplier_organizations,
        recipient_organizations=sides.recipient_organizations,
        items=tuple(item.record for item in deal.items if not item.is_aid),
        value_min=value.minimum if value else None,
        value_max=value.maximum if value else None,
        value_currency=value.currency if value else None,
        value_scope=value.scope if value else None,
        value_usd_min=value.usd_minimum if value else None,
        value_usd_max=value.usd_maximum if value else None,
        value_usd_basis="stated" if value and (value.usd_minimum or value.usd_maximum) else None,
        value_text=value.text if value else None,
        event=event,
        delivery=deal.delivery,
        flags=(),
        evidence=deal.evidence,
        confidence=max(CONFIDENCE[t.strength] for t in deal.tellings),
    )
