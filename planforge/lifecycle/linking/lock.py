"""What was said about links and waivers, beside what the plan holds: planforge.lock, kept under version control.

In the plan they hold only a fingerprint (`seen`). When the superior text changes, this file still has the words that
somebody looked at, so that old and new can be shown side by side. And it remembers which suggestions somebody declined,
each with the fingerprints of both texts: they are not made again until one of the texts changes. It decides nothing:
without it coverage is the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from planforge.coverage import fingerprint
from planforge.files import read_bytes, write_whole
from planforge.lifecycle.workspace import find_root
from planforge.model import Clause, InputError, Link, Task, Waiver

FILE = "planforge.lock"
_TEXTS, _DECLINED = "已确认的上级原文", "已否定的对应"


@dataclass(frozen=True, slots=True)
class Lock:
    """Accepted superior texts by `name_of` their links, and the headings of declined tasks by `name_of_declined`."""

    texts: Mapping[str, str] = field(default_factory=dict)
    declined: Mapping[str, str] = field(default_factory=dict)


def lock_file(plan: str) -> Path:
    """Where the file for a plan is kept: at the root of its workspace, or beside a plan outside of one."""
    folder = Path(plan).parent
    return (find_root(folder) or folder) / FILE


def read_lock(path: Path) -> Lock:
    """What the file holds; nothing where there is none. Raises InputError for a damaged one."""
    if not path.is_file():
        return Lock()
    try:
        content = json.loads(read_bytes(str(path)).decode("utf-8-sig"))
        return Lock(_strings(content[_TEXTS]), _strings(content.get(_DECLINED, {})))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise InputError(
            f"{path}：文件已损坏。请从版本库恢复，或删去它（只影响显示上级原文的旧文字，和答过“不是”的建议不再问）。"
        ) from None


def write_lock(path: Path, lock: Lock) -> None:
    """Write the file, sorted, whole or not at all."""
    content = {_TEXTS: dict(sorted(lock.texts.items()))}
    if lock.declined:
        content[_DECLINED] = dict(sorted(lock.declined.items()))
    write_whole(path, json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def name_of(reference: Link | Waiver) -> str:
    """省意见#3.2@3fa1c2: what the text behind a link or a waiver with its fingerprint is called."""
    return f"{reference.to}@{reference.seen}"


def name_of_declined(link: Link, task: Task) -> str:
    """省意见#3.2@3fa1c2×90ab12: the same, and the fingerprint of the task that doesn't answer it."""
    return f"{name_of(link)}×{fingerprint(task)}"


def text_of(item: Task | Clause) -> str:
    """The words that a fingerprint stands for, node by node."""
    if isinstance(item, Clause):
        return item.text.value
    parts = (part.value for node in item.walk() for part in (node.heading, node.text, node.closing))
    return "\n".join(part for part in parts if part)


def _strings(found: Mapping[object, object]) -> dict[str, str]:
    return {str(name): str(text) for name, text in found.items()}
