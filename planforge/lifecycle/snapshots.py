"""The superior texts as they were when links to them were accepted: planforge.lock, kept under version control.

A link in the plan holds only a fingerprint (`seen`). When the superior text changes, this file still has the words that
somebody looked at, so that old and new can be shown side by side. It decides nothing: without it links are outdated all
the same, only the old words can't be shown.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from planforge.files import read_bytes, write_whole
from planforge.lifecycle.workspace import find_root
from planforge.model import Clause, InputError, Link, Task

FILE = "planforge.lock"
_KEY = "已确认的上级原文"


def snapshot_file(plan: str) -> Path:
    """Where the texts for a plan are kept: at the root of its workspace, or beside a plan outside of one."""
    folder = Path(plan).parent
    return (find_root(folder) or folder) / FILE


def read_snapshots(path: Path) -> dict[str, str]:
    """The texts by `name_of` their links; none where there is no file. Raises InputError for a damaged one."""
    if not path.is_file():
        return {}
    try:
        texts = json.loads(read_bytes(str(path)).decode("utf-8-sig"))[_KEY]
        return {str(name): str(text) for name, text in texts.items()}
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise InputError(f"{path}：文件已损坏。请从版本库恢复，或删去它（只影响显示上级原文的旧文字）。") from None


def write_snapshots(path: Path, texts: Mapping[str, str]) -> None:
    """Write the file, sorted, whole or not at all."""
    content = {_KEY: dict(sorted(texts.items()))}
    write_whole(path, json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def name_of(link: Link) -> str:
    """省意见#3.2@3fa1c2: what the text behind a link with its fingerprint is called."""
    return f"{link.directive}#{link.item}@{link.seen}"


def text_of(item: Task | Clause) -> str:
    """The words that a fingerprint stands for, node by node."""
    if isinstance(item, Clause):
        return item.text.value
    parts = (part.value for node in item.walk() for part in (node.heading, node.text, node.closing))
    return "\n".join(part for part in parts if part)
