"""标题用2号小标宋体。

说明: 公文、印发的正文和附件的标题都查。同一字体的不同字库（简体、GBK、华文中宋）都算对。
理由: 小标宋是公文标题的规定字体，宋体加粗不是小标宋。
改法: 选中标题，设为方正小标宋简体、2号。

反例:
    标题: {字体: 宋体}

反例:
    标题: {字号: 3号}

正例:
    标题: {字体: 方正小标宋_GBK, 字号: 2号}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._faces import wholes, wrong_faces
from planforge.rules.format._found import paragraphs

RULE = Rule(
    code="F005",
    name="标题的字体字号不对",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012 第7.3.1条：标题一般用2号小标宋体字",
)


def check(context: RuleContext) -> Iterator[Finding]:
    if context.printed:
        yield from wrong_faces(wholes(paragraphs(context, "标题")), context.printed.style.title, "标题")
