"""A Word file that somebody edited since it was set is kept when it is set again: nothing of the user's is lost."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from planforge.files import read_bytes, write_whole
from planforge.ooxml.origin import is_as_written


def keep_edited(target: Path) -> Path | None:
    """Copy the Word file at `target` to 名.旧.docx unless it is as this program wrote it; gives the copy's path.

    None where there is nothing to keep. Raises InputError where the file can't be read.
    """
    if target.suffix.lower() != ".docx" or not target.is_file():
        return None
    data = read_bytes(str(target))
    if is_as_written(data):
        return None
    names = (target.with_name(f"{target.stem}.旧{number or ''}{target.suffix}") for number in count())
    kept = next(name for name in names if not name.exists())
    write_whole(kept, data)
    return kept
