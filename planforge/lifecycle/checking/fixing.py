"""Makes the safe fixes of a check in the user's own file, and shows them as a diff."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from planforge import fix
from planforge.files import read_bytes
from planforge.importers import txt
from planforge.lifecycle.checking import Check, CheckOptions, check_reading
from planforge.lifecycle.in_place import write_back
from planforge.lifecycle.loading import is_yaml, load_bytes
from planforge.model import InputError
from planforge.yaml_io import encoding as encodings

#: Each round mends what the one before could not; more than a few mean that two rules want opposite things.
_MOST_ROUNDS = 8
_PLAIN_TEXT = frozenset({".yaml", ".yml", ".txt", ".md"})


@dataclass(frozen=True, slots=True)
class Change:
    """The text of a file before and after its fixes, and how the file is written: its BOM and its encoding."""

    path: str
    before: str
    after: str
    mark: bytes
    encoding: str

    def diff(self) -> str:
        """The change as `diff -u` shows it; empty where there is none."""
        return fix.unified_diff(self.before, self.after, self.path)


def fixes(check: Check, options: CheckOptions | None = None) -> tuple[Change, Check]:
    """What the safe fixes of a checked file change, and the check of what is left; `options` are those of the check.

    Fixes that overlap wait for the next round; rounds end when nothing changes, so that fixing twice changes nothing
    more. Raises InputError for a file that isn't plain text, or has characters that can't be written back.
    """
    file = check.document.file
    before, mark, encoding = _text(check.path, file)
    text = before
    for _ in range(_MOST_ROUNDS):
        fixed = fix.apply(text, check.diagnostics, file)
        if fixed == text:
            break
        text = fixed
        check = check_reading(check.path, load_bytes(mark + text.encode(encoding), file), options or CheckOptions())
    return Change(check.path, before, text, mark, encoding), check


def make(change: Change) -> None:
    """Write the change in the file's own encoding, whole or not at all; a file that stays the same isn't touched.

    Raises InputError where the file has changed since it was read.
    """
    before, after = (change.mark + text.encode(change.encoding) for text in (change.before, change.after))
    write_back(change.path, before, after)


def _text(path: str, file: str) -> tuple[str, bytes, str]:
    """The file's text, its line ends as they are, in which positions count; its BOM, and its encoding."""
    if path == "-":
        raise InputError("标准输入：没有文件可改。--fix 和 --diff 后面请写文件名。")
    if PurePath(path).suffix.lower() not in _PLAIN_TEXT:
        raise InputError(f"{path}：--fix 和 --diff 只改 YAML 和文本文件。")
    data = read_bytes(path)
    text, _ = (encodings.decode if is_yaml(data, file) else txt.decode)(data, file)
    return text, *encodings.written_in(data, text, path)
