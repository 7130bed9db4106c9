"""Finding style profiles, laying them over one another, and making a Style of the settings."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from planforge.files import is_file
from planforge.model import InputError
from planforge.resources import template_dir
from planforge.schemas.trusted import errors_of, validator
from planforge.styles.messages import faults
from planforge.styles.profile import Face, Page, Style
from planforge.styles.schema import FACES, LEVELS, PAGE, all_keys, schema

DEFAULT = "gbt9704"

#: The smallest 版心, across and down: 50 mm, in twips.
_SMALLEST = 2835
#: Faces set on the 28-character line; the others keep their natural width.
_ON_THE_GRID = frozenset({"正文", *LEVELS, "密级", "签发人", "附件字样"})
#: Fields of a Style, and which face of the settings each has.
_FACE_FIELDS = {
    "body": "正文",
    "title": "标题",
    "mark": "机关标志",
    "secrecy": "密级",
    "signer": "签发人",
    "attachment": "附件字样",
    "table_head": "表头",
    "table": "表格",
    "imprint": "版记",
    "page_number": "页码",
}


def available() -> tuple[str, ...]:
    """The names of the shipped profiles, the default first."""
    names = sorted(path.stem for path in (template_dir() / "styles").glob("*.yaml"))
    return (DEFAULT, *(name for name in names if name != DEFAULT))


def load(name_or_path: str | Path | None = None) -> Style:
    """A profile by its shipped name or by a file's path; None is the default.

    Raises InputError (Chinese, with file and line) when there is none, or it holds what a profile can't.
    """
    path = path_of(str(name_or_path or DEFAULT))
    style = _style(path.stem, _settings(path, seen=()))
    _hold_possible(style, path)
    return style


def _hold_possible(style: Style, path: Path) -> None:
    """Refuse what each key allows by itself and no page can have."""
    if min(style.page.measure, style.page.depth) < _SMALLEST:
        raise InputError(f"{path}：页边距太大，版心不足 50mm，请检查“页面”里的长度。")
    if style.form == "信函" and style.imprint_even:
        raise InputError(
            f"{path}：信函的版记只有抄送，排在最后一页版心内最下方（GB/T 9704-2012，10.1），不能排到偶数页。"
            "请写“版记位置: 末页”，或把“版式”改成 文件。"
        )


def _shipped(name: str) -> Path:
    return template_dir() / "styles" / f"{name}.yaml"


def path_of(name: str) -> Path:
    """The file of a shipped profile, or one of the user's own. Raises InputError for neither, with the nearest name."""
    if re.fullmatch(r"[\w-]+", name) and is_file(_shipped(name)):
        return _shipped(name)
    if is_file(name):
        return Path(name)
    near = difflib.get_close_matches(name, available(), 1, 0.5)
    hint = f"您是不是要写“{near[0]}”？" if near else "也可以写样式文件（.yaml）的路径。"
    raise InputError(f"没有名为“{name}”的样式。现有样式：{'、'.join(available())}。{hint}")


def _settings(path: Path, seen: tuple[Path, ...]) -> dict[str, Any]:
    """The profile's settings, laid over those of the profile that it 沿用."""
    if path.resolve() in seen:
        raise InputError(f"{path}：“沿用”绕成了圈，请让其中一个样式不再沿用。")
    own = _read(path)
    if path == _shipped(DEFAULT):
        return own
    base = own.pop("沿用", None)
    return _laid_over(_settings(path_of(base or DEFAULT), (*seen, path.resolve())), own)


def _laid_over(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in own.items():
        both = isinstance(value, Mapping) and isinstance(base.get(key), Mapping)
        merged[key] = _laid_over(base[key], value) if both else value
    return merged


def _read(path: Path) -> dict[str, Any]:
    """What a profile says, in Word's units. Raises InputError that names all faults."""
    from planforge.yaml_io.plain import read_plain, rejected  # not for those who only name the types

    plain = read_plain(path.read_bytes(), str(path), frozenset(all_keys()))
    if not isinstance(plain.value, dict):
        raise InputError(f"{path}：样式文件应是“键: 值”的清单，例如“沿用: gbt9704”。")
    reader = validator(schema())
    if not reader.validate(_written(plain.value)):
        raise rejected(plain.file, faults(errors_of(reader), plain))
    return dict(reader.document)


def _written(value: Any) -> Any:
    """A key without a value has no words, which are refused as others are: nothing is left out in silence."""
    if isinstance(value, dict):
        return {key: _written(each) for key, each in value.items()}
    return "" if value is None else value


def _style(name: str, settings: Mapping[str, Any]) -> Style:
    return Style(
        name=name,
        summary=settings["说明"],
        page=Page(*(settings["页面"][key] for key in PAGE)),
        form=settings["版式"],
        with_wenjian=settings["文件二字"],
        mark_top=settings["机关标志距版心"],
        rule=max(2, round(settings["红线粗细"] * 8 / 20)),
        line=settings["行距"],
        title_line=settings["标题行距"],
        run_in=_levels(settings["段内标题"]),
        breakdown=settings["任务分解表"],
        contents=_levels(settings["目录"]),
        imprint_even=settings["版记位置"] == "偶数页",
        **_faces(settings["字体"], settings["正文字距"]),
    )


def _faces(fonts: Mapping[str, Any], spacing: int) -> dict[str, Any]:
    """The faces of a Style by its fields."""
    faces = {key: _face(fonts[key], spacing if key in _ON_THE_GRID else 0) for key in FACES}
    levels = tuple(faces[level] for level in LEVELS)
    return {"levels": levels, **{field: faces[key] for field, key in _FACE_FIELDS.items()}}


def _levels(names: Iterable[str]) -> frozenset[int]:
    return frozenset(LEVELS.index(name) + 1 for name in names)


def _face(face: Mapping[str, Any], spacing: int) -> Face:
    font = face["字体"]
    return Face(font, face["字号"], face.get("西文", font), face.get("粗体", False), face.get("颜色", ""), spacing)
