"""Style profiles: how an office sets its pages, as YAML with Chinese keys, read through cerberus.

Lengths are held in twips (1/20 pt, Word's unit), font sizes in half-points, rule weights in eighths of a point.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from planforge.model import InputError, Position, Span
from planforge.resources import template_dir

DEFAULT = "gbt9704"
Form = Literal["文件", "信函"]

#: Names of font sizes, in half-points.
SIZES: Mapping[str, int] = MappingProxyType(
    {"初号": 84, "小初": 72, "1号": 52, "小一": 48, "2号": 44, "小二": 36, "3号": 32, "小三": 30, "4号": 28, "小四": 24}
    | {"5号": 21, "小五": 18}
)
_CHINESE_SIZES = str.maketrans("一二三四五", "12345")
_TWIPS = {"mm": 1440 / 25.4, "毫米": 1440 / 25.4, "cm": 14400 / 25.4, "厘米": 14400 / 25.4, "磅": 20.0, "pt": 20.0}
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)\s*(mm|毫米|cm|厘米|磅|pt)")
_LEVELS = ("一级", "二级", "三级", "四级")
_FACES = ("正文", "标题", *_LEVELS, "机关标志", "密级", "签发人", "附件字样", "表头", "表格", "版记", "页码")


@dataclass(frozen=True, slots=True)
class Face:
    """A font for Chinese, one for digits and Latin letters, a size in half-points, and the space between characters."""

    font: str
    size: int
    latin: str
    bold: bool = False
    colour: str = ""
    spacing: int = 0

    @property
    def width(self) -> int:
        """The advance of a full-width character, in twips."""
        return self.size * 10 + self.spacing


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins in twips (GB/T 9704-2012, 5.1 and 5.2)."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int

    @property
    def measure(self) -> int:
        """The width of the 版心."""
        return self.width - self.left - self.right

    @property
    def depth(self) -> int:
        """The height of the 版心."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Style:
    """A style profile. `levels` are the faces of heading levels 1 to 4; those in `run_in` are set in line with text."""

    name: str
    summary: str
    page: Page
    form: Form
    with_wenjian: bool
    mark_top: int
    rule: int
    line: int
    title_line: int
    run_in: frozenset[int]
    body: Face
    title: Face
    levels: tuple[Face, Face, Face, Face]
    mark: Face
    secrecy: Face
    signer: Face
    attachment: Face
    table_head: Face
    table: Face
    imprint: Face
    page_number: Face


def available() -> tuple[str, ...]:
    """The names of the shipped profiles, the default first."""
    names = sorted(path.stem for path in (template_dir() / "styles").glob("*.yaml"))
    return (DEFAULT, *(name for name in names if name != DEFAULT))


def load(name_or_path: str | Path | None = None) -> Style:
    """A profile by its shipped name or by a file's path; None is the default.

    Raises InputError (Chinese, with file and line) when there is none, or it holds what a profile can't.
    """
    path = _find(str(name_or_path or DEFAULT))
    return _style(path.stem, _settings(path, seen=()))


def twips(value: object) -> int:
    """`37mm`, `28.95磅` → twips. Raises ValueError with the Chinese reason."""
    match = _LENGTH.fullmatch(str(value).strip())
    if match is None:
        raise ValueError(f"“{value}”不是长度，请写成 37mm 或 29磅")
    return round(float(match[1]) * _TWIPS[match[2]])


def half_points(value: object) -> int:
    """`3号`, `小四`, `16磅` → half-points. Raises ValueError with the Chinese reason."""
    word = str(value).strip()
    named = SIZES.get(word) or SIZES.get(word[:-1].translate(_CHINESE_SIZES) + "号" if word.endswith("号") else word)
    if named:
        return named
    match = _LENGTH.fullmatch(word)
    if match is None or match[2] not in {"磅", "pt"}:
        raise ValueError(f"“{value}”不是字号，请写成 3号、小四 或 16磅")
    size = round(float(match[1]) * 2)
    if not 2 <= size <= 1000:
        raise ValueError(f"“{value}”超出了字号的范围（1磅到500磅）")
    return size


def _find(name: str) -> Path:
    shipped = template_dir() / "styles" / f"{name}.yaml"
    if re.fullmatch(r"[\w-]+", name) and shipped.is_file():
        return shipped
    if Path(name).is_file():
        return Path(name)
    near = difflib.get_close_matches(name, available(), 1, 0.5)
    hint = f"您是不是要写“{near[0]}”？" if near else "也可以写样式文件（.yaml）的路径。"
    raise InputError(f"没有名为“{name}”的样式。现有样式：{'、'.join(available())}。{hint}")


def _settings(path: Path, seen: tuple[Path, ...]) -> dict[str, Any]:
    """The profile's settings, laid over those of the profile that it 沿用."""
    if path.resolve() in seen:
        raise InputError(f"{path}：“沿用”绕成了圈，请让其中一个样式不再沿用。")
    own = _read(path)
    base = own.pop("沿用", None)
    if base is None and path.stem == DEFAULT:
        return own
    return _laid_over(_settings(_find(base or DEFAULT), (*seen, path.resolve())), own)


def _laid_over(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in own.items():
        both = isinstance(value, Mapping) and isinstance(base.get(key), Mapping)
        merged[key] = _laid_over(base[key], value) if both else value
    return merged


def _read(path: Path) -> dict[str, Any]:
    from cerberus import Validator  # 80 ms: only who renders pays for it

    content, lines = _yaml(path)
    validator = Validator(_schema())
    if not validator.validate(content):
        raise InputError("\n".join(_messages(path, validator._errors, lines)), _span(path, 1))
    return dict(validator.document)


def _yaml(path: Path) -> tuple[dict[str, Any], dict[tuple[str, ...], int]]:
    """What the file says, scalars as text, and the line of every key."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        root = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=loader)
        content = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=loader)
    except UnicodeDecodeError:
        raise InputError(f"{path}：样式文件不是 UTF-8 编码，请另存为 UTF-8。") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise InputError(f"{path} 第{line}行：不是合格的 YAML，请检查冒号、缩进和引号。", _span(path, line)) from None
    if not isinstance(content, dict):
        raise InputError(f"{path}：样式文件应是“键: 值”的清单，例如“沿用: gbt9704”。")
    return content, dict(_lines(root, ()))


def _lines(node: Any, path: tuple[str, ...]) -> list[tuple[tuple[str, ...], int]]:
    found: list[tuple[tuple[str, ...], int]] = []
    for key, value in node.value if node.id == "mapping" else ():
        here = (*path, str(key.value))
        found += [(here, key.start_mark.line + 1), *_lines(value, here)]
    return found


def _span(path: Path, line: int) -> Span:
    return Span(str(path), Position(line), Position(line))


def _schema() -> dict[str, Any]:
    length = {"coerce": twips, "min": 0}
    face = {
        "字体": {"type": "string", "coerce": _font},
        "西文": {"type": "string", "coerce": _font},
        "字号": {"coerce": half_points},
        "粗体": {"coerce": _yes},
        "颜色": {"type": "string", "coerce": _colour},
    }
    page = ("宽", "高", "天头", "地脚", "订口", "切口")
    return {
        "沿用": {"type": "string"},
        "说明": {"type": "string"},
        "页面": {"type": "dict", "schema": dict.fromkeys(page, length)},
        "版式": {"allowed": ["文件", "信函"]},
        "文件二字": {"coerce": _yes},
        "机关标志距版心": length,
        "红线粗细": length,
        "行距": {"coerce": twips, "min": 200},
        "标题行距": {"coerce": twips, "min": 200},
        "正文字距": {"coerce": twips},
        "段内标题": {"type": "list", "allowed": list(_LEVELS)},
        "字体": {"type": "dict", "schema": {key: {"type": "dict", "schema": face} for key in _FACES}},
    }


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


def _messages(path: Path, errors: Any, lines: Mapping[tuple[str, ...], int]) -> list[str]:
    found: list[str] = []
    for error in errors:
        if error.is_group_error:
            found += _messages(path, error.child_errors, lines)
            continue
        place = tuple(str(part) for part in error.document_path)
        found.append(f"{path} 第{_line(place, lines)}行：{' → '.join(place)}：{_reason(error)}。")
    return found


def _line(place: tuple[str, ...], lines: Mapping[tuple[str, ...], int]) -> int:
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
    if error.rule in {"allowed"}:
        return f"只能写 {'、'.join(error.constraint)}"
    if error.rule == "min":
        return "数值太小"
    return _unknown(str(error.document_path[-1]))


def _unknown(key: str) -> str:
    known = [*_schema(), *_schema()["页面"]["schema"], *_FACES, "字体", "西文", "字号", "粗体", "颜色"]
    near = difflib.get_close_matches(key, known, 1, 0.4)
    return "没有这个键" + (f"，您是不是要写“{near[0]}”" if near else "")


def _style(name: str, settings: Mapping[str, Any]) -> Style:
    page, fonts = settings["页面"], settings["字体"]
    spacing = settings["正文字距"]
    faces = {
        key: _face(fonts[key], spacing if key in {"正文", *_LEVELS, "密级", "签发人", "附件字样"} else 0)
        for key in _FACES
    }
    one, two, three, four = (faces[level] for level in _LEVELS)
    return Style(
        name=name,
        summary=settings["说明"],
        page=Page(*(page[key] for key in ("宽", "高", "天头", "地脚", "订口", "切口"))),
        form=settings["版式"],
        with_wenjian=settings["文件二字"],
        mark_top=settings["机关标志距版心"],
        rule=max(2, round(settings["红线粗细"] * 8 / 20)),
        line=settings["行距"],
        title_line=settings["标题行距"],
        run_in=frozenset(_LEVELS.index(level) + 1 for level in settings["段内标题"]),
        body=faces["正文"],
        title=faces["标题"],
        levels=(one, two, three, four),
        mark=faces["机关标志"],
        secrecy=faces["密级"],
        signer=faces["签发人"],
        attachment=faces["附件字样"],
        table_head=faces["表头"],
        table=faces["表格"],
        imprint=faces["版记"],
        page_number=faces["页码"],
    )


def _face(face: Mapping[str, Any], spacing: int) -> Face:
    font = face["字体"]
    return Face(font, face["字号"], face.get("西文", font), face.get("粗体", False), face.get("颜色", ""), spacing)
