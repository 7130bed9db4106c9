"""What the measures of a leaf come to: counted as readers do, where errors on measures of one leaf go together.

Readers call a task covered by more than half of its measures, or by half with the rest answered in part (333 of 337
labelled tasks), and answered in part by any of them. Where the judge is too trusting on one measure of a leaf, it is
so on the others: all their log odds are shifted by one normal error, over which the counts are averaged.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

#: How wide the common error is, in log odds.
COMMON = 2.0
#: Where it is looked at, in widths, and how likely it is there: Gauss-Hermite with five points.
SHIFTS = ((-2.857, 0.01126), (-1.3556, 0.22208), (0.0, 0.53332), (1.3556, 0.22208), (2.857, 0.01126))
#: By what odds against are off there, and how likely that is.
LOOKS = [(math.exp(-COMMON * shift), weight) for shift, weight in SHIFTS]
#: Log odds times this, averaged over the common error, give nearly the chance that they stand for (a logistic curve is
#: nearly a normal one 1.7 wide).
STEEPER = math.sqrt(1 + (COMMON / 1.7) ** 2)
#: No chance is taken to be surer than this.
SUREST = 0.995


def any_and_enough(measures: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The log odds that any of a leaf's measures is answered, and that enough are.

    `measures` has the chances that each is answered at least in part, and that it is fully.
    """
    against = [(_against(answered), _against(covered)) for answered, covered in measures]
    looks = [(weight, *_counted(against, factor)) for factor, weight in LOOKS]
    return log_odds(sum(w * any_is for w, any_is, _ in looks)), log_odds(sum(w * enough for w, _, enough in looks))


def _against(chance: float) -> float:
    """The odds against what has this chance, steeper."""
    return math.exp(-STEEPER * log_odds(chance))


def log_odds(chance: float) -> float:
    """Log odds of a chance, which is never taken to be surer than `SUREST`."""
    chance = min(max(chance, 1 - SUREST), SUREST)
    return math.log(chance / (1 - chance))


def logistic(odds: float) -> float:
    """The chance that has these log odds."""
    return 1 / (1 + math.exp(-odds))


def _counted(against: Sequence[tuple[float, float]], factor: float) -> tuple[float, float]:
    """The chances that any measure is answered, and that enough are, if all odds against are off by `factor`."""
    answered = [1 / (1 + some * factor) for some, _ in against]
    covered = [min(one, 1 / (1 + full * factor)) for one, (_, full) in zip(answered, against, strict=True)]
    half, odd = divmod(len(against), 2)
    enough = sum(_counts([(1 - full, full) for full in covered])[half + 1 :])
    if not odd:
        enough += _counts([(some - full, full) for some, full in zip(answered, covered, strict=True)])[half]
    return 1 - math.prod([1 - some for some in answered]), enough


def _counts(events: Iterable[tuple[float, float]]) -> list[float]:
    """For each number of independent events the chance that so many happen, the others failing: (fails, happens)."""
    counts = [1.0]
    for fails, happens in events:
        one_less, before = 0.0, counts
        counts = []
        for chance in before:
            counts.append(chance * fails + one_less * happens)
            one_less = chance
        counts.append(one_less * happens)
    return counts
