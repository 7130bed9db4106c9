"""Which of a profile's fonts this machine lacks, as fontconfig tells: LibreOffice sets what fontconfig finds."""

from __future__ import annotations

import shutil
import subprocess

from planforge.ooxml.parts.fonts import fonts_of
from planforge.styles import Style

_SECONDS = 10


def substitutes(style: Style) -> dict[str, str]:
    """Fonts that are missing, and the one that stands in for each; empty where there is no fontconfig (Windows)."""
    program = shutil.which("fc-match")
    found = {name: _families(program, name) for name in fonts_of(style)} if program else {}
    return {name: families[0] for name, families in found.items() if families and name not in families}


def _families(program: str, name: str) -> list[str]:
    """All names of the family that fontconfig takes for `name`; none where it doesn't answer."""
    pattern = name.replace("\\", r"\\").replace("-", r"\-").replace(":", r"\:").replace(",", r"\,")
    try:
        done = subprocess.run(
            [program, "--format=%{family}", pattern], capture_output=True, timeout=_SECONDS, check=True, text=True
        )
    except (subprocess.SubprocessError, OSError, UnicodeDecodeError):
        return []
    return [family.strip() for family in done.stdout.split(",") if family.strip()]
