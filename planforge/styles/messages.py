"""What cerberus finds wrong with a style profile, in Chinese."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from planforge.model import Span
from planforge.styles.schema import FACE_KEYS, FACES, PAGE, all_keys, schema

if TYPE_CHECKING:
    from planforge.yaml_io.plain import Plain

_HOMES = dict.fromkeys(PAGE, "页面") | dict.fromkeys(FACES, "字体")


def faults(errors: Iterable[Any], plain: Plain) -> list[tuple[Span, str]]:
    """Cerberus' errors in a profile, each where it stands in the file; one fault for a key."""
    found = {}
    for error in errors:
        keys = tuple(part for part in error.document_path if isinstance(part, str))
        found[keys] = plain.span(keys), f"{' → '.join(keys)}：{_reason(error)}。"
    return list(found.values())


def _reason(error: Any) -> str:
    if error.rule == "coerce" or (error.rule == "type" and error.info):
        return str(error.info[0])
    if error.rule == "type":
        return {"dict": "应写成“键: 值”", "list": "应写成清单，如 [二级, 三级]"}.get(
            str(error.constraint), "应是一个词"
        )
    if error.rule == "allowed":
        return f"只能写 {'、'.join(error.constraint)}"
    if error.rule in {"min", "max"}:
        least = "小于" if error.rule == "min" else "大于"
        return f"不能{least}{error.constraint / 20:g}磅（{error.constraint / 1440 * 25.4:.3g}mm）"
    *above, key = (str(part) for part in error.document_path)
    return _unknown(key, above)


def _unknown(key: str, above: Sequence[str]) -> str:
    """That there is no such key below those, and which one may be meant: one of that place, or else of another."""
    if key in _HOMES:
        return f"“{key}”应写在“{_HOMES[key]}”里"
    if key in schema():
        return f"“{key}”应写在最外层，不缩进"
    if key in FACE_KEYS:
        return f"“{key}”应写在“字体”里的某一种之下，如 机关标志: {{{key}: …}}"
    near = [found for known in _keys(above) for found in difflib.get_close_matches(key, known, 1, 0.4)]
    return "没有这个键" + (f"，您是不是要写“{near[0]}”" if near else "")


def _keys(above: Sequence[str]) -> Iterator[Sequence[str]]:
    """The keys below those, then all."""
    if len(above) == 2:
        yield FACE_KEYS
    else:
        yield {"页面": PAGE, "字体": FACES}.get("".join(above), tuple(schema()))
    yield all_keys()
