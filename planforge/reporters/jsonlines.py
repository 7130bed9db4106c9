"""JSON that people can read and that is written fast: indented down to a depth, and below it one line a value."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

_INDENT = "  "
_encode = json.JSONEncoder(ensure_ascii=False).encode


def dumps(value: Any, depth: int) -> str:
    """`value` as JSON with a line break at its end; `depth` levels of lists and objects have their items on own lines.

    The encoder that comes with Python is fast only where it doesn't indent.
    """
    return "".join(_written(value, depth, "\n")) + "\n"


def _written(value: Any, depth: int, line: str) -> Iterator[str]:
    if depth and value and isinstance(value, dict):
        yield from _listed("{}", ((f"{_encode(key)}: ", each) for key, each in value.items()), depth, line)
    elif depth and value and isinstance(value, list):
        yield from _listed("[]", (("", each) for each in value), depth, line)
    else:
        yield _encode(value)


def _listed(brackets: str, items: Iterator[tuple[str, Any]], depth: int, line: str) -> Iterator[str]:
    before = brackets[0]
    for key, each in items:
        yield f"{before}{line}{_INDENT}{key}"
        yield from _written(each, depth - 1, line + _INDENT)
        before = ","
    yield line + brackets[1]
