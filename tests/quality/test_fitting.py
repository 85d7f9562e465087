"""Fitting the weights of signs: what is right more often with a sign than without it weighs more."""

from pipelines.quality.fitting import LEAST_SEEN, Choice, choose, decide, fit, lessons
from pipelines.reading.document import read
from pipelines.reading.nlp import pipeline
from pipelines.records import Article


def test_a_sign_of_what_is_right_speaks_for_it_in_a_choice() -> None:
    weights = choose([Choice([{"to"}, {"from"}, {"from", "near"}], [True, False, False])] * LEAST_SEEN)
    assert weights["to"] > 0 > weights["from"]


def test_a_sign_of_what_is_wrong_speaks_against_it() -> None:
    signs = [{"always", "counted"}, {"always", "shown"}, {"always"}] * LEAST_SEEN
    weights = decide(signs, [True, False, True] * LEAST_SEEN)
    assert weights["counted"] > 0 > weights["shown"]


def test_a_sign_seldom_seen_gets_no_weight() -> None:
    signs = [{"always", "odd"}, *[{"always"}] * LEAST_SEEN]
    assert "odd" not in decide(signs, [True] * len(signs))


def test_an_article_is_read_with_its_deals_and_without() -> None:
    text = "Norway ordered 24 K9 howitzers from South Korea. Hanoi has its eye on four KF-21 fighters, it is said."
    article = Article("art_0", "invented", text, len(text), "0")
    wished = {"system": "KF-21", "system_text": "KF-21 fighters", "category": "aircraft"}
    ordered = {"system": "K9 Thunder", "system_text": "K9 howitzers", "category": "artillery"}
    gold = [
        {"supplier_countries": ["KOR"], "recipient_countries": [code], "items": [item], "value_min": None}
        for code, item in (("NOR", ordered), ("VNM", wished))
    ]
    taught = list(lessons(read(article, pipeline()(text)), gold))
    told = [(bool(lesson.deals), str(lesson.candidate.item.record.system), *lesson.truth) for lesson in taught]
    assert told == [
        (True, "KF-21", "VNM"),
        (False, "K9 Thunder", "NOR"),
        (False, "KF-21", "VNM"),
    ]
    assert set(fit(taught * LEAST_SEEN)) == {"whose", "whether"}
