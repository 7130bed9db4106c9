"""单页码居右空一字，双页码居左空一字。

说明: 查奇偶页的页脚是否不同，以及两边的页码各在哪一边。
理由: 双面印刷的公文，页码在外侧，翻阅时好找。
改法: 页脚工具 → 勾选“奇偶页不同”，奇数页右对齐、右缩进1字符，偶数页左对齐、左缩进1字符。

反例:
    页码: {位置: center}

正例:
    页码: {位置: outside}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model.pages import PageNumber
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._found import once

RULE = Rule(
    code="F019",
    name="页码的位置不对",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012 第7.5条：单页码居右空一字，双页码居左空一字",
)

_SIDES = {"odd": "right", "even": "left"}
_NAMES = {"odd": "单页码没有居右", "even": "双页码没有居左"}


def check(context: RuleContext) -> Iterator[Finding]:
    pages = context.printed.pages if context.printed else None
    for message in dict.fromkeys(filter(None, map(_fault, pages.numbers))) if pages else ():
        place = [p.text for p in pages.paragraphs if p.text.value.strip()][:1] if pages else []
        yield from once(place, message, "页码", "勾选“奇偶页不同”，奇数页右对齐、偶数页左对齐，各空一字")


def _fault(number: PageNumber) -> str:
    align = number.paragraph.align
    if align == "outside" or number.pages == "first":
        return ""
    if number.pages == "all":
        return "单、双页的页码在同一边"
    return _NAMES[number.pages] if align != _SIDES[number.pages] else ""
