"""LibreOffice as a converter, where it is installed: a folder of its own, a profile that is thrown away, no macros."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

#: How long one file may take; a plan of a thousand tasks takes some 20 seconds.
SECONDS = 180


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
    with tempfile.TemporaryDirectory(prefix="planforge-") as folder:
        source = Path(folder, f"source{suffix}")
        source.write_bytes(data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        _run([found, profile, "--headless", "--norestore", "--convert-to", target, "--outdir", folder, str(source)])
        made = source.with_suffix("." + target.partition(":")[0])
        if not made.exists():
            raise ConversionError("LibreOffice 打不开此文件")
        return made.read_bytes()


def _run(command: Sequence[str]) -> None:
    try:
        subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
    except (subprocess.TimeoutExpired, OSError):
        raise ConversionError(f"LibreOffice 没能在 {SECONDS} 秒内转换此文件") from None
