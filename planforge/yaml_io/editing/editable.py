"""A plan's file opened to be changed in place: every byte that no edit touches stays as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from yaml.nodes import Node, SequenceNode

from planforge.model import Document, InputError, Span, Task
from planforge.yaml_io.dump import Lang
from planforge.yaml_io.editing.page import Page
from planforge.yaml_io.editing.pairs import Edit, pair, pairs
from planforge.yaml_io.encoding import decode, written_in
from planforge.yaml_io.load import load
from planforge.yaml_io.parsing.nodes import items_of
from planforge.yaml_io.parsing.parse import parse


@dataclass(frozen=True, slots=True)
class Editable:
    """A file as read, its nodes by their place in it, and how it was encoded."""

    file: str
    document: Document
    page: Page
    root: Node
    _mark: bytes
    _encoding: str

    @classmethod
    def open(cls, source: bytes, file: str) -> Editable:
        """Raises InputError where the file has faults to be mended first, or can't be written back as it is."""
        text, _ = decode(source, file)
        mark, encoding = written_in(source, text, file)
        return cls(file, load(source, file).document, Page(text), _root(text, file), mark, encoding)

    @property
    def lang(self) -> Lang:
        """The language of the file's first key: that of records which are new in it."""
        own = pairs(self.root)
        return "en" if own and own[0][0].value.isascii() else "zh"

    def nodes(self) -> Iterator[tuple[Node, Task]]:
        """The node of every section and task, as the reader takes them."""
        yield from nodes_below(self.root, "sections", self.document.sections)

    def written(self, edits: Iterable[Edit]) -> bytes:
        """The file with these edits made, in its own encoding; they must not overlap."""
        return self._mark + self.page.edited(edits).encode(self._encoding)


def unsafe(file: str) -> InputError:
    """What is raised where an edit would change more than was asked for."""
    return InputError(f"{file}：写法特别，没有把握只改要改的地方，文件没有改动。请照提示手工填写。", Span(file))


def _root(text: str, file: str) -> Node:
    root, lines, slips, syntax = parse(text, file)
    mended = any(lines.repaired(number) and line.strip() for number, line in enumerate(lines.lines))
    faults = [*slips, *syntax] if mended or syntax else []
    if faults:
        span = faults[0].span
        raise InputError(f"{file} 第 {span.start.line} 行：{faults[0].message}改好之后再试。", span)
    if root is None or mended:
        raise unsafe(file)
    return root


def nodes_below(parent: Node, key: str, tasks: Sequence[Task]) -> Iterator[tuple[Node, Task]]:
    """The nodes of the sections or tasks that stand under a key of a record, and of all below them."""
    found = pair(parent, key, "document" if key == "sections" else "section")
    items = [item for item in items_of(found[1]) if not isinstance(item, SequenceNode)] if found else []
    for node, task in zip(items, tasks, strict=False):  # nodes of a wrong shape show when the result is read again
        yield node, task
        yield from nodes_below(node, "tasks", task.tasks)
