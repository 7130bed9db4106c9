"""Mappings → YAML text: passages as blocks, short lists on one line, quotes only where they are needed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from planforge.text.late import late

#: A list on one line stays within the width of a screen.
_FLOW_WIDTH = 90
#: What says nothing where it stands without quotes.
NOTHING = ("", "~", "null")
_PLAIN = late(r"(?![-?:,\[\]{}#&*!|>'\"%@`~\s“”])[^\n\x00-\x1f]+(?<![\s:])")
_UNSAFE = late(r":(?:\s|$)|\s#")
#: Between brackets libyaml takes 局:? for a key and no more, and PyYAML's own parser ends words at any question mark;
#: people take a quote behind a colon for an opening one.
_UNSAFE_IN_FLOW = late(r"""[,?\[\]{}]|:(?:[\s'"]|$)|\s#""")
#: Characters that only an escape in double quotes keeps: controls, separators of lines, byte order marks, half pairs.
_ESCAPED = late(r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


class Passage(str):
    """Words that stand in a block of their own (`|`), however short."""


class Remarked(dict[str, Any]):
    """A mapping with lines of comment above it."""

    def __init__(self, pairs: Mapping[str, Any], remarks: Iterable[str]) -> None:
        super().__init__(pairs)
        self.remarks = tuple(line for remark in remarks for line in remark.split("\n"))


def emit(mapping: dict[str, Any]) -> str:
    """A mapping of strings, numbers, lists and mappings as a YAML file."""
    return "\n".join(_mapping(mapping, "")) + "\n"


def in_flow(words: str) -> str:
    """Words as an item of a list or record on one line, in quotes where they need them."""
    return _scalar(words, _UNSAFE_IN_FLOW)


def in_block(words: str) -> str:
    """Words on one line outside of brackets, in quotes where they need them."""
    return _scalar(words)


def fits_block(words: str) -> bool:
    """Whether words can stand below a bar (`|`) as they are: no blanks at the ends, no character to be escaped."""
    return bool(words) and words == words.strip() and not _ESCAPED.search(words.replace("\n", ""))


def in_quotes(words: str, style: str = "'") -> str:
    """Words in quotes of this style; in double ones where single ones can't hold them."""
    return _double_quoted(words) if style == '"' or _ESCAPED.search(words) else _single_quoted(words)


def pair_lines(key: str, value: Any, indent: int) -> list[str]:
    """A key and its value as lines of a block mapping whose keys stand `indent` characters in."""
    return list(_pair(_scalar(key), value, " " * indent))


def item_lines(value: Any, indent: int) -> list[str]:
    """A value as an item of a block list whose dashes stand `indent` characters in, remarks above it."""
    return list(_item(value, " " * indent))


def record_in_flow(mapping: Mapping[str, Any]) -> str:
    """A mapping on one line, within braces."""
    return "{" + ", ".join(f"{in_flow(key)}: {_value_in_flow(value)}" for key, value in mapping.items()) + "}"


def _value_in_flow(value: Any) -> str:
    if isinstance(value, dict):
        return record_in_flow(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_value_in_flow, value))}]"
    return _scalar(value, _UNSAFE_IN_FLOW)


def _mapping(mapping: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in mapping.items():
        yield from _pair(_scalar(key), value, indent)


def _pair(key: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield f"{indent}{key}:"
        yield from _mapping(value, indent + "  ")
    elif isinstance(value, list):
        yield from _list(key, value, indent)
    elif _is_block(value):
        yield f"{indent}{key}: |"
        yield from (f"{indent}  {line}" if line else "" for line in value.split("\n"))
    else:
        yield f"{indent}{key}: {_scalar(value)}"


def _list(key: str, values: list[Any], indent: str) -> Iterator[str]:
    flow = f"{indent}{key}: {_value_in_flow(values)}"
    if not any(isinstance(value, dict) or _nested(value) for value in values) and len(flow) <= _FLOW_WIDTH:
        yield flow
        return
    yield f"{indent}{key}:"
    for value in values:
        yield from _item(value, indent + "  ")


def _item(value: Any, indent: str) -> Iterator[str]:
    """One item of a list; a record's first key stands behind the dash."""
    yield from _comments(value, indent)
    if isinstance(value, dict):
        first, *rest = _mapping(value, indent + "  ")
        yield f"{indent}- {first.lstrip()}"
        yield from rest
    elif isinstance(value, list):
        yield f"{indent}- {_value_in_flow(value)}"
    else:
        yield f"{indent}- {_scalar(value)}"


def _comments(value: Any, indent: str) -> Iterator[str]:
    for line in value.remarks if isinstance(value, Remarked) else ():
        yield f"{indent}# {line}".rstrip()


def _nested(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, list) for item in value)


def _is_block(value: Any) -> bool:
    """Whether words go into a block; blanks at the ends and control characters only keep in quotes."""
    return isinstance(value, str) and (isinstance(value, Passage) or "\n" in value) and fits_block(value)


def _scalar(value: Any, unsafe: re.Pattern[str] = _UNSAFE) -> str:
    """A scalar on one line: plain where YAML allows it, else in quotes."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    words = str(value)
    if words not in NOTHING and _PLAIN.fullmatch(words) and not (unsafe.search(words) or _ESCAPED.search(words)):
        return words
    return in_quotes(words)


def _single_quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


def _double_quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _ESCAPED.sub(_escape, escaped) + '"'


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
