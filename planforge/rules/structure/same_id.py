"""自定的“编号”不应当重复。

说明: 两个部分或任务写了同一个“编号”的，报告。
理由: 下级文件的“落实”、台账和取回改动都靠编号认出任务，重复了就分不清是哪一项。
改法: 改成不同的编号；不写编号的，按序号自动推出。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 编号: A1, 内容: 修订资助办法。}
          - {标题: 加强商标培育, 编号: A1, 内容: 建立培育库。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 编号: A1, 内容: 修订资助办法。}
          - {标题: 加强商标培育, 编号: A2, 内容: 建立培育库。}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Task
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._names import called

RULE = Rule(
    code="STR016",
    name="编号重复",
    severity="error",
    authority="实务",
    basis="对应关系须能核对",
)


def check(context: RuleContext) -> Iterator[Finding]:
    first: dict[str, Task] = {}
    for task in context.document.walk():
        if task.own_id and task.id in first:
            other = called(first[task.id]) if first[task.id].place.value else "前面空着的一项"
            yield Finding(task.place, f"编号“{task.id}”与{other}的相同", task, "改成不同的编号")
        elif task.own_id:
            first[task.id] = task
