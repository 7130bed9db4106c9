"""What cerberus finds wrong with a style profile, in Chinese, with the line of the key."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from planforge.styles.schema import FACE_KEYS, FACES, PAGE, schema

Place = tuple[str, ...]


def messages(path: Path, errors: Any, lines: Mapping[Place, int]) -> list[str]:
    """One line of text for each error, those in nested settings too; `lines` has the line of every key."""
    found: list[str] = []
    for error in errors:
        if error.is_group_error:
            found += messages(path, error.child_errors, lines)
            continue
        place = tuple(str(part) for part in error.document_path)
        found.append(f"{path} 第{_line(place, lines)}行：{' → '.join(place)}：{_reason(error)}。")
    return found


def _line(place: Place, lines: Mapping[Place, int]) -> int:
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place, 1)


def _reason(error: Any) -> str:
    if error.rule == "coerce" or (error.rule == "type" and error.info):
        return str(error.info[0])
    if error.rule == "type":
        return {"dict": "应写成“键: 值”", "list": "应写成清单，如 [二级, 三级]"}.get(
            str(error.constraint), "应是一个词"
        )
    if error.rule == "allowed":
        return f"只能写 {'、'.join(error.constraint)}"
    if error.rule == "min":
        return "数值太小"
    return _unknown(str(error.document_path[-1]))


def _unknown(key: str) -> str:
    known = [*schema(), *PAGE, *FACES, *FACE_KEYS]
    near = difflib.get_close_matches(key, known, 1, 0.4)
    return "没有这个键" + (f"，您是不是要写“{near[0]}”" if near else "")
