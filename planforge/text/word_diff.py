"""What changed between two wordings, in pieces that people can read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from planforge.text.late import late

#: What became of a piece of text.
Change = Literal["same", "gone", "new"]

#: A number or a Latin word changes as a whole, Chinese character by character.
_TOKEN = late(r"[0-9０-９][0-9０-９.,．，]*[%％]?|[A-Za-z]+|\s+|.", re.DOTALL)
#: Between two changes a stretch of fewer tokens is noise: it changes with them.
_SHORTEST = 2


def word_diff(old: str, new: str) -> tuple[tuple[Change, str], ...]:
    """The pieces of both wordings in reading order; what replaces something follows it.

    Without the `new` pieces they join to `old`, without the `gone` ones to `new`.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    pieces: list[tuple[Change, str]] = []
    gone = added = ""
    for same, left, right in _blocks(before, after):
        gone, added = gone + left, added + right
        if same:
            pieces += [(kind, words) for kind, words in _changed(gone, added) if words]
            pieces.append(("same", same))
            gone = added = ""
    return (*pieces, *(piece for piece in _changed(gone, added) if piece[1]))


def _changed(gone: str, added: str) -> Iterator[tuple[Change, str]]:
    yield "gone", gone
    yield "new", added


def _blocks(before: list[str], after: list[str]) -> Iterator[tuple[str, str, str]]:
    """(same, gone, new) in order: either a stretch that stayed, or what went and came; short islands count as both."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        left, right = "".join(before[i:j]), "".join(after[k:m])
        inner = i > 0 and j < len(before)
        if kind == "equal" and (j - i >= _SHORTEST or not inner):
            yield left, "", ""
        else:
            yield "", left, right
