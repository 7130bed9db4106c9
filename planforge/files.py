"""Reading and writing files so that nothing of the user's is lost or half-written."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path

from planforge.model import InputError

#: No official document comes near this; what does is a mistake or an attack.
LARGEST = 200 * 1024 * 1024

_OLD = re.compile(r"\.旧\d*$")
_NO_FILE = "这不是普通文件。要读别的程序送来的内容，文件名请写“-”"
_LOCKED = "没有权限，或文件正被别的程序（如 Word、WPS）打开"
_REASONS = {
    errno.ENOENT: "找不到这个文件，或者它所在的文件夹",
    errno.EACCES: _LOCKED,
    errno.EPERM: _LOCKED,
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EEXIST: "路径中有一段是文件，不是文件夹",
    errno.ENOSPC: "磁盘满了，没有写入",
    errno.EROFS: "磁盘是只读的",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EBUSY: "这是系统正在用的文件或文件夹",
    errno.ELOOP: "链接绕成了圈，指不到文件",
}
#: The standard input that was read to its end: what it held is gone.
_spent: list[object] = []


def reason(fault: OSError) -> str:
    """Why a file can't be read or written, in Chinese and without its name."""
    return _REASONS.get(fault.errno or 0, f"读写失败（{fault.strerror or fault}）")


def is_file(path: str | Path) -> bool:
    """Whether a file stands at `path`; pathlib raises for a name that no file can have, which is too long, say."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: str | Path) -> bool:
    """Whether a folder stands at `path`; like `is_file`."""
    return os.path.isdir(path)  # noqa: PTH112


def read_bytes(path: str) -> bytes:
    """A file's bytes; `-` is standard input. Raises InputError with the reason in Chinese."""
    if path == "-":
        return _read_input()
    if not path or "\0" in path:
        raise InputError(f"“{path}”不是文件名。")
    try:
        state = Path(path).stat()
        if not stat.S_ISREG(state.st_mode):
            what = "这是文件夹，请写文件名" if stat.S_ISDIR(state.st_mode) else _NO_FILE
            raise InputError(f"{path}：{what}。")
        if state.st_size > LARGEST:
            raise InputError(f"{path}：文件有 {state.st_size // 2**20} MB，超过 200 MB 的上限，不像是公文。")
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}：找不到文件。请检查路径和文件名；其中有空格的，要用引号括起来。") from None
    except OSError as fault:
        raise InputError(f"{path}：{reason(fault)}。") from None


def _read_input() -> bytes:
    stream = sys.stdin.buffer
    if any(stream is spent for spent in _spent):
        raise InputError("标准输入只能读一次：“-”只能写一处，其余的请写文件名。")
    _spent[:] = [stream]
    return stream.read(LARGEST + 1)


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file completely or not at all: a neighbour is written, flushed and renamed onto it; modes are kept.

    A device or pipe is written to, never replaced. Raises OSError that names `path`, never the neighbour.
    """
    data = content.encode() if isinstance(content, str) else content
    try:
        target = _real(path)
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(data)
        else:
            _write_beside(target, data)
    except OSError as fault:
        fault.filename, fault.filename2 = str(path), None
        raise


def _real(path: Path) -> Path:
    """The file that a name means, through links. Raises OSError where links go round, and where the name leaves by
    `..` a folder that isn't there: the file it seems to mean is another one of the user's.
    """
    real = Path(os.path.realpath(path))
    if os.path.lexists(real):
        path.stat()
    return real


def write_set(folder: Path, files: Sequence[tuple[str, bytes]]) -> None:
    """Write files, each by its name, into a folder: none takes its place before all of them are safe on the disk.

    A folder that had to be made goes again where that fails. Raises OSError that names the user's file.
    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    targets = [_real(folder / name) for name, _ in files]
    beside: list[Path] = []
    path = folder
    try:
        for path, (_, data) in zip(targets, files, strict=True):
            beside.append(_neighbour(path, data))
        for path, neighbour in zip(targets, beside, strict=True):
            neighbour.replace(path)
    except BaseException as fault:
        _undo(beside, missing)
        if isinstance(fault, OSError):
            fault.filename, fault.filename2 = str(folder / path.name), None
        raise


def _undo(files: Sequence[Path], folders: Sequence[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


def _write_beside(target: Path, data: bytes) -> None:
    neighbour = _neighbour(target, data)
    try:
        neighbour.replace(target)
    except BaseException:
        neighbour.unlink(missing_ok=True)
        raise


def _neighbour(target: Path, data: bytes) -> Path:
    """A new file beside `target` with its mode and this content, safe on the disk."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(target))
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _mode(target: Path) -> int:
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def beside(path: str, ending: str) -> str:
    """The name of what is made of the file at `path` when nobody says where to: beside it, with another ending.

    Raises InputError for standard input, which has no name.
    """
    if path == "-":
        raise InputError("从标准输入读的要点没有名称，请用 -o 写明写到哪里。")
    given = Path(path)
    if not given.name:
        raise InputError(f"“{path}”不是文件名。")
    return str(given.with_name(given.stem + ending))


def keep_old(path: Path) -> Path:
    """Copy a file that is going to be replaced to 名.旧.yaml, or 名.旧1.yaml where that is taken; gives its path.

    The suffix stays last: a double click opens the copy, and every command reads it.
    Raises InputError where the file can't be read, OSError where the copy can't be written.
    """
    names = (path.with_name(f"{path.stem}.旧{number or ''}{path.suffix}") for number in count())
    kept = next(name for name in names if not name.exists())
    write_whole(kept, read_bytes(str(path)))
    return kept


def is_old(path: Path) -> bool:
    """Whether a file's name is that of a copy which `keep_old` made."""
    return _OLD.search(path.stem) is not None


def shown(path: Path) -> str:
    """The path as a user would write it: relative to the current folder where the file lies below it."""
    here, absolute = Path.cwd(), path.absolute()
    return str(absolute.relative_to(here)) if absolute.is_relative_to(here) else str(path)
