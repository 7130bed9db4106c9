"""Makes the safe fixes of a check in the user's own file, and shows them as a diff."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath

from planforge import fix
from planforge.files import read_bytes, write_whole
from planforge.lifecycle.checking import Check
from planforge.model import InputError

_PLAIN_TEXT = frozenset({".yaml", ".yml", ".txt", ".md"})


@dataclass(frozen=True, slots=True)
class Change:
    """A file before and after its fixes."""

    path: str
    before: str
    after: str

    def diff(self) -> str:
        return fix.unified_diff(self.before, self.after, self.path)


def fixes(check: Check) -> Change:
    """What the safe fixes of `check` change. Raises InputError for a file that isn't plain text in UTF-8."""
    before = _utf8(check.path)
    return Change(check.path, before, fix.apply(before, check.diagnostics, check.document.file))


def make(change: Change) -> None:
    """Write the change, whole or not at all; a file that stays the same isn't touched."""
    if change.after != change.before:
        write_whole(Path(change.path), change.after)


def _utf8(path: str) -> str:
    """The file's text, its line ends and BOM as they are; positions count in it."""
    if path == "-" or PurePath(path).suffix.lower() not in _PLAIN_TEXT:
        raise InputError(f"{path}：--fix 和 --diff 只改 YAML 和文本文件。")
    try:
        return read_bytes(path).decode()
    except UnicodeDecodeError:
        raise InputError(f"{path}：不是 UTF-8 编码。请先用记事本另存为 UTF-8，再改正。") from None
