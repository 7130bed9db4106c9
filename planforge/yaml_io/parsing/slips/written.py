"""How a value is written on its line: what YAML would misread in it, and the same words so that YAML reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planforge.schemas.names import RECORDS
from planforge.text.late import late
from planforge.yaml_io.emit import in_quotes

_BLOCK = late(r"[|>][+-]?\d?[+-]?\s*(?:#.*)?$")
_QUOTED = {'"': late(r'"(?:[^"\\]|\\.)*"'), "'": late(r"'(?:[^']|'')*'")}
_COMMENT = late(r"\s+#.*$")
_REFERENCE = late(r"(?:[&*][A-Za-z0-9_-]+|![^\s\u4e00-\u9fff]*)(?:\s|$)")
_COLON = late(r":(?=\s|$)")
#: What stands between two quotations, and is no quotation itself.
_BETWEEN_QUOTATIONS = late(r"[、，,/\s]*(?:和|与|及|以及|或|或者)?")
#: A quote opens where a value begins; within one it is a character like others.
_FLOW_PART = late(r"""[\[\]{}]|(?<![^\s\[{,:])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""")
_KEYS = "|".join(
    sorted({key for entry in RECORDS for name in entry.names for key in name.chinese}, key=len, reverse=True)
)
_WIDE_COLON = late(rf"(?<=[{{,，\s])({_KEYS})：\s*")
_WIDE_COMMA = late(rf"，\s*(?=(?:{_KEYS})\s*[:：])")
_WIDE_BRACKETS = {"［": "］", "【": "】", "〔": "〕"}
_LISTS = frozenset(
    key
    for entry in RECORDS
    for name in entry.names
    if name.type in ("names", "records")
    for key in (name.english, *name.chinese)
)


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with a value, what to write, and the value as YAML reads it right (None: it stays).

    `safe`: nobody could have meant anything else.
    """

    code: str
    message: str
    advice: str
    mended: str | None = None
    safe: bool = True


def is_block(value: str) -> bool:
    """Whether a value announces a block of lines (`|`)."""
    return _BLOCK.match(value) is not None


def is_open_quote(value: str) -> bool:
    """Whether a value begins with a quote that its line doesn't close."""
    return value[:1] in _QUOTED and not _QUOTED[value[0]].match(value)


def is_open_flow(value: str) -> bool:
    """Whether a value begins with a bracket that its line doesn't close."""
    return value[:1] in ("[", "{") and end_of_flow(value) is None


def end_of_flow(value: str) -> int | None:
    """Where the brackets that a value begins with are closed; None when they are not."""
    depth = 0
    for part in _FLOW_PART.finditer(value):
        depth += (part[0] in "[{") - (part[0] in "]}")
        if depth == 0:
            return part.end()
    return None


def examine(value: str, key: str) -> Slip | None:
    """The slip in a value that stands on one line, behind `key` (empty: in a list); None for what YAML reads right."""
    first = value[:1]
    if first in _QUOTED:
        return _behind_quote(value)
    if first in ("[", "{"):
        return _flow(value)
    if first in _WIDE_BRACKETS and key in _LISTS:
        return _wide_brackets(value)
    return _plain(value, key)


def _plain(value: str, key: str) -> Slip | None:
    words = _COMMENT.sub("", value)
    comment = value[len(words) :]
    if value[0] in "|>":
        return _behind_bar(value)
    if _has_bad_start(value, key):
        message = f"文字以“{value[0]}”开头，YAML 会把它当成语法符号。"
        return Slip("Y009", message, "给整段文字加上引号", in_quotes(words) + comment)
    if _COLON.search(words):
        message = "文字里有半角冒号加空格，YAML 会把它当成又一个项目。"
        return Slip("Y006", message, "把冒号改成全角“：”，或给整段文字加上引号", in_quotes(words) + comment)
    if re.fullmatch("“[^“”]*”", words):
        return Slip("Y015", "整段文字包在全角引号里，引号会成为文字的一部分。", "删去两端的引号，或改用半角引号")
    return None


def _has_bad_start(value: str, key: str) -> bool:
    first = value[:1]
    if first in ("%", "@", "`", ",", "]", "}"):
        return True
    if first in ("&", "*", "!"):
        return not _REFERENCE.match(value)
    return bool(key) and value.startswith(("- ", "? "))


def _behind_bar(value: str) -> Slip:
    """内容: | 文字 — a block whose first line stands behind the bar."""
    words = re.sub(r"^[|>]+[+-]?\s*", "", value)
    message = f"“{value[0]}”后面还有文字，YAML 读不下去。"
    advice = f"“{value[0]}”后面换行，文字写在下一行并往右缩进；只有一行文字时删去“{value[0]}”"
    return Slip("Y009", message, advice, in_quotes(words) if not words or _plain(words, "-") else words)


def hidden(value: str) -> Slip:
    """The slip of words that begin with #."""
    return Slip(
        "Y009", "“#”开头的文字会被当成注释，这一项成了空的。", "给整段文字加上引号", in_quotes(value), safe=False
    )


def _behind_quote(value: str) -> Slip | None:
    """“十四五”规划 typed with half-width quotes: words behind the closing quote."""
    match = _QUOTED[value[0]].match(value)
    rest = value[match.end() :].strip() if match else ""
    if not rest or rest.startswith("#") or _COLON.match(rest):
        return None
    message = f"引号后面还有文字“{rest[:10]}”，YAML 读不下去。"
    advice = "文字里的引号改用全角“”，或给整段文字加上另一种引号"
    return Slip("Y007", message, advice, in_quotes(value), safe=not _may_be_yaml(value))


def _may_be_yaml(value: str) -> bool:
    """Whether the outer quotes may be those of YAML around words with quotes: "推进"一件事"改革", not "甲"和"乙"."""
    first, *pieces, last = value.split(value[0])
    between = pieces[1::2]
    return not first and not last and len(pieces) > 2 and not all(map(_BETWEEN_QUOTATIONS.fullmatch, between))


def unclosed_quote(value: str) -> Slip:
    """The slip of a quote that nothing closes."""
    return Slip(
        "Y007", f"引号 {value[0]} 没有配对。", "补上另一个引号，或改用全角引号“”", in_quotes(value[1:]), safe=False
    )


def unclosed_flow(value: str) -> Slip:
    """The slip of a bracket that nothing closes."""
    closing = "]" if value[0] == "[" else "}"
    return Slip("Y008", f"“{value[0]}”没有对应的“{closing}”。", f"在末尾补上“{closing}”", value + closing, safe=False)


def _flow(value: str) -> Slip | None:
    end = end_of_flow(value) or len(value)
    rest = value[end:].strip()
    if rest and not rest.startswith("#"):
        return Slip("Y008", f"括号后面还有文字“{rest[:10]}”。", "这是一段文字时，给整段加上引号", in_quotes(value))
    mended = _WIDE_COMMA.sub(", ", _WIDE_COLON.sub(r"\1: ", value[:end])) + value[end:]
    if mended != value:
        return Slip("Y008", "花括号里的冒号、逗号用了全角。", "写成半角：{条目: 省意见#3.2, 理由: ……}", mended)
    return None


def _wide_brackets(value: str) -> Slip | None:
    words = _COMMENT.sub("", value)
    if not words.endswith(_WIDE_BRACKETS[value[0]]):
        return None
    mended = f"[{re.sub('[，、]', ', ', words[1:-1])}]" + value[len(words) :]
    return Slip("Y008", f"列表用了全角括号“{value[0]}{_WIDE_BRACKETS[value[0]]}”。", "写成 [甲单位, 乙单位]", mended)
