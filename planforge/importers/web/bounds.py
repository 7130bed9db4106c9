"""Pages made to do harm: the parser's time grows with the square of an element's depth and of its attributes."""

from __future__ import annotations

import re

_DEEPEST = 30_000
_MOST_ATTRIBUTES = 5_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
#: Elements that nothing stands in, and those that end where the next one begins (HTML, 13.1.2): they don't nest.
_FLAT = re.compile(
    "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
    "|p|li|dt|dd|option|optgroup|tr|td|th|thead|tbody|tfoot|colgroup|html|head|body",
    re.I,
)
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{20000,}")
_QUOTED = re.compile("\"[^\"]*\"|'[^']*'")


def is_excessive(value: str) -> bool:
    """Whether elements nest deeper, or one has more attributes, than any page of people's."""
    return _depth(value) > _DEEPEST or any(_attributes(tag[0]) > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(value))


def _depth(value: str) -> int:
    """How many elements stand open at most; 0 where there are not enough to count."""
    if value.count("<") <= _DEEPEST:
        return 0
    depth = deepest = 0
    for tag in _TAG.finditer(value):
        if not _FLAT.fullmatch(tag[2]):
            depth = max(0, depth - 1) if tag[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _attributes(tag: str) -> int:
    return len(_QUOTED.sub("", tag).split())
