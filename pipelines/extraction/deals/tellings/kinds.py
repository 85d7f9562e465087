"""Which kind of deal a clause tells: a transfer, aid, a service, joint work, a pact. Not here: how firm it is."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from pipelines.extraction.deals.goods.item import NO_ARMS, Item
from pipelines.extraction.deals.grammar.arguments import PAPERS, arguments
from pipelines.extraction.deals.grammar.clauses import ACQUIRING, clause
from pipelines.extraction.deals.grammar.triggers import Cluster
from pipelines.extraction.deals.parties.beneficiary import beneficiary
from pipelines.extraction.deals.parties.party import Party
from pipelines.extraction.deals.tellings.works import is_licensed, is_made_abroad
from pipelines.reading.document import Document
from pipelines.records import Span
from pipelines.reference.deal_words import DealWord, deal_sign, deal_words

PACTS = frozenset(
    {"memorandum", "mou", "agreement", "pact", "accord", "letter", "arrangement", "plan", "roadmap", "declaration",
     "convention", "protocol", "map"}
)  # fmt: skip
#: Verbs of handing over that tell aid where the text speaks of aid.
GIVING = frozenset({"ship", "supply", "deliver", "transfer", "send", "provide", "hand", "furnish"})
PROVIDING = frozenset({"provide", "give", "supply", "offer", "get", "receive"})
#: Words that tell aid whoever gives it.
DONATING = frozenset({"donate", "donation", "gift"})
#: Nouns of a bargain that are aid where the text speaks of aid.
PACKAGES = frozenset({"package", "tranche", "drawdown", "deal", "agreement"})
#: Kinds that have two equal sides.
MUTUAL = frozenset({"agreement", "joint_development"})
#: Kinds in which both sides may give, so that a paper which both signed is the deal.
BETWEEN_EQUALS = MUTUAL | {"co_production"}
INDUSTRY_KINDS = frozenset({"co_production", "joint_development", "service", "aid"})

#: What is done to goods, as the bargain on it is called by; and what it is called in general.
SERVICES = frozenset(
    {"support", "sustainment", "maintenance", "servicing", "upkeep", "overhaul", "repair", "refit", "refurbishment",
     "mro", "training", "modernisation", "modernization", "upgrade", "upgrading", "life-extension", "maintain",
     "modernise", "modernize", "service", "sustain", "train"}
)  # fmt: skip
#: What makes of help a service to goods: `technical support for patrol boats`, not `support for Ukraine`.
UPKEEP = frozenset({"logistic", "logistics", "logistical", "technical", "maintenance", "sustainment", "fleet"})
SOLD_BY = frozenset({"sale", "package", "contract"})
WORK = frozenset({"service", "work", "package", "programme", "program"})
#: What leads from a pact to what it is on.
TOPICS = ("on", "for", "about", "of", "over", "in", "to")
#: What forces help each other with.
LOGISTICS = frozenset({"logistics support", "logistic support", "logistical support"})
#: What tells of something not told before.
NEW = frozenset({"a", "an", "another"})
#: Words that take up what was told before.
TAKING_UP = frozenset({"it", "this", "that", "them"})
PARAGRAPH = "\n\n"

Use = tuple[Token, DealWord]


def kind_of(
    document: Document,
    cluster: Cluster,
    uses: Sequence[Use],
    items: tuple[Item, ...],
    suppliers: tuple[Party, ...],
    recipients: tuple[Party, ...],
) -> str | None:
    """The kind of deal that words with these goods tell; null where they tell none."""
    cores = [w for _, w in uses if w.role == "core"]
    if not items:
        pacts = [t for t, _ in uses if t.lemma_.lower() in PACTS]
        if any(_is_about_arms(document, t, cluster) or takes_up_industry(t) for t in pacts):
            return "agreement"
        return "arms_transfer" if any(w.needs_no_goods for w in cores) else None
    if any(t.lemma_.lower() in PACTS for t, _ in uses) and (
        all(_is_only_agreed_on(item) for item in items) or _is_at_large(cluster, uses, items)
    ):
        return "agreement"
    if all(item.is_aid for item in items):
        return "aid"
    kinds = [w.kind for w in cores if w.kind]
    special = next((k for k in kinds if k in INDUSTRY_KINDS), None)
    if any(t.lemma_.lower() in DONATING for t, _ in uses):
        return "aid"
    if any(_is_package_of_aid(document, t, cluster) for t in _bargains(uses)):
        return "aid"
    if special is None and _is_free(document, cluster, uses):
        return "aid"
    bought = any(_is_described_as_bought(item.token) for item in items)
    commercial = bought or any(p.is_company for p in suppliers) or any("deal" in w.requires for w in cores)
    if special == "aid" and commercial:
        return "service" if any(_does_service(t) for t, _ in uses) else "arms_transfer"
    if special is None and (
        is_licensed(uses, items, suppliers) or any(is_made_abroad(document, i, suppliers, recipients) for i in items)
    ):
        return "co_production"
    if special is None and (
        all(_is_served(item.token) for item in items) or any(_is_for_service(t, w) or _does_service(t) for t, w in uses)
    ):
        return "service"
    gives = any(t.lemma_ in GIVING for t, _ in uses) and not commercial
    if special is None and gives and deal_sign("aid").search(_paragraphs_before(document, cluster)):
        return "aid"
    if special is None and gives and not recipients and beneficiary(document):
        return "aid"
    return special or "arms_transfer"


def _is_only_agreed_on(item: Item) -> bool:
    """Whether goods are what a pact is about that forces help each other with: `a memorandum on logistics support`."""
    return item.record.system_text.lower() in LOGISTICS


def _is_at_large(cluster: Cluster, uses: Sequence[Use], items: tuple[Item, ...]) -> bool:
    """Whether a pact is on equipment of any kind: `an agreement on the transfer of defence equipment and technology`.

    Not where a verb tells that somebody supplies it.
    """
    by_nouns = all(w.pos == "noun" and w.kind in (None, "arms_transfer") for _, w in uses if w.role == "core")
    on_industry = bool(deal_sign("arms_industry").search(cluster.sentence.text))
    return by_nouns and on_industry and all(_is_of_any_kind(item) for item in items)


def _is_of_any_kind(item: Item) -> bool:
    """Whether goods are mere equipment, not so much of it."""
    words = item.record.system_text.lower()
    plain = words in NO_ARMS or deal_sign("arms_industry").fullmatch(words)
    return bool(plain) and item.record.system is None and not item.is_counted


def _is_free(document: Document, cluster: Cluster, uses: Sequence[Use]) -> bool:
    """Whether the clause says that the goods cost nothing; not that which only describes who gets others for free."""
    verbs = {clause(token) for token, _ in uses}
    for found in deal_sign("free").finditer(document.text, cluster.sentence.start_char, cluster.sentence.end_char):
        words = document.doc.char_span(*found.span(), alignment_mode="expand")
        if words is not None and not all(verb.dep_ == "relcl" and verb != clause(words.root) for verb in verbs):
            return True
    return False


def _is_for_service(noun: Token, word: DealWord) -> bool:
    """Whether a bargain is on what is done to goods: `a support contract for the C-130`, `an order to repair it`."""
    if "deal" not in word.requires:
        return False
    first = [o for slot in ("for", "on") for o in arguments(noun, slot)][:2]
    work = [o for o in first if o.lemma_.lower() in WORK]
    modifiers = [c for head in (noun, *work) for c in head.lefts if c.dep_ in ("compound", "amod", "nmod")]
    doing = (c for c in noun.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VB")
    return any(t.lemma_.lower() in SERVICES for t in (*first, *modifiers, *doing))


def _does_service(verb: Token) -> bool:
    """Whether what somebody provides is a service: `will provide maintenance for the frigates`."""
    return any(
        thing.lemma_.lower() in SERVICES - {"support"} or any(c.lower_ in UPKEEP for c in thing.lefts)
        for thing in (arguments(verb, "object") if verb.lemma_ in PROVIDING else ())
        if thing.pos_ == "NOUN"
    )


def _is_served(goods: Token) -> bool:
    """Whether goods are told by what is done to them: `the upkeep of the C-130 fleet`, `the sale of support for it`."""
    while goods.dep_ in ("compound", "nmod"):
        goods = goods.head
    over = goods.head.head if goods.dep_ == "pobj" and goods.head.lower_ in ("of", "for") else goods
    sold = over.lemma_ == "support" and over.dep_ == "pobj" and over.head.head.lemma_ in SOLD_BY
    return sold or any(use.kind == "service" for use in deal_words().get((over.lemma_.lower(), "noun"), ()))


def _is_described_as_bought(goods: Token) -> bool:
    """Whether the goods that somebody was handed are told to have been bought: `the radars ordered from Mitsubishi`."""
    return any(c.dep_ in ("acl", "relcl") and c.lemma_ in ACQUIRING for c in goods.children)


def takes_up_industry(pact: Token) -> bool:
    """Whether a pact with no topic of its own is on the arms industry, of which the sentence before it speaks.

    `They spoke of cooperation in armaments. A memorandum on it was signed`.
    """
    new = any(c.lower_ in NEW for c in pact.lefts) and not (pact.dep_ == "pobj" and pact.head.lower_ == "under")
    if pact.lemma_.lower() not in PACTS or not new:
        return False
    topics = [head for slot in TOPICS for head in arguments(pact, slot) if head.lemma_ not in PAPERS]
    before = pact.doc[pact.sent.start - 1].sent.text_with_ws if pact.sent.start else ""
    open_ = all(head.lower_ in TAKING_UP for head in topics) and not before.endswith(PARAGRAPH)
    return open_ and bool(deal_sign("arms_industry").search(before))


def _bargains(uses: Sequence[Use]) -> Iterator[Token]:
    """The words that tell a deal, and those for one whose contents a verb tells: `the package includes`."""
    for token, word in uses:
        yield token
        yield from arguments(token, "subject") if "bargain" in word.requires else ()


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
