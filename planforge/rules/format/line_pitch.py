"""正文的行距用固定值，段前段后不留空。

说明: 行距是单倍、多倍、最小值而页面又没有行网格的，报告；段前段后有间距的也报告。
理由: 行距随字体变化，就保不住每页22行；段前段后的间距会使一页的行对不齐。
改法: 段落 → 行距 → 固定值 28.95磅，段前、段后都设为0。

反例:
    正文: {行距: 不固定}

反例:
    正文: {段间: 8磅}

正例:
    正文: {行距: 29磅, 段间: 0磅}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._found import once, paragraphs, texts
from planforge.rules.format._words import points

RULE = Rule(
    code="F011",
    name="行距不固定",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012 第5.2.3条：一般每面排22行，每行排28个字，并撑满版心",
)

#: Up to 1 point between paragraphs is not seen.
_LEAST = 20


def check(context: RuleContext) -> Iterator[Finding]:
    if context.printed is None:
        return
    text = [p for p in paragraphs(context, "正文", "一级", "二级", "三级", "四级") if p.stand == "body"]
    advice = f"把行距设为固定值{points(context.printed.style.line)}"
    yield from once(texts([p for p in text if p.pitch is None]), "行距不是固定值", "正文", advice)
    apart = [p for p in text if p.between > _LEAST]
    yield from once(texts(apart), "段前段后留了空", "正文", "把段前、段后间距设为0")
