"""`planforge fmt --lang`: the keys of a file in the other language, and every other character as it was."""

from __future__ import annotations

from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planforge.model import InputError
from planforge.schemas.names import Record, record
from planforge.yaml_io.dump import Lang
from planforge.yaml_io.editing.page import Page
from planforge.yaml_io.editing.pairs import Edit, name_of, pairs
from planforge.yaml_io.encoding import decode
from planforge.yaml_io.parsing.parse import parse


def convert(source: bytes, file: str, lang: Lang) -> str:
    """The text of a file with English keys (`en`) or Chinese ones (`zh`).

    Keys that are in that language already stay, be they the main ones or not. Raises InputError where the file has
    syntax errors, as half of its keys would stay behind, or no keys at all.
    """
    text, _ = decode(source, file)
    parsed = parse(text, file)
    if parsed.errors:
        first = parsed.errors[0]
        raise InputError(f"第 {first.span.start.line} 行：{first.message}改好之后再转换。", first.span)
    if parsed.root is None:
        return text
    if not isinstance(parsed.root, MappingNode):
        raise InputError(f"{file}：不是由“键: 值”组成的 YAML，没有键可以换。")
    page = Page(text)
    return page.edited(set(_edits(page, record("document"), parsed.root, lang)))  # an alias repeats what stands once


def _edits(page: Page, entry: Record, node: Node, lang: Lang) -> Iterator[Edit]:
    """A new key for every key of a record and the records below it."""
    if isinstance(node, SequenceNode):
        for item in node.value:
            yield from _edits(page, entry, item, lang)
    for key, value in pairs(node):
        name = name_of(key, entry.name)
        if name is None:
            continue
        if lang == "en" or key.value == name.english:
            yield _edit(page, key, name.english if lang == "en" else name.chinese[0])
        if name.type in ("record", "records"):
            yield from _edits(page, record(name.of), value, lang)


def _edit(page: Page, key: ScalarNode, new: str) -> Edit:
    quote = 1 if key.style else 0
    return page.start(key) + quote, page.end(key) - quote, new
