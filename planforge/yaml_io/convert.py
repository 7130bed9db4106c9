"""`planforge fmt --lang`: the keys of a file in the other language, and every other character as it was."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planforge.model import InputError
from planforge.schemas.names import Record, record
from planforge.yaml_io.compose import compose
from planforge.yaml_io.dump import Lang
from planforge.yaml_io.encoding import decode
from planforge.yaml_io.slips import mend
from planforge.yaml_io.source import Source

_BREAK = re.compile("(\r\n?|\n)")
_Edit = tuple[int, int, int, str]


def convert(source: bytes, file: str, lang: Lang) -> str:
    """The text of a file with English keys (`en`) or Chinese ones (`zh`).

    Keys that are in that language already stay, be they the main ones or not. Raises InputError where the file has
    syntax errors, as half of its keys would stay behind, or no keys at all.
    """
    text, _ = decode(source, file)
    lines = Source.of(text, file)
    faults = mend(lines)
    root, syntax = compose(lines)
    if faults := tuple(fault for fault in (*faults, *syntax) if fault.severity == "error"):
        first = faults[0]
        raise InputError(f"第 {first.span.start.line} 行：{first.message}改好之后再转换。", first.span)
    if root and not isinstance(root, MappingNode):
        raise InputError(f"{file}：不是由“键: 值”组成的 YAML，没有键可以换。")
    return _apply(text, _edits(record("document"), root, lang)) if root else text


def _apply(text: str, edits: Iterator[_Edit]) -> str:
    parts = _BREAK.split(text)  # what an alias repeats stands in the file once
    for line, start, stop, key in sorted(set(edits), reverse=True):
        parts[2 * line] = parts[2 * line][:start] + key + parts[2 * line][stop:]
    return "".join(parts)


def _edits(entry: Record, node: Node, lang: Lang) -> Iterator[_Edit]:
    """(line, start, stop, new key) for every key of a record and the records below it."""
    if isinstance(node, SequenceNode):
        for item in node.value:
            yield from _edits(entry, item, lang)
    for key, value in node.value if isinstance(node, MappingNode) else ():
        name = entry.find(unicodedata.normalize("NFKC", key.value).strip()) if isinstance(key, ScalarNode) else None
        if name is None:
            continue
        if lang == "en" or key.value == name.english:
            yield _edit(key, name.english if lang == "en" else name.chinese[0])
        if name.type in ("record", "records"):
            yield from _edits(record(name.of), value, lang)


def _edit(key: ScalarNode, new: str) -> _Edit:
    quote = 1 if key.style else 0
    return key.start_mark.line, key.start_mark.column + quote, key.end_mark.column - quote, new
