"""两项任务不应当用同一个标题。

说明: 同一篇里标题完全相同的任务，在第二次出现处报告；不同部分下的“（一）总体要求”一类四字以内的短标题不报。
理由: 标题相同，分工和督查时分不清是哪一项。
改法: 并成一项，或者改出区别。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 加强高价值专利培育, 内容: 实施培育计划。}
          - {标题: 加强高价值专利培育, 内容: 修订资助办法。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 加强高价值专利培育, 内容: 实施培育计划。}
          - {标题: 优化专利资助, 内容: 修订资助办法。}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Task
from planforge.rules import Finding, Rule, RuleContext

RULE = Rule(
    code="STR010",
    name="标题重复",
    severity="warning",
    authority="实务",
    basis="公文写作惯例：同一内容不重复表述",
)
_SHORTEST = 5


def check(context: RuleContext) -> Iterator[Finding]:
    seen: dict[str, Task] = {}
    for task in context.document.walk():
        heading = task.heading.value
        if len(heading) >= _SHORTEST and heading in seen:
            message = f"标题“{heading}”与第{seen[heading].line}行的重复"
            yield Finding(task.heading, message, task, "并成一项，或者改出区别")
        seen.setdefault(heading, task)
