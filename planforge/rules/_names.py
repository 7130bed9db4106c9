"""How findings call what they speak of."""

from __future__ import annotations

from planforge.model import DirectiveTrace, Task, Text


def directive_item(directive: DirectiveTrace, item: str) -> str:
    """省意见#3.2: the words that a link to the item is written in."""
    return f"{directive.alias or directive.title}#{item}"


def called(task: Task, length: int = 24) -> str:
    """A task by its heading or first words, in quotation marks."""
    words = task.heading.value or task.text.value
    return f"“{words[:length]}…”" if len(words) > length else f"“{words}”"


def marker_place(task: Task) -> Text:
    """The marker where it is printed; the task's first words where the source doesn't print it."""
    return task.place.slice(0, len(task.marker)) if task.place.value.startswith(task.marker) else task.place
