"""The mark of a superior text that an accepted link remembers, so that a later change shows."""

from __future__ import annotations

import hashlib
import unicodedata

from planforge.model import Clause, Task
from planforge.text.late import late

#: Hexadecimal digits: short enough to be read aloud, long enough that a changed text hardly keeps its mark.
LENGTH = 6

_NOT_WORDS = late(r"[\W_]+")


def fingerprint(item: Task | Clause) -> str:
    """Six hexadecimal digits over the words of a clause, or over heading and text of a task and all below it.

    Blanks, line breaks, punctuation and the width of characters don't count, nor do marker and id.
    """
    words = _NOT_WORDS.sub("", unicodedata.normalize("NFKC", _words(item)))
    return hashlib.sha256(words.encode()).hexdigest()[:LENGTH]


def _words(item: Task | Clause) -> str:
    if isinstance(item, Clause):
        return item.text.value
    return "".join(part.value for node in item.walk() for part in (node.heading, node.text, node.closing))
