"""Joint projects known by their name: `another undertaking, the FCAS, has a Spanish share`.

Who takes part is known (`reference/joint_projects.csv`). What partners do about the goods of their project is joint
work, whatever verb tells it (`Jakarta will bear a fifth of the cost of the KF-21`), unless one buys a number of them.
Not here: joint work that words of the clause tell (`tellings/frames.py`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipelines.extraction.deals.goods.item import item_of
from pipelines.extraction.deals.grammar.triggers import Cluster, Trigger
from pipelines.extraction.deals.joining.deal import Deal
from pipelines.extraction.deals.joining.sameness import OPEN
from pipelines.extraction.deals.parties.nations import COUNTRY_KINDS
from pipelines.extraction.deals.sides.of_telling import Sides
from pipelines.extraction.deals.tellings.kinds import BETWEEN_EQUALS, MUTUAL
from pipelines.extraction.deals.tellings.manner import Manner
from pipelines.extraction.deals.tellings.telling import Telling
from pipelines.extraction.deals.tellings.timing import Timing, timing_of
from pipelines.extraction.deals.tellings.values import is_of_whole_project
from pipelines.reading.document import Document
from pipelines.reading.systems import SystemMention
from pipelines.reference.joint_projects import JointProject, joint_projects

KIND, STATUS = "joint_development", "signed"


def as_joint_work(document: Document, deals: Sequence[Deal]) -> list[Deal]:
    """The deals, what is told as a transfer of the goods of a joint project among its partners joined with that.

    What a whole project costs is not what a partner pays.
    """
    kept = [deal for deal in deals if not _is_among_partners(deal)]
    for deal in (_joint(deal) for deal in deals if _is_among_partners(deal)):
        told = next((d for d in kept if d.kind == KIND and _systems(d) == _systems(deal)), None)
        if told is None:
            kept.append(deal)
        else:
            told.tellings.extend(deal.tellings)
    return [_without_whole_cost(document, deal) if deal.kind in MUTUAL else deal for deal in kept]


def _without_whole_cost(document: Document, deal: Deal) -> Deal:
    return replace(deal, tellings=[_own_part(document, telling) for telling in deal.tellings])


def _own_part(document: Document, telling: Telling) -> Telling:
    whole = telling.value and is_of_whole_project(document, telling.value.span)
    return replace(telling, value=None) if whole else telling


def _systems(deal: Deal) -> set[str | None]:
    return {item.record.system for item in deal.items}


def _is_among_partners(deal: Deal) -> bool:
    """Whether partners on a project deal with one another on its goods, of which none is to buy a number."""
    sides = {*deal.sides.suppliers, *deal.sides.recipients}
    projects = (p for p in joint_projects() if _systems(deal) == {p.designation} and sides <= {*p.partners})
    open_ = deal.kind in ("arms_transfer", "co_production") and len(sides) > 1
    return open_ and any(projects) and not any(item.is_counted for item in deal.items)


def _joint(deal: Deal) -> Deal:
    """A deal as joint work, which was agreed on whatever the partners still talk about."""
    both = tuple(sorted({*deal.sides.suppliers, *deal.sides.recipients}))
    sides = Sides(both, both, (*deal.sides.supplier_organizations, *deal.sides.recipient_organizations), ())
    return replace(deal, kind=KIND, sides=sides, tellings=[_of_joint_work(t) for t in deal.tellings])


def _of_joint_work(telling: Telling) -> Telling:
    if telling.status not in OPEN:
        return replace(telling, kind=KIND)
    return replace(telling, kind=KIND, status=None, timing=Timing(), manner=Manner.STATE)


def project_deals(document: Document, deals: Sequence[Deal]) -> Iterator[Deal]:
    """A deal for each joint project that the story names together with all who take part, told by no deal so far."""
    named = {n.code for n in document.names if n.code and n.kind in COUNTRY_KINDS}
    for project in joint_projects():
        mentions = [m for m in document.systems if m.designation == project.designation]
        inside = [m for m in mentions if m.span.start < document.article.story_end]
        if inside and named >= {*project.partners} and not any(_tells(deal, project) for deal in deals):
            yield _deal(document, project, max(inside, key=lambda m: _partners_beside(document, project, m)))


def _tells(deal: Deal, project: JointProject) -> bool:
    """Whether a deal is joint work of partners on the project, or on goods that it does not name."""
    partners = {*deal.sides.suppliers, *deal.sides.recipients} & {*project.partners}
    systems = _systems(deal)
    return (
        deal.kind in BETWEEN_EQUALS and len(partners) > 1 and bool(systems & {None, project.designation} or not systems)
    )


def _partners_beside(document: Document, project: JointProject, mention: SystemMention) -> int:
    """How many who take part are named in the sentence of a mention."""
    return len({n.code for n in document.names_in(item_of(document, mention).sentence)} & {*project.partners})


def _deal(document: Document, project: JointProject, mention: SystemMention) -> Deal:
    item = item_of(document, mention)
    telling = Telling(
        kind=KIND,
        status=STATUS,
        items=(item,),
        suppliers=(),
        recipients=(),
        partners=(),
        nation_hints=(),
        value=None,
        timing=timing_of(document, Cluster((Trigger(item.token, ()),), item.token.sent), [item.token], STATUS),
        evidence=(item.sentence,),
        strength="agreement",
        back=False,
    )
    return Deal(KIND, Sides(project.partners, project.partners, (), ()), [item], [telling])
