"""The shares that `confidence` tells, measured: of rows that show so many signals, how many are right.

Not here: the signals (`resolution/confidence.py`), what a right row is (`reliability.py`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pipelines.quality.reliability import Judged
from pipelines.reference.confidence import Calibration
from pipelines.resolution.confidence import SIGNALS, signals

#: Classes of rows count as if they had so many more that are right as often as the table's rows are: few say little.
PRIOR_ROWS: Final = 4


@dataclass(slots=True)
class _Pool:
    """Classes of rows that tell one share: those that would else be less sure than one with fewer signals."""

    classes: list[list[bool]]

    def share(self, usual: float) -> float:
        rights = [right for rights in self.classes for right in rights]
        return (sum(rights) + PRIOR_ROWS * usual) / (len(rights) + PRIOR_ROWS)


def calibrate(judged: Iterable[Judged]) -> Iterator[Calibration]:
    """A row for each table and number of signals, by isotonic regression: more signals never make a row less sure."""
    outcomes: defaultdict[str, list[list[bool]]] = defaultdict(list)
    for one in judged:
        classes = outcomes[one.table]
        classes.extend([] for _ in range(len(SIGNALS[one.table]) + 1 - len(classes)))
        classes[signals(one.table, one.row)].append(one.right)
    for table, classes in outcomes.items():
        whole = [right for rights in classes for right in rights]
        usual = sum(whole) / len(whole)
        shares = [share for pool in _pooled(classes, usual) for share in [pool.share(usual)] * len(pool.classes)]
        for count, (rights, share) in enumerate(zip(classes, shares, strict=True)):
            yield Calibration(table, count, len(rights), sum(rights), round(100 * share))


def _pooled(classes: Iterable[list[bool]], usual: float) -> list[_Pool]:
    """The classes, with neighbours pooled until shares rise (pool adjacent violators)."""
    pools: list[_Pool] = []
    for rights in classes:
        pools.append(_Pool([rights]))
        while len(pools) > 1 and pools[-2].share(usual) >= pools[-1].share(usual):
            last = pools.pop()
            pools[-1].classes += last.classes
    return pools
