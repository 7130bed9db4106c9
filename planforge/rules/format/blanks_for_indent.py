"""段首缩进用首行缩进，不用空格。

说明: 正文和各级标题以空格、全角空格、制表符开头的，报告。
理由: 空格的宽度随字体变化，网页和表格软件会把它去掉；自动编号、样式和查找也会受影响。
改法: 删去段首的空格，设首行缩进2字符。

反例:
    正文: {段首: 　　}

正例:
    正文: {缩进: 2}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._found import once, paragraphs

RULE = Rule(
    code="F010",
    name="用空格代替首行缩进",
    severity="info",
    authority="实务",
    basis="GB/T 9704-2012 第7.3.3条：每个自然段左空二字，回行顶格",
)


def check(context: RuleContext) -> Iterator[Finding]:
    text = paragraphs(context, "正文", "一级", "二级", "三级", "四级")
    faked = [p.text.strip() for p in text if p.text.value[:1].isspace()]
    yield from once(faked, "段首用空格代替缩进", "正文", "删去空格，设首行缩进2字符")
