"""Where the items of a plan's lists stand in its file, and which lines are theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yaml.nodes import Node, SequenceNode

from planforge.model import Attachment, Task
from planforge.yaml_io.editing.editable import Editable
from planforge.yaml_io.editing.page import Page
from planforge.yaml_io.editing.pairs import pair
from planforge.yaml_io.editing.record_edits import content_end
from planforge.yaml_io.encoding import BREAK
from planforge.yaml_io.parsing.nodes import items_of


@dataclass(frozen=True, slots=True)
class Place:
    """An item's node, the type of its record, the key above it, and its turn in a list that has a line for each.

    `block` is None for an item that stands alone, or in brackets.
    """

    node: Node
    of: str
    key: Node
    block: SequenceNode | None
    turn: int


def find_places(plan: Editable) -> dict[int, Place]:
    """The places of all sections, tasks and attachments of the plan, by the `id` of each."""
    document = plan.document
    return {
        **dict(_below(plan.root, "document", "sections", document.sections)),
        **dict(_below(plan.root, "document", "attachments", document.attachments)),
    }


def _below(parent: Node, of: str, key: str, items: Sequence[Task | Attachment]) -> Iterator[tuple[int, Place]]:
    """The places of the items under a key of a record, and of all below them."""
    found = pair(parent, key, of)
    if found is None:
        return
    home = found[1] if isinstance(found[1], SequenceNode) else None
    block = home if home and not home.flow_style else None
    nodes = [node for node in items_of(found[1]) if not isinstance(node, SequenceNode)]
    for node, item in zip(nodes, items, strict=False):  # what has a wrong shape shows when the result is read
        turn = block.value.index(node) if block else 0
        if isinstance(item, Task):
            yield id(item), Place(node, "section", found[0], block, turn)
            yield from _below(node, "section", "tasks", item.tasks)
        else:
            yield id(item), Place(node, "attachment", found[0], block, turn)
            yield from _below(node, "attachment", "sections", item.sections)


def lines_of(page: Page, key: Node, block: SequenceNode, turn: int) -> tuple[int, int]:
    """From the end of the item before, or of the key's line, to the item's own end."""
    indent = block.start_mark.column
    before = content_end(page, block.value[turn - 1], indent) if turn else page.line_end(page.end(key))
    start = min(before + len(page.line_break(before)), len(page.text))
    return start, content_end(page, block.value[turn], indent)


def blank_between(page: Page, key: Node, block: SequenceNode) -> str:
    """The blank lines above the second item of a list: most lists have as many above each."""
    if len(block.value) < 2:
        return ""
    start, stop = lines_of(page, key, block, 1)
    text = page.text[start:stop]
    return text[: _blank_head(text)]


def without_blank_head(text: str) -> str:
    """A text from its first line that isn't blank."""
    return text[_blank_head(text) :]


def _blank_head(text: str) -> int:
    """How many characters of a text are blank lines at its head."""
    first_word = len(text) - len(text.lstrip(" \t\r\n"))
    return max((found.end() for found in BREAK.finditer(text, 0, first_word)), default=0)


def shifted(text: str, columns: int) -> str:
    """Lines farther in or out."""
    if columns == 0:
        return text
    if columns > 0:
        return re.sub(r"(?m)^(?=[^\r\n])", " " * columns, text)
    return re.sub(rf"(?m)^ {{1,{-columns}}}", "", text)
