"""自定的“编号”里不应当有斜杠、井号和空格。

说明: 部分或任务的“编号”里有“/”“#”或空格的，报告。
理由: 下级文件写“落实: 本文件#编号”，斜杠后面是第几项措施，井号前面是文件的简称；编号里再有这些字，就指不到这一项。
改法: 换成短横线，例如“强基-1”。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 编号: 强基/1, 内容: 修订资助办法。}
          - {标题: 加强商标培育, 编号: "强基 2", 内容: 建立培育库。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 编号: 强基-1, 内容: 修订资助办法。}
          - {标题: 加强商标培育, 编号: 强基-2, 内容: 建立培育库。}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext

RULE = Rule(
    code="STR020",
    name="编号不能用来对应",
    severity="warning",
    authority="实务",
    basis="对应关系须能核对",
)
#: What divides the parts of a link: 省意见#3.2/1.
_DIVIDES = re.compile(r"[/／#＃\s]+")


def check(context: RuleContext) -> Iterator[Finding]:
    for task in context.document.walk():
        if task.own_id and _DIVIDES.search(task.id):
            message = f"编号“{task.id}”里有斜杠、井号或空格，下级文件的“落实”指不到这一项"
            yield Finding(task.place, message, task, f"改为“{_DIVIDES.sub('-', task.id)}”一类")
