"""LibreOffice as a converter, where it is installed: a folder of its own, a profile that is thrown away, no macros."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

#: How long one file may take; a plan of a thousand tasks takes some 20 seconds.
SECONDS = 180
#: Bytes that its profile, the file and the result take together in the temporary folder, roughly.
_ROOM = 30 * 2**20


class ConversionError(Exception):
    """LibreOffice made nothing of the file, or not in time; the message, in Chinese, says which."""


def program() -> str | None:
    """The program, None where it isn't installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def convert(data: bytes, suffix: str, target: str) -> bytes:
    """`data`, a file with this suffix (`.docx`), in another format: `pdf`, or with a filter and its options `pdf:…`.

    Raises ConversionError; FileNotFoundError where LibreOffice isn't installed.
    """
    found = program()
    if found is None:
        raise FileNotFoundError("soffice")
    try:
        with tempfile.TemporaryDirectory(prefix="planforge-", ignore_cleanup_errors=True) as folder:
            return _converted(found, Path(folder, f"source{suffix}"), data, target)
    except OSError as fault:
        raise ConversionError(f"临时文件夹 {tempfile.gettempdir()} 写不进去：磁盘满了，或没有权限") from fault


def _converted(found: str, source: Path, data: bytes, target: str) -> bytes:
    source.write_bytes(data)
    folder = source.parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    _run([found, profile, "--headless", "--norestore", "--convert-to", target, "--outdir", str(folder), str(source)])
    made = source.with_suffix("." + target.partition(":")[0])
    if made.exists():
        return made.read_bytes()
    if (left := shutil.disk_usage(folder).free) < _ROOM:  # LibreOffice itself says nothing of it
        raise ConversionError(
            f"临时文件夹 {folder.parent} 所在的磁盘快满了（剩 {left / 2**20:.1f} MB），LibreOffice 没有做成"
        )
    raise ConversionError("LibreOffice 打不开此文件")


def _run(command: Sequence[str]) -> None:
    try:
        subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
    except (subprocess.TimeoutExpired, OSError):
        raise ConversionError(f"LibreOffice 没能在 {SECONDS} 秒内转换此文件") from None
