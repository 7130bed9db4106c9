"""版记用4号仿宋体。

说明: 抄送机关、印发机关和印发日期都查。
理由: 版记用字比正文小一号，与正文分开。
改法: 选中版记，设为仿宋_GB2312、4号。

反例:
    版记: {字号: 3号}

正例:
    版记: {字体: 仿宋, 字号: 4号}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._faces import wholes, wrong_faces
from planforge.rules.format._found import paragraphs

RULE = Rule(
    code="F016",
    name="版记的字体字号不对",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012 第7.4.2条、第7.4.3条：抄送机关、印发机关和印发日期一般用4号仿宋体字",
)


def check(context: RuleContext) -> Iterator[Finding]:
    if context.printed:
        yield from wrong_faces(wholes(paragraphs(context, "版记")), context.printed.style.imprint, "版记")
