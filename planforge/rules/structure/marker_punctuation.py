"""编号写“一、”“（一）”“1.”“（1）”，带括号的后面不再加标点。

说明: “（一）、”“1、”“一.”一类写法，提示。标准用的是“可以”，因此只作提示。
理由: “1、”容易与并列的数字混淆，带括号的再加顿号是多余的。
改法: 改成规范写法；可由 --fix 自动改正。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 序号: 一、
        标题: 强化创造
        任务:
          - {序号: （一）、, 标题: 培育高价值专利}
          - {序号: （二）、, 标题: 优化专利资助}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 序号: 一、
        标题: 强化创造
        任务:
          - {序号: （一）, 标题: 培育高价值专利}
          - {序号: （二）, 标题: 优化专利资助}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.model import Task
from planforge.rules import Finding, Found, Rule, RuleContext, rewrite
from planforge.rules._names import marker_place
from planforge.rules._scan import once_if_many
from planforge.text.numbering import lone_marker

RULE = Rule(
    code="STR003",
    name="编号后面的标点不规范",
    severity="info",
    authority="国标",
    basis="GB/T 9704-2012，7.3.3：结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注",
)
_BRACKETED = re.compile(r"[（(][^（）()]+[）)](?=[、.．，]$)")
_CHINESE = re.compile(r"([一二三四五六七八九十百]+)[.．,，]$")
_ARABIC = re.compile(r"(\d+)[、．]$")


def check(context: RuleContext) -> Iterator[Found]:
    yield from once_if_many(_findings(context))


def _findings(context: RuleContext) -> Iterator[Finding]:
    for task in context.document.walk():
        better = _better(task.marker)
        if better and _is_in_order(task):
            place = marker_place(task)
            fix = rewrite(place, better) if place.value == task.marker else None
            yield Finding(place, f"编号“{task.marker}”后面的标点不规范", task, f"改为“{better}”", fix)


def _is_in_order(task: Task) -> bool:
    """Whether the number is right; one that is wrong is put right first (STR001), else two pieces of advice differ."""
    printed = lone_marker(task.marker)
    return printed is None or task.number is None or printed.number == task.number


def _better(marker: str) -> str:
    """The marker as the standard writes it; empty where nothing is wrong."""
    if match := _BRACKETED.match(marker):
        return match[0]
    if match := _CHINESE.match(marker):
        return f"{match[1]}、"
    match = _ARABIC.match(marker)
    return f"{match[1]}." if match else ""
