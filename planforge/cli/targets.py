"""Where output goes: never onto a file that the command reads, and in the format that its name says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planforge.files import keep_old
from planforge.model import InputError

_BY_SUFFIX = {
    ".txt": "text",
    ".json": "json",
    ".sarif": "sarif",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
}
#: A program opens these by their name alone, and refuses other content. Those that nobody writes are refused by name.
_STRICT = ("xlsx", "docx", "pdf", "xls", "et", "doc", "wps")


def spare(target: str, *inputs: str) -> None:
    """Refuse a target that is one of the command's own inputs. Raises InputError."""
    if target != "-" and any(_is_same(Path(target), Path(each)) for each in inputs):
        raise InputError(f"{target}：输出会盖掉原文件。请另写一个文件名。")


@contextmanager
def sparing(target: str, *inputs: str) -> Iterator[None]:
    """The same for the files that are read within, too: a plan names others. Raises InputError."""
    from planforge.lifecycle.inputs import noting

    spare(target, *inputs)
    with noting() as read:
        yield
    spare(target, *read.files)


def spare_original(target: str) -> None:
    """Refuse to replace a Word file that was not set from a plan: one that was imported has the plan's own name.

    Raises InputError.
    """
    from planforge.ooxml.parts.origin import carries_origin

    path = Path(target)
    if path.suffix.lower() == ".docx" and path.is_file() and not carries_origin(path.read_bytes()):
        raise InputError(f"{target}：已经有这个文件，不是本程序排出来的，不覆盖。请用 -o 写明文件名。")


def set_aside(target: str, content: str) -> str:
    """Keep the text file that stands at the target, unless it is `content`; gives where it is now, or nothing.

    What was imported once may have been edited since.
    """
    path = Path(target)
    if target == "-" or not path.is_file() or path.read_bytes() == content.encode():
        return ""
    return str(keep_old(path))


def _is_same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def format_of(target: str, asked: str | None, usual: str) -> str:
    """The format asked for, else the one that the target's suffix stands for, else the usual one.

    Raises InputError where they differ in a way that leaves a file which no program opens.
    """
    suffix = Path(target).suffix.lower()
    named = _BY_SUFFIX.get(suffix) or (suffix[1:] if suffix[1:] in _STRICT else None)
    form = asked or named or usual
    if named and named != form and (named in _STRICT or form in _STRICT):
        raise InputError(f"{target}：{form} 格式的内容不能存成 {suffix} 文件，打不开。请改后缀，或改格式。")
    return form
