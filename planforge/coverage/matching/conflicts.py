"""What keeps an answer on the same object from covering a measure: it does something else or the reverse, or leaves its
body out."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from planforge.coverage.texts import lexicon
from planforge.coverage.texts.corpus import Leaf, Measure
from planforge.coverage.texts.denials import denies, reversals
from planforge.coverage.texts.phrases import phrases
from planforge.model import Task


def contradict(measure: Measure, answer: Measure, leaf: Leaf) -> bool:
    """Whether `answer`, of `leaf`, does something else to the object of `measure` (取消, 新增) or the reverse of what
    that says (收取 for 不得收取), or leaves its body out.

    Actions are opposed only where the two clauses have none in common.
    """
    ours, theirs = measure.parts.actions, answer.parts.actions
    return (
        (ours.isdisjoint(theirs) and _oppose(ours, theirs))
        or _leaves_out(measure.parts.text, leaf.task)
        or _reverse(measure.clause.text.value, answer.clause.text.value)
    )


def same_turns(ours: str, theirs: str) -> bool:
    """Whether two texts have the same words of those that can make them contradict each other, in the same order."""
    turns = _turns()
    return turns.findall(ours) == turns.findall(theirs) and denies(ours) == denies(theirs)


def _oppose(ours: Collection[str], theirs: Collection[str]) -> bool:
    return any((one in ours and two in theirs) or (two in ours and one in theirs) for one, two in _opposed())


def _reverse(superior: str, plan: str) -> bool:
    """Whether a text does what the superior's forbids, or forbids what that asks for."""
    if not denies(superior) and not denies(plan):
        return False
    demands, said = ([match[0] for match in phrases(text)] for text in (superior, plan))
    return any(reversals(demands, said))


def _leaves_out(text: str, task: Task) -> bool:
    """Whether a text names a body that nothing in a task does."""
    bodies = [body for body in _bodies() if body in text]
    told = (task.heading, *(clause.text for clause in task.clauses)) if bodies else ()
    return any(not any(body in words.value for words in told) for body in bodies)


@cache
def _opposed() -> tuple[tuple[str, str], ...]:
    pairs = (pair.partition("/") for pair in lexicon.named_list("conflicts.txt", "opposed"))
    return tuple((one, two) for one, _, two in pairs)


@cache
def _turns() -> re.Pattern[str]:
    words = lexicon.actions().words(frozenset(name for pair in _opposed() for name in pair))
    return re.compile("|".join((*words, *_bodies())))


@cache
def _bodies() -> tuple[str, ...]:
    return lexicon.named_list("conflicts.txt", "bodies")
