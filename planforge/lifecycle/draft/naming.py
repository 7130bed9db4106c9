"""What a draft calls its superior documents, and where it finds them."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Sequence
from pathlib import Path

from planforge.lifecycle.draft.levels import place_word_of
from planforge.model import Document, Superior

_KINDS = {
    "work_plan": "要点",
    "opinion": "意见",
    "programme": "规划",
    "scheme": "方案",
    "strategy": "纲要",
    "notice": "通知",
}


def aliases(documents: Sequence[tuple[str, Document]], given: Sequence[Superior]) -> dict[str, str]:
    """The draft's short name (省意见, 市规划2) of each document by the name that it goes by now.

    A name that the plan itself gave stays.
    """
    own = {superior.alias for superior in given}
    names: dict[str, str] = {name: name for name, _ in documents if name in own}
    for name, document in documents:
        if name not in own:
            names[name] = _free(_short(document), set(names.values()))
    return names


def _short(document: Document) -> str:
    kind = _KINDS.get(document.kind, "文件")
    if kind == "意见" and re.search("措施", document.title.value):
        kind = "措施"
    return place_word_of(document) + kind


def _free(name: str, used: Collection[str]) -> str:
    turn, candidate = 1, name
    while candidate in used:
        turn += 1
        candidate = f"{name}{turn}"
    return candidate


def reference(file: str, folder: Path) -> str:
    """The path of a document as a plan in `folder` writes it; absolute where no relative one leads there."""
    try:
        return Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:  # another drive of Windows
        return Path(file).resolve().as_posix()
