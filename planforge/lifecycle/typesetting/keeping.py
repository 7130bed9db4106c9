"""A file that somebody edited or filled in since it was written is kept when it is written again: nothing is lost."""

from __future__ import annotations

from pathlib import Path

from planforge.files import keep_old, read_bytes
from planforge.ooxml.parts.origin import is_as_written


def keep_edited(target: Path, content: str | bytes) -> Path | None:
    """Copy the Word file or workbook that `content` is to replace to 名.旧.docx; gives the copy's path.

    None where there is nothing to keep: it is the same, or as this program wrote it. Raises InputError where it can't
    be read.
    """
    if target.suffix.lower() not in (".docx", ".xlsx") or not target.is_file():
        return None
    data = read_bytes(str(target))
    if data == content or is_as_written(data):
        return None
    return keep_old(target)
