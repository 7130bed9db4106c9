"""“落实”和“不涉及”应当指向确实存在的上级文件和条目。

说明: 上级文件没有登记、没有找到，或者其中没有这个条目的，报告，并给出最接近的编号。
理由: 指空的对应关系会让人误以为已经落实。
改法: 按提示改成存在的编号，形如“省意见#3.2”或“省意见#3.2/1”。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 建成知识产权快速维权中心。, 落实: 省意见#9.9}
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
          - {标题: 建成快速维权中心, 内容: 建成知识产权快速维权中心。, 落实: 省意见#1.1}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 各市建成知识产权快速维权中心。}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import BrokenLink
from planforge.rules import Finding, Rule, RuleContext

RULE = Rule(
    code="COV001",
    name="对应关系指空",
    severity="error",
    authority="实务",
    basis="对应关系须能核对",
)


def check(context: RuleContext) -> Iterator[Finding]:
    for link in context.trace.broken if context.trace else ():
        if not (link.directive and link.item):  # no link at all, as the reader has said (S008)
            continue
        yield Finding(link.text, _message(link), link.task or "不涉及", _advice(link))


def _message(link: BrokenLink) -> str:
    if link.reason == "directive":
        return f"上级文件里没有“{link.directive}”"
    return f"“{link.directive}”里没有条目“{link.item}”"


def _advice(link: BrokenLink) -> str:
    if link.nearest:
        return "最接近的是" + "、".join(f"“{name}”" for name in link.nearest[:3])
    return "在“上级文件”里登记它，或改正名称" if link.reason == "directive" else "核对上级文件的编号"
