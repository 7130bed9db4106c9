"""How findings call what they speak of."""

from __future__ import annotations

from planforge.model import ClauseTrace, DirectiveTrace, Task, Text
from planforge.text.numerals import chinese

#: Characters of a quotation: enough to find it by.
_LONGEST = 60
_LEVELS = ("部分", "项", "小项", "点")


def directive_item(directive: DirectiveTrace, item: str) -> str:
    """省意见#3.2: the words that a link to the item is written in; what is of no item stands in the indicator table."""
    if not item:
        return f"{directive.alias or directive.title}指标表"
    return f"{directive.alias or directive.title}#{item}"


def directive_place(directive: DirectiveTrace, item: str) -> str:
    """省意见第三部分第2项: where a leaf stands, as people say it; an id of the author's own stays as it is."""
    numbers = item.split(".")
    if not all(number.isdigit() for number in numbers) or len(numbers) > len(_LEVELS):
        return directive_item(directive, item)
    section, *below = numbers
    words = [f"第{number}{word}" for number, word in zip(below, _LEVELS[1:], strict=False)]
    return f"{directive.alias or directive.title}第{chinese(int(section))}部分" + "".join(words)


def called_words(words: str) -> str:
    """A document's words in quotation marks, as many as tell them from others."""
    words = words.rstrip("；。")
    return f"“{words[:_LONGEST]}…”" if len(words) > _LONGEST else f"“{words}”"


def called(task: Task, length: int = 24) -> str:
    """A task by its heading or first words, in quotation marks."""
    words = task.heading.value or task.text.value
    return f"“{words[:length]}…”" if len(words) > length else f"“{words}”"


def marker_place(task: Task) -> Text:
    """The marker where it is printed; the task's first words where the source doesn't print it."""
    return task.place.slice(0, len(task.marker)) if task.place.value.startswith(task.marker) else task.place


def missing_words(clause: ClauseTrace) -> str:
    """A superior clause's words that nothing answers, in quotation marks."""
    return "、".join(map(called_words, clause.missing or (clause.text.value,)))
