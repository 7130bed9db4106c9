"""Makes the safe fixes of a check in the user's own file, and shows them as a diff."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath

from planforge import fix
from planforge.files import read_bytes, write_whole
from planforge.lifecycle.checking import Check, CheckOptions, check_reading
from planforge.lifecycle.loading import load_bytes
from planforge.model import InputError

#: Each round mends what the one before could not; more than a few mean that two rules want opposite things.
_MOST_ROUNDS = 8
_PLAIN_TEXT = frozenset({".yaml", ".yml", ".txt", ".md"})


@dataclass(frozen=True, slots=True)
class Change:
    """A file before and after its fixes."""

    path: str
    before: str
    after: str

    def diff(self) -> str:
        return fix.unified_diff(self.before, self.after, self.path)


def fixes(check: Check, options: CheckOptions) -> tuple[Change, Check]:
    """What the safe fixes of a checked file change, and the check of what is left.

    Fixes that overlap wait for the next round; rounds end when nothing changes, so that fixing twice changes nothing
    more. Raises InputError for a file that isn't plain text in UTF-8.
    """
    before = text = _utf8(check.path)
    for _ in range(_MOST_ROUNDS):
        fixed = fix.apply(text, check.diagnostics, check.document.file)
        if fixed == text:
            break
        text = fixed
        check = check_reading(check.path, load_bytes(text.encode(), check.document.file), options)
    return Change(check.path, before, text), check


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
