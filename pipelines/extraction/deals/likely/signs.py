"""Signs that goods go to a country: the words that govern them, how they are told, what is known of the deals around.

Each sign is a short name, so that its weight can be fitted and read (`reference/deal_weights.csv`). Not here: how the
country is tied to the goods (`candidates.py`); what the signs amount to (`judging.py`).
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from pipelines.extraction.deals.goods.item import Item
from pipelines.extraction.deals.grammar.arguments import arguments
from pipelines.extraction.deals.grammar.clauses import clause
from pipelines.extraction.deals.grammar.modality import denied, is_possible, looks_ahead
from pipelines.extraction.deals.grammar.predication import is_passed_over
from pipelines.extraction.deals.grammar.triggers import PARTS_OF_SPEECH
from pipelines.extraction.deals.joining.deal import Deal
from pipelines.extraction.deals.joining.sameness import same_goods
from pipelines.extraction.deals.likely.candidates import Candidate
from pipelines.extraction.deals.tellings.bare import IN_USE
from pipelines.reading.document import Document
from pipelines.reading.systems import SystemMention
from pipelines.records import Span
from pipelines.reference.deal_words import DealWord, deal_sign, deal_words

PARAGRAPH = "\n\n"
WISHES = frozenset({"interest", "tender", "negotiation"})
MAKING = frozenset({"service", "co_production", "joint_development"})
#: Ties whose meaning turns with the verb: the subject of `order` gets the goods, that of `sell` does not.
TURNING = frozenset({"subject", "subject_name", "to", "for", "from", "owner", "by", "with"})
TURNED_BY = frozenset({"acquire", "provide", "offer", "want", "bargain", "light", "transfer"})
#: Ties of a country that the sentence of the goods names or speaks of.
INSIDE = frozenset({"tie:sentence", "tie:subject"})
#: Ties that say by themselves that the country gets the goods.
PLAIN = frozenset({"tie:subject&acquire", "tie:subject_name&acquire", "tie:to&provide", "tie:for"})
CARRIED = frozenset({"munition", "missile", "small_arms", "engine", "sensor"})
#: Phrases about goods that are no news of a deal; see `reference/deal_signs.csv`.
OTHER_NEWS = ("replaced", "beaten", "had", "shown")
#: How far before and behind goods, in characters, such a phrase is near.
BEFORE, BEHIND = 45, 40
MONEY_BEHIND = 60
LONGEST_PATH = 6
PREPOSITIONS = frozenset({"of", "for", "on", "with", "by", "to", "in", "from", "about", "like", "as"})
#: Requirements of words that tell a deal only under another verb, or beside another: `let Ukraine have`, `was first`.
UNDER_ANOTHER = frozenset({"let", "first"})
CLAUSES = frozenset({"ROOT", "conj", "ccomp", "relcl", "advcl"})
MANY = 3


def governors(token: Token) -> list[Token]:
    """The words over goods up to the verb of their clause, the nearest first."""
    found: list[Token] = []
    while token.head.i != token.i and len(found) < LONGEST_PATH:
        token = token.head
        found.append(token)
        if token.pos_ in ("VERB", "AUX") and token.dep_ in CLAUSES:
            break
    return found


def uses_of(token: Token) -> tuple[DealWord, ...]:
    """The uses of a word that may tell a deal by itself."""
    uses = deal_words().get((token.lemma_.lower(), PARTS_OF_SPEECH.get(token.pos_, "")), ())
    return tuple(use for use in uses if not UNDER_ANOTHER & {*use.requires})


def whose_signs(document: Document, candidate: Candidate, country: str) -> frozenset[str]:
    """What speaks for and against a country as the one that goods go to."""
    item, ties = candidate.item, candidate.ties[country]
    turning = _roles(governors(item.token)) & TURNED_BY
    signs = {*ties, *(f"{t}&{r}" for t in ties if t.removeprefix("tie:") in TURNING for r in turning)}
    if not ties & INSIDE:
        rivals = [code for code, others in candidate.ties.items() if others & INSIDE and code not in item.origins]
        signs.add("outside:rivalled" if rivals else "outside")
    signs.add("origin:own" if country in item.origins else "origin:foreign" if item.origins else "origin:unknown")
    if country in item.nations:
        signs.add("nation:own")
    if country in {n.code for n in document.names_in(item.sentence) if n.kind == "company"}:
        signs.add("company:own")
    return frozenset(signs)


def whether_signs(document: Document, deals: Sequence[Deal], candidate: Candidate, country: str) -> Iterator[str]:
    """What speaks for and against goods being news of a deal with a country at all."""
    item = candidate.item
    yield "always"
    signs = whose_signs(document, candidate, country)
    yield from (f"whose:{sign}" for sign in signs if sign in PLAIN or not sign.startswith("tie:"))
    yield from _of_words(document, item)
    yield from _of_goods(document, item)
    yield from _of_sentence(document, item)
    yield from _of_deals(document, deals, item)
    hers = [d for d in deals if country in d.sides.recipients]
    if hers:
        yield "gets"
    if any(country in d.sides.suppliers for d in deals):
        yield "supplies"
    if any(i.record.category == item.record.category for d in hers for i in d.items):
        yield "gets:category"


def _roles(tokens: Sequence[Token]) -> set[str]:
    """What words do with goods."""
    return {_role(use) for token in tokens for use in uses_of(token) if use.role != "modal"}


def _role(use: DealWord) -> str:
    if use.role == "light":
        return "light"
    if "jointly" in use.requires or use.kind in MAKING:
        return "make"
    wish = use.status in WISHES
    if use.pos == "noun":
        return "wish" if wish else "bargain"
    if use.recipient[:1] == ("subject",):
        return "want" if wish else "acquire"
    if use.supplier[:1] == ("subject",):
        return "offer" if wish else "provide"
    return "transfer"


def _of_words(document: Document, item: Item) -> Iterator[str]:
    """What the words over the goods, in their clause and in their sentence do."""
    token, verb = item.token, clause(item.token)
    free = [t for t in token.sent if not item.span.start <= t.idx < item.span.end]
    over = _roles(governors(token))
    beside = _roles([t for t in (verb, *verb.children, *token.children) if t in free])
    anywhere = _roles(free)
    yield from (f"over:{role}" for role in over)
    yield from (f"clause:{role}" for role in beside - over)
    yield from (f"sentence:{role}" for role in anywhere - beside - over)
    if not over | beside:
        yield "clause:none"
    if not anywhere:
        yield "sentence:none"
    tests = {"use": verb.lemma_ in IN_USE, "denied": denied(verb), "ahead": looks_ahead(verb)}
    yield from (sign for sign, holds in {**tests, "possible": is_possible(verb)}.items() if holds)
    if list(arguments(token, "from")):
        yield "from"
    if is_passed_over(token):
        yield "passed_over"


def _of_goods(document: Document, item: Item) -> Iterator[str]:
    """How the goods are told."""
    record, token = item.record, item.token
    determiners = {t.lower_ for t in token.lefts}
    like = [m for m in document.systems if _is_like(m, item)]
    tests = {
        "named": record.system is not None,
        "counted": item.is_counted,
        "definite": bool(determiners & {"the", "these", "those", "this"}),
        "possessed": any(t.dep_ == "poss" for t in token.lefts),
        "quoted": document.in_quote(item.span.start),
        "origin": bool(item.origins),
        "nation": bool(item.nations),
        "further": item.further,
        "plural": token.tag_ in ("NNS", "NNPS") or (record.quantity_min or 0) > 1,
        "first": not any(m.span.end <= item.span.start for m in like),
        "once": len(like) == 1,
        "bare": record.system is None and " " not in record.system_text,
        "carried": record.category in CARRIED,
        "other": record.category == "other",
        "modifier": token.dep_ in ("compound", "amod", "nmod"),
        "subject": token.dep_ in ("nsubj", "nsubjpass"),
        "object": token.dep_ == "dobj",
    }
    yield from (sign for sign, holds in tests.items() if holds)
    if token.dep_ == "pobj":
        yield f"behind:{token.head.lower_ if token.head.lower_ in PREPOSITIONS else 'other'}"


def _is_like(mention: SystemMention, item: Item) -> bool:
    """Whether a mention is of the same system; for goods named by their kind, of the same kind."""
    named = item.record.system
    return mention.designation == named if named else mention.category == item.record.category


def _of_sentence(document: Document, item: Item) -> Iterator[str]:
    """What else the sentence of the goods tells: sums, days, companies, other news."""
    sentence = item.sentence
    words = sentence.of(document.text)
    sums = [m.span.start - item.span.end for m in document.money if sentence.holds(m.span)]
    tests = {
        "asked": words.rstrip().endswith("?"),
        "money": bool(sums),
        "money:behind": any(0 <= distance < MONEY_BEHIND for distance in sums),
        "dated": any(sentence.holds(m.span) for m in document.dates),
        "aggregate": bool(deal_sign("other_sum").search(words)),
        "company": any(n.kind == "company" for n in document.names_in(sentence)),
    }
    yield from (sign for sign, holds in tests.items() if holds)
    near = _around(document, item)
    for news in OTHER_NEWS:
        if any(deal_sign(news).search(span.of(document.text)) for span in near):
            yield f"near:{news}"
        elif deal_sign(news).search(words):
            yield f"sentence:{news}"


def _around(document: Document, item: Item) -> tuple[Span, Span]:
    """The words before and behind goods in their sentence, as far as they reach to no other goods."""
    sentence, others = item.sentence, [m.span for m in document.systems]
    start = max(sentence.start, item.span.start - BEFORE, *(m.end for m in others if m.end <= item.span.start), 0)
    end = min(sentence.end, item.span.end + BEHIND, *(m.start for m in others if m.start >= item.span.end))
    return Span(start, item.span.start), Span(item.span.end, end)


def _of_deals(document: Document, deals: Sequence[Deal], item: Item) -> Iterator[str]:
    """What the deals found tell: how many, whether of such goods, whether in the same sentence or paragraph."""
    yield f"deals:{min(MANY, len(deals))}"
    sentence = item.sentence
    start = document.text.rfind(PARAGRAPH, 0, item.span.start) + 1
    end = document.text.find(PARAGRAPH, item.span.end)
    paragraph = Span(start, end if end >= 0 else len(document.text))
    evidence = [span for deal in deals for span in deal.evidence]
    if _is_joined(document, deals, item):
        yield "joined"
    if any(span.overlaps(sentence) for span in evidence):
        yield "told:sentence"
    elif any(span.overlaps(paragraph) for span in evidence):
        yield "told:paragraph"
    goods = [i for deal in deals for i in deal.items]
    same = [i for i in goods if same_goods(i, item)]
    if any(i.record.system and i.record.system == item.record.system for i in same):
        yield "told:system"
    elif same:
        yield "told:kind"
    elif any(i.record.category == item.record.category for i in goods):
        yield "told:category"


def _is_joined(document: Document, deals: Sequence[Deal], item: Item) -> bool:
    """Whether goods stand in one list with goods of a deal found: no verb of their sentence stands between."""
    sentence = item.token.sent
    covered = [i.span for deal in deals for telling in deal.tellings for i in telling.items]
    ends = [span.end for span in covered if sentence.start_char <= span.start < item.span.start]
    between = [t for t in sentence if max(ends, default=0) <= t.idx < item.span.start]
    return bool(ends) and not any(t.pos_ in ("VERB", "AUX") and t.tag_ != "VBN" for t in between)
