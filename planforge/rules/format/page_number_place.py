"""单页码居右空一字，双页码居左空一字。

说明: 查奇偶页的页脚是否不同，两边的页码各在哪一边、是否空一字；横放的页，查页码是否转到装订后与其他页相同的位置。
理由: 双面印刷的公文，页码在外侧，翻阅时好找。
改法: 页脚工具 → 勾选“奇偶页不同”，奇数页右对齐、右缩进1字符，偶数页左对齐、左缩进1字符。

反例:
    页码: {位置: center}

反例:
    页码: {空: 0mm}

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
_ADVICE = "勾选“奇偶页不同”，奇数页右对齐、偶数页左对齐，各空一字"
#: A number is one character in; what stands half a character off is still seen as that.
_ONE, _OFF = 1.0, 0.5


def check(context: RuleContext) -> Iterator[Finding]:
    pages = context.printed.pages if context.printed else None
    for message, advice in dict.fromkeys(filter(None, map(_fault, pages.numbers))) if pages else ():
        place = [p.text for p in pages.paragraphs if p.text.value.strip()][:1] if pages else []
        yield from once(place, message, "页码", advice)


def _fault(number: PageNumber) -> tuple[str, str] | None:
    """What is wrong with a number's place, and what to do about it."""
    paragraph, pages = number.paragraph, number.pages
    if paragraph.sheet.lying and not number.turned:
        return "横放的页，页码没有转到装订后的位置", "横页另成一节，页码放在纸左边的竖排文本框里，与其他页一致（第8条）"
    if paragraph.align == "outside":
        return None
    if pages == "all":
        return "单、双页的页码在同一边", _ADVICE
    if pages in _SIDES and paragraph.align != _SIDES[pages]:
        return _NAMES[pages], _ADVICE
    return _inset(number)


def _inset(number: PageNumber) -> tuple[str, str] | None:
    if (
        number.pages == "first"
        or number.beside is None
        or abs(number.beside / (number.paragraph.main.size * 10) - _ONE) <= _OFF
    ):
        return None
    return "页码没有空一字", "奇数页右缩进1字符，偶数页左缩进1字符"
