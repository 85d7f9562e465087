from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.reading.money import Money, find_money

BILLION = 10**9
Expected = tuple[int | None, int | None, str]


def told(money: Money) -> Expected:
    return _whole(money.minimum), _whole(money.maximum), money.currency


def _whole(value: Decimal | None) -> int | None:
    assert value is None or value == int(value)
    return None if value is None else int(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a W1.4tr deal", (1_400 * BILLION, 1_400 * BILLION, "KRW")),
        ("€4 billion", (4 * BILLION, 4 * BILLION, "EUR")),
        ("worth MEUR 124", (124_000_000, 124_000_000, "EUR")),
        ("an order of 490 MNOK", (490_000_000, 490_000_000, "NOK")),
        ("some three-point-16 trillion won", (3_160 * BILLION, 3_160 * BILLION, "KRW")),
        ("worth €317m", (317_000_000, 317_000_000, "EUR")),
        ("Rs 2,770 crore", (27_700_000_000, 27_700_000_000, "INR")),
        ("$374,962,800", (374_962_800, 374_962_800, "USD")),
        ("375mn ringgit", (375_000_000, 375_000_000, "MYR")),
        ("one-point-three trillion won", (1_300 * BILLION, 1_300 * BILLION, "KRW")),
        ("19 billion Norwegian kroner", (19 * BILLION, 19 * BILLION, "NOK")),
        ("789.6 million ringgit", (789_600_000, 789_600_000, "MYR")),
        ("a 46 million-euro contract", (46_000_000, 46_000_000, "EUR")),
        ("half a billion dollars", (500_000_000, 500_000_000, "USD")),
        ("NT$6.7 billion", (6_700_000_000, 6_700_000_000, "TWD")),
        ("20 mln zł", (20_000_000, 20_000_000, "PLN")),
        ("R1.2bn", (1_200_000_000, 1_200_000_000, "ZAR")),
        ("500 million Swedish crowns", (500_000_000, 500_000_000, "SEK")),
    ],
)
def test_every_notation_gives_its_figure(text: str, expected: Expected) -> None:
    assert [told(money) for money in find_money(text)] == [expected]


AMOUNTS = {
    "{} billion": BILLION,
    "{}-billion": BILLION,
    "{}bn": BILLION,
    "{} million": 10**6,
    "{}mn": 10**6,
    "{}m": 10**6,
    "{} trillion": 10**12,
    "{},000,000": 10**6,
    "{} crore": 10**7,
    "{}tr": 10**12,
    "{} bn": BILLION,
    "{} mln": 10**6,
}
BEFORE = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "A$": "AUD", "KRW": "KRW", "KRW ": "KRW", "₩": "KRW"}
BEFORE |= {"Rs ": "INR", "RM": "MYR", "PLN ": "PLN", "SR ": "SAR", "P": "PHP", "W": "KRW", "S$": "SGD", "C$": "CAD"}
AFTER = {" won": "KRW", "-won": "KRW", " euros": "EUR", " dollars": "USD", " US dollars": "USD", " zlotys": "PLN"}
AFTER |= {" Australian dollars": "AUD", " rupees": "INR", " pounds": "GBP", " ringgit": "MYR", " NOK": "NOK"}
AFTER |= {
    " Norwegian kroner": "NOK",
    " yen": "JPY",
    " rubles": "RUB",
    " Turkish lira": "TRY",
    " Philippine pesos": "PHP",
}


def signed(amount: str, sign: str) -> str:
    return sign + amount if sign in BEFORE else amount + sign


@given(st.integers(1, 999), st.sampled_from(sorted(AMOUNTS)), st.sampled_from(sorted(BEFORE | AFTER)))
def test_notation_and_currency_are_read_apart(number: int, amount: str, sign: str) -> None:
    value = number * AMOUNTS[amount]
    (money,) = find_money(f"The contract is worth {signed(amount.format(number), sign)}, officials said.")
    assert told(money) == (value, value, (BEFORE | AFTER)[sign])


RANGES = {
    "{sign}{low}-{high} billion": "before",
    "{sign}{low} to {high} billion": "before",
    "{sign}{low} billion to {sign}{high} billion": "before",
    "{sign}{low}bn–{sign}{high}bn": "before",
    "between {sign}{low} billion and {sign}{high} billion": "before",
    "{low}-{high} billion{sign}": "after",
    "{low} billion to {high} billion{sign}": "after",
    "between {low} and {high} billion{sign}": "after",
}


@given(st.integers(1, 400), st.integers(1, 400), st.sampled_from(sorted(RANGES)), st.data())
def test_every_form_of_range_has_the_same_ends(low: int, more: int, form: str, data: st.DataObject) -> None:
    signs = BEFORE if RANGES[form] == "before" else AFTER
    sign = data.draw(st.sampled_from(sorted(signs)))
    (money,) = find_money(f"It will cost {form.format(sign=sign, low=low, high=low + more)}.")
    assert told(money) == (low * BILLION, (low + more) * BILLION, signs[sign])


BOUNDS = {
    "{}": (1, 1),
    "about {}": (1, 1),
    "nearly {}": (1, 1),
    "up to {}": (0, 1),
    "as much as {}": (0, 1),
    "no more than {}": (0, 1),
    "more than {}": (1, 0),
    "at least {}": (1, 0),
    "well over {}": (1, 0),
    "{} or more": (1, 0),
}


@given(st.integers(1, 900), st.sampled_from(sorted(BOUNDS)), st.sampled_from(sorted(BEFORE)))
def test_words_about_a_sum_open_it(number: int, bound: str, sign: str) -> None:
    (money,) = find_money(f"They signed for {bound.format(f'{sign}{number} million')} in Cairo.")
    has_minimum, has_maximum = BOUNDS[bound]
    value = number * 10**6
    assert (money.minimum, money.maximum) == (value if has_minimum else None, value if has_maximum else None)


@pytest.mark.parametrize(
    ("text", "main", "conversion"),
    [
        ("1.2 trillion-won ($920 million)", (1_200 * BILLION, "KRW"), (920_000_000, "USD")),
        ("KRW227.2 billion (USD171.5 million)", (227_200_000_000, "KRW"), (171_500_000, "USD")),
        ("$1.65bn (2 trillion won)", (1_650_000_000, "USD"), (2_000 * BILLION, "KRW")),
        ("P15.74-billion ($336,912,000)", (15_740_000_000, "PHP"), (336_912_000, "USD")),
        ("$10 billion (9.14 billion euro)", (10 * BILLION, "USD"), (9_140_000_000, "EUR")),
        ("1.2 trillion won, or about $920 million, in May", (1_200 * BILLION, "KRW"), (920_000_000, "USD")),
        ("€3 billion (about £2.6 billion, $3.5 billion)", (3 * BILLION, "EUR"), (3_500_000_000, "USD")),
        ("€4 billion – $4.6 billion – in all", (4 * BILLION, "EUR"), (4_600_000_000, "USD")),
        ("45 billion yen, around US$300 million; arms", (45 * BILLION, "JPY"), (300_000_000, "USD")),
        ("58 billion yen, roughly $380 million, in all", (58 * BILLION, "JPY"), (380_000_000, "USD")),
    ],
)
def test_a_conversion_is_no_sum_of_its_own(text: str, main: tuple[int, str], conversion: tuple[int, str]) -> None:
    (money,) = find_money(text)
    assert money.conversion
    assert told(money)[1:] == main
    assert told(money.conversion)[1:] == conversion


def test_a_bracket_in_the_same_currency_is_another_sum() -> None:
    assert [m.conversion for m in find_money("The $5 billion plan ($3 billion for ships) goes on.")] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "14 billion won each",
        "8 million dollars apiece",
        "$30 million per aircraft",
        "at a unit price of $80 million",
        "Each aircraft costs $12 million",
        "each of the new guns is priced at about $12 million",
        "between 14 billion and 20 billion won ($9.73 million to $13.9 million) each",
    ],
)
def test_the_price_of_one_is_not_the_price_of_all(text: str) -> None:
    assert [money.per_unit for money in find_money(text)] == [True]


def test_a_yearly_sum_is_no_unit_price() -> None:
    assert [money.per_unit for money in find_money("$5 billion per year")] == [False]


@pytest.mark.parametrize(
    ("text", "home", "currency"),
    [
        ("a $1 billion order", "AUD", "AUD"),
        ("a $1 billion order", "SGD", "SGD"),
        ("a $1 billion order", "KRW", "USD"),
        ("a $1 billion order", None, "USD"),
        ("a US$1 billion order", "AUD", "USD"),
        ("Pakistan paid 5 billion rupees", None, "PKR"),
        ("Norway paid 1.8 billion kroner", None, "NOK"),
        ("Denmark paid 1.8 billion kroner", None, "DKK"),
        ("Mexico paid 2 billion pesos", None, "MXN"),
    ],
)
def test_a_shared_name_is_the_currency_of_the_story(text: str, home: str | None, currency: str) -> None:
    assert [money.currency for money in find_money(text, home)] == [currency]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 20 bids, 18 won approval.",
        "In 2010 won ton soup sold well.",
        "A bomb of 500 pounds, or 2,000 pounds.",
        "P-8 and K9, W5 and R77",
        "($1 = 1,308.60 won)",
        "1 euro = $1.09",
        "exports of 17.3 billion in 2022",
        "multi-billion-dollar plans and billions of euros",
        "FA-50, 155 mm, 3,400-ton, 2+2",
    ],
)
def test_what_only_looks_like_money_is_none(text: str) -> None:
    assert find_money(text) == []


def test_a_rise_from_one_sum_to_another_is_no_range() -> None:
    assert [m.maximum for m in find_money("exports rose from $2 billion to $7 billion")] == [2 * BILLION, 7 * BILLION]


def test_the_year_of_a_sum_begins_no_range() -> None:
    told_sums = [told(m) for m in find_money("Sales went from $3 billion in 2020 to $7.25 billion in 2021.")]
    assert told_sums == [(3 * BILLION, 3 * BILLION, "USD"), (7_250_000_000, 7_250_000_000, "USD")]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("Manila bought two corvettes (28 billion Philippine pesos), six patrol ships (30 billion).", 2),
        ("The boats come to 6.7 billion euros; the helicopters to about 1.9 billion.", 2),
        ("The jets cost 5 billion euros. Europe has people for 1.9 billion.", 1),
        ("It gave $5 million to 1.9 million people.", 1),
        ("The $5 billion plan lifted output to 1.9 billion litres.", 1),
    ],
)
def test_a_sum_may_leave_out_the_currency_of_the_one_before(text: str, sums: int) -> None:
    assert len(find_money(text)) == sums


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("The Czech army gets them for 59.7 billion crowns from the Sweden-based maker.", "CZK"),
        ("Sweden's Saab sold Norway four for 1.8 billion kroner.", "NOK"),
        ("A contract of 1.8 billion kroner with Denmark was signed.", "DKK"),
    ],
)
def test_a_shared_name_is_that_of_the_country_told_before_it(text: str, currency: str) -> None:
    assert [m.currency for m in find_money(text)] == [currency]


def test_what_a_deal_may_reach_bounds_it() -> None:
    (money,) = find_money("With options, the deal may reach a value of $500 million.")
    assert told(money) == (None, 500_000_000, "USD")


def test_a_headline_under_a_contract_is_no_bound() -> None:
    (money,) = find_money("Egypt gets howitzers under $1.65bn contract")
    assert money.minimum == money.maximum == 1_650_000_000


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    for money in find_money(text):
        assert 0 <= money.span.start < money.span.end <= len(text)
