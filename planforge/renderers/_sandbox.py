"""Where the templates of letters run: they may say words and choose between them, in no time and always the same.

jinja2's own sandbox keeps a template out of the program, but not from going on for ever, filling the memory or drawing
lots. This module imports jinja2, so import it late.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from jinja2 import FileSystemLoader, StrictUndefined, nodes
from jinja2.environment import Template
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

#: Filters whose result is no longer than what they are given, and no other each time.
_FILTERS: Final = ("d", "default", "first", "int", "join", "last", "length", "list", "replace", "string", "trim")
_CUTTING: Final = ("split", "splitlines", "partition", "rpartition", "strip", "lstrip", "rstrip")
_ASKING: Final = ("startswith", "endswith")
_CHANGING: Final = ("removeprefix", "removesuffix", "replace")
_METHODS: Final = frozenset((*_CUTTING, *_ASKING, *_CHANGING))
#: What calls itself, or templates that do.
_CALLING: Final = (nodes.Macro, nodes.CallBlock, nodes.Block)
_READING: Final = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


class Sandbox(ImmutableSandboxedEnvironment):
    """Templates from these folders, the first that has one; whatever one may not do raises SecurityError."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__(loader=FileSystemLoader(folders), undefined=StrictUndefined, autoescape=False)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _FILTERS}

    def letter(self, name: str) -> Template:
        """The template, where it neither calls itself nor has loops within loops."""
        assert self.loader is not None
        source, *_ = self.loader.get_source(self, name)
        tree = self.parse(source, name)
        if any(_repeats(node) for node in tree.find_all(nodes.Stmt)):
            raise SecurityError(name)
        return self.get_template(name)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Methods of text that make it no longer than their arguments."""
        return isinstance(obj, str) and attr in _METHODS

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Numbers are multiplied; text would be repeated, or padded by a format."""
        if operator == "**" or not all(isinstance(each, int | float) for each in (left, right)):
            raise SecurityError(operator)
        return super().call_binop(context, operator, left, right)


def _repeats(node: nodes.Stmt) -> bool:
    """Whether a statement may do something more often than a loop over words does."""
    if isinstance(node, nodes.For):
        return node.recursive or next(node.find_all(nodes.For), None) is not None
    return isinstance(node, (*_CALLING, *_READING))
