"""序号由“序号”键或程序给出，标题和内容里不再写。

说明: 标题（没有标题的，内容）以“一、”“（一）”“1.”一类序号开头，而这一项排印时本来就有序号的，报告；
    内容里接着还有“2.”一类的是分条列举，不看。
理由: 排印时序号会印两遍，成为“一、一、……”。
改法: 删去标题里的序号；与排印的序号不同、要照写的，移到“序号”键。两者相同的，可由 --fix 自动改正。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 一、强化创造
        任务:
          - {标题: （一）培育高价值专利, 内容: 实施培育计划。}
          - {标题: 2、优化专利资助, 内容: 修订资助办法。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 一、二、三产业专利导航, 内容: 实施培育计划。}
          - {序号: 无, 标题: 2、优化专利资助, 内容: 修订资助办法。}
          - {内容: 1.召开工作会议。2.组织专题培训。}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.model import Task, Text
from planforge.rules import Finding, Rule, RuleContext, rewrite
from planforge.text.numbering import Marker, Style, leading_marker, lone_marker

RULE = Rule(
    code="STR015",
    name="序号写了两遍",
    severity="warning",
    authority="实务",
    basis="公文写作惯例：一项一个序号",
)
#: Styles that the tasks of a plan bear; 一是 and 第一条 also begin sentences.
_STYLES: frozenset[Style] = frozenset({"一、", "（一）", "1.", "1、", "（1）", "1）", "①"})
#: 二、三类动物疫病
_CLASSES = re.compile(
    r"[一二三四五六七八九十]、[一二三四五六七八九十](?:、[一二三四五六七八九十])*[类级等期批产季月度线]"
)


def check(context: RuleContext) -> Iterator[Finding]:
    for task in context.document.walk():
        words = task.heading if task.heading.value else task.text
        typed = leading_marker(words.value) if task.marker else None
        if typed is None or typed.style not in _STYLES or _begins_list(typed, words):
            continue
        place = words.slice(0, typed.length)
        message = f"“{typed.text}”是写在文字里的序号，排印时前面还有“{task.marker}”"
        fix = rewrite(place, "") if _is_same(typed, task) else None
        advice = f"删去“{typed.text}”" if fix else f"删去“{typed.text}”；要照写的，移到“序号”键"
        yield Finding(place, message, task, advice, fix)


def _begins_list(typed: Marker, words: Text) -> bool:
    """Whether the number begins a list in the text itself (1.召开会议。2.组织培训。) or several classes (二、三类)."""
    return typed.numbered(typed.number + 1) in words.value or _CLASSES.match(words.value) is not None


def _is_same(typed: Marker, task: Task) -> bool:
    """Whether the task is printed with the number typed: then nothing is lost without it."""
    printed = lone_marker(task.marker)
    return printed is not None and (printed.style, printed.number) == (typed.style, typed.number)
