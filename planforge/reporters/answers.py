"""What a plan answers a superior measure with, in words, and what of the measure it leaves open."""

from __future__ import annotations

from itertools import pairwise

from planforge.model import ClauseTrace, Task

#: A target speaks of what a measure says where so many of its pairs of characters stand there, too (0 to 1).
_SHARED = 0.5


def measures_of(task: Task) -> dict[str, str]:
    """The words of a task's measures by their ids; a task without any has itself as the one."""
    measures = {clause.id: clause.text.value for clause in task.clauses}
    return measures or {task.id: task.text.value or task.heading.value}


def with_targets(clause: str, task: Task | None, superior: str) -> str:
    """设立口审庭。（目标：按期办结率达到90%以上）, for a superior measure that speaks of this rate.

    What a task sets itself as 目标 each of its clauses is taken to say (`coverage.texts.corpus.answer`): without it a
    clause about something else would seem to be the proof.
    """
    told = [target for target in _beside(task) if _speaks_of(target, superior)] if task else []
    return f"{clause}（目标：{'；'.join(told)}）" if told else clause


def gap_label(clause: ClauseTrace) -> str:
    """How the gaps of a measure are told."""
    return "没有完全对应" if clause.half_met else "没有对应"


def _beside(task: Task) -> list[str]:
    """Its targets that are not read from its text."""
    text = f"{task.heading}\n{task.text}\n{task.closing}"
    return [target.text.value for target in task.targets if target.text.value not in text]


def _speaks_of(target: str, superior: str) -> bool:
    pairs = ["".join(pair) for pair in pairwise(target)]
    return sum(pair in superior for pair in pairs) >= max(1, _SHARED * len(pairs))
