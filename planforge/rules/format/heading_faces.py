"""层次序号各有字体：“一、”黑体，“（一）”楷体，“1.”和“（1）”仿宋，都是3号。

说明: 标题与正文接排的，只查到第一个句号为止；自动编号的按编号的样子定层次。加不加粗各地习惯不同，不查。
理由: 层次靠字体来分辨，全文一种字体就看不出层次。
改法: 按提示改字体；最好改“标题 1”“标题 2”等样式，一次改好全部。

反例:
    一级: {字体: 仿宋_GB2312}

反例:
    二级: {字体: 楷体_GB2312, 字号: 4号}

正例:
    一级: {字体: 方正黑体_GBK}
    二级: {字体: KaiTi}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model.pages import Element
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._faces import heads, wrong_faces
from planforge.rules.format._found import paragraphs

RULE = Rule(
    code="F007",
    name="层次标题的字体字号不对",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012 第7.3.3条：一般第一层用黑体字、第二层用楷体字、第三层和第四层用仿宋体字标注",
)

_LEVELS: tuple[Element, ...] = ("一级", "二级", "三级", "四级")


def check(context: RuleContext) -> Iterator[Finding]:
    if context.printed is None:
        return
    for level, face in zip(_LEVELS, context.printed.style.levels, strict=True):
        yield from wrong_faces(heads(paragraphs(context, level)), face, f"{level}标题")
