"""公文中文字的颜色均为黑色。

说明: 正文、标题、层次标题、主送机关、发文字号和版记都查；发文机关标志和红线以外的红字也报告。
理由: 审改时标的颜色、超链接的蓝色，印发前应当去掉。
改法: 选中这些文字，字体颜色设为自动或者黑色。

反例:
    正文: {颜色: FF0000}

正例:
    正文: {颜色: 黑}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._found import once, paragraphs

RULE = Rule(
    code="F012",
    name="文字不是黑色",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012 第5.2.4条：如无特殊说明，公文中文字的颜色均为黑色",
)


def check(context: RuleContext) -> Iterator[Finding]:
    found = []
    black = paragraphs(context, "标题", "正文", "主送机关", "发文字号", "一级", "二级", "三级", "四级", "版记")
    for paragraph in black:
        place = 0
        for stretch in paragraph.stretches:
            if stretch.colour and stretch.text.strip():
                found.append(paragraph.text.slice(place, place + len(stretch.text)))
            place += len(stretch.text)
    yield from once(found, "文字不是黑色", "正文", "把字体颜色设为自动或者黑色")
