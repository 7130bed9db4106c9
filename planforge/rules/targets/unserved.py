"""主要目标里的指标，应当有任务来完成。

说明: “主要目标”部分的指标，名称里的关键词在布置任务的各部分都没有出现过的，提示。
理由: 没有任务支撑的目标，年底没有人负责。
改法: 增加相应任务，或者在任务里写明由哪一项完成。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 主要目标
        内容: 到2027年，植物新品种授权量达到20件。
      - 标题: 强化创造
        任务:
          - {标题: 培育高价值专利, 内容: 实施专利培育计划。}
          - {标题: 加强商标培育, 内容: 建设商标品牌指导站。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 主要目标
        内容: 到2027年，发明专利授权量达到20件。
      - 标题: 强化创造
        任务:
          - {标题: 培育高价值专利, 内容: 实施专利培育计划。}
          - {标题: 加强商标培育, 内容: 建设商标品牌指导站。}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.model import Task
from planforge.rules import Finding, Rule, RuleContext

RULE = Rule(
    code="TGT007",
    name="目标没有任务支撑",
    severity="info",
    authority="实务",
    basis="督查工作惯例：目标分解到任务",
)
#: What indicators of every subject have in common.
_COMMON = re.compile(
    r"每?[万亿千百]人口?|拥有量|注册量|申请量|授权量|总量|数量|达到|以上|增长|新增|全[市省县区]|累计|年度|力争|实现|[\W\d]"
)


def check(context: RuleContext) -> Iterator[Finding]:
    sections = context.document.sections
    work = "".join(_words(node) for section in sections if section.role == "tasks" for node in section.walk())
    for goal in (node for section in sections if section.role == "goals" for node in section.walk()):
        for target in goal.targets if work else ():
            if not _served(target.indicator, work):
                message = f"目标“{target.indicator}”在布置任务的部分没有提到"
                yield Finding(target.text, message, goal, "增加相应任务，或者写明由哪一项任务完成")


def _words(task: Task) -> str:
    return task.heading.value + task.text.value + task.closing.value


def _served(indicator: str, work: str) -> bool:
    """Whether two characters in a row of what the indicator is about stand in the tasks."""
    parts = [part for part in _COMMON.split(indicator) if len(part) > 1]
    return not parts or any(part[i : i + 2] in work for part in parts for i in range(len(part) - 1))
