"""When YAML can't be read on: what is wrong in Chinese, and the line mended or left out so that the rest is read."""

from __future__ import annotations

from typing import Any

import yaml

from planforge.model import Diagnostic
from planforge.yaml_io.faults import diagnostic
from planforge.yaml_io.parsing.source import Source

_Explanation = tuple[str, str, str]

_EXPLAIN: tuple[tuple[str, _Explanation], ...] = (
    (
        "mapping values are not allowed",
        ("Y006", "文字里有冒号加空格，YAML 会把它当成项目名。", "给整段文字加上引号，或把冒号改成全角“：”"),
    ),
    ("cannot start any token", ("Y009", "文字不能以这个符号开头。", "给整段文字加上引号")),
    ("quoted scalar", ("Y007", "引号没有配对。", "补上另一个引号，或改用中文引号“”")),
    ("undefined alias", ("Y009", "以“*”开头的文字会被当成别名。", "给整段文字加上引号")),
    ("alias", ("Y009", "“*”或“&”开头的文字会被当成别名。", "给整段文字加上引号")),
    ("anchor", ("Y009", "“*”或“&”开头的文字会被当成别名。", "给整段文字加上引号")),
    ("tag", ("Y009", "“!”开头的文字会被当成标记。", "给整段文字加上引号")),
    ("',' or ']'", ("Y008", "列表的方括号没有配对，或少了逗号。", "写成 [甲单位, 乙单位]")),
    ("',' or '}'", ("Y008", "花括号没有配对，或少了逗号。", "写成 {条目: 省意见#3.2, 理由: ……}")),
    ("flow", ("Y008", "方括号或花括号没有配对。", "写成 [甲单位, 乙单位]")),
    (
        "could not find expected ':'",
        ("Y001", "这一行不是“项目: 内容”。", "补上项目名和冒号；是上一项的文字时，缩进到它下面"),
    ),
    ("did not find expected key", ("Y010", "缩进没有对齐，或这一行不是“项目: 内容”。", "与同级的上一行对齐")),
    ("did not find expected '-'", ("Y010", "列表的各行没有对齐。", "每一项都以“- ”开头，并左对齐")),
    ("block sequence entries", ("Y010", "“- ”不能写在这里。", "另起一行写“- ”；是文字时加上引号")),
)
_UNKNOWN: _Explanation = ("Y001", "这一行读不懂。", "检查缩进、冒号和引号")


def recover(error: yaml.YAMLError, source: Source) -> Diagnostic:
    """The diagnostic of a syntax error; the line at fault is emptied in memory."""
    line, column = _place(error, source)
    code, message, advice = _explanation(str(error))
    written = source.lines[line]
    found = diagnostic(code, message, source.span(line, column, max(column + 1, len(written.rstrip()))), advice)
    source.replace(line, 0, len(written), "")
    return found


def _explanation(problem: str) -> _Explanation:
    return next((answer for words, answer in _EXPLAIN if words in problem), _UNKNOWN)


def _place(error: yaml.YAMLError, source: Source) -> tuple[int, int]:
    """The line and column to blame: where the problem shows, or the line with words before it."""
    marks: Any = (getattr(error, "problem_mark", None), getattr(error, "context_mark", None))
    unclosed = "end of stream" in str(error) or "while scanning a quoted" in str(error) or "flow" in str(error)
    mark = (unclosed and marks[1]) or marks[0] or marks[1]
    line, column = (mark.line, mark.column) if mark else (0, 0)
    worded = [number for number, written in enumerate(source.lines) if written.strip()]
    blamed = max((number for number in worded if number <= line), default=worded[0])
    return blamed, min(column, len(source.lines[blamed])) if blamed == line else 0
