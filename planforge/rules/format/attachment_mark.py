"""“附件”二字及附件顺序号用3号黑体，顶格编排在版心左上角第一行。

说明: 独占一段的“附件”“附件1”都查字体、字号和位置。
理由: 附件另面编排，靠左上角的字样与正文的附件说明对应。
改法: 设为黑体、3号、左对齐，不缩进。

反例:
    附件字样: {字体: 仿宋_GB2312}

反例:
    附件字样: {缩进: 2}

正例:
    附件字样: {字体: SimHei}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._faces import wholes, wrong_faces
from planforge.rules.format._found import once, paragraphs, texts

RULE = Rule(
    code="F020",
    name="“附件”字样不合规定",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012 第7.3.7条：“附件”二字及附件顺序号用3号黑体字顶格编排在版心左上角第一行",
)

_MOST_INDENT = 0.5


def check(context: RuleContext) -> Iterator[Finding]:
    if context.printed is None:
        return
    marks = paragraphs(context, "附件字样")
    yield from wrong_faces(wholes(marks), context.printed.style.attachment, "附件字样")
    moved = [m for m in marks if m.first > _MOST_INDENT or m.align not in ("left", "both")]
    yield from once(texts(moved), "“附件”字样没有顶格", "附件字样", "设为左对齐，首行缩进设为无")
