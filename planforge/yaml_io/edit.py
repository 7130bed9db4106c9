"""`planforge link`: new links in the file of a plan, and every other byte of it as it was."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from yaml.nodes import Node, SequenceNode

from planforge.model import Document, InputError, Link, Span, Task
from planforge.yaml_io.compose import compose
from planforge.yaml_io.encoding import decode
from planforge.yaml_io.link_edits import Edit, LinkEdits, is_empty, pair
from planforge.yaml_io.load import load
from planforge.yaml_io.page import Page
from planforge.yaml_io.slips import mend
from planforge.yaml_io.source import Source

#: Links to write, by the id of the task that gets them.
Accepted = Mapping[str, Sequence[Link]]

_Node = TypeVar("_Node", bound=Task)

#: How a file may be written, in the order in which `decode` tries them.
_ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    *((b"", encoding) for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be")),
)


def add_links(source: bytes, file: str, links: Accepted) -> bytes:
    """The bytes of a plan with these links, each with its fingerprint, in 落实 of their tasks.

    A link that a task has already only gets its new fingerprint; the others follow those that are there. Comments,
    quotes, order, line ends, BOM and encoding stay. The result is read again before it is given: it is the same plan
    but for the links. Raises InputError where the file has faults to be mended first, or can't be edited safely.
    """
    text, _ = decode(source, file)
    mark, encoding = _written_in(source, text, file)
    before = load(source, file).document
    page, root = _page(text, file)
    edits = [
        edit for node, task in _nodes(root, "sections", before.sections) for edit in _edits(page, node, task, links)
    ]
    after = mark + _applied(text, edits).encode(encoding)
    if load(after, file).document != _with_links(before, links):
        raise _unsafe(file)
    return after


def _written_in(source: bytes, text: str, file: str) -> tuple[bytes, str]:
    """BOM and encoding that give the very bytes of the file again; what was damaged can't be written back."""
    for mark, encoding in _ENCODINGS:
        try:
            if source.startswith(mark) and mark + text.encode(encoding) == source:
                return mark, encoding
        except UnicodeEncodeError:
            continue
    raise InputError(f"{file}：文件里有损坏的字符，不能原样写回。请先另存为 UTF-8。", Span(file))


def _page(text: str, file: str) -> tuple[Page, Node]:
    lines = Source.of(text, file)
    slips = mend(lines)
    root, syntax = compose(lines)
    mended = any(lines.repaired(number) and line.strip() for number, line in enumerate(lines.lines))
    faults = [*slips, *syntax] if mended or syntax else []
    if faults:
        span = faults[0].span
        raise InputError(f"{file} 第 {span.start.line} 行：{faults[0].message}改好之后再确认对应关系。", span)
    if root is None or mended:
        raise _unsafe(file)
    return Page(text), root


def _nodes(parent: Node, key: str, tasks: Sequence[Task]) -> Iterator[tuple[Node, Task]]:
    """The node of every task, sections and nested tasks alike, as the reader takes them."""
    found = pair(parent, key, "document" if key == "sections" else "section")
    items = [item for item in _items(found[1]) if not isinstance(item, SequenceNode)] if found else []
    for node, task in zip(items, tasks, strict=False):  # nodes of a wrong shape show when the result is read again
        yield node, task
        yield from _nodes(node, "tasks", task.tasks)


def _items(node: Node) -> list[Node]:
    items = node.value if isinstance(node, SequenceNode) else [node]
    return [item for item in items if not is_empty(item)]


def _edits(page: Page, node: Node, task: Task, links: Accepted) -> Iterator[Edit]:
    if links.get(task.id):
        yield from LinkEdits(page, task.implements, links[task.id]).edits(node)


def _applied(text: str, edits: Sequence[Edit]) -> str:
    parts, position = [], 0
    for start, stop, words in sorted(edits, key=lambda edit: edit[:2]):  # insertions at one place keep their order
        parts += [text[position:start], words]
        position = stop
    return "".join([*parts, text[position:]])


def _with_links(document: Document, links: Accepted) -> Document:
    return replace(document, sections=tuple(_linked(section, links) for section in document.sections))


def _linked(node: _Node, links: Accepted) -> _Node:
    tasks = tuple(_linked(task, links) for task in node.tasks)
    return replace(node, implements=merged(node.implements, links.get(node.id, ())), tasks=tasks)


def merged(present: Sequence[Link], accepted: Sequence[Link]) -> tuple[Link, ...]:
    """A task's links after some were accepted: those that were there keep their place."""
    seen = {(link.directive, link.item): link for link in accepted}
    kept = [seen.get((link.directive, link.item), link) for link in present]
    there = {(link.directive, link.item) for link in present}
    return (*kept, *(link for name, link in seen.items() if name not in there))


def _unsafe(file: str) -> InputError:
    return InputError(f"{file}：写法特别，没有把握只改“落实”而不动别处，文件没有改动。请照提示手工填写。", Span(file))
