"""A file that somebody edited or filled in since it was written is kept when it is written again: nothing is lost."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from planforge.files import read_bytes, write_whole
from planforge.ooxml.origin import is_as_written


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
    names = (target.with_name(f"{target.stem}.旧{number or ''}{target.suffix}") for number in count())
    kept = next(name for name in names if not name.exists())
    write_whole(kept, data)
    return kept
