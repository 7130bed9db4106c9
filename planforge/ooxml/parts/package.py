"""An OPC package (ECMA-376 part 2) whose bytes depend on its parts alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

#: The first date that a zip can hold: any clock's date would make two runs differ.
_DATE = (1980, 1, 1, 0, 0, 0)
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def pack(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts as one file, content types first (as readers that stream expect), the rest in the mapping's order."""
    names = [*(name for name in _FIRST if name in parts), *(name for name in parts if name not in _FIRST)]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name in names:
            package.writestr(_entry(name), parts[name])
    return buffer.getvalue()


def repack(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The package `data` with these parts replaced or added; all others stay the same, byte for byte."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            new.writestr(_like(item), parts.get(item.filename) or old.read(item))
        for name in sorted(parts.keys() - set(old.namelist())):
            new.writestr(_entry(name), parts[name])
    return buffer.getvalue()


def _like(item: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """An entry as it was, without what only its old place in the file made true."""
    entry = zipfile.ZipInfo(item.filename, item.date_time)
    entry.compress_type, entry.create_system = item.compress_type, item.create_system
    entry.external_attr = item.external_attr
    return entry


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0  # the same on Windows as elsewhere
    entry.external_attr = 0
    return entry
