"""The keys of a style profile and what each may hold, for cerberus."""

from __future__ import annotations

import re
from typing import Any, Final

from planforge.styles.lengths import half_points, twips

LEVELS: Final = ("一级", "二级", "三级", "四级")
FACES: Final = ("正文", "标题", *LEVELS, "机关标志", "密级", "签发人", "附件字样", "表头", "表格", "版记", "页码")
FACE_KEYS: Final = ("字体", "西文", "字号", "粗体", "颜色")
PAGE: Final = ("宽", "高", "天头", "地脚", "订口", "切口")


def schema() -> dict[str, Any]:
    """The schema; lengths become twips, sizes half-points, 是 and 否 booleans."""
    face = {"type": "dict", "schema": _face()}
    return {
        "沿用": {"type": "string"},
        "说明": {"type": "string"},
        **_page(),
        **_parts(),
        "字体": {"type": "dict", "schema": dict.fromkeys(FACES, face)},
    }


def _page() -> dict[str, Any]:
    """Paper, lines and characters."""
    length = {"coerce": twips, "min": 0}
    pitch = {"coerce": twips, "min": 200, "max": 2000}
    return {
        "页面": {"type": "dict", "schema": dict.fromkeys(PAGE, length)},
        "机关标志距版心": length | {"max": 8000},
        "红线粗细": length | {"max": 120},
        "行距": pitch,
        "标题行距": pitch,
        "正文字距": {"coerce": twips, "min": -100, "max": 400},
    }


def _parts() -> dict[str, Any]:
    """What the document shows, and where."""
    levels = {"type": "list", "allowed": list(LEVELS)}
    return {
        "版式": {"allowed": ["文件", "信函"]},
        "文件二字": {"coerce": _yes},
        "任务分解表": {"coerce": _yes},
        "目录": levels,
        "版记位置": {"allowed": ["末页", "偶数页"]},
        "段内标题": levels,
    }


def _face() -> dict[str, Any]:
    return {
        "字体": {"type": "string", "coerce": _font},
        "西文": {"type": "string", "coerce": _font},
        "字号": {"coerce": half_points},
        "粗体": {"coerce": _yes},
        "颜色": {"type": "string", "coerce": _colour},
    }


def all_keys() -> tuple[str, ...]:
    """Every key that a profile may have, at whatever depth."""
    return (*schema(), *PAGE, *FACES, *FACE_KEYS)


def _font(value: object) -> str:
    name = str(value).strip()
    if not 0 < len(name) <= 31 or not name.isprintable():
        raise ValueError(f"“{name[:40]}”不是字体名，字体名为1到31个字，如 仿宋_GB2312")
    return name


def _yes(value: object) -> bool:
    words = {"是": True, "否": False, "true": True, "false": False, "yes": True, "no": False}
    if str(value).strip().lower() not in words:
        raise ValueError(f"“{value}”应写 是 或 否")
    return words[str(value).strip().lower()]


def _colour(value: object) -> str:
    colour = str(value).strip().lstrip("#").upper()
    if not re.fullmatch(r"[0-9A-F]{6}", colour):
        raise ValueError(f"“{value}”不是颜色，请写六位十六进制数，如 FF0000（红）")
    return colour
