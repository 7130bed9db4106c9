"""How numbers are found that no reader took for a target, and how one tells that a reader did."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Target, Task
from planforge.text.quantities.bounds import AT_LEAST, BEHIND_LEAST, MORE

#: A number and the blank behind it. It begins where its digits do: a long row of them is looked at once.
VALUE = r"(?<!\d)(?P<value>\d+(?:\.\d+)?)\s?"
#: What may stand before a number that binds from below, and behind it: 不少于, 达到; （套）以上.
FLOOR = rf"(?:{AT_LEAST}|{MORE}|达到?|为)"
OR_MORE = rf"(?:（[^）]{{1,4}}）)?(?:{BEHIND_LEAST})?"
#: What parts the phrases of a sentence.
BREAKS = "，；。：\n"


def targets_in(words: str, task: Task) -> Iterator[Target]:
    """The targets that readers found in these words of a node, or in a stretch around them."""
    return (target for target in task.targets if target.text.value in words or words in target.text.value)


def is_read(words: str, task: Task) -> bool:
    """Whether a reader found a target in these words of a node."""
    return next(targets_in(words, task), None) is not None
