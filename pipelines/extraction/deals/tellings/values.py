"""Which sum of money an article gives a deal: the one in its clause, not a budget or a total of many deals.

Not here: reading sums (`reading/money.py`).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from spacy.tokens import Token

from pipelines.extraction.deals.grammar.clauses import SUBJECTS, clause, path_length
from pipelines.extraction.deals.grammar.triggers import Cluster
from pipelines.reading.document import Document
from pipelines.reading.money import Money
from pipelines.records import Span
from pipelines.reference.deal_words import deal_sign, deal_words

#: How far around a sum a phrase counts that makes it a budget or a total.
NEARBY = 45
LONGEST_PATH = 7
#: How far around a sum a word counts that makes it a price.
AROUND = 80
#: How far behind a sum a word counts that makes it none.
BEHIND = 25
DEFINITE = frozenset({"the", "this", "that"})
#: Right before a sum that another has taken the place of: `cut from $2 billion to $1 billion`.
FORMER = re.compile(
    r"\b(?:(?<!ranging )from|instead of|rather than|compared (?:with|to)|up on|down on)\s+"
    r"(?:an?\s+)?(?:about|around|some|nearly|almost|roughly|estimated)?\s*\Z",
    re.IGNORECASE,
)
#: Right before a sum that is paid for something.
PAID = re.compile(r"\b(?:for|at)\s+(?:an?\s+)?(?:estimated\s+|total\s+of\s+|price\s+of\s+)?\Z", re.IGNORECASE)
#: Around a sum that is lent or given for the goods: `built under a $100 million line of credit`.
UNDER = re.compile(r"\b(?:under|with|through|from|by)\s+an?\s+(?:[\w-]+\s+){0,2}\Z", re.IGNORECASE)
LENT = re.compile(r"\)?[\s-]*(?:[\w-]+\s+){0,2}?(?:loan|line of credit|credit line|grant)\b", re.IGNORECASE)
#: Behind a sum that is what a project costs all who take part: `the 8 trillion won project`.
WHOLE_PROJECT = re.compile(r"[\s-]*(?:[\w-]+\s+){0,2}?(?:project|programme|program)\b", re.IGNORECASE)
#: Behind `a year` that is a date, not a rate.
AGO = re.compile(r"\s+(?:ago|earlier|before|later|after|on)\b", re.IGNORECASE)
#: Deals told by their number just before a sum, which is theirs together: `43 agreements worth $2 billion`.
SEVERAL = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens of|several|many)\s(?:[\w-]+\s){0,2}"
    r"(?:agreements|contracts|deals|orders|memorandums|memoranda|mous)\s(?:[\w-]+\s){0,2}"
    r"(?:worth|valued|totalling|totaling)\b[^.;]{0,25}\Z",
    re.IGNORECASE,
)
#: Deals told in the plural just before a sum, which is that of all: `memoranda worth some $2 billion`.
MANY = re.compile(
    r"(?<!the )(?<!these )(?<!both )\b(?:agreements|contracts|deals|orders|letters|memorandums|memoranda|mous)\s"
    r"(?:together\s)?(?:worth|valued|totalling|totaling)\b[^.;]{0,25}\Z",
    re.IGNORECASE,
)
#: Verbs that say what something known is worth: `It cost $2 billion`, `the press put it at $2 billion`.
PRICING = frozenset({"cost", "put", "value", "estimate", "price", "total"})
PRONOUNS = frozenset({"it", "this", "them"})
PRICED = SUBJECTS | {"nsubjpass", "dobj"}

#: Between goods and their own sum.
OWN = re.compile(
    r",?\s+(?:\(|worth\s+|for\s+|at\s+|valued\s+at\s+|priced\s+at\s+)(?:an?\s+estimated\s+)?", re.IGNORECASE
)
#: Between goods and their own sum, where a clause tells what became of them.
OWN_BY_CLAUSE = re.compile(r",\s+(?:which|ordered|contracted|bought|sold|signed)\b[^,;:.()]{0,60}?\s(?:for|at)\s+")


@dataclass(frozen=True, slots=True)
class Value:
    """What a deal is worth; dollars only where the article itself converts into them."""

    minimum: Decimal | None
    maximum: Decimal | None
    currency: str
    scope: str
    usd_minimum: Decimal | None
    usd_maximum: Decimal | None
    text: str
    span: Span


def value_of(document: Document, cluster: Cluster, tokens: Iterable[Token]) -> Value | None:
    """The sum told for the deal that the tokens tell."""
    sentence = Span(cluster.sentence.start_char, cluster.sentence.end_char)
    marked = list(tokens)
    near: list[tuple[int, Money]] = []
    for money in document.money:
        if sentence.holds(money.span) and (
            _is_spent_on_it(document, money, marked) or not _is_another_sum(document, sentence, money)
        ):
            distance = _distance(document, money, marked)
            if distance <= LONGEST_PATH and not _is_said_of_another(document, money, marked):
                near.append((distance, money))
    if not near:
        return None
    return told_value(document, min(near, key=lambda pair: (pair[0], pair[1].span.start))[1])


def own_sum(document: Document, end: int) -> Value | None:
    """The sum told behind goods that end there: `11 launchers ($436 million)`, `two ships, bought for $367 million`."""
    money = next((m for m in document.money if m.span.start >= end), None)
    if money is None or any(end <= goods.span.start < money.span.start for goods in document.systems):
        return None
    between = document.text[end : money.span.start]
    return told_value(document, money) if OWN.fullmatch(between) or OWN_BY_CLAUSE.fullmatch(between) else None


def told_value(document: Document, money: Money) -> Value:
    """A sum as the price of a deal, with the dollars that the text converts it into."""
    dollars = money.conversion if money.conversion and money.conversion.currency == "USD" else None
    end = money.conversion.span.end if money.conversion else money.span.end
    text = document.text[money.span.start : end]
    return Value(
        minimum=money.minimum,
        maximum=money.maximum,
        currency=money.currency,
        scope="per_unit" if money.per_unit else "total",
        usd_minimum=dollars.minimum if dollars else None,
        usd_maximum=dollars.maximum if dollars else None,
        text=text + ")" if "(" in text and ")" not in text else text,
        span=Span(money.span.start, end),
    )


def is_price(document: Document, sentence: Span, money: Money) -> bool:
    """Whether a sum reads as the price of some deal: told with a word of prices or deals, and no other kind of sum."""
    text, at = document.text, money.span
    goods = (document.doc.char_span(m.span.start, m.span.end) for m in document.systems if sentence.holds(m.span))
    spent = _is_spent_on_it(document, money, [words.root for words in goods if words is not None])
    if spent or _is_lent(document, sentence, money):
        return True
    start, end = max(sentence.start, at.start - AROUND), min(sentence.end, at.end + AROUND)
    if not (deal_sign("price").search(text, start, end) or PAID.search(text, start, at.start)):
        return False
    other = deal_sign("no_price").search(text, start, min(end, at.end + BEHIND))
    return not other and not _is_another_sum(document, sentence, money)


def is_of_whole_project(document: Document, sum_told: Span) -> bool:
    """Whether a sum is that of a project, whoever pays it: of joint work no partner's part."""
    return bool(WHOLE_PROJECT.match(document.text, sum_told.end))


def is_near(a: Value, b: Value) -> bool:
    """Whether two sums of a currency may be one, told in round figures."""
    x, y = a.minimum or a.maximum, b.minimum or b.maximum
    return x is None or y is None or abs(x - y) <= max(x, y) / 5


def is_same(value: Value, money: Money) -> bool:
    """Whether a sum is one told before, or its conversion."""
    told = money.minimum or money.maximum
    if money.currency == value.currency:
        return told == (value.minimum or value.maximum)
    return money.currency == "USD" and told == (value.usd_minimum or value.usd_maximum)


def _is_spent_on_it(document: Document, money: Money, marked: Sequence[Token]) -> bool:
    """Whether the sum is what is spent on the deal or its goods: `to spend $2 billion on (the purchase of) 24 jets`."""
    found = document.doc.char_span(money.span.start, money.span.end, alignment_mode="expand")
    verb = found.root.head if found is not None else None
    if verb is None or verb.lemma_ != "spend":
        return False
    bought = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("on", "for")]
    return any(on.is_ancestor(token) for on in bought for token in marked)


def speaks_of_known(document: Document, money: Money) -> bool:
    """Whether a clause says of a deal told before what it is worth: `The order is worth $2 billion`."""
    verb = _clause(document, money)
    if verb is None:
        return False
    if verb.lemma_ in PRICING and any(c.lower_ in PRONOUNS and c.dep_ in PRICED for c in verb.children):
        return True
    subjects = (t for t in verb.lefts if t.dep_ in SUBJECTS and _is_the_deal(t))
    return any(not _holds(document, subject, money) for subject in subjects)


def _is_said_of_another(document: Document, money: Money, marked: Sequence[Token]) -> bool:
    """Whether the clause of the sum tells the price of a deal told before, and nothing of the one told beside it."""
    verb = _clause(document, money)
    elsewhere = not any(clause(token) == verb for token in marked)
    return elsewhere and speaks_of_known(document, money)


def _clause(document: Document, money: Money) -> Token | None:
    found = document.doc.char_span(money.span.start, money.span.end, alignment_mode="expand")
    if found is None:
        return None
    root = found.root.head if found.root.pos_ == "VERB" else found.root  # "won" is no verb in a sum
    return clause(root)


def _holds(document: Document, noun: Token, money: Money) -> bool:
    """Whether what hangs on a noun tells the sum itself, or goods: `the $2 billion deal`, `the order for jets`."""
    within = Span(noun.left_edge.idx, noun.right_edge.idx + len(noun.right_edge))
    return within.holds(money.span) or any(within.holds(mention.span) for mention in document.systems)


def _is_the_deal(noun: Token) -> bool:
    """Whether a noun speaks of a deal told before: `the order`, `this contract`."""
    uses = deal_words().get((noun.lemma_.lower(), "noun"), ())
    return any("deal" in use.requires for use in uses) and any(c.lower_ in DEFINITE for c in noun.lefts)


def _is_lent(document: Document, sentence: Span, money: Money) -> bool:
    """Whether a sum is what the goods are paid with: `five ships are to be built under a $500 million loan`."""
    behind = LENT.match(document.text, (money.conversion or money).span.end)
    return bool(behind) and bool(UNDER.search(document.text[sentence.start : money.span.start]))


def _is_another_sum(document: Document, sentence: Span, money: Money) -> bool:
    if _is_lent(document, sentence, money):
        return False
    before = document.text[sentence.start : money.span.start]
    if any(pattern.search(before) for pattern in (SEVERAL, MANY, FORMER)):
        return True
    start, end = max(sentence.start, money.span.start - NEARBY), min(sentence.end, money.span.end + NEARBY)
    end = _up_to_next(document, money, end)
    found = deal_sign("other_sum").finditer(document.text, start, end)
    return any(not AGO.match(document.text, match.end()) for match in found)


def _up_to_next(document: Document, money: Money, end: int) -> int:
    """Where the words of a sum end at the latest, before those of the next: `2 billion, of which 400 million`."""
    behind = (m.span.start for m in document.money if money.span.end < m.span.start < end + NEARBY)
    comma = document.text.rfind(",", money.span.end, next(behind, money.span.end))
    return min(end, comma) if comma >= 0 else end


def _distance(document: Document, money: Money, tokens: Iterable[Token]) -> int:
    """Steps through the parse from the sum to the nearest word that tells the deal."""
    found = document.doc.char_span(money.span.start, money.span.end, alignment_mode="expand")
    if found is None:
        return LONGEST_PATH + 1
    return min((path_length(found.root, token) for token in tokens), default=LONGEST_PATH + 1)
