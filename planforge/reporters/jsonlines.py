"""JSON that people can read and that is written fast: indented down to a depth, and below it one line a value."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

_INDENT = "  "
_encode = json.JSONEncoder(ensure_ascii=False).encode


def dumps(value: Any, depth: int) -> str:
    """`value` as JSON with a line break at its end; `depth` levels of lists and objects have their items on own lines.

    The encoder that comes with Python is fast only where it doesn't indent.
    """
    written: list[str] = []
    _write(value, depth, "\n", written.append)
    return "".join((*written, "\n"))


def _write(value: Any, depth: int, line: str, put: Callable[[str], None]) -> None:
    if not depth or not value or not isinstance(value, dict | list):
        put(_encode(value))
        return
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    before = f"{opening}{line}{_INDENT}"
    for key, each in _items(value):
        put(before + key)
        _write(each, depth - 1, line + _INDENT, put)
        before = f",{line}{_INDENT}"
    put(line + closing)


def _items(value: dict[str, Any] | list[Any]) -> Iterator[tuple[str, Any]]:
    """What stands in a list or an object, each behind its key as it is written."""
    if isinstance(value, dict):
        return ((_key(key), each) for key, each in value.items())
    return (("", each) for each in value)


@lru_cache(maxsize=256)
def _key(name: str) -> str:
    """A key as it stands before its value; a report has the same few again and again."""
    return f"{_encode(name)}: "
