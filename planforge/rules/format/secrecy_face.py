"""密级和保密期限、紧急程度用3号黑体，顶格编排在版心左上角。

说明: 独占一行的“机密★1年”“特急”等都查。
理由: 密级和紧急程度要一眼看到。
改法: 设为黑体、3号、左对齐，不缩进。

反例:
    密级: {字体: 仿宋_GB2312}

正例:
    密级: {字体: 黑体}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._faces import wholes, wrong_faces
from planforge.rules.format._found import paragraphs

RULE = Rule(
    code="F021",
    name="密级、紧急程度的字体字号不对",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012 第7.2.2条、第7.2.3条：一般用3号黑体字，顶格编排在版心左上角",
)


def check(context: RuleContext) -> Iterator[Finding]:
    if context.printed:
        yield from wrong_faces(wholes(paragraphs(context, "密级")), context.printed.style.secrecy, "密级")
