"""汉字文本里的引号应当用弯引号“”。

说明: 紧挨着汉字或中文标点的直引号（键盘上的半角引号），报告。全文超过十处的，合并成一处报告。
理由: 直引号分不出前后，也与弯引号混用。
改法: 改成弯引号；可由 --fix 自动改正。

反例:
    落实"十四五"规划。

正例:
    落实“十四五”规划，尺寸为 5" 屏幕。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.rules import Finding, Found, Rule, RuleContext, rewrite
from planforge.rules._scan import HAN, once_if_many

RULE = Rule(
    code="PUN013",
    name="中文里用了直引号",
    severity="warning",
    authority="国标",
    basis="GB/T 15834-2011，4.8：引号的形式为“”‘’",
)
_MARK = re.compile(r'[“”"]')
_BESIDE_CHINESE = re.compile(rf'(?<=[{HAN}，。；：、《（“])"|"(?=[{HAN}，。；：、》）”])')


def check(context: RuleContext) -> Iterator[Found]:
    yield from once_if_many(_findings(context))


def _findings(context: RuleContext) -> Iterator[Finding]:
    for passage in context.holding('"'):
        for offset, better in _straight(passage.value):
            mark = passage.text.slice(offset, offset + 1)
            yield Finding(mark, "汉字文本里用了直引号", passage.at, f"改为“{better}”", rewrite(mark, better))


def _straight(value: str) -> Iterator[tuple[int, str]]:
    """Where straight quotation marks stand beside Chinese, and what each should be: they open and close in turn."""
    is_open = False
    for match in _MARK.finditer(value):
        closes = is_open
        is_open = match[0] == "“" or (match[0] == '"' and not is_open)
        if _BESIDE_CHINESE.match(value, match.start()):
            yield match.start(), "”" if closes else "“"
