"""Names of files from names of units, safe on every system whatever a plan calls a unit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

_SUFFIX = ".docx"
#: What Windows forbids in names, and what can't be seen; a blank in its place keeps the words apart.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_ENDS = " ."
#: Devices of Windows, which no file can be called, whatever its suffix.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
#: In bytes of UTF-8: file systems hold 255, and folders, suffix and number need room.
_LONGEST = 180
_NAMELESS = "未具名单位"


def file_names(units: Sequence[str]) -> Iterator[str]:
    """A file name for each unit, in order; where two would be the same on some system, the later has a number."""
    taken: set[str] = set()
    for unit in units:
        name, turn = _safe(unit), 1
        while _same(numbered := name if turn == 1 else f"{name}（{turn}）") in taken:
            turn += 1
        taken.add(_same(numbered))
        yield numbered + _SUFFIX


def _safe(unit: str) -> str:
    seen = "".join(character if _is_seen(character) else " " for character in unicodedata.normalize("NFC", unit))
    words = " ".join(_FORBIDDEN.sub(" ", seen).split())
    name = words.encode()[:_LONGEST].decode("utf-8", "ignore").strip(_ENDS) or _NAMELESS
    return f"_{name}" if _DEVICES.fullmatch(name) else name


def _is_seen(character: str) -> bool:
    return unicodedata.category(character)[0] not in "CZ"


def _same(name: str) -> str:
    """Names that Windows or macOS take for one."""
    return unicodedata.normalize("NFKC", name).casefold()
