"""What signs of the day of publication add up to, step by step. Not here: the signs (`dating_evidence.py`).

Each sign narrows the days left. One that no day left allows is a contradiction: from then on both readings count, the
days left and those that trust the new sign instead, unless a sign that is trusted more speaks against it; either way a
flag says so. Only a habit of news gives way in silence.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pipelines.reading.dating_evidence import Evidence
from pipelines.reading.intervals import Days, common, span_of, together

#: Signs in the text contradict each other; the interval holds both readings, where they are trusted alike.
CONTRADICTION = "evidence_contradicts"
#: A sign in the text contradicts the printed date, which stands.
PRINTED_DATE_DOUBTED = "printed_date_doubted"
#: The printed date was given up, as the text or another date contradicts it.
PRINTED_DATE_REJECTED = "printed_date_rejected"

# An interval wider than this, in days, says too little to be worth a habit of news against it.
WIDE = 366
# A sign that weighs less is a habit, which nobody is bound to.
FIRM = 2


@dataclass(frozen=True, slots=True)
class Chain:
    """The days left, the signs taken so far, a reason for each step, and flags for a person to look at."""

    days: Days
    taken: tuple[Evidence, ...] = ()
    reasons: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()

    def told(self, reason: str) -> "Chain":
        """The chain with one more reason."""
        return replace(self, reasons=(*self.reasons, reason))

    def flagged(self, flag: str) -> "Chain":
        """The chain with a flag, once."""
        return self if flag in self.flags else replace(self, flags=(*self.flags, flag))


def narrowed(chain: Chain, evidence: Iterable[Evidence]) -> Chain:
    """The chain after all the evidence, in its order."""
    for sign in evidence:
        if sign.weight == 0 and span_of(*chain.days).days <= WIDE:
            continue
        chain = _after(chain, sign)
    return chain


def words_of(days: Days) -> str:
    """Days in words, for a reason."""
    interval = span_of(*days)
    words = str(interval.earliest) if interval.days == 1 else f"{interval.earliest} to {interval.latest}"
    return words if len(days) == 1 else f"{len(days)} spans in {words}"


def _after(chain: Chain, sign: Evidence) -> Chain:
    met = common(chain.days, sign.days)
    if not met:
        return _contradicted(chain, sign)
    if met == chain.days:
        return replace(chain, taken=(*chain.taken, sign))
    return replace(chain, days=met, taken=(*chain.taken, sign)).told(f"{sign.reason}: {words_of(met)}")


def _contradicted(chain: Chain, sign: Evidence) -> Chain:
    """The chain after a sign that no day left allows."""
    outweighed = any(t.weight > sign.weight and not common(t.days, sign.days) for t in chain.taken)
    if outweighed or sign.weight < FIRM:
        aside = chain.told(f"set aside, as it contradicts the above: {sign.reason}")
        return aside if sign.weight < FIRM else aside.flagged(CONTRADICTION)
    other = sign.days
    for earlier in chain.taken:
        other = common(other, earlier.days) or other
    days = together((*chain.days, *other))
    widened = replace(chain, days=days, taken=(*chain.taken, sign)).flagged(CONTRADICTION)
    return widened.told(f"contradicts the above, so that either may be: {sign.reason}: {words_of(days)}")
