"""What keeps an answer on the same object from covering a measure: it does something else, or asks for less."""

from __future__ import annotations

from functools import cache

from planforge.coverage import lexicon
from planforge.coverage.corpus import Leaf, Measure
from planforge.coverage.judge import Chances
from planforge.coverage.match import ClausePair
from planforge.coverage.softening import narrowed, weakened


def limited(chances: Chances, best: ClausePair) -> Chances:
    """A measure's chances in the light of what its best answer leaves out, however alike the words are."""
    if contradict(best.measure, best.answer, best.leaf):
        return chances.contradicted()
    superior, plan = best.measure.parts.text, best.answer.parts.text
    return chances.softened() if narrowed(superior, plan) or weakened(superior, plan) else chances


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
