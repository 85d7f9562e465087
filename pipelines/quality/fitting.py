"""Fits the weights by which goods that no rule covers are judged (`extraction/deals/likely/judging.py`), from gold.

Every article is read twice: with the deals that the rules find in it, and as if they had found none, so that goods
which the rules happen to cover teach as well. Whose the goods are is a choice between countries (conditional logit),
whether they go there a yes or no (logistic regression); both are penalised by the squares of the weights and solved by
Newton's method. The result depends on nothing but the articles, the gold and the rules. Not here: the signs.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

import numpy as np
import numpy.typing as npt

from pipelines.extraction.deals.finding import record_of, told_deals
from pipelines.extraction.deals.joining.deal import Deal
from pipelines.extraction.deals.likely.candidates import Candidate, candidates
from pipelines.extraction.deals.likely.judging import RULED_OUT, is_told, likeliest
from pipelines.extraction.deals.likely.signs import whose_signs
from pipelines.quality.gold import Row
from pipelines.quality.matching import pair, same_system
from pipelines.reading.document import Document

#: How strongly weights are held to zero; a sign seen less often than this gets none.
PENALTY, FREE, LEAST_SEEN = 4.0, 0.01, 6
#: The sign that the rules were taken to have found nothing. No article is read so in earnest: its weight is left out.
UNREAD = "unread"
MOST_STEPS, STILL = 40, 1e-6

Vector = npt.NDArray[np.float64]
Signs = Collection[str]


@dataclass(frozen=True, slots=True)
class Lesson:
    """Goods left over with the countries that gold says they go to."""

    document: Document
    deals: Sequence[Deal]
    candidate: Candidate
    truth: frozenset[str]


@dataclass(frozen=True, slots=True)
class Choice:
    """Alternatives told by their signs, and which of them are right."""

    signs: Sequence[Signs]
    right: Sequence[bool]


def lessons(document: Document, gold: Sequence[Row]) -> Iterator[Lesson]:
    """What an article teaches, read with the deals of the rules and without any."""
    for deals in (told_deals(document), []):
        missed = pair("deals", gold, [_row(document, deal) for deal in deals]).missed
        asked = [row for row in missed if not row.get("optional")]
        for candidate in candidates(document, deals):
            yield Lesson(document, deals, candidate, _truth(candidate, asked))


def _row(document: Document, deal: Deal) -> Row:
    return asdict(record_of(document, deal))


def _truth(candidate: Candidate, missed: Iterable[Row]) -> frozenset[str]:
    told = [row for row in missed if any(same_system(item, asdict(candidate.item.record)) for item in row["items"])]
    return frozenset(code for row in told for code in row["recipient_countries"] if code in candidate.ties)


def fit(read: Iterable[Lesson]) -> Mapping[str, Mapping[str, float]]:
    """The weights of the signs by question: `whose` and `whether`."""
    taught = list(read)
    whose = choose([_whose(lesson) for lesson in taught if lesson.truth])
    answers = [answer for lesson in taught if (answer := _whether(lesson, whose)) is not None]
    whether = decide([signs for signs, _ in answers], [right for _, right in answers])
    return {"whose": whose, "whether": {sign: weight for sign, weight in whether.items() if sign != UNREAD}}


def _whose(lesson: Lesson) -> Choice:
    signs = [whose_signs(lesson.document, lesson.candidate, code) for code in lesson.candidate.ties]
    return Choice(signs, [code in lesson.truth for code in lesson.candidate.ties])


def _whether(lesson: Lesson, whose: Mapping[str, float]) -> tuple[Signs, bool] | None:
    """The signs that the likeliest country gets the goods, and whether it does; null where that is not asked."""
    country, signs = likeliest(lesson.document, lesson.deals, lesson.candidate, whose)
    if signs & RULED_OUT or is_told(lesson.deals, lesson.candidate.item, country):
        return None
    return signs | ({UNREAD} if not lesson.deals else set()), country in lesson.truth


def choose(choices: Sequence[Choice]) -> dict[str, float]:
    """The weights under which the right alternatives of each choice are likeliest."""
    names = _seen(signs for choice in choices for signs in choice.signs)
    tables = [_table(choice.signs, names) for choice in choices]
    targets = [np.array(choice.right, dtype=float) / sum(choice.right) for choice in choices]

    def slope(weights: Vector) -> tuple[Vector, Vector]:
        gradient, curve = PENALTY * weights, PENALTY * np.eye(len(names))
        for table, target in zip(tables, targets, strict=True):
            scores = np.exp(table @ weights - np.max(table @ weights))
            chances = scores / scores.sum()
            gradient = gradient + table.T @ (chances - target)
            curve = curve + table.T @ (np.diag(chances) - np.outer(chances, chances)) @ table
        return gradient, curve

    return dict(zip(names, _solved(slope, len(names)), strict=True))


def decide(signs: Sequence[Signs], right: Sequence[bool]) -> dict[str, float]:
    """The weights under which what is right is likely and what is wrong is not; `always` is all but free."""
    names = _seen(signs)
    table, target = _table(signs, names), np.array(right, dtype=float)
    penalty = np.array([FREE if name == "always" else PENALTY for name in names])

    def slope(weights: Vector) -> tuple[Vector, Vector]:
        chances = 1 / (1 + np.exp(-table @ weights))
        curve = (table * (chances * (1 - chances))[:, None]).T @ table + np.diag(penalty)
        return table.T @ (chances - target) + penalty * weights, curve

    return dict(zip(names, _solved(slope, len(names)), strict=True))


def _solved(slope: Callable[[Vector], tuple[Vector, Vector]], size: int) -> list[float]:
    """Where the slope is none, by Newton's method."""
    weights = np.zeros(size)
    for _ in range(MOST_STEPS):
        gradient, curve = slope(weights)
        step = np.linalg.solve(curve, gradient)
        weights = weights - step
        if np.abs(step).max(initial=0.0) < STILL:
            break
    return [float(weight) for weight in weights]


def _seen(signs: Iterable[Signs]) -> list[str]:
    counts = Counter(sign for one in signs for sign in one)
    return sorted(sign for sign, count in counts.items() if count >= LEAST_SEEN)


def _table(signs: Sequence[Signs], names: Sequence[str]) -> Vector:
    return np.array([[float(name in one) for name in names] for one in signs])
