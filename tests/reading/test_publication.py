"""Where the day of publication comes from, which date is believed, and what a text without one gives away."""

from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.reading.dates import find_dates
from pipelines.reading.dating_by_event import (
    by_their_names,
    edition_evidence,
    editions_by_name,
    event_evidence,
    fact_evidence,
    trip_evidence,
    trips_by_leader,
)
from pipelines.reading.dating_by_memory import deeds_by_day, memory_evidence
from pipelines.reading.dating_by_office import office_evidence, roster
from pipelines.reading.dating_by_rate import rate_evidence
from pipelines.reading.dating_evidence import Evidence, NamedWeekday, named_weekdays
from pipelines.reading.intervals import Interval, common
from pipelines.reading.publication import date_article, publication_day
from pipelines.records import Article, DateClue, Published
from pipelines.reference import Forum, ForumEdition
from pipelines.reference.dated_events import (
    DatedDeed,
    DatedEvent,
    DatedFact,
    LeaderTrip,
    RememberedEvent,
    dated_deeds,
    dated_events,
    leader_trips,
    remembered_events,
)
from pipelines.reference.people import OfficeHolder

TERMS = (
    OfficeHolder("Ann Marsh", (), "NOR", "leader", "2017-05-10", "2022-05-09"),
    OfficeHolder("Ola Berg", ("Ola-Berg",), "NOR", "defence_minister", "2021-10-14", "2022-08-01"),
    OfficeHolder("Ola Berg", (), "NOR", "foreign_minister", "2023-01-01", ""),
)


def dated(text: str, *clues: DateClue) -> Published:
    return publication_day(clues, text, lambda _: office_evidence(text, roster(TERMS)))


def days(published: Published) -> str:
    return f"{published.earliest}..{published.latest}"


def clue(basis: str, text: str, year: int | None, month: int | None, day: int | None) -> DateClue:
    return DateClue(basis, text, year, month, day)


HEADER = clue("header", "Published: 31 Jul. 2025", 2025, 7, 31)
URL = clue("url", "/2025/08/01/", 2025, 8, 1)
DATELINE = clue("dateline", "SEOUL, Sept. 5", None, 9, 5)


def test_a_header_is_trusted_before_an_address() -> None:
    published = dated("They met on Thursday.", URL, HEADER)
    assert (days(published), published.precision, published.basis) == ("2025-07-31..2025-07-31", "day", "header")


def test_the_day_a_page_was_put_into_an_archive_is_not_its_day() -> None:
    archived = clue("header", "date 2024-03-01", 2024, 3, 1)
    published = dated("President Ann Marsh said on Tuesday that talks went on.", archived, DATELINE)
    assert days(published) == "2017-09-05..2017-09-05"
    assert published.basis == "inferred"
    assert any("2024-03-01" in reason and "another day" in reason for reason in published.reasons)


def test_a_page_is_no_older_than_its_story() -> None:
    archived = clue("header", "date 2019-03-01", 2019, 3, 1)
    text = "It was signed in 2016. They met on Tuesday. It ends in 2030."
    assert days(dated(text, archived, DATELINE)) == "2017-09-05..2017-09-05"


def test_day_and_month_mixed_up_are_put_right_by_the_dateline() -> None:
    mixed = clue("header", "09/05/2023", 2023, 5, 9)
    published = dated("They met.", clue("header", "05-09-2023", 2023, 5, 9), DATELINE)
    assert days(published) == "2023-09-05..2023-09-05"
    assert days(dated("They met.", mixed)) == "2023-05-09..2023-05-09"


def test_a_month_with_its_name_is_no_mix_up() -> None:
    published = dated("President Ann Marsh spoke on Tuesday.", clue("header", "9 May 2023", 2023, 5, 9), DATELINE)
    assert days(published) == "2017-09-05..2017-09-05"


def test_a_page_that_opens_a_day_after_its_dateline_keeps_its_date() -> None:
    assert dated("They met.", clue("header", "2023-09-06", 2023, 9, 6), DATELINE).basis == "header"


def test_one_wrong_sign_does_not_overrule_a_header() -> None:
    assert dated("They met in 2026.", HEADER).basis == "header"


def test_a_date_kept_against_the_text_and_one_given_up_are_flagged() -> None:
    assert dated("They met on Thursday.", HEADER).flags == ()
    assert dated("They met in 2026.", HEADER).flags == ("printed_date_doubted",)
    archived = clue("header", "date 2024-03-01", 2024, 3, 1)
    assert dated("They met on Tuesday.", archived, DATELINE).flags == ("printed_date_rejected",)


def test_signs_trusted_alike_that_contradict_each_other_leave_both_readings() -> None:
    """A misread tense (“set for 2018”) once moved a story of 2013 behind 2018, whoever was in office in it."""
    published = dated("It was signed in 2023. President Ann Marsh said so. It ends in 2030.")
    assert days(published) == "2017-05-10..2023-12-31"
    assert published.flags == ("evidence_contradicts",)
    assert any("either may be: Ann Marsh" in reason for reason in published.reasons)


def test_a_third_sign_decides_between_two_that_contradict_each_other() -> None:
    published = dated("It was signed in 2023. President Ann Marsh received Defense Minister Ola Berg.")
    assert days(published) == "2021-10-14..2022-05-09"
    assert published.flags == ("evidence_contradicts",)


def test_a_sign_trusted_less_does_not_widen_but_is_flagged() -> None:
    published = dated("President Ann Marsh spoke. All are due by 2016.")
    assert days(published) == "2017-05-10..2022-05-09"
    assert published.flags == ("evidence_contradicts",)


def test_a_habit_of_news_gives_way_in_silence() -> None:
    habit = Evidence("he was there", (Interval(date(2030, 1, 1), date(2030, 1, 2)),), 1)
    in_office = Evidence("he is in office", (Interval(date(2017, 1, 1), date(2018, 1, 1)),), 3)
    published = publication_day((), "", lambda _: (habit, in_office))
    assert (days(published), published.flags) == ("2017-01-01..2018-01-01", ())


def test_a_header_that_tells_the_month_only_is_a_month() -> None:
    published = dated("They met.", clue("header", "date 2023-05", 2023, 5, None))
    assert (days(published), published.precision, published.basis) == ("2023-05-01..2023-05-31", "month", "header")


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("President Ann Marsh said on Tuesday that talks went on.", "2017-09-05..2017-09-05"),
        ("Foreign Minister Ola-Berg and his host met on Thursday. It ends in 2026.", "2024-09-05..2024-09-05"),
    ],
)
def test_a_dateline_without_a_year_takes_it_from_weekday_and_office(text: str, interval: str) -> None:
    assert days(dated(text, DATELINE)) == interval


def test_people_in_office_bound_an_undated_article() -> None:
    text = "President Ann Marsh received Defense Minister Ola Berg."
    assert days(dated(text)) == "2021-10-14..2022-05-09"


def test_somebody_formerly_in_office_only_bounds_it_below() -> None:
    text = "Former President Ann Marsh met Foreign Minister Ola Berg in 2024. It will end by 2025."
    assert days(dated(text)) == "2024-01-01..2025-12-31"


@pytest.mark.parametrize(
    "text",
    [
        "Defence Minister Ola Berg, then the head of the forces too, was told.",
        "The Defence Ministry's Ola Berg, who then led the forces, was told.",
        "Defence Minister Ola Berg raised it when he went to Lima in April.",
    ],
)
def test_what_an_office_holder_did_before_bounds_it_below(text: str) -> None:
    terms = (*TERMS[:2], OfficeHolder("Per Dahl", (), "NOR", "leader", "2030-01-01", ""))
    assert days(publication_day((), text, lambda _: office_evidence(text, roster(terms)))) == "2021-10-14..2030-12-31"


def test_a_weekday_far_from_the_opening_is_not_that_of_the_dateline() -> None:
    """`A jet clipped a building as it taxied on Sunday`, told late in a story, made it one of another year."""
    story = "President Ann Marsh went to see the guns. "
    far = f"{story * 20}One of them had misfired on Tuesday."
    assert days(dated(f"{story}One of them had misfired on Tuesday.", DATELINE)) == "2017-09-05..2017-09-05"
    assert days(dated(far, DATELINE)) == "2017-09-05..2021-09-05"


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("Ola Berg (left) looked on. The prime minister, Ola Berg, smiled.", "2010-10-14..2024-07-02"),
        ("NATO Secretary General Ola Berg smiled.", "2024-10-01..2024-12-31"),
    ],
)
def test_who_holds_an_office_of_an_alliance_is_named_with_it(text: str, interval: str) -> None:
    """A prime minister who was later to lead an alliance dated every story of his as of then."""
    terms = (
        OfficeHolder("Ola Berg", (), "NATO", "secretary_general", "2024-10-01", ""),
        OfficeHolder("Ola Berg", (), "NOR", "leader", "2010-10-14", "2024-07-02"),
    )
    assert days(publication_day((), text, lambda _: office_evidence(text, roster(terms)))) == interval


def test_a_name_beside_another_office_is_another_term() -> None:
    assert dated("Foreign Minister Ola Berg spoke. All are due by 2023.").earliest == date(2023, 1, 1)


def test_years_told_as_past_and_as_to_come_bound_it() -> None:
    published = dated("It was signed in September 2023. Deliveries will end by 2025.")
    assert (days(published), published.precision) == ("2023-09-01..2025-12-31", "range")


def test_nothing_told_is_nothing_known() -> None:
    assert dated("They met on Monday.") == Published()


def test_a_weekday_picks_the_day_of_a_week() -> None:
    text = "The minister said on Tuesday that talks on July 2, 2024, failed. It will end on July 6, 2024."
    assert days(dated(text)) == "2024-07-02..2024-07-02"


def test_what_is_told_of_a_day_may_be_printed_the_day_after() -> None:
    text = "They signed on Tuesday what talks on July 1, 2024, had left open. It will end on July 6, 2024."
    assert days(dated(text)) == "2024-07-02..2024-07-03"
    assert days(dated(f"{text} Later in the day he left.")) == "2024-07-02..2024-07-02"


def test_a_conversion_tells_when_money_was_worth_that() -> None:
    (evidence,) = rate_evidence("It cost 20 billion won ($13.90 million).")
    assert common(evidence.days, (Interval(date(2025, 1, 15), date(2025, 1, 25)),))
    assert not common(evidence.days, (Interval(date(2021, 1, 1), date(2021, 12, 31)),))


EVENTS = (
    DatedEvent(("Harbour Forum", "HF"), (), 3, ("Oslo",), "2019-09-04", "2019-09-06"),
    DatedEvent(("Harbour Forum", "HF"), (), 4, ("Riga",), "2021-09-08", "2021-09-10"),
)
TRIPS = (
    LeaderTrip(("Ann Marsh", "Marsh"), ("Peru", "Lima"), "2018-03-05", "2018-03-09"),
    LeaderTrip(("Ann Marsh", "Marsh"), ("Kenya", "Nairobi"), "2021-06-07", "2021-06-11"),
)


def spans(evidence: Iterable[Evidence]) -> list[str]:
    return [f"{i.earliest}..{i.latest}" for e in evidence for i in e.days]


def weekdays_of(text: str) -> list[NamedWeekday]:
    return named_weekdays(text, find_dates(text, Published()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Friday at the third Harbour Forum.", ["2019-09-06..2019-09-12"]),
        ("They met on Wednesday at HF 2021.", ["2021-09-08..2021-09-14"]),
        ("They will meet at the 4th Harbour Forum.", ["2021-07-10..2021-09-10"]),
        ("They met on Friday at the Harbour Forum in Riga.", ["2021-09-10..2021-09-16"]),
        ("They met on Friday at the Harbour Forum.", ["2019-09-06..2019-09-12", "2021-09-10..2021-09-16"]),
        ("They had met at the Harbour Forum in Riga last year.", []),
        ("They met at the HFX.", []),
    ],
)
def test_a_gathering_named_dates_what_is_told_of_it(text: str, expected: list[str]) -> None:
    assert spans(event_evidence(text, by_their_names(EVENTS), weekdays_of(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Ann Marsh met her host in Lima on Tuesday.", ["2018-03-06..2018-03-12"]),
        ("Nobody had come since President Ann Marsh went to Kenya last June.", ["2021-07-01..2022-06-30"]),
        ("President Ann Marsh went to Kenya in 2021.", []),
        ("In Lima on Tuesday, President Ann Marsh smiled.", ["2018-03-06..2018-03-12"]),
        ("President Ann Marsh left on a trip that takes her to Kenya on Monday.", ["2021-06-07..2021-06-13"]),
        # where the goods go is no journey
        ("President Ann Marsh wrote on Tuesday that 48 jets would go to Peru.", []),
        ("Marsh flowers grow in Kenya.", []),
    ],
)
def test_a_journey_of_a_leader_dates_what_is_told_of_it(text: str, expected: list[str]) -> None:
    assert spans(trip_evidence(text, trips_by_leader(TRIPS), weekdays_of(text), None)) == expected


def test_only_whom_the_lead_names_is_where_the_dateline_is() -> None:
    """A president who wrote of a sale from afar was once taken for a visitor of the fair that the story came from."""
    lead = "President Ann Marsh looked at the guns on Tuesday."
    for text, expected in ((lead, ["2018-03-06..2018-03-12"]), (f"{'The fair was full. ' * 25}{lead}", [])):
        assert spans(trip_evidence(text, trips_by_leader(TRIPS), weekdays_of(text), "LIMA")) == expected


def test_a_fact_is_not_told_before_it_is_one() -> None:
    facts = (DatedFact(("Grain Pact",), "2023-04-01"),)
    assert spans(fact_evidence("They praised the Grain Pact.", by_their_names(facts)))[0].startswith("2023-04-01..")


def test_a_body_that_only_speaks_is_no_gathering() -> None:
    """Statements of “the G7 foreign ministers” were once dated by the summit of that year's town."""
    events = (DatedEvent(("Nine",), ("summit",), None, (), "2019-09-04", "2019-09-06"),)
    assert spans(event_evidence("The Nine condemned the launch.", by_their_names(events), [])) == []
    assert spans(event_evidence("The Nine held their summit.", by_their_names(events), [])) == [
        "2019-08-05..2019-10-21"
    ]


MEMORIES = (
    RememberedEvent(("Harbour War",), (), "2015-03-01"),
    RememberedEvent(("diplomatic ties",), ("Norland", "Sudria"), "1960-06-15"),
)
DEEDS = (DatedDeed(("Norland",), ("launch", "fired"), "2018-04-12"), DatedDeed(("Norland",), ("launch",), "2020-04-12"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It marked the sixth anniversary of the Harbour War.", ["2020-12-01..2021-05-30"]),
        ("Norland and Sudria mark the 60th anniversary of diplomatic ties.", ["2020-03-17..2020-09-13"]),
        (
            "Norland and Sudria will mark the 60th anniversary of diplomatic ties next year.",
            ["2019-03-17..2019-09-13"],
        ),
        ("Norland and Avia mark the 60th anniversary of diplomatic ties.", []),
        ("In June 2020 they marked the fifth anniversary of the Harbour War.", []),
        ("Nearly 12 weeks after the Harbour War broke out, guns are scarce.", ["2015-05-17..2015-05-24"]),
        ("More than two years into the Harbour War, guns are scarce.", ["2017-03-01..2018-03-01"]),
        ("More than two years after the vote, guns are scarce.", []),
        ("They condemned the April 12 launch by Norland.", ["2018-04-11..2019-02-06", "2020-04-11..2021-02-06"]),
        ("Norland fired two rockets on April 11, they said.", ["2018-04-11..2019-02-06"]),
        ("They condemned the April 12, 2018 launch by Norland.", []),
        ("They met on April 12 to speak about Norland.", []),
    ],
)
def test_what_a_story_looks_back_on_dates_it(text: str, expected: list[str]) -> None:
    assert spans(memory_evidence(text, MEMORIES, deeds_by_day(DEEDS))) == expected


def test_listed_days_are_days() -> None:
    assert all(row.first for row in (*remembered_events(), *dated_deeds()))


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        # told as a country's own, or behind those who hold the office, without it
        ("Guns are short, Norway's Ola Berg said.", "2021-10-14..2021-12-31"),
        ("Guns are short, Norway’s Ola Berg said.", "2021-10-14..2021-12-31"),
        ("The defence ministers of both met. Ola Berg smiled.", "2021-10-14..2021-12-31"),
        ("Guns are short, Sweden's Ola Berg said.", "None..None"),
        ("Guns are short, Ola Berg said.", "None..None"),
        ("Norway's former minister, Ola Berg, spoke.", "None..None"),
        # of another who holds the same office
        ("Defence Minister Eva Lind received her guest, Ola Berg.", "2021-10-14..2021-12-31"),
        ("Defence Minister Eva Lind called her Norwegian counterpart, Ola Berg.", "2021-10-14..2021-12-31"),
        ("Defence Minister Eva Lind met her counterparts, Per Dahl and Ola Berg.", "2021-10-14..2021-12-31"),
        ("Trade Minister Eva Lind called her Norwegian counterpart, Ola Berg.", "None..None"),
    ],
)
def test_who_is_named_as_office_holders_are_is_one(text: str, interval: str) -> None:
    terms = TERMS[:2]
    assert days(publication_day((), text, lambda _: office_evidence(text, roster(terms)))) == interval


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("Deputy Secretary Ida Holm spoke.", "2019-01-01..2019-12-31"),
        ("Vice Foreign Minister Ida Holm spoke.", "2019-01-01..2019-12-31"),
        ("Ida Holm, deputy foreign minister of Norway, spoke.", "2019-01-01..2019-12-31"),
        ("The Under Secretary of State for Political Affairs Ida Holm spoke.", "2019-01-01..2019-12-31"),
        ("Foreign Minister Ida Holm spoke.", "2021-01-01..2021-12-31"),
        ("Spokesperson Per Dahl spoke.", "2018-01-01..2018-12-31"),
        ("Per Dahl spoke.", "None..None"),
    ],
)
def test_a_deputy_is_told_from_the_minister_of_the_same_name(text: str, interval: str) -> None:
    terms = (
        OfficeHolder("Ida Holm", (), "NOR", "deputy_foreign_minister", "2019-01", "2019-12"),
        OfficeHolder("Ida Holm", (), "NOR", "foreign_minister", "2021-01", "2021-12"),
        OfficeHolder("Per Dahl", (), "NOR", "spokesperson", "2018-01", "2018-12"),
    )
    assert days(publication_day((), text, lambda _: office_evidence(text, roster(terms)))) == interval


def test_listed_gatherings_and_journeys_end_after_they_begin() -> None:
    assert all(event.first <= event.last for event in dated_events())
    assert all(trip.first <= trip.last for trip in leader_trips())


def test_a_number_of_a_yearly_forum_tells_its_year() -> None:
    forums = (Forum("Harbour Forum", ("HF",), None, None, "forum", 1),)
    text = "They met at the 12th annual HF."
    assert spans(edition_evidence(text, editions_by_name(forums, (ForumEdition("Harbour Forum", 12, 2020),)))) == [
        "2020-01-01..2020-12-31"
    ]


def test_every_step_is_told_in_words() -> None:
    published = dated("President Ann Marsh spoke on Tuesday.", DATELINE)
    assert any("SEOUL, Sept. 5" in reason for reason in published.reasons)
    assert any("Ann Marsh (leader) is in office" in reason for reason in published.reasons)
    assert any("“Tuesday”" in reason for reason in published.reasons)


def test_only_the_story_is_read() -> None:
    story = "It was signed in 2023. Deliveries will end by 2025."
    article = Article("art_0", "a.txt", f"{story}\n\nThey met in 2024.", len(story), "0")
    assert date_article(article).published.earliest == date(2023, 1, 1)


CLUES = st.builds(
    DateClue,
    st.sampled_from(["header", "dateline", "metadata", "url"]),
    st.sampled_from(["05/09/2023", "May 5", ""]),
    st.none() | st.integers(1, 9999),
    st.none() | st.integers(0, 99),
    st.none() | st.integers(0, 99),
)
SENTENCES = st.sampled_from(
    [
        "They met on Tuesday, March 5.",
        "He said on Friday it was signed in 2023.",
        "It will end by 2025.",
        "President Ann Marsh spoke on Sept. 5.",
        "It cost 2 billion won ($1.4 million).",
        "Feb. 30",
        "since 1944",
        "in 2077",
    ]
)


@given(st.lists(CLUES, max_size=3), st.lists(SENTENCES, max_size=4).map(" ".join) | st.text(max_size=60))
def test_any_clues_and_text_give_an_interval_in_order(clues: list[DateClue], text: str) -> None:
    published = dated(text, *clues)
    assert (published.earliest is None) == (published.latest is None) == (published.precision == "unknown")
    if published.earliest is not None and published.latest is not None:
        assert published.earliest <= published.latest


def test_a_plan_told_in_the_past_tense_is_not_behind() -> None:
    """“It gave early 2020 as the start of deliveries” once moved a story of 2017 behind 2020."""
    text = "The ministry gave the first quarter of 2020 as the start. It will send the first supplies in March 2020."
    published = dated(text, clue("dateline", "OSLO, December 29", None, 12, 29))
    assert published.latest is not None
    assert published.latest < date(2020, 3, 31)


def test_the_weekday_printed_with_a_date_tells_its_years() -> None:
    printed = clue("header", "Monday, 29th March", None, 3, 29)
    published = dated("President Ann Marsh met her guest on Thursday.", printed)
    assert days(published) == "2021-03-29..2021-03-29"
