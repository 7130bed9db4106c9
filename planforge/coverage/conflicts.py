"""What makes two clauses on one object different measures: opposed actions, or a body that the answer doesn't name."""

from __future__ import annotations

from functools import cache

from planforge.coverage import lexicon
from planforge.coverage.corpus import Leaf, Measure


def contradict(measure: Measure, answer: Measure, leaf: Leaf) -> bool:
    """Whether `answer`, of `leaf`, does something else to the object of `measure` (取消, 新增), or leaves its body out.

    Actions are opposed only where the two clauses have none in common.
    """
    ours, theirs = measure.parts.actions, answer.parts.actions
    if not ours & theirs and any(
        (one in ours and two in theirs) or (two in ours and one in theirs) for one, two in _opposed()
    ):
        return True
    told = leaf.task.heading.value + "".join(clause.text.value for clause in leaf.task.clauses)
    return any(body in measure.parts.text and body not in told for body in _bodies())


@cache
def _opposed() -> tuple[tuple[str, str], ...]:
    pairs = (pair.partition("/") for pair in lexicon.named_list("conflicts.txt", "opposed"))
    return tuple((one, two) for one, _, two in pairs)


@cache
def _bodies() -> tuple[str, ...]:
    return lexicon.named_list("conflicts.txt", "bodies")
