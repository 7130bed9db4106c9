"""同一个上级条目，不应当既写“落实”又写“不涉及”。

说明: 任务的“落实”写了一个上级条目（或者它的一项措施），“不涉及”里又写了同一个的，报告。
理由: 写了“不涉及”的条目不再核对，任务里的对应关系就不起作用了。
改法: 有任务落实的，删去“不涉及”里的那一条；确实不涉及的，删去任务里的“落实”。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 建成知识产权快速维权中心。, 落实: 省意见#1.1}
    不涉及:
      - {条目: 省意见#1.1, 理由: 由省局直接建设}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 各市建成知识产权快速维权中心。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 建成知识产权快速维权中心。, 落实: 省意见#1.1/1}
    不涉及:
      - {条目: 省意见#1.1/2, 理由: 本市无海关机构}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 各市建成知识产权快速维权中心。加强海关知识产权保护。}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext

RULE = Rule(
    code="COV010",
    name="既写落实又写不涉及",
    severity="warning",
    authority="实务",
    basis="对应关系须能核对",
)


def check(context: RuleContext) -> Iterator[Finding]:
    waived = {(waiver.directive, waiver.item) for waiver in context.document.waivers}
    for task in context.document.walk() if waived else ():
        for link in task.implements:
            whole = link.item.partition("/")[0]
            if {(link.directive, link.item), (link.directive, whole)} & waived:
                message = f"“{link.directive}#{link.item}”这里写了落实，“不涉及”里又写了"
                yield Finding(link.text, message, task, "两处只留一处：有任务落实的，删去“不涉及”里的那一条")
