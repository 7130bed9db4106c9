"""A plan's YAML file that is changed in place: read once, and written only where nobody else changed it meanwhile."""

from __future__ import annotations

from pathlib import Path

from planforge.files import read_bytes, write_whole
from planforge.lifecycle.loading import is_yaml
from planforge.model import InputError


def read_plan(path: str, refusal: str) -> bytes:
    """The bytes of the plan at `path`. Raises InputError with the words of `refusal` where it is no YAML file."""
    source = b"" if path == "-" else read_bytes(path)
    if path == "-" or not is_yaml(source, path):
        raise InputError(f"{path}：{refusal}。请先运行 planforge import 转换。")
    return source


def hold_unchanged(path: str, before: bytes) -> None:
    """Raises InputError where the file doesn't have the bytes any more that were read."""
    if read_bytes(path) != before:
        raise InputError(f"{path}：处理期间文件被别的程序改动了，没有写入。请重新运行。")


def write_back(path: str, before: bytes, after: bytes) -> None:
    """Write the plan, whole or not at all; one that stays the same isn't touched.

    Raises InputError where the file has changed since `before` was read.
    """
    if after != before:
        hold_unchanged(path, before)
        write_whole(Path(path), after)
