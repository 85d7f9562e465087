"""How far two rows speak for being one event: comparisons, each with the weight of its outcome, summed to a score.

The weights are in the manner of Fellegi and Sunter (1969): what rows of one event nearly always share and rows of two
seldom do weighs most. They were set by judgement and are measured on gold (`quality/same_event.py`). `NEVER` rules a
pair out; a comparison of what one row does not tell weighs nothing. Not here: which rows are compared (`blocking.py`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from math import sqrt
from typing import Final, Generic, TypeVar

from pipelines.resolution.events.profiles import DealProfile, Interval, MeetingProfile, Profile, StatementProfile

NEVER: Final = float("-inf")

P = TypeVar("P", bound=Profile)

#: Reports of one event across time zones differ by so much.
ZONES: Final = timedelta(days=1)
#: A report that gives another day, but one as near as this, may have it wrong.
MISDATED: Final = timedelta(days=3)
#: A plan is held so much off the day it was planned for.
SHIFTED: Final = timedelta(days=7)
#: Reports that belong to one round of news lie no further apart.
ROUND_OF_NEWS: Final = timedelta(days=3)
#: Two signatures, deliveries or approvals further apart than this are two.
SAME_STEP: Final = timedelta(days=60)
#: Unless one article tells the agreement and another the final contract.
LONG_STEP: Final = timedelta(days=180)
#: Steps of one programme lie no further apart than this.
PROGRAMME: Final = timedelta(days=5 * 366)
#: So many parties of a deal an article may leave out; a row of more is a list of deals.
MOST_UNTOLD: Final = 1
#: Statuses in which a deal is still a wish, and in which it is firm.
WISHES: Final = frozenset({"interest", "tender"})
FIRM: Final = frozenset({"signed", "delivering", "completed"})


@dataclass(frozen=True, slots=True)
class Comparison(Generic[P]):
    """One thing that two rows are compared by. `weigh` is symmetric."""

    name: str
    weigh: Callable[[P, P], float]


def same_article(one: Profile, other: Profile) -> float:
    """Rows of one article are told apart by the extraction of it."""
    return NEVER if one.told.article_id == other.told.article_id else 0


def reported_together(one: Profile, other: Profile) -> float:
    """Articles of one round of news."""
    mine, theirs = one.told.published, other.told.published
    return 1.0 if mine.is_close and theirs.is_close and mine.gap(theirs) <= ROUND_OF_NEWS else 0


def meeting_sides(one: MeetingProfile, other: MeetingProfile) -> float:
    """Two sides in common at least; all of them speak for one meeting."""
    if one.sides == other.sides:
        return 1.0
    return 0 if len(one.sides & other.sides) >= 2 else NEVER


def meeting_kind(one: MeetingProfile, other: MeetingProfile) -> float:
    """A call is no meeting in a room; what one article calls talks, another calls a visit."""
    kinds = {one.kind, other.kind}
    if len(kinds) == 1:
        return 0.5
    return NEVER if "call" in kinds else -1.0 if kinds == {"talks", "visit"} else -3.0


def meeting_day(one: MeetingProfile, other: MeetingProfile) -> float:
    """The same day, the same week or month; days that cannot be one rule it out."""
    gap = one.when.gap(other.when)
    if gap > ZONES and "planned" not in (one.status, other.status):
        return NEVER if gap > MISDATED else -2.0
    if gap > SHIFTED:
        return NEVER
    if one.when.is_close and other.when.is_close:
        width = max(one.when.last - one.when.first, other.when.last - other.when.first)
        return 1.0 if gap else 3.0 if width < SHIFTED else 2.0
    return 0


def meeting_people(one: MeetingProfile, other: MeetingProfile) -> float:
    """People who took part in both; others in their stead speak against it, most of all in the same office."""
    shared = one.people & other.people
    replaced = [
        side for side in one.by_side.keys() & other.by_side.keys() if not one.by_side[side] & other.by_side[side]
    ]
    rivals = sum(
        not people & other.principals[office]
        for office, people in one.principals.items()
        if office in other.principals and office[1] in ("leader", "minister")
    )
    return 2.5 * min(len(shared), 2) - 4.5 * len(replaced) - rivals


def meeting_level(one: MeetingProfile, other: MeetingProfile) -> float:
    """The rank of those who met, which articles read differently of the same people."""
    if one.level == other.level:
        return 0.5
    return 0 if one.people & other.people or "unknown" in (one.level, other.level) else -1.0


def meeting_place(one: MeetingProfile, other: MeetingProfile) -> float:
    """Country and city."""
    if one.country and other.country and one.country != other.country:
        return -3.0
    if one.city and other.city:
        return 1.5 if one.city == other.city else -1.5
    return 0.5 if one.country and one.country == other.country else 0


def meeting_occasion(one: MeetingProfile, other: MeetingProfile) -> float:
    """The event on whose sidelines they met."""
    return 1.0 if _overlap(one.occasion, other.occasion) >= 0.5 else 0


def deal_parties(one: DealProfile, other: DealProfile) -> float:
    """Who supplies and who receives."""
    weight = 0.0
    for mine, theirs in ((one.suppliers, other.suppliers), (one.recipients, other.recipients)):
        if mine and theirs:
            if not mine & theirs or len(mine ^ theirs) > MOST_UNTOLD:
                return NEVER
            weight += 1.5 if mine == theirs else 0.5
    return weight


def deal_goods(one: DealProfile, other: DealProfile) -> float:
    """The systems, or kinds of equipment; where neither deal names any, the kind of agreement."""
    if one.systems and other.systems:
        return 3.0 if one.systems & other.systems else NEVER
    if one.categories and other.categories:
        if one.categories & other.categories:
            return 1.0
        return -1.0 if "other" in one.categories | other.categories else NEVER
    if one.categories or other.categories:
        return -1.0
    return 2.0 if one.kind == other.kind else NEVER


def deal_quantity(one: DealProfile, other: DealProfile) -> float:
    """How many of what both name."""
    shared = one.quantities.keys() & other.quantities.keys()
    if not shared:
        return 0
    return sum(2.0 if one.quantities[item] == other.quantities[item] else -2.5 for item in shared) / len(shared)


def deal_value(one: DealProfile, other: DealProfile) -> float:
    """The value: rounded differently in one currency, at different rates in dollars."""
    if one.amount and other.amount and one.amount[1] == other.amount[1]:
        return 2.0 if _near(float(one.amount[0]), float(other.amount[0]), 0.06) else -2.0
    if one.dollars and other.dollars:
        return 2.0 if _near(float(one.dollars), float(other.dollars), 0.15) else -2.0
    return 0


def deal_day(one: DealProfile, other: DealProfile) -> float:
    """When it came so far: the same step on one day; no wish is told after the signature."""
    gap = one.when.gap(other.when)
    if one.status == other.status:
        if gap > SAME_STEP:
            return NEVER if gap > LONG_STEP else -1.0
        closeness = (one.when.is_close and other.when.is_close, one.when.is_known and other.when.is_known)
        return 2.0 if closeness[0] else 0.5 if closeness[1] else 0
    if gap > PROGRAMME:
        return NEVER
    for early, late in ((one, other), (other, one)):
        if early.status in WISHES and late.status in FIRM and _told(early).first - _told(late).last > SAME_STEP:
            return -3.0
    return 0


def deal_marks(one: DealProfile, other: DealProfile) -> float:
    """Two deals told without a day, sum or number in different rounds of news may well be two."""
    return -1.5 if one.is_unmarked and other.is_unmarked and not reported_together(one, other) else 0


def deal_kind(one: DealProfile, other: DealProfile) -> float:
    """The same unusual kind, such as a joint development, of something that can be told from other goods."""
    unspecific = frozenset({"other"}) in (one.categories, other.categories)
    return 1.0 if one.kind == other.kind != "arms_transfer" and not unspecific else 0


def deal_organizations(one: DealProfile, other: DealProfile) -> float:
    """A company or agency in common."""
    return 1.0 if one.organizations & other.organizations else 0


def statement_speaker(one: StatementProfile, other: StatementProfile) -> float:
    """Nobody says what another said; a speaker nobody knows says nothing twice."""
    return 0 if one.speaker and one.speaker == other.speaker else NEVER


def statement_words(one: StatementProfile, other: StatementProfile) -> float:
    """The share of words in common: of retellings about half, of two statements far less."""
    common = len(one.words & other.words)
    return 0 if common < 3 else 10.0 * common / sqrt(len(one.words) * len(other.words))


def statement_day(one: StatementProfile, other: StatementProfile) -> float:
    """When it was said."""
    if one.when.gap(other.when) > ZONES:
        return NEVER
    return 1.0 if one.when.is_close and other.when.is_close else 0


def _told(deal: DealProfile) -> Interval:
    return deal.when if deal.when.is_known else deal.told.published


def _near(one: float, other: float, share: float) -> bool:
    return abs(one - other) <= share * max(one, other)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


@dataclass(frozen=True, slots=True)
class Measure(Generic[P]):
    """How rows of a table are compared, and the score from which on two are one event."""

    comparisons: tuple[Comparison[P], ...]
    threshold: float

    def score(self, one: P, other: P) -> float:
        """The sum of all comparisons; `NEVER` where one of them rules the pair out."""
        total = 0.0
        for comparison in self.comparisons:
            total += comparison.weigh(one, other)
            if total == NEVER:
                break
        return total


MEETINGS: Final[Measure[MeetingProfile]] = Measure(
    (
        Comparison("article", same_article),
        Comparison("sides", meeting_sides),
        Comparison("day", meeting_day),
        Comparison("kind", meeting_kind),
        Comparison("people", meeting_people),
        Comparison("level", meeting_level),
        Comparison("place", meeting_place),
        Comparison("occasion", meeting_occasion),
        Comparison("round of news", reported_together),
    ),
    threshold=6.0,
)
DEALS: Final[Measure[DealProfile]] = Measure(
    (
        Comparison("article", same_article),
        Comparison("parties", deal_parties),
        Comparison("goods", deal_goods),
        Comparison("kind", deal_kind),
        Comparison("day", deal_day),
        Comparison("marks", deal_marks),
        Comparison("quantity", deal_quantity),
        Comparison("value", deal_value),
        Comparison("organizations", deal_organizations),
        Comparison("round of news", reported_together),
    ),
    threshold=5.0,
)
STATEMENTS: Final[Measure[StatementProfile]] = Measure(
    (
        Comparison("article", same_article),
        Comparison("speaker", statement_speaker),
        Comparison("day", statement_day),
        Comparison("words", statement_words),
    ),
    threshold=5.0,
)
