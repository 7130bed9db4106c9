"""Which of a task's units and time limits stand in its own sentences, and which its author wrote out beside them."""

from __future__ import annotations

import re

from planforge.model import Deadline, Task, Text


def in_own_words(statement: Text, task: Task) -> bool:
    """Whether these very words, by their place in the file, belong to the heading, text or closing of the task."""
    words, place = re.escape(statement.value), statement.at(0)
    texts = (task.heading, task.text, task.closing)
    return any(text.at(match.start()) == place for text in texts for match in re.finditer(words, text.value))


def written_deadlines(task: Task) -> tuple[Deadline, ...]:
    """The time limits that the author wrote out for the task, beside those in its sentences."""
    return tuple(each for each in task.deadlines if not in_own_words(each.text, task))
