"""Joint projects that a story tells of by their name alone: `another undertaking, the FCAS, has a Spanish share`.

Who takes part is known (`reference/joint_projects.csv`). Not here: joint work that words of the clause tell
(`frames.py`).
"""

from collections.abc import Iterator, Sequence

from pipelines.extraction.deals.deal import Deal
from pipelines.extraction.deals.goods import item_of
from pipelines.extraction.deals.nations import COUNTRY_KINDS
from pipelines.extraction.deals.sides import BETWEEN_EQUALS, Sides
from pipelines.extraction.deals.telling import Telling
from pipelines.extraction.deals.timing import timing_of
from pipelines.extraction.deals.triggers import Cluster, Trigger
from pipelines.reading.document import Document
from pipelines.reading.systems import SystemMention
from pipelines.reference.joint_projects import JointProject, joint_projects

KIND, STATUS = "joint_development", "signed"


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
    systems = {item.record.system for item in deal.items}
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
