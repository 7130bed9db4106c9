"""Which of a task's units and time limits stand in its own sentences, and which its author wrote out beside them."""

from __future__ import annotations

from planforge.model import Deadline, Task, Text
from planforge.text.beside import lies_in, words_of


def in_own_words(statement: Text, task: Task) -> bool:
    """Whether these very words, by their place in the file, belong to the heading, text or closing of the task."""
    return lies_in(statement, words_of(task))


def written_deadlines(task: Task) -> tuple[Deadline, ...]:
    """The time limits that the author wrote out for the task, beside those in its sentences."""
    return tuple(each for each in task.deadlines if not in_own_words(each.text, task))
