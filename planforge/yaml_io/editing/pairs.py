"""The pairs of a YAML mapping in the words of either language, and how a new one is written among them."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from yaml.nodes import MappingNode, Node, ScalarNode

from planforge.schemas.names import Name, record
from planforge.yaml_io.editing.page import Page

#: Put `text` for the characters from start to stop of the file.
Edit = tuple[int, int, str]

#: Keys that stand behind a task's own statements: new pairs go before them.
_BELOW = ("tasks", "closing")


def pair(node: Node, english: str, of: str = "section") -> tuple[ScalarNode, Node] | None:
    """The key and the value of a name in either language; the first counts, as for the reader."""
    return next((found for found in pairs(node) if meaning(found[0], of) == english), None)


def pairs(node: Node) -> list[tuple[ScalarNode, Node]]:
    """The pairs of a mapping whose keys are words; none of another node."""
    found = node.value if isinstance(node, MappingNode) else []
    return [(key, value) for key, value in found if isinstance(key, ScalarNode)]


def remarks_within(page: Page, node: Node) -> list[str]:
    """The comments among the keys and values of a mapping, none of another node."""
    parts = [part for found in pairs(node) for part in found]
    gaps = (page.text[page.end(one) : page.start(other)] for one, other in pairwise(parts))
    return [remark.rstrip() for gap in gaps for remark in re.findall(r"#[^\r\n]*", gap)]


def meaning(key: ScalarNode, of: str = "section") -> str:
    """The English name of a key, empty for an unknown one; a section has all the keys of a task."""
    name = name_of(key, of)
    return name.english if name else ""


def name_of(key: ScalarNode, of: str) -> Name | None:
    """The entry of a key in the table of names, None for an unknown one."""
    return record(of).find(unicodedata.normalize("NFKC", key.value).strip())


def column(node: MappingNode) -> int:
    """Where the keys of a block mapping stand on their lines, from 0."""
    first: Node = node.value[0][0]
    return first.start_mark.column


def last_own(node: MappingNode) -> tuple[ScalarNode, Node]:
    """The pair that a new one goes behind: nested tasks and what follows them stay at the end."""
    own = [found for found in pairs(node) if meaning(found[0]) not in _BELOW] or pairs(node)
    return own[-1]


def added(page: Page, node: MappingNode, after: tuple[Node, Node], words: str, deeper: int = 0) -> Edit:
    """`key: value` behind a pair of a mapping: on the same line within braces, on a line of its own elsewhere."""
    end = max(map(page.end, after))
    if node.flow_style:
        return end, end, f", {words}"
    return line_behind(page, end, column(node) + deeper, words)


def line_behind(page: Page, behind: int, indent: int, words: str) -> Edit:
    """A new line behind that of an offset."""
    end = page.line_end(behind)
    return end, end, page.line_break(behind) + " " * indent + words


def filled(page: Page, key: ScalarNode, value: Node, words: str) -> Edit:
    """A value for a key that has none, or ~."""
    if isinstance(value, ScalarNode) and value.value:
        return page.start(value), page.end(value), words
    colon = page.text.index(":", page.end(key)) + 1
    return colon, colon, " " + words
