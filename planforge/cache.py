"""Results that may be used again: files in the user's cache folder, which may be damaged or vanish at any time.

An entry is plain data with a digest over it; what doesn't fit its digest counts as absent. Whatever goes wrong in
keeping one is passed over in silence: the program only gets slower.
"""

from __future__ import annotations

import hashlib
import os
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

from planforge import __version__
from planforge.files import write_whole
from planforge.resources import template_dir

#: Where the folder is, or one of `OFF`: nothing is kept nor looked up.
VARIABLE = "PLANFORGE_CACHE"
OFF = ("0", "off", "no", "否")
#: Bytes that all entries together may take; the oldest go first.
LARGEST = 64 * 1024 * 1024

_SUFFIX = ".entry"


def folder() -> Path | None:
    """The folder for entries, by the custom of the platform; None where the user wants none or has no home."""
    chosen = os.environ.get(VARIABLE, "")
    if chosen.lower() in OFF:
        return None
    try:
        return Path(chosen) if chosen else _usual() / "planforge"
    except RuntimeError:  # no home folder
        return None


def _usual() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def name_of(*parts: str) -> str:
    """The name of an entry that is told from others by `parts` and by this very program."""
    digest = hashlib.sha256()
    for part in (*_program(), *parts):
        digest.update(f"{len(part)}:{part}".encode(errors="surrogatepass"))
    return digest.hexdigest()


def _program() -> Iterator[str]:
    """What changes whenever this program, its data or the packages beside it do: names, sizes and times of files."""
    yield from (__version__, sys.version)
    for root in (Path(__file__).parent, template_dir()):
        for folder, _, files in sorted(os.walk(root)):
            yield from (_state(Path(folder, file)) for file in sorted(files) if not file.endswith(".pyc"))
    yield from (_state(Path(folder)) for folder in sys.path if folder.endswith("site-packages"))


def _state(file: Path) -> str:
    try:
        state = file.stat()
        return f"{file} {state.st_size} {state.st_mtime_ns}"
    except OSError:
        return f"{file} -"


def recall(name: str) -> bytes | None:
    """The content of an entry; None where there is none, or it is damaged."""
    place = folder()
    if place is None:
        return None
    try:
        digest, _, packed = (place / (name + _SUFFIX)).read_bytes().partition(b"\n")
        if digest.decode() == hashlib.sha256(packed).hexdigest():
            return zlib.decompress(packed)
    except (OSError, ValueError, zlib.error):
        pass
    return None


def keep(name: str, content: bytes) -> None:
    """Keep an entry, in place of an earlier one of its name."""
    place = folder()
    if place is None:
        return
    packed = zlib.compress(content, 1)
    try:
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(place / (name + _SUFFIX), hashlib.sha256(packed).hexdigest().encode() + b"\n" + packed)
        _make_room(place)
    except OSError:
        pass


def _make_room(place: Path) -> None:
    entries = sorted(place.glob(f"*{_SUFFIX}"), key=lambda entry: -entry.stat().st_mtime_ns)
    total = 0
    for entry in entries:
        total += entry.stat().st_size
        if total > LARGEST:
            entry.unlink(missing_ok=True)
