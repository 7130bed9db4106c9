"""Headings with nothing below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planforge.model import Task

#: 本通知自发布之日起施行，有效期3年。
_EFFECT = re.compile(r"自.+起[施执实]行|有效期(?:为|至|到|[\d一二三四五])")
#: A heading that is a sentence of its own is content: 修订专利资助办法，年底前印发。
_SENTENCE_MARKS = "。；，"
_LONG_HEADING = 25


def is_bare_heading(task: Task) -> bool:
    """Whether a node is a heading and nothing else, neither text nor tasks, and the heading itself tells nothing."""
    content: Sequence[object] = (task.text.value, task.closing.value, task.tasks)
    heading = task.heading.value
    tells = len(heading) > _LONG_HEADING or any(mark in heading for mark in _SENTENCE_MARKS) or _EFFECT.search(heading)
    box = task.marker.startswith("专栏")  # its table may not have come through
    return bool(heading) and not any(content) and not tells and not box
