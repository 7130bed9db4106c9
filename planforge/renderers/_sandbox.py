"""Where the templates of letters run: they may say words and choose between them, in no time and always the same.

jinja2's own sandbox keeps a template out of the program, but not from going on for ever, filling the memory or drawing
lots. This module imports jinja2, so import it late.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from jinja2 import FileSystemLoader, StrictUndefined, nodes
from jinja2.environment import Template
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

#: Filters whose result is no other each time, and no longer than what they are given; of two that may be, see below.
_FILTERS: Final = ("d", "default", "first", "int", "join", "last", "length", "list", "replace", "string", "trim")
_CUTTING: Final = ("split", "splitlines", "partition", "rpartition", "strip", "lstrip", "rstrip")
_ASKING: Final = ("startswith", "endswith")
_CHANGING: Final = ("removeprefix", "removesuffix", "replace")
_METHODS: Final = frozenset((*_CUTTING, *_ASKING, *_CHANGING))
#: Characters: no letter is so long, and `replace` in a chain could make one that fills the memory.
_LONGEST: Final = 100_000
#: What calls itself, or templates that do.
_CALLING: Final = (nodes.Macro, nodes.CallBlock, nodes.Block)
#: What gives words a name: doubled under a new one forty times they fill the memory, and numbers squared never end.
_NAMING: Final = (nodes.Assign, nodes.AssignBlock, nodes.With)
_READING: Final = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


class Sandbox(ImmutableSandboxedEnvironment):
    """Templates from these folders, the first that has one; whatever one may not do raises SecurityError."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__(loader=FileSystemLoader(folders), undefined=StrictUndefined, autoescape=False)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _FILTERS} | {"replace": _replaced, "join": _joined}

    def letter(self, name: str) -> Template:
        """The template, where it neither calls itself, nor names words anew, nor has loops within loops."""
        assert self.loader is not None
        source, *_ = self.loader.get_source(self, name)
        tree = self.parse(source, name)
        if any(_repeats(node) for node in tree.find_all(nodes.Stmt)):
            raise SecurityError(name)
        return self.get_template(name)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Methods of text that make it no longer than their arguments."""
        return isinstance(obj, str) and attr in _METHODS

    def call(self, context: Any, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Methods of text, `replace` within bounds."""
        if getattr(obj, "__name__", "") == "replace":
            return _replaced(obj.__self__, *args, **kwargs)
        return super().call(context, obj, *args, **kwargs)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Numbers are multiplied; text would be repeated, or padded by a format."""
        if operator == "**" or not all(isinstance(each, int | float) for each in (left, right)):
            raise SecurityError(operator)
        return super().call_binop(context, operator, left, right)


def _repeats(node: nodes.Stmt) -> bool:
    """Whether a statement may do something more often than a loop over words does."""
    if isinstance(node, nodes.For):
        return node.recursive or next(node.find_all(nodes.For), None) is not None
    return isinstance(node, (*_CALLING, *_READING, *_NAMING))


def _replaced(value: object, old: str, new: str, count: int = -1) -> str:
    words = str(value)
    if len(words) + words.count(old) * len(new) > _LONGEST:
        raise SecurityError("replace")
    return words.replace(old, new, count)


def _joined(value: Iterable[object], mark: str = "") -> str:
    words = [str(each) for each in value]
    if sum(map(len, words)) + len(words) * len(mark) > _LONGEST:
        raise SecurityError("join")
    return mark.join(words)
