"""Turns evidence into verdicts: two logistic curves each for clauses and leaves, and `review` where they are unsure.

`any` is the chance that the plan answers at least a part, `full` that it answers all of it; what lies between
is `partial`. The weights are fitted on labelled pairs (docs/notes/coverage.md) and kept as data.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path
from typing import Literal

from planforge.coverage.judging.counting import any_and_enough, logistic
from planforge.coverage.judging.features import ClauseFeatures
from planforge.model import Status

_WEIGHTS = Path(__file__).parent.parent / "data" / "weights.json"

#: Below this chance of being right a verdict is left to a person. To miss a hole is the worse mistake, so that more is
#: asked of `covered`: it must be surer, and the chance that there is no answer at all no higher than `RISK`.
DECIDED = {"clause": 0.455, "leaf": 0.565}
COVERED = {"clause": 0.68, "leaf": 0.65}
RISK = {"clause": 0.08, "leaf": 0.085}
#: The most chance of being covered that a declared leaf has of whose measures half are holes.
HALF_OPEN = 0.3

Kind = Literal["clause", "leaf"]

#: By what the odds of an answer, and those of a full one, are multiplied; the second no larger than the first.
Favour = tuple[float, float]
NO_FAVOUR: Favour = (1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Chances:
    """How likely a demand is uncovered, partly and fully covered; the three sum to 1."""

    uncovered: float
    partial: float
    covered: float

    @property
    def answered(self) -> float:
        return self.partial + self.covered

    def favoured(self, favour: Favour) -> Chances:
        """The chances after evidence that multiplies the odds by `favour`."""
        answered, covered = _raise(self.answered, favour[0]), _raise(self.covered, favour[1])
        return Chances(1 - answered, answered - covered, covered)

    def contradicted(self) -> Chances:
        """The chances where something else is done to the object: not covered, and hardly known whether in part."""
        return Chances(self.uncovered + self.covered / 2, self.partial + self.covered / 2, 0.0)

    def softened(self) -> Chances:
        """The chances where the answer asks for less: what was covered is so in part."""
        return Chances(self.uncovered, self.partial + self.covered, 0.0)

    def verdict(self, kind: Kind) -> tuple[Status, float]:
        """The likeliest status and the chance that it is right; `review` when that is too small."""
        confidence = max(self.uncovered, self.partial, self.covered)
        status: Status = "uncovered"
        if confidence > self.uncovered:
            status = "partial" if confidence == self.partial else "covered"
        unsafe = status == "covered" and (confidence < COVERED[kind] or self.uncovered > RISK[kind])
        return "review" if unsafe or confidence < DECIDED[kind] else status, round(confidence, 4)


def _raise(chance: float, factor: float) -> float:
    return chance * factor / (chance * factor + 1 - chance)


NOTHING = Chances(1.0, 0.0, 0.0)


def judge_clause(features: ClauseFeatures) -> Chances:
    """The chances of a measure, from the evidence on its best answer."""
    return chances_of(_weights()["clause"], features)


def judge_leaf(measures: Sequence[Chances], favour: Favour = NO_FAVOUR) -> Chances:
    """The chances of a leaf, from those of its measures; `favour` as in `Chances.favoured`."""
    return leaf_chances(_weights()["leaf"], measures, favour)


def leaf_chances(
    curves: Mapping[str, Sequence[float]], measures: Sequence[Chances], favour: Favour = NO_FAVOUR
) -> Chances:
    """The same by given curves. A leaf of one measure stands as that measure does."""
    if len(measures) == 1:
        return measures[0].favoured(favour)
    if not any(chances.answered for chances in measures):
        return NOTHING
    any_is, enough = leaf_values(measures)
    surest = max(chances.answered for chances in measures)
    answered = max(surest, _at(curves["any"], (any_is,)))
    covered = min(answered, _at(curves["full"], (enough,)))
    leaf = Chances(1 - answered, answered - covered, covered)
    return leaf if favour == NO_FAVOUR else _with_holes(leaf.favoured(favour), measures)


def leaf_values(measures: Sequence[Chances]) -> tuple[float, float]:
    """What the curves of leaves are over: the log odds that any measure is answered, and that enough are."""
    return any_and_enough([(chances.answered, chances.covered) for chances in measures])


def _with_holes(leaf: Chances, measures: Sequence[Chances]) -> Chances:
    """A declared leaf's chances: its declaration fills no holes, where half of the measures are likelier to be some."""
    if 2 * sum(chances.uncovered > 0.5 for chances in measures) < len(measures):
        return leaf
    covered = min(leaf.covered, HALF_OPEN)
    return Chances(leaf.uncovered, leaf.answered - covered, covered)


def chances_of(curves: Mapping[str, Sequence[float]], values: Sequence[float]) -> Chances:
    """The chances by the curves `any` and `full`, each a bias and one weight a value."""
    answered = _at(curves["any"], values)
    covered = min(answered, _at(curves["full"], values))
    return Chances(1 - answered, answered - covered, covered)


def _at(weights: Sequence[float], values: Sequence[float]) -> float:
    """The chance that a curve gives: its bias, and one weight a value."""
    return logistic(weights[0] + sum(map(mul, weights[1:], values)))


@cache
def _weights() -> dict[str, dict[str, list[float]]]:
    loaded: dict[str, dict[str, list[float]]] = json.loads(_WEIGHTS.read_text(encoding="utf-8"))
    return loaded
