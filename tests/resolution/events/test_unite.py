"""Rows of different articles become one row where they tell one event, and nowhere else."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import polars as pl
import pytest

from pipelines.records import DealRecord, ItemRecord, MeetingRecord, ParticipantRecord
from pipelines.resolution import unite
from schemas import TABLES
from tests.newsroom import DEAL, MEETING, STATEMENT, News, Said, Told, grouped, rows_of, when

KOS = ParticipantRecord("Jan Kos", "Minister", "minister", None, "POL")
AHN = ParticipantRecord("Ahn Gyu-back", "Minister", "minister", None, "KOR")
TANKS = DEAL.items[0]


def somebody(name: str, side: str, role_class: str = "minister") -> ParticipantRecord:
    return ParticipantRecord(name, "Minister", role_class, None, side)


def value(amount: int, currency: str = "USD") -> dict[str, Any]:
    return {"value_min": Decimal(amount), "value_max": Decimal(amount), "value_currency": currency}


def two(one: Told, other: Told, published: tuple[str, str] = ("2024-05-02", "2024-05-02")) -> dict[str, pl.DataFrame]:
    return unite(rows_of([News(1, (one,), published[0]), News(2, (other,), published[1])]))


def said(words: str, speaker: str = "Ahn Gyu-back", side: str = "KOR", day: str = "2024-05-02") -> Said:
    return Said(replace(STATEMENT, speaker=speaker, speaker_side=side, said=when(day)), words)


@pytest.mark.parametrize(
    ("other", "published"),
    [
        pytest.param(replace(MEETING, participants=(somebody("Ahn Kyu-baek", "KOR"), KOS)), "", id="spelling"),
        pytest.param(replace(MEETING, start=when("2024-05-03")), "2024-05-03", id="time zone"),
        pytest.param(replace(MEETING, start=when("2024-05-04")), "2024-05-04", id="misdated"),
        pytest.param(replace(MEETING, start=when("")), "2024-05-03", id="undated"),
        pytest.param(
            replace(MEETING, status="planned", start=when("2024-04-29")), "2024-04-20", id="planned, then held"
        ),
        pytest.param(replace(MEETING, city=None, country=None), "2024-05-02", id="without a place"),
        pytest.param(replace(MEETING, participants=(KOS,)), "2024-05-02", id="one of the two named"),
    ],
)
def test_one_meeting_in_two_articles_is_one_row(other: MeetingRecord, published: str) -> None:
    assert two(MEETING, other, ("2024-05-02", published))["meetings"].height == 1


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(MEETING, start=when("2024-05-12")), id="another day"),
        pytest.param(replace(MEETING, kind="call"), id="a call"),
        pytest.param(replace(MEETING, sides=("KOR", "ROU")), id="other sides"),
        pytest.param(
            replace(MEETING, participants=(AHN, somebody("Piotr Lis", "POL", "leader"))),
            id="with the head of government",
        ),
        pytest.param(
            replace(MEETING, participants=(somebody("Yoon Suk Yeol", "KOR"), somebody("Ewa Wilk", "POL"))), id="others"
        ),
    ],
)
def test_two_meetings_stay_two_rows(other: MeetingRecord) -> None:
    assert two(MEETING, other)["meetings"].height == 2


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(DEAL, **value(6_400_000_000)), id="rounded"),
        pytest.param(replace(DEAL, **value(9 * 10**12, "KRW")), id="won"),
        pytest.param(replace(DEAL, event=when(""), status="negotiation"), id="negotiated before"),
        pytest.param(replace(DEAL, items=(replace(TANKS, system=None, system_text="tanks"),)), id="kind of equipment"),
        pytest.param(replace(DEAL, supplier_countries=()), id="supplier untold"),
    ],
)
def test_one_deal_in_two_articles_is_one_row(other: DealRecord) -> None:
    assert two(DEAL, other)["deals"].height == 1


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(DEAL, recipient_countries=("ROU",)), id="another recipient"),
        pytest.param(
            replace(DEAL, items=(ItemRecord("K9 Thunder", "K9", "artillery", 180, 180, "unit"),)), id="system"
        ),
        pytest.param(replace(DEAL, event=when("2022-08-26")), id="the contract before"),
        pytest.param(
            replace(DEAL, items=(replace(TANKS, quantity_min=36, quantity_max=36),), **value(10**9)),
            id="more",
        ),
    ],
)
def test_two_deals_stay_two_rows(other: DealRecord) -> None:
    assert two(DEAL, other)["deals"].height == 2


def test_a_wish_told_after_the_signature_is_another_deal() -> None:
    wish = replace(DEAL, status="interest", event=when(""), value_min=None, value_max=None, value_currency=None)
    wish = replace(wish, items=(replace(TANKS, quantity_min=None, quantity_max=None),))
    assert two(DEAL, wish, ("2024-05-02", "2025-05-02"))["deals"].height == 2
    assert two(DEAL, wish, ("2024-05-02", "2024-04-02"))["deals"].height == 1


def test_a_statement_and_its_translation_are_one_row_and_two_statements_two() -> None:
    one = said("We will never hand over a single shell to the North, whatever it offers")
    retold = said("Not a single shell will ever be handed over to the North, whatever is on offer")
    other = said("Our troops will train with those of Poland in the coming spring")
    assert two(one, retold)["statements"].height == 1
    assert two(one, other)["statements"].height == 2
    assert two(one, said(one.words, "Jan Kos", "POL"))["statements"].height == 2
    assert two(one, said(one.words, day="2024-05-20"))["statements"].height == 2


def test_rows_of_one_article_stay_apart_however_alike() -> None:
    assert unite(rows_of([News(1, (MEETING, MEETING))]))["meetings"].height == 2
    tables = unite(rows_of([News(1, (MEETING, MEETING)), News(2, (MEETING,))]))
    assert tables["meetings"].height == 2


def test_an_undated_meeting_that_could_be_either_of_two_is_neither() -> None:
    spring, autumn = MEETING, replace(MEETING, start=when("2024-10-09"))
    undated = replace(MEETING, start=when(""))
    news = [News(1, (spring,)), News(2, (autumn,)), News(3, (undated,), published="")]
    assert unite(rows_of(news))["meetings"].height == 3


def test_a_chain_of_likenesses_does_not_join_two_events() -> None:
    """Twelve jets for Iraq and twelve for Malaysia, and an article that tells of both in one breath."""
    one, other = replace(DEAL, recipient_countries=("IRQ",)), replace(DEAL, recipient_countries=("MYS",))
    both = replace(DEAL, recipient_countries=("IRQ", "MYS"), value_min=None, value_max=None)
    rows = unite(rows_of([News(1, (one,)), News(2, (both,)), News(3, (other,))]))["deals"]
    assert ["IRQ"] in rows["recipient_countries"].to_list() or ["MYS"] in rows["recipient_countries"].to_list()
    assert rows.height == 2


def test_the_later_status_wins_and_the_dated_article_dates_the_event() -> None:
    planned = replace(MEETING, status="planned", start=when(""), city=None)
    tables = two(planned, MEETING, ("2024-04-28", "2024-05-02"))
    [row] = tables["meetings"].to_dicts()
    assert (row["status"], row["start_earliest"], row["city"]) == ("held", MEETING.start.earliest, "Warsaw")
    assert tables["conflicts"].is_empty()  # a plan that came about is no contradiction
    assert tables["mentions"]["record_id"].n_unique() == 1
    assert tables["mentions"]["article_id"].n_unique() == 2


def test_what_was_cancelled_after_all_is_cancelled() -> None:
    held, off = replace(MEETING, status="planned"), replace(MEETING, status="cancelled")
    assert two(held, off, ("2024-04-28", "2024-05-02"))["meetings"]["status"].to_list() == ["cancelled"]
    assert two(MEETING, off, ("2024-05-03", "2024-05-02"))["meetings"]["status"].to_list() == ["held"]


def test_the_value_that_most_articles_support_is_kept_and_the_other_stays_visible() -> None:
    odd = replace(MEETING, city="Krakow")
    tables = unite(rows_of([News(1, (MEETING,)), News(2, (odd,)), News(3, (MEETING,))]))
    assert tables["meetings"]["city"].to_list() == ["Warsaw"]
    [conflict] = tables["conflicts"].to_dicts()
    assert (conflict["field"], conflict["value"], conflict["article_id"]) == ("city", "Krakow", News(2, ()).article_id)
    assert conflict["record_id"] == tables["meetings"]["meeting_id"][0]


def test_a_number_that_articles_contradict_is_a_conflict_of_the_item() -> None:
    more = replace(DEAL, items=(replace(TANKS, quantity_min=116, quantity_max=116),))
    tables = unite(rows_of([News(1, (DEAL,)), News(2, (more,)), News(3, (DEAL,))]))
    assert tables["deal_items"]["quantity_min"].to_list() == [180]
    assert tables["conflicts"].select("field", "value").rows() == [("items.K2 Black Panther.quantity", "116/116")]


def test_people_and_goods_of_all_articles_are_listed_once() -> None:
    more = replace(
        MEETING, participants=(somebody("Ahn Kyu-baek", "KOR"), somebody("Ewa Wilk", "POL", "deputy_minister"), KOS)
    )
    participants = two(MEETING, more)["meeting_participants"]
    assert participants.select("position", "name").rows() == [(0, "Ahn Gyu-back"), (1, "Jan Kos"), (2, "Ewa Wilk")]
    with_guns = replace(DEAL, items=(TANKS, ItemRecord("K9 Thunder", "K9", "artillery", None, None, None)))
    assert two(DEAL, with_guns)["deal_items"]["system"].to_list() == ["K2 Black Panther", "K9 Thunder"]


def test_a_statement_bears_the_id_of_the_merged_meeting() -> None:
    news = [News(number, (MEETING, said("We agreed to build more tanks together in Poland"))) for number in (1, 2)]
    tables = unite(rows_of(news))
    known = set(tables["meetings"]["meeting_id"])
    assert set(tables["statements"]["meeting_id"].drop_nulls()) <= known


def test_more_articles_make_an_event_surer() -> None:
    bare = replace(MEETING, status="planned", city=None, country=None)
    [alone] = rows_of([News(1, (bare,))])["meetings"]["confidence"]
    assert two(bare, bare)["meetings"]["confidence"].to_list() == pytest.approx([1 - (1 - alone) ** 2])


def test_united_tables_keep_to_their_schemas() -> None:
    for name, frame in two(DEAL, replace(DEAL, status="negotiation")).items():
        TABLES[name].validate(frame, lazy=True)


def test_nothing_is_lost_when_rows_become_one() -> None:
    news = [
        News(number, (MEETING, DEAL, said("We agreed to build more tanks together in Poland"))) for number in range(3)
    ]
    apart = rows_of(news)
    united = unite(apart)
    for table in ("meetings", "deals", "statements"):
        assert {place for row in grouped(united, table) for place in row} == {
            place for row in grouped(apart, table) for place in row
        }
        assert united[table].height == 1


def test_a_side_that_one_article_of_three_tells_is_no_side() -> None:
    odd = replace(MEETING, sides=("KOR", "POL", "UKR"))
    rows = unite(rows_of([News(1, (MEETING,)), News(2, (odd,)), News(3, (MEETING,))]))["meetings"]
    assert rows["sides"].to_list() == [["KOR", "POL"]]


def test_a_first_and_a_last_day_that_exclude_each_other_are_not_both_kept() -> None:
    """One article's two-day visit ended before the day that two others tell, and the whole release was refused."""
    visit = replace(MEETING, end=when("2024-05-02"), start=when("2024-05-01"))
    later = replace(MEETING, start=when("2024-05-03"))
    rows = unite(rows_of([News(1, (visit,)), News(2, (later,)), News(3, (later,))]))["meetings"]
    TABLES["meetings"].validate(rows, lazy=True)
    for row in rows.iter_rows(named=True):
        assert row["end_latest"] is None or row["start_earliest"] <= row["end_latest"]


def test_whether_it_was_held_or_cancelled_is_told_as_a_conflict() -> None:
    off = replace(MEETING, status="cancelled")
    tables = unite(rows_of([News(1, (MEETING,)), News(2, (MEETING,)), News(3, (off,))]))
    assert tables["meetings"]["status"].to_list() == ["held"]
    assert tables["conflicts"].select("field", "value").rows() == [("status", "cancelled")]


def test_what_one_article_lists_twice_is_two_items() -> None:
    lots = replace(DEAL, items=(TANKS, replace(TANKS, quantity_min=820, quantity_max=820)))
    tables = two(lots, lots)
    assert tables["deal_items"]["quantity_min"].to_list() == [180, 820]
    assert tables["conflicts"].is_empty()
