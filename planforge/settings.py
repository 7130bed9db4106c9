"""planforge.yaml, the settings of a workspace → Settings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planforge.model import Severity, Span

if TYPE_CHECKING:
    from planforge.yaml_io.plain import Plain

FILE = "planforge.yaml"

#: What people write for a severity.
_SEVERITIES: Mapping[str, Severity] = {
    "错误": "error",
    "警告": "warning",
    "提示": "info",
    "error": "error",
    "warning": "warning",
    "info": "info",
}
_ENGLISH = {
    "规则": "rules",
    "选用": "select",
    "不查": "ignore",
    "级别": "severities",
    "选项": "options",
    "样式": "style",
    "单位名录": "roster",
    "输出": "output",
}
_IN_RULES = ("选用", "不查", "级别", "选项")
_CODE = re.compile(r"[A-Z]{1,4}\d{0,4}")
_WORDS = {"是": True, "否": False, "true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a workspace wants. Paths are relative to its root.

    `select` and `ignore` hold codes of rules or their beginnings; no `select` means all. `severities` and `options` go
    by full code. `style` is the name of a style profile or a path.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    style: str = "gbt9704"
    roster: str = "plan_specs/units.yaml"
    output: str = "build"


def load(path: Path | None) -> Settings:
    """The settings in a file; the defaults where there is none. Raises InputError that names all faults."""
    if path is None or not path.is_file():
        return Settings()
    return read(path.read_bytes(), str(path))


def read(source: bytes, file: str) -> Settings:
    """The settings in the bytes of a file."""
    from planforge.schemas.trusted import errors_of  # for those who have settings
    from planforge.yaml_io.plain import read_plain, rejected

    plain = read_plain(source, file, frozenset(_ENGLISH) | frozenset(_ENGLISH.values()))
    if plain.value is None:
        return Settings()
    if not isinstance(plain.value, dict):
        raise rejected(file, [(plain.span(()), "设置应当由“项目: 内容”组成，如“样式: gbt9704”。")])
    validator = _validator()
    if not validator.validate(plain.value):
        raise rejected(file, list(_faults(errors_of(validator), plain)))
    return _settings(validator.document)


def _settings(content: Mapping[str, Any]) -> Settings:
    rules = content.get("rules") or {}
    given = {key: value for key, value in {**content, **rules}.items() if key != "rules" and value is not None}
    lists = {key: tuple(value) for key, value in given.items() if isinstance(value, list)}
    return Settings(**{**given, **lists})


@cache
def _validator() -> Any:
    from cerberus import Validator  # 80 ms, for those who have settings

    codes = {"type": "list", "coerce": _codes, "nullable": True}
    rules = {
        "select": codes,
        "ignore": codes,
        "severities": {"type": "dict", "keysrules": {"check_with": _check_code}, "valuesrules": {"coerce": _severity}},
        "options": {"type": "dict", "keysrules": {"check_with": _check_code}, "valuesrules": {"coerce": _options}},
    }
    schema = {
        "rules": {"type": "dict", "schema": _bilingual(rules), "nullable": True},
        "style": {"type": "string"},
        "roster": {"type": "string"},
        "output": {"type": "string", "check_with": _check_inside},
    }
    return Validator(_bilingual(schema))


def _bilingual(schema: Mapping[str, Any]) -> dict[str, Any]:
    """A cerberus schema that takes the Chinese keys as well."""
    renamed = {zh: {"rename": en} for zh, en in _ENGLISH.items() if en in schema}
    return {**schema, **renamed}


def _codes(value: object) -> list[str]:
    """One code, several in a scalar, or a list."""
    items = value if isinstance(value, list) else re.split(r"[\s,，、]+", str(value))
    codes = [str(item).strip().upper() for item in items]
    wrong = [code for code in codes if not _CODE.fullmatch(code)]
    if wrong:
        raise ValueError(f"“{wrong[0]}”不是规则编号。写成 UNI001，或只写开头的 UNI")
    return codes


def _check_code(field: str, value: str, error: Any) -> None:
    if not _CODE.fullmatch(value):
        error(field, f"“{value}”不是规则编号。写成 UNI001")


def _check_inside(field: str, value: str, error: Any) -> None:
    """Outputs are overwritten, so they stay within the workspace."""
    if Path(value).is_absolute() or ".." in Path(value).parts or value in (".", ""):
        error(field, "输出应当是工作区里的一个文件夹，如 build")


def _severity(value: object) -> Severity:
    if str(value) not in _SEVERITIES:
        raise ValueError(f"级别不能写“{value}”。从这些里选一个：错误、警告、提示")
    return _SEVERITIES[str(value)]


def _options(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ValueError("选项写成 {选项名: 值}；planforge explain 加编号可以看到有哪些选项")
    return {str(key): _option(each) for key, each in value.items()}


def _option(value: object) -> object:
    """Words as what they mean: 3 a number, 是 true, a list a tuple."""
    if isinstance(value, list):
        return tuple(_option(each) for each in value)
    word = str(value)
    if re.fullmatch(r"-?\d+(?:\.\d+)?", word):
        return float(word) if "." in word else int(word)
    return _WORDS.get(word, word)


def _faults(errors: Iterable[Any], plain: Plain) -> Iterator[tuple[Span, str]]:
    """Cerberus' errors, each at its line, in Chinese."""
    return ((plain.span(_written_path(error.document_path, plain.value)), _message(error)) for error in errors)


def _written_path(path: tuple[str, ...], value: Any) -> tuple[str | int, ...]:
    """The path in the user's own words: cerberus speaks of the English keys."""
    written: list[str | int] = []
    for step in path:
        keys = list(value) if isinstance(value, dict) else []
        here = next((key for key in keys if step in (key, _ENGLISH.get(key))), step)
        written.append(here)
        value = value.get(here) if isinstance(value, dict) else None
    return tuple(written)


def _message(error: Any) -> str:
    if error.info:
        return f"{error.info[0]}。"
    key = str(error.document_path[-1])
    if error.rule == "type":
        shape = {"dict": "“项目: 内容”", "list": "列表", "string": "一个词"}[error.constraint]
        return f"“{_chinese(key)}”应当写成{shape}。"
    return _unknown(key, inside=len(error.document_path) > 1)


def _unknown(key: str, *, inside: bool) -> str:
    """What to say of a key that isn't known where it stands: at the top, or inside 规则."""
    place = "“规则”下面" if inside else "设置里"
    if key in _ENGLISH:
        return f"“{key}”应当写在{'最外面一层' if inside else '“规则”下面'}，不在这里。"
    names = "、".join(name for name in _ENGLISH if (name in _IN_RULES) == inside)
    return f"{place}没有“{key}”这个项目。可以写的有：{names}。"


def _chinese(key: str) -> str:
    return next((zh for zh, en in _ENGLISH.items() if en == key), key)
