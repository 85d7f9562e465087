"""Which kind of deal a clause tells: a transfer, aid, a service, joint work, a pact. Not here: how firm it is."""

from collections.abc import Sequence

from spacy.tokens import Token

from pipelines.extraction.deals.goods import Item
from pipelines.extraction.deals.parties import Party
from pipelines.extraction.deals.triggers import Cluster
from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.deal_words import DealWord, deal_sign

PACTS = frozenset(
    {"memorandum", "mou", "agreement", "pact", "accord", "letter", "arrangement", "plan", "roadmap", "declaration",
     "convention", "protocol", "map"}
)  # fmt: skip
#: Verbs of handing over that tell aid where the text speaks of aid.
GIVING = frozenset({"ship", "supply", "deliver", "transfer", "send", "provide", "hand", "furnish"})
#: Verbs of making goods.
MAKING = frozenset({"build", "make", "produce", "manufacture", "assemble"})
#: Words that tell aid whoever gives it.
DONATING = frozenset({"donate", "donation", "gift"})
#: Nouns of a bargain that are aid where the text speaks of aid.
PACKAGES = frozenset({"package", "tranche", "drawdown", "deal", "agreement"})
INDUSTRY_KINDS = frozenset({"co_production", "joint_development", "service", "aid"})

Use = tuple[Token, DealWord]


def kind_of(
    document: Document, cluster: Cluster, uses: Sequence[Use], items: tuple[Item, ...], suppliers: tuple[Party, ...]
) -> str | None:
    """The kind of deal that words with these goods tell; null where they tell none."""
    cores = [w for _, w in uses if w.role == "core"]
    if not items:
        if any(t.lemma_.lower() in PACTS and _is_about_arms(document, t, cluster) for t, _ in uses):
            return "agreement"
        return "arms_transfer" if any("deal" in w.requires for w in cores) else None
    if all(item.is_aid for item in items):
        return "aid"
    kinds = [w.kind for w in cores if w.kind]
    special = next((k for k in kinds if k in INDUSTRY_KINDS), None)
    if any(t.lemma_.lower() in DONATING for t, _ in uses):
        return "aid"
    if any(_is_package_of_aid(document, t, cluster) for t, _ in uses):
        return "aid"
    if special is None and deal_sign("free").search(cluster.sentence.text):
        return "aid"
    commercial = any(p.is_company for p in suppliers) or any("deal" in w.requires for w in cores)
    if special == "aid" and commercial:
        return "arms_transfer"
    if special is None and _is_licensed(uses, items, suppliers):
        return "co_production"
    gives = any(t.lemma_ in GIVING for t, _ in uses) and not commercial
    if special is None and gives and deal_sign("aid").search(_paragraphs_before(document, cluster)):
        return "aid"
    return special or "arms_transfer"


def _is_licensed(uses: Sequence[Use], items: tuple[Item, ...], suppliers: tuple[Party, ...]) -> bool:
    """Whether a country makes what is another's: `Ukraine will build Sweden's CV90`."""
    makes = any(t.lemma_ in MAKING and w.supplier[:1] == ("subject",) for t, w in uses)
    makers = {p.country for p in suppliers}
    told = [{*i.nations} & {*i.origins} for i in items]
    return makes and None not in makers and bool(makers and told) and all(of and not of & makers for of in told)


def _is_package_of_aid(document: Document, token: Token, cluster: Cluster) -> bool:
    """Whether a word stands for a bargain that is none: `a security assistance package`, `the aid deal`."""
    if token.lemma_.lower() not in PACKAGES:
        return False
    if token.lemma_ == "package":
        return bool(deal_sign("aid").search(_paragraphs_before(document, cluster)))
    return any(deal_sign("aid").search(c.text) for c in token.lefts)


def _paragraphs_before(document: Document, cluster: Cluster) -> str:
    """The text of the paragraph up to the end of the sentence, and of the paragraph before it."""
    start = document.text.rfind("\n\n", 0, cluster.sentence.start_char)
    return document.text[max(0, document.text.rfind("\n\n", 0, max(0, start))) : cluster.sentence.end_char]


def _is_about_arms(document: Document, pact: Token, cluster: Cluster) -> bool:
    """Whether a pact is one about arms: its sentence names their industry, or a pact on defence stands beside arms."""
    sentence = Span(cluster.sentence.start_char, cluster.sentence.end_char)
    if deal_sign("arms_industry").search(cluster.sentence.text):
        return True
    on_defence = any(c.lower_ in ("defence", "defense", "military", "security") for c in pact.lefts)
    return on_defence and any(sentence.holds(m.span) for m in document.systems)
