"""一项任务应当只有一个牵头单位。

说明: 同一项任务的牵头单位多于一个的，提示；一份文件里这样的有许多项的，合成一条。允许的个数可以用选项 most 改。
理由: 几家牵头，往往谁也不牵头。
改法: 确定一个牵头单位，其余列为配合单位。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 牵头单位: [市财政局, 市知识产权局]}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 牵头单位: 市财政局, 配合单位: 市知识产权局}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planforge.model import Task
from planforge.rules import Finding, Found, Rule, RuleContext, Several

RULE = Rule(
    code="UNI003",
    name="牵头单位不止一个",
    severity="info",
    authority="实务",
    basis="督查工作惯例：一项任务一个牵头单位",
    options={"most": 1},
)


#: More than this are told as one: the document does so as a habit.
_MANY = 5


def check(context: RuleContext) -> Iterator[Found]:
    most = int(context.number(RULE, "most"))
    found = tuple(_finding(task, most) for task in context.document.walk() if len(task.units.lead) > most)
    if len(found) > _MANY:
        yield Several(found, lambda left: _as_one(left, most))
    else:
        yield from found


def _finding(task: Task, most: int) -> Finding:
    names = "、".join(unit.value for unit in task.units.lead)
    message = f"有{len(task.units.lead)}个牵头单位：{names}"
    return Finding(task.units.lead[most], message, task, f"只留{most}个牵头单位，其余列为配合单位")


def _as_one(left: Sequence[Finding], most: int) -> Finding:
    message = f"{left[0].message}；全文有{len(left)}项任务的牵头单位多于{most}个"
    return replace(left[0], message=message)
