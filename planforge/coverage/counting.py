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
#: Log odds times this, averaged over the common error, give nearly the chance that they stand for (a logistic curve is
#: nearly a normal one 1.7 wide).
STEEPER = math.sqrt(1 + (COMMON / 1.7) ** 2)
#: No chance is taken to be surer than this.
SUREST = 0.995


def any_and_enough(measures: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The log odds that any of a leaf's measures is answered, and that enough are.

    `measures` has the chances that each is answered at least in part, and that it is fully.
    """
    odds = [(STEEPER * log_odds(answered), STEEPER * log_odds(covered)) for answered, covered in measures]
    looks = [(weight, _counted(odds, COMMON * shift)) for shift, weight in SHIFTS]
    any_is, enough = (sum(weight * counted[place] for weight, counted in looks) for place in (0, 1))
    return log_odds(any_is), log_odds(enough)


def log_odds(chance: float) -> float:
    """Log odds of a chance, which is never taken to be surer than `SUREST`."""
    chance = min(max(chance, 1 - SUREST), SUREST)
    return math.log(chance / (1 - chance))


def logistic(odds: float) -> float:
    """The chance that has these log odds."""
    return 1 / (1 + math.exp(-odds))


def _counted(odds: Sequence[tuple[float, float]], shift: float) -> tuple[float, float]:
    """The chances that any measure is answered, and that enough are, if all log odds are off by `shift`."""
    answered = [logistic(some + shift) for some, _ in odds]
    covered = [min(one, logistic(full + shift)) for one, (_, full) in zip(answered, odds, strict=True)]
    half, odd = divmod(len(odds), 2)
    most = sum(_counts((1 - full, full) for full in covered)[half + 1 :])
    just = 0.0 if odd else _counts((some - full, full) for some, full in zip(answered, covered, strict=True))[half]
    return 1 - math.prod(1 - some for some in answered), most + just


def _counts(events: Iterable[tuple[float, float]]) -> list[float]:
    """For each number of independent events the chance that so many happen, the others failing: (fails, happens)."""
    happened = [1.0]
    for fails, happens in events:
        without, with_it = (*happened, 0.0), (0.0, *happened)
        happened = [a * fails + b * happens for a, b in zip(without, with_it, strict=True)]
    return happened
