"""The faults of a YAML file: their codes, their titles, and how they become diagnostics."""

from __future__ import annotations

from planforge.model import Diagnostic, Fix, Severity, Span

#: Code → title and severity. Y: what breaks the YAML itself; S: what the contract of a document forbids.
FAULTS: dict[str, tuple[str, Severity]] = {
    "Y001": ("读不懂的写法", "error"),
    "Y002": ("项目名后面的冒号不对", "error"),
    "Y003": ("用制表符缩进", "error"),
    "Y004": ("项目重复", "error"),
    "Y005": ("用全角空格缩进", "error"),
    "Y006": ("文字里有冒号加空格，没有加引号", "error"),
    "Y007": ("引号不配对", "error"),
    "Y008": ("列表的括号不对", "error"),
    "Y009": ("文字以特殊符号开头，没有加引号", "error"),
    "Y010": ("缩进没有对齐", "error"),
    "Y011": ("一个文件里有几份文档", "error"),
    "Y012": ("看不见的控制字符", "warning"),
    "Y013": ("文件不是 UTF-8 编码", "info"),
    "Y014": ("损坏的字符", "error"),
    "Y015": ("整段文字包在全角引号里", "warning"),
    "S001": ("整个文件不是“项目: 内容”", "error"),
    "S002": ("没有这个项目", "error"),
    "S003": ("应当写文字的地方写了别的", "error"),
    "S004": ("应当写列表或几个项目的地方写了别的", "error"),
    "S005": ("缺少必写的项目", "error"),
    "S006": ("不在可选的词里", "error"),
    "S007": ("日期、年份或数字写得不对", "error"),
    "S008": ("落实或不涉及的写法不对", "error"),
    "S009": ("不合规定的写法", "error"),
    "S010": ("目标里读不出指标和数值", "warning"),
}


def diagnostic(code: str, message: str, span: Span, advice: str = "", fix: Fix | None = None) -> Diagnostic:
    """A finding of one of the FAULTS."""
    return Diagnostic(code, FAULTS[code][1], message, span, advice=advice, fix=fix)
