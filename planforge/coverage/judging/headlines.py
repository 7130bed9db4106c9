"""Demands whose headline the plan repeats: whatever became of their measures, such a demand is not simply missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planforge.model import Document, Task
from planforge.text.late import late

#: Shorter phrases (总体要求's parts, 招商) head quite different tasks.
SHORTEST = 4

_BREAK = late(r"[，,；;：:。]")
_UNSAID = late(r"[\s“”\"、]")


def headlines(plan: Document) -> Mapping[str, Task]:
    """The first task of the plan under each phrase of a heading, by the phrase without quotes and blanks."""
    found: dict[str, Task] = {}
    for task in plan.walk():
        for phrase in _phrases(task):
            found.setdefault(phrase, task)
    return found


def repeated(task: Task, named: Mapping[str, Task]) -> Task | None:
    """The plan's task with a phrase of this heading as a phrase of its own (强化执法 in 强化执法，保持高压态势)."""
    return next((named[phrase] for phrase in _phrases(task) if phrase in named), None)


def _phrases(task: Task) -> Iterator[str]:
    for part in _BREAK.split(task.heading.value):
        phrase = _UNSAID.sub("", part)
        if len(phrase) >= SHORTEST:
            yield phrase
