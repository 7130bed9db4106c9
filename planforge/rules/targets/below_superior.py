"""目标值不应当低于上级文件对同一指标的要求（越低越好的，不应当高于）。

说明: 指标相同（名称、年份、口径一致）时，换算单位后比较数值。全省、全国的合计不要求一个市达到；
    个数、户数之类不到上级一半的，可能是分解到本级的数，只作提示。
理由: 本级目标低于上级分解的目标，到期完不成上级任务。
改法: 提高到不低于上级的数值；口径不同的，写明各自口径。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 提升专利质量, 内容: 到2027年，每万人口高价值发明专利拥有量达到3件。, 落实: 省意见#1.1}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 提升专利质量, 内容: 到2027年，每万人口高价值发明专利拥有量达到5件。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 提升专利质量, 内容: 到2027年，每万人口高价值发明专利拥有量达到6件。, 落实: 省意见#1.1}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 提升专利质量, 内容: 到2027年，每万人口高价值发明专利拥有量达到5件。}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import TargetConflict
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._names import directive_item

RULE = Rule(
    code="TGT001",
    name="目标低于上级要求",
    severity="error",
    authority="实务",
    basis="下级文件不得降低上级文件的要求",
)


def check(context: RuleContext) -> Iterator[Finding]:
    for directive in context.directives:
        for conflict in directive.targets:
            items = (conflict.superior_task, *conflict.also)
            yield _finding(conflict, "、".join(directive_item(directive, item) for item in items))


def _finding(conflict: TargetConflict, items: str) -> Finding:
    # coverage is loaded for plans that are held against something
    from planforge.coverage.figures.amounts import is_ceiling

    over = is_ceiling(conflict.superior)
    worse, better = ("高于", "降到不高于") if over else ("低于", "提高到不低于")
    message = f"目标“{conflict.plan.text.value}”{worse}{items}的要求“{conflict.superior.text.value}”"
    if conflict.share:
        advice = "上级的数可能是各地合计：与分解到本级的数核对，不低于它"
        return Finding(conflict.plan.text, message, conflict.plan_task, advice, severity="info")
    return Finding(conflict.plan.text, message, conflict.plan_task, f"{better}上级要求的数值；口径不同的写明口径")
