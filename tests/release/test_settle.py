"""Ids last: through more articles, better extraction and merges, in whatever order; and nothing published is lost."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.records import ParticipantRecord
from pipelines.release import changes
from pipelines.release.settle import LASTING, Before, settle
from pipelines.resolution import unite
from schemas import TABLES
from schemas.mentions import EVIDENCED
from tests.newsroom import DEAL, MEETING, STATEMENT, News, Said, Told, grouped, rows_of, when

Tables = dict[str, pl.DataFrame]

TALKS = (MEETING, replace(MEETING, sides=("KOR", "ROU"), participants=()), replace(MEETING, start=when("2024-06-11")))
DEALS = (
    DEAL,
    replace(DEAL, recipient_countries=("ROU",)),
    replace(DEAL, status="negotiation", event=when("2024-04-02")),
)
SAYINGS = tuple(
    Said(STATEMENT, words)
    for words in (
        "We will never hand over a single shell to the North, whatever it offers",
        "Not a single shell will be handed over to the North, whatever is on offer",
        "Our troops will train with those of Poland in the coming spring",
    )
)
TOLD: st.SearchStrategy[Told] = st.sampled_from([*TALKS, *DEALS, *SAYINGS])
FOLDERS = st.lists(st.lists(TOLD, max_size=3).map(tuple), min_size=1, max_size=5).map(
    lambda told: [News(number, one) for number, one in enumerate(told)]
)


def version(number: int) -> str:
    return f"2026.01.{number + 1:02d}"


def releases(*folders: Sequence[News]) -> list[Tables]:
    """One release after another, each of the articles that lie in the folder by then."""
    made: list[Tables] = []
    for number, folder in enumerate(folders):
        before = Before(version(number - 1), made[-1]) if made else None
        made.append(settle(unite(rows_of(folder)), before, version(number)))
    return made


def ids(tables: Tables) -> set[str]:
    return {row for name in LASTING for row in tables[name][TABLES[name].primary_key()[0]]}


def retracted(tables: Tables) -> dict[str, tuple[str, str | None]]:
    return {row: (reason, into) for row, reason, into, _ in tables["retractions"].iter_rows()}


def evidence(tables: Tables) -> dict[str, set[tuple[str, int]]]:
    told = tables["mentions"].group_by("record_id").agg(pl.struct("article_id", "start"))
    return {row: {(place["article_id"], place["start"]) for place in places} for row, places in told.iter_rows()}


@settings(max_examples=60)
@given(folder=FOLDERS, data=st.data())
def test_articles_one_by_one_in_any_order_end_in_the_events_of_all_at_once(
    folder: list[News], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(folder))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(order)))) | {len(order)})
    line = releases(*(order[:cut] for cut in cuts))
    [at_once] = releases(folder)
    for table in EVIDENCED:
        assert grouped(line[-1], table) == grouped(at_once, table)
    published: set[str] = set()
    for earlier, later in pairwise(line):
        published |= ids(earlier)
        gone = retracted(later)
        assert published <= ids(later) | gone.keys()  # no id is lost
        assert not ids(later) & gone.keys()
        old, new = evidence(earlier), evidence(later)
        assert all(old[row] & new[row] for row in old.keys() & new.keys())  # none means another event
        assert all(into in ids(later) for reason, into in gone.values() if reason == "merged")


@settings(max_examples=60)
@given(old=FOLDERS, new=FOLDERS)
def test_the_old_release_and_the_changes_give_the_new_one(old: list[News], new: list[News]) -> None:
    before, after = releases(old, new)
    made = changes.apply(before, changes.compare(before, after))
    for name, frame in made.items():
        assert frame.equals(after[name]), name


@settings(max_examples=30)
@given(old=FOLDERS, new=FOLDERS)
def test_to_settle_twice_changes_nothing(old: list[News], new: list[News]) -> None:
    before, after = releases(old, new)
    again = settle(after, Before(version(0), before), version(1))
    assert all(again[name].equals(frame) for name, frame in after.items())


@settings(max_examples=30)
@given(folder=FOLDERS)
def test_the_same_articles_again_change_nothing_but_the_clock(folder: list[News]) -> None:
    first, second = releases(folder, folder)
    assert all(second[name].equals(frame) for name, frame in first.items())


def test_an_event_keeps_its_id_when_another_article_tells_it() -> None:
    one, other = News(7, (MEETING,)), News(1, (MEETING,))
    first, second = releases([one], [one, other])
    [row] = second["meetings"].to_dicts()
    assert row["meeting_id"] == first["meetings"]["meeting_id"][0]
    assert (row["first_version"], row["last_changed_version"]) == (version(0), version(1))
    assert second["retractions"].is_empty()


def test_an_event_keeps_its_id_when_the_extraction_gets_better() -> None:
    """A row whose columns and span change is still the row that users have linked to."""
    first, second = releases([News(1, (MEETING,))], [News(1, (replace(MEETING, city="Krakow", level="leader"),))])
    moved = {
        name: frame.with_columns(start=pl.col("start") + 3) if name == "mentions" else frame
        for name, frame in second.items()
    }
    third = settle(moved, Before(version(1), second), version(2))
    assert first["meetings"]["meeting_id"].equals(third["meetings"]["meeting_id"])


def test_when_two_published_rows_become_one_the_older_id_lives() -> None:
    """An article that tells of both sides' spellings ties two rows together; links to the younger id lead on."""
    apart = replace(MEETING, participants=())
    news = [News(1, (apart,)), News(2, (replace(apart, start=when(""), city=None),), published="")]
    first, second, third = releases(news[:1], news, [news[0], News(2, (apart,), published="2024-05-02")])
    assert second["meetings"].height == 2
    [row] = third["meetings"].to_dicts()
    assert row["meeting_id"] == first["meetings"]["meeting_id"][0]
    [(gone, (reason, into))] = [(row, why) for row, why in retracted(third).items() if row.startswith("mt_")]
    assert (reason, into) == ("merged", row["meeting_id"])
    assert gone in ids(second)


def test_a_row_that_no_article_tells_any_more_is_withdrawn_and_stays_listed() -> None:
    first, second, third = releases([News(1, (MEETING,)), News(2, (DEAL,))], [News(2, (DEAL,))], [News(2, (DEAL,))])
    [gone] = first["meetings"]["meeting_id"]
    assert retracted(second)[gone] == retracted(third)[gone] == ("withdrawn", None)
    assert third["retractions"].equals(second["retractions"])


def test_a_retracted_id_is_never_given_again() -> None:
    """Even an event that comes back gets another: meanwhile the words may tell something else."""
    there, away = [News(1, (MEETING,)), News(2, (DEAL,))], [News(2, (DEAL,))]
    first, second, third = releases(there, away, there)
    [gone] = first["meetings"]["meeting_id"]
    assert third["meetings"]["meeting_id"].to_list() != [gone]
    assert third["retractions"].equals(second["retractions"])


def test_rows_on_the_same_words_keep_their_own_ids() -> None:
    """Two meetings told in one sentence must not swap ids when one of them changes."""
    both = (MEETING, replace(MEETING, sides=("KOR", "ROU"), participants=(MEETING.participants[0],)))
    tables = rows_of([News(1, both)])
    mentions = tables["mentions"].with_columns(start=pl.lit(0), end=pl.lit(40))
    first = settle({**tables, "mentions": mentions}, None, version(0))
    later = rows_of([News(1, (both[1], replace(both[0], status="cancelled")))])
    second = settle(
        {**later, "mentions": later["mentions"].with_columns(start=pl.lit(0), end=pl.lit(40))},
        Before(version(0), first),
        version(1),
    )

    def by_sides(tables: Tables) -> dict[str, str]:
        return {"-".join(sides): row for sides, row in tables["meetings"].select("sides", "meeting_id").iter_rows()}

    assert by_sides(first) == by_sides(second)


def test_a_person_keeps_the_id_when_a_fuller_name_is_read() -> None:
    def meeting(name: str) -> Told:
        return replace(MEETING, participants=(ParticipantRecord(name, None, "leader", None, "ARE"),))

    one, other = News(1, (meeting("Mohammed bin Zayed"),)), News(2, (meeting("Mohamed bin Zayed Al Nahyan"),))
    first, second = releases([one], [one, other])
    assert second["people"]["person_id"].equals(first["people"]["person_id"])
    assert second["people"]["name"].to_list() == ["Mohamed bin Zayed Al Nahyan"]


def test_a_release_without_history_can_be_followed() -> None:
    [older] = releases([News(1, (MEETING,))])
    bare = {name: frame.drop("first_version", "last_changed_version", strict=False) for name, frame in older.items()}
    del bare["people"], bare["retractions"], bare["conflicts"]
    newer = settle(unite(rows_of([News(1, (MEETING,))])), Before("2025.12.24", bare), version(0))
    assert newer["meetings"]["first_version"].to_list() == ["2025.12.24"]
    assert newer["meetings"]["meeting_id"].equals(older["meetings"]["meeting_id"])


@pytest.mark.parametrize("change", ["value", "evidence", "item"])
def test_a_row_has_changed_when_anything_that_belongs_to_it_has(change: str) -> None:
    more = {
        "value": [News(1, (replace(DEAL, value_min=Decimal(7), value_max=Decimal(7)),))],
        "evidence": [News(1, (DEAL,)), News(2, (DEAL,))],
        "item": [
            News(
                1,
                (
                    replace(
                        DEAL,
                        items=(*DEAL.items, replace(DEAL.items[0], system="K9 Thunder")),
                    ),
                ),
            )
        ],
    }[change]
    _, second = releases([News(1, (DEAL,))], more)
    assert second["deals"].select("first_version", "last_changed_version").rows() == [(version(0), version(1))]


def test_an_id_that_lives_on_elsewhere_is_not_given_to_the_row_it_was_made_for() -> None:
    """Two articles were taken for one event; better read, one of them tells another, whose words the id was made of."""
    news = [News(1, (MEETING,)), News(2, (MEETING,))]
    [kept] = releases(news)[0]["meetings"]["meeting_id"]
    maker = next(one for one in news if rows_of([one])["meetings"]["meeting_id"].to_list() == [kept])
    other = News(maker.number, (replace(MEETING, sides=("KOR", "ROU"), participants=(), city=None, level="leader"),))
    _, second = releases(news, [other, *(one for one in news if one != maker)])
    by_sides = {"-".join(sides): row for sides, row in second["meetings"].select("sides", "meeting_id").iter_rows()}
    assert by_sides["KOR-POL"] == kept
    assert by_sides["KOR-ROU"] not in (kept, *ids(releases(news)[0]))


def test_of_two_events_on_the_same_words_the_one_that_stays_keeps_its_own_id() -> None:
    """Its older neighbour, gone, once gave it its id, and its own was listed as merged."""
    both = (MEETING, replace(MEETING, sides=("KOR", "ROU"), participants=(MEETING.participants[0],)))

    def on_one_sentence(*told: Told) -> Tables:
        tables = rows_of([News(1, told)])
        return {**tables, "mentions": tables["mentions"].with_columns(start=pl.lit(0), end=pl.lit(40))}

    first = settle(on_one_sentence(both[0]), None, version(0))
    second = settle(on_one_sentence(*both), Before(version(0), first), version(1))
    third = settle(on_one_sentence(both[1]), Before(version(1), second), version(2))
    [romania] = second["meetings"].filter(pl.col("sides").list.contains("ROU"))["meeting_id"]
    assert third["meetings"]["meeting_id"].to_list() == [romania]
    assert retracted(third)[first["meetings"]["meeting_id"][0]] == ("withdrawn", None)


def test_a_person_keeps_the_id_although_the_surname_becomes_that_of_two() -> None:
    def met(*names: str) -> News:
        participants = tuple(ParticipantRecord(name, None, "minister", None, "KOR") for name in names)
        return News(1, (replace(MEETING, participants=participants),))

    first, second = releases([met("Kim Min-su", "Kim")], [met("Kim Min-su", "Kim", "Kim Young-ho")])
    known = dict(second["people"].select("name", "person_id").iter_rows())
    assert first["people"]["person_id"].to_list() == [known["Kim Min-su"]]
