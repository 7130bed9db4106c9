"""每个自然段左空二字，回行顶格。

说明: 正文和各级标题的首行缩进都查；用空格代替缩进的由 F010 报告。
理由: 缩进写成厘米的，换了字号就不是两个字；悬挂缩进和整段缩进的，回行不顶格。
改法: 段落 → 特殊格式 → 首行缩进 2字符，左侧缩进设为0。

反例:
    正文: {缩进: 0}

反例:
    一级: {缩进: -2}

正例:
    正文: {缩进: 2}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model.pages import SetParagraph
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._found import once, paragraphs, texts
from planforge.rules.format._words import TOLERANCE

RULE = Rule(
    code="F009",
    name="首行没有缩进两字",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012 第7.3.3条：每个自然段左空二字，回行顶格",
)

_WANTED, _TOLERANCE = 2.0, 0.3


def check(context: RuleContext) -> Iterator[Finding]:
    text = [p for p in paragraphs(context, "正文", "一级", "二级", "三级", "四级") if p.stand == "body"]
    plain = [p for p in text if not p.text.value[:1].isspace()]
    wrong = [p for p in plain if not _is_right(p)]
    yield from once(texts(wrong), "首行没有空两字", "正文", "设首行缩进2字符，左侧缩进0")
    moved = [p for p in plain if _is_right(p) and p.left > TOLERANCE]
    yield from once(texts(moved), "整段向里缩进，回行没有顶格", "正文", "设左侧缩进0，只留首行缩进2字符")


def _is_right(paragraph: SetParagraph) -> bool:
    return abs(_indent(paragraph) - _WANTED) <= _TOLERANCE


def _indent(paragraph: SetParagraph) -> float:
    """Where the first line begins, in characters from the edge of the 版心."""
    return paragraph.first + paragraph.left / (paragraph.main.size * 10 or 1)
